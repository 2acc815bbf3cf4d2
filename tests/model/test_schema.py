"""The published schema of a reading: valid, complete, and what readings hold to."""

import json

import jsonschema
import msgspec
import pytest

from readout.model.records import (
    Amount,
    Article,
    Commitment,
    Contact,
    ContactTime,
    Deadline,
    Duration,
    Evidence,
    Figure,
    Participant,
    Party,
    Place,
    Quantity,
    Reading,
    Silence,
    Span,
    Speaker,
    Statement,
    Time,
    TradeObject,
)
from readout.model.schema import reading_schema

WORDS = Evidence(start=0, end=3, text="Hai", rule="test.rule")
FULL = Reading(
    article=Article(id="1", url="https://thu.invalid", publisher="Báo Thử", title="Hai ông", published="2026-02-05",
                    published_basis="given", language="vi", text="Hai ông gặp nhau."),
    contacts=(
        Contact(id="contact-1", mode="meeting", status="held",
                participants=(Participant(person="Tô Lâm", country="VN"),),
                time=ContactTime(edtf="2026", part="late", basis="stated", text="cuối năm 2026"),
                place=Place(name="Hanoi", country="VN"), duration=Duration(iso8601="PT1H", approximate=True),
                topics=("trade",), evidence=(WORDS,)),
    ),
    statements=(Statement(id="statement-1", speaker=Speaker(name="Tô Lâm", country="VN"), kind="direct",
                          content=Span(start=4, end=7, text="ông"), cue=Span(start=0, end=3, text="Hai")),),
    commitments=(Commitment(id="commitment-1", committer=Party(country="CN"), counterparty=Party(country="US"),
                            action="buy",
                            object=TradeObject(name="soybeans", hs="1201"), quantity=Quantity(value=2e7, unit="t"),
                            deadline=Deadline(edtf="2026", text="trong năm"), stage="pledged", evidence=(WORDS,)),),
    times=(Time(start=0, end=3, text="Hai", type="DATE", edtf="2026-02-04", grain="day"),),
    amounts=(Amount(start=0, end=3, text="Hai", value=2.0, unit="t"),),
    figures=(Figure(what="trade", value=2e11, unit="USD", period="2025", parties=("CN", "RU"), evidence=(WORDS,)),),
    silences=(Silence(side="US", topic="taiwan", contact="contact-1", evidence=(WORDS,)),),
)  # fmt: skip


def invalid(reading: dict) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(reading_schema()).iter_errors(reading)]


def test_the_schema_is_a_valid_schema_of_2020_12() -> None:
    schema = reading_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_a_reading_that_uses_every_record_is_valid_and_comes_back_the_same() -> None:
    data = msgspec.json.encode(FULL)
    assert not invalid(json.loads(data))
    assert msgspec.json.decode(data, type=Reading) == FULL


def test_an_empty_reading_is_valid() -> None:
    assert not invalid(json.loads(msgspec.json.encode(Reading(article=Article(id="1", text="")))))


@pytest.mark.parametrize(
    ("field", "value"),
    [("mode", "fax"), ("status", None), ("participants", {}), ("topics", [1]), ("invented", True)],
)
def test_what_the_contract_does_not_know_is_invalid(field: str, value: object) -> None:
    reading = json.loads(msgspec.json.encode(FULL))
    reading["contacts"][0][field] = value
    assert invalid(reading)


def test_negative_offsets_are_invalid() -> None:
    reading = json.loads(msgspec.json.encode(FULL))
    reading["times"][0]["start"] = -1
    assert invalid(reading)
