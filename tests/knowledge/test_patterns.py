"""The pattern language: what its parts are read as, and which mistakes are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.knowledge.patterns import Part, literals, parse
from readout.knowledge.tables import KnowledgeError, rules, token_rule_files

PARSED = [
    ("{actor}", [Part("token", ("actor",))]),
    ("{actor:a}", [Part("token", ("actor",), "a")]),
    ("{meet|talks:cue}+", [Part("token", ("meet", "talks"), "cue", "+")]),
    ("!{negation}", [Part("not", ("negation",))]),
    ("^ {actor}", [Part("begin"), Part("token", ("actor",))]),
    ("giữa", [Part("token", ("=giữa",))]),
    ("với/cùng_với", [Part("token", ("=với", "=cùng với"))]),
    ("theo?", [Part("token", ("=theo",), "", "?")]),
    (
        ", - ; :",
        [Part("token", ("comma",)), Part("token", ("dash",)), Part("token", ("semicolon",)), Part("token", ("colon",))],
    ),
    ("~ ...", [Part("gap", name="~"), Part("gap", name="...")]),
    (
        "( a | b )?",
        [Part("open"), Part("token", ("=a",)), Part("bar"), Part("token", ("=b",)), Part("close", times="?")],
    ),
    ("(a|b)*", [Part("open"), Part("token", ("=a",)), Part("bar"), Part("token", ("=b",)), Part("close", times="*")]),
    ("", []),
]
WRONG = [
    "{",
    "}",
    "{actor",
    "actor}",
    "{}",
    "{Actor}",
    "{actor:}",
    "{actor:A}",
    "{a:b:c}",
    "!giữa{x",
    "{a b}",
    "?",
    "+",
    "{actor}{",
]


@pytest.mark.parametrize(("pattern", "parts"), PARSED)
def test_parts_of_a_pattern(pattern: str, parts: list[Part]) -> None:
    assert list(parse(pattern)) == parts


@pytest.mark.parametrize("pattern", WRONG)
def test_a_wrong_pattern_is_told_with_its_words(pattern: str) -> None:
    with pytest.raises(KnowledgeError, match="cannot read"):
        parse(pattern)


def test_literal_words_have_spaces_for_underscores() -> None:
    assert literals("{a} giữa ( {b} cùng_với/với )? ,") == {"giữa", "cùng với", "với"}


@pytest.mark.parametrize("path", token_rule_files("vi"))
def test_every_token_rule_can_be_parsed_and_its_groups_close(path: str) -> None:
    for rule in rules(path):
        kinds = [part.kind for part in parse(rule["pattern"])]
        assert kinds.count("open") == kinds.count("close"), rule["id"]


@given(st.text(alphabet="{}()|?*+!:~.,-_/a bgiữa", max_size=30))
def test_any_text_is_a_pattern_or_an_error_of_knowledge(text: str) -> None:
    try:
        parts = parse(text)
    except KnowledgeError:
        return
    assert all(part.kind in ("open", "close", "bar", "gap", "not", "token") for part in parts)
