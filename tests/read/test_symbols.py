"""Patterns over tokens become regular expressions over one character per token."""

import pytest

from readout.read.symbols import Symbols

CLASSES = [
    frozenset(c.split())
    for c in ("actor side", "meet", "=giữa", "=và", "=với", "preposition =với", "place", "say", "filler")
]


def string(symbols: Symbols, words: str) -> str:
    return "".join(symbols.register(frozenset(word.split("+"))) for word in words.split())


@pytest.mark.parametrize(
    ("pattern", "tokens", "matches"),
    [
        ("{meet} giữa {actor:a}", "meet =giữa actor+side", True),
        ("{meet} giữa {actor:a}", "meet actor+side", False),
        ("{meet} giữa? {actor:a}", "meet actor+side", True),
        ("{actor} ( và/với {actor} )*", "actor+side =và actor+side =với actor+side", True),
        ("{actor} với {actor}", "actor+side preposition+=với actor+side", True),
        ("{actor} ~ {meet}", "actor+side filler filler meet", True),
        ("{actor} ~ {meet}", "actor+side say meet", False),  # a gap does not cross a report
        ("{actor} ~ {meet}", "actor+side comma meet", False),
        ("{actor} ... {meet}", "actor+side comma filler meet", True),
        ("{actor} ... {meet}", "actor+side stop meet", False),
        ("!{preposition} {actor} {meet}", "preposition+=với actor+side meet", False),
        ("!{preposition} {actor} {meet}", "filler actor+side meet", True),
        ("^ {meet} {actor}", "meet actor+side", True),
        ("^ {meet} {actor}", "colon meet actor+side", True),
        ("^ {meet} {actor}", "quote meet actor+side", True),
        ("^ {meet} {actor}", "filler meet actor+side", False),
        ("^ {meet} {actor}", "comma meet actor+side", False),
        ("{unknown-class}", "meet", False),
        ("{unknown-class}? {meet}", "meet", True),
    ],
)
def test_pattern(pattern: str, tokens: str, matches: bool) -> None:
    symbols = Symbols(CLASSES)
    assert bool(symbols.compile(pattern).search(string(symbols, tokens))) is matches


def test_a_slot_named_twice_is_kept_apart() -> None:
    symbols = Symbols(CLASSES)
    found = symbols.compile("( {meet:cue} với | {say:cue} )").search(string(symbols, "say"))
    assert found and [name for name, value in found.groupdict().items() if value] == ["cue__2"]


def test_the_alphabet_does_not_depend_on_the_order_of_the_classes() -> None:
    first, second = Symbols(CLASSES), Symbols(reversed(CLASSES))
    assert [first.register(c) for c in CLASSES] == [second.register(c) for c in CLASSES]


def test_what_may_stand_in_a_slot() -> None:
    symbols = Symbols(CLASSES)
    pattern = "( {meet:cue} với | {say|place:cue} ) {filler} {actor:a}"
    assert symbols.slot(pattern, "cue") == symbols.set_of("meet", "say", "place")
    assert symbols.slot(pattern, "b") == frozenset()
