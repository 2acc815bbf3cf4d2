"""Ids that are derived from content."""

import base64
import hashlib
from functools import lru_cache

_LENGTH = 10
"""Base-32 characters: 50 bits, a chance of one in 200,000 for one clash among 100,000 things."""


@lru_cache(maxsize=65536)
def content_id(kind: str, *parts: str) -> str:
    """`kind-…` from the parts: equal parts give the equal id, on every machine and in every order of arrival."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return f"{kind}-{base64.b32encode(digest).decode('ascii').lower()[:_LENGTH]}"
