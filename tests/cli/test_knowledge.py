"""`knowledge check`: silent data is sound data, and every problem is a line."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_the_bundled_knowledge_has_no_problems(run: Run) -> None:
    result = run("knowledge", "check")
    assert (result.exit_code, result.stdout) == (0, "knowledge: no problems\n")


def test_every_problem_is_a_line_and_fails_the_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.api.checking.check_knowledge", lambda: ["vi/people.tsv:3: unknown person", "two"])
    result = run("knowledge", "check")
    assert (result.exit_code, result.stdout) == (1, "vi/people.tsv:3: unknown person\ntwo\n")
    assert [json.loads(line) for line in run("knowledge", "check", "--json").stdout.splitlines()] == [
        {"problem": "vi/people.tsv:3: unknown person"},
        {"problem": "two"},
    ]
