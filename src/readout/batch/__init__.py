"""Many articles: reading them in several processes, in order, passing over what is stored already."""

from readout.batch.reading import Stored, readings_of

__all__ = ["Stored", "readings_of"]
