"""Words in articles and statements: what the ledger's search finds, where it has one."""

from typing import Any

from readout.web.filters import Listing
from readout.web.render import Visit


def found_words(visit: Visit, asked: Listing) -> list[Any]:
    """Places where the words stand, the best first."""
    return []
