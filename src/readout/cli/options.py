"""Options that several commands share, and the ledger that they name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.failure import Failure
from readout.cli.values import code_of, first_day, last_day, pair_of, publication_date, topic_of

if TYPE_CHECKING:
    from readout.api import Ledger
_MACHINE = re.compile(r"(?: - at `\$[^`]*`)|: Invalid enum value '[^']*'")
"""What the decoder adds to its messages for programmers."""


def _pair_checked(value: str | None) -> str | None:
    return value and ",".join(pair_of(value))


def _codes_checked(values: list[str] | None) -> list[str] | None:
    return values and [code_of(value) for value in values]


def _code_checked(value: str | None) -> str | None:
    return value and code_of(value)


def _since_checked(ctx: typer.Context, value: str | None) -> str | None:
    return _in_order(first_day(value), ctx.params.get("until"), value)


def _until_checked(ctx: typer.Context, value: str | None) -> str | None:
    last = last_day(value)
    _in_order(ctx.params.get("since"), last, value)
    return last


def _contact_checked(value: str | None) -> str | None:
    if value is not None:
        from readout.collect.fetch import is_contact

        if not is_contact(value):
            raise typer.BadParameter("must be an address on one line, without accents")
    return value


def _in_order(since: str | None, until: str | None, value: str | None) -> str | None:
    """`since`; the options come in the order in which they were typed, so the second of them sees both."""
    if since and until and since > until:
        raise typer.BadParameter(f"{value!r}: the period ends on {until}, before it begins on {since}")
    return since


def _named(value: str | None) -> str | None:
    """The place; an empty one is a mistake ("--ledger $UNSET"), for which the default must not be taken."""
    if value == "":
        raise typer.BadParameter("must name a file or a database URL")
    return value


def _place(ctx: typer.Context, value: str | None) -> str | None:
    """What stands behind the command, else before it, else in the environment."""
    value = _named(value)
    source = ctx.get_parameter_source("ledger")
    if source is not None and source.name == "COMMANDLINE":
        return value
    before: str | None = ctx.find_root().params.get("ledger")
    return before or value


JsonFlag = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
LedgerPlace = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar="READOUT_LEDGER",
        metavar="PLACE",
        help="The ledger: a SQLite file or a database URL; else the user data folder.",
        show_default=False,
        callback=_place,
    ),
]
LedgerForAll = Annotated[
    str | None,
    typer.Option("--ledger", metavar="PLACE", help="The ledger; may also stand behind the command.", callback=_named),
]
PublishedDate = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date (ISO 8601) of articles that carry none.",
                 callback=publication_date),
]  # fmt: skip
PairFilter = Annotated[
    str | None, typer.Option("--pair", metavar="US-CN", help="Both countries take part.", callback=_pair_checked)
]
Pair = Annotated[
    str, typer.Argument(metavar="PAIR", help="Two countries or organisations, as US-CN.", callback=_pair_checked)
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="From this day, month or year on.", callback=_since_checked),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.", callback=_until_checked)
]
TopicFilter = Annotated[
    str | None,
    typer.Option("--topic", metavar="ID", help="A topic id, such as trade or taiwan.", callback=topic_of),
]
Committer = Annotated[
    str | None,
    typer.Option("--committer", metavar="CODE", help="Who promises: a country's code.", callback=_code_checked),
]
Counterparty = Annotated[
    str | None,
    typer.Option("--counterparty", metavar="CODE", help="To whom: a country's code.", callback=_code_checked),
]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="CODE", help="Takes part or speaks.", callback=_codes_checked),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also ask hosts in the own network (private, loopback, link-local).")
]
AskedBy = Annotated[
    str | None,
    typer.Option("--asked-by", metavar="ADDRESS", help="Your e-mail or web address, told to hosts.",
                 callback=_contact_checked),
]  # fmt: skip
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, metavar="N", help="Processes that read.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; else your login name.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]
Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE…", help="Files, folders, web addresses, or - for standard input."),
]


def default_place() -> str:
    """Return where the ledger lies when nobody says: `ledger.sqlite` in the user's data folder."""
    from platformdirs import user_data_path

    return str(user_data_path("readout", appauthor=False) / "ledger.sqlite")


def _tell_upgrade(articles: int) -> None:
    if articles:
        typer.echo(f"bringing the ledger of an older readout up to date: {articles} articles", err=True)


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
        with open_ledger(place, _tell_upgrade) as ledger:
            yield ledger
    except LedgerError as error:
        raise Failure(_MACHINE.sub("", str(error))) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"{error.filename or place}: {error.strerror or error}") from error
    except ModuleNotFoundError as missing:
        if missing.name != "psycopg":
            raise
        raise Failure("a ledger in PostgreSQL needs psycopg: pip install 'readout[postgres]'") from missing
