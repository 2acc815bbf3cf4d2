"""From sentences to contacts: candidates by frame, then one record for what is told several times."""

import datetime
from collections.abc import Sequence
from typing import Final

from readout.model.records import Contact, ContactTime, Place
from readout.model.vocabulary import Mode, Status
from readout.read.actor import is_organisation
from readout.read.actors import Actor
from readout.read.analysis import Analysis, View
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.carried import as_ahead_as, likewise_told, of_the_summit_told
from readout.read.contacts.conflicts import Conflicts
from readout.read.contacts.context import Context
from readout.read.contacts.dating import Dating
from readout.read.contacts.forums import Forums, year_in_name
from readout.read.contacts.frames import Frame, frame_grammar
from readout.read.contacts.implied import ImpliedParties
from readout.read.contacts.journeys import Journeys
from readout.read.contacts.known import Known, KnownMeetings
from readout.read.contacts.modes import CEREMONIES, mode_of
from readout.read.contacts.moved import Moving
from readout.read.contacts.no_contact import is_no_contact
from readout.read.contacts.parties import PartyFinder
from readout.read.contacts.pronouns import pronouns_of
from readout.read.contacts.record import Topics, record_of
from readout.read.contacts.references import AHEAD, References
from readout.read.contacts.same_event import (
    REMEMBERED,
    dates_agree,
    family,
    one_record_each,
)
from readout.read.contacts.scene import Scene
from readout.read.contacts.setting import Setting
from readout.read.contacts.status import StatusReader
from readout.read.contacts.subjects import Subjects
from readout.read.contacts.under_way import goes_on
from readout.read.offices import TOP_OFFICES

NO_SIDE: Final = ("FIFA", "IOC")
"""Organisations of sport act for no country."""
LEAD: Final = 4
"""So many sentences are title and lead."""
PLAYED: Final = ("meeting", "visit", "summit", "contact", "letter")
"""What teams and fans do as well; nobody but governments holds talks or calls between countries."""
ALONE: Final = ("summit", "many")
"""Shapes of which the words may name one side only: an organisation's own meeting, somebody who meets many."""
WELCOMED: Final = 4
"""So many tokens after the words of a welcome its guest may be said to be on a visit."""
FULL_ARTICLE: Final = 8
"""From so many sentences on a text is a whole article, whose main pair a bare "cuộc gọi" may mean."""


def read_contacts(analysis: Analysis) -> tuple[Contact, ...]:
    """The contacts of an article in the order of their first mention; ids are `c1`, `c2` …"""
    return read_all_contacts([analysis])[0]


def read_all_contacts(analyses: Sequence[Analysis]) -> list[tuple[Contact, ...]]:
    """`read_contacts` for each of the articles, step by step: topics are searched for in all of them at once, while the
    processor has the words at hand."""
    every = [_contacts(one) for one in analyses]
    topics = [
        Topics(contacts, one.text, one.lowered, one.knowledge.topic_lexicon)
        for one, contacts in zip(analyses, every, strict=True)
    ]
    return [
        tuple([record_of(number, group, one.text, raised) for number, group in enumerate(contacts, 1)])
        for one, contacts, raised in zip(analyses, every, topics, strict=True)
    ]


def _contacts(analysis: Analysis) -> list[list[Candidate]]:
    """The contacts of an article, each by its mentions."""
    candidates = _candidates(analysis)
    if not candidates:
        return []
    candidates = [c for c in candidates if not _told_one_by_one(c, candidates)]
    reports = analysis.grammar.symbols.reporting()
    candidates = Dating(analysis.views, reports, _day_of(analysis)).dated(candidates)
    return one_record_each(candidates, analysis.published)


def _candidates(analysis: Analysis) -> list[Candidate]:
    """The mentions of contacts, in order. What reads one is made for the first: every other article has none."""
    if not analysis.views:
        return []
    language = analysis.knowledge.language
    grammar, pronouns = frame_grammar(language), pronouns_of(language)
    context = Context()
    reader: _ContactReader | None = None
    found: list[Candidate] = []
    for view in analysis.views:
        if view.sentence.kind in ("credit", "headline"):
            continue
        if grammar.may_fit(view):
            resolved = pronouns.resolved(view, context.actors)
            frames = grammar.frames(resolved)
            if frames:
                reader = reader or _ContactReader(analysis, context)
                found.extend(reader.candidates(resolved, frames, found[-REMEMBERED:]))
        context.remember(view)
    return found


def _day_of(analysis: Analysis) -> str | None:
    return analysis.published.isoformat() if analysis.published else None


def _party_finder(analysis: Analysis, conflicts: Conflicts, published: str | None) -> PartyFinder:
    """Who takes part, with what the whole article says of it: its main pair, the leaders it names, its lists."""
    symbols = analysis.grammar.symbols
    subjects = Subjects(analysis.knowledge.places, symbols)
    main_pair = analysis.cast.main_pair() if len(analysis.views) >= FULL_ARTICLE else []
    implied = ImpliedParties(subjects, conflicts, main_pair, analysis.cast.leaders, symbols, analysis.views[:LEAD])
    journeys = Journeys(subjects, symbols, analysis.knowledge.home, main_pair)
    prepositions = symbols.set_of("preposition")
    forums = Forums(subjects, conflicts, published)
    return PartyFinder(subjects, journeys, prepositions, implied, analysis.views, forums)


class _ContactReader:
    def __init__(self, analysis: Analysis, context: Context) -> None:
        self._analysis = analysis
        self._context = context
        self._published = analysis.published
        symbols, published = analysis.grammar.symbols, _day_of(analysis)
        conflicts = Conflicts(analysis.knowledge, published)
        self._marks = symbols.set_of("stop", "semicolon", "colon", "comma")
        self._parties = _party_finder(analysis, conflicts, published)
        self._scene = Scene(analysis.knowledge, symbols, conflicts)
        self._setting = Setting(self._scene, symbols, analysis.published)
        self._moving = Moving(symbols, published)
        self._known = KnownMeetings(analysis.knowledge, published)
        self._status = StatusReader(symbols)
        self._references = References(self._parties, self._setting, self._status)

    def candidates(self, view: View, frames: list[Frame], before: list[Candidate]) -> list[Candidate]:
        """The mentions that the frames of a sentence tell; `before` are those of the sentences before."""
        found: list[Candidate] = []
        for frame in frames:
            if not self._tells_of_several(view, frame):
                told = before + found if found else before
                found.extend(self._mentions(view, frame, told, found))
        return found

    def _mentions(self, view: View, frame: Frame, before: list[Candidate], beside: list[Candidate]) -> list[Candidate]:
        """What one frame tells; `beside` are those of `before` that the same sentence tells."""
        known = self._known_by_place(view, frame)
        told = None if known else self._references.told(view, frame, before)
        groups = known or self._parties.groups(view, frame, self._context.actors, before)
        if told is not None:
            return self._references.again(view, frame, told, groups, self._candidate)
        found: list[Candidate] = []
        for number, parties in enumerate(groups):
            candidate = self._candidate(view, frame, parties)
            if candidate is not None:
                all_before, all_beside = (before + found, beside + found) if found else (before, beside)
                candidate = self._as_told(view, frame, candidate, all_before, all_beside)
                if number and self._status.leaves_for_it(view, frame):
                    candidate = candidate.with_status("planned", True)
                if self._received(view, frame, candidate, all_beside):
                    candidate = candidate.with_status("ongoing", frame.shape == "host")
                found.extend([candidate, *self._earlier(view, frame, candidate)])
        return found

    def _as_told(
        self, view: View, frame: Frame, candidate: Candidate, before: list[Candidate], beside: list[Candidate]
    ) -> Candidate:
        """The candidate with what it takes over from those told before it."""
        if beside and self._likewise(view, frame):
            candidate = likewise_told(candidate, beside[-1])
        if frame.rule.endswith("conference-of"):
            candidate = of_the_summit_told(candidate, before)
        if beside and frame.rule.endswith("work-abroad"):
            candidate = as_ahead_as(candidate, beside[-1])
        if self._beside_a_plan(view, frame, beside):
            candidate = candidate.with_status("planned", True)
        return candidate

    def _beside_a_plan(self, view: View, frame: Frame, found: list[Candidate]) -> bool:
        """The summit beside which a meeting is ahead ("sẽ gặp ông A bên lề hội nghị G20") is ahead itself, also where
        another word for the meeting stands between ("tính gặp nhau, trong đó có cuộc gặp bên lề hội nghị G20")."""
        if frame.shape != "summit" or not found or not frame.cue or not view.tokens[frame.cue - 1].has("beside-event"):
            return False
        last = found[-1]
        return last.status in AHEAD or (not last.certain_status and any(one.status in AHEAD for one in found))

    def _received(self, view: View, frame: Frame, visit: Candidate, found: list[Candidate]) -> bool:
        """A guest who was welcomed or received these days ("chủ trì lễ đón", "tiếp ông A thăm chính thức") is
        still there."""
        if visit.mode != "visit" or visit.status != "held" or (visit.certain_status and frame.shape != "host"):
            return False
        guests = {party.country for party in visit.parties if party.role == "guest"}
        received = [one for one in found if one.mode == "meeting" and guests <= one.countries]
        cue = view.tokens[max(0, frame.cue - WELCOMED) : frame.cue + 1]
        welcomed = any(token.has("reception") or token.has("host-verb") for token in cue)
        bare = bool(received) and frame.shape == "visit" and view.tokens[frame.cue].has("visit-v")
        days = [one.time for one in (visit, *received) if one.time.edtf]
        return (bare or welcomed) and all(self._setting.is_news(day) for day in days)

    def _tells_of_several(self, view: View, frame: Frame) -> bool:
        """ "Sau các cuộc gọi vào tháng 6 và 9" tells of several events at once, and of none of them enough."""
        if frame.shape != "implied":
            return False
        cue = frame.cue
        where = next((at for at in range(cue, len(view.tokens)) if view.tokens[at].has("relative")), len(view.tokens))
        if any(view.tokens[at].has("meet-v") for at in range(where, len(view.tokens))):
            return True  # "cuộc gặp ở Geneva, nơi A sẽ gặp B"
        return not view.tokens[cue].has("talks-n") and cue > 0 and view.tokens[cue - 1].has("several")

    def _likewise(self, view: View, frame: Frame) -> bool:
        """ "Bộ trưởng hai nước cũng có cuộc nói chuyện": in the way that the sentence told before."""
        if not view.tokens[frame.cue].has("generic"):
            return False
        return any(token.has("likewise") for token in view.tokens[max(0, frame.cue - 3) : frame.cue])

    def _known_by_place(self, view: View, frame: Frame) -> list[list[Party]]:
        by_place = frame.shape == "implied" or frame.pairs == "verbs"
        known = self._known.at(view, frame) if by_place else None
        if known is None:
            return []
        named = self._analysis.cast.leaders
        return [[Party(_as_named(a, named.get(a.country or ""))) for a in known.parties]]

    def _by_its_day(self, view: View, frame: Frame, status: Status, certain: bool) -> tuple[Status, bool]:
        """A meeting known by its place has been, or is ahead, by its day; one without a day is still ahead."""
        known = self._known_unless_ahead(view, frame, status, certain)
        if known is None or self._published is None or status in ("cancelled", "denied"):
            return status, certain
        today = self._published.isoformat()
        if known.date and known.date < today:
            yesterday = datetime.date.fromordinal(max(self._published.toordinal() - 1, 1)).isoformat()
            if known.date == yesterday:
                return status, certain  # at another longitude it is about to begin
            return ("ongoing" if status == "ongoing" else "held"), True
        ahead = known.date > today or not known.date
        return ("planned", True) if ahead and (status == "held" or not certain) else (status, certain)

    def _known_unless_ahead(self, view: View, frame: Frame, status: Status, certain: bool = True) -> Known | None:
        """The meeting known by its place; none where a verb says that they will meet there ("sẽ gặp A ở Alaska")."""
        ahead = status == "planned" and certain and frame.shape != "implied"
        return None if ahead else self._known.at(view, frame)

    def _earlier(self, view: View, frame: Frame, candidate: Candidate) -> list[Candidate]:
        """ "Chuyến thăm đầu tiên kể từ năm 2019" tells of the one in 2019 as well."""
        since = self._setting.since(view, frame)
        if since is None or candidate.mode == "letter":
            return []
        earlier = candidate.with_status("held", True)
        earlier.time, earlier.place, earlier.duration, earlier.round = since, None, None, None
        earlier.earlier = True
        return [earlier]

    def _candidate(self, view: View, frame: Frame, parties: list[Party]) -> Candidate | None:
        mode = mode_of(view, frame, parties)
        parties = [p for p in parties if p.country not in NO_SIDE]
        if mode is None or len({p.country for p in parties if p.country}) < (1 if frame.shape in ALONE else 2):
            return None
        status, certain = self._status.status(view, frame)
        if self._is_none(view, frame, mode, status, parties):
            return None
        if mode == "talks":
            parties = _delegations(parties, status)
        status, certain = _as_the_rule_says(frame, *self._by_its_day(view, frame, status, certain))
        status, time, moved_from = self._when(view, frame, status, parties)
        going_on = status == "held" and goes_on(view, frame, mode, certain, self._marks)
        return Candidate(
            frame.rule,
            mode,
            status,
            parties,
            view.sentence,
            view.tokens[frame.first].start,
            view.tokens[frame.last].end,
            view.tokens[frame.cue].start,
            time=time,
            moved_from=moved_from,
            put_off=status == "cancelled" and self._moving.later(view, frame),
            place=_at_the_host(self._scene.place(view, frame), parties),
            duration=self._setting.duration(view, frame),
            round=self._setting.round(view, frame, self._analysis.lowered),
            certain_status=certain and not going_on,
            one_to_one=any(t.has("one-to-one") for t in view.tokens[frame.cue : frame.cue + 2])
            or self._theirs_alone(view, frame, parties),
            many=frame.shape == "many",
            just=self._setting.just(view, frame),
            attended=_attended(view, frame),
            ceremony=frame.rule.endswith(CEREMONIES),
            generic=_is_general(view, frame, mode),
            going_on=going_on,
            this_one=any(t.has("this-event") for t in view.tokens[max(0, frame.first - 1) : frame.cue]),
        )

    def _is_none(self, view: View, frame: Frame, mode: Mode, status: Status, parties: list[Party]) -> bool:
        """What teams do in an article of sport, and words that tell something else."""
        known = any(p.actor.person_id or p.actor.kind in ("office", "leader") for p in parties)
        if self._analysis.sport and mode in PLAYED and not known:
            return True
        others = frame.pairs == "verbs" and self._parties.with_others(view, frame)
        return is_no_contact(view, frame, mode, status, others)

    def _theirs_alone(self, view: View, frame: Frame, parties: list[Party]) -> bool:
        """A meeting known by its place has no other parties than those of the table; one of three is another."""
        known = self._known.at(view, frame)
        return known is not None and {a.country for a in known.parties} == {p.country for p in parties}

    def _when(
        self, view: View, frame: Frame, status: Status, parties: list[Party]
    ) -> tuple[Status, ContactTime, ContactTime | None]:
        """Status, time and the time before that; what is put off for another day is planned for that one. Another day
        than that of a meeting known by its place belongs to something else ("mục tiêu đặt ra sau cuộc gặp Busan đã đạt
        hồi tháng 1")."""
        off = status == "cancelled" or (status == "planned" and self._moving.plan_moved(view, frame))
        moved = self._moving.put_off(view, frame) if off else None
        if moved:
            return "planned", moved.to, moved.since
        time = self._setting.time(view, frame, status, parties)
        if frame.shape == "summit" and not time.edtf:
            time = year_in_name(self._analysis.text, view.tokens[frame.last].end)
        known = self._known_unless_ahead(view, frame, status)
        if known is not None and not dates_agree(time, ContactTime(edtf=known.date)):
            return status, ContactTime(), None
        undone = status in ("cancelled", "denied") or not time.edtf
        return status, time, None if undone else self._moving.instead(view, time)


def _as_the_rule_says(frame: Frame, status: Status, certain: bool) -> tuple[Status, bool]:
    """What the rule says by itself: that somebody denied, invited, or asked and so was in touch."""
    if frame.shape == "denial":
        return "denied", True
    if frame.shape == "invite":
        return ("denied" if status == "denied" else "invited"), True
    return status, certain or frame.shape == "told"


def _as_named(known: Actor, named: Actor | None) -> Actor:
    """Who met at a known meeting: with the name where the article names the one, else the leader of the country."""
    return named if named and named.person_id == known.person_id else Actor(known.country, kind="leader")


def _at_the_host(place: Place | None, parties: list[Party]) -> Place | None:
    """A visit takes place in its host's country; what lies elsewhere is the place of something else."""
    host = next((p.country for p in parties if p.role == "host"), None)
    elsewhere = place and host and place.country and place.country != host and not is_organisation(host)
    return None if elsewhere else place


def _told_one_by_one(candidate: Candidate, candidates: list[Candidate]) -> bool:
    """A call "to end the conflict of A and B", where the article tells the calls to A and to B."""
    return candidate.rule.endswith(".call-for") and any(
        other.mode == candidate.mode and other.countries < candidate.countries for other in candidates
    )


def _delegations(parties: list[Party], status: Status) -> list[Party]:
    """Delegations negotiate: a leader who speaks of talks with the other side is no party of them."""
    named = [p for p in parties if p.actor.person]
    if len(named) != 1 or named[0].actor.office not in TOP_OFFICES or len(parties) < 2:
        return parties
    if not named[0].inferred and status not in ("denied", "cancelled"):
        return parties
    return [Party(Actor(p.country), p.role, p.inferred) if p is named[0] else p for p in parties]


def _is_general(view: View, frame: Frame, mode: Mode) -> bool:
    """The cue may stand for whatever the two held: a general word that no other makes a call, or the "hội đàm" of "hai
    bên" that names nobody."""
    if view.sentence.kind == "caption" or family(mode) == "remote":
        return False
    both = view.tokens[frame.slots.get("a", frame.cue)].has("pair-ref")
    if view.tokens[frame.cue].has("generic") or frame.shape == "discussion":
        return True
    return both and mode == "talks" and view.tokens[frame.cue].has("meet-n")


def _attended(view: View, frame: Frame) -> bool:
    """Somebody attends what the words do not say who holds ("dự Diễn đàn cấp cao"), or two meet beside it."""
    if frame.shape not in ("implied", "parties"):
        return False
    before = view.tokens[max(0, frame.cue - 2) : frame.cue]
    if view.tokens[frame.cue].has("summit-n") and any(t.has("beside-event") and t.value("occasion") for t in before):
        return True
    return frame.shape == "implied" and any(t.has("attend") for t in before)
