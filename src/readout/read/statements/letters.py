"""A sentence as a string of letters, one for each token: what the readers of statements look at.

The alphabet of the grammar has a character for every set of classes; here a token is only what matters for who says
what: an actor, a verb of saying, a preposition, a comma. The letters are made by one `str.translate`.
"""

from functools import cache

from readout.read.analysis import View, grammar

ACTOR, PAIR, PRONOUN, UNNAMED, MEDIUM, NAME = "A", "I", "H", "U", "M", "N"
SAY, QUOTING, CITE = "R", "E", "V"
PREPOSITION, WITH, ACCORDING, THAT = "G", "W", "Y", "r"
COMMA, DASH, OPEN, CLOSE, QUOTE, COLON, STOP, SEMICOLON = "C", "D", "O", "K", "Q", "L", "P", "S"
GROUP = "a"
"""A country behind a noun ("giới trẻ Mỹ"): it tells whose, and speaks only where that noun is an adverb."""
TIME, SUBORDINATE, CONJUNCTION, NEGATION, AUDIENCE, CONTACT, WORD = "T", "B", "J", "X", "Z", "m", "w"
CUES = SAY + QUOTING + CITE
SPEAKERS = ACTOR + PAIR + PRONOUN + UNNAMED + NAME

# The first class that a token has gives its letter.
_LETTERS = (
    ("pair-ref", PAIR),
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


class _Table(dict[int, str]):
    def __missing__(self, key: int) -> str:
        return WORD


@cache
def _table(language: str) -> _Table:
    symbols = grammar(language).symbols
    table = _Table()
    for name, letter in reversed(_LETTERS):
        for char in symbols.of(name):
            table[ord(char)] = letter
    return table


@cache
def told_symbols(language: str) -> frozenset[str]:
    """The symbols of the words without which a sentence reports nothing."""
    return frozenset(grammar(language).symbols.of("say", "quoting", "cite", "according"))


def letters_of(view: View, language: str) -> str:
    """One letter for each token of the sentence."""
    return view.string.translate(_table(language))
