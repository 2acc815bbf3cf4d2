"""Whom a pronoun can mean: the persons of whom sentences tell, whether they spoke before or not."""

from typing import Final

from readout.read.analysis import Analysis
from readout.read.statements import letters as L
from readout.read.statements.subject import behind_preposition
from readout.read.statements.voice import Voice
from readout.read.statements.voices import Voices

OWNER: Final = 5
"""Within so many tokens of its beginning a sentence may tell whose its subject is."""
MEMORY: Final = 3
"""How many sentences back a pronoun may refer."""


class Persons:
    """Finds the persons of an article by the sentence that tells of them."""

    def __init__(self, analysis: Analysis, voices: Voices) -> None:
        self._analysis = analysis
        self._language = analysis.knowledge.language
        self._voices = voices

    def of(self, number: int) -> Voice | None:
        """The person of whom a sentence tells."""
        return self.subject(number, None, "")

    def before(self, number: int) -> Voice | None:
        """The person whom the sentences before speak of: who is asked in an interview."""
        for before in range(number - 1, max(-1, number - 1 - 2 * MEMORY), -1):
            if found := self.of(before):
                return found
        return None

    def owner(self, number: int, before: int, sex: str) -> Voice | None:
        """Whose the subject in front is: `Thái độ của ông X rõ ra khi …, ông nói`."""
        view = self._analysis.views[number]
        for index in range(1, min(before, OWNER)):
            actors = view.actors.get(index, ())
            owned = view.tokens[index - 1].has("of")
            if owned and len(actors) == 1 and actors[0].person and fits(actors[0].sex, sex):
                return self._voices.of_actor(actors[0])
        return None

    def subject(self, number: int, before: int | None, sex: str) -> Voice | None:
        """The first person of the sentence that stands behind no preposition and fits the pronoun."""
        view = self._analysis.views[number]
        if view.sentence.kind in ("caption", "credit", "headline"):
            return None
        letters = L.letters_of(view, self._language)
        for index, actors in view.actors.items():
            if before is not None and index >= before:
                break
            if (
                len(actors) == 1
                and actors[0].person
                and fits(actors[0].sex, sex)
                and not behind_preposition(letters, index, 0)
            ):
                return self._voices.of_actor(actors[0])
        return None


def fits(known: str, wanted: str) -> bool:
    """Whether somebody of a known sex can be meant by a word for the wanted one; unknown (empty) fits all."""
    return not wanted or not known or known == wanted
