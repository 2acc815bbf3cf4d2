"""What kind of silence the words of an article tell of: not mentioned, not confirmed, not published, no comment."""

from functools import cache
from typing import Literal, get_args

from readout.knowledge.tables import table

SilenceKind = Literal["mention", "confirm", "publish", "decline", "answer", "detail"]


def silence_kind(words: str, language: str = "vi") -> SilenceKind:
    """The kind of the longest cue that the words hold, a `told-as` row before any other; `mention` where none is."""
    lowered = words.lower()
    return next((kind for form, kind in _cues(language) if form in lowered), "mention")


@cache
def _cues(language: str) -> list[tuple[str, SilenceKind]]:
    rows = table(f"{language}/silence_cues.tsv")
    rows.sort(key=lambda row: (row["class"] != "told-as", -len(row["form"])))
    return [(row["form"].lower(), kind) for row in rows for kind in get_args(SilenceKind) if row["value"] == kind]
