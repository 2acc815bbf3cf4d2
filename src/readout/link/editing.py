"""Apply what people corrected to a record: one field, by its path, checked against the record's own types."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from readout.link.days import interval_of
from readout.model.answers import LedgerContact
from readout.model.records import Commitment, Reading, Record, Statement

_R = TypeVar("_R", bound=Record)

FIELDS: dict[type[Record], tuple[str, ...]] = {
    LedgerContact: (
        "mode",
        "status",
        "participants",
        "time.edtf",
        "time.part",
        "place.name",
        "place.country",
        "duration.iso8601",
        "topics",
        "round",
    ),
    Statement: (
        "speaker.name",
        "speaker.person_id",
        "speaker.office",
        "speaker.country",
        "speaker.organisation",
        "force",
        "medium",
        "topics",
        "kind",
    ),
    Commitment: (
        "action",
        "stage",
        "object.name",
        "object.hs",
        "quantity.value",
        "quantity.high",
        "quantity.unit",
        "quantity.comparator",
        "made.edtf",
        "period.edtf",
        "deadline.edtf",
        "committer.country",
        "counterparty.country",
        "claimed_by.country",
        "claimed_by.name",
        "measured_by",
    ),
}
"""What a person may correct. Words and evidence are what the article says; they cannot be corrected."""


class CannotBe(ValueError):
    """An edit that cannot be: of a `field` that nobody corrects, to what is no `date`, to a `value` of another kind."""

    def __init__(self, told: str, reason: str) -> None:
        super().__init__(told)
        self.reason = reason


class Edit(Struct, frozen=True):
    """A value for a field of the record `target` (the id of a fact in its reading; unused for a contact)."""

    target: str
    field: str
    value: Any


def value_of(record: Record, field: str) -> Any:
    """The value of a field now, as JSON holds it; None where something on the way is absent."""
    found: Any = msgspec.json.decode(msgspec.json.encode(record))
    for name in field.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def edited(record: _R, edits: Iterable[Edit]) -> _R:
    """The record with the edits applied in order. Raises CannotBe for a field or a value that it cannot have."""
    kind = type(record)
    for one in edits:
        if one.field not in FIELDS[kind]:
            raise CannotBe(f"{one.field!r} cannot be corrected; these can: {', '.join(FIELDS[kind])}", "field")
        if one.field.endswith("edtf") and one.value is not None and interval_of(str(one.value)) is None:
            told = f"{one.value!r} is not a date: write it as 2026-02-04, 2026-02, 2026-02-04/2026-02-06"
            raise CannotBe(told, "date")
        whole = msgspec.to_builtins(record)
        _set(whole, one.field.split("."), one.value)
        try:
            record = msgspec.convert(whole, kind)
        except msgspec.ValidationError as error:
            raise CannotBe(f"{one.field} cannot be {one.value!r}: {error}", "value") from None
    return record


def _set(whole: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        if whole.get(name) is None:
            whole[name] = {"text": ""} if name in ("made", "deadline", "period") else {}
        whole = whole[name]
    whole[path[-1]] = value


def edited_reading(reading: Reading, edits: Iterable[Edit]) -> Reading:
    """The reading with its statements and commitments as people corrected them."""
    mine: dict[str, list[Edit]] = {}
    for one in edits:
        mine.setdefault(one.target, []).append(one)
    return (
        msgspec.structs.replace(
            reading,
            statements=tuple(edited(one, mine.get(one.id, ())) for one in reading.statements),
            commitments=tuple(edited(one, mine.get(one.id, ())) for one in reading.commitments),
        )
        if mine
        else reading
    )
