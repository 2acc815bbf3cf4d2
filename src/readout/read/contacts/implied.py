"""The parties of a contact whose words name none: who the sentence, the article or the conflict means."""

from typing import Final

from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.candidate import Party
from readout.read.contacts.conflicts import Conflicts
from readout.read.contacts.frames import Frame
from readout.read.contacts.subjects import Subjects
from readout.read.mentions import Mention
from readout.read.offices import TOP_OFFICES
from readout.read.symbols import Symbols

SEAT_REACH: Final = 7


class ImpliedParties:
    """Finds two sides for a bare "cuộc gặp" or "đàm phán"; `symbols` is the alphabet, `lead` title and
    lead, of which the sides may be meant."""

    def __init__(
        self,
        subjects: Subjects,
        conflicts: Conflicts,
        main_pair: list[Actor],
        leaders: dict[str, Actor],
        symbols: Symbols,
        lead: list[View],
    ) -> None:
        self._lead = lead
        self._subjects = subjects
        self._conflicts = conflicts
        self._main_pair = main_pair
        self._leaders = leaders
        self._commas = symbols.set_of("comma")
        self._breaks = symbols.set_of("semicolon")

    def parties(self, view: View, frame: Frame, context: list[Actor]) -> list[Party]:
        """The article's main pair, else the sentence's two sides; nobody where the words leave it open."""
        if self.with_others(view, frame):
            return []
        return self._of_main_pair(view, frame) or self._implied(view, frame, context)

    def _of_main_pair(self, view: View, frame: Frame) -> list[Party]:
        """A bare "cuộc điện đàm" in an article about two leaders is theirs, unless the sentence names another side."""
        pair = {actor.country: actor for actor in self._main_pair}
        if len(pair) < 2 or not any(view.tokens[frame.cue].has(cls) for cls in ("call-n", "meet-n", "summit-n")):
            return []
        others = [
            a
            for index, actors in view.actors.items()
            if not self._subjects.adjunct(view, index) and not frame.first <= index <= frame.last
            for a in actors
            if a.country not in pair
        ]
        return [] if others else [Party(actor) for actor in pair.values()]

    def _implied(self, view: View, frame: Frame, context: list[Actor]) -> list[Party]:
        """The two sides that the sentence speaks of outside the frame; nobody where there are fewer or more.

        Delegations negotiate and leaders hold summits: of named people only a leader at a summit is a party.
        """
        people = view.tokens[frame.cue].value("contact") != "talks"
        if people and (seated := self._seated(view, frame)):
            return seated
        if people and (abroad := self._attended_abroad(view, frame)):
            return abroad
        sides = self._spoken_of(view, frame, people)
        qualifying, wars = (found - set(sides) for found in self._qualifying(view, frame))
        if not people:
            sides = self._without_speaker(view, frame, sides)
            sides = self._across_clauses(view, frame, sides) if len(sides) > 2 else sides
            before = {actor.country for actor in context if actor.country} | self._told_first()
            fighting = self._conflicts.at_the_table(view, frame, set(sides) | qualifying | wars, before)
            sent = self._delegations(view)
            if fighting or sent:
                table = dict.fromkeys((*sent, *fighting)) if {*sent} - {*fighting} else fighting
                return [Party(sides.get(side, Actor(side))) for side in table]
        if qualifying and (people or len(sides) + len(qualifying) != 2):
            return []
        sides.update({side: Actor(side) for side in qualifying})
        if len(sides) == 1 and not view.tokens[frame.cue].has("generic"):
            sides.update({a.country: Actor(a.country) for a in context[:1] if a.country and a.country not in sides})
        official = not people or any(a.person or a.kind in ("office", "leader") for a in sides.values())
        return [Party(actor) for actor in sides.values()] if len(sides) == 2 and official else []

    def _told_first(self) -> set[str]:
        """The sides that title and lead name."""
        return {a.country for view in self._lead for actors in view.actors.values() for a in actors if a.country}

    def _delegations(self, view: View) -> list[str]:
        """The sides of which the sentence says that their delegations come to the table ("các phái đoàn từ Mỹ, Qatar
        và Israel tới Doha dự vòng đàm phán"); none where it lists no delegations."""
        for index, actors in view.actors.items():
            at = index - 1
            while at > 0 and any(view.tokens[at].has(cls) for cls in ("from-where", "of", "delegation-modifier")):
                at -= 1
            if len(actors) > 1 and at >= 0 and view.tokens[at].has("mission"):
                return [actor.country for actor in actors if actor.country]
        return []

    def _without_speaker(self, view: View, frame: Frame, sides: dict[str, Actor]) -> dict[str, Actor]:
        """Of three sides the one that only says of two that they should come back to the table is not meant ("Pháp cho
        rằng ưu tiên của Nga và Ukraine là … quay lại bàn đàm phán")."""
        pairs = [actors for actors in view.actors.values() if len(actors) == 2]
        speakers = {
            a.country
            for index, actors in view.actors.items()
            if index + 1 < frame.cue and view.tokens[index + 1].has("say")
            for a in actors
        }
        left = {side: actor for side, actor in sides.items() if side not in speakers}
        back = view.tokens[frame.cue].has("back")
        two = any({a.country for a in pair} == left.keys() for pair in pairs)
        return left if back and len(sides) == 3 and two else sides

    def _across_clauses(self, view: View, frame: Frame, sides: dict[str, Actor]) -> dict[str, Actor]:
        """ "A dừng đàm phán sau khi B hủy thỏa thuận với C": of three sides those two who act in the two clauses."""
        clause = next(
            (at for at in range(frame.last + 1, len(view.tokens)) if view.tokens[at].has("clause-of-time")), None
        )
        acting = view.actors.get(clause + 1, []) if clause is not None else []
        subject = self._subjects.subject(view, frame, {actor.country for actor in acting}) if len(acting) == 1 else []
        both = {actor.country for actor in (*subject, *acting)}
        return {side: actor for side, actor in sides.items() if side in both} if len(both) == 2 else sides

    def _spoken_of(self, view: View, frame: Frame, people: bool) -> dict[str, Actor]:
        """The sides of the clause outside the frame, with the leader of each where people meet."""
        sides: dict[str, Actor] = {}
        for index in sorted(view.actors):
            if (
                frame.first <= index <= frame.last
                or any(view.tokens[at].symbol in self._breaks for at in range(*sorted((index, frame.cue))))
                or (people and self._subjects.adjunct(view, index))
                or self._subjects.there(view, index)
            ):
                continue
            two = [actor for actor in view.actors[index] if actor.person]
            for actor in view.actors[index]:
                if actor.country and (actor.country not in sides or sides[actor.country].person is None):
                    met = people and (actor.office in TOP_OFFICES or len(two) == 2)
                    sides[actor.country] = actor if met else Actor(actor.country, kind=actor.kind)
        return sides

    def _qualifying(self, view: View, frame: Frame) -> tuple[set[str], set[str]]:
        """The countries that only qualify a noun of the sentence ("hàng hóa Canada"), but no people or
        firm ("người Nga"), and those whose war it names ("xung đột Nga - Ukraine")."""
        found: tuple[set[str], set[str]] = (set(), set())
        for index, token in enumerate(view.tokens):
            country, record = token.value("country"), token.record
            if country is None and record is None:
                continue
            if index in view.actors or frame.first <= index <= frame.last:
                continue
            before = view.tokens[index - 1] if index else None
            if before and before.value("nationality") == "private":
                continue
            sides = found[1] if before and before.has("hostilities") else found[0]
            if country:
                sides.add(country)
            if isinstance(record, Mention):
                sides.update([member.side for member in record.members if member.side])
        return found

    def with_others(self, view: View, frame: Frame) -> bool:
        """The noun's own partner is no actor ("cuộc gặp thân tình với cử tri")."""
        for index in range(frame.cue + 1, min(len(view.tokens) - 1, frame.cue + SEAT_REACH)):
            token = view.tokens[index]
            if token.has("with-whom"):
                return not view.actors.get(index + 1)
            if not token.has("filler") and not token.has("words"):
                return False
        return False

    def _attended_abroad(self, view: View, frame: Frame) -> list[Party]:
        """Who attends a summit that the words only place ("dự thượng đỉnh ở Kazan (Nga)"), and the country it is in."""
        attends = any(token.has("attend") for token in view.tokens[max(0, frame.cue - 2) : frame.cue])
        where = frame.rule.endswith("summit-at") and self._subjects.there(view, frame.last)
        if not attends or not where:  # "hội nghị thượng đỉnh về Gaza" is not held there
            return []
        host = self._subjects.place_country(view.tokens[frame.last]) or view.tokens[frame.last].value("country")
        guests = self._subjects.subject(view, frame, {host})[:1] if host else []
        return [Party(Actor(host)), *map(Party, guests)] if guests else []

    def _seated(self, view: View, frame: Frame) -> list[Party]:
        """The leader of the seat at which they meet, and the guest; nobody where neither side names a person."""
        host = self._at_seat(view, frame)
        if host is None:
            return []
        guests = self._subjects.subject(view, frame, {host.country})
        people = host.person or any(g.person or g.kind in ("office", "leader") for g in guests)
        leaders = people or view.tokens[frame.cue].has("summit-n")
        return [Party(host), *map(Party, guests)] if guests and leaders else []

    def host(self, view: View, frame: Frame, there: set[str | None]) -> list[Party]:
        """Who receives others at a seat of government ("cuộc gặp của A và B tại Nhà Trắng"), if not named yet."""
        host = self._at_seat(view, frame)
        return [Party(host)] if host is not None and host.country not in there else []

    def _at_seat(self, view: View, frame: Frame) -> Actor | None:
        """Where leaders sit down at a seat of government ("cuộc gặp ở Nhà Trắng"), its leader is the host."""
        for index in range(frame.cue + 1, min(len(view.tokens), frame.cue + SEAT_REACH)):
            token = view.tokens[index]
            if token.has("government") and self._subjects.there(view, index) and view.actors.get(index):
                side = view.actors[index][0].country or ""
                return self._leaders.get(side, Actor(side))
            if token.has("contact") or view.tokens[index].symbol in self._commas:
                break
        return None
