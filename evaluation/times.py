"""Score the taggers of times and amounts on phrases of other taggers' test suites.

    python evaluation/times.py ../shared/eval/times

reads `phrases.jsonl` (Duckling, chrono) and `amounts.jsonl` (Duckling, NeMo text processing) in that folder, prints the
share that is right of what is in scope, every miss, and what is out of scope with the reason. Exits 0 also where the
folder is missing, with a message.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from readout.model.records import Time
from readout.read.amounts import tag_amounts
from readout.read.amounts.numerals import figure_value, number_value
from readout.read.amounts.words import amount_grammar
from readout.read.times import tag_times

Item = dict[str, Any]


class Verdict(NamedTuple):
    """Right, wrong, or out of scope for the reason given."""

    right: bool
    found: str
    out_of_scope: str = ""


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "../shared/eval/times")
    if not folder.is_dir():
        print(f"{folder}: no such folder, times and amounts are not scored")
        return 0
    report("phrases", [(item, judge_time(item)) for item in items(folder / "phrases.jsonl")])
    report("amounts", [(item, judge_amount(item)) for item in items(folder / "amounts.jsonl")])
    return 0


def items(path: Path) -> Iterator[Item]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def report(name: str, judged: list[tuple[Item, Verdict]]) -> None:
    inside = [(item, verdict) for item, verdict in judged if not verdict.out_of_scope]
    right = sum(verdict.right for _, verdict in inside)
    for item, verdict in inside:
        if not verdict.right:
            print(f"  {name} miss: {item['text']!r} expected {item['expected']}, found {verdict.found}")
    print(f"{name}: {right} of {len(inside)} right = {right / max(1, len(inside)):.1%}")
    for reason, count in Counter(v.out_of_scope for _, v in judged if v.out_of_scope).most_common():
        print(f"  out of scope for news, {count}: {reason}")


# ---------------------------------------------------------------- times


def judge_time(item: Item) -> Verdict:
    expected, reference = item["expected"], datetime.fromisoformat(item["reference_time"]).replace(tzinfo=None)
    found = tag_times(item["text"], reference.date())
    shown = "; ".join(f"{t.text}={t.edtf or t.iso8601}" for t in found) or "nothing"
    if expected is None:
        return Verdict(not any(t.edtf for t in found), shown)
    reason = _out_of_scope(item, expected, reference)
    if reason:
        return Verdict(False, shown, reason)
    dated = [t for t in found if t.edtf]
    if not dated:
        return Verdict(False, shown)
    right = any(_agrees(t, expected) for t in dated)
    if not right and _only_forward(dated[0], expected, reference, item):
        return Verdict(False, shown, "a phrase without a sentence: the other always looks ahead, news mostly back")
    return Verdict(right, shown)


def _out_of_scope(item: Item, expected: Item, reference: datetime) -> str:
    grain = expected.get("grain")
    start = expected.get("start", {})
    if grain == "second" or ("second" in start and "bây giờ" in item["text"]):
        return "the second of speaking: a publication has no clock"
    if expected.get("kind") == "interval" and grain in ("hour", "minute") and re.match(r"\d", item["text"]):
        return "hours and minutes counted from the second of speaking"
    if re.search(r"[A-Z]{3}$", item["text"]):
        return "conversion of a clock time to the zone of the reader"
    if item["text"].startswith("t7"):
        return "an abbreviation of chats"
    if re.search(r"\btrong \d+ tuần\b", item["text"]):
        return "a length of time in news, not a date"
    value = expected.get("value")
    if start.get("day", reference.day) != reference.day and re.fullmatch(r"\d+ giờ sáng", item["text"]):
        return "the half of the day is told by the clock of the reader"
    if grain in ("hour", "minute") and value and not re.search(r"ngày|mai|nay", item["text"]):
        instant = datetime.fromisoformat(value)
        spoken = re.search(r"sáng|chiều|tối|trưa|đêm|:\d\d|\dh", item["text"])
        if instant.date() != reference.date() or (not spoken and instant.hour >= 12):
            return "the half of the day is told by the clock of the reader"
    return ""


def _only_forward(found: Time, expected: Item, reference: datetime, item: Item) -> bool:
    """Is ours the last such day or month, where the other tagger always takes the next?"""
    begin, _ = _bounds(found.edtf or "")
    if begin is None or "năm" in item["text"] or not begin < reference:
        return False
    if expected.get("value") or expected.get("from"):
        other = datetime.fromisoformat(expected.get("value") or expected["from"][:10])
    else:
        start = expected.get("start", {})
        if "year" not in start:
            return False
        other = datetime(start["year"], start.get("month", begin.month), start.get("day", begin.day))
    same_day = (other.month, other.day) == (begin.month, begin.day)
    return other > reference and (same_day or (other - begin).days == 7 or other - begin == timedelta(days=7))


def _agrees(found: Time, expected: Item) -> bool:
    """Does the EDTF value of `found` say what is expected, at the precision that is expected?"""
    begin, end = _bounds(found.edtf or "")
    if "kind" not in expected:
        return _agrees_with_fields(found, expected)
    if begin is None or end is None:
        return _season(found.edtf or "", expected)
    if expected["kind"] == "interval":
        low, high = (datetime.fromisoformat(expected[key]) for key in ("from", "to_exclusive"))
        if expected["grain"] == "hour":  # a part of the day: the contract keeps the day, the words keep the part
            return begin.date() == low.date()
        return (begin, end) == (low, high)
    return begin == datetime.fromisoformat(expected["value"]) and found.grain == expected["grain"]


def _season(edtf: str, expected: Item) -> bool:
    """A season agrees with an interval whose middle lies in it."""
    match = re.fullmatch(r"(\d{4})-(2[1-4])", edtf)
    if not match or expected.get("kind") != "interval":
        return False
    low, high = (datetime.fromisoformat(expected[key]) for key in ("from", "to_exclusive"))
    middle = low + (high - low) / 2
    return middle.year == int(match[1]) and (middle.month % 12) // 3 == (int(match[2]) - 21 + 1) % 4


def _agrees_with_fields(found: Time, expected: Item) -> bool:
    """chrono's tests: some fields of the start and the end, and where the expression stands."""
    begin, end = _bounds(found.edtf or "")
    start = expected.get("start", {})
    if found.grain == "day":  # a part of the day: the contract keeps the day, the words keep the part
        start = {field: value for field, value in start.items() if field not in ("hour", "meridiem")}
    if "index" in expected and found.type != "TIME" and abs(found.start - expected["index"]) > 6:
        return False
    if start.get("year", 1) < 0:
        return found.edtf == f"-{-start['year'] - 1:04}"
    if begin is None or end is None:
        return False
    last = end - timedelta(minutes=1)
    pairs = [(start, begin), (expected.get("end", {}), last)]
    exact = all(
        getattr(moment, field) == fields[field]
        for fields, moment in pairs
        for field in ("year", "month", "day", "hour", "minute")
        if field in fields
    )
    weekday = "weekday" not in start or begin.isoweekday() % 7 == start["weekday"]
    return weekday and (exact or _covers(begin, end, start, expected))


def _covers(begin: datetime, end: datetime, start: Item, expected: Item) -> bool:
    """Weeks and months counted from a day: ours is the whole week or month, the other's a day in it."""
    if "end" in expected or not {"day", "month"} <= set(start) or "hour" in start:
        return False
    moment = datetime(start.get("year", begin.year), start["month"], start["day"])
    return begin <= moment < end and (end - begin).days == 7


def _bounds(edtf: str) -> tuple[datetime | None, datetime | None]:
    """First moment, and the first moment after, of an EDTF date, date-time or interval."""
    low, _, high = edtf.partition("/")
    begin, end = _point(low)
    if high:
        _, end = _point(high)
    return begin, end


def _point(edtf: str) -> tuple[datetime | None, datetime | None]:
    if re.fullmatch(r"\d{4}", edtf):
        return datetime(int(edtf), 1, 1), datetime(int(edtf) + 1, 1, 1)
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", edtf):
        year, month = int(edtf[:4]), int(edtf[5:])
        return datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        day = datetime.combine(date.fromisoformat(edtf), datetime.min.time())
        return day, day + timedelta(days=1)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+", edtf):
        moment = datetime.fromisoformat(edtf)
        return moment, moment + timedelta(minutes=1)
    return None, None


# ---------------------------------------------------------------- amounts

_UNITS = amount_grammar("vi").units
UNITS = {"Dollar": "USD", "Pound": "GBP", "Cent": "cent"}
_OUT = {
    "telephone": "telephone numbers",
    "electronic": "addresses spelled aloud",
    "word": "words without a number",
    "roman": "Roman numerals of chapters and clauses",
    "ordinal": "ordinals: they rank, they are no amounts",
    "time": "clock times and lengths of time: read by the times tagger",
    "date": "dates: read by the times tagger",
}
_MAGNITUDES = {"triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}


def judge_amount(item: Item) -> Verdict:
    if item.get("class") in _OUT:
        return Verdict(False, "", _OUT[item["class"]])
    found = tag_amounts(item["text"])
    shown = "; ".join(f"{a.text}={a.comparator}{a.value:g}..{a.high} {a.unit}" for a in found) or "nothing"
    if "task" not in item:
        return _judge_duckling(item, found, shown)
    if item["class"] == "measure" and not found and not _known_unit(item):
        return Verdict(False, shown, "units not in the table: computers, electricity, temperature, cm and mm")
    if re.search(r"\d(tr|t)\d?\b", item["text"]) and item["task"] == "tn":
        return Verdict(False, shown, "prices as in chats: 2tr5, 10t (t is the sign of tonnes)")
    value, reason = (_itn_value if item["task"] == "itn" else _tn_value)(item)
    if reason:
        return Verdict(False, shown, reason)
    if value is None:
        return Verdict(not found, shown)
    near = any(abs(a.value - value) <= 1e-9 * max(1.0, abs(value)) for a in found)
    return Verdict(near, shown)


def _judge_duckling(item: Item, found: Any, shown: str) -> Verdict:
    expected = item["expected"]
    value, unit = expected.get("value", expected.get("from")), expected.get("unit")
    if unit is None and -10 < value < 10 and len(item["text"]) == 1:
        return Verdict(not found, shown, "a single figure alone: no amount by definition")
    if unit == "Cent" or (value != int(value) and not re.search(r"[,.]|phẩy", item["text"])):
        return Verdict(False, shown, "cents, and cents without a word for them")
    wanted = UNITS.get(unit, unit)
    comparators = {"under": ("<", "<="), "above": (">", ">="), "between": ("range",), "simple": ("=",), None: ("=",)}
    for amount in found:
        allowed = comparators[expected.get("kind")]
        if abs(amount.value - value) < 1e-9 and amount.unit == wanted and amount.comparator in allowed:
            return Verdict(expected.get("to") in (None, amount.high), shown)
    return Verdict(False, shown)


def _itn_value(item: Item) -> tuple[float | None, str]:
    """The value of the written form (English decimals, "1.2 triệu"), where it has one."""
    text = item["expected"]
    if item["class"] == "cardinal" and not re.search(r"\d", text):
        return None, "a single digit word alone: no amount by definition"
    if item["class"] == "fraction" and "phần" not in item["text"]:
        return None, "fractions as read aloud in a class of mathematics (hai trên ba, một chia tám)"
    if item["class"] == "fraction":
        top, bottom = re.findall(r"-?\d+", text)
        return int(top) / int(bottom), ""
    match = re.search(r"-?\d+(?:\.\d+)?", text)
    if not match:
        return None, ""
    words = text[match.end() :].split()
    value = float(match[0])
    for word in words:
        value *= _MAGNITUDES.get(word, 1)
    if "giây" in item["text"] or "phút" in item["text"]:
        return None, "lengths of time: read by the times tagger"
    if re.match(r"(trừ |âm )?\w+ \w+( |$)", item["text"]) and _pair(item["text"]):
        return None, "two digits read aloud without the word for ten: in print it means one or the other"
    return value, ""


_DIGITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín")


def _known_unit(item: Item) -> bool:
    """Does the text end in a form of the table of units?"""
    words = re.sub(r"[\d.,/]+", " ", item["text"]).split()
    return any(" ".join(words[at:]).lower() in _UNITS for at in range(len(words)))


def _pair(text: str) -> bool:
    words = [w for w in text.split() if w not in ("trừ", "âm")]
    return len(words) > 1 and words[0] in _DIGITS and words[1] in _DIGITS


def _tn_value(item: Item) -> tuple[float | None, str]:
    """The value of the spoken form: the same reader on words where the text has figures, and the other way round."""
    text, words = item["text"], item["expected"]
    if item["class"] == "range" and ":" in text:
        return None, "clock times and lengths of time: read by the times tagger"
    if item["class"] == "cardinal" and re.fullmatch(r"\d", text):
        return None, "a single figure alone: no amount by definition"
    if item["class"] == "money" and (figure := re.search(r"\d[\d.,]*", text)):
        return figure_value(figure[0]), ""
    if item["class"] == "fraction" or re.match(r"\d/\d", text):
        parts = [int(n) for n in re.findall(r"\d+", text)]
        value = (parts[0] if len(parts) == 3 else 0) + parts[-2] / parts[-1]
        return (-value if text.startswith("-") else value), ""
    stop = re.search(r"\b(đến)\b", words)
    longest = words[: stop.start()] if stop else words
    tokens = longest.split()
    for start in range(len(tokens)):
        for end in range(len(tokens), start, -1):
            value_ = number_value(" ".join(tokens[start:end]))
            if value_ is not None:
                return value_, ""
    return None, ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
