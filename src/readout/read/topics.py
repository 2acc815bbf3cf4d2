"""What a stretch of text is about: topic words and their broader topics."""

from functools import cache

from readout.knowledge.lexicon import Entry, Lexicon
from readout.knowledge.tables import table


@cache
def topic_lexicon(language: str) -> Lexicon:
    """The topic words of a language, apart from the other words: only the words of statements are searched for them."""
    return Lexicon([Entry(row["form"], "topic", row["topic"]) for row in table(f"{language}/topics.tsv")])


def topics_of(text: str, language: str = "vi") -> tuple[str, ...]:
    """The topics named in `text`, in alphabetical order."""
    found = {entry.value for hit in topic_lexicon(language).scan(text) for entry in hit.entries}
    return tuple(sorted(found))
