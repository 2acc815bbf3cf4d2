"""What the words around an expression tell about it: past or planned, and the year the sentence speaks of."""

from typing import Final

from mypy_extensions import mypyc_attr

Cues = tuple[tuple[str, int], ...]
"""Words with what they tell: -1 the past, +1 the future."""

_LEFT, _RIGHT = 90, 60
"""How many code points before and after an expression are searched for cues."""
_STOPS: Final = (". ", "\n", "; ", "? ", "! ")


def sentence_start(text: str, at: int, reach: int = _LEFT) -> int:
    """Where the sentence of `at` begins, at most `reach` code points before it."""
    low = max(0, at - reach)
    for stop in _STOPS:
        found = text.rfind(stop, low, at)
        if found >= 0:
            low = found + len(stop)
    return low


def sentence_end(text: str, at: int, reach: int = _RIGHT) -> int:
    """Where the sentence of `at` ends, at most `reach` code points behind it."""
    high = min(len(text), at + reach)
    for stop in _STOPS:
        found = text.find(stop, at, high)
        if found >= 0:
            high = found
    return high


def lean(cues: Cues, text: str, start: int, end: int) -> int:
    """-1 where the nearest cue around `text[start:end]` tells the past, +1 where it tells the future, 0 without a cue.

    A cue before the expression is nearer than one as far behind it.
    """
    left = " " + text[sentence_start(text, start) : start].lower()
    right = text[end : sentence_end(text, end)].lower() + " "
    best, found = _LEFT * 2, 0
    for form, direction in cues:
        at = left.rfind(form)
        if at > 0 and not left[at - 1].isalpha() and not left[at + len(form) : at + len(form) + 1].isalpha():
            distance = len(left) - at - len(form)
            if distance < best or (distance == best and direction > found):
                best, found = distance, direction
        at = right.find(form)
        if at > 0 and not right[at - 1].isalpha() and not right[at + len(form)].isalpha() and at + 25 < best:
            best, found = at + 25, direction
    return found


@mypyc_attr(acyclic=True)
class Edges:
    """Words that make the date behind them a beginning or an end ("từ", "hết hiệu lực"), in small letters."""

    def __init__(self, forms: list[str]) -> None:
        self._forms = tuple(forms)
        self._openings = tuple([form + " " for form in forms])
        self._first = frozenset("".join(form[0] + form[0].upper() for form in forms))
        self._last = frozenset("".join(form[-1] + form[-1].upper() for form in forms))
        """With which letters the words begin and end: few dates stand beside one of these."""

    def mark(self, text: str, start: int, end: int) -> bool:
        """One of the words stands before `text[start:end]`, or at its beginning."""
        if text[start] in self._first and text[start:end].lower().startswith(self._openings):
            return True
        left = text[max(0, start - 20) : start].rstrip()
        if not left or left[-1] not in self._last:
            return False
        left = left.lower()
        return any(left.endswith(form) and not left[: -len(form)][-1:].isalpha() for form in self._forms)


def is_limit(limits: Edges, text: str, start: int, end: int) -> bool:
    """Is the date a beginning or an end ("từ ngày 1/1/2026", "28-8-1945 - 28-8-2025"), not the day of an event?"""
    return text[end : end + 3].strip()[:1] in ("-", "–") or limits.mark(text, start, end)
