"""Where a ledger may be made, and what is left alone."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from newsroom import Story, february
from sqlalchemy import inspect, text

from readout.ledger import LedgerError, NotFound, open_ledger
from readout.ledger.dialect import APPLICATION_ID, engine_for, writing
from readout.ledger.opening import HEAD, alembic_config
from readout.ledger.tables import metadata
from readout.model.searching import SearchQuery


def one_line(error: pytest.ExceptionInfo[LedgerError]) -> str:
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_new_ledger_is_made_with_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "ledger.sqlite"
    with open_ledger(str(place)) as ledger:
        assert ledger.contacts() == ()
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with open_ledger(str(tmp_path / "empty")) as ledger:
        assert ledger.add(february()) == "added"


def test_a_ledger_is_opened_again(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "l")) as ledger:
        ledger.add(february())
    with open_ledger(f"sqlite:///{tmp_path / 'l'}") as ledger:
        assert ledger.reading("seed-000") == february()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_text("my notes, and they are longer than a header")
    with pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    assert "not an SQLite file" in one_line(error)
    assert place.read_text().startswith("my notes")
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("marked", [0, 77])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, marked: int) -> None:
    place = tmp_path / "browser.sqlite"
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE article (id)")
    connection.execute(f"PRAGMA application_id = {marked}")
    connection.commit()
    connection.close()
    before = hashlib.sha256(place.read_bytes()).digest()
    with pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    assert "another program" in one_line(error)
    assert hashlib.sha256(place.read_bytes()).digest() == before


def test_a_damaged_file_is_one_line(tmp_path: Path) -> None:
    place = tmp_path / "damaged"
    place.write_bytes(b"SQLite format 3\x00" + b"rubbish" * 1000)
    with pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    assert "damaged" in one_line(error)


def test_a_newer_ledger_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "l"
    open_ledger(str(place)).close()
    connection = sqlite3.connect(place)
    connection.execute("UPDATE readout_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    told: list[int] = []
    with pytest.raises(LedgerError) as error:
        open_ledger(str(place), on_upgrade=told.append)
    assert "newer readout" in one_line(error) and not told


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as error:
        open_ledger(str(tmp_path))
    assert "folder" in one_line(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_one_line(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LedgerError) as error:
        open_ledger(str(tmp_path / "ledger.sqlite"))
    assert "cannot" in one_line(error)


def test_a_file_in_the_way_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError) as error:
        open_ledger(str(tmp_path / "file" / "ledger.sqlite"))
    assert "cannot write the ledger" in one_line(error)


@pytest.mark.parametrize("place", ["mysql://host/db", "sqlite://", "http://["])
def test_other_places_are_refused(place: str) -> None:
    with pytest.raises(LedgerError) as error:
        open_ledger(place)
    one_line(error)


def test_the_newest_migration_is_the_one_that_opening_expects() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


def test_the_migrations_make_exactly_the_tables(place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    open_ledger(place).close()
    with engine_for(place).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": "readout_version",
                "include_object": lambda thing, name, kind, reflected, other: not str(name).startswith("passage_words"),
            },
        )
        found = [change for change in compare_metadata(context, metadata) if "ix_passage_folded" not in repr(change)]
        assert found == []


def test_migrations_go_down_and_up_and_keep_the_readings(new_place: Callable[[], str]) -> None:
    from alembic import command

    place = new_place()
    with open_ledger(place) as ledger:
        ledger.add(february())
        before = ledger.contacts(), ledger.search(SearchQuery(words="soybeans"))
    with writing(engine_for(place)) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        assert "correction" not in inspect(connection).get_table_names()
    with open_ledger(place) as ledger:
        assert (ledger.contacts(), ledger.search(SearchQuery(words="soybeans"))) == before
        assert ledger.add(february()) == "unchanged"
    with writing(engine_for(place)) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        assert inspect(connection).get_table_names() == ["readout_version"]
    open_ledger(place).close()


def test_an_older_ledger_gets_its_promises_taken_apart_by_time(new_place: Callable[[], str]) -> None:
    from alembic import command

    place = new_place()
    with open_ledger(place) as ledger:
        for number, (day, made) in enumerate([("2025-10-30", None), ("2025-11-01", "2013"), ("2026-01-05", "2013-06")]):
            story = Story(f"n{number}", day)
            story.promised("agreed", 12e6, committer="CN", counterparty="RU", thing="crude oil", hs="2709", made=made)
            ledger.add(story.reading())
        today = ledger.commitments()
    with writing(engine_for(place)) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
        rows = connection.execute(text("SELECT DISTINCT thread_id, rule FROM commitment")).all()
    assert [row.rule for row in rows] == ["link.commitment.same-promise"]
    with open_ledger(place) as ledger:
        assert ledger.commitments() == today
    assert sorted(len(thread.versions) for thread in today) == [1, 2]


@pytest.mark.parametrize("wanted", ["c-zzzz", "", "c-", "k-none", "s-none", "a-none", "what"])
def test_an_unknown_id_is_not_found(tmp_path: Path, wanted: str) -> None:
    with open_ledger(str(tmp_path / "l")) as ledger:
        ledger.add(february())
        for ask in (ledger.contact, ledger.compare, ledger.thread, ledger.explain, ledger.article, ledger.reading):
            with pytest.raises(NotFound) as error:
                ask(wanted)
            one_line(error)


def test_the_beginning_of_an_id_is_enough(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "l")) as ledger:
        ledger.add(february())
        for one in ledger.contacts():
            assert ledger.contact(one.id[:8].upper()) == one
        article = ledger.articles()[0]
        for name in (article.id[:6], "seed-000", article.url or ""):
            assert ledger.article(name) == article
