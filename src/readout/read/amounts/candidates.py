"""Walking through the candidates of a text: where one begins and ends, and where it may end sooner."""

from mypy_extensions import mypyc_attr

from readout.read.amounts.grammar import ANYWHERE, EDGES, Grammar


@mypyc_attr(acyclic=True)
class Candidates:
    """The candidates of `text` one after the other, left to right; offsets are code points."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.start = self.end = -1
        """The candidate that was found last; before the first the edge of the text."""
        self._text = text
        self._search = grammar.search
        self._data = b"\n" + text.encode("utf-8", "surrogatepass") + b"\n"
        self._first = self._last = 0
        """The bytes of the candidate in `_data`; the search goes on at the edge behind it, maybe that of the next."""

    def advance(self) -> bool:
        """Find the next candidate; False where there is none.

        A candidate stands between two characters that are neither letters nor digits.
        """
        data = self._data
        begin, after = self._search(ANYWHERE, data, self._last, len(data))[0]
        if begin < 0:
            return False
        after -= 1
        while data[after] & 0xC0 == 0x80:
            after -= 1
        begin += _width(data[begin])
        self._first, self._last = begin, after
        piece = data[begin:after].decode("utf-8", "surrogatepass")
        self.start = self._place(piece)
        self.end = self.start + len(piece)
        return True

    def _place(self, piece: str) -> int:
        """Where the candidate is in code points: the first time from here on that `piece` stands between edges.

        Looking for it is faster than counting the characters before it.
        """
        text = self._text
        at = text.find(piece, self.end + 1)
        while not (_is_edge(text, at - 1) and _is_edge(text, at + len(piece))):
            at = text.find(piece, at + 1)
        return at

    def read_up_to(self, stop: int) -> None:
        """Go on behind `stop`, which lies in the candidate or at its end."""
        if stop != self.end:
            self._last = self._first + len(self._text[self.start : stop].encode("utf-8", "surrogatepass"))
            self.end = stop

    def skip_word(self) -> None:
        """Go on behind the first word of the candidate, which says nothing."""
        self.read_up_to(first_word_end(self._text, self.start, self.end))


def _is_blank(text: str, at: int) -> bool:
    """Nothing is written at `at`, or `at` lies outside the text: most candidates stand between such places."""
    return at < 0 or at >= len(text) or text[at] == " " or text[at] == "\n"


def _is_edge(text: str, at: int) -> bool:
    """May the character beside a candidate stand there?"""
    return _is_blank(text, at) or text[at] in EDGES


def _width(lead: int) -> int:
    """How many bytes the UTF-8 character has that begins with the byte `lead`."""
    return 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def first_word_end(text: str, start: int, end: int) -> int:
    """Where the first run of letters and digits of `text[start:end]` ends; behind its first character at least."""
    at = start
    while at < end and text[at].isalnum():
        at += 1
    return max(at, start + 1)


def shorter(text: str, start: int, end: int) -> int:
    """The nearest place before `end` where a word of `text[start:end]` ends; `start` where there is none."""
    at = end - 1
    while at > start:
        if not text[at].isalnum() and text[at - 1].isalnum():
            return at
        at -= 1
    return start


def bounded(text: str, start: int, end: int) -> bool:
    """Is `text[start:end]` neither inside a word nor inside a longer figure such as 1.234,5 or F-16?"""
    if _is_blank(text, start - 1) and _is_blank(text, end):
        return True
    if start and _joined(text[start - 1], text[start], text[start - 2 : start - 1] if start > 1 else ""):
        return False
    if end < len(text) and text[end - 1].isalnum():
        return not _joined(text[end], text[end - 1], text[end + 1 : end + 2])
    return True


def _joined(neighbour: str, edge: str, beyond: str) -> bool:
    """Does `neighbour`, next to the outermost character `edge`, continue its word or figure?"""
    if neighbour.isalnum():
        return True
    if not edge.isdigit():
        return neighbour in "-_" and beyond.isdigit()
    return neighbour in ".,/-:_" and (beyond.isdigit() or (neighbour in "-_/" and beyond.isalpha()))
