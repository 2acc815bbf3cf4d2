"""What was seen: sources, items and hosts in one SQLite file, so that a watch goes on where it was killed."""

import sqlite3
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import msgspec

from readout.collect.feeds import Item
from readout.collect.politeness import Host
from readout.model.records import Record

_APPLICATION = 0x72647774
WAITING_SHOWN = 100
"""Items of one source that are looked at to choose the next one."""
_SCHEMA = """
CREATE TABLE source (
    address TEXT PRIMARY KEY, etag TEXT, modified TEXT, next_at REAL NOT NULL, failures INTEGER NOT NULL
);
CREATE TABLE item (
    url TEXT PRIMARY KEY, source TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_at REAL NOT NULL,
    data BLOB
);
CREATE INDEX item_waiting ON item (next_at) WHERE state = 'waiting';
CREATE TABLE host (origin TEXT PRIMARY KEY, data BLOB NOT NULL);
"""
_items = msgspec.json.Decoder(Item)
_hosts = msgspec.json.Decoder(Host)


class SeenError(Exception):
    """The file cannot be used, in one line."""


class SourceState(Record, frozen=True, kw_only=True):
    """What is known of one source; `next_at` in seconds since 1970."""

    etag: str | None = None
    modified: str | None = None
    next_at: float = 0.0
    failures: int = 0


class Waiting(Record, frozen=True, kw_only=True):
    """An item whose page is still to be fetched."""

    item: Item
    source: str
    attempts: int
    next_at: float


class Seen:
    """The store. Every method is one transaction."""

    def __init__(self, place: Path) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(place, timeout=30.0, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            if self._db.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
                if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise SeenError(f"{place} belongs to another program; it was not touched")
                self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA application_id = {_APPLICATION}; COMMIT;")
        except (sqlite3.Error, OSError) as error:
            told = error.strerror if isinstance(error, OSError) else None
            raise SeenError(f"{place}: {told or error}") from None
        self.hosts: MutableMapping[str, Host] = _Hosts(self._db)

    def source(self, address: str) -> SourceState | None:
        """What is known of a source; None where it was never asked."""
        row = self._db.execute(
            "SELECT etag, modified, next_at, failures FROM source WHERE address = ?", (address,)
        ).fetchone()
        return SourceState(etag=row[0], modified=row[1], next_at=row[2], failures=row[3]) if row else None

    def polled(self, address: str, state: SourceState, items: list[Item], now: float) -> int:
        """Note a source's state and its items in one transaction; returns how many of them are new."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            before = self._db.total_changes
            self._db.executemany(
                "INSERT OR IGNORE INTO item VALUES (?, ?, 'waiting', 0, ?, ?)",
                [(one.url or one.id, address, now, msgspec.json.encode(one)) for one in items if one.url or one.id],
            )
            new = self._db.total_changes - before
            self._db.execute(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
                (address, state.etag, state.modified, state.next_at, state.failures),
            )
        return new

    def waiting(self, sources: list[str]) -> Iterator[Waiting]:
        """The items of these sources that wait, those that are due first; of each source only the first ones, so that
        one whose host is slow does not hide the others."""
        marks = ", ".join("?" * len(sources))
        rows = self._db.execute(
            "SELECT data, source, attempts, next_at FROM (SELECT *, rowid AS number, row_number() OVER "
            "(PARTITION BY source ORDER BY next_at, rowid) AS place FROM item WHERE state = 'waiting' AND source IN "
            f"({marks})) WHERE place <= ? ORDER BY next_at, number",
            [*sources, WAITING_SHOWN],
        ).fetchall()
        for data, source, attempts, next_at in rows:
            yield Waiting(item=_items.decode(data), source=source, attempts=attempts, next_at=next_at)

    def settled(self, item: Item, state: str) -> None:
        """`done` or `failed`: the item is never fetched again."""
        self._db.execute("UPDATE item SET state = ?, data = NULL WHERE url = ?", (state, item.url or item.id))

    def postponed(self, item: Item, next_at: float) -> None:
        """Try again, not before this time."""
        self._db.execute(
            "UPDATE item SET attempts = attempts + 1, next_at = ? WHERE url = ?", (next_at, item.url or item.id)
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class _Hosts(MutableMapping[str, Host]):
    """The hosts, as politeness keeps them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __getitem__(self, origin: str) -> Host:
        row = self._db.execute("SELECT data FROM host WHERE origin = ?", (origin,)).fetchone()
        if row is None:
            raise KeyError(origin)
        return _hosts.decode(row[0])

    def __setitem__(self, origin: str, host: Host) -> None:
        self._db.execute("INSERT OR REPLACE INTO host VALUES (?, ?)", (origin, msgspec.json.encode(host)))

    def __delitem__(self, origin: str) -> None:
        self._db.execute("DELETE FROM host WHERE origin = ?", (origin,))

    def __iter__(self) -> Iterator[str]:
        return iter([row[0] for row in self._db.execute("SELECT origin FROM host ORDER BY origin")])

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM host").fetchone()[0])
