"""How the server runs: one immutable record, handed to worker processes through the environment."""

import os
import secrets

import msgspec
from msgspec import Struct, field

LONGEST = 300_000
"""Letters of a text that is sent to be read: twenty long articles, two seconds of work."""
VARIABLE = "READOUT_WEB"
"""Environment variable that carries the settings from `readout serve` to its worker processes."""


class Settings(Struct, frozen=True, kw_only=True):
    """Everything that may differ between two servers."""

    ledger: str
    """A SQLite file or a database URL."""
    editors: str | None = None
    """Path of the password file; without one the pages are read-only."""
    keys: str | None = None
    """Path of the file with API keys; without one the API is read-only."""
    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    """Signs sessions. All workers share it; a new server start signs everybody out."""
    max_body: int = 2_000_000
    """Bytes that a request may carry."""
    rate: int = 600
    """API requests and readings per minute and client address; 0 is no limit."""
    links: bool = True
    """Whether a pasted link is fetched; addresses in private networks never are."""
    cache: int = 512
    """Finished answers that a worker keeps until the ledger changes; 0 keeps none."""
    address: str | None = None
    """Public address (`https://readout.example`) for links in feeds; else as the request came in."""

    def to_environment(self) -> None:
        """Hand over to worker processes."""
        os.environ[VARIABLE] = msgspec.json.encode(self).decode()


def from_environment() -> Settings:
    """The settings that `readout serve` handed over; raises KeyError where it did not."""
    return msgspec.json.decode(os.environ[VARIABLE], type=Settings)
