"""When and how long: what the sentence of a contact says of its time."""

import datetime
import re
from typing import Final, cast

from readout.model.records import ContactTime, Duration, Time
from readout.model.vocabulary import ContactTimeBasis, Status
from readout.read.analysis import View
from readout.read.contacts.candidate import Party
from readout.read.contacts.frames import Frame
from readout.read.contacts.scene import Scene
from readout.read.contacts.told_times import time_of
from readout.read.symbols import Symbols
from readout.read.tokens import Token

VISITS: Final = ("visit", "travel", "host", "invite", "journey")
# A call or a meeting lasts minutes or hours, talks a few days, a visit days; "lần đầu sau 3 tháng" is no length.
_LENGTHS: Final = {"visit": re.compile(r"P\d{1,2}[DW]"), "meeting": re.compile(r"PT.+|P[1-5]D")}
_ORDINALS: Final = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_COUNTED: Final = ("vòng", "lần", "giai đoạn", "thứ")
_ROUND: Final = re.compile(
    rf"(?:{'|'.join(_COUNTED)}) ({'|'.join(_ORDINALS)}|[1-9][0-9]?)\b(?! (?:bên|nước|phía|nhà|ngày|giờ))"
)
UNKNOWN: Final = ContactTime()
_YEARS: Final = re.compile(r"\d{4}/\d{4}")
UNHELD: Final = ("proposed", "hypothetical")
SINCE_REACH: Final = 4
REACH: Final = 7
APART: Final = ("subordinator", "then", "clause-of-time")
"""In front of the cue they begin a clause with a time of its own."""
SCENE: Final = ("place", "country", "settlement", "government")
NEWS_DAYS: Final = 7
RECENT_DAYS: Final = 2
LONGEST_DISTANCE: Final = 21
"""Counted days after an event are exact up to about three weeks."""
IMPLIED_REACH: Final = 5
"""A date further behind the frame than this many tokens belongs to something else."""


class Setting:
    """Reads time and duration around a cue; `symbols` is the alphabet."""

    def __init__(self, scene: Scene, symbols: Symbols, published: datetime.date | None) -> None:
        self._published = published
        self._scene = scene
        self._prepositions = symbols.set_of("preposition")
        self._clause_ends = symbols.set_of("stop", "semicolon", "quote", "colon")
        self._comma = symbols.set_of("comma")
        self._brackets = symbols.set_of("open", "close")
        self._reports = symbols.reporting()
        self._times = symbols.set_of("time")

    def tells_time(self, view: View) -> bool:
        """The sentence names a day or a length of time, of whatever: asked before anything is looked for."""
        return not self._times.isdisjoint(view.present)

    def time(self, view: View, frame: Frame, status: Status, parties: list[Party]) -> ContactTime:
        """The date expression that belongs to the cue; unknown where none does.

        The nearest date of the clause with neither another contact nor a reporting verb between; a date in front of
        the sentence belongs to its main contact, not to one in a subordinate phrase ("nhân chuyến thăm …").
        """
        if not self.tells_time(view):
            return UNKNOWN
        best: tuple[int, Time] | None = None
        low, high = (0, frame.cue) if frame.shape == "invite" else (1, frame.first if frame.shape == "told" else 0)
        for index, token in enumerate(view.tokens):
            if token.symbol not in self._times or low <= index < high:
                continue  # in front of an invitation or of words told stands the day on which they were said
            time = cast(Time, token.record)
            if time.type == "DURATION" or time.type == "SET" or not time.edtf:
                continue
            if _YEARS.fullmatch(time.edtf):
                continue  # "chuyến thăm đầu tiên trong vòng 5 năm qua"
            refused = status == "denied" and any(t.has("denial") for t in view.tokens[index : frame.cue])
            if (status in UNHELD or refused) and self._has_passed(time, any_grain=index > frame.cue):
                continue
            distance = self._distance(view, frame, index)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        counted = self._counted(view, frame)
        best = best or self._said_after(view, frame, status, parties)
        if best is None or counted.edtf:
            return counted
        time = self._in_brackets(view, best[1]) or best[1]
        caption = view.sentence.kind == "caption"
        basis: ContactTimeBasis = "caption" if caption else "relative" if time.basis == "relative" else "stated"
        return ContactTime(
            edtf=(time.edtf or "")[:10] if time.type == "TIME" else time.edtf,
            part=time.part,
            basis=basis,
            text=time.text,
        )

    def _in_brackets(self, view: View, time: Time) -> Time | None:
        """The date behind a relative one ("ngày mai (30.10)"): written out, it is the one that is meant."""
        for at, token in enumerate(view.tokens[:-2]):
            if token.record is not time or view.tokens[at + 1].symbol not in self._brackets:
                continue
            exact = time_of(view.tokens[at + 2])
            if exact is not None:
                return exact if time.basis == "relative" and exact.grain == "day" and exact.edtf else None
        return None

    def since(self, view: View, frame: Frame) -> ContactTime | None:
        """The year or day of the event before this one ("lần đầu tiên kể từ năm 2019"), or None."""
        for at in range(frame.cue, min(len(view.tokens) - 1, frame.last + SINCE_REACH)):
            time = time_of(view.tokens[at + 1])
            if view.tokens[at].has("since-event") and time is not None:
                first = any(token.has("ordinal") for token in view.tokens[max(0, frame.first - 2) : at])
                past = time.edtf and self._published and time.edtf < self._published.isoformat()
                if not (first and past) or view.tokens[at].has("contact"):
                    return None
                return ContactTime(edtf=time.edtf, basis="stated", text=time.text)
        return None

    def _said_after(self, view: View, frame: Frame, status: Status, parties: list[Party]) -> tuple[int, Time] | None:
        """ "Ông A ngày 21/1 tuyên bố … sau cuộc gặp với ông B": what is said in it or on leaving is of that day."""
        if status != "held" or self._published is None or not frame.cue:
            return None
        if not view.tokens[frame.cue - 1].has("after-event"):
            return None
        said = max((at for at in range(frame.cue) if view.tokens[at].symbol in self._reports), default=-1)
        clause = max((at for at in range(max(said, 0)) if view.tokens[at].has("subordinator")), default=-1)
        told = view.tokens[clause + 1 : max(said, 0)]
        days = [time for t in told if (time := time_of(t)) is not None and time.grain == "day"]
        speakers = {a.key for at in range(max(said, 0)) for a in view.actors.get(at, ()) if a.person}
        if not speakers & {party.actor.key for party in parties}:
            return None
        if len(days) != 1 or not days[0].edtf:
            return None
        recent = datetime.date.fromordinal(max(self._published.toordinal() - RECENT_DAYS, 1)).isoformat()
        return (said, days[0]) if days[0].edtf[:10] >= recent else None

    def _has_passed(self, time: Time, any_grain: bool) -> bool:
        """In front of a proposal a day that has come is the day it was made ("ngày 22-10, ông X đề xuất gặp …");
        behind it, what has passed is the time of something else ("đàm phán lại thỏa thuận ký năm 1951")."""
        if self._published is None:
            return False
        last, today = (time.edtf or "").partition("/")[2] or time.edtf or "", self._published.isoformat()
        if any_grain:
            return last < today[: len(last)]
        return time.grain == "day" and (time.edtf or "") <= today

    def is_news(self, time: ContactTime) -> bool:
        """A day of the last week or ahead; a bare "cuộc gọi" of an older day is a contact of its own."""
        if not time.edtf or self._published is None:
            return bool(time.edtf)
        oldest = max(self._published.toordinal() - NEWS_DAYS, 1)
        last = time.edtf.rpartition("/")[2]
        return last >= datetime.date.fromordinal(oldest).isoformat()[: len(last)]

    def _counted(self, view: View, frame: Frame) -> ContactTime:
        """ "Hai ngày sau cuộc điện đàm …": told of the day of publication, the event was two days before."""
        for at in range(frame.first - 1, max(-1, frame.first - 4), -1):
            time = time_of(view.tokens[at])
            if time is not None and time.iso8601 and time.edtf is None and time.text.endswith("sau"):
                days = int(time.iso8601[1:-1]) * (7 if time.iso8601.endswith("W") else 1)
                if self._published and days <= LONGEST_DISTANCE:
                    day = self._published - datetime.timedelta(days=days)
                    return ContactTime(edtf=day.isoformat(), basis="relative", text=time.text)
            if not view.tokens[at].has("filler") and time is None:
                break
        return UNKNOWN

    def _distance(self, view: View, frame: Frame, index: int) -> int | None:
        """How far the time at `index` is from the cue; None where it belongs to something else."""
        cue = frame.cue
        spans_visit = frame.shape in ("visit", "travel", "host") and _is_span(view.tokens[index])
        low, high = (index, cue) if index < cue else (cue, index)
        distance = high - low
        if self._elsewhere(view, frame, index) or any(
            self._parts(view, frame, index, at) or self._takes_it(view, frame, index, at) for at in range(low + 1, high)
        ):
            return None
        between = view.string[frame.last : index] if index > cue else view.string[low:high]
        comma = not self._comma.isdisjoint(between)
        far = comma and not self._goes_on(view, frame, index) if index > cue else comma or distance > 3
        loose = index > cue and view.tokens[cue].has("generic")
        if far and not self._during(view, frame, index) and (loose or self._subordinate(view, cue)):
            return None
        if (
            not spans_visit
            and self._steps(view, frame.last, index) > REACH
            and not any(view.tokens[at].has("takes-place") for at in range(frame.last + 1, frame.last + 3))
        ):
            return None
        if frame.shape == "implied" and min(distance, self._steps(view, low, high)) > IMPLIED_REACH:
            return None
        return distance + (2 if index > cue and not spans_visit else 0) - (20 if spans_visit else 0)

    def _elsewhere(self, view: View, frame: Frame, index: int) -> bool:
        """The words before the time say what it is of: another event, an anniversary, an announcement."""
        tokens = view.tokens
        if index > frame.cue and any(t.has("other-event") for t in tokens[max(frame.cue, index - 3) : index]):
            return True
        if index < frame.cue and (self._of_the_clause_before(view, frame, index) or self._announced(view, index)):
            return True
        if index and tokens[index - 1].has("anniversary"):
            return True
        return any(token.has("since-event") for token in tokens[max(0, index - 4) : index])

    def _parts(self, view: View, frame: Frame, index: int, at: int) -> bool:
        """The word at `at`, between cue and time, begins something else or tells who says so."""
        token, behind = view.tokens[at], index > frame.cue
        inside = frame.first <= at <= frame.last
        if token.symbol in self._reports and not (behind and inside) and not self._quiet(view, frame, index, at):
            return True  # "A ngày 8/8 nói sẽ gặp B"
        if behind and (token.has("since-event") or (token.has("clause-of-time") and token.has("occasion"))):
            return True  # "gặp ông A, sau khi Nga rút quân tuần trước"
        if inside:
            return False
        if view.tokens[at].symbol in self._clause_ends:
            return True
        if behind:
            # "suýt bị hủy vào ngày 4/2"; "tới Alaska, nơi ông A gặp ông B ngày 15/8"
            own = at - frame.last <= 2 and token.has("filler")  # "cuộc gặp ba bên đầu tiên tại X ngày 4/2"
            ordinal = token.has("ordinal") and frame.shape != "summit" and not own
            return ordinal or token.has("cancel") or token.has("relative")
        departure = frame.shape == "summit" and (token.has("sets-off") or token.has("leave-v"))
        return departure or any(token.has(cls) for cls in APART)  # "tối 4/2 lên đường dự hội nghị"

    def _quiet(self, view: View, frame: Frame, index: int, at: int) -> bool:
        """The verb of reporting at `at` does not end the reach: "dự và phát biểu tại", "vừa điện đàm", a caption."""
        if view.sentence.kind == "caption" or self.just(view, frame):
            return True
        return index < frame.cue and any(token.has("attend") for token in view.tokens[index:at])

    def _takes_it(self, view: View, frame: Frame, index: int, at: int) -> bool:
        """Another contact stands between and has the time; who goes somewhere to meet somebody does both then."""
        behind = index > frame.cue
        if frame.first <= at <= frame.last or not view.tokens[at].has("contact"):
            return False
        if behind and view.tokens[at - 1].has("beside-event"):
            return False  # "gặp ông A bên lề hội nghị G20 ngày 4/2"
        if not behind and (self._in_phrase(view, at) or self._opens(view, frame, index)):
            return False
        if not behind and view.tokens[at].has("go-v") and view.tokens[frame.cue - 1].has("purpose"):
            return False  # "sẽ đến Lima tuần này để gặp ông A"
        spans_visit = frame.shape in ("visit", "travel", "host") and _is_span(view.tokens[index])
        return not (frame.shape in ("travel", "summit") or (spans_visit and behind))

    def _opens(self, view: View, frame: Frame, index: int) -> bool:
        """The day opens the sentence, and the frame its main clause behind phrases without a person of their own
        ("Chiều 4/2, kết thúc các cuộc tiếp xúc và làm việc tại X, ông A đã hội kiến ông B")."""
        if index > 1 or frame.first < index + 3 or view.tokens[index + 1].symbol not in self._comma:
            return False
        actors = [a for at in view.actors if index < at < frame.first for a in view.actors[at]]
        return view.tokens[frame.first - 1].symbol in self._comma and not any(a.person for a in actors)

    def _during(self, view: View, frame: Frame, index: int) -> bool:
        """The day of a caption is that of its event; the day that opens a sentence is that of the talk during which
        somebody says something ("Ngày 4/2, trong cuộc điện đàm với ông B, ông A …")."""
        if view.sentence.kind == "caption":
            return True
        return index <= 1 and frame.shape not in VISITS and view.tokens[frame.cue - 1].has("at-event")

    def _goes_on(self, view: View, frame: Frame, index: int) -> bool:
        """Behind the commas of a title only "vào" or a place stands before the day ("tại cuộc gặp với ông A, Bộ trưởng
        X, vào chiều 4/2", "…, tại Lima sáng nay"), in a sentence that has said who before the cue."""
        near = view.tokens[frame.last + 1].symbol in self._comma and self._steps(view, frame.last, index) == 1
        before = any(at < frame.first for at in view.actors) or (frame.slots.get("a", frame.cue) < frame.cue)
        return near and before and not self._prepositions.isdisjoint(view.string[frame.last + 2 : index])

    def _of_the_clause_before(self, view: View, frame: Frame, index: int) -> bool:
        """Another contact has the day, and the frame begins behind "và" ("A thăm X vào tháng 4 và B sẽ thăm Y")."""
        behind_and = frame.first > index + 1 and view.tokens[frame.first - 1].has("and")
        return behind_and and any(token.has("contact") for token in view.tokens[:index])

    def _steps(self, view: View, last: int, index: int) -> int:
        """How far behind the frame a token is; a place, also in brackets, is no step."""
        return sum(
            not (
                any(view.tokens[at].has(cls) for cls in SCENE)
                or view.tokens[at].symbol in self._prepositions
                or view.tokens[at].symbol in self._comma
                or view.tokens[at].symbol in self._brackets
            )
            for at in range(last + 1, index + 1)
        )

    def _announced(self, view: View, index: int) -> bool:
        """The date is the announcement's: "Theo thông tin từ … ngày 22/11, ông X đã gặp …"."""
        first = view.tokens[0]
        return (
            (
                first.has("according")
                or (first.has("preposition") and any(entry.form.startswith("theo") for entry in first.entries))
            )
            and any(view.tokens[at].symbol in self._comma for at in range(index + 1, min(index + 4, len(view.tokens))))
            and not any(view.tokens[at].symbol in self._comma for at in range(index))
        )

    def just(self, view: View, frame: Frame) -> bool:
        """What somebody says he has "just" done happened on the day when he says so."""
        return any(view.tokens[at].has("just") for at in range(max(0, frame.cue - 3), frame.cue))

    def _in_phrase(self, view: View, at: int) -> bool:
        """The word stands in a phrase between commas that begins with an occasion ("nhân dịp … và làm việc tại …,")."""
        if self._subordinate(view, at):
            return True
        while (
            at and view.tokens[at - 1].symbol not in self._comma and view.tokens[at - 1].symbol not in self._clause_ends
        ):
            at -= 1
        return any(view.tokens[i].has("occasion") for i in range(at, min(at + 2, len(view.tokens)))) and at > 0

    def _subordinate(self, view: View, cue: int) -> bool:
        """The cue stands in a phrase such as "nhân chuyến thăm" or "đang thăm", not in the main clause."""
        for at in range(cue - 1, max(-1, cue - 4), -1):
            token = view.tokens[at]
            if token.has("occasion"):
                return True
            if (token.has("ongoing") and view.tokens[cue].has("visit-v")) or (
                token.has("ongoing") and view.tokens[cue].has("visit-n")
            ):
                return any(earlier.has("contact") for earlier in view.tokens[:at])
            if not token.has("filler") and not token.has("attend"):
                return False
        return False

    def round(self, view: View, frame: Frame, lowered: str) -> int | None:
        """The number of this contact in a series ("vòng đàm phán thứ hai", "cuộc điện đàm thứ ba"); `lowered` is the
        article in small letters."""
        if frame.shape in VISITS:
            return None
        last = view.tokens[min(frame.cue + 4, len(view.tokens) - 1)].end
        start = view.tokens[frame.cue].start
        words = lowered[start:last]
        if not any(word in words for word in _COUNTED):
            return None
        found = _ROUND.search(words)
        if not found or _in_a_time(view, start + found.start()):
            return None
        return int(found[1]) if found[1].isdecimal() else _ORDINALS[found[1]]

    def duration(self, view: View, frame: Frame) -> Duration | None:
        """A length of time behind the cue ("kéo dài hơn ba tiếng")."""
        if not self.tells_time(view):
            return None
        lasts = _LENGTHS["visit" if frame.shape in VISITS else "meeting"]
        for index in range(max(0, frame.cue - 4), min(self._clause_end(view, frame), frame.last + 8)):
            if view.tokens[index].symbol not in self._times:
                continue
            time = cast(Time, view.tokens[index].record)
            if time.type != "DURATION" or not time.iso8601:
                continue
            if lasts.fullmatch(time.iso8601) and not self._scene.separated(view, index, frame):
                return Duration(iso8601=time.iso8601, approximate=not time.text[:1].isdigit())
        return None

    def _clause_end(self, view: View, frame: Frame) -> int:
        """Where the clause ends in which the cue is yet to come: how long the rest lasts is told of another ("Trước khi
        gặp ông A, ông họp hai tiếng với ông B")."""
        ahead = any(view.tokens[at].value("occasion") == "planned" for at in range(max(0, frame.cue - 2), frame.cue))
        end = len(view.tokens)
        return (
            next((at for at in range(frame.cue, end) if view.tokens[at].symbol in self._comma), end) if ahead else end
        )


def _is_span(token: Token) -> bool:
    """A time of several days ("ngày 30/9-5/10")."""
    time = time_of(token)
    return time is not None and "/" in (time.edtf or "")


def _in_a_time(view: View, offset: int) -> bool:
    """A weekday is no number of a series ("hôm thứ ba")."""
    return any(t.start <= offset < t.end and time_of(t) is not None for t in view.tokens)
