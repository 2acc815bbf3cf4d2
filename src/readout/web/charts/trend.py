"""Topics through time: how often a pair's contacts touch each, month by month, and whether that rises or falls."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from readout.model.answers import LedgerContact

MONTHS = 12
FEW = 4
"""Contacts on a topic, below which one more or less says nothing."""
BAR, GAP, HEIGHT = 9.0, 3.0, 26.0


class Trend(NamedTuple):
    """One topic: its bars, its number, and the change of the later half of the months against the earlier one; None
    where a topic was raised too seldom to rise or fall."""

    topic: str
    bars: list[tuple[float, float, str, int]]
    total: int
    change: int | None


def trends(
    contacts: Sequence[LedgerContact], days: tuple[str, str] | None, top: int = 10
) -> tuple[list[str], list[Trend]]:
    """At most twelve months up to that of the newest article, or of the last contact where that is older, and the
    topics raised most in them. `days` are those of the oldest and the newest article.

    What is planned for later months would make every topic fall, and months before the ledger every topic rise.
    """
    dated = [(one, (one.time.edtf or one.first_published or "")[:7]) for one in contacts]
    dated = [(one, month) for one, month in dated if len(month) == 7 and month[5:].isdigit() and month[5:] <= "12"]
    first, today = (days[0][:7], days[1][:7]) if days else ("", "9999")
    dated = [(one, month) for one, month in dated if month <= today]
    if not dated:
        return [], []
    months = _months(first, today, max(month for _, month in dated))
    counts = Counter((topic, month) for one, month in dated if month in months for topic in one.topics)
    totals = Counter({topic: 0 for topic, _ in counts})
    for (topic, _), number in counts.items():
        totals[topic] += number
    highest = max(counts.values(), default=1)
    return months, [
        _trend(topic, total, months, counts, highest)
        for topic, total in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))[:top]
    ]


def _trend(topic: str, total: int, months: list[str], counts: Counter[tuple[str, str]], highest: int) -> Trend:
    numbers = [counts[topic, month] for month in months]
    bars = [
        (number * (BAR + GAP), round(HEIGHT * value / highest, 1), month, value)
        for number, (month, value) in enumerate(zip(months, numbers, strict=True))
    ]
    half = len(months) // 2
    change = sum(numbers[-half:]) - sum(numbers[:half]) if half else 0
    return Trend(topic, bars, total, change if total >= FEW else None)


def _months(first: str, today: str, last: str) -> list[str]:
    """Up to `today` where the last contact is not a year older; from `first` where there are contacts since."""
    whole = _months_to(today) if today < "9999" else []
    months = whole if last in whole else _months_to(last)
    return [month for month in months if month >= first] or months


def _months_to(last: str) -> list[str]:
    number = int(last[:4]) * 12 + int(last[5:]) - 1
    return [f"{one // 12:04d}-{one % 12 + 1:02d}" for one in range(number - MONTHS + 1, number + 1)]
