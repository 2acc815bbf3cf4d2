"""Reading articles: text and publication date in, facts with their exact words out. Pure and deterministic."""

from readout.read.reading import read_article, read_articles

__all__ = ["read_article", "read_articles"]
