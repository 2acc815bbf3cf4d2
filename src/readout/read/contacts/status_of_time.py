"""What the date of a contact says of its status: what is past, what is still ahead."""

import datetime
from typing import Final

from readout.model.records import ContactTime
from readout.read.contacts.candidate import Candidate

ENDED_DAYS: Final = 30
"""What was going on so many days ago is over."""


class Today:
    """The day of publication, the days that decide what is over and what is ahead, all as ISO."""

    def __init__(self, published: datetime.date) -> None:
        ordinal = published.toordinal()
        self.day = published.isoformat()
        self.long_ago = datetime.date.fromordinal(max(ordinal - ENDED_DAYS, 1)).isoformat()
        self.tomorrow = datetime.date.fromordinal(min(ordinal + 1, datetime.date.max.toordinal())).isoformat()


def with_status_of_time(candidate: Candidate, today: Today | None) -> Candidate:
    """Where the words leave the status open, the date tells: ahead is planned, under way is ongoing."""
    if today is None or not candidate.time.edtf:
        return candidate
    first, _, last = candidate.time.edtf.partition("/")
    begun = first if not candidate.certain_status else last or first
    if candidate.status == "planned" and begun < today.day[: len(first)]:
        return candidate.with_status("held", candidate.certain_status)
    if candidate.status == "ongoing" and (last or first) < today.long_ago[: len(last or first)]:
        return candidate.with_status("held", candidate.certain_status)
    if candidate.status in ("held", "ongoing") and first > today.tomorrow[: len(first)]:
        # "sau cuộc gặp vào ngày 27/12"; the day after may be today at another longitude
        return candidate.with_status("planned", True)
    if candidate.certain_status:
        return candidate
    if candidate.status == "held" and (last or first) < today.day[: len(last or first)]:
        return candidate.with_status("held", True)  # an old one is no plan
    if candidate.status == "held" and _still_to_come(candidate.time, today.day):
        return candidate.with_status("planned", True)
    if first > today.day[: len(first)] and candidate.status != "hypothetical":
        return candidate.with_status("planned", True)
    if last and candidate.mode == "visit" and last >= today.day:
        return candidate.with_status("ongoing", True)
    return candidate


def _still_to_come(time: ContactTime, today: str) -> bool:
    """The end of the year before its last month, or the end of a month in its first twenty days, is ahead."""
    day = time.edtf or ""
    if time.part != "late" or day != today[: len(day)]:
        return False
    return today[5:7] < "12" if len(day) == 4 else len(day) == 7 and today[8:] <= "20"
