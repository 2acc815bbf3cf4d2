"""A fresh ledger for each test, on both databases; readings are built by hand with `tests/link/newsroom.py`."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "link")]

import cluster  # noqa: E402

from readout.ledger import Ledger, open_ledger  # noqa: E402

_missing = cluster.why_not()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _missing:
        terminalreporter.write_line(f"The ledger's tests on PostgreSQL were SKIPPED: {_missing}.", yellow=True)


@pytest.fixture(scope="session")
def server() -> Iterator[cluster.Server]:
    if _missing:
        pytest.skip(_missing)
    with cluster.running() as url:
        yield cluster.Server(url)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in SQLite; copying it is much quicker than migrating."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite"
    open_ledger(str(path)).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Iterator[Callable[[], str]]:
    """Makes places for ledgers, on each of the two databases in turn."""
    with ExitStack() as made:

        def sqlite() -> str:
            number = len(list(tmp_path.glob("ledger-*.sqlite")))
            place = tmp_path / f"ledger-{number}.sqlite"
            shutil.copy(empty_file, place)
            return str(place)

        def postgresql() -> str:
            server: cluster.Server = request.getfixturevalue("server")
            url = server.ledger()
            made.callback(server.give_back, url)
            return url

        yield sqlite if request.param == "sqlite" else postgresql


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    return new_place()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with open_ledger(place) as opened:
        yield opened


@pytest.fixture
def another(new_place: Callable[[], str]) -> Iterator[Ledger]:
    with open_ledger(new_place()) as opened:
        yield opened
