"""A pair's contacts along time: a lane for each kind, a mark for each contact, filled where it took place."""

from collections.abc import Sequence
from typing import NamedTuple

from readout.link.days import interval_of
from readout.model.answers import LedgerContact
from readout.web.charts.scale import Days, Tick

LANES = (("phone-call", "video-call", "letter"), ("meeting", "contact"), ("talks",), ("summit",), ("visit",))
LANE_HEIGHT = 44.0
WIDTH, LEFT, RIGHT, TOP, BOTTOM = 960.0, 118.0, 24.0, 14.0, 30.0
_STEP = 13.0


class Mark(NamedTuple):
    """One contact in the chart; `width` is more than 0 where it lasts longer than a day."""

    x: float
    y: float
    width: float
    contact: LedgerContact
    told: bool
    """Whether it stands at the day of its first report, because no date is told."""


class Lane(NamedTuple):
    """One kind of contact."""

    mode: str
    y: float


class Timeline(NamedTuple):
    """What the template draws."""

    width: float
    height: float
    lanes: list[Lane]
    marks: list[Mark]
    ticks: list[Tick]
    scale: Days
    told: int
    """Marks that stand at the day of the first report."""
    left_out: int
    """Contacts without a place on the line."""


def span_of(contact: LedgerContact) -> tuple[int, int] | None:
    """First and last day of a contact, or the day of its first report where no date is told.

    One whose date is vaguer than half a year has no place on the line.
    """
    if _told(contact):
        found = interval_of((contact.first_published or "")[:10] or None, None)
    else:
        found = interval_of(contact.time.edtf, contact.time.part)
    if found is None or found.hi - found.lo > 190:
        return None
    return found.lo, found.hi


def _told(contact: LedgerContact) -> bool:
    return contact.time.edtf is None


def timeline(contacts: Sequence[LedgerContact], first: int, last: int) -> Timeline:
    """Place the contacts between two days; marks that would cover each other are stacked."""
    scale = Days(first, last, LEFT, WIDTH - RIGHT)
    present = [lane for lane in LANES if any(one.mode in lane and span_of(one) for one in contacts)] or [LANES[0]]
    marks: list[Mark] = []
    lanes: list[Lane] = []
    y = TOP
    for lane in present:
        placed, height = _lane_marks([one for one in contacts if one.mode in lane], scale, y)
        lanes.append(Lane(lane[0], y + height / 2))
        marks += placed
        y += height
    return Timeline(
        WIDTH,
        y + BOTTOM,
        lanes,
        marks,
        scale.ticks(),
        scale,
        sum(mark.told for mark in marks),
        sum(span_of(one) is None for one in contacts),
    )


def _lane_marks(contacts: Sequence[LedgerContact], scale: Days, top: float) -> tuple[list[Mark], float]:
    """Marks in as few rows as keep them apart, and the height of the lane."""
    ends: list[float] = []
    rows: list[tuple[int, float, float, LedgerContact]] = []
    for one in sorted(contacts, key=lambda one: (span_of(one) or (0, 0), one.id)):
        span = span_of(one)
        if span is None or span[1] < scale.first or span[0] > scale.last:
            continue
        x, width = scale.x(span[0]), scale.x(span[1]) - scale.x(span[0])
        row = next((number for number, end in enumerate(ends) if x - end >= _STEP), len(ends))
        row = row if row < 8 else 7
        ends[row : row + 1] = [x + width]
        rows.append((row, x, width if width > 8 else 0.0, one))
    height = max(LANE_HEIGHT, len(ends) * _STEP + 18)
    middle = top + height / 2
    offset = (len(ends) - 1) * _STEP / 2
    return [Mark(x, middle - offset + row * _STEP, width, one, _told(one)) for row, x, width, one in rows], height
