"""The part of the day that the words of a time begin with."""

from functools import cache

from readout.knowledge.tables import columns, languages


def day_part_of(words: str | None) -> str | None:
    """`evening` of "Tối cùng ngày", as the tables of the languages call it; None where the words begin otherwise."""
    spoken = f"{(words or '').lower()} "
    return next((part for opening, part in _forms() if spoken.startswith(opening)), None)


@cache
def _forms() -> list[tuple[str, str]]:
    """How a time of a part of the day begins, and that part; the longest first."""
    rows = [row for one in languages() for row in columns(f"{one}/time_words.tsv", "slot", "form", "value")]
    return sorted(
        ((f"{form} ", part) for slot, form, part in rows if slot == "part-of-day"), key=lambda row: -len(row[0])
    )
