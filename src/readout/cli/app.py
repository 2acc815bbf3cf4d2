"""The commands under one roof; what a command cannot do becomes one line on standard error and exit code 1, wrong
usage one line and exit code 2."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from readout import __version__, compiled
from readout.cli import (
    add,
    backup,
    commitments,
    compare,
    contacts,
    correct,
    explain,
    export,
    knowledge,
    read,
    reread,
    schema,
    search,
    serve,
    show,
    timeline,
    watch,
)
from readout.cli.failure import Failure
from readout.cli.options import LedgerForAll
from readout.cli.usage import UsageError, is_help, usage_line


class Commands(TyperGroup):
    """Turns a `Failure` and wrong usage into their line and exit code, for every command alike."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        with _in_one_line("readout"):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        with _in_one_line(f"readout {ctx.invoked_subcommand or ''}".strip()):
            try:
                result = super().invoke(ctx)
                sys.stdout.flush()
                return result
            except Failure as failure:
                typer.echo(f"readout: {failure}", err=True)
            except BrokenPipeError:
                raise
            except OSError as error:
                _let_go_of_output()
                typer.echo(f"readout: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
            raise typer.Exit(1) from None


def _let_go_of_output() -> None:
    """What a full disk did not take is not tried again at the end of the program, which would complain once more."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _in_one_line(command: str) -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        if is_help(error):
            raise
        typer.echo(usage_line(error, command), err=True)
        raise typer.Exit(2) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"readout {__version__} (reading rules: {compiled.told()})")
        raise typer.Exit


@app.callback()
def readout(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    ledger: LedgerForAll = None,
) -> None:
    """Read Vietnamese news of diplomacy; keep a ledger of who spoke with whom and what each side says was said."""


app.command()(read.read)
app.command()(add.add)
app.command()(watch.watch)
app.command()(contacts.contacts)
app.command()(show.show)
app.command()(compare.compare)
app.command()(timeline.timeline)
app.command()(commitments.commitments)
app.command()(explain.explain)
app.command()(search.search)
app.command()(correct.correct)
app.command()(correct.merge)
app.command()(correct.split)
app.command()(correct.undo)
app.command()(correct.history)
app.command()(reread.reread)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(export.export)
app.add_typer(knowledge.app, name="knowledge")
app.command()(schema.schema)
app.command()(serve.serve)
