"""The names that one article has given, and whom each means."""

from readout.read.actor import Actor
from readout.text.names import folded


class Names:
    """Actors by the ways in which the article may call them: in full, with the family name in front ("Hayashi Kenta"),
    by the last or the first words of the name.

    Whoever was named first keeps a way of calling. A name without diacritics is the one that has them
    ("Wolinski", "Woliński"), but not at home, where the marks tell persons apart ("Hùng", "Hưng"). A full name from
    abroad is the same with a letter doubled or "i" for "y" ("Mahn Winn Than", "Mahn Win Thann").
    """

    def __init__(self, home: str | None) -> None:
        self._home = home
        self._written: dict[str, Actor] = {}
        self._spelt: dict[str, tuple[str, Actor]] = {}
        self._sounding: dict[str, Actor] = {}
        self._learnt: tuple[set[str], set[str]] = (set(), set())
        """The names as written, those from home and those from abroad: most are told again and again."""
        self._found: dict[str, Actor] = {}
        """The names as written that were asked for; who has one keeps it."""

    def learn(self, name: str, actor: Actor) -> None:
        """The article names the actor so. Who is from home is never called by the family name alone ("ông Trần")."""
        abroad = actor.country != self._home
        learnt = self._learnt[1] if abroad else self._learnt[0]
        if name in learnt:
            return
        learnt.add(name)
        words = name.lower().split()
        ways = [" ".join(words)]
        if len(words) > 1:
            ways += [words[-1], " ".join(words[-2:])]
            if abroad:
                ways += [words[0], " ".join(words[:2]), " ".join([words[-1], *words[:-1]])]
                self._sounding.setdefault(_sound(ways[0]), actor)
        for way in ways:
            self._written.setdefault(way, actor)
            if abroad:
                self._spelt.setdefault(folded(way), (way, actor))

    def get(self, name: str) -> Actor | None:
        """Whom the article means by the name; None where it has named nobody so."""
        known = self._found.get(name)
        if known is not None:
            return known
        small = name.lower()
        known = self._written.get(small)
        if known is not None:
            self._found[name] = known
            return known
        spelt = self._spelt.get(folded(small))
        if spelt and (small.isascii() or spelt[0].isascii()):
            return spelt[1]
        return self._sounding.get(_sound(small)) if self._sounding and " " in small else None


def _sound(name: str) -> str:
    """The name without marks and doubled letters, "i" for "y"."""
    letters = folded(name).replace("y", "i")
    return "".join([letter for at, letter in enumerate(letters) if not at or letter != letters[at - 1]])
