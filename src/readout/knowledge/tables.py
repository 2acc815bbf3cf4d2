"""Reading the data files: tab-separated words and concepts, TOML rules."""

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

Row = dict[str, str]
_SLOT = re.compile(r"(?<=\{)[a-z|_=-]+")
"""The classes of a slot in a pattern over tokens."""


class KnowledgeError(ValueError):
    """A data file that cannot be used; the message names the file and the line."""


def data_folder() -> Path:
    """The folder of the data files."""
    return Path(__file__).parent / "data"


def languages() -> list[str]:
    """The languages that have data files of their own."""
    return sorted(one.name for one in data_folder().iterdir() if one.is_dir() and one.name != "shared")


def table(path: str) -> list[Row]:
    """The rows of `path` (relative to the data folder) as dictionaries by column name.

    Raises KnowledgeError where a row has more cells than the header.
    """
    return [row for _, row in numbered_table(path)]


def columns(path: str, *names: str) -> list[tuple[str, ...]]:
    """The cells of the named columns, row by row: what the loader needs of a long table, without a dictionary a row.

    At least two columns.
    """
    lines = _lines(path)
    header = lines[0][1].split("\t")
    cells = itemgetter(*(header.index(name) for name in names))
    missing = [""] * len(header)
    return [cells(line.split("\t") + missing) for _, line in lines[1:]]


def numbered_table(path: str) -> Iterator[tuple[int, Row]]:
    """The rows with their line numbers, for messages."""
    header: list[str] | None = None
    for number, line in _lines(path):
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise KnowledgeError(f"{path}:{number}: {len(cells)} cells, the header has {len(header)}")
        yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def _lines(path: str) -> list[tuple[int, str]]:
    """The lines that are neither empty nor comments, with their numbers; the first is the header."""
    text = data_folder().joinpath(path).read_text(encoding="utf-8")
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]


_documents: dict[str, dict[str, Any]] = {}
"""TOML files that were parsed, by path."""


def document(path: str) -> dict[str, Any]:
    """A TOML file of the data folder, parsed once."""
    known = _documents.get(path)
    if known is None:
        import tomllib

        known = _documents[path] = tomllib.loads(data_folder().joinpath(path).read_text(encoding="utf-8"))
    return known


def take_documents(documents: Mapping[str, dict[str, Any]]) -> None:
    """Take TOML files as parsed that were parsed before, from the same words."""
    _documents.update(documents)


def rules(path: str) -> list[dict[str, Any]]:
    """The `[[rule]]` tables of a TOML file; what its `[classes]` table names is written out in their patterns."""
    found = document(path).get("rule", [])
    if not isinstance(found, list):
        raise KnowledgeError(f"{path}: `rule` must be an array of tables")
    classes: dict[str, list[str]] = document(path).get("classes", {})
    return [{**rule, "pattern": _written_out(rule["pattern"], classes)} for rule in found] if classes else found


def _written_out(pattern: str, classes: Mapping[str, list[str]]) -> str:
    """The pattern with `{name}` as `{one|another}` where the name stands for these classes."""
    return _SLOT.sub(lambda slot: "|".join(_members(slot[0], classes)), pattern)


def _members(slot: str, classes: Mapping[str, list[str]]) -> Iterator[str]:
    for name in slot.split("|"):
        yield from classes.get(name, [name])


def token_rule_files(language: str) -> list[str]:
    """The rule files whose patterns are written over tokens (`over = "tokens"`)."""
    return [path for path in rule_files(language) if document(path).get("over") == "tokens"]


def rule_files(language: str) -> list[str]:
    """The rule files of a language, relative to the data folder, in order."""
    folder = data_folder().joinpath(language, "rules")
    return sorted(f"{language}/rules/{entry.name}" for entry in folder.iterdir() if entry.name.endswith(".toml"))
