"""The characters of a page. What is UTF-8 is UTF-8, whatever the page calls it; what cannot be told is refused.

A page declares its encoding in a `meta` element or in its Content-Type, and papers get it wrong: a declaration is
believed where all bytes are possible in it. Where none fits, windows-1258, in which Vietnamese pages were written
before UTF-8, is taken if it makes Vietnamese, else the first that fits but for a few broken characters.
"""

import codecs
import re
import unicodedata
from typing import NamedTuple

from readout.collect.language import language_of

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CODE = re.compile(r"(?:script|style)\b", re.IGNORECASE)
_CODE_BEGINS_OR_ENDS = re.compile(r"<(?=/?(?:script|style)\b)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BROKEN, _BROKEN_MARKED = 0.002, 0.1
"""Shares of all visible characters and of those beyond ASCII that may be broken: one of the two must hold. A page that
was cut, or into which a counter wrote Latin-1, has a few; a page in another encoding loses all its marked letters."""
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


def page_text(data: bytes, charset: str | None = None) -> PageText | None:
    """The page in characters; `charset` is what its server declares. None where no encoding fits."""
    if data.startswith(UTF16_MARKS):
        return PageText(data.decode("utf-16", "replace").lstrip("\ufeff"))
    declared = _DECLARED.search(data[:4096])
    names = ["utf-8-sig", declared[1].decode("ascii") if declared else None, charset]
    codes = list(dict.fromkeys(code for name in names if name and (code := _codec(name))))
    for code in codes:
        try:
            return PageText(data.decode(code))
        except UnicodeDecodeError:
            continue
    return _old_vietnamese(data) or _nearly(data, codes)


def _codec(name: str) -> str | None:
    """The codec that a page means by the name; None for one that is not known or is no encoding of text."""
    try:
        known = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(known, "_is_text_encoding", True) or known.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # without their mark these are mistakes or tricks: the bytes of the declaration itself are ASCII
    return "utf-8-sig" if known.name == "utf-8" else _MEANT.get(known.name, known.name)


def _nearly(data: bytes, codes: list[str]) -> PageText | None:
    for code in codes:
        text = data.decode(code, "replace")
        shown = _shown(text)
        broken, marked = shown.count("\ufffd"), sum(not char.isascii() for char in shown)
        if broken <= _BROKEN * len(shown) or broken <= _BROKEN_MARKED * marked:
            return PageText(text, text.count("\ufffd"))
    return None


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
