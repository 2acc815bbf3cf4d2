"""What the rules of amounts mean: the `means` of the rule file, read from the words of its slots."""

from collections.abc import Callable, Mapping
from typing import Final

from readout.model.vocabulary import Comparator
from readout.read.amounts.words import AmountGrammar, Value

Slots = Mapping[str, str]


def _signed(slots: Slots, value: float) -> float:
    return -value if "number-sign" in slots or "minus-word" in slots else value


def _with_unit(
    value: float, unit: str | None, comparator: Comparator, known: AmountGrammar, high: float | None = None
) -> Value:
    money = unit is not None and known.kinds.get(unit) == "money"
    return Value(value, high, comparator, unit, unit if money else None)


def amount(slots: Slots, known: AmountGrammar) -> Value | None:
    """A number with its unit or sign of money; a single thing in words ("một người") is a person, not an amount."""
    value = known.number(slots["number"])
    unit = known.unit(slots.get("unit", slots.get("money-sign")))
    if value is None or (value == 0 and not slots["number"][0].isdigit()):
        return None
    if unit is None and "unit" in slots:
        return None
    if unit is None and "open-end" in slots and not _counts(slots["number"], value):
        return None
    if value == 1 and not slots["number"][0].isdigit() and known.kinds.get(unit or "") == "count":
        return None
    return _with_unit(_signed(slots, value), unit, known.comparator(slots), known)


def _counts(words: str, value: float) -> bool:
    """Is a number without unit an amount: two figures, or words that say ten and above, or a decimal?"""
    written = sum(char.isdigit() for char in words)
    return written >= 2 or (written != len(words.strip()) and (abs(value) >= 10 or not value.is_integer()))


def bare(slots: Slots, known: AmountGrammar) -> Value | None:
    """A number without unit; four figures alone are rather a year."""
    words = slots["number"]
    value = known.number(words)
    if value is None or not _counts(words, value):
        return None
    if words.isdecimal() and len(words) == 4 and 1500 <= value <= 2199 and "comparator" not in slots:
        return None
    return Value(_signed(slots, value), None, known.comparator(slots))


def span(slots: Slots, known: AmountGrammar) -> Value | None:
    """From one number to another; the first shares the magnitude and the unit of the second ("5-7 triệu tấn")."""
    low, high = known.number(slots["number"]), known.number(slots["number:2"])
    first = known.unit(slots.get("unit", slots.get("money-sign")))
    unit = known.unit(slots.get("unit:2", slots.get("money-sign:2"))) or first
    if low is None or high is None or (first and unit != first):
        return None
    if unit is None and not (_counts(slots["number"], low) and _counts(slots["number:2"], high)):
        return None
    if unit is None and "comparator" not in slots and slots["number"].isdigit() and slots["number:2"].isdigit():
        return None
    factor = _magnitude(slots["number:2"], high, known)
    if not first and low * factor <= high and _magnitude(slots["number"], low, known) == 1:
        low *= factor
    return _with_unit(low, unit, "range", known, high) if low < high else None


def _magnitude(words: str, value: float, known: AmountGrammar) -> float:
    """The factor that the words after the figures say: a million for "7 triệu"."""
    head = words.replace("-", " ").split()[0]
    base = known.number(head)
    return value / base if base and " " in words.strip() else 1


def fraction(slots: Slots, known: AmountGrammar) -> Value | None:
    """A share: two thirds, 23 1/5."""
    if "denominator" in slots:
        whole = float(slots.get("whole", "0"))
        top, bottom = float(slots["numerator"]), float(slots["denominator"])
    else:
        whole, top, bottom = 0.0, known.number(slots["number"]) or 0.0, known.number(slots["number:2"]) or 0.0
    if not bottom or not top:
        return None
    value = _signed(slots, whole + top / bottom)
    return _with_unit(value, known.unit(slots.get("unit")), known.comparator(slots), known)


def cents(slots: Slots, known: AmountGrammar) -> Value | None:
    """A sum of money and its hundredths."""
    value, small = known.number(slots["number"]), known.number(slots["number:2"])
    unit = known.unit(slots["unit"])
    if value is None or small is None or small >= 100 or known.kinds.get(unit or "") != "money":
        return None
    return _with_unit(value + small / 100, unit, known.comparator(slots), known)


def nothing(slots: Slots, known: AmountGrammar) -> Value | None:
    """Words that look like an amount and are none ("hai nước": both countries)."""
    del slots, known
    return None


READERS: Final[dict[str, Callable[[Slots, AmountGrammar], Value | None]]] = {
    "amount": amount,
    "bare": bare,
    "range": span,
    "fraction": fraction,
    "cents": cents,
    "nothing": nothing,
}
