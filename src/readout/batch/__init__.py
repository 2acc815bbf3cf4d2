"""Many articles: reading them in several processes, in order, passing over what is stored already."""

from readout.batch.reading import CHUNK, Stored, readings_of

__all__ = ["CHUNK", "Stored", "readings_of"]
