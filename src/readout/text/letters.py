"""Character classes for patterns: the capital and small letters of the Latin script, with every Vietnamese one.

Ranges such as `à-ỹ` mix capitals and small letters, so the classes are spelled out.
"""

from typing import Final

from mypy_extensions import i64

_LATIN: Final = [chr(code) for block in (range(0x41, 0x250), range(0x1E00, 0x1F00)) for code in block]
UPPER: Final = "".join(char for char in _LATIN if char.isupper())
LOWER: Final = "".join(char for char in _LATIN if char.islower())

SPACE: Final = 0
MARK: Final = 1
SMALL: Final = 2
CAPITAL: Final = 3
_TABLE_SIZE: Final = 0x2100


def _kind(char: str) -> int:
    if char.isspace():
        return SPACE
    if char.isupper() and char in UPPER:
        return CAPITAL
    return SMALL if char.isalnum() or char == "_" else MARK


_KINDS: Final = bytes(_kind(chr(code)) for code in range(_TABLE_SIZE))


def kind_at(text: str, at: i64) -> i64:
    """What stands at an offset: SPACE, MARK, CAPITAL of the Latin script, or SMALL, which is every other character of a
    word (also digits and other scripts)."""
    code = ord(text[at])
    return _KINDS[code] if code < _TABLE_SIZE else _kind(text[at])
