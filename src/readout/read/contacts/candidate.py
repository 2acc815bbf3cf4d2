"""A contact while it is being read."""

from dataclasses import dataclass, field

from mypy_extensions import mypyc_attr

from readout.model.records import ContactTime, Duration, Place
from readout.model.vocabulary import Mode, Role, Status
from readout.read.actors import Actor
from readout.text.layout import Sentence


@mypyc_attr(acyclic=True)
@dataclass(slots=True, init=False)
class Party:
    """An actor and the part it plays."""

    actor: Actor
    role: Role
    inferred: bool
    """Nobody in the frame says so: the subject of the sentence, or who was spoken of last."""

    def __init__(self, actor: Actor, role: Role = "participant", inferred: bool = False) -> None:
        self.actor, self.role, self.inferred = actor, role, inferred

    @property
    def country(self) -> str | None:
        return self.actor.country


@mypyc_attr(acyclic=True)
@dataclass(slots=True, init=False)
class Candidate:
    """One mention of a contact, before the mentions of one event are brought together."""

    rule: str
    mode: Mode
    status: Status
    parties: list[Party]
    sentence: Sentence
    start: int
    end: int
    cue_start: int
    time: ContactTime
    moved_from: ContactTime | None
    """It was put off: for when it was planned before."""
    put_off: bool
    """Called off by a word that leaves it for another day ("hoãn"), which may be told elsewhere."""
    place: Place | None
    duration: Duration | None
    round: int | None
    generic: bool
    """The cue is a general word ("trao đổi"), which may stand for a call or a meeting told before."""
    one_to_one: bool
    """The words say that only these met ("gặp riêng")."""
    earlier: bool
    """Told only as the one before another ("lần đầu tiên kể từ năm 2019")."""
    certain_status: bool
    just: bool
    """Somebody says that it has just happened ("vừa điện đàm"); its day is the one on which he says so."""
    attended: bool
    """A summit that somebody attends, not one that two hold."""
    ceremony: bool
    """Somebody looks on while others sign."""
    many: bool
    """Somebody meets many whom the words do not name, or travels a region."""
    going_on: bool
    """No word says that it is over, and it is of a kind that goes on: talks as a process, a guest who has arrived."""
    this_one: bool
    """ "Đây là cuộc điện đàm thứ hai": the event that the article is about, by its proper name."""
    _countries: frozenset[str] | None = field(init=False, compare=False, repr=False)
    """Remembered, because every two candidates are compared by them."""

    def __init__(  # written out because the compiler makes it faster than the generated one
        self,
        rule: str,
        mode: Mode,
        status: Status,
        parties: list[Party],
        sentence: Sentence,
        start: int,
        end: int,
        cue_start: int,
        time: ContactTime,
        moved_from: ContactTime | None = None,
        put_off: bool = False,
        place: Place | None = None,
        duration: Duration | None = None,
        round: int | None = None,
        generic: bool = False,
        one_to_one: bool = False,
        earlier: bool = False,
        certain_status: bool = False,
        just: bool = False,
        attended: bool = False,
        ceremony: bool = False,
        many: bool = False,
        going_on: bool = False,
        this_one: bool = False,
    ) -> None:
        self.rule, self.mode, self.status, self.parties = rule, mode, status, parties
        self.sentence, self.start, self.end, self.cue_start = sentence, start, end, cue_start
        self.time, self.moved_from, self.put_off = time, moved_from, put_off
        self.place, self.duration, self.round = place, duration, round
        self.generic, self.one_to_one, self.earlier, self.just = generic, one_to_one, earlier, just
        self.certain_status, self.attended, self.ceremony = certain_status, attended, ceremony
        self.many, self.going_on, self.this_one = many, going_on, this_one
        self._countries = None

    def with_parties(self, parties: list[Party]) -> "Candidate":
        """The same mention with other parties, ready to be changed; `dataclasses.replace` takes five times as long."""
        return Candidate(
            self.rule, self.mode, self.status, parties, self.sentence, self.start, self.end, self.cue_start,
            self.time, self.moved_from, self.put_off, self.place, self.duration, self.round, self.generic,
            self.one_to_one, self.earlier, self.certain_status, self.just, self.attended, self.ceremony, self.many,
            self.going_on, self.this_one,
        )  # fmt: skip

    def with_status(self, status: Status, certain: bool) -> "Candidate":
        """The same mention with another status."""
        changed = self.with_parties(self.parties)
        changed.status, changed.certain_status = status, certain
        return changed

    def on(self, time: ContactTime) -> "Candidate":
        """The same mention at another time."""
        changed = self.with_parties(self.parties)
        changed.time = time
        return changed

    @property
    def countries(self) -> frozenset[str]:
        if self._countries is None:
            self._countries = frozenset([p.actor.country for p in self.parties if p.actor.country])
        return self._countries

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p.actor.key for p in self.parties if p.actor.person)
