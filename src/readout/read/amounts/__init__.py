"""Amounts in the text: value, comparator and unit."""

from readout.read.amounts.checks import check_rules
from readout.read.amounts.tagger import tag_amounts

__all__ = ["check_rules", "tag_amounts"]
