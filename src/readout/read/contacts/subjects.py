"""Who a slot of a frame means, and who its subject is where the frame leaves a party out."""

from collections.abc import Sequence
from typing import Final

from readout.read.actor import is_organisation
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate
from readout.read.contacts.frames import Frame
from readout.read.mentions import Mention
from readout.read.offices import TOP_OFFICES
from readout.read.symbols import Symbols
from readout.read.tokens import Token

GOES_ON: Final = ("future", "past", "negate", "desired", "contact")
"""Right behind a comma they go on with the subject of the sentence."""
SOURCE_REACH: Final = 6
GOING: Final = ("go-v", "visit-v", "leave-v", "home-v")
BEFORE_ADJUNCT: Final = frozenset(("dative", *GOING))
RECEIVED: Final = ("call-v", "meet-v", "welcome-v")
MET: Final = ("with", "meet-n", "call-n", *RECEIVED)
"""Right behind these words stands who is called, met or received."""


class Subjects:
    """Finds actors in a sentence; `symbols` is the alphabet."""

    def __init__(self, places: dict[str, dict[str, str]], symbols: Symbols) -> None:
        self._places = places
        self._prepositions = symbols.set_of("preposition")
        self._commas = symbols.set_of("comma")
        self._quotes = symbols.set_of("quote")
        self._semicolons = symbols.set_of("semicolon")
        self._brackets = symbols.set_of("open", "close")

    def accompanied(self, view: View, index: int | None) -> list[Actor]:
        """The actors of a slot, and those whom they go with ("Thủ tướng Anh sẽ cùng ông Zelensky …")."""
        actors = self.actors(view, index)
        if index is None or index < 2 or not view.tokens[index - 1].has("accompany"):
            return actors
        for at in range(index - 2, max(-1, index - 7), -1):
            if view.actors.get(at):
                return merged(view.actors[at], actors)
        return actors

    def missing(
        self, view: View, frame: Frame, known: list[Actor], context: list[Actor], before: Sequence[Candidate] = ()
    ) -> list[Actor]:
        """The party that the frame leaves out: the subject of the clause, else the partner of a contact told before,
        else who the article last spoke of."""
        there = {actor.country for actor in known}
        found = self.subject(view, frame, there)
        if found:
            return found
        keys = {actor.key for actor in known if actor.person}
        for candidate in before:
            if keys & candidate.people:
                return [p.actor for p in candidate.parties if p.actor.key not in keys and p.country not in there]
        return [actor for actor in context if actor.country and actor.country not in there][: 1 if known else 2]

    def subject(self, view: View, frame: Frame, there: set[str | None]) -> list[Actor]:
        """The nearest actor before the frame that stands behind no preposition; else one behind the frame's comma
        ("Sau cuộc gặp với ông Putin, ông Trump …"); else one behind a preposition."""
        taken = set(frame.slots.values())
        behind: list[Actor] = []
        at_the_time = self._at_the_time(view, frame.cue)
        for index in range(frame.cue - 1, -1, -1) if not at_the_time else range(frame.cue):
            fitting = self._fitting(view, index, taken, there)
            if not fitting or self.resumed(view, index, frame.cue) or self._in_quotation(view, index, frame.cue):
                continue
            if index and view.tokens[index - 1].has("summit-n"):
                continue  # "dự hội nghị thượng đỉnh G20 và thăm Nam Phi"
            if self.adjunct(view, index) or self._received(view, frame, index):
                if not behind or (fitting[0].person and not behind[0].person):
                    behind = fitting
                continue
            return [a for a in self.accompanied(view, index) if a.country not in there]
        return self._subject_behind(view, frame, taken, there) or behind

    def _received(self, view: View, frame: Frame, index: int) -> bool:
        """Who is called or met is no subject of what the sentence tells next ("A gọi cho B sau cuộc gặp với C"), nor
        those between whom something is ("quan hệ giữa A và B, trong chuyến thăm …")."""
        if index and view.tokens[index - 1].has("between"):
            return True
        if not index or frame.shape != "parties":
            return False
        return any(view.tokens[index - 1].has(cls) for cls in RECEIVED)

    def by_name(self, view: View, frame: Frame, sides: list[Actor]) -> list[Actor]:
        """For a bare side its leader, where the sentence names him before the frame as somebody who acts ("ông A khoe
        sức mạnh quân sự Mỹ khi đón ông B")."""
        acting = [
            actor
            for index in range(frame.cue)
            if not self.adjunct(view, index) and not self._in_quotation(view, index, frame.cue)
            for actor in view.actors.get(index, ())
            if actor.person and actor.office in TOP_OFFICES
        ]
        leaders = {actor.country: actor for actor in acting}
        return [leaders.get(side.country, side) if side.kind == "side" else side for side in sides]

    def _in_quotation(self, view: View, index: int, cue: int) -> bool:
        """The actor is spoken of in a quotation that has ended before the cue."""
        return sum(view.tokens[at].symbol in self._quotes for at in range(index + 1, cue)) % 2 == 1

    def _at_the_time(self, view: View, cue: int) -> bool:
        """The clause behind a comma only says when ("…, khi hội đàm với ông B"): its subject is the sentence's."""
        at = cue - 1
        while at > 0 and (view.tokens[at].has("filler") or view.tokens[at].has("ongoing")):
            at -= 1
        return at > 1 and view.tokens[at].has("clause-of-time") and view.tokens[at - 1].symbol in self._commas

    def says(self, view: View, index: int, cue: int) -> bool:
        """A reporting verb stands between, and behind it nobody attends or travels, or somebody else does."""
        behind = view.tokens[index + 1 : cue]
        said = max((at for at, token in enumerate(behind) if token.has("say")), default=-1)
        if said < 0:
            return False
        others = any(
            view.actors.get(at) and not self.adjunct(view, at) and not view.tokens[at - 1].has("invite")
            for at in range(index + 2 + said, cue)
        )
        return others or not any(t.has("attend") or t.has("go-v") for t in behind[said:])

    def adjunct(self, view: View, index: int) -> bool:
        """The actor stands behind a preposition or is where somebody goes ("đến Thổ Nhĩ Kỳ") or something happens
        ("tại Busan, Hàn Quốc", "ở Kazan (Nga)"): no subject."""
        if not index:
            return False
        if self._only_source(view, index):
            return True
        if self._bracketed(view, index):
            return True
        before = view.tokens[index - 1]
        if before.symbol in self._commas and index > 1 and view.tokens[index - 2].has("place"):
            return all(actor.kind == "side" for actor in view.actors.get(index, ()))
        if before.has("with") and not before.has("accompany"):
            return True
        return before.symbol in self._prepositions or not BEFORE_ADJUNCT.isdisjoint(before.meaning.classes)

    def _bracketed(self, view: View, index: int) -> bool:
        """A country alone stands in brackets ("ở Kazan (Nga)"); an organisation may be the short name of who acts."""
        if view.tokens[index - 1].symbol not in self._brackets:
            return False
        if view.string[index + 1 : index + 2] not in self._brackets:
            return False
        return not any(is_organisation(actor.country) for actor in view.actors.get(index, ()))

    def _only_source(self, view: View, index: int) -> bool:
        """The actor tells what the sentence says ("Theo lịch trình bà A công bố, ông B …"): no subject of it."""
        if not view.tokens[0].has("according") or any(mark in self._commas for mark in view.string[:index]):
            return False
        return any(mark in self._commas for mark in view.string[index + 1 : index + SOURCE_REACH])

    def gone_to(self, view: View, index: int) -> bool:
        """Somebody goes there ("lên đường thăm chính thức Kuwait và Algeria")."""
        at = index - 1
        while at >= 0 and view.tokens[at].has("filler") and not view.tokens[at].has("visit-v"):
            at -= 1
        return at >= 0 and (view.tokens[at].has("visit-v") or view.tokens[at].has("go-v"))

    def there(self, view: View, index: int) -> bool:
        """The actor's name is where something happens ("tại Hàn Quốc")."""
        return bool(index) and view.tokens[index - 1].has("at-place")

    def resumed(self, view: View, index: int, cue: int) -> bool:
        """The verb goes on with the sentence's subject A, not with the B spoken of between: "A nói B …, sẽ gặp C",
        "A gọi cho B, rồi gặp C"."""
        commas = [at for at in range(index + 1, cue) if view.tokens[at].symbol in self._commas]
        if not commas:
            return False
        reported = any(token.has("report") for token in view.tokens[:index])
        follows = any(view.actors.get(at) and not self.adjunct(view, at) for at in range(index))
        return any(
            (follows and view.tokens[at + 1].has("then"))
            or (reported and any(view.tokens[at + 1].has(cls) for cls in GOES_ON))
            for at in commas
        )

    def met_before(self, view: View, index: int, cue: int) -> bool:
        """The actor was met in what the sentence told before, and the verb goes on with its subject ("hội đàm với A,
        hội kiến B")."""
        if not index or not any(view.tokens[index - 1].has(cls) for cls in MET):
            return False
        at = cue - 1
        while at > index and any(view.tokens[at].has(cls) for cls in ("filler", "past", "and")):
            at -= 1
        return at > index and view.tokens[at].symbol in self._commas

    def sided(self, view: View, frame: Frame, met: list[Actor]) -> list[Actor]:
        """Who is named without a country is of the one to which the sentence said that the other goes, or of the one
        that was met before ("thăm Oman và gặp người đồng cấp A", "hội đàm với Tổng thống X, hội kiến Thủ tướng A")."""
        if all(actor.country or not actor.person for actor in met):
            return met
        sides = {
            actor.country
            for at in range(1, frame.cue)
            if any(view.tokens[at - 1].has(cls) for cls in (*GOING, *MET))
            for actor in view.actors.get(at, ())
            if actor.country
        }
        if len(sides) != 1:
            return met
        return [actor if actor.country else _of_side(actor, next(iter(sides))) for actor in met]

    def _subject_behind(self, view: View, frame: Frame, taken: set[int], there: set[str | None]) -> list[Actor]:
        for index in range(frame.last + 1, len(view.tokens)):
            if view.tokens[index - 1].symbol in self._commas or view.tokens[index - 1].record is not None:
                fitting = self._fitting(view, index, taken, there)
                if fitting:
                    return fitting
        return []

    def _fitting(self, view: View, index: int, taken: set[int], there: set[str | None]) -> list[Actor]:
        if index in taken:
            return []
        return [a for a in view.actors.get(index, ()) if a.country and a.country not in there]

    def actors(self, view: View, index: int | None) -> list[Actor]:
        """Who the token at `index` means; a bare country or a place stands for its side."""
        if index is None:
            return []
        token = view.tokens[index]
        if index in view.actors:
            whose = bool(index) and view.tokens[index - 1].has("delegation")  # "chính quyền ông Trump"
            return [Actor(a.country, kind="delegation") if whose else a for a in view.actors[index]]
        if isinstance(token.record, Mention):
            return [Actor(member.side) for member in token.record.members if member.side]
        country = self.place_country(token)
        return [Actor(country)] if country else []

    def only_country(self, view: View, frame: Frame, guests: list[Actor]) -> Actor | None:
        """The one other country that the frame's part of the sentence names in passing ("thăm cấp nhà nước, dự
        Quốc khánh Lào"), not one that only qualifies another noun ("gần biên giới Nga")."""
        own = {guest.country for guest in guests}
        named = {
            country
            for at, token in enumerate(view.tokens)
            if (country := token.value("country"))
            and country not in own
            and not (at and view.tokens[at - 1].has("nationality"))
            and not self.apart(view, at, frame.cue)
        }
        return Actor(named.pop()) if len(named) == 1 else None

    def apart(self, view: View, index: int, cue: int) -> bool:
        """A semicolon stands between: another piece of news, or the next of a list that shares its subject."""
        low, high = sorted((index, cue))
        return any(view.tokens[at].symbol in self._semicolons for at in range(low + 1, high))

    def place_country(self, token: Token) -> str | None:
        """The country of a known place, or None."""
        place = token.value("place")
        return (self._places[place]["country"] or None) if place in self._places else None


def _of_side(actor: Actor, side: str) -> Actor:
    """The actor with a country; one word alone is no name of somebody new."""
    person = actor.person if " " in (actor.person or "") else None
    return Actor(side, person, actor.person_id, actor.office, actor.kind, actor.sex, "side met before")


def merged(first: list[Actor], second: list[Actor]) -> list[Actor]:
    """Both lists without repeating a person, nor a country that has a named person already."""
    found: list[Actor] = []
    for actor in (*first, *second):
        if not actor.country or any(actor.key == known.key for known in found):
            continue
        if actor.person is None and any(known.country == actor.country for known in found):
            continue
        if actor.person is not None:
            found = [k for k in found if k.person is not None or k.country != actor.country]
        found.append(actor)
    return found
