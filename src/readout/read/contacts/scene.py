"""Where a contact takes place: the place that its noun is named by, or one in its clause."""

from typing import Final

from readout.knowledge.loader import Knowledge
from readout.model.records import Place
from readout.read.analysis import View
from readout.read.contacts.conflicts import Conflicts
from readout.read.contacts.frames import Frame
from readout.read.contacts.told_times import time_of
from readout.read.symbols import Symbols
from readout.read.tokens import Token

PLACE_REACH: Final = 6
ADVERBIAL: Final = ("filler", "ongoing", "past", "go-v", "leave-v")
"""What may stand before the place where something happens; behind a noun or a verb of another kind it is the place of
that ("họp báo ở Kyiv", "chiến tranh ở Sudan")."""


class Scene:
    """Reads the places around a cue."""

    def __init__(self, knowledge: Knowledge, symbols: Symbols, conflicts: Conflicts) -> None:
        self._places = knowledge.places
        self._conflicts = conflicts
        self._prepositions = symbols.set_of("preposition")
        self._commas = symbols.set_of("comma")
        self._brackets = symbols.set_of("open", "close")
        self._reports = symbols.reporting()
        self._clause_ends = symbols.set_of("stop", "semicolon", "quote", "colon")

    def place(self, view: View, frame: Frame) -> Place | None:
        """The place that the noun is named by ("cuộc gặp Busan"), else behind a preposition in the cue's clause, the
        nearest to the cue; of two as near the one behind it ("hòa bình ở Sudan sau cuộc gặp tại Doha")."""
        if named := self._named_by_place(view, frame):
            return named
        best: tuple[int, Place] | None = None
        for index in range(max(0, frame.cue - PLACE_REACH), min(len(view.tokens), frame.last + PLACE_REACH + 1)):
            before = index - 1 if index and not view.tokens[index - 1].has("settlement") else index - 2
            if before < 0 or view.tokens[before].symbol not in self._prepositions:
                continue
            place = self._place_of(view.tokens[index])
            if place is None or not self._is_scene(view, before, index, frame):
                continue
            distance = index - frame.last if index > frame.last else frame.cue - index
            if best is None or distance < best[0] + (index > frame.last):
                best = (distance, place)
        return best[1] if best else None

    def _is_scene(self, view: View, before: int, index: int, frame: Frame) -> bool:
        """The place at `index` behind the preposition at `before` is the contact's."""
        if not view.tokens[before].has("to-place") or self.separated(view, index, frame):
            return False
        if view.tokens[frame.cue].has("peace-talks") and self._is_at_war(view, before, index, frame):
            return False
        return index > frame.cue or self._is_adverbial(view, before, index, frame)

    def _is_adverbial(self, view: View, before: int, index: int, frame: Frame) -> bool:
        """Before the cue a place stands at the beginning of the sentence or of a phrase, and nobody says something
        there ("Tại cuộc họp báo ở Kyiv, ông A nói sẽ gặp ông B"); inside the frame no comma follows it."""
        between = view.string[index + 1 : frame.cue]
        if not self._reports.isdisjoint(between):
            return False
        if before >= frame.first and self._commas.isdisjoint(between):
            return True
        opens = self._commas | self._brackets
        if before == 0 or view.tokens[before - 1].symbol in opens or _is_adverb(view.tokens[before - 1]):
            return True
        first = before
        while first and view.tokens[first - 1].symbol not in opens and time_of(view.tokens[first - 1]) is None:
            first -= 1
        opening = view.tokens[first]  # "tại nhà ga ở thủ đô X", "nhân dịp dự diễn đàn tại X"
        return opening.has("at-place") or opening.value("occasion") == "ongoing"

    def _is_at_war(self, view: View, before: int, index: int, frame: Frame) -> bool:
        """Where they fight ("đàm phán hòa bình ở Gaza"): a place of the war, or behind "ở" a country that wages it.
        "Tại" and a country is where they sit, and so is a country at war with others than those at the table."""
        token = view.tokens[index]
        if place := token.value("place"):
            return self._conflicts.is_fought_in(place)
        inside = range(frame.first, frame.last + 1)
        table = {a.country for at in inside if at != index for a in view.actors.get(at, ()) if a.country}
        return view.tokens[before].has("attributive") and self._conflicts.is_fought_by(token.value("country"), table)

    def _named_by_place(self, view: View, frame: Frame) -> Place | None:
        """ "Cuộc gặp Busan", and not "hội nghị thượng đỉnh Gaza ở Ai Cập"."""
        at = frame.cue + 1
        named = any(view.tokens[frame.cue].has(cls) for cls in ("meet-n", "summit-n", "talks-n"))
        if not named or at >= len(view.tokens) or at in view.actors or not view.tokens[at].has("place"):
            return None
        elsewhere = len(view.tokens) > at + 2 and view.tokens[at + 1].has("to-place")
        return None if elsewhere and self._place_of(view.tokens[at + 2]) else self._place_of(view.tokens[at])

    def _place_of(self, token: Token) -> Place | None:
        known = self._places.get(token.value("place") or "")
        if known:
            return Place(name=known["name"], country=known["country"] or None)
        country = token.value("country")
        return Place(country=country) if country else None

    def separated(self, view: View, index: int, frame: Frame) -> bool:
        """Something else begins between the token at `index` and the cue."""
        low, high = sorted((index, frame.cue))
        return any(
            view.tokens[at].symbol in self._clause_ends
            or view.tokens[at].has("subordinator")
            or view.tokens[at].has("since-event")
            or (view.tokens[at].has("then") and index < frame.cue)  # "gặp ông A ở Hàn Quốc, rồi thăm …"
            or view.tokens[at].value("occasion") == "planned"  # "… ở Ukraine trước thềm cuộc gặp": where they fight
            or (view.tokens[at].has("contact") and at != frame.cue)
            for at in range(low + 1, high)
        )


def _is_adverb(token: Token) -> bool:
    return time_of(token) is not None or any(token.has(cls) for cls in ADVERBIAL)
