"""How a command speaks: JSON lines, or a page of text, coloured and wrapped on a terminal, plain in a pipe."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""A piece of a line: its words, or its words and a rich style."""
Cell = str | list[Part]

# Characters of an article that could steer a terminal: controls and the marks that turn the writing direction.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile("[ ]*[\t-\r\x1c-\x1f\x85\u2028\u2029]+[ ]*")
PIPE_WIDTH = 110
LEAST_COLUMNS_WIDTH = 72
UNBROKEN = 18
"""Columns up to this width are not wrapped where there is room: a date, an id, a bar."""
WRAPPED = 14
"""Width that a column of longer words needs to be readable."""


def print_json(records: Iterable[Any]) -> None:
    """Write one JSON object per line, UTF-8, in the order given."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    sys.stdout.flush()
    for record in records:
        sys.stdout.buffer.write(encode(record) + b"\n")
    sys.stdout.buffer.flush()


def inert(words: str) -> str:
    """Return the words on one line, without anything that a terminal would obey."""
    return _STEERING.sub("\ufffd", _SPACE.sub(" ", words))


def clipped(words: str, length: int) -> str:
    """Return at most `length` characters of the words, cut at a space, with an ellipsis where something is missing."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


class Page:
    """Standard output as a page. `columns` draws side by side even in a pipe, `COLUMNS` (else 110) characters wide."""

    def __init__(self, columns: bool | None = None) -> None:
        self.terminal = sys.stdout.isatty()
        self.side_by_side = (
            (self.terminal and self.console.width >= LEAST_COLUMNS_WIDTH) if columns is None else columns
        )

    @property
    def wide(self) -> bool:
        """Is there room for what is only nice to have?"""
        return not self.terminal or self.console.width >= 120

    @cached_property
    def console(self) -> "Console":
        from rich.console import Console

        width = None if self.terminal else int(os.environ.get("COLUMNS") or PIPE_WIDTH)
        return Console(width=width, highlight=False, markup=False, emoji=False)

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Print one line; on a terminal it is wrapped and its further lines keep the indent."""
        if not self.terminal or not parts:
            print((" " * indent + _plain(parts)).rstrip())
            return
        from rich.padding import Padding

        self.console.print(Padding(styled(parts), (0, 0, 0, indent), expand=False))

    def heading(self, words: str) -> None:
        """Print the title of a part, after an empty line."""
        print()
        self.line((words, "bold"))

    def rows(self, rows: Sequence[Sequence[Cell]], header: Sequence[str] = (), indent: int = 0) -> None:
        """Print cells in aligned columns: wrapped to the terminal's width there, one line per row in a pipe.

        Rows are of equal length; a column in which no row holds anything is left out.
        """
        held = [n for n in range(max(map(len, rows), default=0)) if any(_plain(parts_of(row[n])) for row in rows)]
        kept = [[row[n] for n in held] for row in rows]
        names = [header[n] for n in held] if header else []
        if self.terminal:
            self._table(kept, names, indent)
        else:
            self._aligned([names, *kept] if names else kept, indent)

    def _table(self, rows: Sequence[Sequence[Cell]], header: Sequence[str], indent: int) -> None:
        from rich import box
        from rich.padding import Padding
        from rich.table import Table

        table = Table(
            box=box.SIMPLE_HEAD if header else None, show_header=bool(header), show_edge=False, padding=(0, 1, 0, 0)
        )
        widths = [max(map(_width, column)) for column in zip(*rows, *([header] if header else []), strict=True)]
        room = self.console.width - indent - 2 * len(widths)
        fits = sum(width if width <= UNBROKEN else WRAPPED for width in widths) <= room
        for number, width in enumerate(widths):
            name = header[number] if header else ""
            table.add_column(name, header_style="dim", overflow="fold", no_wrap=fits and width <= UNBROKEN)
        for row in rows:
            table.add_row(*(styled(parts_of(cell)) for cell in row))
        self.console.print(Padding(table, (0, 0, 0, indent), expand=False))

    def _aligned(self, rows: Sequence[Sequence[Cell]], indent: int) -> None:
        widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            blanks = (" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
            padded = (_plain(parts_of(cell)) + blank for cell, blank in zip(row, blanks, strict=True))
            print((" " * indent + "  ".join(padded)).rstrip())


def parts_of(cell: Cell) -> list[Part]:
    """A cell as its pieces."""
    return [cell] if isinstance(cell, str) else cell


def styled(parts: Iterable[Part]) -> "Text":
    """The pieces as one rich text, inert."""
    from rich.text import Text

    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(inert(words), style)
    return text


def _width(cell: Cell) -> int:
    """Columns of the screen that the cell takes on one line; a Chinese character takes two."""
    from rich.cells import cell_len

    return cell_len(_plain(parts_of(cell)))


def _plain(parts: Iterable[Part]) -> str:
    return "".join(inert(part if isinstance(part, str) else part[0]) for part in parts)
