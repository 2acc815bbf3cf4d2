"""A statement while it is being read."""

from dataclasses import dataclass

from readout.model.vocabulary import Force
from readout.read.statements.content import Content
from readout.read.statements.speakers import Voice


@dataclass(slots=True)
class Told:
    """Who says what: `cue` are the offsets of the verb, `number` is its sentence, `rule` what read it."""

    voice: Voice
    content: Content
    cue: tuple[int, int]
    force: Force
    rule: str
    number: int
