"""The documentation site: it builds, its links lead somewhere, it names everything, its tutorial works as typed."""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

import pytest
import typer
from lxml import html
from typer.main import get_command

from readout.cli.app import app
from readout.publish.plover import EVENTS
from readout.publish.tables import TABLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


def pages(site: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html":
            yield path, html.fromstring(path.read_bytes())


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    anchors = {path: {one.get("id") for one in tree.iter() if one.get("id")} for path, tree in pages(site)}
    broken = []
    for path, tree in pages(site):
        for element, _, link, _ in tree.iterlinks():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or element.get("rel") == "canonical":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.exists() or (parts.fragment and target in anchors and unquote(
                    parts.fragment) not in anchors[target] and not parts.fragment.startswith("__")):  # fmt: skip
                broken.append((path.name, link))
    assert not broken


def test_the_site_needs_no_network(site: Path) -> None:
    outside = {
        link for _, tree in pages(site) for element, name, link, _ in tree.iterlinks()
        if element.tag in ("script", "link", "img", "iframe") and urlsplit(link).netloc and name in ("src", "href")
        and element.get("rel") not in ("canonical",)
    }  # fmt: skip
    assert not outside


def test_every_page_is_reached_from_the_navigation(site: Path) -> None:
    index = html.fromstring((site / "index.html").read_bytes())
    reached = {(site / urlsplit(link).path).resolve() for _, _, link, _ in index.iterlinks() if link.endswith(".html")}
    assert {path for path, _ in pages(site)} <= reached | {site / "index.html"}


def commands(whole: typer.Typer = app) -> Iterator[tuple[str, Any]]:
    """Every command that does something, by its whole name."""
    waiting: list[tuple[str, Any]] = [("readout", get_command(whole))]
    while waiting:
        name, command = waiting.pop()
        inner = getattr(command, "commands", {})
        waiting += [(f"{name} {word}", found) for word, found in inner.items()]
        if not inner:
            yield name, command


def options(command: Any) -> set[str]:
    names = (one for parameter in command.params for one in (*parameter.opts, *parameter.secondary_opts))
    return {one for one in names if one.startswith("--")} - EVERYWHERE


EVERYWHERE = {"--json", "--ledger", "--help", "--version", "--install-completion", "--show-completion"}
"""Told once for all commands."""


def guides() -> list[str]:
    """The paragraphs and table rows that were written by hand."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [block for path in pages for block in re.split(r"\n\s*\n|\n(?=\|)", path.read_text("utf-8"))]


def mentions(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def unmentioned(blocks: list[str], whole: typer.Typer = app) -> set[str]:
    """Commands of which no block speaks, and options that no block about their command names."""
    missing = set()
    for name, command in commands(whole):
        about = [block for block in blocks if mentions(block, name)]
        missing |= {f"{name} {one}" for one in options(command) if not any(mentions(block, one) for block in about)}
        missing |= set() if about else {name}
    return missing


def test_a_guide_written_by_hand_tells_every_command_and_option() -> None:
    """The generated page tells what an option is; a guide tells what it is for."""
    blocks = guides()
    assert not unmentioned(blocks)
    assert not {one for one in EVERYWHERE if not any(mentions(block, one) for block in blocks)}


def with_another(name: str) -> typer.Typer:
    """The program with one more command, of which nobody has written yet."""
    whole = typer.Typer()
    whole.registered_commands = list(app.registered_commands)
    whole.registered_groups = list(app.registered_groups)

    @whole.command(name)
    def another(loudly: Annotated[bool, typer.Option("--loudly", help="Up to the ceiling.")] = False) -> None:
        """Sing what the ledger says."""

    return whole


@pytest.mark.parametrize(("name", "missing"), [("sing", {"readout sing", "readout sing --loudly"}),
                                               ("explain", {"readout explain --loudly"})])  # fmt: skip
def test_a_command_that_the_guides_do_not_tell_is_found(name: str, missing: set[str]) -> None:
    whole = with_another(name)
    assert unmentioned(guides(), whole) == missing


def test_the_page_of_commands_shows_each_with_all_its_options(site: Path) -> None:
    tree = html.fromstring((site / "reference" / "commands.html").read_bytes())
    shown = {}
    for section in tree.iter("h2"):
        box = next(one for one in section.itersiblings() if "highlight" in one.get("class", ""))
        shown[section.findtext("code")] = box.text_content()
    for name, command in commands():
        assert not {one for one in options(command) if not mentions(shown[name], one)}, name


def reference() -> Any:
    """The hook that makes the reference pages."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "hooks" / "reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_made_from_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added to the code today stands in the pages that are built today."""
    monkeypatch.setattr("readout.cli.app.app", with_another("sing"))
    told = "\n".join(reference().commands())
    assert "## `readout sing`" in told and "Up to the ceiling." in told
    table = TABLES["contacts"]
    more = table._replace(columns=(*table.columns, table.columns[0]._replace(name="mood", meaning="How they felt.")))
    monkeypatch.setitem(TABLES, "contacts", more)
    assert "| `mood` | string | How they felt. |" in "\n".join(reference().export_columns())


def test_every_export_column_is_explained(site: Path) -> None:
    tree = html.fromstring((site / "reference" / "export-columns.html").read_bytes())
    told = set()
    for section in tree.iter("h2"):
        table = next(one for one in section.itersiblings() if any(True for _ in one.iter("table")))
        for row in table.iter("tr"):
            cells = row.findall("td")
            if cells:
                told.add((section.get("id"), cells[0].findtext("code"), tidy(cells[-1].text_content())))
    for table in (*TABLES.values(), EVENTS):
        for column in table.columns:
            assert (table.name, column.name, tidy(column.meaning)) in told


def tidy(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def test_every_key_of_the_sources_file_is_explained() -> None:
    from readout.collect.watch_file import WatchedSource, WatchSettings

    guide = (ROOT / "docs" / "how-to" / "add-a-source.md").read_text("utf-8")
    for key in (*WatchedSource.__struct_fields__, *WatchSettings.__struct_fields__):
        assert f"`{key}`" in guide, key


def boxes_of(tree: html.HtmlElement, kind: str) -> list[str]:
    found = tree.xpath(f"//main//div[contains(@class, 'language-{kind}')]//pre/code")
    return [code.text_content() for code in found]


def test_the_tutorial_works_as_typed_from_the_built_site(site: Path, tmp_path: Path) -> None:
    """All boxes in order in one shell; only the installation is the one that the tests run in. It prints what the page
    shows, in that order."""
    tree = html.fromstring((site / "tutorial.html").read_bytes())
    boxes = boxes_of(tree, "console")
    assert len(boxes) >= 8 and "pip install" in boxes[0]
    typed = "\n".join(line for box in boxes for line in box.splitlines() if "venv" not in line)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", typed], cwd=tmp_path, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, env=environment)  # fmt: skip
    assert done.returncode == 0, done.stdout
    printed = iter(" ".join(line.split()) for line in done.stdout.splitlines())
    shown = [line for box in boxes_of(tree, "text") for line in box.splitlines()]
    assert len(shown) > 15
    for line in shown:
        pattern = re.compile(".*".join(re.escape(" ".join(part.split())) for part in line.split("…")))
        assert any(pattern.search(other) for other in printed), f"not printed (in this order): {line}"
    made = {"call.html", "planned.ics", "tables", "tutorial.sqlite"}
    assert made <= {path.name for path in tmp_path.iterdir()}
