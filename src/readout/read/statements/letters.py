"""A sentence as a string of letters, one for each token: what the readers of statements look at.

The alphabet of the grammar has a character for every set of classes; here a token is only what matters for who says
what: an actor, a verb of saying, a preposition, a comma.
"""

from functools import cache
from typing import Final

from readout.read.analysis import View, grammar
from readout.read.symbols import PRIVATE_USE
from readout.read.tokens import Token

ACTOR: Final = "A"
PAIR: Final = "I"
PRONOUN: Final = "H"
UNNAMED: Final = "U"
MEDIUM: Final = "M"
NAME: Final = "N"
SAY: Final = "R"
QUOTING: Final = "E"
CITE: Final = "V"
PREPOSITION: Final = "G"
WITH: Final = "W"
ACCORDING: Final = "Y"
THAT: Final = "r"
COMMA: Final = "C"
DASH: Final = "D"
OPEN: Final = "O"
CLOSE: Final = "K"
QUOTE: Final = "Q"
COLON: Final = "L"
STOP: Final = "P"
SEMICOLON: Final = "S"
GROUP: Final = "a"
"""A country behind a noun ("giới trẻ Mỹ"): it tells whose, and speaks only where that noun is an adverb."""
TIME: Final = "T"
SUBORDINATE: Final = "B"
CONJUNCTION: Final = "J"
NEGATION: Final = "X"
AUDIENCE: Final = "Z"
CONTACT: Final = "m"
WORD: Final = "w"
CUES: Final = SAY + QUOTING + CITE
SPEAKERS: Final = ACTOR + PAIR + PRONOUN + UNNAMED + NAME

# The first class that a token has gives its letter.
_LETTERS: Final = (
    ("pair-ref", PAIR),
    ("all-parties", PAIR),
    ("actor", ACTOR),
    ("say", SAY),
    ("quoting", QUOTING),
    ("cite", CITE),
    ("off", WORD),
    ("according", ACCORDING),
    ("that", THAT),
    ("pronoun", PRONOUN),
    ("honorific", PRONOUN),
    ("unnamed", UNNAMED),
    ("audience", AUDIENCE),
    ("medium", MEDIUM),
    ("negate", NEGATION),
    ("subordinator", SUBORDINATE),
    ("conjunction", CONJUNCTION),
    ("and", CONJUNCTION),
    ("preposition", PREPOSITION),
    ("between", PREPOSITION),
    ("with", WITH),
    ("contact", CONTACT),
    ("time", TIME),
    ("modifier", GROUP),
    ("name", NAME),
    ("surname", NAME),
    ("comma", COMMA),
    ("dash", DASH),
    ("open", OPEN),
    ("close", CLOSE),
    ("quote", QUOTE),
    ("colon", COLON),
    ("stop", STOP),
    ("semicolon", SEMICOLON),
)


@cache
def _table(language: str) -> list[str]:
    """The letter of each symbol, by its place in the alphabet; symbols without one are plain words."""
    symbols = grammar(language).symbols
    letter_of = {char: letter for name, letter in reversed(_LETTERS) for char in symbols.of(name)}
    last = ord(max(letter_of))
    return [letter_of.get(chr(code), WORD) for code in range(PRIVATE_USE, last + 1)]


@cache
def told_symbols(language: str) -> frozenset[str]:
    """The symbols of the words without which a sentence reports nothing."""
    return grammar(language).symbols.set_of("say", "quoting", "cite", "according")


def letters_of(view: View, language: str) -> str:
    """One letter for each token of the sentence, made once for all readers."""
    if len(view.letters) != len(view.string):
        table = _table(language)
        view.letters = "".join([_letter(table, token) for token in view.tokens])
    return view.letters


def _letter(table: list[str], token: Token) -> str:
    place = ord(token.symbol) - PRIVATE_USE
    return table[place] if place < len(table) else WORD
