"""Whether what no word calls past goes on: talks as a process, a guest who has just arrived."""

from collections.abc import Iterator
from typing import Final

from readout.model.vocabulary import Mode
from readout.read.analysis import View
from readout.read.contacts.frames import Frame
from readout.read.contacts.told_times import time_of
from readout.read.tokens import Token

NEWS: Final = 1
"""The number of the paragraph up to which an article tells its news: title and lead."""
BEFORE_REACH: Final = 4
BEHIND_REACH: Final = 5
DONE: Final = ("reach-v", "accord-v", "outcome", "result", "ended", "reached")


def goes_on(view: View, frame: Frame, mode: Mode, certain: bool, ends: frozenset[str]) -> bool:
    """Whether what is told as held goes on, by its words alone: whether its day has passed is not asked here. `certain`
    where a word calls it past, `ends` are the symbols of marks that end a clause or stand between two."""
    if mode == "talks":
        return not certain and _is_process(view, frame, ends)
    if mode != "visit" or frame.shape not in ("visit", "travel"):
        return False
    return (not certain or view.tokens[frame.cue].has("go-v")) and _has_arrived(view, frame)


def _is_process(view: View, frame: Frame, ends: frozenset[str]) -> bool:
    """Talks without a round, a place or a result: "đàm phán còn trở ngại", "nỗ lực đàm phán", and not "sau hai ngày
    đàm phán", "đạt tiến bộ trong đàm phán", "đàm phán tại Istanbul"."""
    if not view.tokens[frame.cue].has("process"):
        return False
    if any(time_of(t) is not None or any(t.has(cls) for cls in DONE) for t in _clause_before(view, frame, ends)):
        return False
    behind = list(_clause_behind(view, frame, ends))
    placed = any(at.has("at-place") and where and (where.has("place") or where.has("country")) for at, where in behind)
    return not placed and not any(token.has("result") or token.has("ended") for token, _ in behind)


def _clause_before(view: View, frame: Frame, ends: frozenset[str]) -> Iterator[Token]:
    """A few tokens before the cue, not beyond the beginning of the clause, the nearest first."""
    for at in range(frame.cue - 1, max(-1, frame.cue - BEFORE_REACH - 1), -1):
        if view.tokens[at].symbol in ends:
            return
        yield view.tokens[at]


def _clause_behind(view: View, frame: Frame, ends: frozenset[str]) -> Iterator[tuple[Token, Token | None]]:
    """The tokens from the cue to a few behind the frame, not beyond the end of the clause, each with the one behind."""
    for at in range(frame.cue + 1, min(frame.last + BEHIND_REACH, len(view.tokens))):
        if view.tokens[at].symbol in ends:
            return
        yield view.tokens[at], view.tokens[at + 1] if at + 1 < len(view.tokens) else None


def _has_arrived(view: View, frame: Frame) -> bool:
    """In title and lead a verb tells the news: "ông A tới X, bắt đầu …", "ông A thăm X"; whoever came to sit down with
    somebody ("tới London hội đàm với …") has done so, and what others did after the visit comes later."""
    if view.sentence.paragraph > NEWS or view.sentence.kind == "caption" or not _is_verb(view, frame.cue):
        return False
    if any(token.has("ended") for token in view.tokens):
        return False
    before = view.tokens[max(0, min(frame.first - 1, frame.cue - BEFORE_REACH)) : frame.cue]
    if any(_is_of_another_time(token) for token in before):
        return False
    behind = view.tokens[frame.last + 1 : frame.last + 2]
    return not any(token.has("meet-v") or token.has("with-v") for token in behind)


def _is_verb(view: View, cue: int) -> bool:
    """A verb of travel, or "có chuyến thăm"; "trong chuyến thăm" leaves it open."""
    if any(view.tokens[cue].has(cls) for cls in ("visit-v", "go-v", "go-to")):
        return True
    return cue > 0 and view.tokens[cue - 1].has("has") and not view.tokens[cue - 1].value("occasion")


def _is_of_another_time(token: Token) -> bool:
    """ "Sau khi ông A thăm X", "trong ba ngày thăm X", "chuyến thăm … tới X", "rồi thăm X"."""
    if token.value("occasion") == "held" or token.has("visit-n") or token.has("then"):
        return True
    time = time_of(token)
    return time is not None and time.type == "DURATION"
