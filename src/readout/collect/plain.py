"""Plain text: an article, with an optional `date 2026-02-05 …` before its first words."""

import re
from collections.abc import Iterator

from readout.collect.article import Found, Origin, Problem, article_from
from readout.model.records import Article

_DATE_LINE = re.compile(r"\s*date[ \t]+([0-9]{4}-\S*)[ \t]*")


def article_from_text(data: bytes, origin: Origin, published: str | None = None) -> Iterator[Article | Problem]:
    """Read UTF-8 text. Words after the date on the first line are the article's first paragraph."""
    try:
        text = decoded(data)
    except ValueError as error:
        yield origin.problem(str(error))
        return
    dated = _DATE_LINE.match(text)
    found = Found(body=text[dated.end() :], published=dated[1]) if dated else Found(body=text)
    yield from article_from(found, origin, published)


def decoded(data: bytes) -> str:
    """Return UTF-8 (with or without a byte order mark) as text; ValueError says what the bytes are instead."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("wrong encoding: UTF-16, not UTF-8; convert it first (iconv -f UTF-16 -t UTF-8)")
    if b"\0" in data:
        raise ValueError("binary: not a text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = "binary: not a text" if _looks_binary(data) else "wrong encoding: not UTF-8"
        raise ValueError(f"{kind} (byte 0x{data[error.start]:02x} at offset {error.start})") from None


def _looks_binary(data: bytes) -> bool:
    """Control characters other than white space and escape do not occur in any encoding of text."""
    sample = data[:4096]
    return sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample) * 100 > len(sample)
