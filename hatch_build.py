"""Compiles the reading rules with mypyc while the package is built, as a wheel or for an editable installation.

Without a C compiler, or with READOUT_PURE=1, it is built from its sources alone: it reads the same, only slower.
`python hatch_build.py` does it for a checkout that is installed already, where the sources have changed since.
"""

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from importlib.util import module_from_spec, source_hash, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a program
    BuildHookInterface = object  # type: ignore[misc, assignment]

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "src"
WORK = ROOT / "build" / "compiled"
"""C sources and objects; kept, so that a second build compiles only what has changed."""
COMPILED = (
    "text/layout.py",
    "text/letters.py",
    "text/quotations.py",
    "knowledge/automaton.py",
    "knowledge/lexicon.py",
    "knowledge/people.py",
    "read/*.py",
    "read/*/*.py",
)
NOT_COMPILED = ("__init__.py", "checks.py", "numerals.py")
"""Packages stay packages; the checks of the rules and the values of number words are no hot path."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Adds the compiled modules to what is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compiled = layout()
        if version == "editable":
            keep_bytecode()
        if os.environ.get("READOUT_PURE"):
            return
        if not compiled.is_fresh():
            try:
                compile_into(compiled)
            except (Exception, SystemExit) as error:
                self.app.display_warning(f"readout is built without compiled modules, it will read slower: {error}")
                return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"].append(compiled.FOLDER.relative_to(ROOT).as_posix() + "/*")


def layout() -> ModuleType:
    """`readout.compiled` without the package around it: where compiled modules belong, and whether they are fresh."""
    spec = spec_from_file_location("readout_compiled", SOURCES / "readout" / "compiled.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compile_into(compiled: ModuleType) -> None:
    """Compile the reading rules; raises whatever the compilers raise, and leaves the folder without a digest then."""
    from setuptools import Extension

    WORK.mkdir(parents=True, exist_ok=True)
    probe = WORK / "probe.c"
    probe.write_text("#include <Python.h>\nint PyInit_probe;\n", "ascii")
    _build([Extension("probe", [str(probe)])], WORK)  # is there a compiler? mypyc takes a while before it wants one
    digest = compiled.digest_of_sources()
    shutil.rmtree(compiled.FOLDER, ignore_errors=True)
    compiled.FOLDER.mkdir(parents=True)
    objects = _build(_extensions(), compiled.FOLDER)
    (compiled.FOLDER / compiled.DIGEST).write_text(digest, "ascii")
    keep_words(compiled.FOLDER)
    for outdated in set((WORK / "objects").iterdir()) - objects:
        shutil.rmtree(outdated)


def keep_words(folder: Path) -> None:
    """Keep the words of the data files as the program wants them; without them it starts slower."""
    script = "import sys, pathlib, readout.knowledge.loader as loader; loader.keep_words(pathlib.Path(sys.argv[1]))"
    path = os.pathsep.join([str(SOURCES), *sys.path])  # what pip builds with stands nowhere else
    environment = {**os.environ, "PYTHONPATH": path, "READOUT_PURE": "1"}
    subprocess.run([sys.executable, "-c", script, str(folder)], env=environment, check=False)


def keep_bytecode() -> None:
    """Keep the bytecode of all sources beside them, as pip does for a wheel: where Python may not write it by itself, a
    start would compile some fifty sources each time, a tenth of its time."""
    compileall.compile_dir(SOURCES / "readout", quiet=2)


def _extensions() -> list[Any]:
    """The C sources of all modules, as setuptools knows extensions."""
    from mypyc.build import mypycify

    with chdir(SOURCES):
        options = ["--config-file=", "--ignore-missing-imports", *_modules()]
        found = mypycify(
            options, opt_level="2", debug_level="0", multi_file=True, target_dir=str(WORK), group_name="readout"
        )
    hidden = [] if sys.platform == "win32" else ["-fvisibility=hidden"]  # calls inside the library go straight
    for extension in found:
        extension.extra_compile_args = [one for one in extension.extra_compile_args if one != "-Werror"] + hidden
    return found


def _modules() -> Iterator[str]:
    """The files to compile, relative to the folder of the sources."""
    package = SOURCES / "readout"
    for pattern in COMPILED:
        for path in sorted(package.glob(pattern)):
            if path.name not in NOT_COMPILED:
                yield path.relative_to(SOURCES).as_posix()


def _build(extensions: list[Any], folder: Path) -> set[Path]:
    """Compile and link; the C sources side by side, and only those that are not among the objects of the last build.

    Returns the folders of the objects.
    """
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    headers = b"".join(path.read_bytes() for path in sorted(WORK.glob("*.h")))
    used: set[Path] = set()

    class Build(build_ext):  # type: ignore[misc, unused-ignore]
        def build_extension(self, ext: Any) -> None:
            objects = list(pool.map(lambda source: self.object_of(ext, source), ext.sources))
            target = folder / (ext.name + "." + Path(self.get_ext_filename("x")).name.partition(".")[2])
            self.compiler.link_shared_object(objects, str(target), extra_postargs=ext.extra_link_args)

        def object_of(self, ext: Any, source: str) -> str:
            content = Path(source).read_bytes() + headers + " ".join(ext.extra_compile_args).encode()
            place = WORK / "objects" / source_hash(content).hex()
            used.add(place)
            if not place.is_dir():
                new = place.with_suffix(".new")
                flags = ext.extra_compile_args
                self.compiler.compile([source], str(new), include_dirs=ext.include_dirs, extra_postargs=flags)
                new.rename(place)
            return str(next(place.rglob("*" + self.compiler.obj_extension)))

    command = Build(Distribution({"name": "readout", "ext_modules": extensions}))
    command.build_temp = str(WORK)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        command.ensure_finalized()
        command.run()
    return used


def main() -> int:
    """Compile where that is needed; 1 where this environment has no mypyc for it."""
    compiled = layout()
    keep_bytecode()
    if os.environ.get("READOUT_PURE"):
        return 0
    if compiled.is_fresh():
        keep_words(compiled.FOLDER)
        return 0
    try:
        compile_into(compiled)
    except ImportError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
