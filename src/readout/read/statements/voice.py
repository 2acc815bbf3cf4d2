"""Who speaks, with what a later pronoun needs."""

from dataclasses import dataclass

from readout.model.records import Speaker
from readout.read.actors import Actor


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what a later pronoun needs: sex (`m`, `f` or empty) and whether it is a person."""

    speaker: Speaker
    sex: str = ""
    person: bool = False
    joint: tuple[Actor, ...] = ()
    beside: tuple[Speaker, ...] = ()
    """Who else says it, where several speak as one."""
