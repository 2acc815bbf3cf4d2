"""The frames of contacts: which rule fits each cue of a sentence, and which tokens fill its slots."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from mypy_extensions import i64, mypyc_attr

from readout.knowledge.tables import rules
from readout.read.analysis import View, grammar
from readout.read.prefilter import Prefilter, SymbolBits
from readout.read.symbols import TokenPattern

CUES: Final = (
    "contact",
    "invite",
    "accept",
    "host-verb",
    "discuss",
    "ceremony",
    "conference",
    "signing",
    "plan-n",
    "attend",
    "go-to",
    "reach-v",
    "accord-v",
)
"""One of them stands in every sentence that tells of a contact, or a verb of `TELLING`."""
TELLING: Final = ("tell", "press", "apologise-v")


@mypyc_attr(acyclic=True)
class Frame:
    """A rule that fits: its id, shape and `pairs` (what it takes two sides together for: "nouns", "verbs" or nothing),
    the cue's token index, and the token index of each filled slot."""

    __slots__ = ("cue", "first", "last", "pairs", "rule", "shape", "slots")

    def __init__(self, rule: "_Rule", cue: int, slots: dict[str, int], first: int, last: int) -> None:
        self.rule = rule.id
        self.shape = rule.shape
        self.pairs = rule.pairs
        self.cue = cue
        self.slots = slots
        self.first = first
        self.last = last


class _Rule:
    """A contact rule, with the bit of what its cue may be; once it is asked for, `search` of its pattern and `cues` and
    `slots`, the groups of it."""

    __slots__ = ("cue_bit", "cues", "id", "pairs", "pattern", "search", "shape", "slots")

    def __init__(self, name: str, shape: str, pairs: str | None, pattern: TokenPattern, cue_bit: i64) -> None:
        self.id = name
        self.cue_bit = cue_bit
        self.shape = shape
        self.pattern = pattern
        self.search: Callable[[str, int], re.Match[str] | None] | None = None
        self.cues: list[int] = []
        self.slots: list[tuple[str, int]] = []
        self.pairs = pairs

    def compiled(self) -> Callable[[str, int], re.Match[str] | None]:
        """The search for its pattern."""
        if self.search is None:
            groups = list(self.pattern.regex.groupindex.items())
            self.cues = [group for slot, group in groups if slot.startswith("cue")]
            self.slots = [(slot.split("__")[0], group) for slot, group in groups if not slot.startswith("cue")]
            self.search = self.pattern.regex.search  # last: another thread that sees it needs the groups
        return self.search

    def cue(self, match: re.Match[str]) -> int:
        """The index of the cue, in whichever alternative of the pattern it stands."""
        if len(self.cues) == 1:
            return match.start(self.cues[0])
        return max([match.start(group) for group in self.cues])

    def frame(self, match: re.Match[str], cue: int) -> Frame:
        """What the match says."""
        slots: dict[str, int] = {}
        for slot, group in self.slots:
            index = match.start(group)
            if index >= 0:
                slots[slot] = index
        return Frame(self, cue, slots, match.start(), match.end() - 1)


class FrameGrammar:
    """The compiled contact rules of a language."""

    def __init__(self, language: str) -> None:
        symbols = grammar(language).symbols
        every = rules(f"{language}/rules/contacts.toml")
        self._cue_bits = SymbolBits()
        self._rules = [
            _Rule(
                rule["id"],
                rule["shape"],
                rule.get("pairs"),
                symbols.pattern(rule["pattern"]),
                self._cue_bits.bit(symbols.slot(rule["pattern"], "cue")),
            )
            for rule in every
        ]
        self._prefilter = Prefilter(symbols, [rule["pattern"] for rule in every])
        self._signs = SymbolBits()
        self._cue = self._signs.bit(symbols.set_of(*CUES))
        self._telling = self._signs.bit(symbols.set_of(*TELLING))
        self._travel = symbols.set_of("go-v")
        self._visit = symbols.set_of("visit-n", "visit-v")
        self._filler = symbols.set_of("filler")
        self._verbs = symbols.set_of("call-v")
        self._nouns = symbols.set_of("meet-n", "call-n", "summit-n") - symbols.set_of("meet-v", "with-v")

    def may_fit(self, view: View) -> bool:
        """Whether the sentence has a cue, or a verb of speech and two whom it may stand between."""
        signs = self._signs.of(view.string)
        return signs & self._cue != 0 or (signs & self._telling != 0 and len(view.actors) > 1)

    def frames(self, view: View) -> list[Frame]:
        """At most one frame for each cue, the first rule's, in the order of the cues; asked where one `may_fit`."""
        possible = self._prefilter.possible(view.string)
        if not possible:
            return []
        found: dict[int, Frame] = {}
        free = self._cue_bits.places(view.string)
        for index in possible:
            rule = self._rules[index]
            at = 0  # matches may share tokens: the search goes on behind each cue
            while _has_cue(free, rule.cue_bit, at) and (match := rule.compiled()(view.string, at)) is not None:
                cue = rule.cue(match)
                at = max(cue, match.start()) + 1
                if cue not in found and not self._another_event(rule, view, cue, match.end()):
                    found[cue] = rule.frame(match, cue)
                    free.pop(cue, None)
        return _one_by_one(found)

    def _another_event(self, rule: _Rule, view: View, cue: int, last: int) -> bool:
        """What the rule takes for one event is something else."""
        if rule.pairs == "nouns" and view.string[cue] in self._verbs and view.actors.get(cue - 1):
            return True  # "ông A điện đàm lãnh đạo B, C"
        if rule.pairs == "nouns" and any(token.has("summit-n") for token in view.tokens[cue + 2 : last]):
            return True  # "cuộc điện đàm một ngày sau thượng đỉnh A - B"
        return (rule.pairs == "verbs" and self._has_own_object(view, cue)) or self._goes_on_visit(view.string, cue)

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


def _has_cue(free: dict[int, i64], bit: i64, start: int) -> bool:
    """From `start` on stands what may be the cue of a rule and is no frame's yet: else its search, the dearest of all,
    can find nothing new."""
    return any(at >= start and bits & bit for at, bits in free.items())


def _one_by_one(found: dict[int, Frame]) -> list[Frame]:
    """The frames by their cues; none is implied inside one of many ("có các cuộc gặp, tiếp xúc với nhiều nước")."""
    frames = [found[cue] for cue in sorted(found)] if len(found) > 1 else list(found.values())
    many = [frame for frame in frames if frame.shape == "many"]
    if not many:
        return frames
    return [f for f in frames if f.shape != "implied" or not any(m.first < f.cue < m.cue for m in many)]


@cache
def frame_grammar(language: str) -> FrameGrammar:
    """The compiled frames of a language, built at the first call."""
    return FrameGrammar(language)
