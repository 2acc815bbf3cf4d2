""" "Ông" and "bà" without a name, in the sentences of contacts: the person last spoken of."""

from collections.abc import Sequence

from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.symbols import Symbols

SEX = ("m", "f")


class Pronouns:
    """Turns a bare "ông" into an actor of its sentence; `symbols` is the alphabet."""

    def __init__(self, symbols: Symbols) -> None:
        self._actor = symbols.register(frozenset(("actor", "official", "visitor")))
        self._bare = symbols.set_of("honorific")
        self._either = self._bare | symbols.set_of("pronoun")
        self._quotes = symbols.set_of("quote")

    def resolved(self, view: View, context: Sequence[Actor]) -> View:
        """The sentence with an actor for every "ông" that means somebody: the first person of the sentence before it,
        else the last of `context`; the sentence itself where there is none."""
        if self._either.isdisjoint(view.present):
            return view
        actors, string = dict(view.actors), list(view.string)
        quoted = False
        for index, token in enumerate(view.tokens):
            quoted ^= string[index] in self._quotes
            sex = token.value("pronoun")  # "ông ấy"
            if sex is None and not quoted and string[index] in self._bare and token.record is None:
                sex = token.value("honorific")  # who speaks in a quotation may say "ông" to somebody
            if sex not in SEX:
                continue
            meant = self._meant(view, index, sex, context)
            if meant is not None:
                actors[index] = [meant]
                string[index] = self._actor
        if len(actors) == len(view.actors):
            return view
        resolved = View(view.sentence, view.tokens)
        resolved.string, resolved.present = "".join(string), set(string)
        resolved.actors = dict(sorted(actors.items()))
        return resolved

    def _meant(self, view: View, index: int, sex: str, context: Sequence[Actor]) -> Actor | None:
        before = [a for at in sorted(view.actors) if at < index for a in view.actors[at]]
        return next((a for a in (*before, *context) if a.person and a.sex == sex), None)
