"""The host of a forum's summit, where a sentence names its country ("đến Kuala Lumpur dự Cấp cao ASEAN")."""

from functools import cache

from readout.knowledge.tables import columns
from readout.model.records import Time
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.subjects import Subjects
from readout.read.offices import TOP_OFFICES

YEAR = 4
"""The digits of a year, with which an EDTF date begins."""


class ForumHosts:
    """Who holds the summits of a forum, by the years of `shared/forums.tsv`; `published` is a day (ISO) or None."""

    def __init__(self, subjects: Subjects, published: str | None) -> None:
        self._subjects = subjects
        self._year = (published or "")[:YEAR]

    def named(self, view: View, forum: str | None) -> list[Actor]:
        """The host of the years that the sentence tells, else of this year, if it names that country; else nobody."""
        hosts = _hosts().get(forum or "")
        if not hosts:
            return []
        told = {host for year in _years(view) or [self._year] if (host := hosts.get(year))}
        return [Actor(country) for country in sorted(told & self._countries(view))]

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
    return [t.record.edtf[:YEAR] for t in view.tokens if isinstance(t.record, Time) and t.record.edtf]


@cache
def _hosts() -> dict[str, dict[str, str]]:
    return {
        code: dict(pair.split("=") for pair in hosts.split())
        for code, hosts in columns("shared/forums.tsv", "code", "hosts")
    }
