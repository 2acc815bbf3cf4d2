"""Other articles that carry the text of an article: reprints and light edits, published within some days of it."""

from datetime import date, timedelta

from sqlalchemy import Connection, select

from readout.ledger.articles import COLUMNS, find_id
from readout.ledger.tables import article
from readout.link.sameness import ALIKE, likeness
from readout.model.answers import LedgerArticle

_WITHIN = timedelta(days=10)


def of_article(connection: Connection, wanted: str) -> tuple[LedgerArticle, ...]:
    """The copies, in order of publication; an article without a date is compared with others without one."""
    one = connection.execute(
        select(article.c.id, article.c.day, article.c.signature).where(article.c.id == find_id(connection, wanted))
    ).one()
    if one.signature is None:
        return ()
    near = select(*COLUMNS, article.c.signature).where(article.c.id != one.id, article.c.signature.is_not(None))
    try:
        day = date.fromisoformat(one.day or "")
    except ValueError:
        near = near.where(article.c.day.is_(None))
    else:
        near = near.where(article.c.day.between((day - _WITHIN).isoformat(), (day + _WITHIN).isoformat()))
    rows = connection.execute(near.order_by(article.c.published, article.c.id))
    return tuple(
        LedgerArticle(**{name: value for name, value in row._mapping.items() if name != "signature"})
        for row in rows
        if likeness(row.signature, one.signature) >= ALIKE
    )
