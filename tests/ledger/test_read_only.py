"""A ledger whose file or folder may not be written is shown, and says in one line that it cannot be changed."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from newsroom import february, november
from typer.testing import CliRunner

from readout.cli.app import app
from readout.ledger import Ledger, LedgerError, open_ledger
from readout.model.searching import SearchQuery

_NOBODY = 65534


@contextmanager
def without_power() -> Iterator[None]:
    """As a user for whom permissions hold: root may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may enter; pytest's own are closed to others."""
    made = Path(tempfile.mkdtemp(prefix="readout-ro-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def filled(folder: Path) -> Path:
    place = folder / "ro.sqlite"
    with open_ledger(str(place)) as ledger:
        ledger.add_all([february(), november()])
    return place


def close_to_writers(place: Path, what: str) -> None:
    """`file`: the folder may be written; `folder`: the file too may be written; `both`: neither."""
    place.chmod(0o666 if what == "folder" else 0o444)
    place.parent.chmod(0o777 if what == "file" else 0o555)


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_what_may_not_be_written_is_shown(folder: Path, what: str) -> None:
    place = filled(folder)
    with open_ledger(str(place)) as ledger:
        expected = ledger.contacts()
    close_to_writers(place, what)
    before = place.read_bytes()
    with without_power(), open_ledger(str(place)) as ledger:
        assert ledger.contacts() == expected
        assert ledger.compare(expected[0].id).contact == expected[0].id
        assert ledger.search(SearchQuery(words="taiwan")).total > 0
        assert ledger.number_of_articles() == 2
    assert place.read_bytes() == before


def change_it(ledger: Ledger, how: str) -> None:
    if how == "add":
        ledger.add(february())
    elif how == "add_all":
        ledger.add_all([february()])
    else:
        ledger.correct(ledger.contacts()[0].id, "status", "denied", who="An", why="because")


@pytest.mark.parametrize("how", ["add", "add_all", "correct"])
@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_changing_it_is_one_clear_line(folder: Path, what: str, how: str) -> None:
    place = filled(folder)
    close_to_writers(place, what)
    with without_power(), open_ledger(str(place)) as ledger, pytest.raises(LedgerError) as error:
        change_it(ledger, how)
    assert "can only be read" in str(error.value)
    assert str(place) in str(error.value)
    assert "\n" not in str(error.value)


def test_it_is_shown_while_another_writes(folder: Path) -> None:
    """The writer's log lies beside the file: what it committed is seen, though the file does not hold it yet."""
    place = filled(folder)
    for one in folder.iterdir():
        one.unlink()
    with open_ledger(str(place)) as writer:
        writer.add(february())
        for one in folder.iterdir():
            one.chmod(0o444)
        folder.chmod(0o555)
        with without_power(), open_ledger(str(place)) as ledger:
            assert ledger.number_of_articles() == 1
        folder.chmod(0o755)
        writer.add(november())
        folder.chmod(0o555)
        with without_power(), open_ledger(str(place)) as ledger:
            assert ledger.number_of_articles() == 2


def test_a_log_that_cannot_be_read_in_is_never_left_out(folder: Path) -> None:
    """Copied while it was written, without the third file: the file alone would be an older or a broken ledger."""
    place = folder / "closed" / "ro.sqlite"
    place.parent.mkdir()
    with open_ledger(str(folder / "open.sqlite")) as ledger:
        ledger.add(february())
        for end in ("", "-wal"):
            shutil.copy(folder / f"open.sqlite{end}", f"{place}{end}")
    close_to_writers(place, "both")
    with without_power(), pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    place.parent.chmod(0o755)
    assert "ro.sqlite-wal" in str(error.value)


def test_what_is_not_linked_yet_is_shown_as_it_is(folder: Path) -> None:
    place = filled(folder)
    connection = sqlite3.connect(place)
    connection.execute("INSERT INTO unlinked SELECT block, day FROM report LIMIT 1")
    connection.commit()
    connection.close()
    close_to_writers(place, "both")
    with without_power(), open_ledger(str(place)) as ledger:
        assert len(ledger.contacts()) > 0


def test_an_older_ledger_that_may_not_be_written_says_so(folder: Path) -> None:
    place = filled(folder)
    connection = sqlite3.connect(place)
    connection.execute("UPDATE readout_version SET version_num = '0001'")
    connection.commit()
    connection.close()
    close_to_writers(place, "both")
    with without_power(), pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    assert "can only be read" in str(error.value)


def test_a_file_that_may_not_be_read_is_one_line(folder: Path) -> None:
    place = filled(folder)
    place.chmod(0)
    with without_power(), pytest.raises(LedgerError) as error:
        open_ledger(str(place))
    assert "\n" not in str(error.value)


def test_the_commands_show_it_and_refuse_to_change_it(folder: Path) -> None:
    place, text = filled(folder), folder / "article.txt"
    text.write_text("Ngày 4/2, ông Trump điện đàm với ông Tập Cận Bình.")
    text.chmod(0o644)
    commands, other = CliRunner(), str(folder / "other.sqlite")
    for command in (["add", str(text)], ["contacts"]):  # whatever they import is read while it may be
        assert commands.invoke(app, [*command, "--ledger", other]).exit_code == 0
    close_to_writers(place, "both")
    with without_power():
        shown = commands.invoke(app, ["contacts", "--ids", "--ledger", str(place)])
        refused = commands.invoke(app, ["add", str(text), "--ledger", str(place)])
    assert (shown.exit_code, refused.exit_code) == (0, 1)
    assert len(shown.stdout.split()) > 1
    assert refused.stderr.strip().endswith("can only be read: its file or folder may not be written")
    assert len(refused.stderr.strip().splitlines()) == 1
