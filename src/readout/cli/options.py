"""Options that several commands share, and what their values may be."""

import calendar
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.failure import Failure

if TYPE_CHECKING:
    from readout.api import Ledger

JsonFlag = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
LedgerPlace = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar="READOUT_LEDGER",
        metavar="PLACE",
        help="The ledger: a SQLite file or a database URL; else the user data folder.",
        show_default=False,
    ),
]
PublishedDate = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date (ISO 8601) of articles that carry none."),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also ask hosts in the own network (private, loopback, link-local).")
]
AskedBy = Annotated[
    str | None, typer.Option("--asked-by", metavar="ADDRESS", help="Your e-mail or web address, told to hosts.")
]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, metavar="N", help="Processes that read.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; else your login name.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]
Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE…", help="Files, folders, web addresses, or - for standard input."),
]

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", re.ASCII)


def default_place() -> str:
    """Return where the ledger lies when nobody says: `ledger.sqlite` in the user's data folder."""
    from platformdirs import user_data_path

    return str(user_data_path("readout", appauthor=False) / "ledger.sqlite")


@contextmanager
def opened(place: str | None, new: bool = False) -> "Iterator[Ledger]":
    """Open the ledger for a command; every way in which it cannot be used becomes a `Failure`.

    Only `new` makes a ledger where there is none: a question to a ledger that does not exist is an error.
    """
    from readout.api import LedgerError, open_ledger

    place = place or default_place()
    if not new and "://" not in place and not Path(place).expanduser().exists():
        raise Failure(f"no ledger at {place}; make one with: readout add FILE…")
    try:
        with open_ledger(place) as ledger:
            yield ledger
    except LedgerError as error:
        raise Failure(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"{error.filename or place}: {error.strerror or error}") from error
    except ModuleNotFoundError as missing:
        if missing.name != "psycopg":
            raise
        raise Failure("a ledger in PostgreSQL needs psycopg: pip install 'readout[postgres]'") from missing


def pair_of(value: str) -> tuple[str, str]:
    """`US-CN` (also `us,cn`, `US–CN`) as two codes; a usage error for anything else."""
    codes = [code_of(part) for part in re.split(r"[-–,\s]+", value.strip()) if part]
    if len(codes) != 2 or codes[0] == codes[1]:
        raise typer.BadParameter(f"{value!r} is not a pair of countries; write it as US-CN")
    return codes[0], codes[1]


def code_of(value: str) -> str:
    """A country (ISO 3166-1 alpha-2; old codes such as UK are understood) or an organisation's code, in capitals."""
    from babel.core import Locale, get_global

    code = value.strip().upper()
    code = str(get_global("territory_aliases").get(code, [code])[0])
    known = len(code) > 2 or code in Locale("en").territories
    if not known or not re.fullmatch(r"[A-Z][A-Z0-9]+", code):
        raise typer.BadParameter(f"{value!r} is not a country code (ISO 3166-1: US, CN, VN …) nor an organisation's")
    return code


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


def checked_date(value: str | None) -> str | None:
    """A publication date as ISO 8601; a usage error for anything else."""
    from readout.collect.article import iso_date

    if value is not None and iso_date(value) is None:
        raise typer.BadParameter(f"{value!r} is not an ISO 8601 date; write it as 2026-02-05", param_hint="--published")
    return iso_date(value) if value else None
