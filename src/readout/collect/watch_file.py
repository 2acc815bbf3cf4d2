"""`sources.toml`: which feeds and sitemaps are watched, how often, and what of them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from readout.collect.fetch import is_contact
from readout.collect.page_metadata import web_address
from readout.collect.politeness import DELAY, LONGEST_DELAY

LEAST_EVERY = 60.0
_KINDS = {"str": "text", "str | null": "text", "int": "a whole number", "str | int": "text", "float": "a number",
          "bool": "true or false", "array": "a list", "object": "a table"}  # fmt: skip
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class SourcesError(ValueError):
    """What is wrong with the file, in one line."""


class WatchedSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feed or sitemap."""

    name: str
    """Told in messages; the paper, where its pages and items do not name one."""
    feed: str | None = None
    sitemap: str | None = None
    every: str | int = "30m"
    """How often it is asked: `90s`, `30m`, `2h`, `1d`, or seconds; at least a minute."""
    pages: bool = True
    """Fetch the page of every item; false reads only what the feed carries."""
    only: tuple[str, ...] = ()
    """Only items whose address contains one of these."""
    first: int = 100
    """How many of the newest items are taken when the source is asked for the first time."""

    @property
    def address(self) -> str:
        return self.feed or self.sitemap or ""

    @property
    def seconds(self) -> float:
        return seconds_of(self.every)


class WatchSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds for all sources: seconds between two requests to one host, and who asks."""

    delay: float = DELAY
    asked_by: str | None = None


class WatchFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    source: tuple[WatchedSource, ...]
    watch: WatchSettings = WatchSettings()


def read_watch_file(path: Path) -> WatchFile:
    """Read and check; SourcesError says in one line what is wrong, OSError that the file cannot be read."""
    try:
        told: Any = tomllib.loads(path.read_bytes().decode("utf-8"))
        whole = msgspec.convert(told, WatchFile)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise SourcesError(f"{path}: {_plainly(str(error))}") from None
    for source in whole.source:
        _check(source, path)
    names = [source.name for source in whole.source]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise SourcesError(f"{path}: two sources are called {twice!r}")
    addresses = [source.address for source in whole.source]
    if twice := next((address for address in addresses if addresses.count(address) > 1), None):
        raise SourcesError(f"{path}: two sources have the address {twice[:200]}")
    if not 0 <= whole.watch.delay <= LONGEST_DELAY:
        raise SourcesError(f"{path}: watch, delay: must be seconds from 0 to {LONGEST_DELAY:.0f}")
    if whole.watch.asked_by is not None and not is_contact(whole.watch.asked_by):
        raise SourcesError(f"{path}: watch, asked_by: must be an address on one line, without accents")
    if not whole.source:
        raise SourcesError(f"{path}: no source in it")
    return whole


def _plainly(error: str) -> str:
    """What the decoder says, with the place as people count: `$.source[0]` is source 1."""
    told, _, place = error.partition(" - at `$")
    told = told.replace("Object contains", "there is an").replace("Object missing required field", "there is no")
    told = re.sub(r"Expected `([^`]+)`, got `(\w+)`", lambda found: (
        f"must be {_KINDS.get(found[1], found[1])}, not {_KINDS.get(found[2], found[2])}"), told)  # fmt: skip
    found = re.match(r"\.source\[(\d+)\](?:\.(\w+))?", place)
    where = f"source {int(found[1]) + 1}{f', {found[2]}' if found[2] else ''}" if found else place.strip(".`")
    return f"{where}: {told}" if where else told


def _check(source: WatchedSource, path: Path) -> None:
    if (source.feed is None) == (source.sitemap is None):
        raise SourcesError(f"{path}: {source.name!r} needs either a feed or a sitemap")
    if web_address(source.address) is None:
        raise SourcesError(f"{path}: {source.name!r}: {source.address[:80]!r} is no web address (http or https)")
    if source.first < 0:
        raise SourcesError(f"{path}: {source.name!r}: first must be 0 or more")
    try:
        if source.seconds < LEAST_EVERY:
            raise SourcesError(f"{path}: {source.name!r} is asked more than once a minute")
    except KeyError:
        raise SourcesError(f"{path}: {source.name!r}: every = {source.every!r} is no time; write 30m or 2h") from None


def seconds_of(every: str | int) -> float:
    """`30m` → 1800; KeyError for anything that is no time."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd]?)\s*", str(every), re.ASCII)
    if not found:
        raise KeyError(every)
    return float(found[1]) * _UNITS[found[2] or "s"]


def starter() -> str:
    """The starter file: the main Vietnamese papers and foreign ministries."""
    return Path(__file__).with_name("starter.toml").read_text("utf-8")
