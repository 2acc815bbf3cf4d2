"""One record for one event: the headline, the lead and the body speak of the same call."""

import datetime
from dataclasses import replace

from readout.model.records import ContactTime
from readout.model.vocabulary import Mode, Status
from readout.read.contacts.candidate import Candidate, Party

REMOTE = frozenset({"phone-call", "video-call"})
IN_PERSON = frozenset({"meeting", "talks", "summit"})
BUCKET: dict[Status, str] = {"held": "past", "ongoing": "past", "planned": "future", "invited": "future",
                             "proposed": "future", "cancelled": "off", "denied": "off", "hypothetical": "off"}


def family(mode: Mode) -> str:
    """Modes that may name one event: remote, in person, visit, letter; `contact` agrees with any."""
    return "remote" if mode in REMOTE else "in-person" if mode in IN_PERSON else mode


def one_record_each(candidates: list[Candidate], published: datetime.date | None) -> list[list[Candidate]]:
    """Bring the mentions of one event together; the first of each group carries what all of them say."""
    groups: list[list[Candidate]] = []
    for candidate in candidates:
        dated = _with_status_of_time(candidate, published)
        for group in groups:
            if same_event(group[0], dated):
                group[0] = _united(group[0], dated)
                group.append(dated)
                break
        else:
            groups.append([dated])
    return groups


def same_event(a: Candidate, b: Candidate) -> bool:
    """Same family of mode, the one's sides among the other's, no date, person or status that speaks against it."""
    if family(a.mode) != family(b.mode) and "contact" not in (a.mode, b.mode):
        return False
    if not (a.countries <= b.countries or b.countries <= a.countries):
        return False
    if _other_person(a, b) or not _dates_agree(a.time, b.time):
        return False
    return BUCKET[a.status] == BUCKET[b.status] or not (a.certain_status and b.certain_status)


def _other_person(a: Candidate, b: Candidate) -> bool:
    """Both name somebody for one side and it is not the same person."""
    for country in a.countries & b.countries:
        ours = {p.actor.key for p in a.parties if p.country == country and p.actor.person}
        theirs = {p.actor.key for p in b.parties if p.country == country and p.actor.person}
        if ours and theirs and not ours & theirs:
            return True
    return False


def _dates_agree(a: ContactTime, b: ContactTime) -> bool:
    if not a.edtf or not b.edtf or a.edtf == b.edtf:
        return True
    return a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf) or _inside(a.edtf, b.edtf) or _inside(b.edtf, a.edtf)


def _inside(day: str, interval: str) -> bool:
    if "/" not in interval or "/" in day:
        return False
    first, last = interval.split("/")
    return first <= day <= last


def _united(a: Candidate, b: Candidate) -> Candidate:
    """What both say: named people before bare sides, the more exact date, a stated status before an unstated one."""
    parties = list(a.parties)
    for party in b.parties:
        parties = _with(parties, party)
    time = a.time if a.time.edtf and (not b.time.edtf or len(a.time.edtf) >= len(b.time.edtf)) else b.time
    status, certain = (a.status, a.certain_status) if a.certain_status or not b.certain_status else (b.status, True)
    return replace(a, parties=parties, time=time, status=status, certain_status=certain,
                   mode=_mode(a.mode, b.mode), place=a.place or b.place, duration=a.duration or b.duration,
                   topics=tuple(sorted({*a.topics, *b.topics})))


def _with(parties: list[Party], new: Party) -> list[Party]:
    for index, known in enumerate(parties):
        if known.country == new.country:
            if known.actor.person is None and new.actor.person is not None:
                return [*parties[:index], Party(new.actor, known.role), *parties[index + 1:]]
            if known.actor.key == new.actor.key or new.actor.person is None:
                return parties
    return [*parties, new]


def _mode(a: Mode, b: Mode) -> Mode:
    order: tuple[Mode, ...] = ("video-call", "summit", "phone-call", "letter", "visit", "meeting", "talks", "contact")
    return min(a, b, key=order.index)


def _with_status_of_time(candidate: Candidate, published: datetime.date | None) -> Candidate:
    """Where the words leave the status open, the date tells: ahead is planned, under way is ongoing."""
    if candidate.certain_status or published is None or not candidate.time.edtf:
        return candidate
    today = published.isoformat()
    first, _, last = candidate.time.edtf.partition("/")
    if first > today[:len(first)]:
        return replace(candidate, status="planned", certain_status=True)
    if last and candidate.mode == "visit" and last >= today:
        return replace(candidate, status="ongoing", certain_status=True)
    return candidate
