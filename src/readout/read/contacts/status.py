"""Whether a contact happened, goes on, is planned, wished for, called off or denied: the words around its cue."""

from collections.abc import Iterator
from typing import cast

from readout.model.records import Time
from readout.model.vocabulary import Status
from readout.read.analysis import View
from readout.read.contacts.frames import Frame
from readout.read.contacts.status_words import (
    ends_a_war,
    event_distance,
    is_denial,
    is_noun,
    of_a_saying,
    of_something_else,
    status_of,
)
from readout.read.tokens import Token

VISITS = ("visit", "travel", "host", "invite", "journey")
TRAVELS = ("visit", "travel", "many")
REACH = 9
QUOTED = 4
"""So many tokens between quotation marks are a word held at a distance ("‘chín muồi’"), no quotation."""
MUST_REACH = 3
"""Who "must" negotiate says so right before the verb."""
REMARK = 10
"""Tokens of a remark between commas, at most."""
CALLED_OFF = 4
UNLESS_REACH = 4
TERMS_REACH = 2
NOT_OF_A_SUMMIT: tuple[Status, ...] = ("cancelled", "denied", "hypothetical")
"""Who will not meet somebody "bên lề hội nghị" says nothing of the summit."""
AFTER: dict[str, Status] = {
    "future": "planned",
    "cancel": "cancelled",
    "negate": "denied",
    "ended": "held",
    "doubt": "hypothetical",
}


class StatusReader:
    """Reads the status around a cue; `clause_ends`, `commas` and `prepositions` are symbols of the alphabet."""

    def __init__(
        self,
        clause_ends: frozenset[str],
        commas: frozenset[str],
        prepositions: frozenset[str],
        quotes: frozenset[str],
        close: frozenset[str],
    ) -> None:
        self._clause_ends = clause_ends
        self._quotes = quotes
        self._commas = commas
        self._close = close
        self._prepositions = prepositions

    def status(self, view: View, frame: Frame) -> tuple[Status, bool]:
        """The status that the words say, and whether they say it; held where they say nothing.

        The nearest word before the cue decides: an occasion ("sau cuộc gặp", "trước thềm …") closes the question; a
        negation or a condition before a modal outranks it. Behind a noun its own verb counts ("cuộc gặp … bị hủy").
        Words beyond the clause, or before a comma that the frame does not cross, do not count.
        """
        noun = is_noun(view.tokens[frame.cue])
        there = frame.rule.endswith("delegations-there") and view.tokens[frame.first + 1 : frame.cue]
        if there and any(token.has("ongoing") for token in there):
            return "ongoing", True
        if frame.shape == "summit" and self.leaves_for_it(view, frame):
            return "planned", True
        before = self._before(view, frame, noun)
        if before in NOT_OF_A_SUMMIT and frame.shape == "summit" and view.tokens[frame.cue - 1].has("beside-event"):
            return "planned", False
        after = self._after(view, frame) if noun else None
        if "cancelled" in (before, after) and any(token.has("untrue") for token in view.tokens):
            return "planned", True
        if after in ("cancelled", "denied") or (after == "held" and before != "cancelled"):
            return cast(Status, after), True
        if after == "planned" and before == "held" and view.tokens[frame.last + 1].has("future"):
            return "planned", True  # "đã nói về cuộc gặp với ông A dự kiến diễn ra hôm nay"
        if after == "hypothetical":
            return after, False  # "khả năng đối thoại bị đặt dấu hỏi": it may have been called off already
        if before == "proposed" and after == "planned":
            return "planned", False  # "hy vọng cuộc gặp sẽ hữu ích"
        if noun and before in (None, "held") and after is None and self._prepared(view, frame):
            return "planned", False
        before = (
            (self._listed(view, frame) if before in (None, "ongoing") else None) or before or self._when(view, frame)
        )
        if before is not None:
            return before, after == "planned" or not (before == "planned" and self._yet_to_come(view, frame))
        if frame.shape == "implied" and view.tokens[frame.cue].has("back"):
            return "proposed", True  # "ưu tiên là ngừng bắn, quay lại bàn đối thoại"
        if any(token.has("terms") for token in view.tokens[max(0, frame.cue - TERMS_REACH) : frame.cue]):
            return "hypothetical", False  # "nêu điều kiện gặp ông A"
        if after is not None:
            now = any(token.has("this-time") for token in view.tokens[frame.cue : frame.last + 3])
            return after, not (after == "planned" and now)  # "chuyến thăm lần này sẽ là dấu mốc"
        return "held", False

    def leaves_for_it(self, view: View, frame: Frame) -> bool:
        """Somebody leaves for it, or first for another place ("lên đường thăm Kuwait, tham dự Hội nghị …")."""
        before = view.tokens[: frame.cue + 1]
        leaves = next((at for at, token in enumerate(before) if token.has("sets-off")), None)
        return leaves is not None and not any(token.has("ended") for token in before[leaves:])

    def _before(self, view: View, frame: Frame, noun: bool) -> Status | None:
        seen: Status | None = None
        crossed = attended = listed = begins = resumed = told = False
        for distance, (index, token) in enumerate(self._leftwards(view, frame), 1):
            ahead = distance == 1 and token.value("occasion") == "planned"  # "trước khi gặp ông A"
            crossed = crossed or view.string[index] in self._prepositions
            occasion = token.value("occasion") if (noun and (seen is None or begins)) or ahead else None
            if token.has("invite") and frame.shape not in VISITS and self._invited(view, index, frame):
                return "planned"
            if occasion:
                return self._on_occasion(view, index, occasion)
            if seen is None and (at_distance := event_distance(token)):
                return at_distance
            if token.has("sets-off") and frame.shape in TRAVELS and distance <= MUST_REACH:
                return "ongoing"  # who sets off is on the way
            status = status_of(view, index)
            if resumes := token.has("resume") and index < frame.first:
                resumed = seen is None
            if resumes or self._must(view, index, frame, distance):
                status = "proposed"
            listed = listed or view.string[index] in self._commas
            told = told or (noun and token.value("disclose") == "detail")
            if told and token.has("future"):
                continue  # "sẽ công bố thêm chi tiết về cuộc gặp"
            if (status == "cancelled" and listed) or (of_a_saying(token, status) and self._at_it(view, frame, noun)):
                continue  # "chấm dứt thù địch, … và quay lại đối thoại", "đề xuất nêu tại cuộc gặp", "ba bảo đảm tại"
            if status is None or (noun and of_something_else(view, token, frame, status, distance, crossed)):
                continue
            if seen is None:
                seen = status
                begins = status == "ongoing" and (token.has("takes-place") or view.tokens[frame.cue].has("meet-v"))
                attended = begins or token.has("attend") or token.has("outcome")
                if seen in ("cancelled", "denied"):
                    return "proposed" if self._unless(view, index, frame) else seen
            elif resumed and status in ("planned", "held"):
                seen, resumed = status, False  # "đã nối lại", "sẽ nối lại"
            elif attended and status in ("planned", "proposed"):
                seen = status  # "sẽ dự", "muốn bắt đầu cuộc gặp", "muốn tiếp tục gặp"
            elif status == "invited" and seen == "planned" and _to_make_it(view, index, frame):
                return status
            elif status == "denied" and (seen in ("planned", "proposed", "ongoing") or is_denial(token)):
                return "denied"
            elif status == "hypothetical" and seen in ("held", "planned", "proposed"):
                return "hypothetical"
        return seen

    def _yet_to_come(self, view: View, frame: Frame) -> bool:
        """ "Phát biểu trước cuộc gặp": what was ahead when it was said may have been held since."""
        at = frame.cue - 1
        while at > 0 and (view.tokens[at].has("filler") or view.tokens[at].has("when")):
            at -= 1
        return at >= 0 and view.tokens[at].value("occasion") == "planned"

    def _must(self, view: View, index: int, frame: Frame, distance: int) -> bool:
        """Somebody must do it; "ông A (phải) gặp ông B" says where he stands in a picture."""
        bracketed = view.string[index + 1] in self._close
        return view.tokens[index].has("must") and distance <= MUST_REACH and frame.shape not in VISITS and not bracketed

    def _in_it(self, view: View, index: int) -> Status | None:
        """ "Sẽ tiếp ông A trong chuyến thăm": what happens in it is ahead in its own clause; else nothing is said."""
        for at in range(index - 1, -1, -1):
            token = view.tokens[at]
            if token.has("subordinator") or view.string[at] in self._commas or view.string[at] in self._clause_ends:
                return None
            if token.has("future"):
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

    def _prepared(self, view: View, frame: Frame) -> bool:
        """What something is done "cho" ("siết an ninh cho chuyến thăm của ông A") is ahead, unless words say more."""
        before = view.tokens[frame.cue - 1] if frame.cue else None
        talks = view.tokens[frame.cue].value("contact") == "talks"
        return before is not None and before.has("dative") and not talks

    def _listed(self, view: View, frame: Frame) -> Status | None:
        """ "Ông A sắp thăm X, dự hội nghị Y": what a list goes on with is ahead where its first verb is."""
        at = frame.cue - 1
        while at > 0 and view.tokens[at].has("attend"):
            at -= 1
        attends = at < frame.cue - 1 and view.string[at] in self._commas
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
                view.string[at] in self._clause_ends and view.string[at] not in self._quotes
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
        talks = view.tokens[frame.cue].value("contact") == "talks"
        if not talks and any(t.has("future") or t.has("will-not") for t in self._main_clause(view, frame.cue - 1)):
            return "planned"
        alone = talks and not any(
            token.has("takes-place") or isinstance(token.record, Time) for token in view.tokens[frame.cue :]
        )
        return "hypothetical" if alone else None

    def _leftwards(self, view: View, frame: Frame) -> Iterator[tuple[int, Token]]:
        """The tokens before the cue in its clause, nearest first; a few words in quotation marks belong to it."""
        index = frame.cue
        while index > max(0, frame.cue - REACH):
            index -= 1
            inside = index >= frame.first
            if view.string[index] in self._quotes and not inside:
                if index == frame.cue - 1 and self._closed(view, index) is not None:
                    continue  # "khả năng có ‘thượng đỉnh ba bên’"
                opened = self._opened(view, index)
                if opened is None:
                    return
                index = opened
                continue
            if view.string[index] in self._clause_ends and not (inside and view.string[index] in self._quotes):
                return
            if not inside and view.string[index] in self._commas:
                return
            yield index, view.tokens[index]
            if view.tokens[index].has("subordinator") and not view.tokens[index].has("purpose"):
                return

    def _opened(self, view: View, index: int) -> int | None:
        """Where the few quoted words before a closing mark begin, or None."""
        return next(
            (at for at in range(index - 1, max(-1, index - QUOTED), -1) if view.string[at] in self._quotes), None
        )

    def _closed(self, view: View, index: int) -> int | None:
        """Where the few words quoted from the opening mark at `index` on end, or None."""
        last = min(len(view.tokens), index + QUOTED + 1)
        return next((at for at in range(index + 2, last) if view.string[at] in self._quotes), None)

    def _called_off_behind(self, view: View, comma: int) -> bool:
        """Behind a remark between commas the noun's verb calls it off ("…, dự kiến cuối tháng này, đã bị hoãn")."""
        ends = range(comma + 2, min(len(view.tokens) - 1, comma + REMARK))
        closing = next((at for at in ends if view.string[at] in self._commas), None)
        if closing is None or view.string[comma + 1] in self._clause_ends:
            return False
        if any(view.actors.get(at) or view.tokens[at].has("say") for at in range(comma + 1, closing)):
            return False
        behind = view.tokens[closing + 1 : closing + 1 + CALLED_OFF]
        off = next((at for at, token in enumerate(behind) if token.has("cancel")), -1)
        return any(token.has("passive") for token in behind[: off + 1])

    def _off(self, view: View, index: int) -> int | None:
        """Where the quotation ends in which somebody says that it is off ("‘tạm dừng’"), or None."""
        closed = self._closed(view, index)
        off = any(token.has("cancel") or token.has("ended") for token in view.tokens[index:closed])
        return closed if off else None

    def _after(self, view: View, frame: Frame) -> Status | None:
        """What its own verb says behind a noun; a plan may still be called off ("dự kiến ngày 10/4 đã bị hủy")."""
        plan: Status | None = None
        closed: int | None = None
        for index in range(frame.cue + 1, min(len(view.tokens), frame.last + REACH)):
            token = view.tokens[index]
            if index > frame.last and view.string[index] in self._quotes:
                closed = index if index == closed else self._off(view, index)
                if closed is not None:
                    continue  # "đang ‘tạm dừng’"
            if index <= frame.last:
                plan = "planned" if token.has("future") else plan
                continue
            if view.string[index] in self._commas and self._called_off_behind(view, index):
                return "cancelled"
            if view.string[index] in self._clause_ends or view.string[index] in self._commas:
                return plan
            if token.has("contact") or token.has("say") or token.has("subordinator") or token.has("desired"):
                return plan
            if token.has("stalled") and view.tokens[frame.cue].value("contact") != "talks":
                return "cancelled"
            for entry in token.entries:
                takes = any(t.has("takes-place") for t in view.tokens[index : index + 2])
                if entry.cls == "negate" and token.has("will-not") and not takes:
                    plan = "planned"  # "cuộc gặp sẽ không bàn về …"
                elif entry.cls in AFTER and (entry.cls != "negate" or token.has("not-taking-place")):
                    if AFTER[entry.cls] == "cancelled" and ends_a_war(view, index):
                        continue
                    if AFTER[entry.cls] != "planned":
                        return plan if plan and AFTER[entry.cls] == "held" else AFTER[entry.cls]
                    plan = "planned"
        return plan


def _to_make_it(view: View, index: int, frame: Frame) -> bool:
    """ "Mời ông A thực hiện chuyến thăm": nobody says that he will come."""
    return frame.shape in VISITS and not any(token.has("future") for token in view.tokens[index : frame.cue])
