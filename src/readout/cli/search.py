"""`readout search WORDS…`: where words stand, in articles and statements."""

from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import JsonFlag, LedgerPlace, code_of, first_day, last_day, opened
from readout.model.vocabulary import Mode, Status

if TYPE_CHECKING:
    from readout.cli.output import Page, Part
    from readout.model.searching import SearchHit, SearchResult

Words = Annotated[
    list[str], typer.Argument(metavar="WORDS…", help="With or without diacritics; \"in quotes\" they stand together.")
]
Country = Annotated[list[str] | None, typer.Option("--country", metavar="CODE", help="Takes part or speaks.")]
Person = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Takes part in what it is about.")]


def search(
    words: Words,
    country: Country = None,
    person: Person = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="ID", help="The contact touches this topic.")] = None,
    mode: Annotated[Mode | None, typer.Option("--mode", help="How they met or spoke.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="What became of it.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Of this paper.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published then or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published then or earlier.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 20,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Search articles, statements and names.

    Words without diacritics find every spelling, words with them only theirs; quoted words must stand together.
    """
    from readout.api import SearchQuery
    from readout.cli.output import Page, print_json

    query = SearchQuery(
        words=" ".join(words), countries=tuple(map(code_of, country or ())), person=person, topic=topic, mode=mode,
        status=status, publisher=publisher, since=first_day(since), until=last_day(until), limit=limit)
    with opened(ledger) as book:
        found = book.search(query)
    if json:
        print_json([found])
    else:
        _show(Page(), found)


def _show(page: "Page", found: "SearchResult") -> None:
    more = " or more" if found.more else ""
    page.line(f"{found.total}{more} found" if found.total else "nothing found")
    for one in found.people:
        page.line((one.name, "bold"), f"  {one.country or ''}  {one.contacts} contacts", indent=2)
    for hit in found.hits:
        print()
        page.line((hit.title or hit.id, "bold"))
        page.line(*_marked(hit), indent=2)
        source = (hit.published and hit.published[:10], hit.publisher, hit.id, hit.contact)
        page.line(("  ".join(part for part in source if part), "dim"), indent=2)


def _marked(hit: "SearchHit") -> "list[Part]":
    parts: list[Part] = []
    end = 0
    for start, stop in hit.marks:
        if start >= end:
            parts += [hit.snippet[end:start], (hit.snippet[start:stop], "bold yellow")]
            end = stop
    return [*parts, hit.snippet[end:]]
