"""`readout reread`: read the stored articles again and tell what is different; apply it when asked."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import JsonFlag, LedgerPlace, Workers, opened
from readout.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.api import Ledger, Reading
    from readout.model.rereading import RereadArticle


def reread(
    apply: Annotated[bool, typer.Option("--apply", help="Store the new readings and link everything anew.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the numbers.")] = False,
    workers: Workers = 1,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Read the stored articles again, with the rules and knowledge of today.

    Tells which facts are gained, lost and changed. Nothing is stored without --apply; corrections are kept.
    """
    counts: Counter[str] = Counter()
    with opened(ledger) as book, Progress("reading again", book.number_of_articles()) as progress:
        different = _different(book, workers, progress, counts, json, brief)
        if apply:
            book.add_all(different)
            book.link(anew=True)
        else:
            for _ in different:
                pass
    if not json:
        number = ", ".join(f"{counts[kind]} {kind}" for kind in ("gained", "lost", "changed"))
        done = "applied" if apply else "nothing stored; apply it with --apply"
        typer.echo(f"{progress.number} articles read, {counts['articles']} read differently: {number} ({done})")


def _different(
    book: "Ledger", workers: int, progress: Progress, counts: Counter[str], json: bool, brief: bool
) -> "Iterator[Reading]":
    from readout.api import reader

    for reading, found in book.reread(reader(workers)):
        progress.done()
        if found is None:
            continue
        counts["articles"] += 1
        counts.update(change.kind for change in found.changes)
        if json or not brief:
            _show(found, json)
        yield reading


def _show(found: "RereadArticle", json: bool) -> None:
    from readout.cli.output import Page, print_json

    if json:
        print_json([found])
    elif found.changes:
        page = Page()
        page.line((found.article, "bold"), f"  {found.publisher or ''}  {(found.published or '')[:10]}")
        for change in found.changes:
            fields = "".join(f"; {one.field}: {one.old} → {one.new}" for one in change.fields)
            page.line(f"{change.kind} {change.fact}: {change.text}{fields}", indent=2)
