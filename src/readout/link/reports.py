"""One report of a contact, made comparable: who, by what means, on which days, and how certain the day is."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Literal

from msgspec import Struct

from readout.link.days import Interval, day_of, interval_of
from readout.link.forums import block_of, forum_of
from readout.link.identity import content_id
from readout.link.sides import Sides, sides_of
from readout.link.wording import words_of
from readout.model.records import Article, Contact, Participant
from readout.model.vocabulary import Mode, Status
from readout.text.names import folded

Family = Literal["remote", "in-person", "visit", "letter", "contact"]

FAMILIES: dict[Mode, Family] = {
    "phone-call": "remote",
    "video-call": "remote",
    "meeting": "in-person",
    "talks": "in-person",
    "summit": "in-person",
    "visit": "visit",
    "letter": "letter",
    "contact": "contact",
}

_HELD = ("held", "ongoing")
_LASTING: dict[Family, int] = {"visit": 21, "in-person": 5}
"""Longest event, in days, whose first and last day a report gives; a longer range says "some day within"."""

_PROCESS = ".talks-implied"
"""End of the name of the rules, of any language, that read talks from their name alone."""

_TELLING = 8
"""Words of a paragraph from which two papers with the same ones print one text."""
_PROSE = 20
"""Words from which a paragraph is no headline, which may come again for another exchange days later."""


class Tier(IntEnum):
    """How certainly a report places its contact in time; a lower number is more certain."""

    STATED = 1
    """Held, on a day (or first to last day) that the text states."""
    RECKONED = 2
    """Held, on a day reckoned from the publication date ("this morning"): a time zone may move it by one."""
    SCHEDULED = 3
    """Not (yet) held, on a stated day."""
    FRESH = 4
    """Held, no day given: shortly before it was published."""
    FORESEEN = 5
    """Planned, invited, proposed or cancelled, no day given."""
    VAGUE = 6
    """Some day within a month, a season, a year."""
    LOOSE = 7
    """Denied, hypothetical or a process without a day, or nothing that gives a day: joined to another day only by
    reprints of one text."""


_SIGNS = {Tier.FRESH: "~", Tier.FORESEEN: "?", Tier.LOOSE: "!"}
"""Marks the label of a day that is only the day of publication."""


DATED = (Tier.STATED, Tier.RECKONED, Tier.SCHEDULED)
"""Tiers of reports that give a day."""


class Move(Struct, frozen=True, array_like=True):
    """A plan is moved to another day: the days on which it was to be before, and when that was published."""

    lo: int
    hi: int
    published: int
    told: bool
    """The days were told; else they are all on which an open plan may have been."""


class ContactReport(Struct, frozen=True, array_like=True):
    """What linking knows of one contact in one article. Days are ordinals (`readout.link.days`)."""

    id: str
    article: str
    block: str
    """Sorted country codes, or the forum whose summit it is; reports with different blocks are never joined."""
    tier: Tier
    day: int
    """First day of the event, or the day of publication where the report gives no day."""
    lo: int
    hi: int
    label: str
    """The day as a word, the same for every report of the cell."""
    family: Family
    mode: Mode
    status: Status
    sides: Sides
    host: str | None = None
    """Country that a visit goes to, or in which the contact takes place."""
    place: str | None = None
    """Folded name of the place."""
    published: int | None = None
    move: Move | None = None
    number: int = 1
    """Which of several exchanges it is, where the report counts them."""
    words: str | None = None
    """A digest of the paragraph that tells it, where it has no day of its own: equal in reprints of one text. None
    where few words or no known publication make it no sign of that."""
    prose: bool = False
    """Whether that paragraph is so long that it is printed again, and not written, also on another day."""

    @property
    def cell(self) -> tuple[str, int, str]:
        """Reports of one cell are compared with each other first."""
        return (self.block, int(self.tier), self.label)

    @property
    def held(self) -> bool:
        """Whether it says that the contact took or takes place."""
        return self.status in _HELD


def report_of(article: Article, article_id: str, contact: Contact) -> ContactReport:
    """The report of `contact` in `article`; its id is derived from the ledger's id of the article and the contact's."""
    report_id = content_id("r", article_id, contact.id)
    sides = sides_of(contact.participants)
    published = day_of(article.published)
    family = FAMILIES[contact.mode]
    days = _event_days(contact)
    tier = _tier(contact, family, days, published)
    lo, hi, label = _placed(contact, tier, days, published)
    told = _told_in(article, contact) if tier > Tier.SCHEDULED and published is not None else ()
    return ContactReport(
        id=report_id,
        article=article_id,
        block=_block(article, contact, sides, report_id),
        tier=tier,
        day=lo,
        lo=lo,
        hi=hi,
        label=label,
        family=family,
        mode=contact.mode,
        status=contact.status,
        sides=sides,
        host=_host(contact, family),
        place=folded(contact.place.name) if contact.place and contact.place.name else None,
        published=published,
        move=_move(contact, tier, lo, published),
        number=contact.round or 1,
        words=content_id("w", *told) if len(told) >= _TELLING else None,
        prose=len(told) >= _PROSE,
    )


def _told_in(article: Article, contact: Contact) -> Sequence[str]:
    """Words of the paragraph of the last evidence: papers change the title of a text rather than its body."""
    if not contact.evidence:
        return ()
    last = max(contact.evidence, key=lambda one: (one.start, one.end))
    start, end = article.text.rfind("\n", 0, last.start) + 1, article.text.find("\n", last.end)
    return words_of(article.text[start : end if end >= 0 else None]).folded


def _move(contact: Contact, tier: Tier, day: int, published: int | None) -> Move | None:
    """Where a contact on a known day, or in a known time of some days that are told, was planned for others before."""
    if contact.moved_from is None or published is None:
        return None
    before = interval_of(contact.moved_from.edtf, contact.moved_from.part)
    if before:
        return Move(before.lo, before.hi, published, True) if tier in (*DATED, Tier.VAGUE) else None
    if tier not in DATED:
        return None
    return Move(published, day - 1, published, False) if published < day else None


def _block(article: Article, contact: Contact, sides: Sides, report_id: str) -> str:
    if forum := forum_of(contact, (article.published or "")[:4]):
        return block_of(forum)
    return "-".join(sorted(sides)) if len(sides) > 1 else f"{'-'.join(sides)}?{report_id}"


def _event_days(contact: Contact) -> Interval | None:
    if contact.time.basis == "published":
        return None
    return interval_of(contact.time.edtf, contact.time.part)


def _tier(contact: Contact, family: Family, days: Interval | None, published: int | None) -> Tier:
    if days is None:
        return _undated_tier(contact, published)
    if not (days.exact or (days.span and days.days <= _LASTING.get(family, 1))):
        return Tier.LOOSE if _too_late(contact, days, published) else Tier.VAGUE
    if contact.status not in _HELD:
        return Tier.SCHEDULED
    return Tier.RECKONED if contact.time.basis == "relative" else Tier.STATED


def _too_late(contact: Contact, days: Interval, published: int | None) -> bool:
    """Told as to come when the time that it is given was over: it was given the time of another contact."""
    return contact.status in ("planned", "invited", "proposed") and published is not None and days.hi < published


def _undated_tier(contact: Contact, published: int | None) -> Tier:
    if contact.time.edtf and contact.time.basis != "published":
        return Tier.LOOSE
    if published is None or contact.status in ("denied", "hypothetical"):
        return Tier.LOOSE
    if contact.status not in _HELD:
        return Tier.FORESEEN
    return Tier.LOOSE if _is_process(contact) else Tier.FRESH


def _is_process(contact: Contact) -> bool:
    """Whether no words say that these sides sat down: "the talks", whose sides the article tells elsewhere, may be all
    that they say to each other for months ("while the peace talks drag on")."""
    return bool(contact.evidence) and all(one.rule.endswith(_PROCESS) for one in contact.evidence)


def _placed(contact: Contact, tier: Tier, days: Interval | None, published: int | None) -> tuple[int, int, str]:
    if days is None:
        day = published or 0
        return day, day, f"{_SIGNS[tier]}{day}{contact.time.edtf or ''}"
    if tier is Tier.VAGUE:
        return days.lo, days.hi, f"{contact.time.edtf} {contact.time.part or ''}".strip()
    return days.lo, days.hi, str(days.lo)


def _host(contact: Contact, family: Family) -> str | None:
    """The country in which it takes place: the place's, else the host's of a visit."""
    if contact.place and contact.place.country:
        return contact.place.country
    return _country_by_role(contact.participants) if family == "visit" else None


def _country_by_role(participants: tuple[Participant, ...]) -> str | None:
    hosts = {one.country for one in participants if one.role == "host" and one.country}
    if len(hosts) == 1:
        return hosts.pop()
    guests = {one.country for one in participants if one.role == "guest"}
    others = {one.country for one in participants if one.country and one.country not in guests}
    return others.pop() if guests and len(others) == 1 else None
