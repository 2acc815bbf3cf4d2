"""Wrong usage as one line on standard error: which command, which option, what is wrong with it."""

import re
from typing import Any

import typer

UsageError: Any = typer.BadParameter.__base__
"""What typer raises for wrong usage; it has no public name for it."""
_VALUE = re.compile(r"Invalid value(?: for '?([^':/]+)'?(?: / '[^']*')*(?: \(env var: '[^']*'\))?)?: ")
# What typer's own checks say, in the words of click and of pydantic, and what people are told.
_PLAINER: list[tuple[re.Pattern[str], Any]] = [
    (re.compile(r"Value error, "), ""),
    (re.compile(r"\S+ is not in the range x>=(\d+)$"), r"must be \1 or more"),
    (re.compile(r"\S+ is not in the range (\d+)<=x<=(\d+)$"), r"must be from \1 to \2"),
    (re.compile(r"Input should be greater than or equal to (\d+)"), r"must be \1 or more"),
    (re.compile(r"Input should be less than or equal to (\d+)"), r"must be \1 or less"),
    (re.compile(r"\S+ is not a valid int(?:eger)?$|Input should be a valid integer.*"), "must be a whole number"),
    (re.compile(r"(?<=is not one of )(.+)"), lambda found: found[1].replace("'", "")),
    (re.compile(r"^(No|Missing)\b"), lambda found: found[1].lower()),
]  # fmt: skip


def is_help(error: Any) -> bool:
    """Whether nothing was typed behind the command, which shows its help."""
    return type(error).__name__ == "NoArgsIsHelpError"


def usage_line(error: Any, command: str) -> str:
    """`readout contacts: --since: 'soon' is not a date; … (see readout contacts --help)`.

    `command` is told where the error does not know its own.
    """
    path = " ".join(["readout", *(error.ctx.command_path if error.ctx else command).split()[1:]])
    words = _VALUE.sub(lambda found: f"{found[1]}: " if found[1] else "", " ".join(error.format_message().split()))
    words = words.rstrip(".")
    for machine, plain in _PLAINER:
        words = machine.sub(plain, words)
    return f"{path}: {words} (see {path} --help)"
