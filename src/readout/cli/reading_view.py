"""One reading as a page of text."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlsplit

from readout.cli.output import Page, Part
from readout.cli.words import (
    channel_words,
    contact_words,
    counted,
    country_name,
    deadline_words,
    party_words,
    plain,
    quantity_words,
    quoted,
    sides_of,
    thing_words,
    topics_words,
    voices_words,
    who,
)
from readout.model.records import Article, Commitment, Contact, Evidence, Figure, Reading, Silence, Statement
from readout.text.dates import stamp_words

_T = TypeVar("_T")


def show_reading(page: Page, reading: Reading) -> None:
    """Print the article's head, then contacts, statements, commitments, figures and silences, each with its words."""
    _show_head(page, reading.article)
    for contact in _part(page, "Contacts", reading.contacts):
        _show_contact(page, contact)
    for statement in _part(page, "Statements", reading.statements):
        _show_statement(page, statement)
    for commitment in _part(page, "Commitments", reading.commitments):
        _show_commitment(page, commitment)
    for figure in _part(page, "Figures", reading.figures):
        _show_figure(page, figure)
    for silence in _part(page, "Silences", reading.silences):
        _show_silence(page, silence)
    times, amounts = counted(len(reading.times), "time"), counted(len(reading.amounts), "amount")
    page.line((f"{times} and {amounts} (see --json)", "dim"))


def _show_head(page: Page, article: Article) -> None:
    title = article.title or article.text.strip().split("\n", 1)[0]
    page.line((title[:160], "bold"))
    date = stamp_words(article.published)
    source = article.publisher or urlsplit(article.url or "").hostname or "no paper named"
    basis = f" (date {article.published_basis})" if article.published else ""
    page.line((f"{source} · {date}{basis} · language {article.language or 'not known'}", "dim"))


def _part(page: Page, name: str, records: Sequence[_T]) -> Sequence[_T]:
    if records:
        page.heading(f"{name} ({len(records)})")
    return records


def _show_contact(page: Page, contact: Contact) -> None:
    page.line((contact.id, "dim"), "  ", (who(contact.participants), "bold"), "  ", contact_words(contact), indent=2)
    if contact.topics:
        page.line(f"topics: {topics_words(contact.topics)}", indent=6)
    _show_words(page, contact.evidence)


def _show_statement(page: Page, statement: Statement) -> None:
    channel = channel_words(statement)
    side = f" ({'-'.join(sides)})" if (sides := sides_of(statement)) else ""
    about = f" on {statement.contact}" if statement.contact else ""
    page.line(
        (statement.id, "dim"), "  ", (f"{voices_words(statement)}{side}", "bold"),
        f" {plain(statement.force)}{about}", (f"  [{channel}]" if channel else "", "dim"), indent=2,
    )  # fmt: skip
    page.line(quoted(statement), indent=6)
    if statement.topics:
        page.line((f"topics: {topics_words(statement.topics)}", "dim"), indent=6)


def _show_commitment(page: Page, made: Commitment) -> None:
    told: list[Part] = [(made.id, "dim"), "  ", (party_words(made.committer), "bold"), f" {made.stage}: "]
    told.append(" ".join(filter(None, [thing_words(made.action, made.object), quantity_words(made.quantity)])))
    if made.counterparty:
        told.append(f" · with {party_words(made.counterparty)}")
    if when := deadline_words(made.deadline, made.period):
        told.append(f" · {when}")
    told.append((f" · claimed by {party_words(made.claimed_by, 'the article')}", "dim"))
    page.line(*told, indent=2)
    _show_words(page, made.evidence)


def _show_figure(page: Page, figure: Figure) -> None:
    number = f"{figure.value:,.10g} {figure.unit or ''}".strip()
    between = f" · {' and '.join(map(country_name, figure.parties))}" if figure.parties else ""
    page.line((figure.what, "bold"), f": {number}{f' · {figure.period}' if figure.period else ''}{between}", indent=2)
    _show_words(page, figure.evidence)


def _show_silence(page: Page, silence: Silence) -> None:
    topic = f" on {plain(silence.topic)}" if silence.topic else ""
    about = f" about {silence.contact}" if silence.contact else ""
    page.line((country_name(silence.side), "bold"), f" is silent{topic}{about}", indent=2)
    _show_words(page, silence.evidence)


def _show_words(page: Page, evidence: Sequence[Evidence]) -> None:
    for words in evidence:
        page.line(words.text, (f"  {words.rule} {words.start}–{words.end}", "dim"), indent=6)
