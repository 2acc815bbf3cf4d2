"""Which patterns a sentence can match, by the symbols that it holds."""

from string import ascii_lowercase

import pytest

from readout.read.prefilter import WORD, WORDS, Prefilter, SymbolBits
from readout.read.symbols import Symbols

PATTERNS = (
    "{actor:a} {meet:cue} {actor:b}",
    "{meet:cue} ( giữa | tại ) {actor:a}",
    "{say:cue} {place}?",
    "{place:cue}",
)
SHARING = range(WORDS * WORD, WORDS * WORD + 3)


def symbols() -> Symbols:
    """Of actors there are two kinds, as there are many in the lexicon: no pattern is asked for by them."""
    return Symbols(frozenset(c.split()) for c in ("actor", "actor side", "meet", "say", "place", "=giữa", "=tại"))


def string(alphabet: Symbols, words: str) -> str:
    return "".join(alphabet.register(frozenset((word,))) for word in words.split())


@pytest.mark.parametrize(
    ("tokens", "possible"),
    [
        ("actor meet actor", [0]),
        ("meet =giữa actor", [0, 1]),  # the order of the elements is for the pattern itself
        ("meet =giữa", []),
        ("say", [2]),
        ("say place", [2, 3]),
        ("other", []),
        ("", []),
    ],
)
def test_possible(tokens: str, possible: list[int]) -> None:
    alphabet = symbols()
    assert Prefilter(alphabet, PATTERNS).possible(string(alphabet, tokens)) == possible


@pytest.mark.parametrize(
    ("tokens", "asked"),
    [("actor", False), ("meet", True), ("say actor", True), ("place", True), ("actor other", False), ("", False)],
)
def test_cues(tokens: str, asked: bool) -> None:
    alphabet = symbols()
    patterns = ("{actor:a} {meet:cue} ( {actor:b} | giữa {actor|other:b} )", "{say:cue} {place}?", "{place:cue}")
    cues = Prefilter(alphabet, patterns).cues
    assert cues.isdisjoint(string(alphabet, tokens)) is not asked


def test_bits_of_symbols() -> None:
    alphabet, bits = symbols(), SymbolBits()
    meet, either = bits.bit(alphabet.set_of("meet")), bits.bit(alphabet.set_of("meet", "say"))
    assert bits.bit(alphabet.set_of("meet")) == meet != either
    assert bits.of(string(alphabet, "actor say")) == either
    assert bits.of(string(alphabet, "place actor")) == 0
    assert bits.places(string(alphabet, "say actor meet")) == {0: either, 2: meet | either}


@pytest.mark.parametrize(
    ("held", "possible"),
    [(0, [0]), (WORD, [WORD]), (2 * WORD, [2 * WORD]), (WORDS * WORD + 1, [WORDS * WORD - 1, *SHARING])],
)
def test_more_elements_than_the_words_hold_share_the_last_bit(held: int, possible: list[int]) -> None:
    names = [first + second for first in ascii_lowercase for second in ascii_lowercase][: WORDS * WORD + len(SHARING)]
    alphabet = Symbols(frozenset((name,)) for name in names)
    prefilter = Prefilter(alphabet, [f"{{{name}:cue}}" for name in names])
    assert prefilter.possible(string(alphabet, names[held])) == possible
