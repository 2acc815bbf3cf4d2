"""A reading as rows of the tables."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, update

from readout.ledger.errors import LedgerError
from readout.link.commitments import key_of, object_code, party_code
from readout.link.identity import content_id
from readout.link.reports import report_of
from readout.link.sameness import signature_of
from readout.link.spells import spell_of
from readout.model.records import Article, Commitment, Contact, Reading, Record, Silence, Statement
from readout.text.names import folded
from readout.text.papers import paper_of

Row = dict[str, Any]


def article_id(article: Article) -> str:
    """The ledger's id of an article, from the id that it came with."""
    return content_id("a", article.id)


def text_of(record: object) -> str:
    """A record as JSON text: equal records give the equal text."""
    return msgspec.json.encode(record, order="deterministic").decode("utf-8")


def article_row(reading: Reading) -> Row:
    """The row of the article, with the whole reading; `digest` tells whether anything changed."""
    whole = msgspec.json.encode(reading)
    one = reading.article
    return {
        "id": article_id(one),
        "name": _plain(one.id),
        "url": _plain(one.url),
        "publisher": _plain(paper_of(one.publisher, one.url)),
        "title": _plain(one.title),
        "published": _plain(one.published),
        "day": _plain(one.published[:10]) if one.published else None,
        "language": one.language,
        "digest": hashlib.sha256(whole).hexdigest(),
        "source": source_of(one),
        "signature": signature_of(one.text),
        "contacts": len(reading.contacts),
        "statements": len(reading.statements),
        "commitments": len(reading.commitments),
        "reading": whole.decode("utf-8"),
    }


def source_of(one: Article) -> str:
    """A digest of the article as it came: equal where nothing about it changed, whatever is read from it."""
    return hashlib.sha256(msgspec.json.encode(one)).hexdigest()


def _plain(value: str | None) -> str | None:
    """PostgreSQL stores no NUL in text."""
    return value.replace("\x00", "") if value else None


def report_rows(reading: Reading) -> list[Row]:
    """A row for each contact, not linked yet."""
    _no_doubles(reading.article, reading.contacts)
    owner = article_id(reading.article)
    compared = [(one, report_of(reading.article, owner, one)) for one in reading.contacts]
    return [
        {
            "id": found.id,
            "article_id": owner,
            "block": found.block,
            "day": found.day,
            "report": text_of(found),
            "data": text_of(one),
        }
        for one, found in compared
    ]


def statement_rows(reading: Reading) -> list[Row]:
    """A row for each statement."""
    _no_doubles(reading.article, reading.statements)
    owner, reports = article_id(reading.article), _report_ids(reading)
    return [
        {
            "id": content_id("s", owner, one.id),
            "article_id": owner,
            "report_id": reports.get(one.contact or ""),
            "country": one.speaker.country,
            "data": text_of(one),
        }
        for one in reading.statements
    ]


def silence_rows(reading: Reading) -> list[Row]:
    """A row for each stated silence."""
    owner, reports = article_id(reading.article), _report_ids(reading)
    return [
        {
            "id": content_id("q", owner, str(number)),
            "article_id": owner,
            "report_id": reports.get(one.contact or ""),
            "data": text_of(one),
        }
        for number, one in enumerate(reading.silences)
    ]


def commitment_rows(reading: Reading) -> list[Row]:
    """A row for each commitment, not in a thread yet."""
    _no_doubles(reading.article, reading.commitments)
    owner, reports = article_id(reading.article), _report_ids(reading)
    told = reading.article.published
    return [_commitment_row(one, owner, reports.get(one.contact or ""), told) for one in reading.commitments]


def place_columns(one: Commitment, row_id: str, published: str | None) -> Row:
    """What decides the thread of a commitment: its block, and where it lies in it."""
    key, spell = key_of(one, row_id), spell_of(one, published)
    days = (spell.first, spell.last) if spell else (None, None)
    return {"block": key.block, "other": key.other, "first_day": days[0], "last_day": days[1]}


def _commitment_row(one: Commitment, owner: str, report_id: str | None, published: str | None) -> Row:
    row_id = content_id("p", owner, one.id)
    return place_columns(one, row_id, published) | {
        "id": row_id,
        "article_id": owner,
        "report_id": report_id,
        "committer": party_code(one.committer),
        "counterparty": party_code(one.counterparty),
        "object": folded(one.object.name) if one.object else object_code(one.object),
        "hs": one.object.hs if one.object else None,
        "stage": one.stage,
        "data": text_of(one),
    }


def _report_ids(reading: Reading) -> dict[str, str]:
    owner = article_id(reading.article)
    return {one.id: content_id("r", owner, one.id) for one in reading.contacts}


def _no_doubles(article: Article, records: tuple[Record, ...]) -> None:
    ids = [one.id for one in records if isinstance(one, Contact | Statement | Commitment)]
    if len(set(ids)) < len(ids):
        kind = type(records[0]).__name__.lower()
        raise LedgerError(f"the reading of {article.id} uses one id for two {kind}s")


def update_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write the given columns of rows that exist; all rows name the same columns, `id` among them."""
    if rows:
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        connection.execute(
            update(table).where(table.c.id == bindparam("new_id")).values(columns),
            [{f"new_{name}": value for name, value in row.items()} for row in rows],
        )


def decode_reading(text: str) -> Reading:
    """The reading as it was added."""
    return msgspec.json.decode(text, type=Reading)


def decode_silence(text: str) -> Silence:
    """The silence as it was added."""
    return msgspec.json.decode(text, type=Silence)
