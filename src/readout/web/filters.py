"""Filters, sorting and paging of lists: from the query of an address to a question, and back to links."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import NamedTuple, get_args

from readout.knowledge.codes import known_code
from readout.ledger.browsing import Browse, Order
from readout.model.answers import CommitmentQuery
from readout.model.vocabulary import Mode, Stage, Status
from readout.web.render import with_query

PER_PAGE = 25
LAST_PAGE = 2000
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


class Listing(NamedTuple):
    """What a list shows. Values that mean nothing are left out, so that any address gives a page."""

    path: str
    countries: tuple[str, ...] = ()
    person: str = ""
    topic: str = ""
    mode: str = ""
    status: str = ""
    paper: str = ""
    since: str = ""
    until: str = ""
    q: str = ""
    sort: Order = "newest"
    number: int = 1
    telling: bool = False
    """Of articles: only those that tell a fact."""

    def browse(self, limit: int | None = PER_PAGE) -> Browse:
        """The question to the ledger."""
        known = self.person if re.fullmatch(r"[a-z0-9-]+", self.person) and "-" in self.person else None
        return Browse(
            countries=self.countries, person=None if known else self.person or None, person_id=known,
            mode=self.mode or None, status=self.status or None, topic=self.topic or None,  # type: ignore[arg-type]
            publisher=self.paper or None, since=first_day(self.since), until=last_day(self.until), limit=limit,
        )  # fmt: skip

    def values(self) -> dict[str, object]:
        """The query of this list's address."""
        return {"q": self.q, "country": ",".join(self.countries), "person": self.person, "topic": self.topic,
                "mode": self.mode, "status": self.status, "paper": self.paper, "since": self.since,
                "until": self.until, "sort": "" if self.sort == "newest" else self.sort,
                "telling": "1" if self.telling else "", "page": self.number if self.number > 1 else ""}  # fmt: skip

    def link(self, **changed: object) -> str:
        """The address of this list with other values; another filter starts at the first page."""
        return with_query(self.path, {**self.values(), "page": "", **changed})

    def export(self, kind: str) -> str:
        """The address of the same list as `csv`, `json` or another format."""
        return with_query(f"{self.path}.{kind}", {**self.values(), "page": ""})

    @property
    def query_part(self) -> str:
        """Words and filters, as `?…`, for feeds and the calendar."""
        return with_query("", {**self.values(), "page": "", "sort": ""})

    @property
    def filtered(self) -> bool:
        return bool(self.q) or self.narrowed

    @property
    def narrowed(self) -> bool:
        """Whether more than words is asked for."""
        return any(value for name, value in self.values().items() if name not in ("q", "sort", "page"))


def listing(path: str, query: Mapping[str, str]) -> Listing:
    """Read the values of an address; what cannot be meant is left out."""
    clean = {name: value.replace("\x00", "").strip()[:200] for name, value in query.items()}
    codes = re.split(r"[,\s–]+", clean.get("country", "")) if clean.get("country") else []
    sort = clean.get("sort", "newest")
    return Listing(
        path, tuple(dict.fromkeys(filter(None, map(known_code, codes))))[:4],
        clean.get("person", ""), clean.get("topic", ""), _one_of(clean.get("mode"), get_args(Mode)),
        _one_of(clean.get("status"), get_args(Status)), clean.get("paper", ""),
        _date(clean.get("since")), _date(clean.get("until")), clean.get("q", ""),
        sort if sort in get_args(Order) else "newest", page_number(clean.get("page")), clean.get("telling") == "1",  # type: ignore[arg-type]
    )  # fmt: skip


class Promises(NamedTuple):
    """Which promises a list shows; the longest threads first, or those that were spoken of last."""

    query: CommitmentQuery
    newest: bool = False

    def link(self, **changed: object) -> str:
        """The address of this list with other values."""
        return with_query("/commitments", {**self._values(), **changed})

    def export(self, kind: str) -> str:
        return with_query(f"/commitments.{kind}", self._values())

    @property
    def query_part(self) -> str:
        """The filters alone, for feeds."""
        return with_query("", {**self._values(), "sort": ""})

    def _values(self) -> dict[str, object]:
        asked = self.query
        return {
            "q": asked.text,
            "committer": asked.committer,
            "counterparty": asked.counterparty,
            "stage": asked.stage,
            "sort": "newest" if self.newest else "",
        }


def promises(query: Mapping[str, str]) -> Promises:
    """Read the values of an address; what cannot be meant is left out."""
    clean = {name: value.replace("\x00", "").strip()[:200] for name, value in query.items()}
    return Promises(CommitmentQuery(
        text=clean.get("q") or None, committer=known_code(clean.get("committer", "")),
        counterparty=known_code(clean.get("counterparty", "")),
        stage=_one_of(clean.get("stage"), get_args(Stage)) or None,  # type: ignore[arg-type]
    ), clean.get("sort") == "newest")  # fmt: skip


def page_number(value: str | None) -> int:
    """A page's number, from 1."""
    return min(max(int(value), 1), LAST_PAGE) if value and re.fullmatch(r"[0-9]{1,6}", value) else 1


def _one_of(value: str | None, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else ""


def _date(value: str | None) -> str:
    return value if value and last_day(value) else ""


def first_day(value: str | None) -> str | None:
    """The first day of a day, month or year; a day that its month does not have is the last that it has."""
    parts = _DAY.fullmatch(value or "")
    return _clipped(parts[1], parts[2] or "01", parts[3] or "01") if parts else None


def last_day(value: str | None) -> str | None:
    """The last day of a day, month or year; a day that its month does not have is the last that it has."""
    parts = _DAY.fullmatch(value or "")
    return _clipped(parts[1], parts[2] or "12", parts[3] or "31") if parts else None


def _clipped(year: str, month: str, day: str) -> str | None:
    if not (int(year) and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{month}-{min(int(day), monthrange(int(year), int(month))[1]):02d}"


class Pages(NamedTuple):
    """Where in a list one is."""

    number: int
    total: int
    per_page: int = PER_PAGE

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.per_page
