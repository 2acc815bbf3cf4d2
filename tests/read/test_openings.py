"""Two symbols tell which patterns can match where they stand, and which match the first token alone."""

import re

import pytest

from readout.knowledge.tables import KnowledgeError
from readout.read.actor_rules import ActorRule
from readout.read.openings import Openings
from readout.read.symbols import Symbols

CLASSES = ("office", "country", "name", "acting", "office country", "honorific", "words")


def symbols() -> Symbols:
    return Symbols(frozenset(one.split()) for one in CLASSES)


def symbol(known: Symbols, word: str) -> str:
    return known.register(frozenset(word.split("+"))) if word else ""


@pytest.mark.parametrize(
    ("pattern", "first", "second", "possible"),
    [
        ("{office} {name}", "office", "name", True),
        ("{office} {name}", "office", "country", False),
        ("{office} {name}", "office", "", False),
        ("{office} {name}", "name", "name", False),
        ("{office} {country}? {name}", "office", "name", True),
        ("{office} {country}? {name}", "office", "country", True),
        ("{office} {country}?", "office", "words", True),  # the country need not stand there
        ("{acting}* {office}", "acting", "acting", True),
        ("{acting}* {office}", "acting", "words", False),
        ("{acting}* {office}", "office", "words", True),
        ("{office}+ {name}", "office", "office", True),
        ("{office} ( {country} | {honorific} )* {name}", "office", "honorific", True),
        ("{office} ( {country} | {honorific} )* {name}", "office", "acting", False),
        ("( {office} {name} | {country} )", "country", "words", True),
        ("( {office} {name} | {country} )", "office", "words", False),
        ("{office} {country}", "office+country", "office+country", True),
        ("^ {office} {name}", "office", "country", False),
        ("{office} ~ {name}", "office", "words", True),  # of a gap nothing is known
    ],
)
def test_what_can_begin_there(pattern: str, first: str, second: str, possible: bool) -> None:
    known = symbols()
    assert bool(Openings(known, pattern).of(symbol(known, first), symbol(known, second))) is possible


@pytest.mark.parametrize(
    ("pattern", "first", "second", "slot"),
    [
        ("{country:side}", "country", "words", "side"),
        ("{country:side}", "country", "", "side"),
        ("{acting:how}* {office:office}", "office", "words", "office"),
        ("{acting:how}* {office:office}", "acting", "office", None),
        ("{office:office} {name:person}?", "office", "country", "office"),
        ("{office:office} {name:person}?", "office", "name", None),
        ("( {office:office} | {country:side} )", "office+country", "words", None),  # either may be meant
        ("!{words} {country:side}", "country", "words", None),  # what stands before decides too
        ("{office:office} ~", "office", "words", None),
    ],
)
def test_what_is_matched_alone(pattern: str, first: str, second: str, slot: str | None) -> None:
    known = symbols()
    element = Openings(known, pattern).only(symbol(known, first), symbol(known, second))
    assert (element.name if element else None) == slot


@pytest.mark.parametrize(
    "pattern",
    [
        "{acting}* {office} ( {country} | {honorific} )? {name}?",
        "{office}+ ( {acting} {country} )* {name}",
        "{country}",
    ],
)
def test_the_same_as_the_regular_expression(pattern: str) -> None:
    known = symbols()
    openings, regex = Openings(known, pattern), known.compile(pattern)
    alphabet = [symbol(known, one) for one in ("office", "country", "name", "acting", "honorific", "words")]
    for first in alphabet:
        for second in alphabet:
            behind = [regex.match(first + second + a + b) for a in alphabet for b in alphabet]
            assert bool(openings.of(first, second)) >= any(behind)
            if openings.only(first, second):
                assert all(isinstance(match, re.Match) and match.end() == 1 for match in behind)


def test_an_actor_has_no_other_slots() -> None:
    known = symbols()
    with pytest.raises(KnowledgeError, match=r"vi\.actor\.minister: an actor has no slot 'minister'"):
        ActorRule("vi.actor.minister", known.pattern("{office:minister}"), Openings(known, "{office:minister}"))
