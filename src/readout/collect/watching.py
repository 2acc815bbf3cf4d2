"""Watching: poll feeds and sitemaps, fetch what is new, one request at a time and each host at its pace.

The order of writing makes it safe to kill at any moment: items are noted as waiting together with the state of their
source, and an item is settled only after its article was kept. Keeping an article twice changes nothing.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from readout.collect.article import Origin, Problem, article_from
from readout.collect.feeds import Item, ListError, items_of_feed, items_of_json_feed
from readout.collect.fetch import Answer, FetchError, Limits, Web
from readout.collect.kinds import SNIFFED, kind_of_input
from readout.collect.lists import items_of_sitemap
from readout.collect.page import article_from_page
from readout.collect.politeness import BACKOFF_FIRST, BACKOFF_LAST, PATIENCE, Clock, PoliteWeb
from readout.collect.seen import Seen, SourceState, Waiting
from readout.collect.watch_file import WatchedSource, WatchFile
from readout.model.records import Article, Record

ATTEMPTS = 5
"""How often the page of one item is asked for before only the lead of its feed is kept."""
_LIST_LIMITS = Limits(bytes=50_000_000, seconds=60.0)
Keep = Callable[[Article], object]


class WatchEvent(Record, frozen=True, kw_only=True):
    """One thing that happened: a source was asked, or an article was kept or lost."""

    source: str
    what: Literal["polled", "unchanged", "kept", "postponed", "failed"]
    url: str | None = None
    detail: str | None = None
    new: int | None = None

    def __str__(self) -> str:
        if self.what == "polled":
            return f"{self.source}: {self.new} new"
        place = f" {self.url}" if self.url else ""
        return f"{self.source}: {self.what}{place}{f': {self.detail}' if self.detail else ''}"


class Watcher:
    """One watch over the sources of a file; `keep` stores an article, `clock` is the time."""

    def __init__(self, file: WatchFile, seen: Seen, web: Web, keep: Keep, clock: Clock | None = None) -> None:
        self._sources = {source.address: source for source in file.source}
        self._seen, self._keep, self._clock = seen, keep, clock or Clock()
        self._web = PoliteWeb(web, seen.hosts, self._clock, file.watch.delay)

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

    def _next(self, asked: set[str]) -> tuple[float, Waiting | WatchedSource] | None:
        """What is due first, and when: a source that is not among `asked`, or a waiting item, not before its host."""
        choices: list[tuple[float, int, Waiting | WatchedSource]] = []
        for address, source in self._sources.items():
            if address not in asked:
                state = self._seen.source(address) or SourceState()
                choices.append((max(state.next_at, self._web.ready_at(address)), 0, source))
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
        state, now = known or SourceState(), self._clock.now()
        headers = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
        try:
            answer = self._web.get(
                source.address, {name: value for name, value in headers.items() if value}, _LIST_LIMITS)
            items = [] if answer.status == 304 else list(self._items(source, answer))
        except (FetchError, ListError) as error:
            after = error.after if isinstance(error, FetchError) else None
            pause = max(after or 0.0, min(source.seconds * 2**state.failures, 86_400.0))
            failed = SourceState(etag=None, modified=None, next_at=now + pause, failures=min(state.failures + 1, 10))
            self._seen.polled(source.address, failed, [], now)
            yield WatchEvent(source=source.name, what="failed", url=source.address, detail=str(error))
            return
        wanted = [one for one in items if not source.only or any(part in (one.url or "") for part in source.only)]
        told = SourceState(etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"),
                           next_at=now + source.seconds)  # fmt: skip
        if answer.status == 304:
            told = SourceState(etag=state.etag, modified=state.modified, next_at=now + source.seconds)
        new = self._seen.polled(source.address, told, wanted[:source.first] if known is None else wanted, now)
        yield WatchEvent(source=source.name, what="unchanged" if answer.status == 304 else "polled", new=new)

    def _items(self, source: WatchedSource, answer: Answer) -> Iterator[Item]:
        """The items of a feed or sitemap, whatever the file calls it; an index gives those of its first three."""
        kind = kind_of_input(answer.body[:SNIFFED], answer.url)
        if kind == "json-feed":
            yield from items_of_json_feed(answer.body, answer.url)
        elif kind == "sitemap":
            items, maps = items_of_sitemap(answer.body)
            yield from items
            for one in maps[:3]:
                yield from items_of_sitemap(self._web.get(one, limits=_LIST_LIMITS).body)[0]
        elif kind == "feed":
            yield from items_of_feed(answer.body, answer.url)
        else:
            raise ListError("neither a feed nor a sitemap")

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
                self._seen.postponed(item, self._clock.now() + pause)
                yield WatchEvent(source=source.name, what="postponed", url=item.url, detail=str(error))
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

    def _settle(
        self, item: Item, source: WatchedSource, found: Iterator[Article | Problem]
    ) -> Iterator[WatchEvent]:
        from msgspec.structs import replace

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
