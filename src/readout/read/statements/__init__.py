"""Statements of one article: quotations and reported speech with their speakers."""

from readout.read.statements.reader import read_statements

__all__ = ["read_statements"]
