"""One HTTP request with limits on addresses, redirects, time, size and decompression."""

import email.utils
import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from readout import __version__
from readout.collect.addresses import CheckedBackend, Refused, Resolver, resolved
from readout.collect.compressed import Bomb, inflated
from readout.collect.page_metadata import web_address
from readout.model.records import Record

ROBOT = "readout"
"""The name that robots.txt knows the program by."""
RETRY_LIMIT = 86_400
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Limits(Record, frozen=True, kw_only=True):
    """How much one request may take: decompressed bytes, seconds in all, redirects."""

    bytes: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5


class Answer(Record, frozen=True, kw_only=True):
    """A whole answer; header names are in small letters. `url` is where it came from after redirects."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""

    @property
    def charset(self) -> str | None:
        """The charset of the Content-Type."""
        found = re.search(r"charset\s*=\s*[\"']?([\w-]+)", self.headers.get("content-type", ""), re.IGNORECASE)
        return found[1] if found else None


class FetchError(Exception):
    """What kept a page from coming, in one line. `again`: worth another try; `after`: seconds that the server asks for;
    `status`: the HTTP status where there was one; `url`: what was being asked, after redirects."""

    def __init__(self, what: str, again: bool = False, after: float | None = None, status: int | None = None) -> None:
        super().__init__(what)
        self.again, self.after, self.status = again, after, status
        self.url: str | None = None


class NotAsked(FetchError):
    """Our own refusal, before anything was asked of anyone; it says nothing about the host."""


Permit = Callable[[str], None]
"""Called with every address before it is asked; raises FetchError where it may not be."""


class Web:
    """Asks for pages. One request at a time; not for several threads at once."""

    def __init__(
        self, limits: Limits | None = None, allow_private: bool = False, contact: str | None = None,
        resolver: Resolver = resolved,
    ) -> None:  # fmt: skip
        if contact is not None and not is_contact(contact):
            raise ValueError("a contact for the user agent is printable ASCII on one line")
        self.limits = limits or Limits()
        self.user_agent = f"{ROBOT}/{__version__} (reads news of diplomacy; {contact or 'no contact given'})"
        self._backend = CheckedBackend(allow_private, resolver)
        transport = httpx.HTTPTransport(trust_env=False)
        # httpx has no public way to give its pool a network backend; tests prove that it is used.
        transport._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=self._backend, max_connections=8,
            keepalive_expiry=5.0,
        )  # fmt: skip
        self._client = httpx.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=15.0)

    def get(self, url: str, headers: Mapping[str, str] | None = None, permit: Permit | None = None,
            limits: Limits | None = None) -> Answer:  # fmt: skip
        """Follow redirects within the limits and return a 200 or 304 with its body; FetchError for all else."""
        limits = limits or self.limits
        self._backend.deadline = time.monotonic() + limits.seconds
        for hop in range(limits.redirects + 1):
            try:
                if web_address(url) is None or "@" in urlsplit(url).netloc:
                    raise NotAsked(f"not a web address that can be asked (http or https): {url[:200]}")
                if permit:
                    permit(url)
                    self._backend.deadline = time.monotonic() + limits.seconds
                answer, target = self._asked(url, headers or {}, limits)
            except NotAsked as error:
                raise (FetchError(str(error)) if hop else error) from None  # a host that leads there is at fault
            except FetchError as error:
                error.url = url
                raise
            if target is None:
                return answer
            url = target
        raise FetchError(f"more than {limits.redirects} redirects")

    def _asked(self, url: str, headers: Mapping[str, str], limits: Limits) -> tuple[Answer, str | None]:
        sent = {"User-Agent": self.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip", **headers}
        try:
            with self._client.stream("GET", url, headers=sent) as response:
                self._client.cookies.clear()
                told = {name.lower(): value for name, value in response.headers.items()}
                if response.status_code in _REDIRECTS and "location" in told:
                    return Answer(url=url, status=response.status_code, headers=told), urljoin(url, told["location"])
                if response.status_code == 304:
                    return Answer(url=url, status=304, headers=told), None
                if response.status_code != 200:
                    raise _refusal(response.status_code, told)
                body = _body(response, limits)
                return Answer(url=url, status=200, headers=told, body=body), None
        except Refused as error:
            raise NotAsked(str(error)) from None
        except (httpx.TimeoutException, httpcore.TimeoutException):
            raise FetchError(f"no whole answer within {limits.seconds:g} seconds", again=True) from None
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(f"{str(error)[:200]}") from None
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise FetchError(f"connection failed: {_in_words(error)}", again=True) from None

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()


def is_contact(words: str) -> bool:
    """Whether hosts can be told this in a header: one line of ASCII."""
    return words.isascii() and words.isprintable()


def _body(response: httpx.Response, limits: Limits) -> bytes:
    """The body as sent, within the limits, then decompressed within them. What Content-Length says is not believed."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw(1 << 16):
        size += len(part)
        if size > limits.bytes:
            raise FetchError(f"more than {limits.bytes / 1_000_000:g} MB")
        parts.append(part)
    try:
        return inflated(b"".join(parts), response.headers.get("content-encoding", ""), limits.bytes)
    except (Bomb, ValueError) as error:
        raise FetchError(str(error)) from None


def _in_words(error: Exception) -> str:
    """Without the numbers and places in C code that libraries put around their words."""
    words = re.sub(r"\[(?:Errno -?\d+|SSL:[^\]]*)\]\s*|\s*\(_ssl\.c:\d+\)|\.$", "", str(error))[:200].strip()
    return words[:1].lower() + words[1:] or type(error).__name__


def _refusal(status: int, headers: Mapping[str, str]) -> FetchError:
    again = status in (408, 425, 429) or status >= 500
    return FetchError(f"HTTP {status}", again=again, after=retry_after(headers.get("retry-after")), status=status)


def retry_after(value: str | None, now: float | None = None) -> float | None:
    """Seconds from a `Retry-After` header (a number or an HTTP date), at most a day; None where it says nothing."""
    if not value:
        return None
    if re.fullmatch(r"\s*\d{1,9}\s*", value, re.ASCII):
        return min(float(value), RETRY_LIMIT)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment.timestamp() - (time.time() if now is None else now), 0.0), RETRY_LIMIT)
