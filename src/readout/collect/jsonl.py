"""JSON lines: an object per article with id, url, publisher, title, published, language, text; others are free."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from readout.collect.article import ARTICLE_LIMIT, Found, Origin, Problem, article_from
from readout.model.records import Article


class Item(msgspec.Struct, frozen=True):
    """One line as it comes; a feed item is an article whose text is its lead."""

    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    text: str | None = None


_DECODER = msgspec.json.Decoder(Item)


def articles_from_jsonl(stream: BinaryIO, source: str, published: str | None = None) -> Iterator[Article | Problem]:
    """Read line by line, never more than one article in memory; a broken line is a problem and the next one is read."""
    empty = True
    for number, line in lines_of(stream):
        origin = Origin(source=source, line=number)
        if line is None:
            yield origin.problem(f"line longer than {ARTICLE_LIMIT // 1_000_000} MB: not one article")
        elif line := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield from _article_from_line(line, origin, published)
        else:
            continue
        empty = False
    if empty:
        yield Problem(source=source, what="empty: there is no article in it")


def lines_of(stream: BinaryIO, limit: int = ARTICLE_LIMIT) -> Iterator[tuple[int, bytes | None]]:
    """Yield (number from 1, line); None for a line of more than `limit` bytes, which is passed over unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield number, None


def _article_from_line(line: bytes, origin: Origin, published: str | None) -> Iterator[Article | Problem]:
    try:
        item = _DECODER.decode(line)
    except msgspec.ValidationError as error:
        yield origin.problem(f"not an article: {_lower_first(str(error))}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield origin.problem(f"broken JSON: {_lower_first(str(error))}")
    else:
        yield from article_from(_found(item), origin, published)


def _found(item: Item) -> Found:
    return Found(
        body=item.text or "",
        id=None if item.id is None else str(item.id),
        url=item.url,
        publisher=item.publisher,
        title=item.title,
        published=item.published,
        language=item.language,
    )


def _lower_first(message: str) -> str:
    message = message.removeprefix("JSON is malformed: ")
    return message[:1].lower() + message[1:]
