"""Who speaks, with what a later pronoun needs."""

from dataclasses import dataclass

from readout.model.records import Speaker
from readout.read.actors import Actor


@dataclass(slots=True, init=False)
class Voice:
    """A speaker with what a later pronoun needs: sex (`m`, `f` or empty) and whether it is a person; never changed."""

    speaker: Speaker
    sex: str
    person: bool
    joint: tuple[Actor, ...]
    beside: tuple[Speaker, ...]
    """Who else says it, where several speak as one."""

    def __init__(  # written out because the compiler makes it faster than the generated one
        self,
        speaker: Speaker,
        sex: str = "",
        person: bool = False,
        joint: tuple[Actor, ...] = (),
        beside: tuple[Speaker, ...] = (),
    ) -> None:
        self.speaker, self.sex, self.person, self.joint, self.beside = speaker, sex, person, joint, beside

    def under(self, speaker: Speaker) -> "Voice":
        """The same voice with another name, office or country."""
        return Voice(speaker, self.sex, self.person, self.joint, self.beside)
