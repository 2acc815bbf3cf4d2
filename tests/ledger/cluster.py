"""A PostgreSQL server for the tests: the one that READOUT_TEST_POSTGRES names, else a throw-away cluster of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote


def program(name: str) -> str | None:
    """Where a program of PostgreSQL lies; Debian keeps most of them off the path."""
    return shutil.which(name) or max(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), default=None)


def why_not() -> str | None:
    """Why there is no server for the tests; None where there is, or can be, one."""
    try:
        import psycopg  # noqa: F401
    except ModuleNotFoundError:
        return "psycopg is not installed"
    if os.environ.get("READOUT_TEST_POSTGRES"):
        return None
    if not program("initdb") or not program("pg_ctl"):
        return "PostgreSQL is not installed (as root, `make test` installs it)"
    if os.geteuid() == 0 and not shutil.which("runuser"):
        return "PostgreSQL does not run as root, and there is no runuser"
    return None


@contextmanager
def running() -> Iterator[str]:
    """A server as a URL without a database name at its end; a cluster of our own is stopped and removed."""
    if given := os.environ.get("READOUT_TEST_POSTGRES"):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="readout-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            "readout",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        )
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c shared_buffers=64MB"
        _run("pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield f"postgresql://readout@/{{database}}?host={quote(str(folder), safe='')}"
        finally:
            _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(name: str, *arguments: str) -> None:
    command = [program(name) or name, *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


class Server:
    """Makes an empty database for each test."""

    def __init__(self, url: str) -> None:
        self.url = url if "{database}" in url else url.rstrip("/") + "/{database}"
        self.made = 0
        self.free: list[str] = []

    def ledger(self) -> str:
        """The URL of a database with an empty ledger: one that was used before and emptied, where there is one."""
        from readout.ledger import open_ledger

        url = self.free.pop() if self.free else self.database()
        open_ledger(url).close()
        return url

    def give_back(self, url: str) -> None:
        """Empty a ledger's database, so that another test can have it: much quicker than dropping and migrating."""
        import psycopg

        from readout.ledger.tables import metadata

        with psycopg.connect(url) as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(f'DELETE FROM "{table.name}"')  # type: ignore[arg-type]
        self.free.append(url)

    def database(self, like: str | None = None) -> str:
        """The URL of a database that nobody else uses: empty, or a copy of one that nobody has open."""
        import psycopg

        self.made += 1
        name = f"readout_test_{os.getpid()}_{self.made}"
        with psycopg.connect(self.url.format(database="postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{_name(like) if like else "template0"}"')
        return self.url.format(database=name)

    def drop(self, url: str) -> None:
        """Remove a database."""
        import psycopg

        name = _name(url)
        with psycopg.connect(self.url.format(database="postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _name(url: str) -> str:
    """The name of the database in a URL."""
    return url.split("?")[0].rsplit("/", 1)[1]
