"""The commands under one roof; what a command cannot do becomes one line on standard error and exit code 1, wrong
usage one line and exit code 2."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from readout import __version__, compiled
from readout.cli.as_typed import as_typed
from readout.cli.failure import Failure
from readout.cli.options import LedgerForAll
from readout.cli.usage import UsageError, is_help, usage_line

COMMANDS = {
    "read": "read",
    "add": "add",
    "watch": "watch",
    "contacts": "contacts",
    "show": "show",
    "compare": "compare",
    "timeline": "timeline",
    "commitments": "commitments",
    "explain": "explain",
    "search": "search",
    "correct": "correct",
    "merge": "correct",
    "split": "correct",
    "undo": "correct",
    "history": "correct",
    "reread": "reread",
    "backup": "backup",
    "restore": "backup",
    "export": "export",
    "knowledge": "knowledge",
    "schema": "schema",
    "serve": "serve",
}
"""Each command, in the order of the help, and the module that holds its function, which has its name."""


class Command(TyperCommand):
    """A command that takes words as they are typed."""

    def get_params(self, ctx: Any) -> Any:
        return as_typed(super().get_params(ctx))


class Commands(TyperGroup):
    """Turns a `Failure` and wrong usage into their line and exit code, for every command alike."""

    def get_params(self, ctx: Any) -> Any:
        return as_typed(super().get_params(ctx))

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


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"readout {__version__} (reading rules: {compiled.told()})")
        raise typer.Exit


def readout(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    ledger: LedgerForAll = None,
) -> None:
    """Read Vietnamese news of diplomacy; keep a ledger of who spoke with whom and what each side says was said."""


def program(first: str = "") -> typer.Typer:
    """The command line for whoever types `first` behind `readout`: a command's name loads that command alone.

    `--version` needs none, anything else all of them.
    """
    wanted = [first] if first in COMMANDS else [] if first == "--version" else list(COMMANDS)
    found = typer.Typer(
        cls=Commands,
        add_completion=wanted != [first],
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    found.callback()(readout)
    for name in wanted:
        module = import_module(f"readout.cli.{COMMANDS[name]}")
        if hasattr(module, "app"):
            found.add_typer(module.app, name=name)
        else:
            found.command(cls=Command)(getattr(module, name))
    return found
