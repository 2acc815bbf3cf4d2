"""The commands by which people search, decide, read again and back up."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from typer.testing import Result

from readout.api import open_ledger, samples

Run = Callable[..., Result]


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def the_call(run: Run) -> str:
    return lines(run("contacts", "--json").stdout)[0]["id"]


@pytest.mark.parametrize(("words", "number"), [("dai loan", 2), ("Đài Loan", 2), ("Đại Loan", 0), ('"loan đài"', 0)])
def test_search(run: Run, filled: Path, words: str, number: int) -> None:
    found = lines(run("search", words, "--json").stdout)[0]
    assert found["total"] == number
    plain = run("search", words).stdout
    assert ("nothing found" in plain) == (number == 0)


def test_a_hit_tells_its_day_in_words_and_its_id_once(run: Run, filled: Path) -> None:
    found = lines(run("search", "dai loan", "--json").stdout)[0]["hits"]
    text = run("search", "dai loan").stdout
    assert "26 Nov 2025  Báo Khác" in text and "2025-11-26" not in text
    assert "without a title" in text and all(text.count(hit["id"]) == 1 for hit in found)


def test_search_with_filters(run: Run, filled: Path) -> None:
    assert lines(run("search", "hai", "--publisher", "Báo Khác", "--json").stdout)[0]["total"] == 1
    assert lines(run("search", "hai", "--country", "RU", "--json").stdout)[0]["total"] == 0
    assert run("search", "?").exit_code == 2


def test_correct_history_undo(run: Run, filled: Path) -> None:
    call = the_call(run)
    ran = run("correct", call, "place.name", "Hà Nội", "--why", "seen there", "--by", "An")
    assert ran.exit_code == 0 and "place.name: null → Hà Nội" in ran.stdout
    assert lines(run("contacts", "--json").stdout)[0]["place"]["name"] == "Hà Nội"
    assert "person.correct" in run("explain", call).stdout
    assert lines(run("history", call, "--json").stdout)[0]["who"] == "An"
    assert re.search(r"^    \d+ [A-Z][a-z]{2} \d{4}, \d\d:\d\d UTC  An: seen there$", run("history", call).stdout, re.M)
    assert "undone" in run("undo", "1", "--why", "no", "--by", "An").stdout
    assert lines(run("contacts", "--json").stdout)[0]["place"] is None


def test_a_topic_list_is_given_as_json(run: Run, filled: Path) -> None:
    assert run("correct", the_call(run), "topics", '["trade"]', "--why", "x", "--by", "An").exit_code == 0
    assert lines(run("contacts", "--json").stdout)[0]["topics"] == ["trade"]
    failed = run("correct", the_call(run), "mode", "telepathy", "--why", "x", "--by", "An")
    assert failed.exit_code == 1 and failed.stderr.count("\n") == 1


def test_split_and_merge(run: Run, filled: Path) -> None:
    call = the_call(run)
    assert run("split", call, "2", "--why", "another call", "--by", "An").exit_code == 0
    ids = [one["id"] for one in lines(run("contacts", "--json").stdout)]
    assert len(ids) == 2
    other = next(one for one in ids if one != call)
    assert run("merge", other, call, "--why", "one call", "--by", "An").exit_code == 0
    assert [one["reports"] for one in lines(run("contacts", "--json").stdout)] == [2]


def test_reread_tells_and_applies(run: Run, ledger: Path) -> None:
    run("add", samples())
    before = run("contacts", "--json").stdout
    with open_ledger(str(ledger)) as book:
        name = next(one.name for one in book.articles() if one.contacts)
        book.add(msgspec.structs.replace(book.reading(name), contacts=(), statements=(), commitments=(), silences=()))
    told = run("reread")
    assert "1 read differently" in told.stdout and "gained contact" in told.stdout
    assert run("contacts", "--json").stdout != before
    assert "applied" in run("reread", "--apply", "--brief").stdout
    assert run("contacts", "--json").stdout == before


def test_backup_and_restore(run: Run, filled: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "l.backup", tmp_path / "copy.sqlite"
    assert run("backup", file).exit_code == 0
    assert lines(run("restore", file, "--ledger", copy, "--json").stdout) == [{"articles": 4}]
    assert run("contacts", "--json", "--ledger", copy).stdout == run("contacts", "--json").stdout
    again = run("restore", file, "--ledger", copy)
    assert again.exit_code == 1 and "holds articles already" in again.stderr


def test_an_interrupted_run_is_resumed(run: Run, ledger: Path) -> None:
    first = lines(run("add", samples(), "--json").stdout)[0]
    second = lines(run("add", samples(), "--workers", "2", "--json").stdout)[0]
    assert second == {"added": 0, "unchanged": first["added"], "updated": 0, "problems": 0}


def test_workers_read_the_same(run: Run, ledger: Path, tmp_path: Path) -> None:
    run("add", samples())
    run("add", samples(), "--workers", "2", "--ledger", tmp_path / "two.sqlite")
    assert run("contacts", "--json").stdout == run("contacts", "--json", "--ledger", tmp_path / "two.sqlite").stdout
