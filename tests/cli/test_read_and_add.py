"""`read` and `add`: what they print, what they store, and what bad input does to them: nothing."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from typer.testing import Result

from readout.api import reading_schema, samples

Run = Callable[..., Result]

TEXT = "Ngày 4/2, Tổng thống Mỹ Donald Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(f"date 2026-02-05\n\n{TEXT}\n")
    return path


def one_line(result: Result) -> str:
    """The only line on standard error."""
    (line,) = result.stderr.splitlines()
    assert line.startswith("readout: ")
    return line


def test_every_line_holds_to_the_schema_and_its_words_stand_where_it_says(run: Run) -> None:
    validator = jsonschema.Draft202012Validator(reading_schema())
    lines = run("read", "--json", samples()).stdout.splitlines()
    assert len(lines) >= 24
    for line in lines:
        reading = json.loads(line)
        validator.validate(reading)
        text = reading["article"]["text"]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans(reading))


def spans(record: object) -> list[dict]:
    inner = record.values() if isinstance(record, dict) else record if isinstance(record, list) else []
    here = [record] if isinstance(record, dict) and {"start", "end", "text"} <= record.keys() else []
    return here + [span for part in inner for span in spans(part)]


def test_the_same_input_gives_the_same_bytes(run: Run) -> None:
    assert run("read", "--json", samples()).stdout_bytes == run("read", "--json", samples()).stdout_bytes


def test_a_text_may_come_through_a_pipe(run: Run) -> None:
    reading = json.loads(run("read", "--json", "-", input=f"date 2026-02-05 {TEXT}").stdout)
    assert reading["article"]["published"] == "2026-02-05" and reading["article"]["text"] == TEXT


def test_a_date_may_be_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(TEXT)
    reading = json.loads(run("read", "--json", "--published", "2026-02-05", path).stdout)
    assert (reading["article"]["published"], reading["article"]["published_basis"]) == ("2026-02-05", "given")


def test_a_reading_for_people_names_the_contact(run: Run, good: Path) -> None:
    text = run("read", good).stdout
    assert "Contacts (1)" in text and "Donald Trump (US) · Xi Jinping (CN)" in text and "4 Feb 2026" in text


def test_adding_again_changes_nothing(run: Run, ledger: Path, good: Path) -> None:
    assert run("add", good).stdout == "1 added, 0 unchanged, 0 updated, 0 problems\n"
    assert run("add", good, "--json").stdout == '{"added":0,"unchanged":1,"updated":0,"problems":0}\n'


def test_one_problem_is_one(run: Run, ledger: Path, good: Path, tmp_path: Path) -> None:
    assert run("add", good, tmp_path / "none.txt").stdout == "1 added, 0 unchanged, 0 updated, 1 problem\n"


def test_the_samples_can_be_added(run: Run, ledger: Path) -> None:
    assert run("add", "--samples").exit_code == 0
    assert run("contacts", "--ids").stdout


def test_the_ledger_is_where_the_option_says_then_the_environment(run: Run, ledger: Path, good: Path) -> None:
    elsewhere = ledger.with_name("elsewhere.sqlite")
    run("add", good, "--ledger", elsewhere)
    assert elsewhere.exists() and not ledger.exists()
    run("add", good)
    assert ledger.exists()


def test_without_either_it_is_in_the_users_data_folder(
    run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READOUT_LEDGER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("readout.cli.options.default_place", lambda: str(tmp_path / "share" / "ledger.sqlite"))
    assert run("add", good).exit_code == 0 and (tmp_path / "share" / "ledger.sqlite").exists()


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


BAD = {
    "missing.txt": None,
    "empty.txt": b"",
    "binary.txt": b"\x7fELF\x00\x01\x02",
    "encoding.txt": "Hội đàm ở Hà Nội".encode("utf-16"),
    "line.txt": b"a" * 50_000_000,
    "line.jsonl": b'{"id": "1", "text": "' + b"a" * 50_000_000 + b'"}',
    "broken.jsonl": b'{"id": "1", "text": ',
    "page.html": b"<html></html>",
}


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_code_1_and_the_rest_goes_on(
    run: Run, ledger: Path, good: Path, tmp_path: Path, command: str, name: str
) -> None:
    content = BAD[name]
    path = written(tmp_path, name, content) if content is not None else tmp_path / name
    result = run(command, path, good, "--json")
    assert result.exit_code == 1
    assert name in one_line(result) and len(one_line(result)) < 300
    answer = json.loads(result.stdout)
    assert answer["added"] == 1 if command == "add" else answer["article"]["text"] == TEXT


def test_a_broken_line_does_not_cost_its_neighbours(run: Run, ledger: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": TEXT}).encode() for n in range(3)]
    result = run("add", written(tmp_path, "a.jsonl", b"\n".join([lines[0], b"{broken", lines[1], b"[]", lines[2]])))
    assert result.exit_code == 1 and result.stdout == "3 added, 0 unchanged, 0 updated, 2 problems\n"
    assert [line.split(": ")[1].rsplit(":", 1)[1] for line in result.stderr.splitlines()] == ["2", "4"]


def test_a_question_to_no_ledger_is_an_error_and_makes_none(run: Run, ledger: Path) -> None:
    for command in (["contacts"], ["show", "c-x"], ["timeline", "US-CN"], ["commitments"]):
        result = run(*command)
        assert result.exit_code == 1 and "no ledger at" in one_line(result)
    assert not ledger.exists()


def test_a_ledger_of_another_program_is_left_alone(run: Run, ledger: Path, good: Path) -> None:
    with sqlite3.connect(ledger) as other:
        other.execute("CREATE TABLE article (id INTEGER)")
    before = ledger.read_bytes()
    for command in (["add", good], ["contacts"]):
        result = run(*command)
        assert result.exit_code == 1 and one_line(result)
    assert ledger.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(run: Run, ledger: Path, good: Path) -> None:
    ledger.write_text("Sổ tay của tôi.\n" * 100)
    result = run("add", good)
    assert result.exit_code == 1 and one_line(result)
    assert ledger.read_text() == "Sổ tay của tôi.\n" * 100


@pytest.mark.parametrize("place", ["/proc/nowhere/ledger.sqlite", "folder", "mysql://here/ledger", "://"])
def test_a_place_where_no_ledger_can_be_is_one_line(run: Run, good: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    result = run("add", good, "--ledger", tmp_path / "folder" if place == "folder" else place)
    assert result.exit_code == 1 and one_line(result)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable for root")
def test_a_ledger_that_may_not_be_written_is_one_line(run: Run, ledger: Path, good: Path) -> None:
    run("add", good)
    ledger.chmod(stat.S_IRUSR)
    result = run("add", good)
    assert result.exit_code == 1 and one_line(result)


def test_the_program_starts_fast_and_says_its_version(program: list[str]) -> None:
    started = time.monotonic()
    ran = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("readout 0.") and time.monotonic() - started < 5


def test_the_installed_program_is_the_same(program: list[str]) -> None:
    installed = shutil.which("readout", path=str(Path(program[0]).parent))
    if installed is None:
        pytest.skip("readout is not installed beside this Python")
    ran = subprocess.run([installed, "--help"], capture_output=True, text=True, check=True)
    assert "Commands:" in ran.stdout
