"""Text as stored: composition, paragraphs, sentences, quotations, by code-point offsets; dates in words. No I/O."""

from readout.text.compose import compose

__all__ = ["compose"]
