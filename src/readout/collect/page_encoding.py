"""The characters of a page. What is UTF-8 is UTF-8, whatever the page calls it; what cannot be told is refused.

A page declares its encoding in a `meta` element or in its Content-Type, and papers get it wrong. Nearly every byte is
possible in an encoding of one byte per letter, so that a declaration of one proves nothing: first come UTF-8, also with
a few broken characters, and windows-1258, in which Vietnamese pages were written before UTF-8, if it makes Vietnamese.
Then a declaration is believed where all bytes are possible in it, else where all but a few are.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from readout.collect.language import language_of

_UTF8 = "utf-8-sig"
_HEAD = 4096
"""Bytes in which a page declares its encoding."""
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(
    rb"<meta\b[^<>]{0,500}?charset\s*=\s*[\"']?([\w.:-]{1,40})|^\s*<\?xml\b[^<>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_NO_MARKUP = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"(?:script|style)\b", re.IGNORECASE)
_CODE_BEGINS_OR_ENDS = re.compile(r"<(?=/?(?:script|style)\b)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BROKEN, _BROKEN_MARKED = 0.002, 0.1
"""Shares of all visible characters, and of those beyond ASCII, that may be broken. A page that was cut, or into which a
counter wrote Latin-1, has a few; a page in another encoding loses all its marked letters."""
# https://encoding.spec.whatwg.org/#names-and-labels: pages that say Latin-1 or ASCII are windows-1252.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


_COMMON = frozenset({
    "và", "của", "các", "có", "là", "cho", "với", "được", "trong", "một", "không", "người", "những", "tại", "theo",
    "sẽ", "đã", "này", "khi", "về", "từ", "ở",
})  # fmt: skip
_COMMON_SHARE = 0.04
"""Share of these words in what a page shows; leads of six months have 0.11 in the middle; other languages have none."""


class PageText(NamedTuple):
    """The characters, and how many of them could not be told and are U+FFFD."""

    text: str
    broken: int = 0


def broken_words(number: int) -> str:
    """What is said of characters that could not be told."""
    return f"{number} × a character that cannot be told, shown as \ufffd"


def page_text(data: bytes, charset: str | None = None) -> PageText | None:
    """The page in characters; `charset` is what its server declares. None where no encoding fits."""
    if data.startswith(UTF16_MARKS):
        return _nearly(data, ["utf-16"], _few_of_all)
    codes = list(dict.fromkeys(code for name in (_declared(data), charset) if name and (code := _codec(name))))
    return (
        _whole(data, [_UTF8]) or _nearly(data, [_UTF8], _few_of_marked) or _old_vietnamese(data)
        or _whole(data, codes) or _nearly(data, [_UTF8, *codes], _few_of_all)
    )  # fmt: skip


def _declared(data: bytes) -> str | None:
    """What the page itself declares; what scripts and comments say is not meant for its readers."""
    found = _DECLARED.search(_NO_MARKUP.sub(b"", data[:_HEAD]))
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(name: str) -> str | None:
    """The codec that a page means by the name; None for one that is not known or is no encoding of text."""
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(known, "_is_text_encoding", True) or known.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # without their mark these are mistakes or tricks: the bytes of the declaration itself are ASCII
    return _UTF8 if known.name == "utf-8" else _MEANT.get(known.name, known.name)


def _whole(data: bytes, codes: list[str]) -> PageText | None:
    """The text where every byte is possible."""
    for code in codes:
        try:
            return PageText(data.decode(code))
        except UnicodeDecodeError:
            continue
    return None


def _nearly(data: bytes, codes: list[str], few: Callable[[int, str], bool]) -> PageText | None:
    """The text where only a few of its characters are broken."""
    for code in codes:
        text = data.decode(code, "replace").removeprefix("\ufeff")
        shown = _shown(text)
        if few(shown.count("\ufffd"), shown):
            return PageText(text, text.count("\ufffd"))
    return None


def _few_of_marked(broken: int, shown: str) -> bool:
    return broken <= _BROKEN_MARKED * sum(not char.isascii() for char in shown)


def _few_of_all(broken: int, shown: str) -> bool:
    return broken <= _BROKEN * len(shown) or _few_of_marked(broken, shown)


def _old_vietnamese(data: bytes) -> PageText | None:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    return PageText(text) if _is_vietnamese(_shown(text)) else None


def _is_vietnamese(shown: str) -> bool:
    """Letters alone do not tell: Russian in windows-1251 makes marked letters too, but no words."""
    words = unicodedata.normalize("NFC", shown).lower().split()
    return language_of(shown) == "vi" and sum(word in _COMMON for word in words) >= _COMMON_SHARE * len(words)


def _shown(page: str) -> str:
    """About the words that people see; linear in the length of whatever is thrown at it."""
    parts = _CODE_BEGINS_OR_ENDS.split(page)
    return _TAG.sub(" ", " ".join(part for part in parts if not _CODE.match(part)))
