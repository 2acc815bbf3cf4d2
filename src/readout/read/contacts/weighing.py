"""The words before a contact's cue, weighed: the nearest decides unless one further left outranks it."""

from mypy_extensions import mypyc_attr

from readout.model.vocabulary import Status
from readout.read.contacts.status_words import is_denial
from readout.read.tokens import Token


@mypyc_attr(acyclic=True)
class Weighed:
    """What the words left of a cue have said so far; `hear` them from the nearest on."""

    __slots__ = ("_cue", "_goes_on", "_maybe", "_resumed", "attended", "begins", "seen")

    def __init__(self, cue: Token) -> None:
        self._cue = cue
        self.seen: Status | None = None
        self.begins = self.attended = self._resumed = self._maybe = self._goes_on = False

    @property
    def is_open(self) -> bool:
        """Nothing has been said yet, or only that it begins."""
        return self.seen is None or self.begins

    def hear(self, token: Token, status: Status, outside: bool) -> Status | None:
        """Take in the next word, which says `status` and stands `outside` the frame or inside; the final status where
        nothing further left can change it, else None."""
        if self.seen is None:
            self._first(token, status, outside)
        elif self._resumed and status in ("planned", "held"):
            self.seen, self._resumed = status, False  # "đã nối lại", "sẽ nối lại"
        elif self.attended and (status in ("planned", "proposed") or token.has("possible")):
            self.seen = status  # "sẽ dự", "có thể dự", "muốn bắt đầu cuộc gặp", "muốn tiếp tục gặp"
        elif self._maybe and status in ("planned", "proposed"):
            self.seen = status  # "để có thể gặp", "hy vọng có thể gặp"
        elif self._goes_on and token.has("wish"):
            self.seen = status  # "muốn tiếp tục đàm phán"
        elif status == "denied" and (self.seen in ("planned", "proposed", "ongoing") or is_denial(token)):
            return "denied"
        elif status == "hypothetical" and self.seen in ("held", "planned", "proposed"):
            return "hypothetical"
        return None

    def _first(self, token: Token, status: Status, outside: bool) -> None:
        self.seen = status
        self._maybe = token.has("possible")
        self._goes_on = token.has("goes-on")
        self._resumed = token.has("resume") and outside
        self.begins = status == "ongoing" and (token.has("takes-place") or self._cue.has("meet-v"))
        self.attended = self.begins or token.has("attend") or token.has("outcome")
