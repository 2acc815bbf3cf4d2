"""Are the data files sound? Every row, id, code and date, proven against each other."""

import re
import unicodedata
from collections.abc import Iterator

from readout.knowledge.loader import country_codes
from readout.knowledge.tables import KnowledgeError, data_folder, numbered_table, table

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_MEDIA_TOPIC = re.compile(r"medtop:\d{8}")

_COUNTRIES = re.compile("[A-Z]{2}( [A-Z]{2})*")
_HOSTS = re.compile(r"\d{4}=[A-Z]{2}( \d{4}=[A-Z]{2})*")

# file → column → where its ids are defined; `side` is a country or an organisation; a bar joins several ids.
REFERENCES = {
    "shared/tenures.tsv": {"person": "people", "office": "offices", "country": "side"},
    "shared/leaders.tsv": {"country": "side", "office": "offices"},
    "shared/places.tsv": {"country": "side"},
    "shared/meetings.tsv": {"place": "places", "people": "people"},
    "shared/forums.tsv": {"code": "organisations"},
    "shared/conflicts.tsv": {"parties": "side", "mediators": "side", "places": "places"},
    "shared/topics.tsv": {"parent": "topics", "side": "side"},
    "shared/commodities.tsv": {"topic": "topics", "counted": "units"},
    "shared/firms.tsv": {"country": "side"},
    "vi/people.tsv": {"person": "people"},
    "vi/countries.tsv": {"country": "side"},
    "vi/places.tsv": {"place": "places"},
    "vi/organisations.tsv": {"organisation": "organisations"},
    "vi/institutions.tsv": {"country": "side", "office": "offices"},
    "vi/offices.tsv": {"offices": "offices"},
    "vi/topics.tsv": {"topic": "topics"},
    "vi/commodities.tsv": {"commodity": "commodities"},
    "vi/units.tsv": {"unit": "units"},
}
FORMATS = {
    "shared/people.tsv": {"wikidata": _WIKIDATA},
    "shared/organisations.tsv": {"wikidata": _WIKIDATA},
    "shared/forums.tsv": {"members": _COUNTRIES, "hosts": _HOSTS},
    "shared/tenures.tsv": {"from": _DATE, "to": _DATE},
    "shared/meetings.tsv": {"date": _DATE, "from": _DATE, "to": _DATE},
    "shared/conflicts.tsv": {"from": _DATE, "to": _DATE},
    "shared/topics.tsv": {"iptc": _MEDIA_TOPIC},
}
COMMITMENT_CUES = "vi/commitment_cues.tsv"
NAMED = ("people", "offices", "places", "topics", "commodities", "units")


def check_tables() -> list[str]:
    """One line per problem, `file:line: what is wrong`; empty where every table is sound."""
    try:
        known = _known_ids()
        files = _table_files()
        problems = [problem for path in files for problem in _check_table(path, known)]
        return problems + (list(_swallowed_cues()) if COMMITMENT_CUES in files else [])
    except (KnowledgeError, OSError) as problem:
        return [str(problem)]


def _swallowed_cues() -> Iterator[str]:
    """Words of commitments that begin with or end in a cue of talks: the longest form wins, and the cue is lost."""
    cues = {row["form"] for row in table("vi/contact_cues.tsv") if row["mode"] == "talks"}
    for number, row in numbered_table(COMMITMENT_CUES):
        words = row["form"].split()
        parts = {" ".join(words[:size]) for size in range(1, len(words))}
        parts |= {" ".join(words[size:]) for size in range(1, len(words))}
        for cue in sorted(parts & cues):
            yield f"{COMMITMENT_CUES}:{number}: {row['form']!r} swallows the contact cue {cue!r}"


def _table_files() -> list[str]:
    folders = ("shared", "vi")
    return [
        f"{folder}/{entry.name}"
        for folder in folders
        for entry in sorted(data_folder().joinpath(folder).iterdir(), key=lambda e: e.name)
        if entry.name.endswith(".tsv")
    ]


def _known_ids() -> dict[str, set[str]]:
    known = {name: {row["id"] for row in table(f"shared/{name}.tsv")} for name in NAMED}
    known["organisations"] = {row["code"] for row in table("shared/organisations.tsv")}
    known["side"] = known["organisations"] | country_codes()
    return known


def _check_table(path: str, known: dict[str, set[str]]) -> Iterator[str]:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in numbered_table(path):
        where = f"{path}:{number}"
        for column, cell in row.items():
            if cell != unicodedata.normalize("NFC", cell):
                yield f"{where}: {column} is not NFC"
        for column, home in REFERENCES.get(path, {}).items():
            for value in filter(None, row[column].split("|")):
                if value not in known[home]:
                    yield f"{where}: unknown {column} {value!r}"
        for column, pattern in FORMATS.get(path, {}).items():
            if row[column] and not pattern.fullmatch(row[column]):
                yield f"{where}: {column} {row[column]!r} is malformed"
        if path == "shared/tenures.tsv" and row["to"] and row["from"] > row["to"]:
            yield f"{where}: the tenure ends before it begins"
        key = tuple(cell for column, cell in row.items() if column != "note")
        if key in seen:
            yield f"{where}: repeats line {seen[key]}"
        seen[key] = number
