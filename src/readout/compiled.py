"""The reading rules as compiled modules, where there are any that were made from exactly these sources.

`hatch_build.py` compiles them into `_compiled/<interpreter>` beside this file. They stand apart from the sources and
are taken all together or not at all: a finder puts them in the place of the sources only while the digest of the
sources is still the one that they were made from. So an edited source always counts, in a checkout as in an
installation. `READOUT_PURE=1` leaves them aside.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import source_hash, spec_from_file_location
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parent
SUFFIX = EXTENSION_SUFFIXES[0]
"""Ends the name of a compiled module, and names interpreter and machine: `.cpython-311-x86_64-linux-gnu.so`."""
FOLDER = PACKAGE / "_compiled" / SUFFIX[1:].rpartition(".")[0]
DIGEST = "sources"
LIBRARY = "readout__mypyc"
"""The module that holds the machine code of all others."""
FLOORS = ("model", "text", "knowledge", "read")
"""The packages whose sources the compiled modules are made from, or depend on."""


def digest_of_sources(package: Path = PACKAGE) -> str:
    """A digest of the sources of the reading rules, names and contents."""
    sources = sorted(path for floor in FLOORS for path in _sources_in(os.fspath(package / floor)))
    cut = len(os.fspath(package)) + 1
    return source_hash(b"".join([os.fsencode(path[cut:]) + _content(path) for path in sources])).hex()


def _sources_in(folder: str) -> Iterator[str]:
    """The paths of the sources in a folder; as every start asks for them, none becomes a `Path`."""
    for entry in os.scandir(folder):
        if entry.name.endswith(".py"):
            yield entry.path
        elif entry.is_dir():
            yield from _sources_in(entry.path)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def is_fresh() -> bool:
    """There are compiled modules for this interpreter, made from these sources."""
    try:
        return (FOLDER / DIGEST).read_text("ascii") == digest_of_sources()
    except OSError:
        return False


_COMPILED = (LIBRARY, *(f"readout.{floor}." for floor in FLOORS))


class _Finder:
    """Finds the compiled modules; asks whether they are fresh when the first of them is wanted."""

    def __init__(self) -> None:
        self._files: dict[str, Path] | None = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(_COMPILED):
            return None
        if self._files is None:
            found = FOLDER.glob("*" + SUFFIX) if is_fresh() else ()
            self._files = {file.name.removesuffix(SUFFIX): file for file in found}
        file = self._files.get(fullname)
        return spec_from_file_location(fullname, file) if file is not None else None


def use() -> None:
    """Let the compiled modules be found from now on, unless the environment asks for the sources."""
    if _wanted() and FOLDER.is_dir():
        sys.meta_path.insert(0, _Finder())


def told() -> str:
    """How the reading rules run in this installation, in words."""
    return "compiled" if _wanted() and is_fresh() else "plain Python"


def _wanted() -> bool:
    return not os.environ.get("READOUT_PURE")


def in_use() -> bool:
    """This process runs the compiled rules; loads them."""
    from readout.read import reading

    return (reading.__file__ or "").endswith(SUFFIX)
