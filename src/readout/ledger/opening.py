"""Open a ledger: find its place, prove that it is ours, bring its schema up to date."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from readout.ledger.backup import restore
from readout.ledger.deriving import derive_anew
from readout.ledger.dialect import claim, engine_for, reading, writing
from readout.ledger.errors import LedgerError
from readout.ledger.relinking import relink
from readout.ledger.store import Ledger
from readout.ledger.tables import article, metadata

if TYPE_CHECKING:
    from alembic.config import Config

OnUpgrade = Callable[[int], None]
"""Told the number of articles before an older ledger is upgraded."""

VERSION_TABLE = "readout_version"
HEAD = "0010"
"""The newest migration, so that opening a current ledger need not load Alembic. A test holds it to the scripts."""


def open_ledger(place: str, on_upgrade: OnUpgrade | None = None) -> Ledger:
    """The ledger at a path or SQLAlchemy URL, created where needed. One that an older readout made becomes what this
    one would make of the same readings, in one transaction, which takes minutes for many articles.

    Raises LedgerError, in one line, where the place cannot be written, is not a database, belongs to another program or
    was written by a newer readout. A file that is not ours is never changed.
    """
    engine = engine_for(place)
    try:
        _bring_up_to_date(engine, on_upgrade)
    except DBAPIError as error:
        engine.dispose()
        raise LedgerError(f"cannot open the ledger {_shown(engine)}: {_first_line(error)}") from None
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine)


def backup_ledger(ledger: Ledger, path: str) -> int:
    """Write the whole ledger to one file, while it is in use; returns the number of articles. Raises LedgerError."""
    return ledger.backed_up(Path(path), HEAD)


def restore_ledger(place: str, path: str) -> int:
    """Make the ledger at `place` from a backup; returns the number of articles.

    Raises LedgerError where there is a ledger with articles already, or where the file is no complete backup.
    """
    engine = engine_for(place)
    made = _file_to_be(engine)
    try:
        number = restore(engine, Path(path), _migrate_to)
        made = None
    except DBAPIError as error:
        raise LedgerError(f"cannot restore to {_shown(engine)}: {_first_line(error)}") from None
    finally:
        engine.dispose()
        if made:
            for ending in ("", "-wal", "-shm"):
                made.with_name(made.name + ending).unlink(missing_ok=True)
    return number


def _file_to_be(engine: Engine) -> Path | None:
    """The file that SQLite would make, where there is none: what a failed restore leaves behind is removed."""
    if engine.dialect.name != "sqlite":
        return None
    file = Path(engine.url.database or "")
    return None if file.exists() else file


def _migrate_to(connection: Connection, schema: str) -> None:
    """An empty database, or an empty ledger, at this schema; `head` is the newest."""
    from alembic import command

    version = _version(connection)
    if schema == "head":
        if version != HEAD:
            _migrate(connection, version, None)
        return
    held = set(inspect(connection).get_table_names()) & set(metadata.tables)
    if version is None and held:
        raise LedgerError(f"{_shown(connection.engine)} holds tables of another program; it was not touched")
    if version is not None and connection.execute(select(article.c.id).limit(1)).first():
        raise LedgerError(f"{_shown(connection.engine)} holds articles already; restore into a new ledger")
    if schema > HEAD:
        raise LedgerError(f"the backup was written by a newer readout (schema {schema})")
    if version == schema:
        return
    config = alembic_config()
    config.attributes["connection"] = connection
    if version is None:
        claim(connection)
    else:
        command.downgrade(config, "base")
    command.upgrade(config, schema)


def _shown(engine: Engine) -> str:
    return engine.url.database or "" if engine.dialect.name == "sqlite" else str(engine.url)


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__


def _bring_up_to_date(engine: Engine, on_upgrade: OnUpgrade | None) -> None:
    with reading(engine) as connection:
        if _version(connection) == HEAD:
            return
    with writing(engine) as connection:
        version = _version(connection)
        if version is None and set(inspect(connection).get_table_names()) & set(metadata.tables):
            raise LedgerError(f"{_shown(engine)} holds tables of another program; it was not touched")
        if version != HEAD:
            _migrate(connection, version, on_upgrade)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()


def _migrate(connection: Connection, version: str | None, on_upgrade: OnUpgrade | None) -> None:
    """To the newest schema; what an older readout derived from its readings is derived and linked by today's rules."""
    from alembic import command
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = alembic_config()
    config.attributes["connection"] = connection
    if version is not None:
        try:
            ScriptDirectory.from_config(config).get_revision(version)
        except CommandError:
            place = _shown(connection.engine)
            raise LedgerError(f"{place} was written by a newer readout (schema {version})") from None
        if on_upgrade:
            on_upgrade(int(connection.execute(select(func.count()).select_from(article)).scalar_one()))
    else:
        claim(connection)
    command.upgrade(config, "head")
    if version is not None:
        derive_anew(connection)
        relink(connection)


def alembic_config() -> "Config":
    """The Alembic configuration of the migrations inside the package; needs no file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "readout.ledger:migrations")
    return config
