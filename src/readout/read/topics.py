"""What a stretch of text is about: the topic words in it."""

from functools import cache

from readout.knowledge.lexicon import Entry, Lexicon
from readout.knowledge.tables import table

WARS = ("ukraine", "middle-east", "iran", "korea", "taiwan")
"""Topics that a war without a name may mean."""
ENOUGH = 3
"""So many mentions make a war the one that an article tells of."""


@cache
def topic_lexicon(language: str) -> Lexicon:
    """The topic words of a language, apart from the other words: only the words of statements are searched for them.

    Words noted as weak say too little alone; a word without a topic keeps shorter ones inside it from counting.
    """
    return Lexicon(
        [
            Entry(row["form"], "topic", row["topic"])
            for row in table(f"{language}/topics.tsv")
            if not is_weak(row["note"])
        ]
    )


def is_weak(note: str) -> bool:
    """`weak` and `weak: …`, except a metonym of a government: that names its country's affair."""
    return note == "weak" or (note.startswith("weak:") and "metonym" not in note)


def topics_of(text: str, language: str = "vi") -> set[str]:
    """The topics named in `text`."""
    found: set[str] = set()
    for hit in topic_lexicon(language).scan(text):
        for entry in hit.meaning.entries:
            if entry.value:
                found.add(entry.value)
    return found


def first_topic(text: str, language: str = "vi") -> str | None:
    """The topic named first in `text`, or None."""
    for hit in topic_lexicon(language).scan(text):
        if hit.entries[0].value:
            return hit.entries[0].value
    return None


def war_of(text: str, language: str = "vi") -> str | None:
    """The war that an article speaks of most, or None where it hardly names one."""
    counts = dict.fromkeys(WARS, 0)
    for hit in topic_lexicon(language).scan(text):
        for entry in hit.entries:
            if entry.value in counts:
                counts[entry.value] += 1
    best = max(WARS, key=lambda topic: counts[topic])
    return best if counts[best] >= ENOUGH else None


def has_word(lowered: str, language: str, cls: str) -> bool:
    """A text in small letters holds one of the words of a class."""
    return any(word in lowered for word in words_of(language, cls))


@cache
def words_of(language: str, cls: str) -> tuple[str, ...]:
    """The words of one class that concern what statements are about."""
    return tuple(row["form"] for row in table(f"{language}/statement_words.tsv") if row["class"] == cls)
