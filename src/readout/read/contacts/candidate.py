"""A contact while it is being read."""

from dataclasses import dataclass, field

from readout.model.records import ContactTime, Duration, Place
from readout.model.vocabulary import Mode, Role, Status
from readout.read.actors import Actor
from readout.text.layout import Sentence


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


@dataclass(slots=True)
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
    time: ContactTime = field(default_factory=ContactTime)
    moved_from: ContactTime | None = None
    """It was put off: for when it was planned before."""
    put_off: bool = False
    """Called off by a word that leaves it for another day ("hoãn"), which may be told elsewhere."""
    place: Place | None = None
    duration: Duration | None = None
    round: int | None = None
    topics: tuple[str, ...] = ()
    generic: bool = False
    """The cue is a general word ("trao đổi"), which may stand for a call or a meeting told before."""
    one_to_one: bool = False
    """The words say that only these met ("gặp riêng")."""
    earlier: bool = False
    """Told only as the one before another ("lần đầu tiên kể từ năm 2019")."""
    certain_status: bool = False
    just: bool = False
    """Somebody says that it has just happened ("vừa điện đàm"); its day is the one on which he says so."""
    attended: bool = False
    """A summit that somebody attends, not one that two hold."""
    ceremony: bool = False
    """Somebody looks on while others sign."""
    many: bool = False
    """Somebody meets many whom the words do not name, or travels a region."""
    this_one: bool = False
    """ "Đây là cuộc điện đàm thứ hai": the event that the article is about, by its proper name."""

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(p.country for p in self.parties if p.country)

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p.actor.key for p in self.parties if p.actor.person)
