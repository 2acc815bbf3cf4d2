"""The ledger: readings and their links in one schema on SQLite or PostgreSQL, and the questions it answers.

It stores what was read and what `readout.link` decided, and never invents. Start with `open_ledger`.
"""

from readout.ledger.errors import LedgerError, NotFound, Refused
from readout.ledger.opening import backup_ledger, open_ledger, restore_ledger
from readout.ledger.store import Ledger

__all__ = ["Ledger", "LedgerError", "NotFound", "Refused", "backup_ledger", "open_ledger", "restore_ledger"]
