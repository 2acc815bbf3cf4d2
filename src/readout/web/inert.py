"""Characters that would act instead of showing: control characters and bidirectional overrides become visible signs."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")

_SHORT = 80
"""Characters of a text that may be shown again soon."""


def inert(value: object) -> object:
    """The text as it may be shown; what is markup of ours already, and what is no text, stays as it is."""
    if not isinstance(value, str) or value.isprintable() or isinstance(value, Markup):
        return value
    return _ACTING.sub(_sign, value)


def shown(value: object) -> str:
    """What stands in the page for a value of a template: inert and escaped, unless it is markup of ours.

    A page shows hundreds of short texts, most of them the names and words of the page before.
    """
    if type(value) is str:
        return _short(value) if len(value) < _SHORT else str(escape(inert(value)))
    if type(value) is Markup:
        return value
    if type(value) is int:
        return str(value)
    return str(escape(inert(value)))


@lru_cache(maxsize=8192)
def _short(text: str) -> str:
    return str(escape(inert(text)))


def _sign(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return f"[U+{code:04X}]"


def web_address(value: str | None) -> bool:
    """Whether a link of an article leads to the web: `javascript:` and `data:` are not shown as links."""
    return value is not None and re.match(r"https?://[^\s\"'<>]+\Z", value, re.IGNORECASE) is not None
