"""What a side and a topic are called in commands, addresses and the API: codes that the tables know."""

import re
from functools import cache

from readout.knowledge.loader import country_codes
from readout.knowledge.tables import columns


def known_code(value: str) -> str | None:
    """A country (ISO 3166-1 alpha-2; CLDR's old codes such as UK are understood) or an organisation's code, in
    capitals; None for anything else."""
    code = value.strip().upper()
    code = _aliases().get(code, code)
    return code if code in codes() else None


def code_of(value: str) -> str:
    """The same; ValueError for anything that is no code."""
    code = known_code(value)
    if code is None:
        raise ValueError(f"{value!r} is not a country code (ISO 3166-1: US, CN, VN …) nor an organisation's")
    return code


def pair_of(value: str) -> tuple[str, str]:
    """`US-CN` (also `us,cn`, `US–CN`, `AFRICAN-UNION,US`) as two codes; ValueError for anything else."""
    parts = [part for part in re.split(r"[–,\s]+", value.strip()) if part]
    if len(parts) == 1:
        parts = _parted(parts[0])
    if len(parts) != 2:
        raise ValueError(f"{value!r} is not a pair of countries; write it as US-CN")
    first, second = code_of(parts[0]), code_of(parts[1])
    if first == second:
        raise ValueError(f"{value!r} names one side twice; a pair is two, such as US-CN")
    return first, second


def topic_of(value: str) -> str:
    """A topic's id; ValueError, which lists the ids, for anything else."""
    if value not in topics():
        raise ValueError(f"{value!r} is no topic; there are {', '.join(topics())}")
    return value


@cache
def topics() -> tuple[str, ...]:
    """The ids of all topics, in the order of their table."""
    return tuple(row[0] for row in columns("shared/topics.tsv", "id", "parent"))


def _parted(value: str) -> list[str]:
    """A pair at that hyphen which leaves two codes (an organisation's may hold one itself), else at every hyphen."""
    words = [word for word in value.split("-") if word]
    cuts = [["-".join(words[:n]), "-".join(words[n:])] for n in range(1, len(words))]
    return next((cut for cut in cuts if all(known_code(part) for part in cut)), words)


@cache
def codes() -> frozenset[str]:
    """The codes of all countries and organisations."""
    return country_codes() | {row[0] for row in columns("shared/organisations.tsv", "code", "name")}


@cache
def _aliases() -> dict[str, str]:
    from babel.core import get_global

    return {old: new[0] for old, new in get_global("territory_aliases").items()}
