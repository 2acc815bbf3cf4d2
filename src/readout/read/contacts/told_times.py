"""The time that a token of a sentence is."""

from readout.model.records import Time
from readout.read.mentions import Mention
from readout.read.tokens import Token


def time_of(token: Token) -> Time | None:
    """The time that the token stands for, or None. Whether a record is a time is slow to ask (`Time` is no class of the
    compiler's), so that first those are left out that nearly every token is: words, and mentions of actors."""
    record = token.record
    if record is None or isinstance(record, Mention):
        return None
    return record if isinstance(record, Time) else None
