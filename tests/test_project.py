"""Promises of the project about itself: what the documents name, what may import what, how long a file may be."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from readout.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "readout"
DOCUMENTS = "\n".join(path.read_text("utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").glob("**/*.md")])


def commands() -> Iterator[tuple[str, object]]:
    waiting = [("readout", get_command(app))]
    while waiting:
        name, command = waiting.pop()
        inner = getattr(command, "commands", {})
        waiting += [(f"{name} {word}", found) for word, found in inner.items()]
        if not inner:
            yield name, command


def options() -> Iterator[str]:
    for _, command in [("readout", get_command(app)), *commands()]:
        for parameter in command.params:  # type: ignore[attr-defined]
            yield from (name for name in (*parameter.opts, *parameter.secondary_opts) if name.startswith("--"))


@pytest.mark.parametrize("name", sorted(name for name, _ in commands()))
def test_every_command_is_documented(name: str) -> None:
    assert f"`{name}" in DOCUMENTS


@pytest.mark.parametrize("option", sorted(set(options())))
def test_every_option_is_documented(option: str) -> None:
    assert re.search(rf"{option}(?![\w-])", DOCUMENTS), f"{option} stands neither in README.md nor in docs/"


def test_every_command_speaks_json_or_says_why_not() -> None:
    without = {name for name, command in commands() if not any("--json" in p.opts for p in command.params)}
    assert without == {"readout schema", "readout serve"}  # JSON already; answers in the browser


def test_the_floors_hold() -> None:
    ran = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_no_source_file_is_longer_than_four_hundred_lines() -> None:
    long = {str(path): lines for path in SOURCE.rglob("*.py") if (lines := path.read_text("utf-8").count("\n")) > 400}
    assert not long


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("from readout.api import read", ["sqlalchemy", "alembic", "trafilatura", "typer", "rich"]),
        ("import readout.cli.app", ["sqlalchemy", "alembic", "trafilatura", "babel", "readout.read", "readout.ledger"]),
        ("import readout", ["msgspec", "readout.api"]),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(statement: str, unwanted: list[str]) -> None:
    script = f"{statement}\nimport sys\nprint([name for name in {unwanted!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("arguments", [["read", "--json", "-"], ["--version"]])
def test_a_start_loads_neither_other_commands_nor_what_reads_pages(arguments: list[str]) -> None:
    unwanted = ["pydantic", "rich", "lxml", "feedparser", "fastwarc", "sqlalchemy", "readout.cli.export"]
    script = f"""if True:
        import sys
        from readout.cli import main
        sys.argv[1:] = {arguments!r}
        try:
            main()
        finally:
            print([name for name in {unwanted!r} if name in sys.modules])
    """
    told = "Ngày 4/2, ông Putin điện đàm với ông Tập Cận Bình."
    ran = subprocess.run([sys.executable, "-c", script], input=told, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (0, "[]"), ran.stderr
