"""Times in the text: what is said, resolved to EDTF at the precision that is stated."""

from readout.read.times.checks import check_rules
from readout.read.times.published import infer_published
from readout.read.times.tagger import tag_times

__all__ = ["check_rules", "infer_published", "tag_times"]
