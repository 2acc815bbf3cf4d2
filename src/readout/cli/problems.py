"""The items that could not be read: one line each on standard error, and the exit code at the end."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from readout.api import Fetching, Ledger, Problem, Reading


class Problems:
    """Tells problems as they come and remembers that there were some."""

    def __init__(self) -> None:
        self.number = 0

    def readings(
        self, sources: Iterable[str], published: str | None, fetching: "Fetching | None" = None
    ) -> "Iterator[Reading]":
        """Yield the readings of the sources; the problems among them are told."""
        from readout.api import Problem, read_files

        for found in read_files(sources, published, fetching):
            if isinstance(found, Problem):
                self.tell(found)
            else:
                yield found

    def new_readings(
        self,
        sources: Iterable[str],
        book: "Ledger",
        published: str | None,
        fetching: "Fetching | None",
        workers: int,
        passed_over: Callable[[], None],
    ) -> "Iterator[Reading]":
        """Yield the readings of articles that the ledger does not hold; `passed_over` is called for each other one."""
        from readout.api import Problem, Stored, read_new

        for found in read_new(sources, book.holds, published, fetching, workers):
            if isinstance(found, Problem):
                self.tell(found)
            elif isinstance(found, Stored):
                passed_over()
            else:
                yield found

    def tell(self, problem: "Problem") -> None:
        """Print one line on standard error; a problem that cost no article is a warning and does not fail the run."""
        from readout.cli.output import inert

        self.number += problem.lost
        typer.echo(f"readout: {inert(str(problem))}", err=True)

    def exit(self) -> None:
        """End the program with code 1 where an item was lost."""
        if self.number:
            raise typer.Exit(1)
