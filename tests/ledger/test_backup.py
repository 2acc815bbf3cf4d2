"""The whole ledger as a file, and back, on either database, while it is written to."""

import gzip
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import february, november
from test_corrections import WHY, call

from readout.ledger import Ledger, LedgerError, backup_ledger, open_ledger, restore_ledger
from readout.model.searching import SearchQuery


def answers(ledger: Ledger) -> tuple[object, ...]:
    found = ledger.search(SearchQuery(words="words"))
    return ledger.contacts(), ledger.articles(), ledger.commitments(), ledger.history(), found


def test_a_restored_ledger_answers_the_same_and_goes_on(new_place: Callable[[], str], tmp_path: Path) -> None:
    file, copy = str(tmp_path / "l.backup"), new_place()
    with open_ledger(new_place()) as ledger:
        ledger.add_all([february(), november(), call("a", "2025-10-01"), call("b", "2025-10-09")])
        first, second = ledger.contacts()[:2]
        ledger.merge(first.id, second.id, **WHY)
        assert backup_ledger(ledger, file) == 4
        assert restore_ledger(copy, file) == 4
        with open_ledger(copy) as restored:
            assert answers(restored) == answers(ledger)
            for one in (ledger, restored):
                assert one.add(call("c", "2025-10-01")) == "added"
                one.correct(second.id, "status", "denied", **WHY)
            assert restored.contacts() == ledger.contacts()
            assert restored.search(SearchQuery(words="words")) == ledger.search(SearchQuery(words="words"))


def test_a_backup_goes_into_the_other_database(new_place: Callable[[], str], tmp_path: Path) -> None:
    file, other = str(tmp_path / "l.backup"), str(tmp_path / "other.sqlite")
    with open_ledger(new_place()) as ledger:
        ledger.add_all([february(), november()])
        backup_ledger(ledger, file)
        restore_ledger(other, file)
        again = new_place()
        with open_ledger(other) as moved:
            assert answers(moved) == answers(ledger)
            backup_ledger(moved, file)
        restore_ledger(again, file)
        with open_ledger(again) as back:
            assert answers(back) == answers(ledger)


def test_a_backup_while_somebody_writes_is_one_moment(new_place: Callable[[], str], tmp_path: Path) -> None:
    place, copy, file = new_place(), new_place(), str(tmp_path / "l.backup")
    with open_ledger(place) as ledger:
        ledger.add_all([call(f"n{number}", f"2025-10-{1 + number % 9:02}") for number in range(30)])
        readings = [call(f"m{number}", f"2025-11-{1 + number % 9:02}") for number in range(60)]
        writer = threading.Thread(target=ledger.add_all, args=(readings,))
        writer.start()
        with open_ledger(place) as second:
            number = backup_ledger(second, file)
        writer.join()
    assert 30 <= restore_ledger(copy, file) == number <= 90
    with open_ledger(copy) as restored:
        assert len(restored.articles()) == number
        assert sum(one.reports for one in restored.contacts()) == number


def test_a_ledger_with_articles_is_left_alone(ledger: Ledger, place: str, tmp_path: Path) -> None:
    ledger.add(february())
    backup_ledger(ledger, str(tmp_path / "l.backup"))
    before = answers(ledger)
    with pytest.raises(LedgerError, match="holds articles already"):
        restore_ledger(place, str(tmp_path / "l.backup"))
    assert answers(ledger) == before


@pytest.mark.parametrize("cut", [0, 30, 900])
def test_half_a_backup_restores_nothing(new_place: Callable[[], str], tmp_path: Path, cut: int) -> None:
    file, target = tmp_path / "l.backup", new_place()
    with open_ledger(new_place()) as ledger:
        ledger.add(february())
        backup_ledger(ledger, str(file))
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(LedgerError) as error:
        restore_ledger(target, str(file))
    assert "\n" not in str(error.value)
    with open_ledger(target) as restored:
        assert restored.articles() == ()


def test_a_failed_restore_leaves_no_file(place: str, tmp_path: Path) -> None:
    file, target = tmp_path / "l.backup", tmp_path / "new.sqlite"
    with open_ledger(place) as ledger:
        ledger.add(february())
        backup_ledger(ledger, str(file))
    whole = file.read_bytes()
    for broken in (whole[: len(whole) // 2], b"notes"):
        file.write_bytes(broken)
        with pytest.raises(LedgerError):
            restore_ledger(str(target), str(file))
        assert list(tmp_path.glob("new.sqlite*")) == []
    file.write_bytes(whole)
    assert restore_ledger(str(target), str(file)) == 1


def test_a_backup_overwrites_no_ledger(place: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.sqlite")
    for ledger in (place, other):
        with open_ledger(ledger) as book:
            book.add(november())
    with open_ledger(place) as book, pytest.raises(LedgerError, match="no backup"):
        backup_ledger(book, other)
    with open_ledger(other) as book:
        assert book.articles()


def test_a_backup_overwrites_older_backups_and_empty_files_alone(place: str, tmp_path: Path) -> None:
    notes, packed, empty = tmp_path / "notes.txt", tmp_path / "notes.gz", tmp_path / "empty"
    notes.write_text("giữ lại", "utf-8")
    packed.write_bytes(gzip.compress(b"notes"))
    empty.touch()
    with open_ledger(place) as book:
        book.add(november())
        for file in (notes, packed):
            before = file.read_bytes()
            with pytest.raises(LedgerError, match="left alone"):
                backup_ledger(book, str(file))
            assert file.read_bytes() == before
        assert [backup_ledger(book, str(empty)) for _ in range(2)] == [1, 1]


def test_a_file_that_is_no_backup_is_one_line(place: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.gz"
    file.write_bytes(gzip.compress(b"notes"))
    with pytest.raises(LedgerError, match="backup"):
        restore_ledger(place, str(file))
    with pytest.raises(LedgerError):
        restore_ledger(place, str(tmp_path / "none"))
