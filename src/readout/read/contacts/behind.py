"""What is said behind the noun of a contact: its own verb ("cuộc gặp … bị hủy"), and what people expect of it."""

from typing import Final

from readout.model.vocabulary import Status
from readout.read.analysis import View
from readout.read.contacts.frames import Frame
from readout.read.contacts.status_words import ends_a_war

REACH: Final = 9
QUOTED: Final = 4
"""So many tokens between quotation marks are a word held at a distance ("‘chín muồi’"), no quotation."""
REMARK: Final = 10
"""Tokens of a remark between commas, at most."""
CALLED_OFF: Final = 4
AFTER: dict[str, Status] = {
    "future": "planned",
    "cancel": "cancelled",
    "negate": "denied",
    "ended": "held",
    "doubt": "hypothetical",
}
_TELLING: Final = frozenset(AFTER)


class Behind:
    """Reads behind a noun; `clause_ends`, `commas` and `quotes` are symbols of the alphabet."""

    def __init__(self, clause_ends: frozenset[str], commas: frozenset[str], quotes: frozenset[str]) -> None:
        self._clause_ends = clause_ends
        self._commas = commas
        self._quotes = quotes
        self._marks = clause_ends | commas | quotes

    def after(self, view: View, frame: Frame) -> Status | None:
        """What its own verb says behind a noun; a plan may still be called off ("dự kiến ngày 10/4 đã bị hủy")."""
        plan: Status | None = None
        closed: int | None = None
        for index in range(frame.cue + 1, min(len(view.tokens), frame.last + REACH)):
            token = view.tokens[index]
            if not token.entries and token.symbol not in self._marks:
                continue  # no word of the lexicon
            if index > frame.last and view.tokens[index].symbol in self._quotes:
                closed = index if index == closed else self._off(view, index)
                if closed is not None:
                    continue  # "đang ‘tạm dừng’"
            if index <= frame.last:
                plan = "planned" if token.has("future") else plan
                continue
            if view.tokens[index].symbol in self._commas and self._called_off_behind(view, index):
                return "cancelled"
            if view.tokens[index].symbol in self._clause_ends or view.tokens[index].symbol in self._commas:
                return plan
            if token.has("contact") or token.has("say") or token.has("subordinator") or token.has("desired"):
                return plan
            if self._goes_on(view, frame, index):
                return plan or "ongoing"  # "sẽ khai mạc" is ahead
            if token.has("paused") and view.tokens[frame.cue].value("contact") == "talks":
                return "ongoing"  # what stands still has not been called off
            if token.has("stalled") and view.tokens[frame.cue].value("contact") != "talks":
                return "cancelled"
            if _TELLING.isdisjoint(token.meaning.classes):
                continue
            for entry in token.entries:
                if entry.cls == "negate" and token.has("will-not") and not _takes_place(view, index):
                    plan = "planned"  # "cuộc gặp sẽ không bàn về …"
                elif entry.cls in AFTER and (entry.cls != "negate" or token.has("not-taking-place")):
                    if AFTER[entry.cls] == "cancelled" and ends_a_war(view, index):
                        continue
                    if AFTER[entry.cls] != "planned":
                        return plan if plan and AFTER[entry.cls] == "held" else AFTER[entry.cls]
                    plan = "planned"
        return plan

    def _goes_on(self, view: View, frame: Frame, index: int) -> bool:
        """The token says that it goes on: "đàm phán vẫn tiếp tục", and not "ngày họp chưa rõ và Moskva vẫn tiếp tục
        chuẩn bị"; what only describes a process ("gặp trục trặc") is said of talks."""
        token, talks = view.tokens[index], view.tokens[frame.cue].value("contact") == "talks"
        if not (token.has("under-way") or (talks and token.has("process-state"))):
            return False
        return not any(frame.last < at < index for at in view.actors)

    def expected(self, view: View, frame: Frame) -> Status | None:
        """The next one of a series, and one that may bring something, is ahead; whether it "có thể diễn ra" is open.
        Talks and visits may bring something while they go on."""
        under_way = view.tokens[frame.cue].value("contact") in ("talks", "visit")
        for at in range(frame.cue + 1, min(len(view.tokens), frame.last + REACH)):
            token = view.tokens[at]
            if token.has("next-one"):
                return "planned"
            if at <= frame.last:
                continue
            if (
                view.tokens[at].symbol in self._clause_ends
                or view.tokens[at].symbol in self._commas
                or token.has("contact")
            ):
                break
            if token.has("possible") and self._open(view, at):
                return "hypothetical"
            if (token.has("possible") or token.has("prospect")) and not under_way:
                return "planned"
        return None

    def doubted(self, view: View, frame: Frame) -> bool:
        """Behind a verb: whether they do it at all ("gặp nhau hay không", "gặp nhau là điều khó xảy ra")."""
        for at in range(frame.last + 1, min(len(view.tokens), frame.last + REACH)):
            token = view.tokens[at]
            if token.has("doubt"):
                return True
            if (
                view.tokens[at].symbol in self._clause_ends
                or view.tokens[at].symbol in self._commas
                or token.has("contact")
            ):
                return False
        return False

    def prepared(self, view: View, frame: Frame) -> bool:
        """What something is done "cho" ("siết an ninh cho các chuyến thăm") is ahead, unless words say more."""
        at = frame.cue - 1
        while at > 0 and view.tokens[at].has("several"):
            at -= 1
        return at >= 0 and view.tokens[at].has("dative") and view.tokens[frame.cue].value("contact") != "talks"

    def _open(self, view: View, at: int) -> bool:
        """Behind "có thể": whether it takes place at all."""
        behind = view.tokens[at + 1 : at + 3]
        return any(token.has(cls) for token in behind for cls in ("takes-place", "negate", "cancel", "passive"))

    def opened(self, view: View, index: int) -> int | None:
        """Where the few quoted words before a closing mark begin, or None."""
        return next(
            (at for at in range(index - 1, max(-1, index - QUOTED), -1) if view.tokens[at].symbol in self._quotes), None
        )

    def closed(self, view: View, index: int) -> int | None:
        """Where the few words quoted from the opening mark at `index` on end, or None."""
        last = min(len(view.tokens), index + QUOTED + 1)
        return next((at for at in range(index + 2, last) if view.tokens[at].symbol in self._quotes), None)

    def _called_off_behind(self, view: View, comma: int) -> bool:
        """Behind a remark between commas the noun's verb calls it off ("…, dự kiến cuối tháng này, đã bị hoãn")."""
        ends = range(comma + 2, min(len(view.tokens) - 1, comma + REMARK))
        closing = next((at for at in ends if view.tokens[at].symbol in self._commas), None)
        if closing is None or view.tokens[comma + 1].symbol in self._clause_ends:
            return False
        if any(view.actors.get(at) or view.tokens[at].has("say") for at in range(comma + 1, closing)):
            return False
        behind = view.tokens[closing + 1 : closing + 1 + CALLED_OFF]
        off = next((at for at, token in enumerate(behind) if token.has("cancel")), -1)
        return any(token.has("passive") for token in behind[: off + 1])

    def _off(self, view: View, index: int) -> int | None:
        """Where the quotation ends in which somebody says that it is off ("‘tạm dừng’"), or None."""
        closed = self.closed(view, index)
        off = any(token.has("cancel") or token.has("ended") for token in view.tokens[index:closed])
        return closed if off else None


def _takes_place(view: View, index: int) -> bool:
    """The word or the one behind it says that it takes place."""
    return any(token.has("takes-place") for token in view.tokens[index : index + 2])
