"""Whether two articles carry the same text: MinHash over runs of three words. This file is all that knows the library.

A signature is text (hexadecimal) that can be stored and compared on any machine; equal texts have equal signatures.
Shared words do not find two reports of one event, only one report in two papers.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from readout.link.wording import words_of

_SIZE = 64
"""Hashes in a signature."""
_BAND = 4
"""Hashes in a band: two texts are compared only where one of their 16 bands is equal (0.9998 of pairs at 0.8)."""
_RUN = 3
_SEED = 20251030
ALIKE = 0.75
"""Share of equal hashes from which two texts are one: reprints and light edits, not two reports of one event."""


def signature_of(text: str) -> str | None:
    """The signature of a text; None for one of fewer than eight words, which would be like too many others."""
    words = words_of(text).folded
    if len(words) < 8:
        return None
    from rensa import RMinHash

    hashed = RMinHash(num_perm=_SIZE, seed=_SEED)
    hashed.update([" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)])
    return "".join(f"{value:08x}" for value in hashed.digest())


def likeness(first: str, second: str) -> float:
    """Share of the runs of words that two texts have in common, estimated from their signatures (0 to 1)."""
    pairs = zip(_hashes(first), _hashes(second), strict=True)
    return sum(one == other for one, other in pairs) / _SIZE


@lru_cache(maxsize=4096)
def _hashes(signature: str) -> tuple[str, ...]:
    return tuple(signature[start : start + 8] for start in range(0, len(signature), 8))


def _bands(signature: str) -> Iterator[tuple[int, str]]:
    width = 8 * _BAND
    yield from ((start, signature[start : start + width]) for start in range(0, len(signature), width))


def same_texts(signatures: Mapping[str, str | None]) -> list[list[str]]:
    """Groups of two or more names whose texts are alike, in order of name; the same for every order of the mapping."""
    home = {name: name for name in signatures}
    seen: dict[tuple[int, str], list[str]] = {}
    for name in sorted(signatures):
        for band in _bands(signatures[name] or ""):
            for other in seen.setdefault(band, []):
                _unite(home, signatures, name, other)
            seen[band].append(name)
    groups: dict[str, list[str]] = {}
    for name in sorted(signatures):
        groups.setdefault(_root(home, name), []).append(name)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _unite(home: dict[str, str], signatures: Mapping[str, str | None], name: str, other: str) -> None:
    first, second = sorted((_root(home, name), _root(home, other)))
    if first != second and likeness(signatures[name] or "", signatures[other] or "") >= ALIKE:
        home[second] = first


def _root(home: dict[str, str], name: str) -> str:
    while home[name] != name:
        name = home[name]
    return name
