""" "Ông" and "bà" without a name, in the sentences of contacts: the person last spoken of."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from readout.read.actors import Actor
from readout.read.analysis import View, grammar
from readout.read.symbols import Symbols

SEX: Final = ("m", "f")
ACTOR: Final = frozenset(("actor", "official", "visitor"))


class Pronouns:
    """Turns a bare "ông" into an actor of its sentence; `symbols` is the alphabet."""

    def __init__(self, symbols: Symbols) -> None:
        self._actor = symbols.register(ACTOR)
        self._bare = symbols.set_of("honorific")
        self._either = symbols.set_of("honorific", "pronoun")
        self._quotes = symbols.set_of("quote")

    def resolved(self, view: View, context: Sequence[Actor]) -> View:
        """The sentence with an actor for every "ông" that means somebody: the first person of the sentence before it,
        else the last of `context`; the sentence itself where there is none."""
        if self._either.isdisjoint(view.present):
            return view
        found: dict[int, Actor] = {}
        quoted = False
        for index, token in enumerate(view.tokens):
            if not token.entries:
                quoted ^= token.symbol in self._quotes
                continue
            sex = token.value("pronoun")  # "ông ấy"
            if sex is None and not quoted and token.symbol in self._bare and token.record is None:
                sex = token.value("honorific")  # who speaks in a quotation may say "ông" to somebody
            if sex in SEX and (meant := self._meant(view, index, sex, context)):
                found[index] = meant
        return self._with(view, found) if not found.keys() <= view.actors.keys() else view

    def _with(self, view: View, found: dict[int, Actor]) -> View:
        """The sentence with those found as actors of it."""
        actors, string = dict(view.actors), list(view.string)
        for index, meant in found.items():
            actors[index] = [meant]
            string[index] = self._actor
        resolved = View(view.sentence, view.tokens)
        resolved.string, resolved.present = "".join(string), set(string)
        resolved.actors = dict(sorted(actors.items()))
        return resolved

    def _meant(self, view: View, index: int, sex: str, context: Sequence[Actor]) -> Actor | None:
        before = [a for at in sorted(view.actors) if at < index for a in view.actors[at]]
        return next((a for a in (*before, *context) if a.person and a.sex == sex), None)


@cache
def pronouns_of(language: str) -> Pronouns:
    """Those of a language, made at the first call."""
    return Pronouns(grammar(language).symbols)
