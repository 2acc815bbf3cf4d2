"""Keep every commitment in its thread.

A report that names the counterparty knows its thread by itself. One that names none depends on the counterparties that
the reports of its block name; only a change of that list moves anything, so the cost does not grow with the thread.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from readout.ledger.rows import Row
from readout.ledger.tables import commitment
from readout.link.commitments import ANYBODY, ThreadKey, thread_of


def join_threads(connection: Connection, rows: Sequence[Row], changed: Collection[str] = ()) -> None:
    """Insert the commitments of `rows` into their threads; `changed` are blocks from which some were removed."""
    before = {block: _others(connection, block) for block in sorted({row["block"] for row in rows} - set(changed))}
    if rows:
        connection.execute(insert(commitment), [row | _thread(row, before.get(row["block"], set())) for row in rows])
    for block in sorted({row["block"] for row in rows} | set(changed)):
        others = _others(connection, block)
        if others != before.get(block):
            _place_unnamed(connection, block, others)


def _others(connection: Connection, block: str) -> set[str]:
    named = select(commitment.c.other).distinct().where(commitment.c.block == block, commitment.c.other != ANYBODY)
    return set(connection.execute(named).scalars())


def _thread(row: Row, others: set[str]) -> Row:
    join = thread_of(_key(row["block"], row["other"]), others)
    return {"thread_id": join.thread, "rule": join.rule, "why": join.why}


def _key(block: str, other: str) -> ThreadKey:
    family, thing, committer = block.split("|")
    return ThreadKey(family, thing, committer, other)


def _place_unnamed(connection: Connection, block: str, others: set[str]) -> None:
    join = thread_of(_key(block, ANYBODY), others)
    connection.execute(
        update(commitment).where(commitment.c.block == bindparam("b"), commitment.c.other == ANYBODY)
        .values(thread_id=join.thread, rule=join.rule, why=join.why), {"b": block})
