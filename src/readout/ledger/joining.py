"""Keep every commitment in its thread.

A report that names the counterparty knows its thread by itself. One that names none depends on the counterparties that
the reports of its block name; only a change of that list moves anything, so the cost does not grow with the thread.
What people joined or took apart is applied to that: a joined thread goes where the person said, with all that falls
into it later; a claim that was taken out stays out.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, insert, select, update

from readout.ledger.anchoring import any_corrections, decisions
from readout.ledger.rows import Row
from readout.ledger.tables import commitment, joined_thread
from readout.link.commitments import ANYBODY, ThreadJoin, ThreadKey, thread_of
from readout.link.decisions import split_id


def join_threads(connection: Connection, rows: Sequence[Row], changed: Collection[str] = ()) -> None:
    """Insert the commitments of `rows` into their threads; `changed` are blocks from which some were removed."""
    blocks = {row["block"] for row in rows}
    before = {block: _others(connection, block) for block in sorted(blocks - set(changed))}
    if rows:
        joined = _joined_threads(connection)
        connection.execute(
            insert(commitment),
            [row | _thread(_key(row["block"], row["other"]), before.get(row["block"], set()), joined) for row in rows],
        )
    for block in sorted(blocks | set(changed)):
        others = _others(connection, block)
        if others != before.get(block):
            _place(connection, block, [ANYBODY], others)
    if any_corrections(connection, "split"):
        _take_out(connection, blocks | set(changed))


def replace_threads(connection: Connection, blocks: Iterable[str]) -> None:
    """Put all claims of these blocks into their threads anew, after a decision of a person."""
    for block in sorted(blocks):
        others = _others(connection, block)
        _place(connection, block, [*sorted(others), ANYBODY], others)
    _take_out(connection, blocks)


def _others(connection: Connection, block: str) -> set[str]:
    named = select(commitment.c.other).distinct().where(commitment.c.block == block, commitment.c.other != ANYBODY)
    return set(connection.execute(named).scalars())


def _joined_threads(connection: Connection) -> dict[str, str]:
    return {row.source: row.target for row in connection.execute(select(joined_thread))}


def _thread(key: ThreadKey, others: set[str], joined: dict[str, str]) -> Row:
    join = thread_of(key, others)
    seen: set[str] = set()
    while join.thread in joined and join.thread not in seen:
        seen.add(join.thread)
        join = ThreadJoin(joined[join.thread], "person.merge", "a person decided that the two are one promise")
    return {"thread_id": join.thread, "rule": join.rule, "why": join.why}


def _key(block: str, other: str) -> ThreadKey:
    family, thing, committer = block.split("|")
    return ThreadKey(family, thing, committer, other)


def _place(connection: Connection, block: str, others_named: Iterable[str], others: set[str]) -> None:
    joined = _joined_threads(connection)
    for other in others_named:
        connection.execute(
            update(commitment)
            .where(commitment.c.block == block, commitment.c.other == other)
            .values(_thread(_key(block, other), others, joined))
        )


def _take_out(connection: Connection, blocks: Iterable[str]) -> None:
    for one in decisions(connection, "k"):
        if one.kind == "split":
            connection.execute(
                update(commitment)
                .where(commitment.c.id.in_(one.these), commitment.c.block.in_(list(blocks)))
                .values(
                    thread_id=split_id("k", one.number),
                    rule="person.split",
                    why="a person decided that this is another promise",
                )
            )
