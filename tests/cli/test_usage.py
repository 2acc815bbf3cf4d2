"""Wrong usage: one line on standard error that names the command and the option, exit code 2, nothing else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from readout.link.editing import FIELDS

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("read", "readout read: name at least one file, or - for standard input"),
        ("add", "readout add: name at least one file, folder or address, - for standard input, or --samples"),
        ("read --published yesterday a.txt", "readout read: --published: 'yesterday' is not an ISO 8601 date;"),
        ("contacts --pair US", "readout contacts: --pair: 'US' is not a pair of countries;"),
        ("contacts --pair US-US", "readout contacts: --pair: 'US-US' names one side twice;"),
        ("contacts --mode fax", "readout contacts: --mode: 'fax' is not one of phone-call, video-call, meeting,"),
        ("contacts --since soon", "readout contacts: --since: 'soon' is not a date;"),
        ("contacts --until 2026-02-30", "readout contacts: --until: '2026-02-30' is not a day of the calendar"),
        ("contacts --since 2026-02 --until 2026-01", "readout contacts: --until: '2026-01': the period ends on"),
        ("export ics --until 2025 --since 2026", "readout export: --since: '2026': the period ends on 2025-12-31,"),
        ("export ics --contact c-1 --pair US-CN", "readout export: --contact: is one contact already; leave the other"),
        ("search ?", "readout search: name at least one word to search for"),
        ("contacts --ledger=", "readout contacts: --ledger: must name a file or a database URL"),
        ("search x --since soon", "readout search: --since: 'soon' is not a date;"),
        ("export ics --until soon", "readout export: --until: 'soon' is not a date;"),
        ("compare c-x --as-of soon", "readout compare: --as-of: 'soon' is not a date;"),
        ("contacts --topic sport", "readout contacts: --topic: 'sport' is no topic; there are trade, tariffs,"),
        ("search x --topic sport", "readout search: --topic: 'sport' is no topic;"),
        ("search x --country ZZ", "readout search: --country: 'ZZ' is not a country code"),
        ("commitments --committer ZZ", "readout commitments: --committer: 'ZZ' is not a country code"),
        ("timeline ZZ-US", "readout timeline: PAIR: 'ZZ' is not a country code"),
        ("contacts --limit 0", "readout contacts: --limit: must be 1 or more"),
        ("add --workers 99 x", "readout add: --workers: must be "),
        ("undo x --why y", "readout undo: NUMBER: must be a whole number"),
        ("compare", "readout compare: missing argument 'ID'"),
        ("merge c-1 c-2", "readout merge: missing option '--why'"),
        ("commitments --stage dreamt", "readout commitments: --stage: 'dreamt' is not one of considered, expected,"),
        ("export csv", "readout export: --output: csv is written to a folder; name it"),
        ("export parquet --table contacts", "readout export: --output: parquet is written to a file; name it"),
        ("export ics --json", "readout export: --output: --json tells what was written; name it"),
        ("export html", "readout export: html is a report of one contact or one pair: give --contact ID or --pair"),
        ("export fax", "readout export: FORMAT: 'fax' is not one of csv, parquet, plover, jsonld, ics, atom, html"),
        ("watch", "readout watch: name the file of sources; --starter prints one"),
        ("sing", "readout: no such command 'sing'"),
        ("--loudly", "readout: no such option: --loudly"),
        ("read --loudly a.txt", "readout read: no such option: --loudly"),
        ("knowledge prove", "readout knowledge: no such command 'prove'"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(run: Run, ledger: Path, arguments: str, told: str) -> None:
    result = run(*arguments.split())
    (line,) = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (2, "") and line.startswith(told)
    command = line.split(":", 1)[0]
    assert line.endswith(f" (see {command} --help)")
    assert "pydantic" not in line and "Input should" not in line and "Value error" not in line


@pytest.mark.parametrize("arguments", [[], ["knowledge"]])
def test_a_command_alone_shows_its_help(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and "Commands:" in result.stdout + result.stderr


def test_the_help_of_correct_names_every_field(run: Run) -> None:
    words = re.findall(r"[\w.]+", run("correct", "--help").stdout)
    missing = {field for fields in FIELDS.values() for field in fields} - {word.rstrip(".") for word in words}
    assert not missing


def test_a_value_that_a_field_cannot_have_is_told_in_words(run: Run, filled: Path) -> None:
    call = run("contacts", "--ids").stdout.strip()
    result = run("correct", call, "mode", "telepathy", "--why", "x", "--by", "An")
    assert (result.exit_code, result.stderr) == (1, "readout: mode cannot be 'telepathy'\n")


def test_the_help_of_export_says_what_needs_a_place(run: Run) -> None:
    told = " ".join(run("export", "--help").stdout.split())
    assert "csv and parquet are tables in a folder and need --output" in told
    assert "html a report and needs --contact or --pair" in told
