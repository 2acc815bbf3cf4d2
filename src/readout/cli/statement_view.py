"""One statement of the ledger in full."""

from readout.cli.output import Page
from readout.cli.words import channel_words, plain, quoted, sides_of, source_words, topics_words, voices_words
from readout.model.answers import LedgerStatement


def show_statement(page: Page, statement: LedgerStatement, indent: int = 0) -> None:
    """Print who says it, where and in which article, then the words and their topics."""
    side = f" ({'-'.join(sides)})" if (sides := sides_of(statement)) else ""
    channel = channel_words(statement)
    source = source_words(statement.publisher or statement.article, statement.published)
    page.line(
        (f"{voices_words(statement)}{side}", "bold"),
        f" {plain(statement.force)}{', ' + channel if channel else ''}",
        (f" · {source} · {statement.id}", "dim"),
        indent=indent,
    )
    page.line(quoted(statement), indent=indent + 4)
    if statement.topics:
        page.line((f"topics: {topics_words(statement.topics)}", "dim"), indent=indent + 4)
