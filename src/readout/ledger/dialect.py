"""All that differs between SQLite and PostgreSQL: connecting, the lock of a writer, and whose file it is."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from readout.ledger.errors import LedgerError

APPLICATION_ID = 0x52444F54
"""`RDOT`, in the header of every SQLite ledger (PRAGMA application_id)."""

_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 60_000
_MAPPED = 2**31 - 2**16
"""Bytes of the file that SQLite reads where they lie in memory (as many as it ever does), instead of copying them."""
_WRITER_LOCK = 0x52444F54
_WRITES = "readout_writes"
_ONLY_READS = "readout_only_reads"


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
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        event.listen(engine, "connect", _prepare_postgresql)
        return engine
    raise LedgerError(f"a ledger lives in SQLite or PostgreSQL, not in {url.get_backend_name()}")


def _sqlite_engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    if check_sqlite_file(path):
        engine = create_engine(url, connect_args={"timeout": _BUSY_MS / 1000})
        event.listen(engine, "connect", _keep_log)
    else:
        place = _reading_place(path)
        engine = create_engine(url, creator=lambda: _open(place), execution_options={_ONLY_READS: True})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def check_sqlite_file(path: Path) -> bool:
    """Make the folder; whether the ledger may be written and not only read. Never changes an existing file.

    Raises LedgerError where the file is somebody else's, cannot be read, or is to be made and cannot.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise LedgerError(f"{path} is a folder, not a ledger")
        if not path.exists() or path.stat().st_size == 0:
            return True
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise LedgerError(f"cannot write the ledger {path}: {error.strerror or error}") from None
    if header != _HEADER:
        raise LedgerError(f"{path} is not a ledger: it is not an SQLite file")
    writable = _writable(path)
    _check_owner(path, f"{path.absolute().as_uri()}?mode=ro" if writable else _reading_place(path))
    return writable


def _writable(path: Path) -> bool:
    """A writer changes the file and keeps a log beside it."""
    try:
        with path.open("ab"):
            pass
    except OSError:
        return False
    effective = os.access in os.supports_effective_ids
    logs = [f"{path}-wal", f"{path}-shm"]
    return any(
        all(os.access(one, os.W_OK, effective_ids=effective) for one in needed) for needed in ([path.parent], logs)
    )


def _reading_place(path: Path) -> str:
    """Where to open a ledger that can only be read, as a URI.

    SQLite reads a ledger with a log only where it may make, or finds, the files beside it. Where it may not and there
    is no log, the file is whole and nobody can change it: it is read as it lies there.
    """
    place = f"{path.absolute().as_uri()}?mode=ro"
    try:
        connection = _open(place)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        finally:
            connection.close()
    except sqlite3.OperationalError:
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size > 0:
            raise LedgerError(
                f"cannot read the ledger {path}: what was written last lies in {log.name}; "
                "open it once where it may be written"
            ) from None
        return f"{place}&immutable=1"
    return place


def _open(place: str) -> sqlite3.Connection:
    return sqlite3.connect(place, uri=True, timeout=_BUSY_MS / 1000, check_same_thread=False)


def _check_owner(path: Path, place: str) -> None:
    try:
        connection = _open(place)
        try:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise LedgerError(f"{path} cannot be read as a ledger: {error}") from None
    if owner != APPLICATION_ID and (owner or tables):
        raise LedgerError(f"{path} is an SQLite file of another program; it was not touched")


def _prepare_postgresql(connection: Any, _record: object) -> None:
    """Compile no question and share none among processes: that takes longer than to answer any of ours."""
    connection.execute("SET jit TO off")
    connection.execute("SET max_parallel_workers_per_gather TO 0")
    connection.commit()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Let us begin transactions ourselves."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout = {_BUSY_MS}", "foreign_keys = ON", "cache_size = -32000", "temp_store = MEMORY",
                   f"mmap_size = {_MAPPED}"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _keep_log(connection: Any, _record: object) -> None:
    """Readers never wait for the writer; a commit survives a killed process."""
    for pragma in (f"busy_timeout = {_BUSY_MS}", "journal_mode = WAL", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: two writers wait for each other instead of failing half-way.

    A page that only reads begins twice; without SQLAlchemy between it takes a tenth of the time. What the database says
    to a writer who waited too long has to come by way of SQLAlchemy.
    """
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.connection.cursor().execute("BEGIN")


class utf8(FunctionElement[Any]):
    """JSON text of a column that is only decoded. SQLite gives its bytes as they lie there: to make a text of them, of
    which the decoder wants the bytes again, takes as long as to decode it. PostgreSQL gives the text."""

    inherit_cache = True

    def __init__(self, one: ColumnElement[Any]) -> None:
        super().__init__(one)


@compiles(utf8)
def _as_text(element: utf8, compiler: SQLCompiler, **named: Any) -> str:
    return compiler.process(element.clauses, **named)


@compiles(utf8, "sqlite")
def _as_bytes(element: utf8, compiler: SQLCompiler, **named: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **named)} AS BLOB)"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the only writer: commits at the end, rolls back on an error.

    Raises LedgerError where the ledger can only be read.
    """
    if only_reads(engine):
        raise LedgerError(f"the ledger {engine.url.database} can only be read: its file or folder may not be written")
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield connection


def only_reads(engine: Engine) -> bool:
    """Whether this ledger is shown as it is, because its file or its folder may not be written."""
    return bool(engine.get_execution_options().get(_ONLY_READS))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def lasting(engine: Engine) -> Iterator[Connection]:
    """One view for many questions: what others write meanwhile is not in it."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def claim(connection: Connection) -> None:
    """Mark a new SQLite file as a ledger."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
