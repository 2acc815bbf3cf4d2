"""Speech that is set with dashes: `- Nga sẽ đợi - ông X nói`, `– Thưa ông, …? – Chúng tôi đã sẵn sàng.`"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from readout.read.analysis import Analysis, View
from readout.read.statements import letters as L
from readout.read.statements.clauses import next_cue, next_speaker
from readout.read.statements.content import Content, trimmed
from readout.text.dialogue import Turn
from readout.text.quotations import MARKS

AFTER: Final = 8
"""So many tokens may stand behind the verb that closes a turn ("ông X nói với báo giới tại Moskva")."""
NAMED: Final = 4
"""Within so many tokens of its beginning a turn names its speaker and sets a colon."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one turn says in sentence `number`; `speaker` and `cues` are its tokens, none for an answer without them."""

    number: int
    contents: tuple[Content, ...]
    speaker: int | None = None
    cues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks by which verb, between the mark before it and where it ends, all as tokens."""

    mark: int
    speaker: int
    cue: int
    stop: int


class Dialogue:
    """The turns of an article that tell who speaks them, and the answers to a turn that asks."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._language = analysis.knowledge.language
        self._views = analysis.views
        self._starts = [view.sentence.start for view in analysis.views] if analysis.turns else []
        self.by_sentence: dict[int, Said] = {}
        self._spans: list[tuple[int, int]] = []
        for turn in analysis.turns:
            said = self._said(turn)
            if said is not None:
                self.by_sentence[said.number] = said
                self._spans.extend((content.start, content.end) for content in said.contents)
            elif turn.asks:
                self._spans.append((turn.start, turn.end))

    def holds(self, offset: int) -> bool:
        """The code point stands in the words of a turn."""
        return any(start <= offset < end for start, end in self._spans)

    def _said(self, turn: Turn) -> Said | None:
        first = bisect_right(self._starts, turn.mark) - 1
        if first < 0 or self._views[first].sentence.end < turn.start:
            return None
        opening = self._views[first]
        if opening.sentence.kind != "body" or opening.sentence.start < turn.mark or self._text[turn.start] in MARKS:
            return None
        named = self._named(first, opening, turn)
        if named is not None:
            return named
        for number in range(first, len(self._views)):
            if self._views[number].sentence.start >= turn.end:
                break
            closed = self._closed(number, turn)
            if closed is not None:
                return closed
        return Said(first, (self._content(turn.start, turn.end),)) if turn.answers and not turn.asks else None

    def _named(self, number: int, view: View, turn: Turn) -> Said | None:
        """`- Ông X: Chúng tôi …`"""
        letters = L.letters_of(view, self._language)
        colon = letters.find(L.COLON, 1, NAMED + 1)
        speaker = next_speaker(letters, 1, colon) if colon > 0 else None
        if speaker is None or set(letters[1:colon]) & {*L.CUES, L.AUDIENCE}:
            return None
        return Said(number, (self._content(view.tokens[colon].end, turn.end),), speaker, (speaker,))

    def _closed(self, number: int, turn: Turn) -> Said | None:
        """`- Nga sẽ đợi - ông X nói - nhưng không lâu. - Không ai vội.`: the words around the attributions of one
        sentence, and those behind a dash that follows it."""
        view = self._views[number]
        letters = L.letters_of(view, self._language)
        found = _attributions(letters)
        if not found:
            return None
        start, words = turn.start, []
        for one in found:
            words.append(self._content(start, view.tokens[one.mark].start))
            start = view.tokens[one.stop].end if one.stop < len(letters) else view.sentence.end
        if found[-1].stop < len(letters):
            words.append(self._content(start, view.sentence.end))
        rest = self._text[view.sentence.end : turn.end].lstrip()
        if rest[:1] in ("-", "–", "—") and len(rest) > 2:
            words.append(self._content(turn.end - len(rest), turn.end))
        return Said(number, tuple(words), found[0].speaker, tuple(one.cue for one in found))

    def _content(self, start: int, end: int) -> Content:
        return Content(*trimmed(self._text, start, end), "direct")


def _attributions(letters: str) -> list[Attribution]:
    """Every attribution of a sentence between two dashes, or between the last mark and the end."""
    found: list[Attribution] = []
    for mark in range(1, len(letters) - 1):
        if letters[mark] not in (L.COMMA, L.DASH) or letters[mark + 1] not in L.SPEAKERS + L.WORD:
            continue
        speaker = next_speaker(letters, mark + 1)
        cue = next_cue(letters, speaker) if speaker is not None and speaker <= mark + 2 else None
        if speaker is None or cue is None:
            continue
        dash = letters.find(L.DASH, cue) if letters[mark] == L.DASH else -1
        stop = dash if dash >= 0 else len(letters)
        if stop - cue <= AFTER:
            found.append(Attribution(mark, speaker, cue, stop))
    last = found[-1:]
    return [one for one in found if letters[one.mark] == L.DASH and one.stop < len(letters)] or last
