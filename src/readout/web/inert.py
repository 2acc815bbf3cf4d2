"""Characters that would act instead of showing: control characters and bidirectional overrides become visible signs."""

import re

from markupsafe import Markup

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def inert(value: object) -> object:
    """The text as it may be shown; what is markup of ours already, and what is no text, stays as it is."""
    if not isinstance(value, str) or value.isprintable() or isinstance(value, Markup):
        return value
    return _ACTING.sub(_sign, value)


def _sign(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return f"[U+{code:04X}]"


def web_address(value: str | None) -> bool:
    """Whether a link of an article leads to the web: `javascript:` and `data:` are not shown as links."""
    return value is not None and re.match(r"https?://[^\s\"'<>]+\Z", value, re.IGNORECASE) is not None
