"""The words of a text, as they are written and folded: for search, and to tell whether two texts are the same.

A word is a run of letters and digits. Folded words have no diacritics, and đ is d; a run of Chinese characters is cut
into pairs, because nothing in the writing separates its words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)")


class Words(NamedTuple):
    """The words of a text in order: in lower case as `written`, and `folded` as they are compared."""

    written: list[str]
    folded: list[str]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case without diacritics, đ as d."""
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=8)
def words_of(text: str) -> Words:
    """All words in order; pairs of Chinese characters overlap."""
    runs = [text[start:end] for start, end in spans_of(text)] if _has_han(text) else _WORD.findall(text)
    written = [run.lower() for run in runs]
    return Words(written, list(map(fold_word, written)))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each of the words stands (start, end), in code points of the text."""
    runs = runs_of(text)
    return [span for start, end in runs for span in _pieces(text[start:end], start)] if _has_han(text) else runs


def runs_of(text: str, begin: int = 0, number: int | None = None) -> list[tuple[int, int]]:
    """Where runs of letters and digits stand: words, but in Chinese. All, or so many from an offset on."""
    return [match.span() for match in islice(_WORD.finditer(text, begin), number)]


def offset_of(text: str, run: str, before: int) -> int | None:
    """Where a run in lower case stands in the text, after it stood there `before` times; None where letters change
    their number in lower case."""
    lower = text.lower()
    at = lower.find(run) if len(lower) == len(text) else -1
    while at >= 0:
        end = at + len(run)
        if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
            if not before:
                return at
            before -= 1
        at = lower.find(run, at + 1)
    return None


def _has_han(text: str) -> bool:
    return not text.isascii() and _HAN.search(text) is not None


def _pieces(run: str, start: int) -> Iterator[tuple[int, int]]:
    """The words of a run of letters: pairs where it is written in Chinese characters."""
    for piece in filter(None, _HAN.split(run)):
        size = 2 if _HAN.match(piece) and len(piece) > 2 else len(piece)
        yield from ((start + number, start + number + size) for number in range(len(piece) - size + 1))
        start += len(piece)


def is_han(word: str) -> bool:
    """Whether it is written in Chinese characters."""
    return bool(_HAN.match(word))


def tells_apart(asked: str, written: str) -> bool:
    """Whether a word asked for with diacritics is another one than the word written: `dương` is not `đường`.

    A word asked for without diacritics means all spellings, and one written without them may mean any.
    """
    return asked != fold_word(asked) and asked != written and written != fold_word(written)
