"""Readout reads the news of diplomacy and keeps an evidence-backed ledger of it. Start at `readout.api`."""

from readout import compiled

__version__ = "0.1.0"

compiled.use()
