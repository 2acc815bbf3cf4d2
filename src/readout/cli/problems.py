"""The items that could not be read: one line each on standard error, and the exit code at the end."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from readout.api import Fetching, Problem, Reading


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

    def tell(self, problem: "Problem") -> None:
        """Print one line on standard error; a problem that cost no article is a warning and does not fail the run."""
        from readout.cli.output import inert

        self.number += problem.lost
        typer.echo(f"readout: {inert(str(problem))}", err=True)

    def exit(self) -> None:
        """End the program with code 1 where an item was lost."""
        if self.number:
            raise typer.Exit(1)
