"""Keep every commitment in its thread.

Which reports of a block are one promise depends on the counterparties that they name and on the days of which they
speak. Reports that agree in both lie in one place; the places of a block are at most as many as its days, so that the
cost does not grow with the number of reports. What people joined or took apart is applied to that: a joined thread goes
where the person said, with all that falls into it later; a claim that was taken out stays out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Select, bindparam, insert, select, update

from readout.ledger.anchoring import any_corrections, decisions
from readout.ledger.rows import Row, place_columns, update_rows
from readout.ledger.tables import article, commitment, joined_thread
from readout.link.commitments import Place, ThreadJoin, threads_of
from readout.link.decisions import split_id
from readout.link.spells import Spell
from readout.model.records import Commitment

_SPLIT = "person.split"
_PLACE = (commitment.c.other, commitment.c.first_day, commitment.c.last_day)
_THREAD = (commitment.c.thread_id, commitment.c.rule, commitment.c.why)
_placed: Select[tuple[str, int | None, int | None, str, str, str]] = (
    select(*_PLACE, *_THREAD).distinct().where(commitment.c.block == bindparam("block"))
)
"""Built once: building a question takes longer than the database needs to answer it."""
_AT_ONCE = 500
_decoder = msgspec.json.Decoder(Commitment)


def join_threads(connection: Connection, rows: Sequence[Row], changed: Collection[str] = ()) -> None:
    """Insert the commitments of `rows` into their threads; `changed` are blocks from which some were removed."""
    coming: dict[str, list[Row]] = {block: [] for block in changed}
    for row in rows:
        coming.setdefault(row["block"], []).append(row)
    people = _joined_threads(connection)
    new: list[Row] = []
    for block in sorted(coming):
        new += _placed_rows(connection, block, coming[block], people)
    if new:
        connection.execute(insert(commitment), new)
    if any_corrections(connection, "split"):
        _take_out(connection, coming)


def replace_threads(connection: Connection, blocks: Iterable[str]) -> None:
    """Put all claims of these blocks into their threads anew, after a decision of a person."""
    join_threads(connection, [], set(blocks))


def replace_all_threads(connection: Connection, by_days: bool = True) -> None:
    """Place every commitment by the rules of today; not `by_days`: as if none were known."""
    last = ""
    asked = (
        select(commitment.c.id, commitment.c.data, article.c.published)
        .join(article, article.c.id == commitment.c.article_id)
        .order_by(commitment.c.id)
        .limit(_AT_ONCE)
    )
    while found := connection.execute(asked.where(commitment.c.id > last)).all():
        rows = [{"id": row.id} | place_columns(_decoder.decode(row.data), row.id, row.published) for row in found]
        nowhen = {} if by_days else {"first_day": None, "last_day": None}
        update_rows(connection, commitment, [row | nowhen for row in rows])
        last = found[-1].id
    replace_threads(connection, connection.execute(select(commitment.c.block).distinct()).scalars())


def _placed_rows(connection: Connection, block: str, rows: Sequence[Row], people: Mapping[str, str]) -> list[Row]:
    """The rows with their threads; what they move in the block is moved."""
    stored: dict[Place, set[tuple[str, str, str]]] = {}
    for row in connection.execute(_placed, {"block": block}):
        place = _place(row.other, row.first_day, row.last_day)
        stored.setdefault(place, set()).add((row.thread_id, row.rule, row.why))
    mine = [_place(row["other"], row["first_day"], row["last_day"]) for row in rows]
    joins = {place: _decided(join, people) for place, join in threads_of(block, {*stored, *mine}).items()}
    for place, held in stored.items():
        join = joins[place]
        if any(one != (join.thread, join.rule, join.why) and one[1] != _SPLIT for one in held):
            _move(connection, block, place, join)
    return [row | _columns(joins[place]) for row, place in zip(rows, mine, strict=True)]


def _place(other: str, first: int | None, last: int | None) -> Place:
    return Place(other, None if first is None or last is None else Spell(first, last))


def _columns(join: ThreadJoin) -> Row:
    return {"thread_id": join.thread, "rule": join.rule, "why": join.why}


def _move(connection: Connection, block: str, place: Place, join: ThreadJoin) -> None:
    first, last = (place.spell.first, place.spell.last) if place.spell else (None, None)
    connection.execute(
        update(commitment)
        .where(
            commitment.c.block == block,
            commitment.c.other == place.other,
            commitment.c.first_day.is_not_distinct_from(first),
            commitment.c.last_day.is_not_distinct_from(last),
        )
        .values(_columns(join))
    )


def _joined_threads(connection: Connection) -> dict[str, str]:
    return {row.source: row.target for row in connection.execute(select(joined_thread))}


def _decided(join: ThreadJoin, people: Mapping[str, str]) -> ThreadJoin:
    """The thread into which people joined that of the rules, where they did."""
    seen: set[str] = set()
    while join.thread in people and join.thread not in seen:
        seen.add(join.thread)
        join = ThreadJoin(people[join.thread], "person.merge", "a person decided that the two are one promise")
    return join


def _take_out(connection: Connection, blocks: Iterable[str]) -> None:
    for one in decisions(connection, "k"):
        if one.kind == "split":
            connection.execute(
                update(commitment)
                .where(commitment.c.id.in_(one.these), commitment.c.block.in_(list(blocks)))
                .values(
                    thread_id=split_id("k", one.number),
                    rule=_SPLIT,
                    why="a person decided that this is another promise",
                )
            )
