"""Text as stored: composition, paragraphs, sentences and quotations, all by code-point offsets. No I/O."""

from readout.text.compose import compose

__all__ = ["compose"]
