"""How much, of what, by when: the words behind the verb of a commitment."""

from collections.abc import Sequence
from dataclasses import dataclass

from readout.knowledge import Knowledge
from readout.model.records import Amount, Deadline, Quantity, Time, TradeObject
from readout.read.analysis import View
from readout.read.statements import letters as L

REACH = 16
"""How many tokens behind the verb may belong to it."""
NO_MEASURE = ("people", "times", "second", "minute", "hour", "day", "week", "month", "year", "km", "metre")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a verb governs: its objects and amounts by token index, and where its words end."""

    end: int
    objects: tuple[int, ...]
    amounts: tuple[int, ...]


def terms_of(view: View, letters: str, verb: int, cues: frozenset[str]) -> Terms:
    """The commodities and amounts behind the verb at `verb`, up to the next deed, clause or sentence."""
    end = verb + 1
    objects: list[int] = []
    amounts: list[int] = []
    while end < min(len(letters), verb + REACH):
        letter = letters[end]
        token = view.tokens[end]
        if letter in L.STOP + L.SEMICOLON + L.SAY + L.CITE + L.COLON:
            break
        if view.string[end] in cues and not view.tokens[verb].has("raising"):
            break
        if letter == L.SUBORDINATE or (letter == L.COMMA and (
                view.tokens[verb].has("raising") or not _lists_on(view, letters, end))):
            break
        if token.has("commodity") and letters[end - 1] not in L.PREPOSITION + L.WITH:
            objects.append(end)
        elif isinstance(token.record, Amount) and measures(token.record):
            amounts.append(end)
        end += 1
    return Terms(end, tuple(objects), tuple(amounts))


def _lists_on(view: View, letters: str, comma: int) -> bool:
    following = view.tokens[comma + 1] if comma + 1 < len(view.tokens) else None
    if following is None:
        return False
    near = view.tokens[comma + 1:comma + 3]
    return any(t.has("commodity") or isinstance(t.record, Amount) for t in near) or letters[comma + 1] in (
        L.TIME, L.PREPOSITION)


def measures(amount: Amount) -> bool:
    """The amount counts goods, money or a rate, not people, spans of time or distances."""
    return amount.unit is not None and amount.unit not in NO_MEASURE


def quantity_of(view: View, amounts: Sequence[int], first: int, end: int) -> Quantity | None:
    """The quantity: goods before money before a rate."""
    found = [view.tokens[index].record for index in amounts]
    ranked = [a for a in found if isinstance(a, Amount)]
    if not ranked:
        return None
    best = min(ranked, key=lambda a: (a.currency is not None, a.unit == "percent"))
    if best.unit == "percent":
        best = ranked[-1]
    return Quantity(value=best.value, unit=best.currency or best.unit, comparator=best.comparator, high=best.high,
                    basis=_basis(view, first, end))


def _basis(view: View, first: int, end: int):  # type: ignore[no-untyped-def]
    for token in view.tokens[first:end]:
        if token.has("per-period") or (isinstance(token.record, Time) and token.record.type == "SET"):
            return "per-period"
    for token in view.tokens[first:end]:
        if token.has("additional") or any(e.form.endswith(" thêm") for e in token.entries):
            return "additional"
    return "total"


def objects_of(knowledge: Knowledge, view: View, indexes: Sequence[int]) -> list[TradeObject]:
    """The objects by their English names, each once."""
    found: dict[str, TradeObject] = {}
    for index in indexes:
        name = view.tokens[index].value("commodity") or ""
        row = knowledge.commodities.get(name)
        found.setdefault(name, TradeObject(name=name, hs=(row["hs"] or None) if row else None))
    return list(found.values())


def times_of(view: View, first: int, end: int) -> tuple[Deadline | None, Deadline | None]:
    """(period, deadline) among the time expressions between two tokens."""
    period = deadline = None
    for index in range(first, end):
        time = view.tokens[index].record
        if not isinstance(time, Time):
            continue
        stated = Deadline(edtf=time.edtf, text=time.text)
        before = view.tokens[index - 1] if index else None
        if (before is not None and before.has("by")) or time.text.startswith(("cuối", "trước", "đến", "hết")):
            deadline = deadline or stated
        else:
            period = period or stated
    return period, deadline
