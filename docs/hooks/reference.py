"""Makes the reference pages from the code while the site is built, so that they cannot tell something else."""

import ast
import inspect
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from mkdocs.structure.files import File


def on_files(files: Any, config: Any) -> Any:
    """Add the generated pages to the site."""
    for name, make in PAGES.items():
        files.append(File.generated(config, f"reference/{name}.md", content="\n".join(make()) + "\n"))
    return files


def _cell(words: object) -> str:
    return " ".join(str(words).split()).replace("|", "\\|").replace("<", "&lt;")


def _table(header: tuple[str, ...], rows: list[tuple[object, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    yield from ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)
    yield ""


def commands() -> Iterator[str]:
    """What every command says of itself when asked for help."""
    from typer.main import get_command

    from readout.cli.app import app

    yield "# Commands\n\nEverywhere: `--json` prints one JSON object per line. Exit code 0: done; 1: something failed,"
    yield "said in one line each; 2: wrong usage, said in one line. `--ledger` may stand before or behind the"
    yield "command.\n"
    waiting: list[tuple[tuple[str, ...], Any]] = [((), get_command(app))]
    while waiting:
        words, command = waiting.pop(0)
        inner = getattr(command, "commands", {})
        waiting += [((*words, word), found) for word, found in inner.items()]
        if not inner or not words:
            yield f"## `{' '.join(('readout', *words))}`\n\n```text\n{_help(words)}\n```\n"


def _help(words: tuple[str, ...]) -> str:
    from typer.testing import CliRunner

    from readout.cli.app import app

    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"})
    shown = runner.invoke(app, [*words, "--help"], prog_name="readout")
    return shown.stdout.strip()


def api() -> Iterator[str]:
    """The public names of `readout.api` with signatures and docstrings."""
    import readout.api

    yield "# Python\n\n```python\nfrom readout.api import open_ledger, read, read_files\n```\n"
    for name in readout.api.__all__:
        thing = getattr(readout.api, name)
        yield f"## `{name}`\n"
        record = inspect.isclass(thing) and issubclass(thing, msgspec.Struct | Exception)
        if inspect.isclass(thing) and not record:
            yield f"{inspect.getdoc(thing)}\n"
            for member, function in inspect.getmembers(thing, inspect.isfunction):
                if not member.startswith("_"):
                    yield f"### `{member}{inspect.signature(function)}`\n\n{inspect.getdoc(function)}\n"
        elif inspect.isclass(thing):
            yield f"{inspect.getdoc(thing)}\n"
            yield from _fields(thing) if issubclass(thing, msgspec.Struct) else ()
        else:
            yield f"```python\n{name}{inspect.signature(thing)}\n```\n\n{inspect.getdoc(thing)}\n"


def contract() -> Iterator[str]:
    """Every record of a reading and of the ledger's answers, field by field."""
    from readout.model import answers, records, vocabulary

    yield "# The reading and the answers\n\nFields may be added, never renamed. Offsets count Unicode code points in"
    yield "the article's stored text. `readout schema` prints the JSON Schema of a reading.\n"
    for title, module in (("A reading", records), ("The ledger's answers", answers)):
        yield f"## {title}\n"
        for name, record in vars(module).items():
            ours = inspect.isclass(record) and record.__module__ == module.__name__
            if ours and issubclass(record, msgspec.Struct):
                yield f"### {name}\n\n{inspect.getdoc(record)}\n"
                yield from _fields(record)
    yield "## Word lists\n"
    yield from _table(("List", "Words"), [
        (name, ", ".join(f"`{word}`" for word in value.__args__))
        for name, value in vars(vocabulary).items() if hasattr(value, "__args__")
    ])  # fmt: skip


def _fields(record: type[Any]) -> Iterator[str]:
    told = _field_docs(record)
    rows = [
        (f"`{field.name}`", f"`{_type(field.type)}`", told.get(field.name, ""))
        for field in msgspec.structs.fields(record)
    ]
    if rows:
        yield from _table(("Field", "Type", "Meaning"), rows)


def _type(kind: Any) -> str:
    text = kind.__name__ if inspect.isclass(kind) else str(kind)
    for part in ("typing.", "readout.model.records.", "readout.model.answers."):
        text = text.replace(part, "")
    return "one of a word list" if "Literal[" in text else text.replace("NoneType", "None")


def _field_docs(record: type[Any]) -> dict[str, str]:
    """The string that stands after a field."""
    tree = ast.parse(inspect.getsource(record)).body[0]
    told: dict[str, str] = {}
    body = getattr(tree, "body", [])
    for field, after in pairwise(body):
        said = after.value if isinstance(after, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(said, ast.Constant):
            told[str(getattr(field.target, "id", ""))] = str(said.value)
    return told


def knowledge() -> Iterator[str]:
    """What the README of the knowledge files says, and how many rows each file has."""
    folder = Path(str(files("readout"))) / "knowledge" / "data"
    yield (folder / "README.md").read_text("utf-8")
    yield "\n## How much is in them\n"
    rows = []
    for path in sorted([*folder.rglob("*.tsv"), *folder.rglob("*.toml")]):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
        number = len(lines) - 1 if path.suffix == ".tsv" else sum("id " in line or "id=" in line for line in lines)
        rows.append((f"`{path.relative_to(folder)}`", number))
    yield from _table(("File", "Rows or patterns"), rows)


def export_columns() -> Iterator[str]:
    """The data dictionary of `readout export`."""
    from readout.publish.plover import EVENTS
    from readout.publish.tables import TABLES

    yield "# Export columns\n\nThe tables of `readout export csv` and `readout export parquet`, and the event data of"
    yield "`readout export plover`. Where a cell holds several values they are separated by `; `; an empty cell is not"
    yield "known. `columns.csv` and `datapackage.json` carry the same beside the tables.\n"
    for table in (*TABLES.values(), EVENTS):
        yield f"## {table.name}\n\n{table.meaning}\n"
        yield from _table(("Column", "Type", "Meaning"), [(f"`{c.name}`", c.type, c.meaning) for c in table.columns])


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "api": api,
    "contract": contract,
    "knowledge": knowledge,
    "export-columns": export_columns,
}
