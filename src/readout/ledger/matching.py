"""The newest passages that hold words, by the full-text index of the database.

Ids of passages rise with their days. SQLite's index gives them in that order, and is read no further than needed.
PostgreSQL's gives all that it holds at once: it is asked together with a part of the ids, the newest first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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

from readout.ledger.many import Many
from readout.ledger.tables import passage
from readout.ledger.words import DAY
from readout.link.wanted import Phrase

_FIRST = 4_000
"""Passages, the newest, among which PostgreSQL looks first; then it looks in ten times as many days, then in all."""
_AT_ONCE = 32
"""Passages that are taken from SQLite at once, so that at most so many are found for nothing."""

_index = table("passage_words", column("rowid"))
_matching = text("passage_words MATCH :wanted")
_walk = select(_index.c.rowid).where(_matching).order_by(_index.c.rowid.desc())
_subjects = Many(select(passage.c.id, passage.c.subject), passage.c.id)
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
) -> tuple[list[int], bool]:
    """Ids of at most `number` passages that hold the phrases and fulfil the conditions: the newest, and of one day
    those with the first subjects; in no order. And whether there are others."""
    if connection.dialect.name == "sqlite":
        found = _walked(connection, phrases, conditions, number + 1)
        return _first(found, number, lambda ids: {row.id: row.subject for row in _subjects.of(connection, ids)})
    subjects = _looked_up(connection, phrases, conditions, number + 1)
    return _first(sorted(subjects, reverse=True), number, lambda _: subjects)


def _first(
    found: Sequence[int], number: int, subjects: Callable[[Sequence[int]], Mapping[int, str]]
) -> tuple[list[int], bool]:
    """So many of the ids, of which the newest come first; `subjects` tells by what those of one day are ordered."""
    if len(found) <= number:
        return list(found), False
    day = found[number - 1] // DAY
    later = [one for one in found[:number] if one // DAY != day]
    same = [one for one in found if one // DAY == day]
    told = subjects(same) if len(later) + len(same) > number else dict.fromkeys(same, "")
    return later + sorted(same, key=told.__getitem__)[: number - len(later)], True


def _walked(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]], number: int
) -> list[int]:
    """The newest ids, up to the end of a day."""
    wanted = " AND ".join(f'"{" ".join(one.folded)}"{"*" if one.character else ""}' for one in phrases)
    asked = _walk.where(passage.c.id == _index.c.rowid, *conditions) if conditions else _walk
    found: list[int] = []
    with connection.execute(asked, {"wanted": wanted}) as rows:
        for (one,) in chain.from_iterable(rows.partitions(_AT_ONCE)):
            if len(found) >= number and one // DAY != found[-1] // DAY:
                break
            found.append(one)
    return found


def _looked_up(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]], number: int
) -> dict[int, str]:
    """Id and subject of all among the newest passages, of so many that there are enough."""
    asked = select(passage.c.id, passage.c.subject).where(*_held(phrases), *conditions)
    parts = _parts(connection)
    found: dict[int, str] = {}
    for first in parts:
        found = {one: subject for one, subject in connection.execute(asked.where(passage.c.id >= first))}
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
