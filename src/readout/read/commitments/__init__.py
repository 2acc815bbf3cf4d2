"""Commitments of one article: who promises, expects, orders or delivers what, how much and by when."""

from readout.read.commitments.reader import read_commitments

__all__ = ["read_commitments"]
