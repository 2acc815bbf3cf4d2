"""Meetings that newspapers name by their place alone ("thượng đỉnh Alaska"): who met, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from readout.knowledge import Knowledge
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.frames import Frame

REACH: Final = 5
MODES: Final = ("meeting", "summit", "talks")


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting of the table: who met, and the day (ISO) or an empty string where it has not taken place."""

    parties: tuple[Actor, ...]
    date: str


class KnownMeetings:
    """The meetings that an article of a day may mean by a place; without a day of publication, none."""

    def __init__(self, knowledge: Knowledge, on: str | None) -> None:
        self._knowledge = knowledge
        self._on = on
        self._found: dict[str, Known] | None = None

    @property
    def _by_place(self) -> dict[str, Known]:
        """Those of the day by the id of their place, looked up for the first meeting."""
        if self._found is None:
            self._found = {}
            on = self._on
            for row in self._knowledge.meetings:
                if on is not None and row["from"] <= on <= row["to"]:
                    parties = tuple(_actors(self._knowledge, row["people"].split("|"), row["date"] or on))
                    self._found[row["place"]] = Known(parties, row["date"])
        return self._found

    def at(self, view: View, frame: Frame) -> Known | None:
        """The known meeting at the place that stands right behind the frame's cue, or None."""
        if view.tokens[frame.cue].value("contact") not in MODES or not self._by_place:
            return None
        for token in view.tokens[frame.cue + 1 : frame.last + REACH]:
            known = self._by_place.get(token.value("place") or "")
            if known or token.has("contact") or token.has("subordinator"):
                return known
        return None


def _actors(knowledge: Knowledge, people: Iterable[str], on: str) -> Iterable[Actor]:
    for person in people:
        known = knowledge.people.by_id[person]
        country = knowledge.people.country(person, on)
        office = next((t.office for t in knowledge.people.offices(person, on)), None)
        yield Actor(country, known.name, person, office, "leader", known.sex, "meeting known by its place")
