"""A statement while it is being read."""

from readout.model.vocabulary import Force
from readout.read.analysis import View
from readout.read.statements.content import Content
from readout.read.statements.voice import Voice


class Told:
    """Who says what: `cue` are the offsets of the verb, `number` is its sentence, `rule` what read it."""

    __slots__ = ("content", "cue", "force", "number", "rule", "voice")

    def __init__(
        self, voice: Voice, content: Content, cue: tuple[int, int], force: Force, rule: str, number: int
    ) -> None:
        self.voice = voice
        self.content = content
        self.cue = cue
        self.force: Force = force
        self.rule = rule
        self.number = number


class SentenceAtWork:
    """One sentence at work: its letters, the quotations that touch it, and the verbs that are taken."""

    __slots__ = ("letters", "number", "taken", "view", "voice")

    def __init__(self, number: int, view: View, letters: str) -> None:
        self.number = number
        self.view = view
        self.letters = letters
        self.taken: set[int] = set()
        self.voice: Voice | None = None
