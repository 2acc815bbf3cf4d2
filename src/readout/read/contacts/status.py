"""Whether a contact happened, goes on, is planned, wished for, called off or denied: the words around its cue."""

from typing import Final, Literal, cast

from readout.model.vocabulary import Status
from readout.read.analysis import View
from readout.read.contacts.behind import Behind
from readout.read.contacts.frames import Frame
from readout.read.contacts.status_words import (
    event_distance,
    is_noun,
    of_a_saying,
    of_something_else,
    status_of,
)
from readout.read.contacts.told_times import time_of
from readout.read.contacts.weighing import Weighed
from readout.read.symbols import Symbols
from readout.read.tokens import Token

VISITS: Final = ("visit", "travel", "host", "invite", "journey")
TRAVELS: Final = ("visit", "travel", "many")
REACH: Final = 9
MUST_REACH: Final = 3
"""Who "must" negotiate says so right before the verb."""
BROKEN_OFF: Final = ("meeting", "summit", "phone-call", "video-call")
"""Who breaks one of them off had it; talks that somebody stops are off."""
UNLESS_REACH: Final = 4
TERMS_REACH: Final = 2
NOT_OF_A_SUMMIT: tuple[Status, ...] = ("cancelled", "denied", "hypothetical")
"""Who will not meet somebody "bên lề hội nghị" says nothing of the summit."""


class StatusReader:
    """Reads the status around a cue; `symbols` is the alphabet."""

    def __init__(self, symbols: Symbols) -> None:
        self._clause_ends = symbols.set_of("stop", "semicolon", "quote", "colon")
        self._quotes = symbols.set_of("quote")
        self._commas = symbols.set_of("comma")
        self._close = symbols.set_of("close")
        self._prepositions = symbols.set_of("preposition")
        self._marks = self._clause_ends | self._commas
        self._stops = self._clause_ends - self._quotes
        self._behind = Behind(self._clause_ends, self._commas, self._quotes)
        self._last: tuple[View, Frame, tuple[Status, bool]] | None = None

    def status(self, view: View, frame: Frame) -> tuple[Status, bool]:
        """The status that the words say, and whether they say it; held where they say nothing.

        The nearest word before the cue decides: an occasion ("sau cuộc gặp", "trước thềm …") closes the question; a
        negation or a condition before a modal outranks it. Behind a noun its own verb counts ("cuộc gặp … bị hủy").
        Words beyond the clause, or before a comma that the frame does not cross, do not count.
        """
        last = self._last  # what a frame refers to and each of its groups of parties are asked by the same words
        if last is None or last[0] is not view or last[1] is not frame:
            last = self._last = (view, frame, self._read(view, frame))
        return last[2]

    def _read(self, view: View, frame: Frame) -> tuple[Status, bool]:
        noun = is_noun(view.tokens[frame.cue])
        there = frame.rule.endswith("delegations-there") and view.tokens[frame.first + 1 : frame.cue]
        if there and any(token.has("ongoing") for token in there):
            return "ongoing", True
        if frame.shape == "summit" and self.leaves_for_it(view, frame):
            return "planned", True
        before = self._before(view, frame, noun)
        if before == "denied" and any(t.has("only-for") for t in view.tokens[frame.last + 1 : frame.last + 4]):
            return ("planned" if any(t.has("future") for t in self._main_clause(view, frame.cue)) else "held"), False
        if before in NOT_OF_A_SUMMIT and frame.shape == "summit" and view.tokens[frame.cue - 1].has("beside-event"):
            return "planned", False
        after = self._behind.after(view, frame) if noun else None
        if "cancelled" in (before, after) and any(token.has("untrue") for token in view.tokens):
            return "planned", True
        if after in ("cancelled", "denied") or (after == "held" and before != "cancelled"):
            return cast(Status, after), True
        if after == "planned" and before == "held" and view.tokens[frame.last + 1].has("future"):
            return "planned", True  # "đã nói về cuộc gặp với ông A dự kiến diễn ra hôm nay"
        if after in ("ongoing", "hypothetical"):
            # "khả năng đối thoại bị đặt dấu hỏi": it may have been called off already
            return cast(Status, after), after == "ongoing"
        if before == "proposed" and after == "planned":
            return "planned", False  # "hy vọng cuộc gặp sẽ hữu ích"
        if noun and before in (None, "held") and after is None and self._behind.prepared(view, frame):
            return "planned", False
        if noun and before is None and after is None and (expected := self._expected(view, frame)):
            return expected, False
        before = (
            (self._listed(view, frame) if before in (None, "ongoing") else None) or before or self._when(view, frame)
        )
        if not noun and before is None and self._behind.doubted(view, frame):
            return "hypothetical", False
        if before is not None:
            return before, after == "planned" or not (before == "planned" and self._yet_to_come(view, frame))
        return _unsaid(view, frame, after)

    def _expected(self, view: View, frame: Frame) -> Status | None:
        """What is said behind the noun of what may come of it, or before it that people fear it."""
        feared = any(view.tokens[at].has("anticipate") for at in self._leftwards(view, frame))
        talks = view.tokens[frame.cue].value("contact") == "talks"
        return self._behind.expected(view, frame) or ("planned" if feared and not talks else None)

    def leaves_for_it(self, view: View, frame: Frame) -> bool:
        """Somebody leaves for it, or first for another place ("lên đường thăm Kuwait, tham dự Hội nghị …")."""
        before = view.tokens[: frame.cue + 1]
        leaves = next((at for at, token in enumerate(before) if token.has("sets-off")), None)
        return leaves is not None and not any(token.has("ended") for token in before[leaves:])

    def _before(self, view: View, frame: Frame, noun: bool) -> Status | None:
        said = Weighed(view.tokens[frame.cue])
        crossed = listed = told = False
        for distance, index in enumerate(self._leftwards(view, frame), 1):
            token = view.tokens[index]
            if not token.entries:  # a time, a mark, or no word of the lexicon, as one in two
                listed = listed or token.symbol in self._commas
                if said.seen is None and (at_distance := event_distance(token)):
                    return at_distance
                continue
            crossed = crossed or token.symbol in self._prepositions
            closed = self._closed_by(view, frame, index, distance, noun and said.is_open)
            if closed is not None:
                return None if closed == "nothing" else closed
            if said.seen is None and token.has("anticipate"):
                return None
            if _says_nothing(view, token, frame, said):
                continue
            status = self._told_by(view, frame, index, distance, noun)
            told = told or (noun and token.value("disclose") == "detail")
            if told and token.has("future"):
                continue  # "sẽ công bố thêm chi tiết về cuộc gặp"
            if (status == "cancelled" and listed) or (of_a_saying(token, status) and self._at_it(view, frame, noun)):
                continue  # "chấm dứt thù địch, … và quay lại đối thoại", "đề xuất nêu tại cuộc gặp", "ba bảo đảm tại"
            if status is None or (noun and of_something_else(view, token, frame, status, distance, crossed)):
                continue
            if said.seen is None and status in ("cancelled", "denied"):
                return "proposed" if self._unless(view, index, frame) else status
            if status == "invited" and said.seen == "planned" and _to_make_it(view, index, frame):
                return status
            if final := said.hear(token, status, index < frame.first):
                return final
        return said.seen

    def _yet_to_come(self, view: View, frame: Frame) -> bool:
        """ "Phát biểu trước cuộc gặp": what was ahead when it was said may have been held since."""
        at = frame.cue - 1
        while at > 0 and (view.tokens[at].has("filler") or view.tokens[at].has("when")):
            at -= 1
        return at >= 0 and view.tokens[at].value("occasion") == "planned"

    def _closed_by(
        self, view: View, frame: Frame, index: int, distance: int, noun: bool
    ) -> Status | Literal["nothing"] | None:
        """What a word says that closes the question, "nothing" where it closes it without a status, else None."""
        token = view.tokens[index]
        if token.has("invite") and frame.shape not in VISITS and self._invited(view, index, frame):
            return "planned"
        if occasion := token.value("occasion"):
            ahead = distance == 1 and occasion == "planned"  # "trước khi gặp ông A"
            visiting = frame.shape in TRAVELS and occasion == "ongoing"  # "tiếp ông A nhân dịp thăm Việt Nam"
            if noun or ahead or visiting:
                return self._on_occasion(view, index, occasion) or "nothing"
        if token.has("sets-off") and frame.shape in TRAVELS and distance <= MUST_REACH:
            return "ongoing"  # who sets off is on the way
        if token.has("talks-under-way") and self._of_the_talks(view, frame, index):
            return "ongoing"  # who speeds talks up, or disturbs them, has them
        return None

    def _told_by(self, view: View, frame: Frame, index: int, distance: int, noun: bool) -> Status | None:
        """What the word at `index` says, as this contact is told of."""
        token, status = view.tokens[index], status_of(view, index)
        if (token.has("resume") and index < frame.first) or self._must(view, index, frame, distance):
            return "proposed"
        if token.has("possible"):
            # what somebody can reach "tại cuộc gặp", or "từ" it, presupposes it; one's own "có thể" is an offer
            if self._at_it(view, frame, noun) or (noun and view.tokens[frame.cue - 1].has("from-where")):
                return "planned"
            return "proposed" if _own_word(view, index) else "hypothetical"
        if token.has("intends"):
            return "planned" if distance == 1 and not noun else None  # "tính gặp ông A", "khả năng tính đến"
        if token.has("interrupt") and view.tokens[frame.cue].value("contact") in BROKEN_OFF:
            return "held"
        if token.has("purpose") and any(t.has("interrupt") for t in view.tokens[:index]):
            return "held"  # "dừng họp để gọi cho ông A"
        return status

    def _of_the_talks(self, view: View, frame: Frame, index: int) -> bool:
        """The cue is what the verb at `index` is about; "thúc đẩy Nga và Mỹ đàm phán" is about the two."""
        return view.tokens[frame.cue].has("talks-n") and not any(index < at < frame.cue for at in view.actors)

    def _must(self, view: View, index: int, frame: Frame, distance: int) -> bool:
        """Somebody must do it; "ông A (phải) gặp ông B" says where he stands in a picture."""
        if not view.tokens[index].has("must") or distance > MUST_REACH or frame.shape in VISITS:
            return False
        return view.tokens[index + 1].symbol not in self._close

    def _in_it(self, view: View, index: int) -> Status | None:
        """ "Sẽ tiếp ông A trong chuyến thăm": what happens in it is ahead in its own clause; else nothing is said."""
        for at in range(index - 1, -1, -1):
            token = view.tokens[at]
            if (
                token.has("subordinator")
                or view.tokens[at].symbol in self._commas
                or view.tokens[at].symbol in self._clause_ends
            ):
                return None
            if token.has("future") or token.has("possible"):
                return "planned"
        return None

    def _invited(self, view: View, index: int, frame: Frame) -> bool:
        """Somebody is invited, or not, to what takes place anyway ("không mời Nam Phi dự hội nghị")."""
        return any(view.actors.get(at) for at in range(index + 1, frame.cue))

    def _at_it(self, view: View, frame: Frame, noun: bool) -> bool:
        """The noun is where something was said ("tại cuộc gặp"), not what is wished for."""
        before = view.tokens[frame.cue - 1] if frame.cue else None
        return noun and before is not None and before.has("at-event")

    def _on_occasion(self, view: View, index: int, status: str) -> Status | None:
        """On the occasion of something ("nhân", "bên lề") it happens when the main clause does: ahead where that is."""
        if status == "open":
            return self._in_it(view, index)
        ahead = status == "ongoing" and any(token.has("future") for token in view.tokens[:index])
        return "planned" if ahead else cast(Status, status)

    def _unless(self, view: View, index: int, frame: Frame) -> bool:
        """ "Dọa tấn công nếu Iran không ngồi vào bàn đàm phán" asks for talks."""
        if not view.tokens[frame.cue].has("back"):
            return False
        return any(token.has("condition") for token in view.tokens[max(0, index - UNLESS_REACH) : index])

    def _listed(self, view: View, frame: Frame) -> Status | None:
        """ "Ông A sắp thăm X, dự hội nghị Y": what a list goes on with is ahead where its first verb is."""
        at = frame.cue - 1
        while at > 0 and view.tokens[at].has("attend"):
            at -= 1
        attends = at < frame.cue - 1 and view.tokens[at].symbol in self._commas
        if at < 1 or not (attends or view.tokens[frame.cue].has("work-v")):
            return None
        clause = self._main_clause(view, at)
        ahead = [token.has("future") for token in clause if token.has("future") or token.has("ended")]
        return "planned" if ahead and ahead[0] and any(token.has("contact") for token in clause) else None

    def _main_clause(self, view: View, end: int) -> list[Token]:
        """The tokens before index `end`, the nearest first, back to a word or mark that begins their clause."""
        found: list[Token] = []
        for at in range(end - 1, -1, -1):
            token = view.tokens[at]
            if token.has("subordinator") or (
                view.tokens[at].symbol in self._clause_ends and view.tokens[at].symbol not in self._quotes
            ):
                break
            found.append(token)
        return found

    def _when(self, view: View, frame: Frame) -> Status | None:
        """ "Khi gặp …, ông sẽ", "sẽ … khi gặp": a clause of time is ahead where its main clause is; "khi đàm phán"
        alone is open."""
        before = view.tokens[frame.cue - 1] if frame.cue else None
        if before is None or not before.has("when"):
            return None
        if any(token.has("future") for token in view.tokens[frame.last + 1 : frame.last + 4]):
            return "planned"
        told = self._main_clause(view, frame.cue - 1)
        if view.tokens[frame.cue - 2].symbol in self._commas and any(token.has("say") for token in told):
            return "held"  # "ông A nói sẽ giúp, khi gặp ông B"
        talks = view.tokens[frame.cue].value("contact") == "talks"
        if not talks and any(t.has("future") or t.has("will-not") for t in told):
            return "planned"
        alone = talks and not any(
            token.has("takes-place") or time_of(token) is not None for token in view.tokens[frame.cue :]
        )
        return "hypothetical" if alone else None

    def _leftwards(self, view: View, frame: Frame) -> list[int]:
        """The indexes of the tokens before the cue in its clause, nearest first; a few words in quotation marks belong
        to it."""
        found: list[int] = []
        index = frame.cue
        while index > max(0, frame.cue - REACH):
            index -= 1
            symbol = view.tokens[index].symbol
            if symbol in self._marks and (index < frame.first or symbol in self._stops):
                over = self._over_quotation(view, frame, index) if symbol in self._quotes else None
                if over is None:
                    break
                index = over
                continue
            found.append(index)
            if view.tokens[index].has("subordinator") and not view.tokens[index].has("purpose"):
                break
        return found

    def _over_quotation(self, view: View, frame: Frame, index: int) -> int | None:
        """Where a few words in quotation marks begin that end at `index`; None where the mark ends the clause."""
        if index == frame.cue - 1 and self._behind.closed(view, index) is not None:
            return index  # "khả năng có ‘thượng đỉnh ba bên’"
        return self._behind.opened(view, index)


def _to_make_it(view: View, index: int, frame: Frame) -> bool:
    """ "Mời ông A thực hiện chuyến thăm": nobody says that he will come."""
    return frame.shape in VISITS and not any(token.has("future") for token in view.tokens[index : frame.cue])


def _own_word(view: View, index: int) -> bool:
    """Nobody else stands between the verb of saying and the word at `index` ("ông A nói có thể gặp ông B")."""
    before = view.tokens[index - 1] if index else None
    return before is not None and before.has("say") and view.tokens[index].has("modal")


def _says_nothing(view: View, token: Token, frame: Frame, said: Weighed) -> bool:
    """The course of talks ("tiến trình đàm phán"), a "có thể" that governs a nearer verb, and who stays away from a
    meeting of others ("không tham gia cuộc gặp giữa A và B")."""
    if token.has("talks-course") and view.tokens[frame.cue].has("talks-n"):
        return True
    if token.has("possible"):
        return said.seen is not None and not said.attended
    return token.has("stay-away") and frame.rule.endswith("between")


def _unsaid(view: View, frame: Frame, after: Status | None) -> tuple[Status, bool]:
    """The status where no word before the cue says one."""
    if after is not None:
        now = any(token.has("this-time") for token in view.tokens[frame.cue : frame.last + 3])
        return after, not (after == "planned" and now)  # "chuyến thăm lần này sẽ là dấu mốc"
    if frame.shape == "implied" and view.tokens[frame.cue].has("back"):
        return "proposed", True  # "ưu tiên là ngừng bắn, quay lại bàn đối thoại"
    if any(token.has("terms") for token in view.tokens[max(0, frame.cue - TERMS_REACH) : frame.cue]):
        return "hypothetical", False  # "nêu điều kiện gặp ông A"
    return "held", False
