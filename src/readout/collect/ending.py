"""Whether an XML list came whole. A connection that broke leaves half a feed, and parsers mend it without a word."""

import re
from typing import NamedTuple

_HIDDEN = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|opml)\s*>", re.IGNORECASE)


class Ending(NamedTuple):
    """`closed`: elements that have their end tag; `whole`: whether the document has its own."""

    closed: int
    whole: bool

    def fault(self, read: int, things: str) -> str | None:
        """What to tell where not all could be read; `things` is their name in the plural."""
        if not self.whole:
            return f"it breaks off in the middle; {things} read: {read}"
        missing = self.closed - read
        return f"broken XML; {things} read: {read}, not read: {missing}" if missing > 0 else None


def ending_of(data: bytes, *names: str) -> Ending:
    """Count the ends of the elements that are called so, and look for the end of the whole."""
    plain = _HIDDEN.sub(b"", data)
    closing = re.compile(rb"</(?:[\w.-]+:)?(?:%s)\s*>" % "|".join(names).encode(), re.IGNORECASE)
    return Ending(sum(1 for _ in closing.finditer(plain)), _END.search(plain) is not None)
