"""What the reader knows: data files, their loader and the checks that prove them. Reads package files, nothing else."""

from readout.knowledge.loader import Knowledge, load

__all__ = ["Knowledge", "load"]
