"""What can go wrong with a ledger, each as one clear line."""


class LedgerError(Exception):
    """The ledger cannot be opened or written; the message is one line for a person."""


class NotFound(LedgerError):
    """No record has this id, or more than one begins with it."""


class Refused(LedgerError):
    """A correction that cannot be; `reason` names why, for who says it in another language, `about` what is meant."""

    def __init__(self, told: str, reason: str, **about: str) -> None:
        super().__init__(told)
        self.reason, self.about = reason, about
