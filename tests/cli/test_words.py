"""Records in words."""

import pytest

from readout.cli.words import (
    channel_words,
    country_name,
    deadline_words,
    participant_words,
    party_words,
    quantity_words,
    quoted,
    who,
    who_shortly,
)
from readout.model.records import Deadline, Participant, Party, Quantity, Span, Speaker, Statement


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=2e7, unit="t"), "20 million t"),
        (Quantity(value=2e6, unit="t", comparator="~"), "about 2 million t"),
        (Quantity(value=2e7, unit="t", comparator="<="), "up to 20 million t"),
        (Quantity(value=2e6, unit="t", comparator="<", nearly=True), "nearly 2 million t"),
        (Quantity(value=2e6, unit="t", comparator="<"), "less than 2 million t"),
        (Quantity(value=1e7, high=1.2e7, unit="t", comparator="range"), "10–12 million t"),
        (Quantity(value=7.5e9, unit="USD", comparator=">"), "more than 7.5 billion USD"),
        (Quantity(value=500, unit="aircraft", basis="additional"), "500 aircraft more"),
        (Quantity(value=2e6, unit="tonne"), "2 million tonnes"),
        (Quantity(value=1, unit="tonne"), "1 tonne"),
        (Quantity(value=3e5, unit="barrel-per-day"), "300,000 barrels per day"),
        (Quantity(value=12345), "12,345"),
        (None, ""),
    ],
)
def test_quantities(quantity: Quantity | None, words: str) -> None:
    assert quantity_words(quantity) == words


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Participant(person="Donald Trump", country="US"), "Donald Trump (US)"),
        (Participant(person="Tô Lâm"), "Tô Lâm"),
        (Participant(office="foreign-minister", country="KR"), "foreign minister (KR)"),
        (Participant(country="KR"), "South Korea"),
        (Participant(country="NATO"), "NATO"),
        (Participant(), "unknown side"),
    ],
)
def test_participants(party: Participant, words: str) -> None:
    assert participant_words(party) == words


def test_hosts_and_mediators_are_told() -> None:
    assert who([Participant(country="UA"), Participant(country="TR", role="host")]) == "Ukraine · Türkiye, host"
    assert who([]) == "unknown parties"


def test_a_summit_is_told_shortly() -> None:
    def parties(*codes: str) -> list[Participant]:
        return [Participant(country=code) for code in codes]

    assert who_shortly(parties("UA", "TR", "RU", "US")) == "Ukraine · Türkiye · Russia · United States"
    assert who_shortly(parties("UA", "TR", "RU", "US", "CN")) == "Ukraine · Türkiye · Russia · 2 more"


@pytest.mark.parametrize(
    ("speaker", "medium", "words"),
    [
        (Speaker(organisation="Chinese Ministry of Foreign Affairs", country="CN"), "foreign-ministry", ""),
        (Speaker(name="Mao Ning", country="CN"), "foreign-ministry", "foreign ministry"),
        (Speaker(organisation="White House", country="US"), "press-briefing", "press briefing"),
        (Speaker(country="CN"), None, ""),
    ],
)
def test_an_institution_is_not_told_twice(speaker: Speaker, medium: str | None, words: str) -> None:
    said = Statement(id="s", speaker=speaker, kind="indirect", medium=medium, content=Span(start=0, end=1, text="x"))
    assert channel_words(said) == words


def test_countries_have_their_english_names_and_organisations_their_codes() -> None:
    assert [country_name(code) for code in ("US", "VN", "EU", "HAMAS", None)] == [
        "United States", "Vietnam", "European Union", "HAMAS", "unknown side",
    ]  # fmt: skip


def test_parties() -> None:
    assert party_words(Party(name="Scott Bessent", country="US")) == "Scott Bessent (US)"
    assert party_words(Party(country="US")) == "United States"
    assert party_words(None, "the article") == party_words(Party(), "the article") == "the article"


def test_deadlines_and_periods() -> None:
    assert deadline_words(Deadline(edtf="2025-11-27", text="trước Lễ Tạ ơn"), None) == "by 27 Nov 2025"
    assert deadline_words(Deadline(edtf="2025", text="trước năm 2026"), None) == "by the end of 2025"
    assert deadline_words(None, Deadline(text="niên vụ hiện tại")) == "“niên vụ hiện tại”"
    assert deadline_words(None, Deadline(text="vụ tới", name="next season")) == "for the next season"
    assert deadline_words(None, None) == ""


def test_only_a_speakers_own_words_stand_in_quotation_marks() -> None:
    def statement(kind: str, text: str) -> Statement:
        content = Span(start=0, end=len(text), text=text)
        return Statement(id="s", speaker=Speaker(country="US"), kind=kind, content=content)  # type: ignore[arg-type]

    assert quoted(statement("direct", "“rất tốt”")) == "“rất tốt”"
    assert quoted(statement("direct", "rất tốt")) == "“rất tốt”"
    assert quoted(statement("indirect", "hai bên đã gặp")) == "hai bên đã gặp"
