"""The country of a person whom no table holds: the words beside the name, here or elsewhere in the article."""

from collections.abc import Sequence
from typing import Final

from readout.read.actors import Actor
from readout.read.analysis import Analysis, View
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.topics import words_of

APPOSITION: Final = 16
"""How many tokens an apposition has at most."""
BESIDE: Final = 3
"""Within so many tokens before the name a place or a group tells whose it is."""
FRONT: Final = 8
"""How many tokens a title before the name has at most."""
SYLLABLES: Final = (2, 3, 4)
"""How many a name of the newspaper's own country has."""


class Affiliation:
    """Finds the country that the words beside a name tell; asked only where no table knows the name."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._knowledge = analysis.knowledge

    def country(self, name: str, view: View, letters: str, first: int, last: int) -> str | None:
        """The country told beside this mention of `name` (tokens `first` to `last`), else beside another one, else that
        of the newspaper where the name is one of its own language's."""
        beside = self.beside(view, letters, first, last) or self._elsewhere(name, view)
        if beside is None or beside in self._knowledge.organisations:
            return self._at_home(name) or beside
        return beside

    def beside(self, view: View, letters: str, first: int, last: int) -> str | None:
        """What the words behind a name tell ("của …", ", chuyên gia … Nga,"), else the words before it."""
        return self._behind(view, letters, last) or self._before(view, letters, first)

    def _behind(self, view: View, letters: str, last: int) -> str | None:
        opens = letters[last + 1 : last + 2]
        if not opens or opens not in L.PREPOSITION + L.COMMA + L.DASH + L.OPEN:
            return None
        text = self._analysis.text
        for at in range(last + 2, min(len(letters), last + APPOSITION)):
            if letters[at] in L.CUES + L.STOP + L.QUOTE + L.CLOSE or (at > last + 2 and letters[at] == L.DASH == opens):
                return None
            actors = view.actors.get(at)
            whose = None
            if actors and len(actors) == 1 and letters[at] == L.ACTOR:  # no pair that somebody studies
                whose = None if actors[0].person else actors[0].country
            whose = whose or self._group(view, letters, at)
            if whose and text[view.tokens[at - 1].start : view.tokens[at - 1].end].lower() not in self._elsewhere_words:
                return whose
            if opens == L.PREPOSITION and (actors or letters[at] == L.COMMA):
                return None
            if letters[at] == L.COMMA == opens and not _goes_on(letters, at):
                return None
        return None

    @property
    def _elsewhere_words(self) -> tuple[str, ...]:
        return words_of(self._knowledge.language, "work-abroad")

    def _group(self, view: View, letters: str, at: int) -> str | None:
        record = view.tokens[at].record
        return record.side if letters[at] == L.GROUP and isinstance(record, Mention) else None

    def _before(self, view: View, letters: str, first: int) -> str | None:
        for at in range(first - 1, max(-1, first - 1 - FRONT), -1):
            if letters[at] in L.CUES + L.STOP + L.QUOTE or (letters[at] == L.COMMA and at < first - BESIDE):
                return None
            place = self._knowledge.places.get(view.tokens[at].value("place") or "")
            if place and at >= first - BESIDE and L.COMMA not in letters[at:first]:
                return place["country"] or None
            if at == 0 == first - 1 and self._is_address(view):
                return None
            if actors := view.actors.get(at):
                return None if actors[0].person and at < first - 1 else actors[0].country
            if at >= first - BESIDE and (side := self._group(view, letters, at)):
                return side
        return None

    def _is_address(self, view: View) -> bool:
        """The sentence opens with a word that before a name means a man and no country ("Anh Nguyễn Văn An nói")."""
        token = view.tokens[0]
        return self._analysis.text[token.start : token.end] in words_of(self._knowledge.language, "address")

    def _elsewhere(self, name: str, here: View) -> str | None:
        """The country beside another mention of the same name."""
        word = name.split()[-1]
        for view in self._analysis.views:
            if view is here or self._analysis.text.find(word, view.sentence.start, view.sentence.end) < 0:
                continue
            letters = L.letters_of(view, self._knowledge.language)
            for index in self._named(word, view, letters):
                first = index
                while first and letters[first - 1] == L.NAME:
                    first -= 1
                found = self.beside(view, letters, first, index)
                if found:
                    return found
        return None

    def _named(self, word: str, view: View, letters: str) -> list[int]:
        """The tokens at which an unknown name ends with the word."""
        found: list[int] = []
        index = letters.find(L.NAME)
        while index >= 0:
            token = view.tokens[index]
            written = self._analysis.text[token.start : token.end]
            if letters[index + 1 : index + 2] != L.NAME and written.rsplit(" ", 1)[-1] == word:
                found.append(index)
            index = letters.find(L.NAME, index + 1)
        return found

    def _at_home(self, name: str) -> str | None:
        """A name that only the newspaper's own country has ("Nguyễn Văn An")."""
        words = name.split()
        home = len(words) in SYLLABLES and words[0] in words_of(self._knowledge.language, "surname-at-home")
        return self._knowledge.home if home else None


def _goes_on(letters: str, comma: int) -> bool:
    """Behind the comma the apposition names a place more ("…, Đại học Y, Bắc Kinh, Trung Quốc, nói"); else it ends."""
    return any(letter in L.COMMA + L.CUES for letter in letters[comma + 1 : comma + 1 + BESIDE])


def each_actor(actors: Sequence[Actor], mention: object) -> list[tuple[Actor, Mention]]:
    """Each actor of a mention with the words that name it."""
    if not isinstance(mention, Mention):
        return []
    if len(actors) == 1:
        return [(actors[0], mention)]
    return list(zip(actors, mention.members, strict=True)) if len(actors) == len(mention.members) else []


def is_called(name: str, written: str) -> bool:
    """`name` is the last word of a full name, or the one before it: the family name of two syllables."""
    words = written.split()
    return name in words[-2:]
