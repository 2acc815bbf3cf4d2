"""Who takes part in a contact: the actors of the frame's slots, and the subject where the frame leaves one out."""

from collections.abc import Sequence

from readout.read.actors import TOP_OFFICES, Actor
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.frames import Frame
from readout.read.mentions import Mention
from readout.read.tokens import Token

SPOKESPEOPLE = ("press-secretary", "foreign-ministry-spokesperson", "government-spokesperson", "spokesperson")
AUXILIARIES = ("future", "past", "negate")


class PartyFinder:
    """Finds the parties of a frame in its sentence."""

    def __init__(
        self,
        places: dict[str, dict[str, str]],
        prepositions: frozenset[str],
        commas: frozenset[str],
        home: str | None,
        main_pair: list[Actor],
    ) -> None:
        self._main_pair = main_pair
        self._home = home
        self._places = places
        self._prepositions = prepositions
        self._commas = commas

    def groups(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[list[Party]]:
        """The parties of each contact that the frame tells; several where one subject meets others in turn.

        `context` holds the actors of earlier sentences, the last first; `before` the contacts read so far.
        """
        if frame.shape == "host":
            return [self._hosted(view, frame, before)]
        if frame.shape == "implied":
            return [self._official_parties(self._of_main_pair(view, frame) or self._implied(view, frame, context))]
        if frame.shape in ("visit", "travel"):
            return [self._visit(view, frame, context, before)]
        if frame.shape == "invite":
            return [self._invitation(view, frame)]
        if frame.shape == "summit":
            return [self._summit(view, frame)]
        a = self._accompanied(view, frame.slots.get("a"))
        b = self.actors(view, frame.slots.get("b"))
        if len(_countries(a + b)) < 2:
            a = _merge(a, self._missing(view, frame, a + b, context, before))
        return self._in_turn(view, frame, a, b) or [self._official_parties([Party(actor) for actor in _merge(a, b)])]

    def actors(self, view: View, index: int | None) -> list[Actor]:
        """Who the token at `index` means; a bare country or a place stands for its side."""
        if index is None:
            return []
        token = view.tokens[index]
        if isinstance(token.record, Mention):
            return view.actors.get(index, [])
        country = self._place_country(token)
        return [Actor(country)] if country else []

    def _in_turn(self, view: View, frame: Frame, a: list[Actor], b: list[Actor]) -> list[list[Party]]:
        """ "các cuộc gặp với A và B" and people of one country on one side are one contact each."""
        if len(_countries(a)) != 1 or len(b) < 2 or (len(_countries(b)) != len(b) and not all(x.person for x in b)):
            return []
        if view.tokens[frame.cue].value("contact") == "phone-call" and len(_countries(b)) == len(b):
            return [[Party(actor) for actor in _merge(a, [other])] for other in b]
        words = [e.form for t in view.tokens[max(0, frame.cue - 3) : frame.cue + 1] for e in t.entries]
        listed = len(b) > 2 and view.tokens[frame.cue].has("meet-v") and all(x.kind != "side" for x in b)
        plural = listed or any(w.startswith("các") or w in ("lần lượt", "nhiều", "hai") for w in words)
        if not plural:
            return []
        return [[Party(actor) for actor in _merge(a, [other])] for other in b]

    def _visit(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[Party]:
        guests = self._accompanied(view, frame.slots.get("guest"))
        host = self._host(view, frame.slots.get("host"))
        if not guests and view.tokens[frame.cue].has("visit-n"):
            guests = _guests_told(before, host)
        if not guests:
            guests = self._travellers(self._missing(view, frame, [host] if host else [], context), host)
        if host is None and guests:
            host = self._only_country(view, guests)
        if host is None and guests:
            there = self._missing(view, frame, guests, context)[:1] or self._home_of(view, frame, guests)
            host = there[0] if there else None
        host = self._inviter(view, host)
        guests = [g for g in guests if host is None or g.country != host.country]
        if host is None or not guests:
            return []
        return [*(Party(guest, "guest") for guest in guests), Party(host, "host")]

    def _host(self, view: View, index: int | None) -> Actor | None:
        if index is None:
            return None
        token = view.tokens[index]
        if isinstance(token.record, Mention):
            found = view.actors.get(index)
            return found[0] if found else Actor(token.record.side) if token.record.side else None
        country = token.value("country") or self._place_country(token)
        return Actor(country) if country else None

    def _only_country(self, view: View, guests: list[Actor]) -> Actor | None:
        """The one other country that the sentence names in passing ("thăm cấp nhà nước, dự Quốc khánh Lào")."""
        if not view.tokens:
            return None
        own = {guest.country for guest in guests}
        named = {token.value("country") for token in view.tokens} - own - {None}
        return Actor(named.pop()) if len(named) == 1 else None

    def _travellers(self, guests: list[Actor], host: Actor | None) -> list[Actor]:
        """Who may travel: officials; where only a country was found, the leader of the article's main pair."""
        officials = [g for g in guests if g.person or g.kind != "side"]
        return officials or [a for a in self._main_pair if host is None or a.country != host.country][:1]

    def _home_of(self, view: View, frame: Frame, guests: list[Actor]) -> list[Actor]:
        """A welcome ceremony for a foreign guest, in a newspaper that names no host, is at home."""
        welcome = any(entry.form.startswith("lễ đón") for entry in view.tokens[frame.cue].entries)
        return [Actor(self._home)] if welcome and self._home and guests[0].country != self._home else []

    def _inviter(self, view: View, host: Actor | None) -> Actor | None:
        """ "Theo lời mời của Chủ tịch nước …": the host country's person who invites."""
        for index, token in enumerate(view.tokens[:-1]):
            if host is not None and token.has("by-invitation"):
                inviter = view.actors.get(index + 1) or []
                return next((a for a in inviter if a.country == host.country and a.person), host)
        return host

    def _accompanied(self, view: View, index: int | None) -> list[Actor]:
        """The actors of a slot, and those whom they go with ("Thủ tướng Anh sẽ cùng ông Zelensky …")."""
        actors = self.actors(view, index)
        if index is None or index < 2 or not view.tokens[index - 1].has("accompany"):
            return actors
        for at in range(index - 2, max(-1, index - 7), -1):
            if view.actors.get(at):
                return _merge(view.actors[at], actors)
        return actors

    def _invitation(self, view: View, frame: Frame) -> list[Party]:
        guests = self.actors(view, frame.slots.get("guest"))
        inviters = self.actors(view, frame.slots.get("a"))
        host = self._host(view, frame.slots.get("host"))
        hosts = [h for h in inviters if host is None or h.country == host.country] or ([host] if host else [])
        return [*(Party(g, "guest") for g in guests), *(Party(h, "host") for h in hosts)]

    def _hosted(self, view: View, frame: Frame, before: list[Candidate]) -> list[Party]:
        """The host receives the guest of the frame, else the guest of the last visit told."""
        hosts = self.actors(view, frame.slots.get("host"))[:1]
        guests = self.actors(view, frame.slots.get("guest"))
        if not guests:
            visits = [c for c in before if c.mode == "visit"]
            guests = [p.actor for p in visits[-1].parties if p.role == "guest"] if visits else []
        guests = [g for g in guests if not hosts or g.country != hosts[0].country]
        return [*(Party(g, "guest") for g in guests), *(Party(h, "host") for h in hosts)] if guests else []

    def _of_main_pair(self, view: View, frame: Frame) -> list[Party]:
        """A bare "cuộc điện đàm" in an article about two leaders is theirs, unless the sentence names another side."""
        pair = {actor.country: actor for actor in self._main_pair}
        if len(pair) < 2 or not any(view.tokens[frame.cue].has(cls) for cls in ("call-n", "meet-n", "summit-n")):
            return []
        others = [
            a
            for index, actors in view.actors.items()
            if not self._adjunct(view, index) and not frame.first <= index <= frame.last
            for a in actors
            if a.country not in pair
        ]
        return [] if others else [Party(actor) for actor in pair.values()]

    def _official_parties(self, parties: list[Party]) -> list[Party]:
        """Who speaks for a government is no party of its contacts; the government is."""
        return [Party(Actor(p.country), p.role) if p.actor.office in SPOKESPEOPLE else p for p in parties]

    def _implied(self, view: View, frame: Frame, context: list[Actor]) -> list[Party]:
        """The two sides that the sentence speaks of outside the frame; nobody where there are fewer or more.

        Delegations negotiate and leaders hold summits: of named people only a leader at a summit is a party.
        """
        people = view.tokens[frame.cue].value("contact") != "talks"
        sides: dict[str, Actor] = {}
        for index in sorted(view.actors):
            if (
                frame.first <= index <= frame.last
                or (people and self._adjunct(view, index))
                or self._there(view, index)
            ):
                continue
            for actor in view.actors[index]:
                if actor.country and (actor.country not in sides or sides[actor.country].person is None):
                    sides[actor.country] = (
                        actor if people and actor.office in TOP_OFFICES else Actor(actor.country, kind=actor.kind)
                    )
        for index, token in enumerate(view.tokens):
            country = token.value("country") if index not in view.actors else None
            if country and country not in sides and not frame.first <= index <= frame.last:
                return []
        if len(sides) == 1:
            sides.update({a.country: Actor(a.country) for a in context[:1] if a.country and a.country not in sides})
        official = not people or any(a.person or a.kind in ("office", "leader") for a in sides.values())
        return [Party(actor) for actor in sides.values()] if len(sides) == 2 and official else []

    def _summit(self, view: View, frame: Frame) -> list[Party]:
        parties = self.actors(view, frame.slots.get("b"))
        for index in range(frame.cue + 1, min(len(view.tokens), frame.cue + 8)):
            token = view.tokens[index]
            if view.string[index - 1] in self._prepositions and (country := self._host(view, index)):
                parties = _merge(parties, [country])
            elif token.has("contact"):
                break
        return [Party(actor) for actor in _merge(self._attending(view, frame, parties), parties)]

    def _attending(self, view: View, frame: Frame, parties: list[Actor]) -> list[Actor]:
        """Who goes to the summit: the subject of the clause ("khi dự hội nghị"), both parties of a meeting "tại" it."""
        there = {p.country for p in parties}
        clause = max(
            (
                at
                for at in range(frame.cue)
                if view.tokens[at].has("subordinator") and not view.tokens[at + 1].has("ongoing")
            ),
            default=0,
        )
        before = [
            a
            for index in range(clause, frame.cue)
            if not (index and view.string[index - 1] in self._prepositions)
            for a in view.actors.get(index, ())
            if a.country and a.country not in there
        ]
        held_at = frame.cue and any(e.form in ("tại", "bên lề") for e in view.tokens[frame.cue - 1].entries)
        return before if held_at else before[:1]

    def _place_country(self, token: Token) -> str | None:
        place = token.value("place")
        return (self._places[place]["country"] or None) if place in self._places else None

    def _missing(
        self, view: View, frame: Frame, known: list[Actor], context: list[Actor], before: Sequence[Candidate] = ()
    ) -> list[Actor]:
        """The party that the frame leaves out: the subject of the clause, else the partner of a contact told before,
        else who the article last spoke of."""
        there = {actor.country for actor in known}
        found = self._subject(view, frame, there)
        if found:
            return found
        keys = {actor.key for actor in known if actor.person}
        for candidate in before:
            if keys & candidate.people:
                return [p.actor for p in candidate.parties if p.actor.key not in keys and p.country not in there]
        return [actor for actor in context if actor.country and actor.country not in there][: 1 if known else 2]

    def _subject(self, view: View, frame: Frame, there: set[str | None]) -> list[Actor]:
        """The nearest actor before the frame that stands behind no preposition; else one behind the frame's comma
        ("Sau cuộc gặp với ông Putin, ông Trump …"); else one behind a preposition."""
        taken = set(frame.slots.values())
        behind: list[Actor] = []
        for index in range(frame.cue - 1, -1, -1):
            fitting = self._fitting(view, index, taken, there)
            if not fitting or self._resumed(view, index, frame.cue):
                continue
            if self._adjunct(view, index):
                behind = behind or fitting
                continue
            return [a for a in self._accompanied(view, index) if a.country not in there]
        return self._subject_behind(view, frame, taken, there) or behind

    def _adjunct(self, view: View, index: int) -> bool:
        """The actor stands behind a preposition or is where somebody goes ("đến Thổ Nhĩ Kỳ") or happens
        ("tại Busan, Hàn Quốc"): no subject."""
        if not index:
            return False
        before = view.tokens[index - 1]
        if index > 1 and view.string[index - 1] in self._commas and view.tokens[index - 2].has("place"):
            return True
        return view.string[index - 1] in self._prepositions or before.has("go-v") or before.has("visit-v")

    def _there(self, view: View, index: int) -> bool:
        """The actor's name is where something happens ("tại Hàn Quốc")."""
        return bool(index) and any(entry.form in ("tại", "ở", "trên") for entry in view.tokens[index - 1].entries)

    def _resumed(self, view: View, index: int, cue: int) -> bool:
        """Behind "A nói B …, sẽ gặp C" the verb after comma and auxiliary has the subject A, not B of the report."""
        reported = any(token.has("report") for token in view.tokens[:index])
        return reported and any(
            view.string[at] in self._commas and any(view.tokens[at + 1].has(cls) for cls in AUXILIARIES)
            for at in range(index + 1, cue)
        )

    def _subject_behind(self, view: View, frame: Frame, taken: set[int], there: set[str | None]) -> list[Actor]:
        for index in range(frame.last + 1, len(view.tokens)):
            if view.string[index - 1] in self._commas or view.tokens[index - 1].record is not None:
                fitting = self._fitting(view, index, taken, there)
                if fitting:
                    return fitting
        return []

    def _fitting(self, view: View, index: int, taken: set[int], there: set[str | None]) -> list[Actor]:
        if index in taken:
            return []
        return [a for a in view.actors.get(index, ()) if a.country and a.country not in there]


def _guests_told(before: list[Candidate], host: Actor | None) -> list[Actor]:
    """The guests of the visit to that host which the article spoke of before: "chuyến thăm Bulgaria" is the same."""
    for visit in reversed(before):
        if (
            host
            and visit.mode == "visit"
            and any(p.role == "host" and p.country == host.country for p in visit.parties)
        ):
            return [p.actor for p in visit.parties if p.role == "guest"]
    return []


def _countries(actors: list[Actor]) -> set[str]:
    return {actor.country for actor in actors if actor.country}


def _merge(first: list[Actor], second: list[Actor]) -> list[Actor]:
    """Both lists without repeating a person, nor a country that has a named person already."""
    merged: list[Actor] = []
    for actor in (*first, *second):
        if not actor.country or any(actor.key == known.key for known in merged):
            continue
        if actor.person is None and any(known.country == actor.country for known in merged):
            continue
        if actor.person is not None:
            merged = [k for k in merged if k.person is not None or k.country != actor.country]
        merged.append(actor)
    return merged
