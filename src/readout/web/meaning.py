"""What the words of a search may mean to a list of contacts: parts of names, countries, topics, in both languages."""

from collections.abc import Sequence
from functools import cache

from readout.knowledge.loader import load
from readout.knowledge.tables import table
from readout.ledger.catalogue import Meant
from readout.text.names import folded
from readout.web import terms
from readout.web.language import LANGUAGES
from readout.web.words import words as words_of

_MOST = 6
_LONGEST = 4
"""Words in the longest name of a country or topic that is looked for ("biển đông", "các tiểu vương quốc …")."""


def meant(text: str, people: Sequence[tuple[str, str | None]]) -> tuple[Meant, ...]:
    """One meaning for each word, or for each run of words that names a country or a topic.

    `people` are the folded names of the ledger with their ids; a word means everybody whose name holds it.
    """
    words, at = folded(text).split()[:12], 0
    found: list[Meant] = []
    while at < len(words) and len(found) < _MOST:
        length = next((n for n in range(_LONGEST, 0, -1) if " ".join(words[at : at + n]) in names_known()), 1)
        name = " ".join(words[at : at + length])
        countries, topics = names_known().get(name, ((), ()))
        known = [(one, person_id) for one, person_id in people if name in one]
        found.append(Meant(person_ids=tuple(sorted({person_id for _, person_id in known if person_id})),
                           names=tuple(sorted({one for one, person_id in known if not person_id})),
                           countries=countries, topics=topics))  # fmt: skip
        at += length
    return tuple(found)


@cache
def names_known() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Folded name → the countries and the topics it may mean."""
    countries: dict[str, set[str]] = {}
    topics: dict[str, set[str]] = {}
    for code in load().country_codes:
        for one in LANGUAGES:
            countries.setdefault(folded(words_of(one).country(code)), set()).add(code)
        countries.setdefault(code.lower(), set()).add(code)
    for row in table("vi/countries.tsv"):
        countries.setdefault(folded(row["form"]), set()).add(row["country"])
    for topic in terms.TOPICS:
        for one in LANGUAGES:
            topics.setdefault(folded(words_of(one).topic(topic)), set()).add(topic)
    for row in table("vi/topics.tsv"):
        if row["topic"]:
            topics.setdefault(folded(row["form"]), set()).add(row["topic"])
    return {
        name: (tuple(sorted(countries.get(name, ()))), tuple(sorted(topics.get(name, ()))))
        for name in countries.keys() | topics.keys()
    }
