"""Inputs from the world: files, pages and streams become articles; what cannot be one becomes a recorded problem."""

from readout.collect.article import Problem
from readout.collect.sources import articles_from

__all__ = ["Problem", "articles_from"]
