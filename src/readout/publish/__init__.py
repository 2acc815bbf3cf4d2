"""The ledger in the formats of the field: tables, event data, linked data, a calendar, a feed, a report."""

from readout.publish.selection import Selection, Source
from readout.publish.writing import FOLDERS, FORMATS, Format, export

__all__ = ["FOLDERS", "FORMATS", "Format", "Selection", "Source", "export"]
