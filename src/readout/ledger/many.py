"""Questions about many values at once, which go to the database as one: a JSON list in SQLite, an array in PostgreSQL.

A parameter for each value would be written into the question anew each time, and planned anew by PostgreSQL.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Row, Select, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY


class Many:
    """The rows of a question in which a column has one of some values. Built once, asked often."""

    def __init__(self, asked: Select[Any], column: Column[Any]) -> None:
        listed = func.json_each(bindparam("values")).table_valued("value")
        self._sqlite = asked.where(column.in_(select(listed.c.value)))
        self._postgresql = asked.where(column == any_(bindparam("values", type_=ARRAY(column.type))))

    def of(self, connection: Connection, values: Sequence[str] | Sequence[int]) -> Sequence[Row[Any]]:
        """The rows for these values, in no order; values without a row are left out."""
        if not values:
            return ()
        if connection.dialect.name == "sqlite":
            return connection.execute(self._sqlite, {"values": msgspec.json.encode(values).decode()}).all()
        return connection.execute(self._postgresql, {"values": list(values)}).all()
