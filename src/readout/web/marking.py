"""An article's text in pieces, each with the facts that were read from it: what the article page highlights."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from readout.link.identity import content_id
from readout.model.records import Commitment, Contact, Evidence, Figure, Reading, Silence, Statement
from readout.text.layout import kind_of
from readout.web.words import Words, clipped

Kind = Literal["contact", "statement", "commitment", "silence", "figure", "time", "amount"]
PART = 60_000
"""Code points of text on one page; a longer article has several."""


class Fact(NamedTuple):
    """One fact beside the text: what it is, in words, where it stands and by which rules."""

    id: str
    kind: Kind
    title: str
    detail: str
    spans: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]


class Piece(NamedTuple):
    """A stretch of text with the same facts from end to end."""

    start: int
    text: str
    facts: tuple[Fact, ...]


class Paragraph(NamedTuple):
    """A line of the article; `kind` tells captions and related headlines from the body."""

    kind: str
    pieces: list[Piece]


def facts_of(reading: Reading, w: Words, article_id: str | None = None) -> list[Fact]:
    """All facts; statements carry the ledger's id where the article is in the ledger."""
    found = [_contact(one, w) for one in reading.contacts]
    found += [_statement(one, w, article_id) for one in reading.statements]
    found += [_commitment(one, w) for one in reading.commitments]
    found += [_silence(number, one, w) for number, one in enumerate(reading.silences)]
    found += [_figure(number, one, w) for number, one in enumerate(reading.figures)]
    found += [
        Fact(
            f"t{number}",
            "time",
            one.text,
            w.dates.edtf(one.edtf, one.part) if one.edtf else w.dates.duration(one.iso8601) if one.iso8601 else "",
            ((one.start, one.end),),
            _rules([one.rule]),
        )
        for number, one in enumerate(reading.times)
    ]
    found += [
        Fact(
            f"n{number}",
            "amount",
            one.text,
            f"{w.number(one.value)} {w.unit(one.unit) or one.currency or ''}",
            ((one.start, one.end),),
            (),
        )
        for number, one in enumerate(reading.amounts)
    ]
    return found


def _contact(one: Contact, w: Words) -> Fact:
    detail = " · ".join(filter(None, (w.mode(one.mode), w.when(one), w.where(one), w.status(one.status))))
    return Fact(one.id, "contact", w.who(one.participants), detail, *_evidence(one.evidence))


def _statement(one: Statement, w: Words, article_id: str | None) -> Fact:
    spans = [(one.content.start, one.content.end)]
    if one.cue and one.cue.end > one.cue.start:
        spans.append((one.cue.start, one.cue.end))
    detail = " · ".join(
        filter(None, (clipped(w.quoted(one), 80), w.force(one.force), w.channel(one), w.topics(one.topics)))
    )
    mark = content_id("s", article_id, one.id) if article_id else one.id
    return Fact(
        mark,
        "statement",
        w.speaker(one.speaker) + w.side(one.speaker),
        detail,
        tuple(spans),
        _rules(found.rule for found in one.evidence),
    )


def _commitment(one: Commitment, w: Words) -> Fact:
    what = f"{w.thing(one.action, one.object)} {w.quantity(one.quantity, one.period)}".strip()
    detail = " · ".join(filter(None, (w.stage(one.stage), what, w.by_when(one.deadline, one.period))))
    return Fact(one.id, "commitment", w.party(one.committer, w.country(None)), detail, *_evidence(one.evidence))


def _silence(number: int, one: Silence, w: Words) -> Fact:
    return Fact(f"q{number}", "silence", w.country(one.side), w.topic(one.topic), *_evidence(one.evidence))


def _figure(number: int, one: Figure, w: Words) -> Fact:
    detail = f"{w.number(one.value)} {w.unit(one.unit)} {one.period or ''}".strip()
    return Fact(f"f{number}", "figure", one.what, detail, *_evidence(one.evidence))


def _evidence(found: Sequence[Evidence]) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    return tuple((one.start, one.end) for one in found), _rules(one.rule for one in found)


def _rules(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for rule in found if rule))


def parts_of(text: str) -> list[tuple[int, int]]:
    """Where the pages of a long text begin and end: at a line's end where one is near."""
    found, start = [], 0
    while start < len(text):
        end = min(len(text), start + PART)
        if end < len(text):
            line = text.rfind("\n", start + PART // 2, end)
            end = line + 1 if line > 0 else end
        found.append((start, end))
        start = end
    return found or [(0, 0)]


def paragraphs(text: str, facts: Sequence[Fact], has_title: bool, start: int, end: int) -> Iterator[Paragraph]:
    """The lines between two offsets, cut where facts begin and end."""
    shown = [(begin, stop, fact) for fact in facts for begin, stop in fact.spans if begin < end and stop > start]
    shown.sort(key=lambda span: (span[0], -span[1]))
    position, number = start, text.count("\n", 0, start)
    for line in text[start:end].split("\n"):
        stop = position + len(line)
        if line.strip():
            here = [span for span in shown if span[0] < stop and span[1] > position]
            yield Paragraph(kind_of(line, number, has_title), list(_pieces(text, here, position, stop)))
        position, number = stop + 1, number + 1


def _pieces(text: str, spans: Sequence[tuple[int, int, Fact]], start: int, end: int) -> Iterator[Piece]:
    cuts = {start, end, *(max(start, span[0]) for span in spans), *(min(end, span[1]) for span in spans)}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        facts = tuple(fact for begin, stop, fact in spans if begin <= left and stop >= right)
        yield Piece(left, text[left:right], tuple(dict.fromkeys(facts)))


class Doubt(NamedTuple):
    """Something the reader saw and did not understand in full; `start` is where it stands."""

    what: str
    words: str
    start: int


def doubts_of(reading: Reading, w: Words) -> list[Doubt]:
    """What stays open: contacts without a date or with one party, speakers without a side, times without a value."""
    t = w.language.gettext
    found: list[Doubt] = []
    for contact in reading.contacts:
        words, start = _where(contact.evidence)
        if not contact.time.edtf:
            found.append(Doubt(t("a contact whose date the text does not tell"), words, start))
        if len(contact.participants) < 2:
            found.append(Doubt(t("a contact of which only one party is known"), words, start))
    found += [
        Doubt(t("words whose side is not known"), one.content.text, one.content.start)
        for one in reading.statements
        if not one.speaker.country
    ]
    found += [
        Doubt(t("a time that could not be placed"), one.text, one.start)
        for one in reading.times
        if not one.edtf and not one.iso8601
    ]
    return found


def _where(evidence: Sequence[Evidence]) -> tuple[str, int]:
    return (evidence[0].text, evidence[0].start) if evidence else ("", 0)
