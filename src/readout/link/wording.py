"""The words of a text, as they are written and folded: for search, and to tell whether two texts are the same.

A word is a run of letters and digits. Folded words have no diacritics, and đ is d; a run of Chinese characters is cut
into pairs, because nothing in the writing separates its words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)")


class Word(Struct, frozen=True, gc=False):
    """One word: `written` is lower case, `folded` is what is compared; offsets count code points of the text."""

    written: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case without diacritics, đ as d."""
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=8)
def words_of(text: str) -> tuple[Word, ...]:
    """All words in order; pairs of Chinese characters overlap."""
    han = not text.isascii() and _HAN.search(text) is not None
    found: list[Word] = []
    for match in _WORD.finditer(text):
        run = match[0]
        if han and _HAN.search(run):
            found += _han_words(run, match.start())
        else:
            found.append(Word(run.lower(), fold_word(run), match.start(), match.end()))
    return tuple(found)


def _han_words(run: str, start: int) -> Iterator[Word]:
    for piece in filter(None, _HAN.split(run)):
        size = 2 if _HAN.match(piece) and len(piece) > 2 else len(piece)
        for number in range(len(piece) - size + 1):
            word = piece[number:number + size]
            yield Word(word.lower(), fold_word(word), start + number, start + number + size)
        start += len(piece)


def is_han(word: str) -> bool:
    """Whether it is written in Chinese characters."""
    return bool(_HAN.match(word))


def tells_apart(asked: str, written: str) -> bool:
    """Whether a word asked for with diacritics is another one than the word written: `dương` is not `đường`.

    A word asked for without diacritics means all spellings, and one written without them may mean any.
    """
    return asked != fold_word(asked) and asked != written and written != fold_word(written)
