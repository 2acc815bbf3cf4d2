"""Inputs from the world: files, pages, feeds and archives become articles; what cannot becomes a recorded problem."""

from readout.collect.article import Problem
from readout.collect.sources import Fetching, articles_from

__all__ = ["Fetching", "Problem", "articles_from"]
