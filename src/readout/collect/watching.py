"""Watching: poll feeds and sitemaps, fetch what is new, one request at a time and each host at its pace.

The order of writing makes it safe to kill at any moment: items are noted as waiting together with the state of their
source, and an item is settled only after its article was kept. Keeping an article twice changes nothing.
"""

import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BufferedReader, BytesIO
from typing import BinaryIO, Literal, cast

from msgspec.structs import replace

from readout.collect.article import Origin, Problem, article_from
from readout.collect.compressed import Bomb, decompressed
from readout.collect.feeds import Item, Listing
from readout.collect.fetch import Answer, FetchError, Limits, NotAsked, Web
from readout.collect.kinds import SNIFFED, ListError, kind_of_input
from readout.collect.lists import listing_of
from readout.collect.page import article_from_page
from readout.collect.politeness import BACKOFF_FIRST, BACKOFF_LAST, PATIENCE, Clock, PoliteWeb, TooSoon
from readout.collect.seen import Seen, SourceState, Waiting
from readout.collect.watch_file import WatchedSource, WatchFile
from readout.model.records import Article, Record

ATTEMPTS = 5
"""How often the page of one item is asked for before only the lead of its feed is kept."""
SITEMAPS = 3
"""Sitemaps of an index that are asked for."""
_LIST_LIMITS = Limits(bytes=50_000_000, seconds=60.0)
_LONGEST_PAUSE = 86_400.0
Keep = Callable[[Article], object]


class WatchEvent(Record, frozen=True, kw_only=True):
    """One thing that happened: a source was asked, or an article was kept or lost."""

    source: str
    what: Literal["polled", "unchanged", "kept", "postponed", "failed"]
    url: str | None = None
    detail: str | None = None
    new: int | None = None
    next_at: str | None = None
    """When what failed is asked again (UTC)."""

    def __str__(self) -> str:
        if self.what == "polled":
            return f"{self.source}: {self.new} new{f' ({self.detail})' if self.detail else ''}"
        place = f" {self.url}" if self.url else ""
        again = f"; asked again {local_words(self.next_at)}" if self.next_at else ""
        return f"{self.source}: {self.what}{place}{f': {self.detail}' if self.detail else ''}{again}"


def local_words(stamp: str) -> str:
    """A moment (ISO 8601) on the clock of whoever reads it."""
    return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


class Watcher:
    """One watch over the sources of a file; `keep` stores an article, `clock` is the time."""

    def __init__(self, file: WatchFile, seen: Seen, web: Web, keep: Keep, clock: Clock | None = None) -> None:
        self._sources = {source.address: source for source in file.source}
        self._seen, self._keep, self._clock = seen, keep, clock or Clock()
        self._web = PoliteWeb(web, seen.hosts, self._clock, file.watch.delay)
        self._held: dict[str, float] = {}
        """Sources that we may not ask, and until when. Not kept: another run may be allowed to."""
        self.failed: set[str] = set()
        """Names of the sources that could not be had, or not whole."""

    def run(self, once: bool = False) -> Iterator[WatchEvent]:
        """Go on for ever, or with `once` until everything that is due was done."""
        asked: set[str] = set()
        while True:
            due = self._next(asked if once else set())
            wait = (due[0] if due else float("inf")) - self._clock.now()
            if due is None or (once and wait > PATIENCE):
                return
            if wait > 0:
                self._clock.sleep(min(wait, 3600.0))
                continue
            if isinstance(due[1], Waiting):
                yield from self._fetch(due[1])
            else:
                asked.add(due[1].address)
                yield from self._poll(due[1])

    def next_at(self) -> str | None:
        """When something is due next."""
        due = self._next(set())
        return _moment(due[0]) if due else None

    def _next(self, asked: set[str]) -> tuple[float, Waiting | WatchedSource] | None:
        """What is due first, and when: a source that is not among `asked`, or a waiting item, not before its host."""
        choices: list[tuple[float, int, Waiting | WatchedSource]] = []
        for address, source in self._sources.items():
            if address not in asked:
                state = self._seen.source(address) or SourceState()
                at = max(state.next_at, self._held.get(address, 0.0), self._web.ready_at(address))
                choices.append((at, 0, source))
        ready: dict[str, float] = {}
        for waiting in self._seen.waiting(list(self._sources)):
            url = waiting.item.url
            host = url.split("/", 3)[2] if url else ""
            if url and host not in ready:
                ready[host] = self._web.ready_at(url)
            choices.append((max(waiting.next_at, ready.get(host, 0.0)), 1, waiting))
        best = min(choices, key=lambda one: one[:2], default=None)
        return (best[0], best[2]) if best else None

    def _poll(self, source: WatchedSource) -> Iterator[WatchEvent]:
        known = self._seen.source(source.address)
        state = known or SourceState()
        headers = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
        try:
            answer = self._web.get(
                source.address, {name: value for name, value in headers.items() if value}, _LIST_LIMITS
            )
            found = Listing() if answer.status == 304 else self._listing(answer)
        except (FetchError, ListError) as error:
            yield self._not_had(source, state, error)
            return
        wanted = [one for one in found.items if not source.only or any(part in (one.url or "") for part in source.only)]
        now = self._clock.now()
        told = SourceState(etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"))
        if answer.status == 304:
            told = replace(state, failures=0)
        elif found.fault:
            told = SourceState()  # to be asked for whole
        told = replace(told, next_at=now + source.seconds)
        new = self._seen.polled(source.address, told, wanted[: source.first] if known is None else wanted, now)
        yield WatchEvent(source=source.name, what="unchanged" if answer.status == 304 else "polled", new=new,
                         detail=found.note)  # fmt: skip
        if found.fault:
            self.failed.add(source.name)
            yield WatchEvent(source=source.name, what="failed", url=source.address, detail=found.fault,
                             next_at=_moment(told.next_at))  # fmt: skip

    def _not_had(self, source: WatchedSource, state: SourceState, error: Exception) -> WatchEvent:
        """Note what kept a source from coming. Only what a host did slows it down; our own refusal does not."""
        now = self._clock.now()
        after = error.after or 0.0 if isinstance(error, FetchError) else 0.0
        next_at = now + max(after, source.seconds)
        if isinstance(error, NotAsked):
            self._held[source.address] = next_at
        elif isinstance(error, TooSoon):
            next_at = now + after
            self._seen.polled(source.address, replace(state, next_at=next_at), [], now)
        else:
            next_at = now + max(after, min(source.seconds * 2**state.failures, _LONGEST_PAUSE))
            told = SourceState(next_at=next_at, failures=min(state.failures + 1, 10))
            self._seen.polled(source.address, told, [], now)
        self.failed.add(source.name)
        return WatchEvent(source=source.name, what="failed", url=source.address, detail=str(error),
                          next_at=_moment(next_at))  # fmt: skip

    def _listing(self, answer: Answer) -> Listing:
        """The items of a feed or sitemap, whatever the file calls it; an index gives those of its first sitemaps."""
        found = _listing_of(answer)
        items, faults, notes = list(found.items), [found.fault], [found.note]
        for one in found.lists[:SITEMAPS]:
            try:
                inner = _listing_of(self._web.get(one, limits=_LIST_LIMITS))
                items += inner.items
                faults.append(inner.fault and f"{one}: {inner.fault}")
                notes.append(inner.note and f"{one}: {inner.note}")
            except (FetchError, ListError) as error:
                faults.append(f"{one}: {error}")
        fault, note = ("; ".join(filter(None, told)) or None for told in (faults, notes))
        return Listing(items=tuple(items), fault=fault, note=note)

    def _fetch(self, waiting: Waiting) -> Iterator[WatchEvent]:
        item, source = waiting.item, self._sources[waiting.source]
        if not source.pages or not item.url:
            yield from self._settle(item, source, article_from(item.found(), Origin(source=item.url or source.name)))
            return
        try:
            answer = self._web.get(item.url)
        except FetchError as error:
            if error.again and waiting.attempts + 1 < ATTEMPTS:
                pause = max(error.after or 0.0, min(BACKOFF_FIRST * 4**waiting.attempts, BACKOFF_LAST))
                next_at = self._clock.now() + pause
                self._seen.postponed(item, next_at)
                yield WatchEvent(source=source.name, what="postponed", url=item.url, detail=str(error),
                                 next_at=_moment(next_at))  # fmt: skip
            elif item.html:
                lead = f"{error}; only the lead is kept"
                yield WatchEvent(source=source.name, what="failed", url=item.url, detail=lead)
                yield from self._settle(item, source, article_from(item.found(), Origin(source=item.url)))
            else:
                self._seen.settled(item, "failed")
                yield WatchEvent(source=source.name, what="failed", url=item.url, detail=str(error))
            return
        origin = Origin(source=item.url)
        pages = article_from_page(answer.body, origin, item.published, answer.url, answer.charset)
        yield from self._settle(item, source, pages)

    def _settle(self, item: Item, source: WatchedSource, found: Iterator[Article | Problem]) -> Iterator[WatchEvent]:
        kept = False
        for one in found:
            if isinstance(one, Problem):
                what: Literal["failed", "kept"] = "failed" if one.lost else "kept"
                yield WatchEvent(source=source.name, what=what, url=item.url, detail=one.what)
                continue
            self._keep(one if one.publisher else replace(one, publisher=source.name))
            kept = True
        self._seen.settled(item, "done" if kept else "failed")
        if kept:
            yield WatchEvent(source=source.name, what="kept", url=item.url, detail=item.title)


def _listing_of(answer: Answer) -> Listing:
    try:
        stream = cast(BinaryIO, BufferedReader(BytesIO(answer.body)))
        data = decompressed(stream).read(_LIST_LIMITS.bytes + 1)
    except (Bomb, OSError, EOFError, zlib.error) as error:
        raise ListError(str(error) if isinstance(error, Bomb) else "broken compression") from None
    if len(data) > _LIST_LIMITS.bytes:
        raise ListError(f"decompresses to more than {_LIST_LIMITS.bytes // 1_000_000} MB")
    kind = kind_of_input(data[:SNIFFED], answer.url)
    if kind == "outline":
        raise ListError("an outline of feeds: name its feeds one by one")
    return listing_of(kind, data, answer.url)
