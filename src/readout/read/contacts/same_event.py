"""One record for one event: the headline, the lead and the body speak of the same call."""

import datetime
import re
from dataclasses import replace
from typing import Final

from readout.model.records import ContactTime, Place
from readout.model.vocabulary import Mode, Status
from readout.read.actor import is_organisation
from readout.read.actors import Actor
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.day_parts import day_part_of
from readout.read.contacts.status_of_time import Today, with_status_of_time
from readout.read.offices import TOP_OFFICES

REMEMBERED: Final = 80
"""So many events are held in mind; no article tells more, and a text of a megabyte must not cost its square."""
NEWS: Final = (".meet", ".pair-verb", ".subject-with", ".call-to", ".welcome")
"""Rules whose cue is the verb of a clause, or may be it."""
FORUMS: Final = (".summit-of", ".conference-of", ".organisation-summit")
"""Rules of an organisation's own summit."""
REMOTE: Final = frozenset({"phone-call", "video-call"})
IN_PERSON: Final = frozenset({"meeting", "talks", "summit"})
BUCKET: dict[Status, str] = {
    "held": "past",
    "ongoing": "past",
    "planned": "future",
    "invited": "future",
    "proposed": "future",
    "cancelled": "off",
    "denied": "off",
    "hypothetical": "open",
}


def family(mode: Mode) -> str:
    """Modes that may name one event: remote, in person, visit, letter; `contact` agrees with any."""
    return "remote" if mode in REMOTE else "in-person" if mode in IN_PERSON else mode


def one_record_each(candidates: list[Candidate], published: datetime.date | None) -> list[list[Candidate]]:
    """Bring the mentions of one event together; the first of each group carries what all of them say."""
    today = Today(published) if published and any(one.time.edtf for one in candidates) else None
    groups: list[list[Candidate]] = []
    for candidate in _named(candidates):
        dated = with_status_of_time(candidate, today)
        for group in groups[-REMEMBERED:]:
            if same_event(group[0], dated) and not (_is_news(group[0]) and _is_old(dated, today)):
                group[0] = _united(group[0], dated)
                group.append(dated)
                break
        else:
            groups.append([dated])
    for group in groups:
        group[0] = _under_way(_many_leaders(group[0]))
    return groups


def _under_way(candidate: Candidate) -> Candidate:
    """What no mention calls past, and what one tells as going on."""
    if candidate.status == "held" and not candidate.certain_status and candidate.going_on:
        return candidate.with_status("ongoing", False)
    return candidate


def _is_news(candidate: Candidate) -> bool:
    """The title tells with a verb what has happened, and no day."""
    told = candidate.sentence.kind == "title" and candidate.rule.endswith(NEWS)
    return told and candidate.status == "held" and not candidate.time.edtf


def _is_old(candidate: Candidate, today: Today | None) -> bool:
    """What happened so long ago is no news of the day."""
    last = (candidate.time.edtf or "").rpartition("/")[2]
    return today is not None and last < today.long_ago[: len(last)]


def _named(candidates: list[Candidate]) -> list[Candidate]:
    """What the lead tells in a general word ("nói chuyện với") has the mode that the body gives this event's name.

    It must have it before the other meetings of the same two are compared with it.
    """
    for name in [one for one in candidates if one.this_one and not one.generic][:1]:
        first = next((i for i, one in enumerate(candidates) if one.generic and same_event(one, name)), None)
        if first is not None:
            lead = replace(candidates[first], mode=name.mode, generic=False)
            return [*candidates[:first], lead, *candidates[first + 1 :]]
    return candidates


def _many_leaders(candidate: Candidate) -> Candidate:
    """Leaders of three or more sides at one table are a summit."""
    leaders = [p for p in candidate.parties if p.actor.kind == "leader" or p.actor.office in TOP_OFFICES]
    if candidate.ceremony:
        return candidate
    if candidate.mode == "meeting" and len(candidate.countries) > 2 and leaders:
        return replace(candidate, mode="summit")
    return candidate


def same_event(a: Candidate, b: Candidate) -> bool:
    """Same family of mode, the one's sides among the other's, no date, person or status that speaks against it."""
    if (
        a.mode != b.mode
        and family(a.mode) != family(b.mode)
        and "contact" not in (a.mode, b.mode)
        and not ((a.generic or b.generic) and "visit" not in (a.mode, b.mode))
    ):
        return False
    if a.earlier != b.earlier and not (a.time.edtf and a.time.edtf == b.time.edtf):
        return False
    if a.mode == b.mode == "visit" and not _guests(a) & _guests(b):
        return False
    if not (a.countries <= b.countries or b.countries <= a.countries or _same_forum(a, b)):
        return False
    if (a.round and b.round and a.round != b.round) or _again_that_day(a, b):
        return False
    if a.sentence is b.sentence and a.many != b.many and a.mode != "visit":
        return False
    if a.mode == b.mode == "meeting" and (_session_beside(a, b) or _session_beside(b, a)):
        return False
    if _other_table(a, b) or _other_table(b, a) or _different_table(a, b):
        return False
    if _other_person(a, b):
        return False
    if _moved(a, b):
        return True
    if not (dates_agree(a.time, b.time) or _said_next_day(a, b)):
        return False
    return _declined(a, b) or not (a.certain_status and b.certain_status) or _statuses_agree(a.status, b.status)


def _moved(a: Candidate, b: Candidate) -> Candidate | None:
    """ "Hoãn chuyến thăm", and for which day: the one of the two that tells the new day, or None."""
    for off, new in ((a, b), (b, a)):
        if off.put_off and new.status == "planned" and new.moved_from and new.time.edtf:
            known = [day for day in (new.time, new.moved_from) if day.edtf]
            return new if any(dates_agree(off.time, day) for day in known) else None
    return None


def _again_that_day(a: Candidate, b: Candidate) -> bool:
    """ "Sáng 4/2, A điện đàm với B. Tối cùng ngày, hai người điện đàm lần thứ hai": counted, and at another hour."""
    if (a.round or 1) == (b.round or 1) or not a.time.edtf or a.time.edtf != b.time.edtf:
        return False
    one, other = day_part_of(a.time.text), day_part_of(b.time.text)
    return one is not None and other is not None and one != other


def _session_beside(session: Candidate, meeting: Candidate) -> bool:
    """The third session of the joint committee of two countries, and who was received on that occasion."""
    named = {p.country for p in meeting.parties if p.actor.person}
    return bool(session.round) and not meeting.round and not session.people and len(named) > 1


def _statuses_agree(a: Status, b: Status) -> bool:
    """One bucket; what may or may not come is also what somebody proposes."""
    return BUCKET[a] == BUCKET[b] or {BUCKET[a], BUCKET[b]} == {"open", "future"}


def _same_forum(a: Candidate, b: Candidate) -> bool:
    """One summit of a forum, or one day's meeting of its ministers, of which two sentences tell that others come."""
    forum = {country for country in a.countries & b.countries if is_organisation(country)}
    one_day = bool(a.time.edtf) and a.time.edtf == b.time.edtf and a.mode == b.mode == "meeting"
    return bool(forum) and (one_day or all(one.mode == "summit" and one.rule.endswith(FORUMS) for one in (a, b)))


def _said_next_day(a: Candidate, b: Candidate) -> bool:
    """Somebody says on the day after it, or at another longitude, that it has just happened."""
    if not b.just or a.people != b.people or not (_is_day(a.time) and _is_day(b.time)):
        return False
    first, second = (datetime.date.fromisoformat(one.time.edtf or "") for one in (a, b))
    return (second - first).days == 1


def _is_day(time: ContactTime) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf or "") is not None


def _declined(a: Candidate, b: Candidate) -> bool:
    """An invitation, and that it was declined."""
    return a.mode == b.mode == "visit" and {a.status, b.status} == {"invited", "denied"}


def _guests(visit: Candidate) -> set[str | None]:
    return {p.country for p in visit.parties if p.role == "guest"}


def _different_table(a: Candidate, b: Candidate) -> bool:
    """Leaders' meeting and their delegations' talks are two; so are a summit of an organisation and talks beside it."""
    if a.mode == b.mode:
        return False
    if {a.mode, b.mode} == {"meeting", "talks"} and not (a.generic or b.generic):
        meeting, talks = (a, b) if a.mode == "meeting" else (b, a)
        if len({p.country for p in meeting.parties if p.actor.person}) > 1 and not talks.people:
            return True
    if a.attended != b.attended and {a.mode, b.mode} == {"meeting", "summit"}:
        return True
    if "summit" in (a.mode, b.mode):
        only_one = a.countries ^ b.countries
        return any(
            p.country in only_one and p.actor.kind == "side" and is_organisation(p.country)
            for p in (*a.parties, *b.parties)
        )
    return False


def _other_table(few: Candidate, many: Candidate) -> bool:
    """Two people named as the two of a meeting, and one with a third person, are two meetings."""
    if few.one_to_one and len(few.countries) < len(many.countries):
        return True
    if not _lists_all(few):
        return False
    if few.mode == many.mode == "summit" and _of_a_forum(many) - few.countries:
        return True  # "thượng đỉnh Nhật - Hàn bên lề hội nghị APEC"
    pair = all(p.actor.person for p in few.parties)
    others = any(p.actor.person and p.country not in few.countries for p in many.parties)
    return (pair and others) or (_lists_all(many) and few.countries < many.countries)


def _of_a_forum(summit: Candidate) -> set[str | None]:
    """The organisation whose own conference it is."""
    if not summit.rule.endswith((".conference-of", ".summit-of")):
        return set()
    return {p.country for p in summit.parties if p.actor.kind == "side" and is_organisation(p.country)}


def _lists_all(candidate: Candidate) -> bool:
    """The frame names all who take part ("cuộc gặp Mỹ - Nga", "giữa Mỹ và Nga")."""
    return candidate.rule.endswith((".noun-pair", ".between"))


def _other_person(a: Candidate, b: Candidate) -> bool:
    """Both name somebody for one side and it is not the same person."""
    ours, theirs = _named_people(a), _named_people(b)
    for one in ours if theirs else ():
        of_it = {other.key for other in theirs if other.country == one.country}
        if of_it and not any(ally.key in of_it for ally in ours if ally.country == one.country):
            return True
    return _leader_and_minister(a, b) or _leader_and_minister(b, a)


def _named_people(candidate: Candidate) -> list[Actor]:
    return [p.actor for p in candidate.parties if p.actor.person and p.actor.country]


def other_people(told: Candidate, parties: list[Party]) -> bool:
    """The parties are two people of the contact's sides, and neither of them took part in it."""
    people = {p.actor.key for p in parties if p.actor.person}
    known = {p.country for p in told.parties if p.actor.person}
    return len(people) > 1 and {p.country for p in parties if p.actor.person} == known and not people & told.people


def _leader_and_minister(a: Candidate, b: Candidate) -> bool:
    """The one says that a country's leader met, the other names a minister or an envoy of that country."""
    led = {p.country for p in a.parties if p.actor.kind == "leader" and p.actor.person is None}
    if not led:
        return False
    named = {p.country: p.actor.office for p in b.parties if p.actor.person and p.actor.office}
    return any(named[country] not in TOP_OFFICES for country in led & named.keys())


def dates_agree(a: ContactTime, b: ContactTime) -> bool:
    """Whether both may be one day: one of them is unknown, or lies within the other."""
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
    time = _exact(a, b)
    status, certain = _status(a, b)
    if _declined(a, b):
        status, time = "invited", a.time if a.status == "invited" else b.time  # the other day is that of the refusal
    if moved := _moved(a, b):
        status, time, certain = moved.status, moved.time, True
    both = a.with_parties(parties)
    both.status, both.certain_status, both.time, both.mode = status, certain, time, _mode(a, b)
    both.moved_from = a.moved_from or b.moved_from
    both.put_off = status == "cancelled" and (a.put_off or b.put_off)
    both.generic, both.one_to_one = a.generic and b.generic, a.one_to_one or b.one_to_one
    both.going_on = a.going_on or b.going_on
    both.place, both.duration, both.round = _place(a.place, b.place), a.duration or b.duration, a.round or b.round
    return both


def _exact(a: Candidate, b: Candidate) -> ContactTime:
    """The more exact of two times: a day rather than its week or its month; a visit keeps the days that it lasts."""
    if not a.time.edtf or not b.time.edtf:
        return a.time if a.time.edtf else b.time
    for day, span in ((a.time, b.time), (b.time, a.time)):
        if _inside(day.edtf or "", span.edtf or "") and (a.mode != "visit" or span.basis == "relative"):
            return day
    return a.time if len(a.time.edtf) >= len(b.time.edtf) else b.time


def _status(a: Candidate, b: Candidate) -> tuple[Status, bool]:
    """What the words of one say before what those of the other only suggest; "held" without a word says nothing."""
    told = b if b.certain_status or a.status == "held" else a
    return (a.status, True) if a.certain_status else (told.status, told.certain_status)


def _place(a: Place | None, b: Place | None) -> Place | None:
    """The named place before the bare country."""
    if a is None or (b is not None and a.name is None and b.name is not None and a.country in (None, b.country)):
        return b
    return a


def _with(parties: list[Party], new: Party) -> list[Party]:
    for index, known in enumerate(parties):
        if known.country == new.country:
            leads = new.actor.kind == "leader" and known.actor.office in TOP_OFFICES
            if known.inferred and not new.inferred and new.actor.kind != "side" and not leads:
                return [*parties[:index], Party(new.actor, known.role), *parties[index + 1 :]]
            if new.inferred and not known.inferred and known.actor.kind != "side":
                return parties
            if known.actor.person is None and new.actor.person is not None:
                return [*parties[:index], Party(new.actor, known.role), *parties[index + 1 :]]
            if known.actor.key == new.actor.key or new.actor.person is None:
                return parties
    return [*parties, new]


def _mode(a: Candidate, b: Candidate) -> Mode:
    """The more telling word: a call by video is no bare call, what one calls talks is no bare meeting of officials."""
    if a.mode == b.mode:
        return a.mode
    if a.generic != b.generic and "contact" not in (a.mode, b.mode):
        return b.mode if a.generic else a.mode
    order: tuple[Mode, ...] = ("video-call", "summit", "phone-call", "letter", "visit", "meeting", "talks", "contact")
    titled = {p.country for p in (*a.parties, *b.parties) if p.actor.person or p.actor.kind in ("office", "leader")}
    if {a.mode, b.mode} == {"meeting", "talks"} and len(titled) < 2:
        return "talks"
    return min(a.mode, b.mode, key=order.index)
