"""Reading one article: text and publication date in, facts with their exact words out. Pure and deterministic."""

from readout.read.reading import read_article

__all__ = ["read_article"]
