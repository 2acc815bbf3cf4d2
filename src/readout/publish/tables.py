"""The tables of an export: their columns with a description each, and their rows. CSV and Parquet write the same.

The descriptions are the data dictionary: they go into every export and into the documentation.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from readout.model.answers import LedgerArticle, LedgerContact, LedgerStatement, ThreadVersion
from readout.model.records import Deadline, Evidence, Participant, Party, Quantity
from readout.publish.selection import Source

ColumnType = Literal["string", "integer", "number"]
Row = tuple[str | int | float | None, ...]


class Column(NamedTuple):
    """One column: what it is called, what it holds, and what that means."""

    name: str
    type: ColumnType
    meaning: str


class Table(NamedTuple):
    """One table: its columns and where its rows come from."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Source], Iterator[Row]]


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(value for value in values if value) or None


def _contacts(source: Source) -> Iterator[Row]:
    for one in source.contacts():
        yield _contact_row(one)


def _contact_row(one: LedgerContact) -> Row:
    place, duration = one.place, one.duration
    return (
        one.id, one.mode, one.status, one.time.edtf, one.time.part, one.time.basis,
        _joined(sorted({p.country for p in one.participants if p.country})),
        place.name if place else None, place.country if place else None,
        duration.iso8601 if duration else None, int(duration.approximate) if duration else None,
        _joined(one.topics), one.reports, _joined(one.publishers), one.first_published, one.part_of, one.series,
        one.series_number, one.round,
    )  # fmt: skip


def _participants(source: Source) -> Iterator[Row]:
    for one in source.contacts():
        for number, party in enumerate(one.participants, 1):
            yield (one.id, number, *_party_cells(party))


def _party_cells(party: Participant) -> Row:
    return party.person, party.person_id, party.office, party.country, party.role


def _statements(source: Source) -> Iterator[Row]:
    for one in source.statements():
        yield _statement_row(one)


def _statement_row(one: LedgerStatement) -> Row:
    who = one.speaker
    beside = tuple(other.name or other.organisation or other.country or "" for other in one.joint_with)
    countries = tuple(other.country or "" for other in one.joint_with)
    return (
        one.id, one.contact, who.name, who.person_id, who.office, who.country, who.organisation, _joined(beside),
        _joined(countries), one.kind, one.force, one.medium, _joined(one.reported_via), one.account_of,
        _joined(one.topics), one.content.text, one.content.start, one.content.end, _rules(one.evidence), one.article,
        one.publisher, one.url, one.published,
    )  # fmt: skip


def _commitments(source: Source) -> Iterator[Row]:
    for one in source.threads():
        stages = [version.stage for version in one.versions]
        thing = one.object
        yield (
            one.id, *_party(one.committer), *_party(one.counterparty), one.action, thing.name if thing else None,
            thing.hs if thing else None, len(one.versions), stages[-1] if stages else None, len(one.contradictions),
            max((step.ratio for step in one.progress if not step.late), default=None),
        )  # fmt: skip


def _versions(source: Source) -> Iterator[Row]:
    for thread in source.threads():
        for number, one in enumerate(thread.versions, 1):
            yield (thread.id, number, *_version_cells(one))


def _version_cells(one: ThreadVersion) -> Row:
    return (
        one.action, one.stage, *_quantity(one.quantity), one.made.edtf if one.made else None,
        *_deadline(one.period), *_deadline(one.deadline),
        *_party(one.claimed_by), one.measured_by, _joined(one.confirmed_by), one.contact,
        one.evidence[0].text if one.evidence else None, _rules(one.evidence), one.article, one.publisher, one.url,
        one.published,
    )  # fmt: skip


def _articles(source: Source) -> Iterator[Row]:
    for one in source.articles():
        yield _article_row(one)


def _article_row(one: LedgerArticle) -> Row:
    return (one.id, one.name, one.url, one.publisher, one.title, one.published, one.language, one.contacts,
            one.statements, one.commitments)  # fmt: skip


def _party(party: Party | None) -> tuple[str | None, str | None]:
    return (party.name or party.organisation, party.country) if party else (None, None)


def _quantity(one: Quantity | None) -> Row:
    return (one.comparator, one.value, one.high, one.unit, one.basis) if one else (None,) * 5


def _deadline(one: Deadline | None) -> tuple[str | None, str | None]:
    return (one.edtf, one.text) if one else (None, None)


def _rules(evidence: Iterable[Evidence]) -> str | None:
    return _joined(dict.fromkeys(one.rule for one in evidence))


def columns(*rows: tuple[str, str] | tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    """Columns from (name, meaning) or (name, type, meaning)."""
    return tuple(Column(row[0], row[1] if len(row) == 3 else "string", row[-1]) for row in rows)


_SOURCE = (
    ("article", "Ledger id of the article (`a-…`)."),
    ("publisher", "Who published the article."),
    ("url", "Address of the article."),
    ("published", "When it was published: ISO 8601, as precise as known."),
)
_TABLES: tuple[tuple[str, str, tuple[Any, ...], Callable[[Source], Iterator[Row]]], ...] = (
    ("contacts", "One row per real exchange between countries or organisations.", (
        ("contact", "Ledger id of the contact (`c-…`)."),
        ("mode", "phone-call, video-call, meeting, talks, visit, summit, letter or contact."),
        ("status", "What is known last: held, ongoing, planned, invited, proposed, cancelled, denied, hypothetical."),
        ("date", "When: EDTF, as precise as stated (a day, a month, a year, an interval)."),
        ("date_part", "early, mid or late, where the date is meant so."),
        ("date_basis", "How the date is known: stated, relative, caption, published or unknown."),
        ("countries", "Countries (ISO 3166-1 alpha-2) and organisations that take part, by code; `; ` between."),
        ("place", "City or venue by its usual English name."),
        ("place_country", "Country of the place (ISO 3166-1 alpha-2)."),
        ("duration", "ISO 8601 duration."),
        ("duration_approximate", "integer", "1 where the duration is told as approximate, 0 where not."),
        ("topics", "Topic ids; `; ` between."),
        ("reports", "integer", "Number of articles that report it."),
        ("publishers", "Who published them; `; ` between."),
        ("first_published", "When the first report was published."),
        ("part_of", "Ledger id of the visit that contains this contact."),
        ("series", "Name of the series: the sides, the kind of exchange, and the people where they are named."),
        ("series_number", "integer", "Place in the series by date, from 1."),
        ("round", "integer", "The number that the articles give it."),
    ), _contacts),
    ("participants", "One row per party of a contact.", (
        ("contact", "Ledger id of the contact."),
        ("number", "integer", "Position among the parties of the contact, from 1."),
        ("person", "Usual English spelling of a foreigner, Vietnamese name with diacritics, else as written."),
        ("person_id", "Id of the person in the knowledge files."),
        ("office", "Id of the office."),
        ("country", "Country (ISO 3166-1 alpha-2) or organisation that the party acts for."),
        ("role", "initiator, host, guest, mediator or participant."),
    ), _participants),
    ("statements", "One row per statement of a report.", (
        ("statement", "Ledger id of the statement (`s-…`)."),
        ("contact", "Ledger id of the contact that it is about; empty where it is about none."),
        ("speaker", "Name of the person who says it."),
        ("speaker_id", "Id of the person in the knowledge files."),
        ("speaker_office", "Id of the speaker's office."),
        ("speaker_country", "Country that the speaker speaks for."),
        ("speaker_organisation", "Institution that speaks."),
        ("joint_with", "Who says it together with the speaker; `; ` between."),
        ("joint_countries", "Their countries, in the same order."),
        ("kind", "direct (the speaker's own words), indirect or mixed."),
        ("force", "says, confirms, denies, urges, warns, promises, …"),
        ("medium", "Where it was said: truth-social, press-briefing, foreign-ministry, …"),
        ("reported_via", "Wires and papers in between; `; ` between."),
        ("account_of", "The other side whose account puts the words into the speaker's mouth."),
        ("topics", "Topic ids; `; ` between."),
        ("content", "The exact words of the article."),
        ("content_start", "integer", "Where they begin in the article's stored text, in code points."),
        ("content_end", "integer", "Where they end."),
        ("rules", "Ids of the rules that read it; `; ` between."),
        *_SOURCE,
    ), _statements),
    ("commitments", "One row per promise, over all its versions.", (
        ("commitment", "Ledger id of the thread (`k-…`)."),
        ("committer", "Person or institution that is to act, where one is named."),
        ("committer_country", "Country that is to act."),
        ("counterparty", "Person or institution on the other side, where one is named."),
        ("counterparty_country", "Country on the other side."),
        ("action", "buy, sell, deliver, sign, suspend, resume, cut-tariff, invest, …"),
        ("object", "What it is about, in English."),
        ("object_hs", "HS code of a commodity."),
        ("versions", "integer", "How often it was told, in different articles or numbers."),
        ("last_stage", "Stage in the version published last."),
        ("contradictions", "integer", "Number of contradictions between versions."),
        ("most_done", "number", "Largest ratio of done to promised that a report allows to compute."),
    ), _commitments),
    ("versions", "One row per claim about a promise, in one article.", (
        ("commitment", "Ledger id of the thread."),
        ("number", "integer", "Position in the thread by publication, from 1."),
        ("action", "buy, sell, deliver, …, as this article tells it."),
        ("stage", "considered, expected, pledged, agreed, ordered, shipped, delivered, resumed, suspended, refused."),
        ("comparator", "= ~ < <= > >= or range: how the quantity is meant."),
        ("quantity", "number", "Amount as stated."),
        ("quantity_high", "number", "Upper end of a range."),
        ("unit", "UCUM unit or currency code."),
        ("quantity_basis", "total, additional or per-period."),
        ("made", "EDTF of when it was promised, where the article dates that to before its publication."),
        ("period", "EDTF of the period that the quantity is for."),
        ("period_text", "The article's words for the period."),
        ("deadline", "EDTF of the deadline."),
        ("deadline_text", "The article's words for the deadline."),
        ("claimed_by", "Who says so."),
        ("claimed_by_country", "Country of who says so."),
        ("measured_by", "Whose statistics."),
        ("confirmed_by", "Others who claim the same, countries or `~` and people without a name; `; ` between."),
        ("contact", "Ledger id of the contact that it was told on."),
        ("evidence", "The exact words."),
        ("rules", "Ids of the rules that read it; `; ` between."),
        *_SOURCE,
    ), _versions),
    ("articles", "One row per article.", (
        ("article", "Ledger id of the article (`a-…`)."),
        ("name", "The id that it came with."),
        ("url", "Its address."),
        ("publisher", "Who published it."),
        ("title", "Its title."),
        ("published", "When it was published: ISO 8601, as precise as known."),
        ("language", "BCP 47 tag."),
        ("contacts", "integer", "Number of contacts read from it."),
        ("statements", "integer", "Number of statements read from it."),
        ("commitments", "integer", "Number of commitments read from it."),
    ), _articles),
)  # fmt: skip

TABLES: dict[str, Table] = {name: Table(name, meaning, columns(*told), rows) for name, meaning, told, rows in _TABLES}
