"""`readout search WORDS…`: where words stand, in articles and statements."""

from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import Countries, JsonFlag, LedgerPlace, Since, TopicFilter, Until, opened
from readout.cli.words import counted
from readout.model.vocabulary import Mode, Status
from readout.text.dates import stamp_words

if TYPE_CHECKING:
    from readout.cli.output import Page, Part
    from readout.model.searching import SearchHit, SearchResult

Words = Annotated[
    list[str], typer.Argument(metavar="WORDS…", help='With or without diacritics; "in quotes" they stand together.')
]
Person = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Takes part in what it is about.")]


def search(
    words: Words,
    country: Countries = None,
    person: Person = None,
    topic: TopicFilter = None,
    mode: Annotated[Mode | None, typer.Option("--mode", help="How they met or spoke.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="What became of it.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Of this paper.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 20,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Search articles, statements and names.

    Words without diacritics find every spelling, words with them only theirs; quoted words must stand together.
    --since and --until are days of publication.
    """
    from readout.api import SearchQuery
    from readout.cli.output import Page, print_json
    from readout.link.wanted import phrases_of

    query = SearchQuery(
        words=" ".join(words),
        countries=tuple(country or ()),
        person=person,
        topic=topic,
        mode=mode,
        status=status,
        publisher=publisher,
        since=since,
        until=until,
        limit=limit,
    )
    if not phrases_of(query.words):
        raise typer.BadParameter("name at least one word to search for")
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
        page.line((one.name, "bold"), f"  {one.country or ''}  {counted(one.contacts, 'contact')}", indent=2)
    for hit in found.hits:
        print()
        page.line((hit.title or "without a title", "bold"))
        page.line(*_marked(hit), indent=2)
        day = stamp_words(hit.published[:10]) if hit.published else "undated"
        source = (day, hit.publisher, hit.id, hit.contact)
        page.line(("  ".join(part for part in source if part), "dim"), indent=2)


def _marked(hit: "SearchHit") -> "list[Part]":
    parts: list[Part] = []
    end = 0
    for start, stop in hit.marks:
        if start >= end:
            parts += [hit.snippet[end:start], (hit.snippet[start:stop], "bold yellow")]
            end = stop
    return [*parts, hit.snippet[end:]]
