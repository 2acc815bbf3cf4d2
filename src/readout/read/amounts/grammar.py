"""A rule file as a grammar: one scan finds the candidates, the rules that fit a candidate are looked up.

The scan is one google-re2 union of all patterns (leftmost, longest) over the UTF-8 bytes of the text: linear in its
size (`readout.read.amounts.candidates` walks through what it finds). A candidate is read by the rules whose pattern
covers it from end to end, in the order of the file; where none may read it (a condition on its neighbours fails, or a
word goes on after it), shorter candidates with the same start are tried.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import punctuation
from typing import Any, Final, NamedTuple

import re2  # type: ignore[import-untyped, unused-ignore]
from mypy_extensions import mypyc_attr

from readout.knowledge.tables import document
from readout.read.amounts.patterns import Slots, Standing, alternation, anywhere, compile_pattern, number_range

WINDOW: Final = 40
"""How many code points on each side of a candidate its conditions may look at."""

_SIGNS: Final = "“”‘’–—…«»•·′″→\u00a0\u202f\u200b\ufeff"
EDGES: Final = frozenset(" \t\n\f\r" + punctuation + _SIGNS)
"""What may stand beside a whole word. (All but letters and digits would be a very large class in UTF-8.)"""
_EDGE: Final = rf"[\s!-/:-@\[-`{{-~{_SIGNS}]"
_SIGNS_OF_PATTERNS: Final = frozenset("()[]{}~\\^$")
_KEYS: Final = {"id", "pattern", "means", "with", "yes", "no", "after", "not-after", "before", "not-before", "note"}


@mypyc_attr(acyclic=True)
@dataclass(slots=True, eq=False)
class Rule:
    """One `[[rule]]` of a file; never changed. `means` names the kind of reading, `given` its fixed values (`with` in
    the file)."""

    id: str
    pattern: str
    means: str
    given: Mapping[str, Any]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    after: tuple[str, ...]
    not_after: tuple[str, ...]
    before: tuple[str, ...]
    not_before: tuple[str, ...]


@mypyc_attr(acyclic=True)
class _Condition:
    """What must stand, or must not, on one side of what a rule reads.

    `hints` are the outermost words of all that may stand there, case folded: text without them needs no search.
    Without hints every text does.
    """

    def __init__(self, regex: str, hints: tuple[str, ...]) -> None:
        self._search = _search(regex)
        self._hints = hints

    def ends(self, left: str) -> bool:
        """Does `left` end with it?"""
        if self._hints and not left.rstrip().casefold().endswith(self._hints):
            return False
        return self._is_in(left)

    def begins(self, right: str) -> bool:
        """Does `right` begin with it?"""
        if self._hints and not right.lstrip().casefold().startswith(self._hints):
            return False
        return self._is_in(right)

    def _is_in(self, text: str) -> bool:
        data = text.encode("utf-8", "surrogatepass")
        return self._search(ANYWHERE, data, 0, len(data))[0][0] >= 0


def _hints(patterns: Sequence[str], which: int) -> tuple[str, ...]:
    """The first (`which` is 0) or last (-1) words of `patterns`, case folded; none where one is no plain word."""
    words = [pattern.split()[which].casefold() for pattern in patterns]
    plain = all(not _SIGNS_OF_PATTERNS.intersection(word) for word in words)
    return tuple(words) if plain and not any("|" in pattern for pattern in patterns) else ()


class RuleFile(NamedTuple):
    """A rule file before compilation."""

    rules: tuple[Rule, ...]
    slots: Slots
    scan: str | None
    """A pattern that covers at least what the rules cover; without it, the union of the rules is the scan."""


def read_rules(
    path: str, words: Mapping[str, Sequence[str]], phrases: Mapping[str, str], stands: Standing = anywhere
) -> RuleFile:
    """Load a TOML file of rules; `words` gives the forms of slots that are word tables, `phrases` ready expressions.
    Of the forms those count that may stand in the text at hand.

    A slot that has numbers or characters as well as words takes both.

    Raises KeyError or TypeError for a rule without id, pattern or means, ValueError for an unknown key.
    """
    parsed = document(path)
    regexes = {name: alternation(forms, stands) for name, forms in words.items() if forms} | dict(phrases)
    for name, (low, high) in parsed.get("numbers", {}).items():
        regexes[name] = _with_words(number_range(low, high), regexes.get(name))
    for name, regex in parsed.get("characters", {}).items():
        regexes[name] = _with_words(f"(?:{regex})", regexes.get(name))
    slots = Slots(regexes, parsed.get("parts", {}))
    return RuleFile(tuple(_rule(entry) for entry in parsed["rule"]), slots, parsed.get("scan"))


def _with_words(regex: str, words: str | None) -> str:
    return f"(?:{regex}|{words})" if words else regex


def _rule(entry: Mapping[str, Any]) -> Rule:
    unknown = set(entry) - _KEYS
    if unknown:
        raise ValueError(f"rule {entry.get('id')}: unknown keys {sorted(unknown)}")
    return Rule(
        id=entry["id"],
        pattern=entry["pattern"],
        means=entry["means"],
        given=entry.get("with", {}),
        **{
            key.replace("-", "_"): tuple(entry.get(key, ()))
            for key in ("yes", "no", "after", "not-after", "before", "not-before")
        },
    )


class Grammar:
    """The compiled rules of one file."""

    def __init__(self, file: RuleFile) -> None:
        self.rules = file.rules
        self._slots = file.slots
        compiled = [compile_pattern(rule.pattern, file.slots) for rule in file.rules]
        self._grouped = [c.grouped for c in compiled]
        self._names = [c.slots for c in compiled]
        scans = [compile_pattern(file.scan, file.slots)] if file.scan else compiled
        union = f"(?i){_EDGE}(?:{'|'.join(c.plain for c in scans)}){_EDGE}"
        self.search = _search(union, longest=True)
        """The first candidate behind a byte, with the character on each side of it, which is none of a word."""
        self._plains = [c.plain for c in compiled]
        self._set: Any = None
        """All rules at once, for whole candidates; made for the first of them."""
        self._exact: dict[int, Search] = {}
        self._lefts: dict[tuple[str, ...], _Condition] = {}
        self._rights: dict[tuple[str, ...], _Condition] = {}

    def readings(self, piece: str) -> tuple[tuple[Rule, Mapping[str, str]], ...]:
        """The rules whose pattern covers `piece` from end to end, with the words of their slots."""
        every = self._set or self._every_rule()
        return tuple((self.rules[i], self._capture(i, piece)) for i in sorted(every.Match(piece) or ()))

    def _every_rule(self) -> Any:
        self._set = re2.Set.FullMatchSet(_options())
        for plain in self._plains:
            self._set.Add("(?i)(?:" + plain + ")")
        self._set.Compile()
        return self._set

    def _capture(self, index: int, piece: str) -> Mapping[str, str]:
        """The words of the slots of one rule, whose pattern covers `piece`; of a slot named twice the first."""
        exact = self._exact.get(index)
        if exact is None:
            exact = self._exact[index] = _search("(?i)" + self._grouped[index])
        data = piece.encode("utf-8", "surrogatepass")
        spans = exact(_FROM_END_TO_END, data, 0, len(data))
        found: dict[str, str] = {}
        for number, name in enumerate(self._names[index], 1):
            start, end = spans[number]
            if start >= 0 and name not in found:
                found[name] = data[start:end].decode("utf-8", "surrogatepass")
        return found

    def allowed(self, rule: Rule, text: str, start: int, end: int) -> bool:
        """Do the neighbours of `text[start:end]` fulfil the conditions of `rule`?"""
        if rule.after or rule.not_after:
            left = text[max(0, start - WINDOW) : start]
            if rule.not_after and self._follows(rule.not_after, left):
                return False
            if rule.after and not self._follows(rule.after, left):
                return False
        if rule.before or rule.not_before:
            right = text[end : end + WINDOW]
            if rule.not_before and self._precedes(rule.not_before, right):
                return False
            if rule.before and not self._precedes(rule.before, right):
                return False
        return True

    def _follows(self, patterns: tuple[str, ...], left: str) -> bool:
        """Does `left` end with one of `patterns`? `^` stands for the beginning of a paragraph."""
        condition = self._lefts.get(patterns)
        if condition is None:
            choices = [_left_edge(p) + self._plain(p) for p in patterns if p != "^"]
            choices += ["(?:^|\n)"] if "^" in patterns else []
            regex = rf"(?i)(?:{'|'.join(choices)})\s*$"
            condition = self._lefts[patterns] = _Condition(regex, _hints(patterns, -1))
        return condition.ends(left)

    def _precedes(self, patterns: tuple[str, ...], right: str) -> bool:
        """Does `right` begin with one of `patterns`? `$` stands for the end of a paragraph."""
        condition = self._rights.get(patterns)
        if condition is None:
            choices = [self._plain(p) + _right_edge(p) for p in patterns if p != "$"]
            choices += ["(?:\n|$)"] if "$" in patterns else []
            regex = rf"(?i)^\s*(?:{'|'.join(choices)})"
            condition = self._rights[patterns] = _Condition(regex, _hints(patterns, 0))
        return condition.begins(right)

    def _plain(self, pattern: str) -> str:
        return "(?:" + compile_pattern(pattern, self._slots).plain + ")"


ANYWHERE: Final[Any] = re2._Anchor.UNANCHORED
_FROM_END_TO_END: Final[Any] = re2._Anchor.ANCHOR_BOTH
Search = Callable[[Any, bytes, int, int], list[tuple[int, int]]]


def _search(regex: str, longest: bool = False) -> Search:
    """The search itself: bytes, from and to, and the spans of the match and its groups, of negative numbers where there
    is none.

    It is the inner one of google-re2. The outer one makes a generator, a match and two lists for every search, and
    counts in code points; with thirty searches in an article that cost more than finding what they look for.
    """
    search: Search = re2.compile(regex.encode(), _options(longest))._regexp.Match
    return search


def _left_edge(pattern: str) -> str:
    """A condition that begins with a letter, a digit or a slot begins there with a word."""
    return f"(?:^|{_EDGE})" if pattern[0].isalnum() or pattern[0] in "{[(" else ""


def _right_edge(pattern: str) -> str:
    return f"(?:{_EDGE}|$)" if pattern[-1].isalnum() or pattern[-1] in "}])" else ""


def _options(longest: bool = False) -> Any:
    options = re2.Options()
    options.max_mem = 64 << 20
    options.longest_match = longest
    options.log_errors = False
    return options
