"""What an article has been about so far: it decides what a statement that names no topic of its own concerns."""

from collections.abc import Collection, Sequence
from typing import Final

from readout.read.tokens import Token
from readout.read.topics import topics_among

TITLE: Final = 2
"""A topic of the title weighs as much as two statements; one of the lead as much as one."""
LEAD_LENGTH: Final = 400
"""Code points of the first paragraph that count as the lead."""
ENOUGH: Final = 2
"""From this weight on a topic is one that the article tells of, and no passing mention."""
NEVER_MEANT: Final = ("visits", "other")
"""Topics that a statement which does not name them is not about."""


def opening(text: str, titled: bool) -> list[tuple[int, int]]:
    """Where title and lead stand; a title that is not there is empty."""
    end = text.find("\n") if titled else 0
    end = end if end >= 0 else len(text)
    start = end
    while text.startswith("\n", start):
        start += 1
    last = text.find("\n", start, start + LEAD_LENGTH)
    return [(0, end), (start, last if last >= 0 else min(start + LEAD_LENGTH, len(text)))]


class Running:
    """The weight of each topic: title, lead, and the statements before."""

    def __init__(self, title: Sequence[Token], lead: Sequence[Token]) -> None:
        """The words of topics in title and lead."""
        self._opening = ((title, TITLE), (lead, 1))
        self._counted: dict[str, int] = {}
        self._opened = False

    def weigh(self, topics: Collection[str], weight: int = 1) -> None:
        """Count the topics that a stretch of text names itself."""
        for topic in topics:
            self._counted[topic] = self._counted.get(topic, 0) + weight

    def _weights(self) -> dict[str, int]:
        """What was counted, with title and lead: one article in six never asks for them."""
        if not self._opened:
            self._opened = True
            for words, weight in self._opening:
                self.weigh(topics_among(words), weight)
        return self._counted

    def tells_of(self, topic: str) -> bool:
        """The topic is no passing mention of the article."""
        return self._weights().get(topic, 0) >= ENOUGH

    def kept(self, topics: set[str]) -> set[str]:
        """Of several topics those that the article tells of, without what was mentioned in passing."""
        if len(topics) < 2:
            return topics
        weights = self._weights()
        best = max([weights.get(topic, 0) for topic in topics])
        return {topic for topic in topics if weights.get(topic, 0) >= min(best, ENOUGH + 1)}

    def topic(self) -> str | None:
        """The topic that the article tells of most, or None where it tells of none or of two alike."""
        ranked = sorted((w, t) for t, w in self._weights().items() if w > ENOUGH and t not in NEVER_MEANT)
        if not ranked or (len(ranked) > 1 and ranked[-2][0] == ranked[-1][0]):
            return None
        return ranked[-1][1]
