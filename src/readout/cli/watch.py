"""`readout watch`: poll feeds and sitemaps and read what is new into the ledger."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.failure import Failure
from readout.cli.options import AllowPrivate, AskedBy, JsonFlag, LedgerPlace, default_place, opened

if TYPE_CHECKING:
    from readout.api import Ledger
    from readout.collect.watch_file import WatchFile
    from readout.collect.watching import Watcher

SourcesFile = Annotated[
    Path | None, typer.Argument(metavar="SOURCES", help="The file of sources (TOML); see --starter.")
]
OnceFlag = Annotated[bool, typer.Option("--once", help="Do what is due now, then end.")]
StatePlace = Annotated[
    Path | None, typer.Option("--state", metavar="PLACE", help="What was seen; else a file beside the ledger.")
]
StarterFlag = Annotated[
    bool, typer.Option("--starter", help="Print sources to begin with: Vietnamese papers, ministries.")
]


def watch(
    sources: SourcesFile = None,
    once: OnceFlag = False,
    state: StatePlace = None,
    starter: StarterFlag = False,
    asked_by: AskedBy = None,
    allow_private: AllowPrivate = False,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Poll feeds and sitemaps; read what is new into the ledger.

    Politely: robots.txt, crawl-delay, one request at a time, only what changed. It may be stopped or killed at any time
    and goes on where it was. With --once the exit code is 1 where a source could not be had.
    """
    if starter:
        from readout.collect.watch_file import starter as bundled

        typer.echo(bundled(), nl=False)
        return
    if sources is None:
        raise typer.BadParameter("name the file of sources; --starter prints one to begin with")
    file = _checked(sources)
    with opened(ledger, new=True) as book:
        _run(file, book, state or _beside(ledger or default_place()), once, asked_by, allow_private, json)


def _checked(path: Path) -> "WatchFile":
    from readout.collect.watch_file import SourcesError, read_watch_file

    try:
        return read_watch_file(path)
    except SourcesError as error:
        raise typer.BadParameter(str(error)) from None
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror or error}") from None


def _beside(place: str) -> Path:
    """Where what was seen is kept: beside a SQLite ledger, in the user's data folder for a database."""
    if "://" not in place:
        path = Path(place).expanduser()
        return path.with_name(f"{path.stem}.watch.sqlite")
    import hashlib

    name = hashlib.sha256(place.encode()).hexdigest()[:12]
    return Path(default_place()).with_name(f"watch-{name}.sqlite")


def _run(
    file: "WatchFile", book: "Ledger", state: Path, once: bool, asked_by: str | None, allow_private: bool, json: bool
) -> None:
    from readout.api import read
    from readout.collect.fetch import Web
    from readout.collect.seen import Seen, SeenError
    from readout.collect.watching import Watcher

    try:
        seen = Seen(state)
    except SeenError as error:
        raise Failure(str(error)) from None
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with Web(allow_private=allow_private, contact=asked_by or file.watch.asked_by) as web:
        watcher = Watcher(file, seen, web, lambda article: book.add(read(article)))
        try:
            _tell(watcher, once, json)
        except KeyboardInterrupt:
            typer.echo("readout: stopped; the next watch goes on here", err=True)
        finally:
            seen.close()
    if once and watcher.failed:
        raise typer.Exit(1)


def _tell(watcher: "Watcher", once: bool, json: bool) -> None:
    """What happens, as it happens; with nothing to do, when there will be."""
    from readout.cli.output import inert, print_json
    from readout.collect.watching import local_words

    number = 0
    for number, event in enumerate(watcher.run(once), 1):  # noqa: B007
        if json:
            print_json([event])
        else:
            typer.echo(inert(str(event)), err=event.what in ("failed", "postponed"))
            sys.stdout.flush()
    if not number and not json and (next_at := watcher.next_at()):
        typer.echo(f"nothing is due before {local_words(next_at)}")
