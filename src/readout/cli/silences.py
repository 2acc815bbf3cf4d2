"""Silences that articles state of a side without naming a topic: whose they are, and the sentence that states them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from readout.model.answers import SourcedEvidence
from readout.model.records import Reading

if TYPE_CHECKING:
    from readout.api import Ledger


class ToldSilence(NamedTuple):
    """A side (None where the article does not say whose) and the sentence, with one of its pieces of evidence."""

    side: str | None
    sentence: str
    found: SourcedEvidence


def told_silences(book: "Ledger", silences: Iterable[SourcedEvidence]) -> list[ToldSilence]:
    """The silences in their order; one sentence about one side is told once."""
    told: dict[tuple[str, str | None, str], ToldSilence] = {}
    for found in silences:
        reading = book.reading(found.article)
        sentence = _sentence(reading, found)
        for side in _sides(reading, found):
            told.setdefault((found.article, side, sentence), ToldSilence(side, sentence, found))
    return list(told.values())


def _sides(reading: Reading, found: SourcedEvidence) -> Iterator[str | None]:
    sides = [one.side for one in reading.silences if found.evidence in one.evidence]
    yield from dict.fromkeys(sides or [None])


def _sentence(reading: Reading, found: SourcedEvidence) -> str:
    from readout.text.layout import sentences_of

    text, words = reading.article.text, found.evidence
    touched = [one for one in sentences_of(text, bool(reading.article.title))
               if one.start < words.end and words.start < one.end]  # fmt: skip
    return text[touched[0].start : touched[-1].end] if touched else words.text
