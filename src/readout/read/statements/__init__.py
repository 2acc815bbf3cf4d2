"""Statements of one article: quotations and reported speech with their speakers."""

from readout.read.statements.reader import read_all_statements, read_statements

__all__ = ["read_all_statements", "read_statements"]
