"""A contact that is put off: for which day, and for which it was planned until then."""

from dataclasses import dataclass
from typing import Final

from readout.model.records import ContactTime, Time
from readout.model.vocabulary import ContactTimeBasis
from readout.read.analysis import View
from readout.read.contacts.frames import Frame
from readout.read.contacts.told_times import time_of
from readout.read.symbols import Symbols
from readout.read.tokens import Token

REACH: Final = 9
BEFORE: Final = 3
"""So many tokens stand between the word of a plan and its day ("dự kiến diễn ra vào ngày 2/2")."""
UNKNOWN: Final = ContactTime()


@dataclass(frozen=True, slots=True)
class Moved:
    """The new time, and the one before it (without a date where the words do not tell it)."""

    to: ContactTime
    since: ContactTime


class Moving:
    """Reads days of plans that change; `symbols` is the alphabet, `published` the day of the news (ISO)."""

    def __init__(self, symbols: Symbols, published: str | None) -> None:
        self._clause_ends = symbols.set_of("stop", "semicolon", "quote", "colon")
        self._today = published

    def put_off(self, view: View, frame: Frame) -> Moved | None:
        """ "Được hoãn đến ngày 5/2", "lùi cuộc gặp từ tháng 4 sang tháng 5": what is called off for another time ahead,
        or None where none is told."""
        off = self._called_off(view, frame)
        for at in range(off, min(len(view.tokens) - 1, max(off, frame.last) + REACH)):
            token = view.tokens[at]
            to = token.has("go-v")
            if view.tokens[at].symbol in self._clause_ends or (token.has("contact") and not to and at != frame.cue):
                return None
            time = _date(view.tokens[at + 1])
            if time and view.tokens[off].has("moves") and (both := _first_and_last(time)):
                return Moved(both[1], both[0])
            if to and time and self._ahead(time):
                return Moved(_told(time), self._until_then(view, frame, at, time))
        return None

    def later(self, view: View, frame: Frame) -> bool:
        """A word of postponing calls it off ("hoãn", "dời"), not one that ends it ("hủy")."""
        off = self._called_off(view, frame)
        return off < len(view.tokens) and _postpones(view.tokens[off])

    def plan_moved(self, view: View, frame: Frame) -> bool:
        """ "Chuyến thăm dự kiến bắt đầu ngày 2/3, đã được lùi": what was planned was itself moved."""
        off = self._called_off(view, frame, behind=True)
        between = view.tokens[frame.last + 1 : off]
        moved = off < len(view.tokens) and _postpones(view.tokens[off]) and view.tokens[off].has("passive")
        return moved and view.tokens[frame.cue].has("contact") and not any(t.has("contact") for t in between)

    def instead(self, view: View, time: ContactTime) -> ContactTime | None:
        """ "Ngày 5/2 thay vì ngày 2/2": for when it was planned before."""
        for at in range(1, len(view.tokens) - 1):
            if not view.tokens[at].has("instead-of"):
                continue
            now, then = _date(view.tokens[at - 1]), _date(view.tokens[at + 1])
            if now and then and now.edtf == time.edtf != then.edtf:
                return _told(then)
        return None

    def _called_off(self, view: View, frame: Frame, behind: bool = False) -> int:
        near = range(frame.last + 1 if behind else max(0, frame.cue - REACH), min(len(view.tokens), frame.last + REACH))
        return next((at for at in near if view.tokens[at].has("cancel")), len(view.tokens))

    def _until_then(self, view: View, frame: Frame, to: int, now: Time) -> ContactTime:
        """The day before the new one that the words call the plan's: "từ ngày 2/2", "dự kiến vào ngày 2/2"."""
        first = min(frame.first, max(0, to - REACH))
        for at in range(to - 1, first, -1):
            time = _date(view.tokens[at])
            before = view.tokens[max(0, at - BEFORE) : at]
            planned = any(token.has("future") for token in before) or view.tokens[at - 1].has("from-where")
            if time and planned and time.edtf != now.edtf:
                return _told(time)
        return self.instead(view, _told(now)) or UNKNOWN

    def _ahead(self, time: Time) -> bool:
        last = (time.edtf or "").partition("/")[2] or time.edtf or ""
        return self._today is None or last >= self._today[: len(last)]


def _postpones(token: Token) -> bool:
    return token.has("postpones") or token.has("moves")


def _date(token: Token) -> Time | None:
    time = time_of(token)
    return time if time is not None and time.type == "DATE" and time.edtf else None


def _first_and_last(time: Time) -> tuple[ContactTime, ContactTime] | None:
    """ "Từ ngày 2/2 đến ngày 20/2", which is moved: no days that it lasts."""
    first, _, last = (time.edtf or "").partition("/")
    basis = _told(time).basis
    ends = ContactTime(edtf=first, basis=basis, text=time.text), ContactTime(edtf=last, basis=basis, text=time.text)
    return ends if first and last and ".." not in (first, last) else None


def _told(time: Time) -> ContactTime:
    basis: ContactTimeBasis = "relative" if time.basis == "relative" else "stated"
    return ContactTime(edtf=time.edtf, part=time.part, text=time.text, basis=basis)
