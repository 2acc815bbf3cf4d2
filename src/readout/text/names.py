"""Names made comparable."""

import unicodedata
from functools import lru_cache
from typing import Final

_BARE: Final = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not decompose, as newspapers without them write them."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Lower case, without diacritics, đ as d, single spaces: to compare names, never to show them."""
    bare = unicodedata.normalize("NFD", name.lower().translate(_BARE))
    kept = "".join(" " if char in "-–'’." else char for char in bare if not unicodedata.combining(char))
    return " ".join(kept.split())
