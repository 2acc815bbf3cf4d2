"""The compiled reading rules: they read what the sources read, and never stand for other sources than their own."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from readout import compiled

ROOT = Path(__file__).resolve().parents[1]
needs_compiled = pytest.mark.skipif(
    compiled.told() != "compiled",
    reason="the reading rules are not compiled, or from other sources: make compiles them",
)

READ_SAMPLES = """
from msgspec import json
from readout import compiled
from readout.api import read_files, samples
found = list(read_files([samples()]))
print(compiled.in_use(), len(found))
print(json.encode(found).decode())
"""


def told_by(script: str, folder: Path = compiled.PACKAGE.parent, pure: str = "") -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder), "READOUT_PURE": pure}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return ran.stdout


def builder() -> Any:
    """The module `hatch_build`, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.skipif(importlib.util.find_spec("mypyc") is None, reason="mypyc is not installed")
def test_the_compiler_takes_the_sources(tmp_path: Path) -> None:
    """It knows less than Python; what it refuses would leave every installation in plain Python, half as fast."""
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import hatch_build
from pathlib import Path
hatch_build.WORK = Path({str(tmp_path)!r})
print(len(hatch_build._extensions()) > 10)
"""
    assert told_by(script).splitlines()[-1] == "True"


@needs_compiled
def test_compiled_and_plain_rules_read_the_same() -> None:
    used, fast = told_by(READ_SAMPLES).split("\n", 1)
    unused, plain = told_by(READ_SAMPLES, pure="1").split("\n", 1)
    assert used.startswith("True ") and used.replace("True", "False") == unused
    assert fast == plain


@needs_compiled
def test_an_edited_source_counts_at_once(tmp_path: Path) -> None:
    shutil.copytree(compiled.PACKAGE, tmp_path / "readout", ignore=shutil.ignore_patterns("__pycache__"))
    ask = "from readout import compiled; print(compiled.told(), compiled.in_use())"
    assert told_by(ask, tmp_path) == "compiled True\n"
    with (tmp_path / "readout" / "read" / "tokens.py").open("a", encoding="utf-8") as source:
        source.write("\n# edited\n")
    assert told_by(ask, tmp_path) == "plain Python False\n"


def test_data_and_programs_of_other_floors_do_not_touch_them(tmp_path: Path) -> None:
    shutil.copytree(compiled.PACKAGE, tmp_path / "readout", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("cli/app.py", "knowledge/data/vi/words.tsv"):
        with (tmp_path / "readout" / name).open("a", encoding="utf-8") as source:
            source.write("\n# edited\n")
    assert compiled.digest_of_sources(tmp_path / "readout") == compiled.digest_of_sources()


def test_constants_are_known_to_the_compiler() -> None:
    """One that is not `Final` is looked up in its module at every use: a twentieth of a reading went into that."""
    missing = [
        f"{path}:{node.lineno} {target.id}"
        for path in builder()._modules()
        for node in ast.parse((ROOT / "src" / path).read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper()
    ]
    assert not missing


def test_words_are_kept_with_what_the_installer_builds_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip puts what a build needs on the path of its own process alone."""
    hatch_build = builder()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "overlay")])
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda *_, env, **__: asked.append(env["PYTHONPATH"].split(os.pathsep)))
    hatch_build.keep_words(tmp_path)
    assert asked[0][0] == str(ROOT / "src") and str(tmp_path / "overlay") in asked[0]


@pytest.mark.parametrize(("version", "kept"), [("editable", True), ("standard", False)])
def test_an_editable_installation_keeps_bytecode(
    version: str, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip makes it for a wheel by itself; a program that may not write would compile its sources at every start."""
    hatch_build = builder()
    source = tmp_path / "readout" / "cli.py"
    source.parent.mkdir()
    source.write_text("told = 1\n")
    monkeypatch.setattr(hatch_build, "SOURCES", tmp_path)
    monkeypatch.setattr(hatch_build, "layout", lambda: compiled)
    monkeypatch.setenv("READOUT_PURE", "1")
    hook = object.__new__(hatch_build.CustomBuildHook)
    hook.initialize(version, {})
    assert Path(importlib.util.cache_from_source(str(source))).exists() == kept
