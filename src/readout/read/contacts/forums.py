"""Who takes part in a forum's meetings though no verb says so: its host, members whose conflict it discusses."""

import re
from functools import cache
from typing import Final

from readout.knowledge.tables import columns
from readout.model.records import ContactTime
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.conflicts import Conflicts
from readout.read.contacts.subjects import Subjects
from readout.read.contacts.told_times import time_of
from readout.read.mentions import Mention
from readout.read.offices import TOP_OFFICES

YEAR: Final = 4
"""The digits of a year, with which an EDTF date begins."""


_IN_ITS_NAME: Final = re.compile(r"(?:\s*\([^()]{2,12}\))?\)?\s+(20\d\d)(?!\d|[./-]\d)")


def year_in_name(text: str, end: int) -> ContactTime:
    """The year that a summit bears in its name, which ends at `end` ("Hội nghị thượng đỉnh APEC 2025"), or no time."""
    found = _IN_ITS_NAME.match(text, end)
    return ContactTime(edtf=found[1], basis="stated", text=found[1]) if found else ContactTime()


class Forums:
    """Who holds the summits of a forum and who are its members (`shared/forums.tsv`); `published` is a day (ISO)."""

    def __init__(self, subjects: Subjects, conflicts: Conflicts, published: str | None) -> None:
        self._subjects = subjects
        self._conflicts = conflicts
        self._year = (published or "")[:YEAR]

    def named(self, view: View, forum: str | None) -> list[Actor]:
        """The host of the years that the sentence tells, else of this year, if it names that country; else nobody."""
        hosts = _hosts().get(forum or "")
        if not hosts:
            return []
        told = {host for year in _years(view) or [self._year] if (host := hosts.get(year))}
        return [Actor(country) for country in sorted(told & self._countries(view))]

    def held_once(self, forum: str | None) -> bool:
        """Whether who attends the forum attends its one summit of the year; ASEAN has many, and games."""
        return forum in _hosts() and forum not in _members()

    def at_odds(self, view: View, forum: str | None) -> list[Actor]:
        """Two members in conflict whom the sentence names: their forum's ministers meet about them, and with them."""
        members = _members().get(forum or "")
        if not members:
            return []
        named = {a.country for actors in view.actors.values() for a in actors}
        for token in view.tokens:
            if isinstance(token.record, Mention):  # "xung đột Thái Lan - Campuchia" names no actors
                named.update(member.side for member in token.record.members)
        return [
            Actor(country)
            for country in sorted(self._conflicts.quarrelling({side for side in named if side in members}))
        ]

    def _countries(self, view: View) -> set[str | None]:
        """Whom the sentence names as a side, a place or by its leader; any other official may only have come to it."""
        acting = {
            actor.country
            for actors in view.actors.values()
            for actor in actors
            if actor.kind not in ("person", "office") or actor.office in TOP_OFFICES
        }
        return acting.union(*({token.value("country"), self._subjects.place_country(token)} for token in view.tokens))


def _years(view: View) -> list[str]:
    return [time.edtf[:YEAR] for t in view.tokens if (time := time_of(t)) is not None and time.edtf]


@cache
def _hosts() -> dict[str, dict[str, str]]:
    return {
        code: dict(pair.split("=") for pair in hosts.split())
        for code, hosts in columns("shared/forums.tsv", "code", "hosts")
    }


@cache
def _members() -> dict[str, set[str]]:
    return {code: {*members.split()} for code, members in columns("shared/forums.tsv", "code", "members") if members}
