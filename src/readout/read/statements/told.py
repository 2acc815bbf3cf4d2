"""A statement while it is being read."""

from typing import cast

from readout.model.vocabulary import Force
from readout.read.analysis import View
from readout.read.statements.content import Content
from readout.read.statements.speakers import Speakers
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


class Telling:
    """What the sentences tell, in the order in which it is read; who spoke last is remembered.

    It stands apart from who reads, because objects that hold each other would wait for the garbage collector.
    """

    __slots__ = ("_speakers", "found")

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self.found: list[Told] = []

    def tell(self, at: SentenceAtWork, voice: Voice, contents: list[Content], cue: int, rule: str) -> None:
        """Keep what the voice says in a sentence; `cue` is the index of the verb."""
        token = at.view.tokens[cue]
        force = cast(Force, token.value("report") or "says")
        for content in contents:
            if content.end > content.start:
                self.found.append(Told(voice, content, (token.start, token.end), force, rule, at.number))
        if contents:
            self._speakers.remember(at.number, voice)
