"""Talks whose parties the words leave out ("đàm phán Gaza"): those who are at war with each other."""

from dataclasses import dataclass
from typing import Final

from readout.knowledge import Knowledge
from readout.read.analysis import View
from readout.read.contacts.frames import Frame

BEHIND: Final = 3
"""So many tokens behind the frame may say what the talks are about, or where."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who fights, by which places it is named, and who only mediates between them."""

    parties: tuple[str, ...]
    places: frozenset[str]
    mediators: frozenset[str]


class Conflicts:
    """The conflicts of a day; without a day of publication, none."""

    def __init__(self, knowledge: Knowledge, on: str | None) -> None:
        self._rows = knowledge.conflicts if on is not None else []
        self._on = on or ""
        self._found: list[Conflict] | None = None

    @property
    def _known(self) -> list[Conflict]:
        """Those of the day, looked up for the first talks without parties."""
        if self._found is None:
            rows = [row for row in self._rows if row["from"] <= self._on and (not row["to"] or self._on <= row["to"])]
            self._found = [
                Conflict(
                    tuple(row["parties"].split("|")),
                    frozenset(filter(None, row["places"].split("|"))),
                    frozenset(filter(None, row["mediators"].split("|"))),
                )
                for row in rows
            ]
        return self._found

    def quarrelling(self, sides: set[str]) -> set[str]:
        """The parties of the conflicts of which all are among the sides."""
        return {side for one in self._known if sides >= set(one.parties) for side in one.parties}

    def is_fought_in(self, place: str) -> bool:
        """A war of the day is named by the place."""
        return any(place in one.places for one in self._known)

    def is_fought_by(self, country: str | None, table: set[str]) -> bool:
        """The country is at war, and the talks of those at the `table` are not two others'."""
        wars = [one.parties for one in self._known if country in one.parties]
        return any(len(table) < 2 or not table.isdisjoint(parties) for parties in wars)

    def at_the_table(self, view: View, frame: Frame, sides: set[str], before: set[str]) -> tuple[str, ...]:
        """Who negotiates where a sentence speaks of talks and of `sides`: the parties of the one conflict of which it
        names both, or one together with nobody but mediators and a word of war or peace, or only the place where the
        article named a party `before`. Of those who speak of "peace talks" of others they are the parties.

        Empty where a side takes part that neither fights nor mediates, and for talks about trade or arms.
        """
        behind = view.tokens[frame.cue : frame.last + BEHIND]
        if any(token.has("other-matter") for token in behind):
            return ()
        places = {known for token in view.tokens if (known := token.value("place"))}
        venue = {known for token in behind if (known := token.value("place"))}
        peace = any(token.has("hostilities") for token in view.tokens)
        peace_talks = any(token.has("peace-talks") or token.has("hostilities") for token in behind)
        for conflict in self._known:
            fighting = sides & set(conflict.parties)
            others = sides - fighting - conflict.mediators
            place = bool(places & conflict.places) and bool((sides | before) & set(conflict.parties))
            if venue - conflict.places and len(fighting) < 2:
                return ()  # "đàm phán Geneva" may be others'
            if not (fighting or place) or (others and not (peace_talks and len(fighting) > 1)):
                continue
            if len(fighting) > 1 or place or peace:
                return tuple(sorted(conflict.parties, key=lambda side: side not in sides))
        return ()
