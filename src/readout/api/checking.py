"""Proving the knowledge: the tables against each other, the rules against their examples."""

from readout.knowledge.check import check_tables
from readout.read.checks import check_rules


def check_knowledge() -> list[str]:
    """One line per problem of the data files and of the rules; empty where there is none."""
    return [*check_tables(), *check_rules()]
