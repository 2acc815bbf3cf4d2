"""One ledger contact told from all its reports. The result does not depend on the order of the reports."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from readout.link.days import Interval, interval_of
from readout.link.reports import FAMILIES, ContactReport, Tier
from readout.link.sameness import same_texts
from readout.link.sides import same_person
from readout.model.answers import HistoryEntry, LedgerContact, Move, SameText
from readout.model.records import Article, Contact, ContactTime, Participant, Place
from readout.model.vocabulary import Mode, Status
from readout.text.names import folded

_Value = TypeVar("_Value", bound=Hashable)
_OPEN_STATUS: tuple[Status, ...] = ("cancelled", "planned", "invited", "proposed", "denied", "hypothetical")
"""Among reports of one day the first of these wins."""
_DETAILS: tuple[Mode, ...] = ("phone-call", "video-call", "meeting", "talks", "summit", "visit", "letter", "contact")
_UNKNOWN_DAY = "9999"


class Told(Struct, frozen=True):
    """One report in full. `article` is stored under `report.article` and needs no text here."""

    report: ContactReport
    contact: Contact
    article: Article
    signature: str | None = None
    """Of the article's text (`readout.link.sameness`)."""

    @property
    def order(self) -> tuple[str, str, str]:
        """By publication, undated last, then by content."""
        return (self.article.published or _UNKNOWN_DAY, self.report.article, self.report.id)


def contact_record(contact_id: str, told: Iterable[Told]) -> LedgerContact:
    """The record of the contact; `part_of` and `series_number` are known to the ledger only and stay None."""
    reports = sorted(told, key=lambda one: one.order)
    published = [one.article.published for one in reports if one.article.published]
    participants = participants_of(one.contact.participants for one in reports)
    articles, same = {one.report.article for one in reports}, _same_text(reports)
    return LedgerContact(
        id=contact_id,
        mode=_mode(reports),
        status=status_of(reports),
        participants=participants,
        time=_time(reports),
        place=_place(reports),
        duration=_commonest([one.contact.duration for one in reports if one.contact.duration]),
        topics=_topics(reports),
        reports=len(articles),
        texts=len(articles) - sum(len(one.articles) - 1 for one in same),
        same_text=same,
        publishers=tuple(dict.fromkeys(one.article.publisher for one in reports if one.article.publisher)),
        first_published=min(published, default=None),
        history=tuple(history_of(reports)),
        series=_series(reports, participants),
        round=_commonest([one.contact.round for one in reports if one.contact.round]),
    )


def _same_text(reports: Sequence[Told]) -> tuple[SameText, ...]:
    """Which articles carry one text; articles and publishers in order of publication."""
    papers = {one.report.article: one.article.publisher for one in reports}
    place = {article: number for number, article in enumerate(papers)}
    groups = [
        sorted(group, key=lambda one: place[one])
        for group in same_texts({one.report.article: one.signature for one in reports})
    ]
    return tuple(
        SameText(
            articles=tuple(group), publishers=tuple(dict.fromkeys(paper for one in group if (paper := papers[one])))
        )
        for group in sorted(groups, key=lambda group: place[group[0]])
    )


def status_of(reports: Sequence[Told]) -> Status:
    """Held once anybody says so; ongoing until then; else what the newest reports say, a cancellation before a plan."""
    said = {one.contact.status for one in reports}
    for status in ("held", "ongoing"):
        if status in said:
            return status
    newest = max((_day(one) for one in reports if one.article.published), default=_UNKNOWN_DAY)
    last = {one.contact.status for one in reports if _day(one) == newest}
    return next(status for status in _OPEN_STATUS if status in (last or said))


def _day(one: Told) -> str:
    return (one.article.published or _UNKNOWN_DAY)[:10]


def _mode(reports: Sequence[Told]) -> Mode:
    modes = [one.contact.mode for one in reports]
    counts: Counter[Mode] = Counter(mode for mode in modes if mode != "contact") or Counter(modes)
    return min(counts, key=lambda mode: (-counts[mode], _DETAILS.index(mode)))


def _time(reports: Sequence[Told]) -> ContactTime:
    """The most certain time; among equals a visit's first and last day, then the one that most reports give."""
    timed = [one for one in reports if one.contact.time.edtf and one.report.tier is not Tier.FRESH]
    if not timed:
        return ContactTime()
    best = min(one.report.tier for one in timed)
    chosen = [one for one in timed if one.report.tier == best]
    if best is Tier.SCHEDULED:
        newest = max(_day(one) for one in chosen)
        chosen = [one for one in chosen if _day(one) == newest]
    if best is Tier.VAGUE:
        narrowest = min(one.report.hi - one.report.lo for one in chosen)
        chosen = [one for one in chosen if one.report.hi - one.report.lo == narrowest]
    spans = [one for one in chosen if one.report.family == "visit" and "/" in (one.contact.time.edtf or "")]
    times = [one.contact.time for one in spans or chosen]
    return _commonest(times, key=lambda time: (time.edtf, time.part)) or ContactTime()


def _series(reports: Sequence[Told], participants: Sequence[Participant]) -> str | None:
    """A leader's calls are no series with the ministers'; delegations and summits go by the countries alone."""
    block = reports[0].report.block
    if "?" in block:
        return None
    leading = min(reports, key=lambda one: (one.contact.mode == "contact", one.order))
    known = {one.country or "": one.person or "" for one in participants if one.person_id}
    people = [known[side] for side in sorted(known)] if len(known) == len(participants) > 1 else []
    return " ".join([block, FAMILIES[leading.contact.mode], ", ".join(people)]).strip()


def _place(reports: Sequence[Told]) -> Place | None:
    places = [one.contact.place for one in reports if one.contact.place]
    return _commonest([place for place in places if place.name] or places)


def _topics(reports: Sequence[Told]) -> tuple[str, ...]:
    counts = Counter(topic for one in reports for topic in set(one.contact.topics))
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], topic)))


def history_of(reports: Iterable[Told]) -> Iterator[HistoryEntry]:
    """What each report said; `reports` are in order of publication. A plan for another day than that of the plan before
    it was moved, also where no report says so."""
    plan: ContactTime | None = None
    for one in reports:
        told = one.contact
        since = told.moved_from or (plan if told.status == "planned" and _other_days(plan, told.time) else None)
        yield _entry(one, since)
        if told.status == "planned" and _days(told.time):
            plan = told.time


def _other_days(plan: ContactTime | None, now: ContactTime) -> bool:
    """Both are exact, and more than a day apart: a plan a day later may be the same one at another longitude."""
    before, after = _days(plan) if plan else None, _days(now)
    return before is not None and after is not None and (after.lo > before.hi + 1 or after.hi < before.lo - 1)


def _days(time: ContactTime) -> Interval | None:
    found = interval_of(time.edtf, time.part)
    return found if found and found.span else None


def _moved(since: ContactTime | None, now: ContactTime) -> Move | None:
    if since is None:
        return None
    before, after = interval_of(since.edtf, since.part), interval_of(now.edtf, now.part)
    return "brought-forward" if before and after and after.lo < before.lo else "postponed"


def _entry(one: Told, since: ContactTime | None) -> HistoryEntry:
    return HistoryEntry(
        status=one.contact.status,
        edtf=one.contact.time.edtf,
        part=one.contact.time.part,
        moved=_moved(since, one.contact.time),
        moved_from=since.edtf if since else None,
        published=one.article.published,
        article=one.report.article,
        publisher=one.article.publisher,
        url=one.article.url,
        mode=one.contact.mode,
        evidence=one.contact.evidence,
    )


def _commonest(values: Sequence[_Value], key: Callable[[_Value], Hashable] | None = None) -> _Value | None:
    """The value that occurs most often (equal by `key`); among equals the first in the given order."""
    keyed = [(key(value) if key else value) for value in values]
    counts = Counter(keyed)
    return max(zip(values, keyed, strict=True), key=lambda pair: counts[pair[1]])[0] if values else None


def participants_of(lists: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    """One participant for each person; a country stands alone only where nobody of it is named."""
    groups: dict[str | None, list[list[Participant]]] = {}
    for one in (one for participants in lists for one in participants):
        mates = groups.setdefault(one.country, [])
        home = next((mate for mate in mates if _same(one, mate[0])), None)
        if home is None:
            mates.append([one])
        else:
            home.append(one)
    merged = [_merge(mates) for people in groups.values() for mates in _named_first(people)]
    return tuple(participant for _, participant in sorted(merged, key=lambda pair: -pair[0]))


def _same(first: Participant, second: Participant) -> bool:
    if not first.person or not second.person:
        return not first.person and not second.person
    if first.person_id and second.person_id:
        return first.person_id == second.person_id
    return same_person(frozenset({f"~{folded(first.person)}"}), frozenset({f"~{folded(second.person)}"}))


def _named_first(people: list[list[Participant]]) -> list[list[Participant]]:
    return [mates for mates in people if mates[0].person] or people


def _merge(mates: list[Participant]) -> tuple[int, Participant]:
    roles = [one.role for one in mates if one.role != "participant"]
    return len(mates), Participant(
        person=_commonest([one.person for one in mates if one.person]),
        person_id=_commonest([one.person_id for one in mates if one.person_id]),
        office=_commonest([one.office for one in mates if one.office]),
        country=mates[0].country,
        role=_commonest(roles) or "participant",
    )


def days_of(time: ContactTime) -> tuple[int | None, int | None]:
    """First and last day that the time allows, as ordinals."""
    found = interval_of(time.edtf, time.part)
    return (found.lo, found.hi) if found else (None, None)
