"""Statements of one article, sentence by sentence: who says what, by which verb."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from readout.model.records import Contact, Evidence, Span, Statement
from readout.read.analysis import Analysis, View
from readout.read.statements import letters as L
from readout.read.statements.content import Content, content_end, content_index, contents, offset_of, trimmed
from readout.read.statements.guards import adverbial_side, counts_as_cue, is_call_to_travel, opens_again
from readout.read.statements.matter import Matter
from readout.read.statements.setting import ContactOf, media_of, medium_of
from readout.read.statements.speakers import Speakers, Voice
from readout.read.statements.subject import Subject, first_subject, subject_of
from readout.read.statements.told import Told
from readout.text.quotations import Quotation

RULE = "vi.statement."
SHORTEST = 3
"""A quotation of fewer words is a name or a nickname."""
LONG_QUOTATION = 6
_VERB = re.compile(f"[{L.SAY}{L.QUOTING}]")
_JOINTS = L.CONJUNCTION + L.WORD + L.TIME + L.PREPOSITION


@dataclass(slots=True)
class _Sentence:
    """One sentence at work: its letters, the quotations that touch it, and the verbs that are taken."""

    number: int
    view: View
    letters: str
    taken: set[int] = field(default_factory=set)
    voice: Voice | None = None


def read_statements(analysis: Analysis, contacts: tuple[Contact, ...]) -> tuple[Statement, ...]:
    """The statements of an article in the order of their words; ids are `s1`, `s2` …"""
    reader = _Reader(analysis, contacts)
    for number, view in enumerate(analysis.views):
        if view.sentence.kind == "body":
            reader.sentence(number, view)
    return reader.records()


class _Reader:
    def __init__(self, analysis: Analysis, contacts: Sequence[Contact]) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._quotations = [q for q in analysis.quotations if _words(analysis.text, q) >= SHORTEST]
        self._ends = [q.outer_end for q in self._quotations]
        self._cues = L.told_symbols(analysis.knowledge.language)
        self._speakers = Speakers(analysis, contacts)
        self._contact = ContactOf(contacts)
        self._matter = Matter(analysis)
        self._told: list[Told] = []

    def sentence(self, number: int, view: View) -> None:
        """Read one sentence; what it tells is kept for `records`."""
        closing = self._near(view)
        reports = not self._cues.isdisjoint(view.string)
        if not closing and not reports:
            return
        at = _Sentence(number, view, L.letters_of(view, self._analysis.knowledge.language))
        for quotation in closing:
            self._attributed_behind(at, quotation)
        if reports:
            self._indirect(at)
        for quotation in closing:
            self._attributed_before(at, quotation)

    def _near(self, view: View) -> list[Quotation]:
        """The quotations that end in the sentence."""
        first = bisect_right(self._ends, view.sentence.start)
        found = []
        for quotation in self._quotations[first:]:
            if quotation.outer_end > view.sentence.end:
                break
            found.append(quotation)
        return found

    # Attribution behind a quotation -----------------------------------------------------------------------------

    def _attributed_behind(self, at: _Sentence, quotation: Quotation) -> None:
        """A quotation that opens its sentence and is followed by speaker and verb: `"…", ông X nói`."""
        opening = self._analysis.views[self._opening(at.number, quotation)].sentence
        first = at.view.index_at(quotation.outer_end)
        behind = at.letters[first:first + 1]
        if quotation.outer_start > opening.start + 2 or not (
                (behind and behind in L.COMMA + L.DASH + L.STOP) or self._text[quotation.end - 1] in ",.!?…"):
            return
        while first < len(at.letters) and at.letters[first] in L.COMMA + L.STOP + L.DASH + L.QUOTE:
            first += 1
        if at.letters[first:first + 1] == L.ACCORDING:
            self._according_behind(at, quotation, first)
            return
        cue = _next_cue(at.letters, first)
        if cue is None:
            return
        subject = _next_speaker(at.letters, first, cue)
        voice = self._speakers.last if subject is None else self._speakers.voice(at.number, at.letters, subject)
        if voice is None or (subject is None and cue - first > 4):
            return
        at.taken.add(cue)
        self._tell(at, voice, [_whole(self._text, quotation)], cue, "quotation-then-speaker")

    def _according_behind(self, at: _Sentence, quotation: Quotation, index: int) -> None:
        speaker = _next_speaker(at.letters, index)
        if speaker is not None and speaker <= index + 2:
            voice = self._speakers.voice(at.number, at.letters, speaker)
            if voice is not None:
                at.taken.add(index)
                self._tell(at, voice, [_whole(self._text, quotation)], index, "quotation-then-source")

    # A quotation that stands alone ------------------------------------------------------------------------------

    def _attributed_before(self, at: _Sentence, quotation: Quotation) -> None:
        """A quotation that is a sentence of its own belongs to who spoke in the sentence before."""
        if any(t.content.start < quotation.end and quotation.start < t.content.end for t in self._told[-8:]):
            return
        opening = self._opening(at.number, quotation)
        view = self._analysis.views[opening]
        if quotation.outer_start > view.sentence.start + 2 or at.view.sentence.end - quotation.outer_end > 2:
            self._actor_and_colon(opening, quotation)
            return
        if _words(self._text, quotation) < LONG_QUOTATION or not self._told:
            return
        last = self._told[-1]
        if opening - last.number <= 1:
            self._told.append(Told(last.voice, _whole(self._text, quotation), last.cue, "says",
                                   "speaker-before-quotation", at.number))

    def _opening(self, number: int, quotation: Quotation) -> int:
        """The sentence in which the quotation begins."""
        while number and self._analysis.views[number].sentence.start > quotation.outer_start:
            number -= 1
        return number

    def _actor_and_colon(self, number: int, quotation: Quotation) -> None:
        """`Ông X: "…"` without a verb."""
        view = self._analysis.views[number]
        letters = L.letters_of(view, self._analysis.knowledge.language)
        colon = view.index_at(quotation.outer_start) - 1
        if colon > 0 and letters[colon] == L.COLON and letters[colon - 1] in L.SPEAKERS:
            voice = self._speakers.voice(number, letters, colon - 1)
            if voice:
                self._tell(_Sentence(number, view, letters), voice, [_whole(self._text, quotation)], colon - 1,
                           "speaker-colon-quotation")

    # Reported speech --------------------------------------------------------------------------------------------

    def _indirect(self, at: _Sentence) -> None:
        letters = at.letters
        pending = self._source_ahead(at)  # who, verb, first token of the words, rule
        for match in _VERB.finditer(letters):
            cue = match.start()
            if cue in at.taken or self._quoted(at.view.tokens[cue].start):
                continue
            if not counts_as_cue(self._text, at.view, letters, cue):
                continue
            low = pending[2] if pending else 0
            subject = self._subject(at, cue, low)
            if subject is None:
                continue
            if pending and not opens_again(self._text, at.view, letters, cue, subject, pending[0], self._voice_at(
                    at, subject, pending[0]), pending[2]):
                continue
            start, announced = content_index(letters, cue, len(letters))
            if (letters[cue] == L.QUOTING and not announced) or (
                    subject.index is None and not letters[start:].strip(L.STOP)):
                continue
            voice = self._voice(at, subject, cue, pending[0] if pending else None)
            if voice is None:
                continue
            if pending:
                self._close(at, pending, _clause_start(letters, subject))
            pending = (voice, cue, start, subject.how)
            at.voice = voice
        if pending:
            self._close(at, pending, len(letters))
        elif not at.taken:
            self._according(at)

    def _subject(self, at: _Sentence, cue: int, low: int) -> Subject | None:
        """The subject; None where the verb stands in a relative clause ("con số mà Mỹ kỳ vọng")."""
        subject = subject_of(at.letters, cue, low)
        if subject.start > low and at.view.tokens[subject.start - 1].has("relative"):
            return None
        if subject.index is None and subject.how == "open":
            group = adverbial_side(self._text, at.view, at.letters, cue, low)
            if group is not None:
                return Subject(group, group, "subject")
        return subject

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._ends, offset)
        return at < len(self._quotations) and self._quotations[at].outer_start <= offset

    def _voice_at(self, at: _Sentence, subject: Subject, current: Voice | None) -> Voice | None:
        if subject.index is None:
            return None
        return self._speakers.voice(at.number, at.letters, subject.index, current)

    def _voice(self, at: _Sentence, subject: Subject, cue: int, current: Voice | None) -> Voice | None:
        if subject.index is not None:
            return self._voice_at(at, subject, current)
        if current:
            return current
        if subject.how == "initial" and not _participle(at.letters, cue):
            return self._speakers.last
        if subject.how == "elided":
            first = first_subject(at.letters, subject.start)
            return self._voice_at(at, Subject(first, first, "elided"), None) if first is not None else None
        return None

    def _close(self, at: _Sentence, pending: tuple[Voice, int, int, str], stop: int) -> None:
        voice, cue, first, how = pending
        last = content_end(at.letters, first, stop)
        if at.view.tokens[cue].value("report") == "invites" and not is_call_to_travel(at.view, first, last):
            return
        start, end = offset_of(at.view, first), offset_of(at.view, last)
        found = contents(self._text, start, end, self._quotations)
        if not found and how != "according-to":
            found = self._before_tail(at, cue)
            how = "content-then-speaker"
        self._tell(at, voice, found, cue, how)

    def _before_tail(self, at: _Sentence, cue: int) -> list[Content]:
        """Words without quotation marks before their attribution: `Nga sẽ không lùi bước, ông X nói.`"""
        subject = subject_of(at.letters, cue)
        comma = at.letters.rfind(L.COMMA, 0, subject.start)
        if comma < 3 or at.letters[0] in L.PREPOSITION + L.SUBORDINATE + L.TIME + L.ACCORDING:
            return []
        start, end = trimmed(self._text, at.view.sentence.start, at.view.tokens[comma].start)
        return [Content(start, end, "indirect")]

    def _source_ahead(self, at: _Sentence) -> tuple[Voice, int, int, str] | None:
        """`Theo X, …` at the beginning of the sentence, where X is an actor."""
        letters = at.letters
        if letters[:1] != L.ACCORDING or self._quoted(at.view.tokens[0].start):
            return None
        comma = letters.find(L.COMMA)
        speaker = _next_speaker(letters, 1)
        if speaker is None or speaker > 3 or comma < speaker or letters.find(L.THAT, 0, comma) > 0:
            return None
        voice = self._speakers.voice(at.number, letters, speaker)
        return (voice, 0, comma + 1, "according-to") if voice else None

    def _according(self, at: _Sentence) -> None:
        """`…, theo X` where no verb of saying reports the words, and a source of the newspaper's own country."""
        letters = at.letters
        index = letters.find(L.ACCORDING)
        if index < 0 or self._quoted(at.view.tokens[index].start):
            return
        speaker = _next_speaker(letters, index + 1)
        if speaker is None or speaker > index + 3:
            self._source_at_home(at, index)
            return
        voice = self._speakers.voice(at.number, letters, speaker)
        if voice is None:
            return
        self._tell_according(at, voice, index)

    def _source_at_home(self, at: _Sentence, index: int) -> None:
        token = at.view.tokens[index + 1] if index + 1 < len(at.view.tokens) else None
        form = token.value("institution") if token else None
        if form:
            self._tell_according(at, self._speakers.institution_at_home(form), index)

    def _tell_according(self, at: _Sentence, voice: Voice, index: int) -> None:
        letters, view = at.letters, at.view
        comma = letters.find(L.COMMA, index)
        if index and letters[index - 1] == L.COMMA:
            start, end = view.sentence.start, view.tokens[index - 1].start
        elif index == 0 and comma > 0:
            start, end = view.tokens[comma].end, view.sentence.end
        else:
            return
        self._tell(at, voice, contents(self._text, start, end, self._quotations), index, "according-to")

    # Records ----------------------------------------------------------------------------------------------------

    def _tell(self, at: _Sentence, voice: Voice, found: list[Content], cue: int, rule: str) -> None:
        token = at.view.tokens[cue]
        force = token.value("report") or "says"
        for content in found:
            if content.end > content.start:
                self._told.append(Told(voice, content, (token.start, token.end), force, rule,  # type: ignore[arg-type]
                                       at.number))
        if found:
            self._speakers.remember(at.number, voice)

    def records(self) -> tuple[Statement, ...]:
        """Everything that was told, in the order of the words."""
        self._told.sort(key=lambda told: (told.content.start, told.content.end))
        return tuple(self._record(number, told) for number, told in enumerate(self._told, 1))

    def _record(self, number: int, told: Told) -> Statement:
        view, text = self._analysis.views[told.number], self._text
        content, cue = told.content, told.cue
        words = text[content.start:content.end]
        first, last = min(content.start, cue[0]), max(content.end, cue[1])
        knowledge = self._analysis.knowledge
        return Statement(
            id=f"s{number}", contact=self._contact.find(told.voice.speaker, view.sentence, cue[0]),
            speaker=told.voice.speaker, kind=content.kind, force=told.force,
            medium=medium_of(knowledge, view, told.voice.speaker, content),
            reported_via=media_of(knowledge, view, content),
            topics=self._matter.topics(told), content=Span(start=content.start, end=content.end, text=words),
            cue=Span(start=cue[0], end=cue[1], text=text[cue[0]:cue[1]]),
            evidence=(Evidence(start=first, end=last, text=text[first:last], rule=RULE + told.rule),))


def _words(text: str, quotation: Quotation) -> int:
    return text.count(" ", quotation.start, quotation.end) + 1


def _whole(text: str, quotation: Quotation) -> Content:
    return Content(*trimmed(text, quotation.start, quotation.end), "direct")


def _next_speaker(letters: str, first: int, end: int | None = None) -> int | None:
    for at in range(first, min(len(letters), first + 10, first + 10 if end is None else end)):
        if letters[at] in L.SPEAKERS and (at == first or letters[at - 1] not in L.PREPOSITION + L.WITH):
            return at
        if letters[at] in L.QUOTE + L.STOP + L.COLON + L.COMMA:
            return None
    return None


def _next_cue(letters: str, first: int) -> int | None:
    for at in range(first, min(len(letters), first + 20)):
        if letters[at] in L.SAY + L.QUOTING:
            return at
        if letters[at] in L.QUOTE + L.STOP + L.SUBORDINATE + L.CONJUNCTION:
            return None
    return None


def _participle(letters: str, cue: int) -> bool:
    """A verb that opens the sentence and whose subject follows behind a comma: `Nhắc lại …, ông X nói`."""
    comma = letters.find(L.COMMA, cue)
    while comma > 0:
        if any(letters[at] in L.SPEAKERS for at in range(comma + 1, min(comma + 3, len(letters)))) and any(
                letter in L.SAY + L.QUOTING for letter in letters[comma:]):
            return True
        comma = letters.find(L.COMMA, comma + 1)
    return False


def _clause_start(letters: str, subject: Subject) -> int:
    """Where the clause of a second verb begins, so that the words of the first end there."""
    at = subject.start
    while at > 0 and (letters[at - 1] == L.SUBORDINATE or (letters[at - 1] in _JOINTS and letters.rfind(
            L.COMMA, max(0, at - 6), at) >= 0)):
        at -= 1
    return at
