"""The knowledge of one language, loaded once: concepts by id, words by form.

Nothing is computed at import; `load` reads the files at the first call and keeps the result.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from readout.knowledge import prepared
from readout.knowledge.lexicon import Entry, Lexicon
from readout.knowledge.patterns import literals
from readout.knowledge.people import People
from readout.knowledge.tables import (
    Row,
    columns,
    document,
    languages,
    rule_files,
    rules,
    table,
    take_documents,
    token_rule_files,
)
from readout.knowledge.territories import english_names, names_in_cldr

ALONE = "alone"
"""The note of a topic's word that counts only where nothing else names a topic."""
TOLD = "told"
"""The note of one that counts only where the article tells of its topic: "Doha" in one on the crisis of the Gulf."""
HEAD = "head"
"""The note of what begins the name of an office or institution: "Bộ trưởng Thương mại" speaks of no trade."""
HOME_COUNTRY = {"vi": "VN"}
"""The country whose officials a newspaper of the language names without their country."""


@dataclass(frozen=True)
class Knowledge:
    """Everything that is known for reading one language."""

    language: str
    people: People
    lexicon: Lexicon
    topic_lexicon: Lexicon
    """Words that raise a topic, scanned apart: "Nga - Ukraine" is a topic and, for who meets whom, two countries."""
    told_topics: Lexicon
    """Words that raise a topic in a statement: the note of each tells where."""
    places: dict[str, Row]
    organisations: dict[str, Row]
    commodities: dict[str, Row]
    units: dict[str, Row]
    institutions: dict[str, Row]
    media: dict[str, Row]
    topics: dict[str, Row]
    meetings: list[Row]
    """Meetings of leaders that are known by their place."""
    conflicts: list[Row]
    """Who fights whom: the parties of peace talks that name none."""
    country_codes: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def home(self) -> str | None:
        return HOME_COUNTRY.get(self.language)

    @cached_property
    def topic_parents(self) -> dict[str, str]:
        """Topic id → the broader topic, where there is one."""
        return {name: row["parent"] for name, row in self.topics.items() if row["parent"]}

    @cached_property
    def own_topics(self) -> dict[str, str]:
        """Country or organisation → the topic that every statement of it concerns, where there is one."""
        return {row["side"]: name for name, row in self.topics.items() if row["side"]}


def load(language: str = "vi") -> Knowledge:
    """The knowledge of `language` (BCP 47), loaded once; raises KnowledgeError for files that cannot be used."""
    return _loaded(language)


@cache
def _loaded(language: str) -> Knowledge:
    words = prepared.kept(language) or _words_of(language)
    take_documents(words.documents)
    return Knowledge(
        language=language,
        people=People.from_tables(*words.people),
        lexicon=words.lexicon,
        topic_lexicon=words.topics,
        told_topics=words.told_topics,
        country_codes=words.codes,
        **words.tables,
    )


def keep_words(folder: Path) -> None:
    """Keep the words of every language in the folder of the compiled modules, for the starts to come."""
    prepared.keep_names(names_in_cldr(), folder)
    for language in languages():
        prepared.keep(language, _words_of(language), folder)


def _words_of(language: str) -> prepared.Words:
    """What is kept, made from the data files."""
    codes = country_codes()
    return prepared.Words(
        lexicon=Lexicon(_entries(language, codes)),
        topics=Lexicon(_topics(language)),
        told_topics=Lexicon(_told_topics(language)),
        codes=codes,
        documents={path: document(path) for path in rule_files(language)},
        tables=_tables(language),
        people=(
            columns("shared/people.tsv", "id", "name", "sex", "wikidata"),
            columns("shared/tenures.tsv", "person", "office", "country", "from", "to"),
            columns("shared/leaders.tsv", "country", "office"),
        ),
    )


def _tables(language: str) -> dict[str, Any]:
    """The tables that the knowledge holds as they are, by its names of them."""
    return {
        "places": _by_id("shared/places.tsv"),
        "organisations": _by_id("shared/organisations.tsv", "code"),
        "commodities": _by_id("shared/commodities.tsv"),
        "units": _by_id("shared/units.tsv"),
        "institutions": _by_id(f"{language}/institutions.tsv", "form"),
        "media": _by_id(f"{language}/media.tsv", "form"),
        "topics": _by_id("shared/topics.tsv"),
        "meetings": table("shared/meetings.tsv"),
        "conflicts": table("shared/conflicts.tsv"),
    }


def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes in use, from CLDR's territories less its own exceptional codes."""
    not_iso = {"EU", "UN", "EZ", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    return frozenset(code for code in english_names() if len(code) == 2 and code.isalpha() and code not in not_iso)


def _places(language: str) -> list[Entry]:
    """Places, and capitals (or a seat noted as `metonym:CODE`) as the government that sits there."""
    country = {row["id"]: row["country"] for row in table("shared/places.tsv") if row["capital"]}
    found = []
    for row in table(f"{language}/places.tsv"):
        found.append(Entry(row["form"], "place", row["place"]))
        side = row["note"][8:].split()[0] if row["note"].startswith("metonym:") else country.get(row["place"])
        if side:
            found.append(Entry(row["form"], "capital", side))
    return found


def _by_id(path: str, key: str = "id") -> dict[str, Row]:
    return {row[key]: row for row in table(path)}


def _entries(language: str, codes: frozenset[str]) -> list[Entry]:
    """Every word of the language with its class and meaning."""
    from babel import Locale

    found = [Entry(name, "country", code) for code, name in Locale(language).territories.items() if code in codes]
    kinds = {"short": "country-short", "institution": "government"}
    found += [
        Entry(form, kinds.get(kind, "country"), code)
        for form, kind, code in columns(f"{language}/countries.tsv", "form", "kind", "country")
    ]
    found += _places(language)
    found += _words(f"{language}/organisations.tsv", "organisation", "organisation")
    found += _words(f"{language}/institutions.tsv", "institution", "form")
    found += _words(f"{language}/institutions.tsv", "seat", "country")
    found += _words(f"{language}/offices.tsv", "office", "offices")
    found += [
        Entry(form, "person-short" if kind == "short" else "person", person)
        for form, kind, person in columns(f"{language}/people.tsv", "form", "kind", "person")
    ]
    found += _words(f"{language}/commodities.tsv", "commodity", "commodity")
    for form, force, frame in columns(f"{language}/reporting_verbs.tsv", "form", "force", "frame"):
        found += [Entry(form, "report", force), Entry(form, frame or "say", force)]
    found += _words(f"{language}/media.tsv", "medium", "form")
    for name in ("words", "statement_words", "silence_cues", "commitment_cues"):
        found += [Entry(*row) for row in columns(f"{language}/{name}.tsv", "form", "class", "value")]
    for form, cls, mode, value in columns(f"{language}/contact_cues.tsv", "form", "class", "mode", "value"):
        found += [Entry(form, cls, mode), Entry(form, "contact", mode)]
        if value:
            found.append(Entry(form, value, mode))
    for path in token_rule_files(language):
        for rule in rules(path):
            found += [Entry(word, "=" + word, "") for word in sorted(literals(rule["pattern"]))]
    return [entry for entry in found if entry.form]


def _topics(language: str) -> list[Entry]:
    """The words that raise a topic wherever they stand; those noted as alone or told raise none."""
    return [
        Entry(form, "topic", "" if note in (ALONE, TOLD) else topic)
        for form, topic, note in columns(f"{language}/topics.tsv", "form", "topic", "note")
    ]


def _told_topics(language: str) -> list[Entry]:
    """The words that raise a topic in a statement, but for those that say too little; the class tells when they count.

    A word without a topic keeps shorter ones inside it from counting.
    """
    return [
        Entry(form, next((cls for cls in (ALONE, TOLD, HEAD) if note.startswith(cls)), "topic"), topic)
        for form, topic, note in columns(f"{language}/topics.tsv", "form", "topic", "note")
        if not is_weak(note)
    ]


def is_weak(note: str) -> bool:
    """`weak` and `weak: …`, except a metonym of a government: that names its country's affair."""
    return note == "weak" or (note.startswith("weak:") and "metonym" not in note)


def _words(path: str, cls: str, value: str) -> list[Entry]:
    """The forms of a table whose value is known, all of one class."""
    return [Entry(form, cls, meant) for form, meant in columns(path, "form", value) if meant]
