"""Who an article spoke of last: whom a clause means that leaves a party out."""

from typing import Final

from readout.read.actors import Actor
from readout.read.analysis import View

REMEMBERED: Final = 6


class Context:
    """The actors of the sentences so far: of each country one, those spoken of last first."""

    def __init__(self) -> None:
        self.actors: list[Actor] = []

    def remember(self, view: View) -> None:
        """Keep those of the next sentence."""
        for actors in view.actors.values():
            for actor in actors:
                if actor.country:
                    self._spoken_of(actor)

    def _spoken_of(self, actor: Actor) -> None:
        """Put it first; a bare country stands for the person of it who was named before."""
        for at, known in enumerate(self.actors):
            if known.country == actor.country:
                kept = known if actor.person is None and known.person else actor
                if at:
                    del self.actors[at]
                    self.actors.insert(0, kept)
                else:
                    self.actors[0] = kept  # as for most: nothing moves
                return
        self.actors.insert(0, actor)
        del self.actors[REMEMBERED:]
