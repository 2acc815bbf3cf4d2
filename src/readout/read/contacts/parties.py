"""Who takes part in a contact: the actors of the frame's slots, and the subject where the frame leaves one out."""

from typing import Final

from readout.read.actor import is_organisation
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.forums import Forums
from readout.read.contacts.frames import Frame
from readout.read.contacts.implied import ImpliedParties
from readout.read.contacts.journeys import Journeys
from readout.read.contacts.subjects import Subjects, merged
from readout.read.coordination import SERIES
from readout.read.mentions import Mention
from readout.read.offices import SPOKESPEOPLE, TOP_OFFICES

HEADS: Final = (*TOP_OFFICES, "speaker-of-parliament", "speaker-of-senate")
"""Who heads an institution of a state receives a guest alone ("hội kiến Thủ tướng A và Chủ tịch Quốc hội B")."""
LISTED: Final = 40
"""In so many sentences a list of the leaders is looked for whom others only count."""
NEAR: Final = 7
HOST_REACH: Final = 12


class PartyFinder:
    """Finds the parties of a frame in its sentence."""

    def __init__(
        self,
        subjects: Subjects,
        journeys: Journeys,
        prepositions: frozenset[str],
        implied: ImpliedParties,
        views: list[View],
        forums: Forums,
    ) -> None:
        self._implied = implied
        self._forums = forums
        self._views = views
        self._subjects = subjects
        self._journeys = journeys
        self._prepositions = prepositions

    def with_others(self, view: View, frame: Frame) -> bool:
        """The noun's own partner is no actor ("cuộc họp với các quan chức")."""
        return self._implied.with_others(view, frame)

    def groups(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[list[Party]]:
        """The parties of each contact that the frame tells; several where one subject meets others in turn.

        `context` holds the actors of earlier sentences, the last first; `before` the contacts read so far.
        """
        found = self._groups(view, frame, context, before)
        return [self._counted(view, frame, found[0], context)] if len(found) == 1 else found

    def _counted(self, view: View, frame: Frame, parties: list[Party], context: list[Actor]) -> list[Party]:
        """Talks "of three parties" of which the frame names two: the third is the one other side that the
        sentence names, else the one that the sentences before named; nobody where several could be meant."""
        told = _party_count(view, frame) if len(parties) > 1 else 0
        if told == 0 or told - len({p.country for p in parties}) != 1:
            return parties
        for actors in (
            [a for index in sorted(view.actors) if not self._subjects.there(view, index) for a in view.actors[index]],
            context,
        ):
            others = {a.country: a for a in actors if a.country and all(a.country != p.country for p in parties)}
            if len(others) == 1:
                return [*parties, *map(Party, others.values())]
        return parties

    def _groups(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[list[Party]]:
        if frame.shape == "host":
            return [self._journeys.welcome(view, frame, before)]
        if frame.shape == "implied":
            parties = self._implied.parties(view, frame, context)
            heads = self._heads(view, frame, {p.country or "" for p in parties})
            return [self._official_parties([*map(Party, heads), *(p for p in parties if not _headed(p, heads))])]
        if frame.shape == "journey":
            return [self._journeys.journey(view, frame)]
        if frame.shape in ("visit", "travel"):
            return self._journeys.visits(view, frame, context, before)
        if frame.shape == "invite":
            return [self._journeys.invitation(view, frame)]
        if frame.shape == "summit":
            return [self._summit(view, frame)]
        if frame.shape == "many":
            return self._many(view, frame)
        if frame.shape == "errand":
            return [self._errand(view, frame)]
        if frame.shape == "discussion":
            return [[Party(actor) for actor in self._subjects.actors(view, frame.slots.get("a"))]]
        if frame.shape == "told" and self._to_their_own(view, frame):
            return [[]]
        return self._table(view, frame, context, before)

    def _to_their_own(self, view: View, frame: Frame) -> bool:
        """Who is asked is of the same side ("hai lãnh đạo đã yêu cầu ngoại trưởng hai nước"), as is a bare title."""
        a, b = (self._subjects.actors(view, frame.slots.get(slot)) for slot in ("a", "b"))
        asked = view.tokens[frame.slots["b"]].record if "b" in frame.slots else None
        bare = isinstance(asked, Mention) and asked.kind == "office" and not asked.side and not asked.counterpart
        return bare or bool(countries(a) & countries(b))

    def _table(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[list[Party]]:
        """Who sat together or spoke: both slots, with the subject where the first is empty or not the one meant."""
        letter = view.tokens[frame.cue].value("contact") == "letter"
        if letter and any(token.has("imprisoned") for token in view.tokens[: frame.cue]):
            return [[]]  # who sits in prison writes for himself
        subject, partner = self._slots(view, frame)
        b = self._subjects.sided(view, frame, self._numbered(view, partner))
        a = self._subjects.accompanied(view, subject)
        if subject is not None and (
            self._subjects.resumed(view, subject, frame.cue)
            or self._subjects.met_before(view, subject, frame.cue)
            or (len(b) > 1 and countries(a) <= countries(b))
            or (countries(a) == countries(b) and any(t.has("and") for t in view.tokens[subject + 1 : frame.cue]))
        ):
            a = []
        if partner and frame.rule.endswith("noun-actor") and view.tokens[partner - 1].has("passive"):
            return [[]]  # "cuộc gặp được ông A công bố"
        if frame.pairs == "verbs" and len(a) > 1 and len(countries(a)) == 1:
            return [[]]  # two of one country sit together at home
        if subject is not None and (_told_of(view, frame, subject) or self._subjects.gone_to(view, subject)):
            a = []
        met = view.tokens[frame.cue].has("meet-v") or any(t.has("with") for t in view.tokens[frame.cue : frame.last])
        met = met or frame.rule.endswith(("letter-from", ".call-for", ".witness"))
        met = met or (_is_call(view, frame) and frame.rule.endswith("noun-actor"))  # "rằng đã gọi cho A và B"
        if not a and met and len(countries(b)) > 1:
            a = self._subjects.subject(view, frame, set(countries(b)))
        named = merged(a, b)
        if len(countries(a + b)) < 2:
            a = merged(a, self._subjects.missing(view, frame, a + b, context, before))
        if any(met.office in TOP_OFFICES for met in b):
            a = self._subjects.by_name(view, frame, a)
        if not any(actor.person for actor in named):
            a = merged(self._heads(view, frame, countries(named)), a)
        parties = [Party(actor, inferred=not _among(named, actor)) for actor in merged(a, b)]
        if frame.pairs == "verbs":
            parties += self._implied.host(view, frame, {p.country for p in parties})
        one_table = b != self._subjects.actors(view, partner)
        in_turn = [] if one_table else self._in_turn(view, frame, a, b)
        return in_turn or [self._official_parties(parties)]

    def _slots(self, view: View, frame: Frame) -> tuple[int | None, int | None]:
        """The tokens of both parties; two of one country behind a noun ("các cuộc gặp Thủ tướng và Chủ tịch Quốc hội
        Áo") are whom the subject meets."""
        a = frame.slots.get("a")
        if frame.pairs == "nouns" and len(countries(self._subjects.actors(view, a))) == 1:
            return None, a
        return a, frame.slots.get("b")

    def _heads(self, view: View, frame: Frame, sides: set[str]) -> list[Actor]:
        """Who chairs what two countries hold, or holds it for one of them ("A và B chủ trì đối thoại Việt Nam - Ấn Độ",
        "cuộc gặp … do A và B chủ trì", "Bộ trưởng A đàm phán thuế Việt - Mỹ")."""
        if frame.pairs != "nouns" and not frame.rule.endswith(("between", "talks-implied")):
            return []
        at = frame.cue - 1
        while at > 0 and any(view.tokens[at].has(cls) for cls in ("filler", "future", "past", "ongoing")):
            at -= 1
        cue = view.tokens[frame.cue]
        found = view.actors.get(at, []) if cue.has("with-v") or frame.rule.endswith("talks-implied") else []
        if at >= 0 and view.tokens[at].has("chair"):
            found = self._subjects.subject(view, frame, set())
        for by in range(frame.last + 1, min(frame.last + HOST_REACH, len(view.tokens) - 2)):
            if view.tokens[by].has("by-whom") and any(token.has("chair") for token in view.tokens[by + 2 : by + 4]):
                found = view.actors.get(by + 1, [])
        led = [actor for actor in found if actor.person and actor.country in sides]
        return [a for a in led if a.office not in TOP_OFFICES or not frame.rule.endswith("talks-implied")]

    def _numbered(self, view: View, index: int | None) -> list[Actor]:
        """The actors of a slot; "ba nhà lãnh đạo châu Âu" are the three that the article lists elsewhere."""
        actors = self._subjects.actors(view, index)
        count = view.tokens[index - 1].value("how-many") if index else None
        unnamed = [a for a in actors if is_organisation(a.country) and not a.person and a.kind != "side"]
        if not count or not unnamed:
            return actors
        lists = (actors for view in self._views[:LISTED] for actors in view.actors.values() if len(actors) > 2)
        listed = [found for found in lists if len(countries(found)) == len(found) == int(count)]
        return [a for a in actors if a not in unnamed] + listed[0] if listed else actors

    def _in_turn(self, view: View, frame: Frame, a: list[Actor], b: list[Actor]) -> list[list[Party]]:
        """ "các cuộc gặp với A và B" and people of one country on one side are one contact each."""
        if len(a) < 2 and len(b) < 2:
            return []
        if frame.rule.endswith((".between", ".call-for")) or view.tokens[frame.cue].value("contact") == "talks":
            return []
        if any(token.has("party-count") for token in view.tokens[frame.cue : frame.last]):
            return []
        swapped = len(countries(b)) == 1 and len(countries(a)) == len(a) > 1
        if swapped and (view.tokens[frame.cue].value("contact") == "letter" or (len(a) == 2 and _is_call(view, frame))):
            a, b = b, a  # several senders of one letter each, two who call one
        if len(countries(a)) != 1 or len(b) < 2 or (len(countries(b)) != len(b) and not all(x.person for x in b)):
            return []
        if swapped or (_one_by_one(view, frame) and len(countries(b)) == len(b)):
            return [[Party(actor) for actor in merged(a, [other])] for other in b]
        if not _one_after_another(view, frame, b):
            return []
        return [[Party(actor) for actor in merged(a, [other])] for other in b]

    def _official_parties(self, parties: list[Party]) -> list[Party]:
        """Who speaks for a government is no party of its contacts; the government is."""
        return [Party(Actor(p.country), p.role) if p.actor.office in SPOKESPEOPLE else p for p in parties]

    def _many(self, view: View, frame: Frame) -> list[list[Party]]:
        """Somebody who meets many or travels a region: with each whom the words name as well, else alone."""
        index = frame.slots.get("a")
        who = self._subjects.actors(view, index)[:1]
        if index and (self._subjects.adjunct(view, index) or view.tokens[index - 1].has("contact")):
            first = next((at for at in sorted(view.actors) if not self._subjects.adjunct(view, at)), index)
            who = view.actors.get(first, [])[:1]  # "ông A gặp ông B và tiếp lãnh đạo nhiều nước"
        if not who or not who[0].country:
            return []
        own = who[0].country
        if view.tokens[frame.cue].value("contact") == "visit":
            host = self._subjects.only_country(view, frame, who)
            return [[Party(who[0], "guest"), *([Party(host, "host")] if host else [])]]
        named = [a for at in range(frame.cue + 1, frame.last + 1) for a in view.actors.get(at, ())]
        others = [a for a in named if a.country and a.country != own]
        return [[Party(who[0]), Party(other)] for other in others] or [[Party(who[0])]]

    def _errand(self, view: View, frame: Frame) -> list[Party]:
        """A delegation, and the country to which it goes to talk; nobody where an official travels."""
        sent = [a for a in self._subjects.actors(view, frame.slots.get("a")) if a.kind == "delegation"]
        host = self._journeys.host(view, frame.slots.get("b"))
        return [Party(sent[0]), Party(host)] if sent and host and host.country != sent[0].country else []

    def _summit(self, view: View, frame: Frame) -> list[Party]:
        organisation = self._journeys.host(view, frame.slots.get("b"))
        if organisation and organisation.kind == "office" and organisation.office not in TOP_OFFICES:
            organisation = Actor(organisation.country)  # "các ngoại trưởng ASEAN họp"
        if organisation is None or not is_organisation(organisation.country):
            return []
        if frame.rule.endswith("attends-forum") and not self._attends_it(view, frame, organisation):
            return []
        parties = [organisation]
        world = view.tokens[frame.last].has("general-assembly")  # it meets at its seat, whoever is the host of others
        for index in range(frame.cue + 1, min(len(view.tokens), frame.last + (1 if world else HOST_REACH))):
            token = view.tokens[index]
            before = index - 2 if view.tokens[index - 1].has("settlement") else index - 1
            there = view.tokens[before].has("where") or view.tokens[index - 1].has("work-v")
            if there and (country := self._journeys.host(view, index)):
                parties = merged(parties, [country])
            elif (token.has("contact") and not token.has("work-v")) or (
                index > frame.last + NEAR and not self._held(view, frame.last, index)
            ):
                break
        parties = merged(parties, self._hosting(view, frame))
        if speaking := self._at_session(view, frame):
            return [Party(actor) for actor in merged(speaking, parties)]
        parties = merged(parties, self._journey_to(view, frame) if len(parties) < 2 else [])
        host = self._forums.named(view, organisation.country) if len(parties) < 2 else []
        came = merged(self._attending(view, frame, parties), parties)
        ministers = view.tokens[frame.cue].value("contact") == "meeting"
        quarrel = self._forums.at_odds(view, organisation.country) if ministers else []
        return [Party(actor) for actor in merged(merged(came, host), quarrel)]

    def _attends_it(self, view: View, frame: Frame, forum: Actor) -> bool:
        """Somebody attends the forum's one meeting of the year, which has no other name ("dự hội nghị cấp cao …")."""
        named = any(token.has("summit-n") or token.has("forum-n") for token in view.tokens[frame.cue : frame.last])
        assembly = view.tokens[frame.last].has("general-assembly")
        return (assembly or self._forums.held_once(forum.country)) and not named

    def _at_session(self, view: View, frame: Frame) -> list[Actor]:
        """Who speaks, or quarrels, "khi họp Hội đồng Bảo an", and who asks for its session ("A kêu gọi họp …")."""
        if not frame.rule.endswith("at-session"):
            return []
        if view.tokens[frame.first].has("desired"):
            return [Actor(a.country) for a in self._subjects.subject(view, frame, set())[:1]]
        return [a for at, actors in view.actors.items() if at < frame.first for a in actors]

    def _hosting(self, view: View, frame: Frame) -> list[Actor]:
        """Who holds it: "do Malaysia chủ trì" behind it, "Đan Mạch … đăng cai hội nghị" before it; or has asked for it
        ("họp khẩn theo đề nghị của Latvia")."""
        for at in range(frame.last + 1, min(frame.last + 3, len(view.tokens) - 2)):
            chairs = any(view.tokens[at + 2].has(cls) for cls in ("chair", "hosting"))
            if (view.tokens[at].has("by-whom") and chairs) or view.tokens[at].has("at-request"):
                return view.actors.get(at + 1, [])
        hosts = any(token.has("hosting") for token in view.tokens[max(0, frame.cue - 3) : frame.cue])
        return [Actor(a.country) for a in self._subjects.subject(view, frame, set())[:1]] if hosts else []

    def _held(self, view: View, first: int, last: int) -> bool:
        """Between the two tokens the sentence says that it takes place."""
        return any(token.has("takes-place") for token in view.tokens[first + 1 : last + 1])

    def _journey_to(self, view: View, frame: Frame) -> list[Actor]:
        """The country to which somebody travels for the summit ("tới Malaysia dự Hội nghị cấp cao ASEAN")."""
        for at in range(frame.cue - 1, 0, -1):
            if view.tokens[at].has("contact") and not self._subjects.gone_to(view, at + 1):
                break
            if (host := self._journeys.host(view, at)) and self._subjects.gone_to(view, at):
                return [host]
        return []

    def _attending(self, view: View, frame: Frame, parties: list[Actor]) -> list[Actor]:
        """Who goes to the summit: the subject of the clause ("khi dự hội nghị"), both parties of a meeting "tại" it."""
        there = {p.country for p in parties}
        clause = max(
            (
                at
                for at in range(frame.cue)
                if view.tokens[at].has("subordinator") and not view.tokens[at + 1].has("attend")
            ),
            default=0,
        )
        held_at = bool(frame.cue) and view.tokens[frame.cue - 1].has("beside-event")
        groups = [
            [a for a in view.actors.get(index, ()) if a.country and a.country not in there]
            for index in range(clause, frame.cue)
            if (held_at and index == frame.cue - 2 and view.tokens[index - 1].has("of"))
            or (
                not (
                    view.tokens[index - 1].symbol in self._prepositions
                    if held_at and index
                    else self._subjects.adjunct(view, index)
                )
                and (held_at or not self._subjects.says(view, index, frame.cue))
            )
        ]
        before = [actor for group in groups for actor in group]
        if not before and held_at and clause:
            before = self._doing_something(view, frame, clause, there)
        attends = any(token.has("attend") for token in view.tokens[max(0, frame.cue - 2) : frame.cue])
        if not before and attends:
            return self._subjects.subject(view, frame, there)[:1]
        return before if held_at else next(filter(None, groups), [])

    def _doing_something(self, view: View, frame: Frame, clause: int, there: set[str | None]) -> list[Actor]:
        """Of whom another clause tells something beside the summit ("gây chú ý vì bắt tay phóng viên bên lề")."""
        first = next((at for at in sorted(view.actors) if at < clause and not self._subjects.adjunct(view, at)), None)
        if first is None or self._subjects.says(view, first, frame.cue):
            return []
        return [a for a in view.actors[first] if a.person and a.country not in there][:1]


def _among(actors: list[Actor], actor: Actor) -> bool:
    """The actor is one of them; their countries are compared first, because whole actors are slow to compare."""
    return any(one is actor or (one.country == actor.country and one == actor) for one in actors)


def _party_count(view: View, frame: Frame) -> int:
    """How many parties the words say that there are ("đàm phán ba bên"); 0 where they say nothing."""
    for at in range(frame.cue, min(frame.last + 2, len(view.tokens))):
        if count := view.tokens[at].value("party-count"):
            return int(count)
    return 0


def _told_of(view: View, frame: Frame, index: int) -> bool:
    """The actor is only told of it ("thỏa thuận với ông A về cuộc gặp với ông B"); who speaks of it
    himself was there ("ông A nói về cuộc gặp với ông B")."""
    if index + 1 >= frame.cue:
        return False
    behind = view.tokens[index + 1]
    return behind.has("about") and not behind.has("report")


def _one_after_another(view: View, frame: Frame, b: list[Actor]) -> bool:
    """Those of the slot are met one by one: several or many meetings, heads of institutions, a series without "và"
    ("gặp Thủ tướng Anh, Tổng thống Pháp"), or a summit at which everybody meets."""
    cue = view.tokens[frame.cue]
    titled = all(actor.kind != "side" for actor in b)
    offices = frame.cue > 0 and view.tokens[frame.cue - 1].has("has") and all(x.kind == "office" for x in b)
    if titled and (cue.has("meet-v") or offices):  # "có cuộc gặp với thủ tướng các nước A, B, C"
        met = view.tokens[frame.slots["b"]].record if "b" in frame.slots else None
        series = isinstance(met, Mention) and met.rule == SERIES
        heads = len(countries(b)) == 1 and all(x.person and x.office in HEADS for x in b)
        if len(b) > 2 or series or heads:
            return True
    if titled and cue.has("meet-v") and _at_a_summit(view):
        return True
    return any(t.has("several") for t in view.tokens[max(0, frame.cue - 3) : frame.cue + 1])


def _at_a_summit(view: View) -> bool:
    """Beside a summit leaders meet one after the other."""
    return any(token.has("summit-n") for token in view.tokens)


def _headed(party: Party, heads: list[Actor]) -> bool:
    return any(head.country == party.country for head in heads)


def _is_call(view: View, frame: Frame) -> bool:
    return view.tokens[frame.cue].value("contact") == "phone-call"


def _one_by_one(view: View, frame: Frame) -> bool:
    """A call reaches one after the other, and letters come from each."""
    return _is_call(view, frame) or frame.rule.endswith("letter-from")


def countries(actors: list[Actor]) -> set[str]:
    return {actor.country for actor in actors if actor.country}
