"""A bare "cuộc gặp" below the title: the contact that it refers back to, and what it adds to it."""

from collections.abc import Callable
from typing import Final, cast

from readout.model.records import ContactTime
from readout.model.vocabulary import Mode, Status
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.frames import Frame
from readout.read.contacts.parties import PartyFinder
from readout.read.contacts.same_event import dates_agree, family, other_people, same_event
from readout.read.contacts.setting import Setting
from readout.read.contacts.status import StatusReader
from readout.read.contacts.told_times import time_of

Maker = Callable[[View, Frame, list[Party]], Candidate | None]
AHEAD: Final = ("planned", "proposed", "hypothetical")


class References:
    """Finds what bare nouns refer to."""

    def __init__(self, parties: PartyFinder, setting: Setting, status: StatusReader) -> None:
        self._parties = parties
        self._setting = setting
        self._status = status

    def told(self, view: View, frame: Frame, before: list[Candidate]) -> Candidate | None:
        """A bare "cuộc gặp" below the title is the one that the article spoke of last; it may tell its day."""
        mode = view.tokens[frame.cue].value("contact")
        if not frame.rule.endswith("-implied") or view.sentence.kind == "title" or not mode:
            return None
        if self._parties.with_others(view, frame):
            return None
        if view.tokens[frame.cue].has("several"):
            before = [c for c in before if c.mode != "summit"]  # what is met there are others
        status, certain = self._status.status(view, frame)
        ahead = status in AHEAD
        if ahead and frame.cue and view.tokens[frame.cue - 1].has("one-of"):
            return None  # "khả năng tổ chức một cuộc gặp" is a new one
        kinds = {family(cast(Mode, mode))} | (
            {family("video-call")} if self._last_by_video(view, frame, before) else set()
        )
        told = next((c for c in reversed(before) if family(c.mode) in kinds), None)
        return None if told and certain and _one_is_off(status, told.status) else told

    def _last_by_video(self, view: View, frame: Frame, before: list[Candidate]) -> bool:
        """ "Cuộc họp" below a video call that the article told last."""
        sitting = view.tokens[frame.cue].value("contact") == "meeting" and not view.tokens[frame.cue].has("summit-n")
        return sitting and bool(before) and before[-1].mode == "video-call"

    def again(
        self, view: View, frame: Frame, told: Candidate, groups: list[list[Party]], made: Maker
    ) -> list[Candidate]:
        """What a bare "cuộc gặp" adds to the contact that it refers to: its day, or who they were. Other people than
        those of the contact, or another round of it, are a contact of their own."""
        same = [g for g in groups if {p.country for p in g} == told.countries]
        another = self._another(view, frame, told, same, made)
        if another is not None:
            return [another]
        more = [g for g in groups if {p.country for p in g} > told.countries]
        named = next((g for g in same if _names(g) > _names(told.parties)), next(iter(more), None))
        if not (named or self._setting.tells_time(view)):
            return []
        again = made(view, frame, named or told.parties)
        if again is None or not (named or self._setting.is_news(again.time)):
            return []
        again = again.with_status(told.status, False)
        again.mode, again.place = told.mode, None
        if not self._setting.is_news(again.time):
            again.time = ContactTime()
        return [again] if same_event(told, again) else []

    def _another(
        self, view: View, frame: Frame, told: Candidate, same: list[list[Party]], made: Maker
    ) -> Candidate | None:
        """A contact of the same sides that is not the one told: other people's, another round, or the one since which
        time is counted ("ba tháng kể từ cuộc gặp ở Seoul cuối năm ngoái")."""
        others = next((g for g in same if other_people(told, g) and _alone(view, frame)), None)
        if others:
            return made(view, frame, others)
        if not told.round and not _since(view, frame):
            return None
        again = made(view, frame, told.parties)
        if again is None or (told.round and again.round and told.round != again.round):
            return again
        if _since(view, frame) and again.time.edtf and not dates_agree(told.time, again.time):
            return again.with_status("held", True)
        return None


def _since(view: View, frame: Frame) -> bool:
    """Time is counted since the event."""
    before = view.tokens[frame.cue - 1] if frame.cue else None
    if before is None:
        return False
    time = time_of(before)
    return before.has("since-event") or (time is not None and time.text.endswith("kể từ"))


def _one_is_off(a: Status, b: Status) -> bool:
    """ "Sau khi A dừng đàm phán, B nói A sẽ phải trở lại bàn đàm phán": what was broken off, and what is to come."""
    return "cancelled" in (a, b) and (a in AHEAD or b in AHEAD)


def _alone(view: View, frame: Frame) -> bool:
    """No other noun of an event stands behind the frame's, to which the people might belong."""
    behind = view.tokens[frame.last + 1 :]
    return not any(token.has(cls) for token in behind for cls in ("meet-n", "summit-n", "talks-n", "call-n"))


def _names(parties: list[Party]) -> int:
    return sum(party.actor.person is not None for party in parties)
