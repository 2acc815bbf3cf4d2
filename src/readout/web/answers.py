"""Finished answers: an ETag for each, compressed once, and kept until the ledger changes."""

import asyncio
import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct
from starlette.requests import cookie_parser

from readout.web.accounts import COOKIE as SESSION
from readout.web.guards import App, Message, Receive, Scope, Send
from readout.web.language import COOKIE as LANGUAGE
from readout.web.language import choose
from readout.web.render import THEME_COOKIE, THEMES

_KEPT_LARGEST = 2_000_000
_KEPT_ALL = 64_000_000
"""Bytes of answers that one process keeps."""
_SMALL = 600
"""Bytes that are not worth compressing."""
_PACKED = ("text/", "application/json", "application/atom", "application/problem", "image/svg")
_EXPORTS = ("/api/", "/feeds/")
_TABLES = (".csv", ".json", ".ics")
Key = tuple[object, ...]
_VARY = (b"vary", b"Accept-Encoding, Accept-Language, Cookie")


class Answer(Struct, frozen=True):
    """One whole answer; `packed` is the body under gzip, None where that does not help."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    packed: bytes | None
    etag: bytes


class Answers:
    """Keeps answers to anonymous GETs of one revision of the ledger; adds ETag, 304 and gzip to all.

    Readers with one language and theme share an answer, whatever else their browsers send; who has a session or a key
    gets an answer of their own, which is not kept. While one reader's answer is made, others who ask the same wait,
    and `at_once` pages are made at a time. Exports, which may take long, wait for each other; pages do not wait for
    them.
    """

    def __init__(self, app: App, revision: Callable[[], str], size: int, at_once: int) -> None:
        self._app = app
        self._revision = revision
        self._size = size
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._kept_for = ""
        self._making: dict[Key, asyncio.Event] = {}
        self._turn, self._export_turn = asyncio.Semaphore(at_once), asyncio.Semaphore(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        asked = {name: value for name, value in scope["headers"]}
        key = _key(scope, asked)
        answer = await (self._shared(key, scope, receive) if key else self._collect(scope, receive))
        await _send(answer, scope, asked, send)

    async def _shared(self, key: Key, scope: Scope, receive: Receive) -> Answer:
        """The answer that is kept, is just being made, or is made now."""
        answer = self._look_up(key)
        if answer is None and key in self._making:
            await self._making[key].wait()
            answer = self._look_up(key)
        return answer or await self._made(key, scope, receive)

    async def _made(self, key: Key, scope: Scope, receive: Receive) -> Answer:
        revision, made = self._kept_for, asyncio.Event()
        self._making[key] = made
        try:
            answer = await self._collect(scope, receive)
            if answer.status == 200 and revision == self._revision() and _keepable(answer):
                self._keep(key, answer)
        finally:
            made.set()
            if self._making.get(key) is made:
                del self._making[key]
        return answer

    async def _collect(self, scope: Scope, receive: Receive) -> Answer:
        async with self._export_turn if _is_export(scope["path"]) else self._turn:
            return await _collect(self._app, scope, receive)

    def _look_up(self, key: Key) -> Answer | None:
        revision = self._revision()
        if revision != self._kept_for:
            self._kept.clear()
            self._bytes = 0
            self._kept_for = revision
        answer = self._kept.get(key)
        if answer is not None:
            self._kept.move_to_end(key)
        return answer

    def _keep(self, key: Key, answer: Answer) -> None:
        if self._size and len(answer.body) <= _KEPT_LARGEST:
            before = self._kept.pop(key, None)
            self._kept[key] = answer
            self._bytes += _bytes(answer) - (_bytes(before) if before else 0)
            while len(self._kept) > self._size or self._bytes > _KEPT_ALL:
                self._bytes -= _bytes(self._kept.popitem(last=False)[1])


def _is_export(path: str) -> bool:
    return path.startswith(_EXPORTS) or path.endswith(_TABLES)


def _bytes(answer: Answer) -> int:
    return len(answer.body) + len(answer.packed or b"")


def _key(scope: Scope, asked: dict[bytes, bytes]) -> Key | None:
    """All that an anonymous answer depends on; None for who may get another answer than the rest."""
    cookies = cookie_parser(asked.get(b"cookie", b"").decode("latin-1"))
    if SESSION in cookies or b"authorization" in asked:
        return None
    language = choose(cookies.get(LANGUAGE), asked.get(b"accept-language", b"").decode("latin-1")).code
    theme = cookies.get(THEME_COOKIE)
    return (scope["path"], scope["query_string"], scope.get("scheme"), asked.get(b"host"), language,
            theme if theme in THEMES else None)  # fmt: skip


def _keepable(answer: Answer) -> bool:
    return not any(name == b"set-cookie" for name, _ in answer.headers)


async def _collect(app: App, scope: Scope, receive: Receive) -> Answer:
    """Run the application and gather its answer."""
    status, headers, parts = 500, [], []

    async def gather(message: Message) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], list(message.get("headers", []))
        else:
            parts.append(message.get("body", b""))

    await app({**scope, "method": "GET"}, receive, gather)
    body = b"".join(parts)
    kind = next((value.decode("latin-1") for name, value in headers if name == b"content-type"), "")
    packs = kind.startswith(_PACKED) and len(body) > _SMALL
    etag = b'W/"' + hashlib.blake2b(body, digest_size=12).hexdigest().encode() + b'"'
    kept = [(name, value) for name, value in headers if name not in (b"content-length", b"vary")]
    return Answer(status, kept, body, gzip.compress(body, 4, mtime=0) if packs else None, etag)


async def _send(answer: Answer, scope: Scope, asked: dict[bytes, bytes], send: Send) -> None:
    headers = [*answer.headers, _VARY]
    if answer.status == 200:
        headers.append((b"etag", answer.etag))
        if not any(name == b"cache-control" for name, _ in headers):
            headers.append((b"cache-control", b"private, no-cache"))
        if answer.etag in asked.get(b"if-none-match", b"").replace(b" ", b"").split(b","):
            kept = [pair for pair in headers if pair[0] not in (b"content-type", b"content-length")]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
            return
    body = answer.body
    if answer.packed is not None and b"gzip" in asked.get(b"accept-encoding", b""):
        body = answer.packed
        headers.append((b"content-encoding", b"gzip"))
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
