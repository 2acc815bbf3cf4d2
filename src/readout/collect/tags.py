"""Tags with more attributes than any page has, found before a parser sees them.

libxml2 compares each attribute of a tag with all before it: one tag with 40,000 takes it three seconds, one with
900,000 (10 MB) over ten minutes.
"""

import re

ATTRIBUTES_LIMIT = 1_000
_LEAST = 2 * ATTRIBUTES_LIMIT
"""A shorter tag cannot hold so many: each takes a letter and what parts it from the next."""
_TAG = re.compile(r"""<[a-zA-Z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")


def has_crowded_tag(markup: str) -> bool:
    """Whether a tag has more than `ATTRIBUTES_LIMIT` attributes, in a time that grows with the length only.

    Quotation marks count where a value begins, as for the parser; elsewhere they hide nothing.
    """
    return any(
        match.end() - match.start() > _LEAST and _attributes(match.group()) > ATTRIBUTES_LIMIT
        for match in _TAG.finditer(markup)
    )


def _attributes(tag: str) -> int:
    return len(_VALUE.sub(" ", tag).replace("/", " ").split()) - 1
