"""The pages of a ledger that lies in PostgreSQL; skipped where there is no server for the tests of the ledger."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

import cluster

from readout.api import open_ledger
from readout.web.app import make_app
from readout.web.settings import Settings

from .conftest import filled
from .newsdesk import readings
from .test_pages import contact_id


@pytest.fixture(scope="module")
def remote() -> Iterator[TestClient]:
    """The newsroom on a server of its own."""
    if missing := cluster.why_not():
        pytest.skip(missing)
    with cluster.running() as url:
        place = cluster.Server(url).ledger()
        with open_ledger(place) as book:
            book.add_all(readings())
        with TestClient(make_app(Settings(ledger=place)), headers={"accept-language": "en"}) as client:
            yield client


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The same newsroom in a file, which no other test changes."""
    place = filled(tmp_path_factory.mktemp("local") / "ledger.sqlite")
    with TestClient(make_app(Settings(ledger=str(place))), headers={"accept-language": "en"}) as client:
        yield client


SEARCHES = ["", "?q=trump", "?q=Trung+Qu%E1%BB%91c+thuong+mai", "?country=US,CN&sort=oldest", "?person=tap",
            "?status=held&sort=reports", "?paper=B%C3%A1o+Kh%C3%A1c", "?topic=trade&since=2025-11", "?q=xyzzy",
            "?page=9"]  # fmt: skip
PLACES = ["/", "/contacts", "/pairs/US-CN", "/people", "/people/donald-trump", "/topics", "/topics/trade", "/articles",
          "/commitments", "/feeds/contacts.atom", *(f"/search{one}" for one in SEARCHES)]  # fmt: skip


@pytest.mark.parametrize("path", PLACES)
def test_a_page_is_the_same_on_both_databases(local: TestClient, remote: TestClient, path: str) -> None:
    ours, theirs = local.get(path), remote.get(path)
    assert theirs.status_code == 200
    assert plain(theirs.text) == plain(ours.text)


def test_a_contact_is_the_same_on_both_databases(local: TestClient, remote: TestClient) -> None:
    one = contact_id(remote)
    page = remote.get(f"/contacts/{one}").text
    assert "Truth Social" in page and "not in these 2 readouts" in page
    assert plain(page) == plain(local.get(f"/contacts/{one}").text)


def plain(page: str) -> list[str]:
    """The lines of a page without the moment at which it was made."""
    kept = re.sub(r"<updated>.*?</updated>", "", page)
    return [line.strip() for line in kept.splitlines() if line.strip()]
