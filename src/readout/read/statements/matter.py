"""The topics of a statement: its own words, the head of its sentence, and what it takes up from before."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from readout.model.records import Amount, Speaker
from readout.read.analysis import Analysis, View
from readout.read.mentions import Mention
from readout.read.statements.running import NEVER_MEANT, Running, opening
from readout.read.statements.told import Told
from readout.read.tokens import Token
from readout.read.topics import WARS, has_word, topics_among, topics_of, war_of, words_in, words_of

NEAR: Final = 4
"""How many sentences back a statement without topics of its own takes up the last one of the same speaker."""
CARRIED: Final = 2
"""A list of more topics than these was told to its end: what follows without a topic takes up none of them."""
LONGEST_FIELD: Final = 12


class Matter:
    """Finds topics in the order of the statements; their words, title and lead are searched once, all together."""

    def __init__(self, analysis: Analysis, told: Sequence[Told]) -> None:
        self._analysis = analysis
        self._language = analysis.knowledge.language
        self._told_topics = analysis.knowledge.told_topics
        self._before: dict[Speaker, tuple[int, frozenset[str]]] = {}
        self._wars: list[str | None] = []
        self._named: dict[int, frozenset[str]] = {}
        """The topics of sentences that were asked for."""
        self._told = told
        stretches = opening(analysis.text, bool(analysis.article.title))
        stretches += [(one.content.start, one.content.end) for one in told]
        words = words_in(stretches, analysis.text, analysis.lowered, self._told_topics)
        self._words = words[2:]
        """Those of each statement that name topics."""
        self._running = Running(words[0], words[1])
        """What the article has been about so far."""

    def _war(self) -> str | None:
        """The war that the article speaks of, looked for once."""
        if not self._wars:
            self._wars.append(war_of(self._analysis.text, self._told_topics, self._analysis.lowered))
        return self._wars[0]

    def topics(self, index: int) -> tuple[str, ...]:
        """The topics of a statement, in alphabetical order; asked for one after the other."""
        told = self._told[index]
        found = self._found(told, self._words[index])
        self._before[told.voice.speaker] = (told.number, frozenset(found))
        return tuple(sorted(found))

    def _found(self, told: Told, words: list[Token]) -> set[str]:
        if told.force == "invites":
            return {"visits"}
        lowered = self._analysis.lowered[told.content.start : told.content.end]
        found = self._own(told, words, lowered)
        self._running.weigh(found)
        if self._takes_up(lowered):
            found |= self._running.kept(self._taken_up(told, True))
        elif not found and told.force != "thanks":
            found |= self._running.kept(self._goes_on(told)) or self._meant(told)
        own = self._analysis.knowledge.own_topics.get(told.voice.speaker.country or "")
        if own:
            found.add(own)
        if found.isdisjoint(WARS):
            found |= self._of_war(lowered)
        return found

    def _goes_on(self, told: Told) -> set[str]:
        """What the speaker spoke of before; praise is for something else ("…; đánh giá cao …")."""
        return set() if told.force == "praises" else self._taken_up(told, False)

    def _own(self, told: Told, words: list[Token], lowered: str) -> set[str]:
        """The topics that the statement and the head of its sentence name."""
        found = topics_among(words, self._running.tells_of)
        found |= self._of_head(told)
        if has_word(lowered, self._language, "relations") and self._of_relations(told):
            found.add("bilateral-relations")
        return found

    def _meant(self, told: Told) -> set[str]:
        """The one topic that the article tells of, unless it is told that somebody met, or figures are."""
        topic = self._running.topic()
        if not topic or self._of_its_own(told):
            return set()
        before = self._named_in(told.number - 1) if told.number else frozenset()
        return {topic} if not before or topic in before else set(before)

    def _of_its_own(self, told: Told) -> bool:
        """The statement tells that somebody met, and not of what they spoke, or it tells figures: that is its matter,
        though no topic of the list."""
        content = told.content
        inside = [t for t in self._analysis.views[told.number].tokens if content.start <= t.start < content.end]
        met = any(token.has("contact") for token in inside) and not any(token.has("discuss") for token in inside)
        return met or any(isinstance(token.record, Amount) for token in inside)

    def _takes_up(self, lowered: str) -> bool:
        """`điều này` and its like take up what was told before, unless the words in front of them name a topic."""
        first = _first_anaphor(lowered, self._language)
        return first >= 0 and not topics_of(lowered[:first], self._told_topics, lowered[:first])

    def _of_war(self, lowered: str) -> set[str]:
        """The war that the article tells of where a war is meant, else the fighting that is named."""
        if not has_word(lowered, self._language, "war"):
            return set()
        if war := self._war():
            return {war}
        return {"military"} if has_word(lowered, self._language, "fighting") else set()

    def _of_head(self, told: Told) -> set[str]:
        """The topics of "Về Ukraine, …" and its like at the beginning of the sentence."""
        view = self._analysis.views[told.number]
        first = view.tokens[0]
        if not first.has("about") or told.cue[0] <= first.end or told.content.start < first.start:
            return set()
        comma = self._analysis.text.find(",", first.end, told.cue[0])
        return topics_of(self._analysis.text[first.end : comma], self._told_topics) if comma > 0 else set()

    def _of_relations(self, told: Told) -> bool:
        """`quan hệ` of sides: "quan hệ Nga - Trung", "quan hệ của chúng tôi với Nhật Bản", or beside "hai nước"."""
        content = told.content
        for view in self._views_of(told):
            inside = [i for i, token in enumerate(view.tokens[:-1]) if content.start <= token.start < content.end]
            general = [index for index in inside if self._general(view.tokens[index])]
            if general and (_says_both(view, inside) or any(_with_side(view, index) for index in general)):
                return True
        return False

    def _views_of(self, told: Told) -> list[View]:
        """The sentences that the content stands in: a quotation has several, before or behind its attribution."""
        views, content = self._analysis.views, told.content
        first = last = told.number
        while first and views[first - 1].sentence.end > content.start:
            first -= 1
        while last + 1 < len(views) and views[last + 1].sentence.start < content.end:
            last += 1
        return views[first : last + 1]

    def _general(self, token: Token) -> bool:
        """`quan hệ`, and not that of one field ("quan hệ thương mại")."""
        if not token.has("relations"):
            return False
        behind = self._analysis.text[token.end + 1 : token.end + 1 + LONGEST_FIELD]
        return not behind.startswith(words_of(self._language, "field"))

    def _taken_up(self, told: Told, takes_up: bool) -> set[str]:
        """The topics of the speaker's last statement; words like `điều này` take up the sentence before sooner."""
        number, topics = self._before.get(told.voice.speaker, (-NEAR - 1, frozenset()))
        if takes_up and 0 < told.number > number + 1 and (named := self._named_in(told.number - 1)):
            return set(named)
        if told.number - number > NEAR:
            return set()
        if takes_up:
            return set(topics)
        left = self._left_behind(told, number, topics) or len(topics) > CARRIED
        return set() if left else set(topics.difference(NEVER_MEANT))

    def _named_in(self, number: int) -> frozenset[str]:
        """The topics that a sentence names; several statements ask for those of one sentence."""
        known = self._named.get(number)
        if known is None:
            sentence = self._analysis.views[number].sentence
            start, end = sentence.start, sentence.end
            words, lowered = self._analysis.text[start:end], self._analysis.lowered[start:end]
            known = self._named[number] = frozenset(topics_of(words, self._told_topics, lowered))
        return known

    def _left_behind(self, told: Told, number: int, topics: frozenset[str]) -> bool:
        """A sentence between tells of another matter: what the speaker said before it is carried no further."""
        between = (self._named_in(n) for n in range(number + 1, told.number))
        return any(named and named.isdisjoint(topics) for named in between)


@cache
def _anaphors(language: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """The words that take up what was told before, the syllables with which they end, each once, and the length of the
    longest word."""
    words = words_of(language, "anaphor")
    return words, tuple(dict.fromkeys(word.rpartition(" ")[2] for word in words)), max(map(len, words), default=0)


def _first_anaphor(lowered: str, language: str) -> int:
    """Where the first of these words begins, or -1. Most statements have none: four endings are looked for instead of
    forty words."""
    words, endings, longest = _anaphors(language)
    first = -1
    for ending in endings:
        at = lowered.find(ending)
        while at >= 0:
            end = at + len(ending)
            if lowered[max(0, end - longest) : end].endswith(words):
                begins = min([end - len(word) for word in words if lowered[max(0, end - len(word)) : end] == word])
                first = begins if first < 0 else min(first, begins)
            at = lowered.find(ending, at + 1)
    return first


def _says_both(view: View, indexes: list[int]) -> bool:
    """One of the tokens stands for two sides, or for those who speak."""
    return any(view.tokens[index].has("pair-ref") or view.tokens[index].has("ourselves") for index in indexes)


def _with_side(view: View, index: int) -> bool:
    """The word at `index` stands before a pair of sides, or before `với` and a side or one of its people."""
    for at in range(index + 1, min(index + 6, len(view.tokens))):
        mention = view.tokens[at].record
        if isinstance(mention, Mention):
            if view.tokens[at - 1].has("with"):
                return True
            return mention.kind in ("list", "side") and at == index + 1
    return False
