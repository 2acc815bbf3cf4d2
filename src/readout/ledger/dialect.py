"""All that differs between SQLite and PostgreSQL: connecting, the lock of a writer, and whose file it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from readout.ledger.errors import LedgerError

APPLICATION_ID = 0x52444F54
"""`RDOT`, in the header of every SQLite ledger (PRAGMA application_id)."""

_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 60_000
_WRITER_LOCK = 0x52444F54
_WRITES = "readout_writes"


def engine_for(place: str) -> Engine:
    """An engine for a path or an SQLAlchemy URL (`sqlite:///…`, `postgresql://…`). Does not connect to a server yet."""
    if "://" not in place:
        return _sqlite_engine(Path(place).expanduser())
    try:
        url = make_url(place)
    except ArgumentError:
        raise LedgerError(f"{place} is not a database URL") from None
    if url.get_backend_name() == "sqlite":
        if not url.database:
            raise LedgerError("a ledger in memory is lost at the end; give a path")
        return _sqlite_engine(Path(url.database))
    if url.get_backend_name() == "postgresql":
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    raise LedgerError(f"a ledger lives in SQLite or PostgreSQL, not in {url.get_backend_name()}")


def _sqlite_engine(path: Path) -> Engine:
    check_sqlite_file(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def check_sqlite_file(path: Path) -> None:
    """Make the folder; raise LedgerError where the file is somebody else's. Never changes an existing file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise LedgerError(f"{path} is a folder, not a ledger")
        if not path.exists() or path.stat().st_size == 0:
            return
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
        with path.open("ab"):
            pass
    except OSError as error:
        raise LedgerError(f"cannot write the ledger {path}: {error.strerror or error}") from None
    if header != _HEADER:
        raise LedgerError(f"{path} is not a ledger: it is not an SQLite file")
    _check_owner(path)


def _check_owner(path: Path) -> None:
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_MS / 1000)
        try:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise LedgerError(f"{path} cannot be read as a ledger: {error}") from None
    if owner != APPLICATION_ID and (owner or tables):
        raise LedgerError(f"{path} is an SQLite file of another program; it was not touched")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Let us begin transactions ourselves; readers never wait for the writer; a commit survives a killed process."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout = {_BUSY_MS}", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON",
                   "cache_size = -32000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: two writers wait for each other instead of failing half-way."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the only writer: commits at the end, rolls back on an error."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view."""
    with engine.connect() as connection, connection.begin():
        yield connection


def claim(connection: Connection) -> None:
    """Mark a new SQLite file as a ledger."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
