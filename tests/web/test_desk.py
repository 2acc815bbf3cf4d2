"""What the pages ask of the ledger: nothing that is remembered outlives a change."""

from pathlib import Path

import pytest
from sqlalchemy import Connection
from starlette.testclient import TestClient

from readout.api import open_ledger
from readout.ledger import searching
from readout.ledger.catalogue import Catalogue
from readout.model.records import Article, Reading
from readout.model.searching import SearchQuery, SearchResult
from readout.web import desk as desk_module
from readout.web.app import make_app
from readout.web.desk import Desk
from readout.web.settings import Settings

from .conftest import filled


def test_the_first_reader_waits_for_no_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Connection] = []
    whole = desk_module.Catalogue

    def counted(connection: Connection) -> Catalogue:
        made.append(connection)
        return whole(connection)

    monkeypatch.setattr(desk_module, "Catalogue", counted)
    with TestClient(make_app(Settings(ledger=str(filled(tmp_path / "ledger.sqlite"))))) as client:
        assert len(made) == 1
        assert client.get("/contacts").status_code == 200 and len(made) == 1


def test_a_search_is_asked_once_until_the_ledger_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(filled(tmp_path / "ledger.sqlite"))
    asked: list[str] = []
    whole = searching.search

    def counted(connection: Connection, query: SearchQuery, ranked: int) -> SearchResult:
        asked.append(query.words)
        return whole(connection, query, ranked)

    monkeypatch.setattr(searching, "search", counted)
    desk, query = Desk(place), SearchQuery(words="đậu nành")
    before = desk.places(query)
    assert desk.places(query) is before and asked == ["đậu nành"]
    assert before.hits

    article = Article(id="later", title="Một bài khác", published="2025-12-01", published_basis="given", language="vi",
                      text="Một bài khác\n\nCũng nói về đậu nành.")  # fmt: skip
    with open_ledger(place) as book:  # another process, as far as the desk can see
        book.add(Reading(article=article))
    after = desk.places(query)
    desk.ledger.close()
    assert len(after.hits) == len(before.hits) + 1 and len(asked) == 2
