"""`readout export`: places, filters, wrong usage, and nothing half written."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from readout.cli.app import app
from readout.publish.tables import TABLES
from readout.publish.writing import FORMATS


@pytest.fixture(autouse=True)
def here(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_LEDGER", str(place))


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, ["export", *(str(one) for one in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    "arguments",
    [
        ["csv"], ["parquet"], ["parquet", "--table", "contacts"], ["plover", "--table", "contacts"], ["html"],
        ["fax"], ["csv", "--table", "people", "-o", "x"], ["ics", "--json"], ["ics", "--pair", "US"],
    ],
)  # fmt: skip
def test_wrong_usage_is_code_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and not result.stdout


def test_one_table_to_standard_output() -> None:
    result = run("csv", "--table", "contacts", "--pair", "US-CN", "--limit", "2")
    header, *rows = result.stdout.splitlines()
    assert header.startswith("contact,mode,status") and len(rows) == 2


def test_what_was_written_can_be_told_as_json(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run("csv", "-o", tmp_path / "out", "--json").stdout.splitlines()]
    assert {Path(one["path"]).name for one in lines} == {f"{name}.csv" for name in TABLES} | {
        "columns.csv", "datapackage.json"}  # fmt: skip
    assert all(one["bytes"] == Path(one["path"]).stat().st_size for one in lines)


@pytest.mark.parametrize("format", FORMATS)
def test_an_unknown_contact_is_one_line_and_nothing_is_written(tmp_path: Path, format: str) -> None:
    several = ["--table", "contacts"] if format in ("csv", "parquet") else []
    output = ["-o", tmp_path / "out"]
    for place in ([], output) if format != "parquet" else (output,):
        result = run(format, *several, *place, "--contact", "c-nothing")
        assert result.exit_code == 1 and result.stderr.startswith("readout: ") and not result.stdout
        assert len(result.stderr.splitlines()) == 1 and not list(tmp_path.iterdir())


@pytest.mark.parametrize("format", FORMATS)
def test_a_place_that_cannot_be_written_is_one_line(format: str) -> None:
    result = run(format, "--pair", "US-CN", "-o", "/proc/nowhere/a")
    assert result.exit_code == 1 and not result.stdout
    assert re.fullmatch(r"readout: /proc/nowhere(/a)?: [A-Z][\w ]+\n", result.stderr)


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f"{sys.executable} -m readout export jsonld | head -c 100"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("asked", ["export jsonld", "export csv --table contacts", "contacts", "contacts --json"])
def test_a_full_disk_behind_standard_output_is_one_line(asked: str) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "readout", *asked.split()]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "readout: standard output: No space left on device\n")
