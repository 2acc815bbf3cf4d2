"""The frames of contacts: which rule fits each cue of a sentence, and which tokens fill its slots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from readout.knowledge.tables import rules
from readout.read.analysis import View, grammar


@dataclass(frozen=True, slots=True)
class Frame:
    """A rule that fits: its id and shape, the cue's token index, and the token index of each filled slot."""

    rule: str
    shape: str
    cue: int
    slots: dict[str, int]
    first: int
    last: int


class FrameGrammar:
    """The compiled contact rules of a language."""

    def __init__(self, language: str) -> None:
        symbols = grammar(language).symbols
        self._rules = [
            (rule["id"], rule["shape"], symbols.compile(rule["pattern"]), symbols.anchors(rule["pattern"]))
            for rule in rules(f"{language}/rules/contacts.toml")
        ]
        self.cues = frozenset(symbols.of("contact", "invite", "accept", "host-verb"))
        self._travel = frozenset(symbols.of("go-v"))
        self._visit = frozenset(symbols.of("visit-n", "visit-v"))
        self._filler = frozenset(symbols.of("filler"))
        self._verbs = frozenset(symbols.of("call-v"))
        self._nouns = frozenset(symbols.of("meet-n", "call-n", "summit-n")) - frozenset(symbols.of("meet-v", "with-v"))

    def frames(self, view: View) -> list[Frame]:
        """At most one frame for each cue, the first rule's, in the order of the cues."""
        present = view.present
        if self.cues.isdisjoint(present):
            return []
        found: dict[int, Frame] = {}
        for name, shape, regex, anchors in self._rules:
            if anchors and anchors.isdisjoint(present):
                continue
            for match in _matches(regex, view.string):
                cue = _cue(match)
                if name.endswith("noun-pair") and view.string[cue] in self._verbs and view.actors.get(cue - 1):
                    continue  # "ông A điện đàm lãnh đạo B, C"
                if name.endswith("pair-verb") and self._has_own_object(view, cue):
                    continue
                if cue not in found and not self._goes_on_visit(view.string, cue):
                    slots = {
                        slot.split("__")[0]: match.start(slot)
                        for slot in match.re.groupindex
                        if not slot.startswith("cue") and match.start(slot) >= 0
                    }
                    found[cue] = Frame(name, shape, cue, slots, match.start(), match.end() - 1)
        return [found[cue] for cue in sorted(found)]

    def _has_own_object(self, view: View, cue: int) -> bool:
        """The noun names its own table ("cuộc gặp ông Putin", "hội nghị cấp cao ASEAN"); the pair before it is
        somebody else."""
        at = cue + 1
        while at < len(view.tokens) and view.string[at] in self._filler:
            at += 1
        if view.string[cue] not in self._nouns or at >= len(view.tokens):
            return False
        return bool(view.actors.get(at)) or view.tokens[at].has("of")

    def _goes_on_visit(self, string: str, cue: int) -> bool:
        """The cue is the "tới" of "chuyến thăm chính thức tới", no journey of its own."""
        if string[cue] not in self._travel:
            return False
        at = cue - 1
        while at >= 0 and string[at] in self._filler and string[at] not in self._visit:
            at -= 1
        return at >= 0 and string[at] in self._visit


def _matches(regex: re.Pattern[str], string: str) -> Iterator[re.Match[str]]:
    """Matches that may share tokens: the search goes on behind each cue."""
    at = 0
    while match := regex.search(string, at):
        yield match
        at = max(_cue(match), match.start()) + 1


def _cue(match: re.Match[str]) -> int:
    """The index of the cue, in whichever alternative of the pattern it stands."""
    return max(match.start(slot) for slot in match.re.groupindex if slot.startswith("cue"))


@cache
def frame_grammar(language: str) -> FrameGrammar:
    """The compiled frames of a language, built at the first call."""
    return FrameGrammar(language)
