"""Figures of one article: measured or forecast numbers between parties that nobody promised."""

from functools import cache
from typing import Final

from readout.model.records import Amount, Evidence, Figure, Time
from readout.read.analysis import Analysis, View, grammar
from readout.read.mentions import Mention

REACH: Final = 8
RULE: Final = "vi.figure.measured"


@cache
def _cues(language: str) -> frozenset[str]:
    return grammar(language).symbols.set_of("figure")


def read_figures(analysis: Analysis) -> tuple[Figure, ...]:
    """The figures of an article in the order of the text."""
    cues = _cues(analysis.knowledge.language)
    found: list[Figure] = []
    for view in analysis.views:
        if view.sentence.kind == "body" and not cues.isdisjoint(view.present):
            found.extend(_figures(analysis, view, cues))
    return tuple(found)


def _figures(analysis: Analysis, view: View, cues: frozenset[str]) -> list[Figure]:
    found: list[Figure] = []
    for cue, symbol in enumerate(view.string):
        if symbol not in cues:
            continue
        amount = _amount(view, cue, cues)
        if amount is None:
            continue
        index, record = amount
        start, end = view.tokens[cue].start, view.tokens[index].end
        found.append(
            Figure(
                what=view.tokens[cue].value("figure") or "",
                value=record.value,
                unit=record.currency or record.unit,
                period=_period(view, cue, index),
                parties=_parties(view, cue),
                evidence=(Evidence(start=start, end=end, text=analysis.text[start:end], rule=RULE),),
            )
        )
    return found


def _amount(view: View, cue: int, cues: frozenset[str]) -> tuple[int, Amount] | None:
    """The first money or mass behind the cue, before another figure begins."""
    for index in range(cue + 1, min(len(view.tokens), cue + 1 + REACH)):
        record = view.tokens[index].record
        if isinstance(record, Amount) and record.unit not in (None, "percent"):
            return index, record
        if view.string[index] in cues:
            return None
    return None


def _period(view: View, cue: int, index: int) -> str | None:
    """The nearest date behind the number, else before the cue."""
    for at in (*range(index + 1, min(len(view.tokens), index + 5)), *range(index - 1, max(-1, cue - 6), -1)):
        record = view.tokens[at].record
        if isinstance(record, Time) and record.edtf:
            return record.edtf
    return None


def _parties(view: View, cue: int) -> tuple[str, ...]:
    """The two sides nearest to the cue: behind it, else the last ones before it."""
    order = (*range(cue + 1, min(len(view.tokens), cue + REACH)), *range(cue - 1, -1, -1))
    found: list[str] = []
    for index in order:
        for country in _countries(view, index):
            if country not in found:
                found.append(country)
        if len(found) >= 2:
            break
    return tuple(found[:2])


def _countries(view: View, index: int) -> list[str]:
    actors = view.actors.get(index)
    if actors:
        return [actor.country for actor in actors if actor.country]
    record = view.tokens[index].record
    return [record.side] if isinstance(record, Mention) and record.side else []
