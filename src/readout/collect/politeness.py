"""What a host wants of its visitors: robots.txt, crawl-delay, a pace, and patience after errors."""

import time
from collections.abc import Mapping, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from readout.collect.fetch import ROBOT, Answer, FetchError, Limits, NotAsked, Web
from readout.model.records import Record

DELAY = 2.0
"""Seconds between two requests to one host, where its robots.txt asks for no more."""
PATIENCE = 90.0
"""Seconds that anyone waits for a host; what must wait longer is left for another time."""
LONGEST_DELAY = 86_400.0
"""A host that asks for more than a day between two requests is asked once a day."""
ROBOTS_AGE = 86_400.0
ROBOTS_AGAIN = 600.0
BACKOFF_FIRST, BACKOFF_LAST = 30.0, 21_600.0
_ROBOTS_LIMITS = Limits(bytes=500_000, seconds=15.0)


class TooSoon(FetchError):
    """The host wants to be left alone for longer than anyone waits here; it was not asked."""


class Host(Record, frozen=True, kw_only=True):
    """What is known of a host; times are seconds since 1970."""

    next_at: float = 0.0
    failures: int = 0
    robots: str | None = None
    """The text of its robots.txt; empty where it has none; None where it could not be read."""
    robots_at: float = 0.0


class Clock:
    """The time, and waiting; tests give another one."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class PoliteWeb:
    """Asks hosts at their pace and only for what their robots.txt allows; `hosts` keeps what is known of them."""

    def __init__(
        self, web: Web, hosts: MutableMapping[str, Host] | None = None, clock: Clock | None = None, delay: float = DELAY
    ) -> None:
        self.web, self.clock, self.delay = web, clock or Clock(), delay
        self.hosts: MutableMapping[str, Host] = {} if hosts is None else hosts
        self._rules: dict[str, tuple[str, Any]] = {}
        self._why: dict[str, str] = {}
        """What kept the robots.txt of a host from coming."""

    def ready_at(self, url: str) -> float:
        """When the host of this address may be asked next."""
        return self._host(_origin(url)).next_at

    def get(self, url: str, headers: Mapping[str, str] | None = None, limits: Limits | None = None) -> Answer:
        """Wait for the host's turn, then ask. Raises FetchError; an error that may pass slows the host down."""
        try:
            answer = self.web.get(url, headers, self._permit, limits)
        except TooSoon:
            raise
        except FetchError as error:
            if error.again:
                self._slow_down(_origin(error.url or url), error.after)
            raise
        self._settle(_origin(answer.url))
        return answer

    def _permit(self, url: str) -> None:
        """Check robots.txt, wait for the turn of the host and take it; called before every request and redirect."""
        origin = _origin(url)
        rules = self._robots(origin)
        if not rules.can_fetch(url, ROBOT):
            raise NotAsked("robots.txt does not allow it")
        self._take_turn(origin, min(max(self.delay, rules.crawl_delay(ROBOT) or 0.0), LONGEST_DELAY))

    def _take_turn(self, origin: str, delay: float) -> None:
        host = self._host(origin)
        wait = host.next_at - self.clock.now()
        if wait > PATIENCE:
            raise TooSoon(f"the host asks to wait {wait:.0f} seconds", again=True, after=wait)
        if wait > 0:
            self.clock.sleep(wait)
        self.hosts[origin] = replace(self._host(origin), next_at=self.clock.now() + delay)

    def _settle(self, origin: str) -> None:
        host = self._host(origin)
        if host.failures:
            self.hosts[origin] = replace(host, failures=0)

    def _slow_down(self, origin: str, after: float | None) -> None:
        host = self._host(origin)
        pause = after if after is not None else min(BACKOFF_FIRST * 2**host.failures, BACKOFF_LAST)
        next_at = max(host.next_at, self.clock.now() + pause)
        self.hosts[origin] = replace(host, next_at=next_at, failures=min(host.failures + 1, 20))

    def _robots(self, origin: str) -> Any:
        """The rules of a host: asked once a day; one that has none (4xx) allows all, one that fails is asked later."""
        from protego import Protego

        host, now = self._host(origin), self.clock.now()
        age = ROBOTS_AGE if host.robots is not None else ROBOTS_AGAIN
        if not host.robots_at or not 0 <= now - host.robots_at < age:
            host = self._ask_robots(origin, host)
        if host.robots is None:
            why = f": {self._why[origin]}" if origin in self._why else ""
            raise FetchError(f"robots.txt cannot be read{why}", again=True, after=ROBOTS_AGAIN)
        known = self._rules.get(origin)
        if known is None or known[0] != host.robots:
            known = self._rules[origin] = (host.robots, Protego.parse(host.robots))
        return known[1]

    def _ask_robots(self, origin: str, host: Host) -> Host:
        text: str | None
        self._take_turn(origin, self.delay)
        try:
            answer = self.web.get(f"{origin}/robots.txt", limits=_ROBOTS_LIMITS)
            text = answer.body.decode("utf-8", "replace")
        except NotAsked:
            raise
        except FetchError as error:
            text = "" if error.status and 400 <= error.status < 500 and error.status != 429 else None
            self._why[origin] = str(error)
        host = replace(self._host(origin), robots=text, robots_at=self.clock.now())
        self.hosts[origin] = host
        return host

    def _host(self, origin: str) -> Host:
        return self.hosts.get(origin) or Host()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"
