"""The day of a contact that its own sentence does not tell: from the announcement, or from the lead below a title."""

from typing import Final

from readout.model.records import ContactTime, Time
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate
from readout.read.contacts.told_times import time_of

HAPPENED: Final = ("held", "ongoing")


class Dating:
    """Dates candidates from other sentences; `reports` are symbols of reporting verbs, `published` a day or None."""

    def __init__(self, views: list[View], reports: frozenset[str], published: str | None) -> None:
        self._views = views
        self._reports = reports
        self._published = published

    def dated(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates, the first event's with the day of its announcement, those of the title with the lead's."""
        return self._by_lead([self._by_welcome(c) for c in self._by_announcement(candidates)])

    def _by_welcome(self, candidate: Candidate) -> Candidate:
        """Those who sit down "ngay sau lễ đón" do it on the day of the welcome that a sentence before told."""
        if candidate.time.edtf or candidate.status != "held" or candidate.mode not in ("meeting", "talks"):
            return candidate
        own = next((view for view in self._views if view.sentence is candidate.sentence), None)
        welcome = _welcome(own) if own else None
        if own is None or welcome is None or not any(t.has("after-event") for t in own.tokens[:welcome]):
            return candidate
        day = self._day_of_welcome(own)
        return candidate.on(_stated(day)) if day else candidate

    def _day_of_welcome(self, own: View) -> Time | None:
        """The last day told before the welcome, or in one before it, of a sentence in front of `own`."""
        day: Time | None = None
        for view in self._views:
            if view is own:
                break
            welcome = _welcome(view)
            if welcome is not None:
                told = [time for t in view.tokens[:welcome] if (time := time_of(t)) is not None and _day(time)]
                day = told[-1] if told else day
        return day

    def _by_announcement(self, candidates: list[Candidate]) -> list[Candidate]:
        """The first contact that was held, a call or a meeting, is what the announcement in its paragraph is about
        ("tuyên bố ngày 24/11")."""
        first = candidates[0] if candidates else None
        if first is None or first.time.edtf or first.status != "held" or first.mode in ("visit", "letter"):
            return candidates
        for view in self._views:
            if view.sentence.paragraph != first.sentence.paragraph:
                continue
            for at in range(1, len(view.tokens)):
                time = time_of(view.tokens[at])
                if time is None or not view.tokens[at - 1].has("announcement"):
                    continue
                if time.type == "DATE" and time.grain == "day":
                    return [first.on(_stated(time)), *candidates[1:]]
        return candidates

    def _by_lead(self, candidates: list[Candidate]) -> list[Candidate]:
        """A title and its lead tell one event: the one day of the lead, where nobody says anything on it and no other
        contact has it, is the day of what the title says has happened."""
        if not any(_is_undated_title(c) for c in candidates):
            return candidates
        lead = next((view for view in self._views if view.sentence.kind == "body"), None)
        time = self._only_day(lead) if lead else None
        if lead is None or time is None:
            return candidates
        there = {actor.country for actors in lead.actors.values() for actor in actors}
        return [
            c.on(_stated(time))
            if _is_undated_title(c)
            and c.countries & there
            and not _told_otherwise(c, candidates, time)
            and not any(_alike(c, other) and other.sentence is lead.sentence for other in candidates)
            else c
            for c in candidates
        ]

    def _only_day(self, lead: View) -> Time | None:
        """The one day that the sentence names, not ahead, in a sentence that reports no saying."""
        times = [time for t in lead.tokens if (time := time_of(t)) is not None]
        days = {day: time for time in times if (day := _day(time))}
        if len(days) != 1 or not self._reports.isdisjoint(lead.present) or _of_a_gathering(lead):
            return None
        ((day, time),) = days.items()
        return None if self._published and day > self._published else time


def _welcome(view: View) -> int | None:
    """Where the sentence tells of a welcome, or None."""
    for at, token in enumerate(view.tokens):
        if token.has("reception") or token.has("host-verb"):
            return at
    return None


def _is_undated_title(candidate: Candidate) -> bool:
    """The title says that it has happened, and not on which day; talks that go on have none."""
    if candidate.sentence.kind != "title" or candidate.time.edtf or candidate.status not in HAPPENED:
        return False
    return not (candidate.going_on and candidate.mode == "talks")


def _of_a_gathering(lead: View) -> bool:
    """The sentence says on what other occasion its day was ("trong cuộc họp với các quan chức ngày 16/8")."""
    held_in = (at for at, token in enumerate(lead.tokens[:-1]) if token.value("occasion") == "open")
    at = next((at for at in held_in if lead.tokens[at + 1].has("meet-n")), len(lead.tokens))
    return any((time := time_of(token)) is not None and _day(time) for token in lead.tokens[at:])


def _alike(a: Candidate, b: Candidate) -> bool:
    """The lead tells of the contact itself, and its date belongs to something else."""
    return a.countries == b.countries and a.mode == b.mode


def _day(time: Time) -> str | None:
    """The calendar day of a time that names one, or None."""
    day = (time.edtf or "")[:10]
    return day if len(day) == 10 and "/" not in (time.edtf or "") and day[-1].isdecimal() else None


def _told_otherwise(candidate: Candidate, candidates: list[Candidate], time: Time) -> bool:
    """Another contact than the candidate's has the day, or the same one has another."""
    day = (time.edtf or "")[:10]
    for other in candidates:
        same = other.countries == candidate.countries
        another = other.mode != candidate.mode and other.people > candidate.people
        if same and other.time.edtf and (other.time.edtf[:10] != day or another):
            return True
        if not same and other.time.edtf and other.time.edtf[:10] == day:
            return True
    return False


def _stated(time: Time) -> ContactTime:
    return ContactTime(edtf=(time.edtf or "")[:10], part=time.part, basis="stated", text=time.text)
