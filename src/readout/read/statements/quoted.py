"""Quotations that are a sentence or begin one: who said them stands behind, before or in front of a colon."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from readout.read.analysis import Analysis, View
from readout.read.statements import letters as L
from readout.read.statements.authors import Authors
from readout.read.statements.clauses import carries_on, next_cue, next_speaker, whole, word_count
from readout.read.statements.speakers import Speakers
from readout.read.statements.subject import first_subject, subject_of
from readout.read.statements.told import SentenceAtWork, Telling, Told
from readout.read.statements.voice import Voice
from readout.text.quotations import Quotation

LONG_QUOTATION: Final = 6
SHORT_VERB: Final = 4
"""Within so many tokens a verb that no list holds ends its sentence."""

NEAR: Final = 4
"""Within so many tokens a verb without a subject belongs to who spoke last."""

SPEAKS: Final = ("say", "quoting", "off", "said-in", "audience")
"""Classes of words that tell that somebody speaks."""

_CITED: Final = re.compile(f"{L.WORD}?{L.MEDIUM}{L.WORD}?{L.CITE}[{L.SPEAKERS}]{L.NAME}*[{L.STOP}]?$")


class QuotedSpeech:
    """Finds who said a quotation and tells it."""

    def __init__(
        self,
        analysis: Analysis,
        quotations: Sequence[Quotation],
        speakers: Speakers,
        authors: Authors,
        telling: Telling,
    ) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._quotations = quotations
        self._ends = [q.outer_end for q in quotations]
        self._speakers = speakers
        self._authors = authors
        self._telling = telling

    # Attribution behind a quotation -----------------------------------------------------------------------------

    def behind(self, at: SentenceAtWork, quotation: Quotation) -> None:
        """A quotation that opens its sentence and is followed by speaker and verb: `"…", ông X nói`."""
        opening = self._analysis.views[self._opening(at.number, quotation)].sentence
        first = at.view.index_at(quotation.outer_end)
        behind = at.letters[first : first + 1]
        if quotation.outer_start > opening.start + 2 or not (
            (behind and behind in L.COMMA + L.DASH + L.STOP) or self._text[quotation.end - 1] in ",.!?…"
        ):
            return
        while first < len(at.letters) and at.letters[first] in L.COMMA + L.STOP + L.DASH + L.QUOTE:
            first += 1
        if at.letters[first : first + 1] == L.ACCORDING:
            self._according_behind(at, quotation, first)
            return
        cue = next_cue(at.letters, first)
        cue = self._cited_by_wire(at, first) if cue is None else cue
        cue = self._weaker_cue(at, first) if cue is None else cue
        if cue is None:
            return
        voice = self._voice(at, first, cue)
        if voice is None:
            return
        at.taken.add(cue)
        at.voice = voice
        for part in self._parts_before(quotation):
            self._telling.tell(at, voice, [whole(self._text, part)], cue, "quotation-then-speaker")
        self._telling.tell(at, voice, [whole(self._text, quotation)], cue, "quotation-then-speaker")
        self._goes_on(at, voice, cue)

    def _parts_before(self, quotation: Quotation) -> list[Quotation]:
        """The paragraphs before, which the quotation left open and opened again."""
        found: list[Quotation] = []
        index = bisect_right(self._ends, quotation.outer_end) - 1
        while index > 0:
            before = self._quotations[index - 1]
            if before.outer_end != before.end or self._text[before.end : quotation.outer_start].strip():
                break
            found.append(before)
            quotation, index = before, index - 1
        return found

    def _voice(self, at: SentenceAtWork, first: int, cue: int) -> Voice | None:
        """Whose verb it is: the speaker before it, the author of a document, who issued the document told of before, or
        who spoke last."""
        subject = next_speaker(at.letters, first, cue)
        cited = at.letters.find(L.CITE, first, cue + 1)
        if subject is None and cited == cue:
            subject = next_speaker(at.letters, cue + 1)
        if subject is None:
            subject = self._authors.through(at, first if cited < 0 else cited + 1, cue)
        if subject is not None:
            return self._speakers.voice(at.number, at.letters, subject)
        if self._authors.is_document(at, first):
            return self._speakers.issuer or self._speakers.last
        return self._speakers.last if cue - first <= NEAR else None

    def _cited_by_wire(self, at: SentenceAtWork, first: int) -> int | None:
        """The verb of a wire that names the speaker and no verb of his: `"…", hãng X dẫn lời ông Y.`"""
        return at.letters.find(L.CITE, first) if _CITED.match(at.letters, first) else None

    def _weaker_cue(self, at: SentenceAtWork, first: int) -> int | None:
        """A verb that reports only here, right behind a quotation and its speaker, whatever it is: `"…", ông X kể`,
        `"…", bà X băn khoăn.`"""
        speaker = next_speaker(at.letters, first)
        while speaker is not None and at.letters[speaker + 1 : speaker + 2] == L.NAME:
            speaker += 1
        if speaker is None or speaker + 1 >= len(at.letters):
            return None
        cue = speaker + 1
        rest = at.letters[cue : cue + SHORT_VERB].lstrip(L.WORD)
        ends = at.letters[cue] == L.WORD and (not rest or rest[0] in L.STOP + L.COMMA)
        return cue if ends or at.view.tokens[cue].has("off") else None

    def _goes_on(self, at: SentenceAtWork, voice: Voice, cue: int) -> None:
        """The second part of a quotation that its attribution interrupts: `"…", ông X nói, "và …"`."""
        start = at.view.tokens[cue].end
        index = bisect_right(self._ends, start)
        further = self._quotations[index] if index < len(self._quotations) else None
        if further is None or further.outer_start >= at.view.sentence.end or further.outer_end < start:
            return
        between = self._text[start : further.outer_start].strip()
        if carries_on(between):
            self._telling.tell(at, voice, [whole(self._text, further)], cue, "quotation-then-speaker")

    def _according_behind(self, at: SentenceAtWork, quotation: Quotation, index: int) -> None:
        speaker = next_speaker(at.letters, index)
        if speaker is not None and speaker <= index + 2:
            voice = self._speakers.voice(at.number, at.letters, speaker)
            if voice is not None:
                at.taken.add(index)
                self._telling.tell(at, voice, [whole(self._text, quotation)], index, "quotation-then-source")

    # A quotation that stands alone ------------------------------------------------------------------------------

    def before(self, at: SentenceAtWork, quotation: Quotation) -> None:
        """A quotation that is a sentence of its own belongs to who spoke in the sentence before."""
        told = self._telling.found
        if any(t.content.start < quotation.end and quotation.start < t.content.end for t in told[-8:]):
            return
        opening = self._opening(at.number, quotation)
        view = self._analysis.views[opening]
        if quotation.outer_start > view.sentence.start + 2 or at.view.sentence.end - quotation.outer_end > 2:
            self._actor_and_colon(opening, quotation)
            return
        if word_count(self._text, quotation) < LONG_QUOTATION:
            return
        content = whole(self._text, quotation)
        last = told[-1] if told else None
        if last is not None and opening - last.number <= 1:
            told.append(Told(last.voice, content, last.cue, "says", "speaker-before-quotation", at.number))
        elif opening and (voice := self._takes_the_floor(opening - 1)):
            self._speakers.remember(at.number, voice)
            told.append(
                Told(voice, content, (content.start, content.start), "says", "speaker-before-quotation", at.number)
            )

    def _takes_the_floor(self, number: int) -> Voice | None:
        """The person of whom a sentence says that he speaks, and not what ("Ông X đưa ra tuyên bố trước báo giới.")."""
        view = self._analysis.views[number]
        speaks = any(token.has(word) for token in view.tokens for word in SPEAKS)
        return self._speakers.persons.of(number) if speaks else None

    def _opening(self, number: int, quotation: Quotation) -> int:
        """The sentence in which the quotation begins."""
        while number and self._analysis.views[number].sentence.start > quotation.outer_start:
            number -= 1
        return number

    def _actor_and_colon(self, number: int, quotation: Quotation) -> None:
        """`Ông X: "…"` without a verb, `Ông X nói về Đức: "…"` with one that reports nothing of its own."""
        view = self._analysis.views[number]
        letters = L.letters_of(view, self._analysis.knowledge.language)
        colon = view.index_at(quotation.outer_start) - 1
        if colon <= 0 or letters[colon] != L.COLON:
            return
        cue = _speaks_of(view, letters, colon)
        speaker = colon - 1 if cue is None else _whose(letters, cue)
        if speaker is None or letters[speaker] not in L.SPEAKERS or letters[speaker - 1 : speaker] == L.WITH:
            return
        voice = self._speakers.voice(number, letters, speaker)
        if voice:
            self._telling.tell(
                SentenceAtWork(number, view, letters),
                voice,
                [whole(self._text, quotation)],
                speaker if cue is None else cue,
                "speaker-colon-quotation",
            )


def _speaks_of(view: View, letters: str, colon: int) -> int | None:
    """The verb whose object, matter or place stands before the colon: nobody of these speaks."""
    for at in range(colon - 1, -1, -1):
        if view.tokens[at].has("speaks-of"):
            return at
        if letters[at] in L.COMMA + L.SEMICOLON + L.QUOTE:
            return None
    return None


def _whose(letters: str, cue: int) -> int | None:
    """The subject of the verb, else of its main clause."""
    subject = subject_of(letters, cue).index
    return first_subject(letters, cue) if subject is None else subject
