"""Find one row by its id or a beginning of it that is unique."""

from sqlalchemy import Column, Connection, Select, select

from readout.ledger.errors import NotFound


def one_id(
    connection: Connection, column: Column[str], wanted: str, what: str, among: Select[tuple[str]] | None = None
) -> str:
    """The whole id that begins with `wanted`; raises NotFound where none does, or more than one."""
    start = wanted.strip().lower()
    rows = select(column) if among is None else among
    if start and connection.execute(rows.where(column == start).limit(1)).first():
        return start  # by far the most asked, and by the key alone
    near = rows.where(column >= start, column < start + "\U0010ffff").distinct().order_by(column).limit(2)
    found = list(connection.execute(near).scalars()) if start else []
    if not found:
        raise NotFound(f"no {what} with the id {wanted!r}")
    if len(found) > 1 and found[0] != start:
        raise NotFound(f"more than one {what} begins with {wanted!r}")
    return str(found[0])
