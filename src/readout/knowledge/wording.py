"""Words by which accounts differ: names that sides give one thing, and words that judge."""

from functools import cache

from readout.knowledge.lexicon import Entry, Lexicon
from readout.knowledge.tables import languages, table

NAME, EVALUATIVE = "name", "evaluative"


@cache
def _lexicon() -> Lexicon:
    """The words of all languages: a statement does not tell which one it is in, and their words do not meet."""
    rows = [row for language in languages() for row in table(f"{language}/wording.tsv")]
    return Lexicon([Entry(row["form"], row["class"], row["value"]) for row in rows])


def wording_of(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The names in `text`, each with the thing that it means, and the words that judge, in order."""
    names: list[tuple[str, str]] = []
    judging: list[str] = []
    for hit in _lexicon().scan(text):
        for entry in hit.meaning.entries:
            if entry.cls == NAME:
                names.append((entry.value, entry.form))
            else:
                judging.append(entry.form)
    return names, judging
