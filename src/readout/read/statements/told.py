"""A statement while it is being read."""

from dataclasses import dataclass, field

from readout.model.vocabulary import Force
from readout.read.analysis import View
from readout.read.statements.content import Content
from readout.read.statements.voice import Voice


@dataclass(slots=True)
class Told:
    """Who says what: `cue` are the offsets of the verb, `number` is its sentence, `rule` what read it."""

    voice: Voice
    content: Content
    cue: tuple[int, int]
    force: Force
    rule: str
    number: int


@dataclass(slots=True)
class SentenceAtWork:
    """One sentence at work: its letters, the quotations that touch it, and the verbs that are taken."""

    number: int
    view: View
    letters: str
    taken: set[int] = field(default_factory=set)
    voice: Voice | None = None
