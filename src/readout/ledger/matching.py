"""The newest passages that hold words, by the full-text index of the database.

Ids of passages rise with their days. SQLite's index gives them in that order, and is read no further than needed.
PostgreSQL's gives all that it holds at once: it is asked together with a part of the ids, the newest first.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
)

from readout.ledger.tables import passage
from readout.ledger.words import DAY
from readout.link.wanted import Phrase

_FIRST = 4_000
"""Passages, the newest, among which PostgreSQL looks first; then it looks in ten times as many days, then in all."""
_AT_ONCE = 32
"""Passages that are taken from SQLite at once, so that at most so many are found for nothing."""

_index = table("passage_words", column("rowid"))
_matching = text("passage_words MATCH :wanted")
_walk = (
    select(passage.c.id, passage.c.subject)
    .select_from(_index)
    .where(_matching, passage.c.id == _index.c.rowid)
    .order_by(_index.c.rowid.desc())
)
_simple: ColumnElement[str] = literal_column("'simple'::regconfig")
_newest_ids = select(
    func.max(passage.c.id),
    select(passage.c.id).order_by(passage.c.id.desc()).limit(1).offset(bindparam("size")).scalar_subquery(),
    func.set_config("cpu_operator_cost", "0.1", True),
)
"""The planner takes it for cheap to take a text apart (0.25; for forty words it is twenty times as much), and would do
that with each of the newest passages where new words wait to be put into the index. So it is told, until `_as_ever`;
with this question, because a way to the server and back takes as long as most answers."""
_as_ever = text("SET LOCAL cpu_operator_cost TO DEFAULT")
"""Built once: building a question takes longer than the database needs to answer it."""


def newest(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]], number: int
) -> list[int]:
    """Ids of at most `number` passages that hold the phrases and fulfil the conditions: the newest, and of one day
    those with the first subjects."""
    found = _walked if connection.dialect.name == "sqlite" else _looked_up
    days = sorted(found(connection, phrases, conditions, number), key=lambda row: (-(row[0] // DAY), row[1]))
    return [one for one, _ in days[:number]]


def _walked(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]], number: int
) -> list[tuple[int, str]]:
    """(id, subject) of the newest, up to the end of a day."""
    wanted = " AND ".join(f'"{" ".join(one.folded)}"{"*" if one.character else ""}' for one in phrases)
    found: list[tuple[int, str]] = []
    with connection.execute(_walk.where(*conditions) if conditions else _walk, {"wanted": wanted}) as rows:
        for one, subject in chain.from_iterable(rows.partitions(_AT_ONCE)):
            if len(found) >= number and one // DAY != found[-1][0] // DAY:
                break
            found.append((one, subject))
    return found


def _looked_up(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]], number: int
) -> list[tuple[int, str]]:
    """(id, subject) of all among the newest passages, of so many that there are enough."""
    asked = select(passage.c.id, passage.c.subject).where(*_held(phrases), *conditions)
    parts = _parts(connection)
    found: list[tuple[int, str]] = []
    for first in parts:
        found = [(one, subject) for one, subject in connection.execute(asked.where(passage.c.id >= first))]
        if len(found) >= number:
            break
    connection.execute(_as_ever)
    return found


def _parts(connection: Connection) -> Sequence[int]:
    """The first ids, each at the beginning of a day, of ever larger parts of the passages; the last part is all."""
    last, first, _ = connection.execute(_newest_ids, {"size": _FIRST}).one()
    if first is None:
        return (0,)
    day = first // DAY
    earlier = day - 10 * (last // DAY - day + 1)
    return (day * DAY, earlier * DAY, 0) if earlier > 0 else (day * DAY, 0)


def _held(phrases: Sequence[Phrase]) -> Iterable[ColumnElement[bool]]:
    """PostgreSQL's index keeps no places of words: that the words of a phrase stand together is seen in the text, which
    is ten times quicker than to have its words found again (`<->`)."""
    wanted = " & ".join(f"'{word}'{':*' if one.character else ''}" for one in phrases for word in one.folded)
    words = func.to_tsvector(_simple, func.left(passage.c.folded, 300000))
    yield words.op("@@")(func.to_tsquery(_simple, wanted))
    for one in phrases:
        if len(one.folded) > 1:
            spaced = literal(" ") + passage.c.folded + literal(" ")
            yield spaced.contains(f" {' '.join(one.folded)} ", autoescape=True)
