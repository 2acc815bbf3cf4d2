"""How far long work is: a bar with rate and time left on a terminal, nothing in a pipe."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import typer


class Progress:
    """Counts articles; `total` is None where it is not known before."""

    def __init__(self, what: str, total: int | None) -> None:
        self.passed = 0
        self.number = 0
        self._what, self._total = what, total
        self._bar: Any = None
        self._task: Any = None
        self._began = time.monotonic()
        self._seconds = 0.0

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar, self._task = _bar(self._what, self._total)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._seconds = time.monotonic() - self._began
        if self._bar:
            self._bar.stop()

    def done(self) -> None:
        """One more."""
        self.number += 1
        if self._bar:
            rate = self.number / max(time.monotonic() - self._began, 0.01)
            self._bar.update(self._task, advance=1, rate=f"{rate:.0f}/s")

    def passed_over(self) -> None:
        """One more that needed no work."""
        self.passed += 1
        self.done()

    def tell_rate(self) -> None:
        """How long it took, on a terminal."""
        if self._bar and self.number:
            rate = self.number / max(self._seconds, 0.01)
            typer.echo(f"{self.number} articles in {self._seconds:.0f} s, {rate:.0f} a second", err=True)


def _bar(what: str, total: int | None) -> tuple[Any, Any]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    count = TextColumn("{task.completed} articles" if total is None else "{task.completed} of {task.total:.0f}")
    left = [] if total is None else [BarColumn(), TextColumn("left"), TimeRemainingColumn()]
    columns = (SpinnerColumn(), TextColumn(what), count, TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), *left)
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    return bar, bar.add_task(what, total=total, rate="")


def articles_in(sources: Iterable[str]) -> int | None:
    """How many articles the files hold, where that is quickly seen (JSON lines, single texts and pages)."""
    if not sys.stderr.isatty():
        return None
    counts = [_lines(Path(one)) for one in sources]
    return None if any(count is None for count in counts) else sum(count or 0 for count in counts)


def _lines(path: Path) -> int | None:
    name = path.name.removesuffix(".gz")
    if not path.is_file() or not name.endswith((".jsonl", ".txt", ".html")):
        return None
    if not name.endswith(".jsonl"):
        return 1
    import gzip
    import zlib

    try:
        with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error):
        return None
