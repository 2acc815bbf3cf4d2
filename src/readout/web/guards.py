"""Limits and headers around every request: pure ASGI, no state but the counters of the rate limits."""

import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from readout.web.problems import problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
_ADDRESSES = 10_000
_HOST = re.compile(rb"([A-Za-z0-9_.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?")
_NO_HOST = (
    "The name of this server in the request (the header Host) cannot be read. Open the page by its usual address.\n"
    "Không đọc được tên máy chủ trong yêu cầu (đầu mục Host). Hãy mở trang bằng địa chỉ thường dùng.\n"
)
_FORM = 1024 * 1024
"""Bytes of a form: Starlette takes no longer field."""
_TOO_LONG = "That is too much at once; paste one article. – Quá dài cho một lần; hãy dán một bài báo."
_TOO_MANY = "Too many requests; try again in a minute. – Quá nhiều yêu cầu; hãy thử lại sau một phút."


class Headers:
    """Sends the security headers with every answer."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class BodyLimit:
    """Answers 413 to a body of more than `limit` bytes, announced or not, before it is in memory."""

    def __init__(self, app: App, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        form = headers.get(b"content-type", b"").startswith(b"application/x-www-form-urlencoded")
        limit = min(self._limit, _FORM) if form else self._limit
        announced = headers.get(b"content-length", b"0")
        body = None if announced.isdigit() and int(announced) > limit else await _body(receive, limit)
        if body is None:
            await _refused(scope, 413, f"The body is larger than {limit} bytes.", _TOO_LONG)(scope, receive, send)
            return
        await self._app(scope, _replayed(body, receive), send)


async def _body(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None as soon as it is longer than the limit."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return b""
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        more = message.get("more_body", False)
        if size > limit:
            return None
    return b"".join(parts)


def _refused(scope: Scope, status: int, detail: str, told: str, headers: dict[str, str] | None = None) -> Response:
    """A problem for programs; for people words in both languages, which the paste page shows in their place."""
    if str(scope["path"]).startswith("/api/"):
        return problem(status, detail, headers)
    return HTMLResponse(f'<div id="outcome"><p class="problem" role="alert">{told}</p></div>', status, headers)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A receiver that gives the whole body once, then what the server says."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


class Buckets:
    """At most `rate` things per minute for each client address, counted in this process."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> int:
        """Take one token; 0, or the seconds until there is one."""
        now = self._clock()
        tokens, seen = self._left.pop(address, (float(self._rate), now))
        tokens = min(float(self._rate), tokens + (now - seen) * self._rate / 60)
        allowed = tokens >= 1
        self._left[address] = (tokens - 1 if allowed else tokens, now)
        if len(self._left) > _ADDRESSES:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, round(60 / self._rate))


class RateLimit:
    """At most `rate` API requests and form posts per minute and client address; beyond that 429 with Retry-After.

    Signing in has a limit of its own, with the page of the form.
    """

    def __init__(self, app: App, rate: int) -> None:
        self._app = app
        self._buckets = Buckets(rate) if rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._buckets and self._counts(scope):
            wait = self._buckets.take(address_of(scope))
            if wait:
                told = "Too many requests; try again later."
                answer = _refused(scope, 429, told, _TOO_MANY, {"Retry-After": str(wait)})
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    @staticmethod
    def _counts(scope: Scope) -> bool:
        path = str(scope["path"])
        return path.startswith("/api/") or (scope["method"] == "POST" and path != "/sign-in")


def address_of(scope: Scope) -> str:
    """The client's address."""
    return str((scope.get("client") or ("?",))[0])


class HostCheck:
    """Answers 400 where the Host header is no name or address: links of the page would lead to it."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        hosts = [value for name, value in scope.get("headers", ()) if name == b"host"]
        if scope["type"] == "http" and not all(map(_HOST.fullmatch, hosts)):
            await PlainTextResponse(_NO_HOST, 400)(scope, receive, send)
            return
        await self._app(scope, receive, send)
