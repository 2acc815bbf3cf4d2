"""Read stored articles again: which facts a better reader gains, loses and changes, before anything is applied."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, select

from readout.ledger.dialect import reading as reading_view
from readout.ledger.rows import article_id, decode_reading
from readout.ledger.tables import article
from readout.link.rereading import changes_of
from readout.model.records import Article, Reading
from readout.model.rereading import RereadArticle

Reader = Callable[[Iterable[Article]], Iterable[Reading]]
"""Reads articles, in order."""

_AT_ONCE = 200


def stored_readings(engine: Engine) -> Iterator[Reading]:
    """All stored readings in order of their ids, a few at a time; nothing is held while the caller works."""
    last = ""
    while rows := _some(engine, last):
        yield from (decode_reading(row.reading) for row in rows)
        last = rows[-1].id


def _some(engine: Engine, last: str) -> list[Any]:
    with reading_view(engine) as connection:
        return list(
            connection.execute(
                select(article.c.id, article.c.reading)
                .where(article.c.id > last)
                .order_by(article.c.id)
                .limit(_AT_ONCE)
            ).all()
        )


def number_of_articles(connection: Connection) -> int:
    """How many articles are stored."""
    return int(connection.execute(select(func.count()).select_from(article)).scalar_one())


def reread(engine: Engine, reader: Reader) -> Iterator[tuple[Reading, RereadArticle | None]]:
    """Each article's new reading, with what is different in it (None: nothing). Changes nothing in the ledger."""
    waiting: list[Reading] = []

    def articles() -> Iterator[Article]:
        for old in stored_readings(engine):
            waiting.append(old)
            yield old.article

    for new in reader(articles()):
        old = waiting.pop(0)
        changes = changes_of(old, new)
        same = not changes and msgspec.json.encode(old) == msgspec.json.encode(new)
        yield (
            new,
            None
            if same
            else RereadArticle(
                article=article_id(new.article),
                name=new.article.id,
                publisher=new.article.publisher,
                url=new.article.url,
                published=new.article.published,
                changes=changes,
            ),
        )
