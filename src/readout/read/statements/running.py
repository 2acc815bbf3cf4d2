"""What an article has been about so far: it decides what a statement that names no topic of its own concerns."""

from collections.abc import Collection
from typing import Final

from readout.knowledge.lexicon import Lexicon
from readout.read.topics import topics_of

TITLE: Final = 2
"""A topic of the title weighs as much as two statements; one of the lead as much as one."""
LEAD_LENGTH: Final = 400
"""Code points of the first paragraph that count as the lead."""
ENOUGH: Final = 2
"""From this weight on a topic is one that the article tells of, and no passing mention."""
NEVER_MEANT: Final = ("visits", "other")
"""Topics that a statement which does not name them is not about."""


class Running:
    """The weight of each topic: title, lead, and the statements before."""

    def __init__(self, text: str, titled: bool, lexicon: Lexicon) -> None:
        self._text = text
        self._titled = titled
        self._lexicon = lexicon
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
            title, _, rest = self._text.partition("\n") if self._titled else ("", "", self._text)
            lead = rest.lstrip("\n")[:LEAD_LENGTH].partition("\n")[0]
            for words, weight in ((title, TITLE), (lead, 1)):
                self.weigh(topics_of(words, self._lexicon), weight)
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
