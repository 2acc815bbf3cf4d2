"""What may be given for a date, a country, a pair or a topic; a usage error for anything else."""

import calendar
import re
from collections.abc import Callable
from typing import TypeVar

import typer

T = TypeVar("T")

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", re.ASCII)


def pair_of(value: str) -> tuple[str, str]:
    """`US-CN` (also `us,cn`, `US–CN`, `AFRICAN-UNION,US`) as two codes; a usage error for anything else."""
    from readout.knowledge import codes

    return _understood(codes.pair_of, value)


def code_of(value: str) -> str:
    """A country (ISO 3166-1 alpha-2; old codes such as UK are understood) or an organisation's code, in capitals."""
    from readout.knowledge import codes

    return _understood(codes.code_of, value)


def topic_of(value: str | None) -> str | None:
    """A topic's id; a usage error that lists the ids for anything else."""
    from readout.knowledge import codes

    return value if value is None else _understood(codes.topic_of, value)


def _understood(read: Callable[[str], T], value: str) -> T:
    """What the reader makes of a value; a usage error with its words where it cannot."""
    try:
        return read(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def first_day(value: str | None) -> str | None:
    """The first day of a day, month or year as an ISO day."""
    parts = _period(value)
    return parts and f"{parts[0]:04d}-{parts[1] or 1:02d}-{parts[2] or 1:02d}"


def last_day(value: str | None) -> str | None:
    """The last day of a day, month or year as an ISO day."""
    parts = _period(value)
    if parts is None:
        return None
    year, month, day = parts[0], parts[1] or 12, parts[2]
    return f"{year:04d}-{month:02d}-{day or calendar.monthrange(year, month)[1]:02d}"


def _period(value: str | None) -> tuple[int, int | None, int | None] | None:
    if value is None:
        return None
    found = _PERIOD.fullmatch(value.strip())
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    if not year or (month is not None and not 1 <= month <= 12):
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2026-02-04, 2026-02 or 2026")
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        raise typer.BadParameter(f"{value!r} is not a day of the calendar")
    return year, month, day


def publication_date(value: str | None) -> str | None:
    """A publication date as ISO 8601; a usage error for anything else."""
    from readout.collect.article import iso_date

    if value is not None and iso_date(value) is None:
        raise typer.BadParameter(f"{value!r} is not an ISO 8601 date; write it as 2026-02-05")
    return iso_date(value) if value else None
