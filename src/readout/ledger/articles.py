"""Questions about articles."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from readout.ledger.errors import NotFound
from readout.ledger.finding import one_id
from readout.ledger.rows import article_id, decode_reading, source_of
from readout.ledger.tables import article, version
from readout.model.answers import LedgerArticle
from readout.model.records import Article, Reading

COLUMNS = [article.c[name] for name in LedgerArticle.__struct_fields__]


def all_of(connection: Connection) -> tuple[LedgerArticle, ...]:
    """All articles in order of publication, those without a date last."""
    rows = connection.execute(select(*COLUMNS).order_by(article.c.day.is_(None), article.c.published, article.c.id))
    return tuple(LedgerArticle(**row._mapping) for row in rows)


def get(connection: Connection, wanted: str) -> LedgerArticle:
    """The article with this ledger id (or a beginning of it), own id or URL."""
    row = connection.execute(select(*COLUMNS).where(article.c.id == find_id(connection, wanted))).one()
    return LedgerArticle(**row._mapping)


def reading_of(connection: Connection, wanted: str) -> Reading:
    """The whole reading of an article."""
    text = connection.execute(select(article.c.reading).where(article.c.id == find_id(connection, wanted))).scalar_one()
    return decode_reading(text)


def find_id(connection: Connection, wanted: str) -> str:
    """The ledger's id of an article, by that, or by the id or URL of any of its versions; raises NotFound."""
    for column, names in ((article.c.id, article.c), (version.c.article_id, version.c)):
        asked = select(column).where((names.name == wanted) | (names.url == wanted))
        if named := connection.execute(asked.order_by(column).limit(1)).scalar():
            return str(named)
    try:
        return one_id(connection, article.c.id, wanted, "article")
    except NotFound:
        raise NotFound(f"no article with the id or URL {wanted!r}") from None


def stored_as_they_are(connection: Connection, asked: Sequence[Article]) -> list[bool]:
    """For each article whether exactly this one is stored."""
    ids = [article_id(one) for one in asked]
    stored = {
        row.id: row.source
        for row in connection.execute(select(article.c.id, article.c.source).where(article.c.id.in_(ids)))
    }
    return [stored.get(known) == source_of(one) for known, one in zip(ids, asked, strict=True)]
