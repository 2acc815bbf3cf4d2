"""Statements of one article, sentence by sentence: who says what, by which verb."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from readout.model.records import Contact, Evidence, Span, Statement
from readout.read.analysis import Analysis, View
from readout.read.statements import letters as L
from readout.read.statements.authors import Authors
from readout.read.statements.clauses import (
    NOMINAL,
    behind_title,
    clause_start,
    has_main_clause,
    next_speaker,
    only_where,
    opens_as_participle,
    tells_nothing,
    word_count,
)
from readout.read.statements.content import (
    Content,
    before_comment,
    content_end,
    content_index,
    contents,
    offset_of,
    trimmed,
)
from readout.read.statements.dialogue import Dialogue, Said
from readout.read.statements.guards import counts_as_cue, heads_a_noun, is_call_to_travel, opens_again, saying_words
from readout.read.statements.matter import Matter
from readout.read.statements.quoted import QuotedSpeech
from readout.read.statements.setting import ContactOf, account_of, media_of, medium_of
from readout.read.statements.speakers import Speakers
from readout.read.statements.subject import Subject, subject_before, subject_of
from readout.read.statements.told import SentenceAtWork, Telling, Told
from readout.read.statements.voice import Voice
from readout.read.tokens import Token
from readout.read.topics import words_of
from readout.text.quotations import Quotation

RULE: Final = "vi.statement."
SHORTEST: Final = 3
"""A quotation of fewer words is a name or a nickname."""
OPENING: Final = 3
"""Up to so many tokens before `theo` are an opening ("Ngoài ra, theo …"), not what it reports."""
ENOUGH: Final = 3
"""Reported speech of fewer words tells nothing ("muốn chia sẻ điều gì")."""
OPENERS: Final = ("says", "confirms", "warns", "announces")
"""Forces of a verb that opens a sentence and tells something of its own; thanks and praise there only lead up."""


def read_statements(analysis: Analysis, contacts: tuple[Contact, ...]) -> tuple[Statement, ...]:
    """The statements of an article in the order of their words; ids are `s1`, `s2` …"""
    return read_all_statements([analysis], [contacts])[0]


def read_all_statements(
    analyses: Sequence[Analysis], contacts: Sequence[tuple[Contact, ...]]
) -> list[tuple[Statement, ...]]:
    """`read_statements` for each of the articles, step by step: topics are searched for in all of them at once, while
    the processor has the words at hand."""
    readers = [_read(one, met) for one, met in zip(analyses, contacts, strict=True)]
    told = [reader.told() if reader else [] for reader in readers]
    matters = [Matter(one, found) if found else None for one, found in zip(analyses, told, strict=True)]
    return [
        reader.records(matter) if reader and matter else () for reader, matter in zip(readers, matters, strict=True)
    ]


def _read(analysis: Analysis, contacts: tuple[Contact, ...]) -> "_Reader | None":
    """A reader that has gone through the article; None where there is nothing to read."""
    if not analysis.views:
        return None
    reader = _Reader(analysis, contacts)
    for number, view in enumerate(analysis.views):
        if view.sentence.kind == "body":
            reader.sentence(number, view)
    return reader


def _says_enough(text: str, content: Content) -> bool:
    return text.count(" ", content.start, content.end) + 1 >= ENOUGH


_SAY: Final = ord(L.SAY)
_QUOTING: Final = ord(L.QUOTING)
_WORD: Final = ord(L.WORD)
_SEMICOLON: Final = ord(L.SEMICOLON)


def _verbs(letters: str) -> list[int]:
    """Where verbs of saying stand, and any word behind a semicolon."""
    found: list[int] = []
    before = 0
    for at in range(len(letters)):
        code = ord(letters[at])
        if code in (_SAY, _QUOTING) or (code == _WORD and before == _SEMICOLON):
            found.append(at)
        before = code
    return found


@cache
def _tails(language: str) -> tuple[str, ...]:
    """How a verb ends that holds the beginning of the words it reports."""
    return tuple(f" {form}" for form in words_of(language, "verb-tail"))


class _Reader:
    def __init__(self, analysis: Analysis, contacts: Sequence[Contact]) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._quotations = [q for q in analysis.quotations if word_count(analysis.text, q) >= SHORTEST]
        self._ends = [q.outer_end for q in self._quotations]
        self._all_ends = [q.outer_end for q in analysis.quotations]
        self._cues = L.told_symbols(analysis.knowledge.language)
        self._speakers = Speakers(analysis, contacts)
        self._contact = ContactOf(contacts)
        self._telling = Telling(self._speakers)
        self._authors = Authors(analysis.text, analysis.knowledge.language)
        self._quoted_speech = QuotedSpeech(analysis, self._quotations, self._speakers, self._authors, self._telling)
        self._dialogue = Dialogue(analysis)
        self._tails = _tails(analysis.knowledge.language)
        self._saying = saying_words(analysis.knowledge.language)
        self._again = words_of(analysis.knowledge.language, "medium-again")
        self._media: tuple[str, ...] = ()

    def sentence(self, number: int, view: View) -> None:
        """Read one sentence; what it tells is kept for `told`."""
        closing = self._near(view)
        turn = self._dialogue.by_sentence.get(number)
        reports = not self._cues.isdisjoint(view.present)
        if not closing and not reports and turn is None:
            return
        at = SentenceAtWork(number, view, L.letters_of(view, self._analysis.knowledge.language))
        if turn is not None:
            self._turn(at, turn)
        for quotation in closing:
            self._quoted_speech.behind(at, quotation)
        if reports:
            self._indirect(at)
        for quotation in closing:
            self._quoted_speech.before(at, quotation)

    def _turn(self, at: SentenceAtWork, turn: Said) -> None:
        """Tell what a turn of a dialogue says; an answer is of who was told to speak last."""
        if turn.speaker is None:
            voice = self._speakers.last or self._speakers.persons.before(at.number)
        else:
            voice = self._speakers.voice(at.number, at.letters, turn.speaker)
        if voice is None:
            return
        if turn.cues:
            at.taken.update(turn.cues)
            self._telling.tell(at, voice, list(turn.contents), turn.cues[0], "dialogue")
            return
        self._speakers.remember(at.number, voice)
        for content in turn.contents:
            told = Told(voice, content, (content.start, content.start), "says", "dialogue", at.number)
            self._telling.found.append(told)

    def _near(self, view: View) -> list[Quotation]:
        """The quotations that end in the sentence."""
        if not self._quotations:
            return []
        first = bisect_right(self._ends, view.sentence.start)
        found = []
        for quotation in self._quotations[first:]:
            if quotation.outer_end > view.sentence.end:
                break
            found.append(quotation)
        return found

    # Reported speech --------------------------------------------------------------------------------------------

    def _indirect(self, at: SentenceAtWork) -> None:
        letters = at.letters
        pending = self._source_ahead(at)  # who, verb, first token of the words, rule
        for cue in _verbs(letters):
            if cue in at.taken or self._quoted(at.view.tokens[cue].start):
                continue
            if letters[cue] == L.WORD and at.view.tokens[cue].value("report") != "praises":
                continue  # behind a semicolon a weak verb tells, too ("…; ủng hộ việc …")
            if not counts_as_cue(self._text, at.view, letters, cue, self._tails, self._saying):
                continue
            low = pending[2] if pending else 0
            subject = self._authors.of(at, cue, low)
            if subject is None or heads_a_noun(self._text, at.view, letters, subject.index, self._saying):
                continue
            if pending and not self._opens_again(at, cue, subject, pending[0], pending[2]):
                continue
            start, announced = content_index(letters, cue, len(letters), self._says_that(at.view.tokens[cue]))
            if (letters[cue] == L.QUOTING and not announced) or (
                subject.index is None and not letters[start:].strip(L.STOP)
            ):
                continue
            voice = self._voice(at, subject, cue, pending[0] if pending else None)
            if voice is None:
                continue
            if pending:
                self._close(at, pending, clause_start(letters, subject))
            pending = (voice, cue, start, subject.how)
            at.voice = voice
        if pending:
            self._close(at, pending, len(letters))
        elif not at.taken:
            self._according(at)

    def _opens_again(self, at: SentenceAtWork, cue: int, subject: Subject, current: Voice, start: int) -> bool:
        """The verb at `cue` reports for itself, not inside the words of `current`, which begin at token `start`."""
        voice = self._voice_at(at, subject, current)
        return opens_again(self._text, at.view, at.letters, cue, subject, current, voice, start, self._saying)

    def _says_that(self, token: Token) -> bool:
        """The verb itself ends with `rằng`."""
        return self._text[token.start : token.end].endswith("rằng")

    def _quoted(self, offset: int) -> bool:
        """The code point stands in words that are told as somebody's own."""
        if self._dialogue.holds(offset):
            return True
        at = bisect_right(self._all_ends, offset)
        return at < len(self._analysis.quotations) and self._analysis.quotations[at].outer_start <= offset

    def _voice_at(self, at: SentenceAtWork, subject: Subject, current: Voice | None) -> Voice | None:
        if subject.index is None:
            return None
        return self._speakers.voice(at.number, at.letters, subject.index, current)

    def _voice(self, at: SentenceAtWork, subject: Subject, cue: int, current: Voice | None) -> Voice | None:
        if subject.index is not None:
            return self._voice_at(at, subject, current)
        if current:
            return current
        if self._same_document(at, 0, cue):
            return self._speakers.issuer or self._speakers.last
        if subject.how == "initial":
            follows = opens_as_participle(at.letters, cue)
            return self._speakers.last if follows is None else self._opener(at, cue, follows)
        if subject.how == "elided" and at.voice:
            return at.voice
        if subject.how == "elided":
            first = subject_before(at.letters, subject.start)
            return self._voice_at(at, Subject(first, first, "elided"), None) if first is not None else None
        return None

    def _opener(self, at: SentenceAtWork, cue: int, subject: int) -> Voice | None:
        """Who tells what a verb at the beginning reports, before he is named: `Cho biết …, ông X mong …`; that
        something is done (`Chỉ ra việc …`) is no clause of its own."""
        tokens = at.view.tokens
        noun = self._text.startswith(NOMINAL, tokens[cue].end + 1)
        tells = tokens[cue].value("report") in OPENERS and not noun
        return self._speakers.voice(at.number, at.letters, subject) if tells else None

    def _close(self, at: SentenceAtWork, pending: tuple[Voice, int, int, str], stop: int) -> None:
        voice, cue, first, how = pending
        last = before_comment(at.view, at.letters, first, content_end(at.letters, first, stop))
        if at.view.tokens[cue].value("report") == "invites" and not is_call_to_travel(at.view, first, last):
            return
        start, end = self._words_from(at, cue, first), offset_of(at.view, last)
        found = [] if tells_nothing(self._text, start, end) else contents(self._text, start, end, self._quotations)
        if how != "according-to" and (not found or only_where(self._text, start, end)):
            before = self._before_tail(at, cue)
            found, how = (before, "content-then-speaker") if before or not found else (found, how)
        self._telling.tell(at, voice, [c for c in found if c.kind == "direct" or _says_enough(self._text, c)], cue, how)

    def _words_from(self, at: SentenceAtWork, cue: int, first: int) -> int:
        """Where the words begin: behind the verb, or with what the verb's own token holds of them ("tuyên bố sẽ …")."""
        token = at.view.tokens[cue]
        if first == cue + 1:
            verb = self._text[token.start : token.end].lower()
            for tail in self._tails if verb.endswith(self._tails) else ():
                if verb.endswith(tail):
                    return token.end - len(tail) + 1
        return offset_of(at.view, first)

    def _before_tail(self, at: SentenceAtWork, cue: int) -> list[Content]:
        """Words without quotation marks before their attribution: `Nga sẽ không lùi bước, ông X nói.`, also with a
        dash."""
        subject = subject_of(at.letters, cue)
        mark = max(at.letters.rfind(L.COMMA, 0, subject.start), at.letters.rfind(L.DASH, 0, subject.start))
        if mark < 3 or not has_main_clause(at.letters[:mark]):
            return []
        start, end = trimmed(self._text, at.view.sentence.start, at.view.tokens[mark].start)
        joined = L.SUBORDINATE in at.letters[mark : subject.start + 1]  # "…, tuy nhiên Nga phủ nhận"
        return [] if joined else [Content(start, end, "indirect")]

    def _source_ahead(self, at: SentenceAtWork) -> tuple[Voice, int, int, str] | None:
        """`Theo X, …` at the beginning of the sentence, where X is an actor or the document told of before."""
        letters = at.letters
        first = letters.find(L.ACCORDING, 0, 2)
        if first < 0 or letters[:first].strip(L.WORD) or self._quoted(at.view.tokens[0].start):
            return None
        comma = letters.find(L.COMMA)
        if self._same_document(at, first + 1, comma):
            last = self._speakers.last
            return (last, first, comma + 1, "according-to") if last else None
        speaker = next_speaker(letters, first + 1)
        if speaker is None or speaker > first + 3 or comma < speaker or letters.find(L.THAT, 0, comma) > 0:
            return None
        voice = self._speakers.voice(at.number, letters, speaker)
        return (voice, first, behind_title(letters, speaker, comma) + 1, "according-to") if voice else None

    def _same_document(self, at: SentenceAtWork, first: int, comma: int) -> bool:
        """`theo tài liệu này`: who spoke last speaks on through the document."""
        tokens = at.view.tokens
        return comma == first + 2 and tokens[first].has("document") and tokens[first + 1].has("this")

    def _according(self, at: SentenceAtWork) -> None:
        """`…, theo X` where no verb of saying reports the words, and a source of the newspaper's own country or a
        capital."""
        letters = at.letters
        index = letters.find(L.ACCORDING)
        while index >= 0 and self._quoted(at.view.tokens[index].start):
            index = letters.find(L.ACCORDING, index + 1)
        if index < 0:
            return
        speaker = next_speaker(letters, index + 1)
        if speaker is None or speaker > index + 3:
            self._source_by_name(at, index)
            return
        voice = self._speakers.voice(at.number, letters, speaker)
        if voice is None:
            return
        self._tell_according(at, voice, index)

    def _source_by_name(self, at: SentenceAtWork, index: int) -> None:
        token = at.view.tokens[index + 1] if index + 1 < len(at.view.tokens) else None
        form = token.value("institution") if token else None
        seat = token.value("capital") if token and at.letters[index + 2 : index + 3] in (L.COMMA, L.STOP) else None
        if form:
            self._tell_according(at, self._speakers.voices.at_home(form), index)
        elif seat:  # "…, theo Tokyo"
            self._tell_according(at, self._speakers.voices.of_side(seat), index)

    def _tell_according(self, at: SentenceAtWork, voice: Voice, index: int) -> None:
        letters, view = at.letters, at.view
        comma = letters.find(L.COMMA, index)
        if index and letters[index - 1] == L.COMMA and not (0 < index <= OPENING and comma > 0):
            start, end = view.sentence.start, view.tokens[index - 1].start
        elif comma > 0 and (index == 0 or letters[index - 1] == L.COMMA):  # also "Ngoài ra, theo ông X, …"
            start, end = view.tokens[comma].end, view.sentence.end
        else:
            return
        self._telling.tell(at, voice, contents(self._text, start, end, self._quotations), index, "according-to")

    # Records ----------------------------------------------------------------------------------------------------

    def told(self) -> list[Told]:
        """Everything that was told, in the order of the words."""
        self._telling.found.sort(key=lambda told: (told.content.start, told.content.end))
        return self._telling.found

    def records(self, matter: Matter) -> tuple[Statement, ...]:
        """The records of what was `told`; `matter` is that of all of it."""
        return tuple([self._record(number, told, matter) for number, told in enumerate(self._telling.found, 1)])

    def _reported_via(self, view: View, told: Told) -> tuple[str, ...]:
        """The wires of the sentence; the last ones where it says "this wire"."""
        media = media_of(self._analysis.knowledge, view, told.content)
        start, end = view.sentence.start, view.sentence.end
        if not media and self._media and any(self._text.find(word, start, end) >= 0 for word in self._again):
            return self._media
        self._media = media or self._media
        return media

    def _record(self, number: int, told: Told, matter: Matter) -> Statement:
        view, text = self._analysis.views[told.number], self._text
        content, cue = told.content, told.cue
        words = text[content.start : content.end]
        first, last = min(content.start, cue[0]), max(content.end, cue[1])
        knowledge = self._analysis.knowledge
        return Statement(
            id=f"s{number}",
            contact=self._contact.find(told.voice.speaker, view.sentence),
            speaker=told.voice.speaker,
            joint_with=told.voice.beside,
            kind=content.kind,
            force=told.force,
            medium=medium_of(knowledge, view, told.voice.speaker, content),
            reported_via=self._reported_via(view, told),
            account_of=account_of(view, knowledge.language, told.voice.speaker),
            topics=matter.topics(number - 1),
            content=Span(start=content.start, end=content.end, text=words),
            cue=Span(start=cue[0], end=cue[1], text=text[cue[0] : cue[1]]) if cue[1] > cue[0] else None,
            evidence=(Evidence(start=first, end=last, text=text[first:last], rule=RULE + told.rule),),
        )
