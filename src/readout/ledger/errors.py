"""What can go wrong with a ledger, each as one clear line."""


class LedgerError(Exception):
    """The ledger cannot be opened or written; the message is one line for a person."""


class NotFound(LedgerError):
    """No record has this id, or more than one begins with it."""
