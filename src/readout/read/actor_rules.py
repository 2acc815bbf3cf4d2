"""The rules of actors, and which of them are asked where two symbols stand.

Most actors are one word, and most words that could begin one do not: the symbol behind decides both, and only what it
leaves open is asked of a regular expression.
"""

import re
from collections.abc import Callable

from mypy_extensions import i64

from readout.knowledge.tables import KnowledgeError, rules
from readout.read import actor_slots as slot
from readout.read.openings import Openings
from readout.read.symbols import PRIVATE_USE, Symbols, TokenPattern


class ActorRule:
    """An actor rule: `bare` where a side is all that it names; once it is asked for, `match` of its pattern, and the
    groups of its slots."""

    __slots__ = ("bare", "id", "match", "openings", "pattern", "slots")

    def __init__(self, name: str, pattern: TokenPattern, openings: Openings) -> None:
        if unknown := openings.names - slot.BY_NAME.keys():
            raise KnowledgeError(f"{name}: an actor has no slot {sorted(unknown)[0]!r}")
        self.id = name
        self.pattern = pattern
        self.openings = openings
        self.bare = openings.names == {"side"}
        self.match: Callable[[str, int], re.Match[str] | None] | None = None
        self.slots: list[tuple[int, int]] = []

    def compiled(self) -> Callable[[str, int], re.Match[str] | None]:
        """The match of its pattern at an index."""
        if self.match is None:
            groups = self.pattern.regex.groupindex.items()
            self.slots = [(slot.BY_NAME[name.split("__")[0]], group) for name, group in groups]
            self.match = self.pattern.regex.match  # last: another thread that sees it needs the slots
        return self.match


class Choice:
    """What is asked where two symbols stand: the rules that may match there, in the order of the file, and behind them
    the one that surely matches the first token `alone`, with the slot that this token fills."""

    __slots__ = ("alone", "rules", "slot")

    def __init__(self, possible: list[ActorRule], first: str, second: str) -> None:
        self.rules: list[ActorRule] = []
        self.alone: ActorRule | None = None
        self.slot = slot.OTHER
        for rule in possible:
            element = rule.openings.only(first, second)
            if element is not None and element.name:
                self.alone, self.slot = rule, slot.BY_NAME[element.name]
                return
            if rule.openings.of(first, second):
                self.rules.append(rule)


class Starts:
    """The rules that can begin with one symbol, and what is asked for each symbol behind it, once it was met."""

    __slots__ = ("_choices", "rules", "symbol")

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol
        self.rules: list[ActorRule] = []
        self._choices: list[Choice | None] = []
        """By the place of the symbol behind; a list, because it is asked for every word that may begin an actor."""

    def choice(self, second: str) -> Choice:
        """What is asked where the symbol `second` follows; empty at the end of a sentence."""
        place: i64 = ord(second) - PRIVATE_USE + 1 if second else 0
        if place >= len(self._choices):
            self._choices += [None] * (place + 1 - len(self._choices))
        known = self._choices[place]
        if known is None:
            known = self._choices[place] = Choice(self.rules, self.symbol, second)
        return known


def starts_of(symbols: Symbols, language: str) -> list[Starts | None]:
    """For each symbol of the alphabet the rules that can begin with it, in the order of the file; None where none can.
    The symbols that only the text of an article makes stand behind the end of the list."""
    found: list[Starts | None] = []
    for rule in rules(f"{language}/rules/actors.toml"):
        openings = Openings(symbols, rule["pattern"])
        made = ActorRule(rule["id"], symbols.pattern(rule["pattern"]), openings)
        for symbol in dict.fromkeys([char for element in openings.begins for char in element.chars]):
            place = ord(symbol) - PRIVATE_USE
            if place >= len(found):
                found += [None] * (place + 1 - len(found))
            starts = found[place] = found[place] or Starts(symbol)
            starts.rules.append(made)
    return found
