"""The knowledge of one language, loaded once: concepts by id, words by form.

Nothing is computed at import; `load` reads the files at the first call and keeps the result.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property

from babel import Locale

from readout.knowledge.lexicon import Entry, Lexicon
from readout.knowledge.patterns import literals
from readout.knowledge.people import People
from readout.knowledge.tables import Row, rules, table, token_rule_files

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
    places: dict[str, Row]
    organisations: dict[str, Row]
    commodities: dict[str, Row]
    units: dict[str, Row]
    institutions: dict[str, Row]
    media: dict[str, Row]
    topics: dict[str, Row]
    country_codes: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def home(self) -> str | None:
        return HOME_COUNTRY.get(self.language)

    @cached_property
    def topic_parents(self) -> dict[str, str]:
        """Topic id → the broader topic, where there is one."""
        return {name: row["parent"] for name, row in self.topics.items() if row["parent"]}


@cache
def load(language: str = "vi") -> Knowledge:
    """Load the knowledge of `language` (BCP 47); raises KnowledgeError for files that cannot be used."""
    codes = country_codes()
    return Knowledge(
        language=language,
        people=People.from_tables(table("shared/people.tsv"), table("shared/tenures.tsv")),
        lexicon=Lexicon(list(_entries(language, codes))),
        topic_lexicon=Lexicon([Entry(r["form"], "topic", r["topic"]) for r in table(f"{language}/topics.tsv")]),
        places=_by_id("shared/places.tsv"),
        organisations=_by_id("shared/organisations.tsv", "code"),
        commodities=_by_id("shared/commodities.tsv"),
        units=_by_id("shared/units.tsv"),
        institutions={row["form"]: row for row in table(f"{language}/institutions.tsv")},
        media={row["form"]: row for row in table(f"{language}/media.tsv")},
        topics=_by_id("shared/topics.tsv"),
        country_codes=codes,
    )


def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes in use, from CLDR's territories less its own exceptional codes."""
    not_iso = {"EU", "UN", "EZ", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha() and code not in not_iso)


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
    found = [Entry(name, "country", code) for code, name in Locale(language).territories.items() if code in codes]
    for row in table(f"{language}/countries.tsv"):
        kind = {"short": "country-short", "institution": "government"}.get(row["kind"], "country")
        found.append(Entry(row["form"], kind, row["country"]))
    found += _places(language)
    found += [Entry(r["form"], "organisation", r["organisation"]) for r in table(f"{language}/organisations.tsv")]
    found += [Entry(r["form"], "institution", r["form"]) for r in table(f"{language}/institutions.tsv")]
    found += [Entry(r["form"], "office", r["offices"]) for r in table(f"{language}/offices.tsv")]
    for row in table(f"{language}/people.tsv"):
        found.append(Entry(row["form"], "person-short" if row["kind"] == "short" else "person", row["person"]))
    found += [Entry(r["form"], "commodity", r["commodity"]) for r in table(f"{language}/commodities.tsv")]
    for row in table(f"{language}/reporting_verbs.tsv"):
        found += [Entry(row["form"], "report", row["force"]), Entry(row["form"], row["frame"] or "say", row["force"])]
    found += [Entry(r["form"], "medium", r["form"]) for r in table(f"{language}/media.tsv")]
    for name in ("words", "statement_words", "silence_cues", "commitment_cues"):
        found += [Entry(r["form"], r["class"], r["value"]) for r in table(f"{language}/{name}.tsv")]
    for row in table(f"{language}/contact_cues.tsv"):
        found += [Entry(row["form"], row["class"], row["mode"]), Entry(row["form"], "contact", row["mode"])]
        if row["value"]:
            found.append(Entry(row["form"], row["value"], row["mode"]))
    for path in token_rule_files(language):
        for rule in rules(path):
            found += [Entry(word, "=" + word, "") for word in sorted(literals(rule["pattern"]))]
    return [entry for entry in found if entry.form]
