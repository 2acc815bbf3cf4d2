"""How much, of what, by when: the words behind the verb of a commitment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from msgspec import structs

from readout.knowledge import Knowledge
from readout.model.records import Amount, Quantity, Time, TradeObject
from readout.model.vocabulary import QuantityBasis
from readout.read.analysis import View
from readout.read.statements import letters as L

REACH: Final = 16
"""How many tokens behind the verb may belong to it."""
TARIFF: Final = ("cut-tariff", "raise-tariff")
GIVEN: Final = ("aid", "humanitarian aid", "military aid", "financial aid", "loans")
"""Names of aid itself, which say nothing of what is given."""
SOURCE_REACH: Final = 6
"""How many tokens may tell where money comes from, before what it is for."""
NEXT_DEED: Final = 6
"""How many tokens behind `và` the next deed may stand."""
BEHIND_UNIT: Final = 30
"""How many characters behind an amount may belong to the name of the goods that it counts."""
NO_GOODS: Final = ("troops",)
NO_MEASURE: Final = (
    "people", "troops", "bodies", "households", "companies", "countries", "times", "second", "minute", "hour", "day",
    "week", "month", "year", "km", "metre",
)  # fmt: skip
COUNTED: Final = "items"
"""The unit of a bare number before goods ("mua 18 và thuê 22 động cơ")."""
CROPS: Final = ("soybeans", "agriculture")
"""Topics of the goods that have a season."""
COUNTS: Final = {"barrel": "oil"}
"""Goods that a unit names without saying so."""
_EACH: Final = re.compile(r"/(?:năm|tháng|quý|ngày)\b")


@dataclass(slots=True, init=False)
class Terms:
    """What a verb governs: its objects and amounts by token index, and where its words begin and end; `spent` is the
    word before money that stands in front of the verb. Never changed."""

    first: int
    end: int
    objects: tuple[int, ...]
    amounts: tuple[int, ...]
    spent: int | None

    def __init__(  # written out because the compiler makes it faster than the generated one
        self, first: int, end: int, objects: tuple[int, ...], amounts: tuple[int, ...], spent: int | None = None
    ) -> None:
        self.first, self.end, self.objects, self.amounts, self.spent = first, end, objects, amounts, spent

    @property
    def begin(self) -> int:
        """Where its words begin: before the verb where the money stands there ("chi 3 tỉ USD mua")."""
        return self.first if self.spent is None else self.spent


def terms_of(view: View, letters: str, verb: int, cues: frozenset[str]) -> Terms:
    """The commodities and amounts behind the verb at `verb`, up to the next deed, clause or sentence."""
    end = verb + 1
    objects: list[int] = []
    amounts: list[int] = []
    while end < min(len(letters), verb + REACH) and not _ends(view, letters, verb, end, cues):
        token = view.tokens[end]
        goods = token.value("commodity")
        if goods and goods not in NO_GOODS and not _attribute(view, letters, verb, end):
            if not (objects and objects[-1] == end - 1):  # "động cơ máy bay Boeing 787" is one thing
                objects.append(end)
        elif token.record is not None and _counts_something(view, end):
            amounts.append(end)
        end += 1
    money = _money_before(view, verb)
    if money is None or any(_paid(view.tokens[at].record) for at in amounts):
        return Terms(verb, end, tuple(objects), tuple(amounts))
    return Terms(verb, end, tuple(objects), (*amounts, money), money - 1)


def parts_of(letters: str, terms: Terms) -> list[Terms]:
    """The terms; in two parts where goods without an amount are listed before those that it counts ("mua dầu và 25
    triệu tấn đậu nành")."""
    at = terms.amounts[0] if terms.amounts else terms.first
    bare = tuple(i for i in terms.objects if i < at)
    counted = tuple(i for i in terms.objects if i > at)
    if not (bare and counted) or letters[at - 1] not in L.CONJUNCTION + L.COMMA:
        return [terms]
    return [replace(terms, objects=bare, amounts=(), end=at - 1), replace(terms, objects=counted, first=at)]


def _attribute(view: View, letters: str, verb: int, at: int) -> bool:
    """The goods only tell what kind of firm, price or ticket is spoken of ("cổ phần của tập đoàn dầu khí"); a tariff is
    put on goods with a preposition ("áp thuế 200% với rượu vang")."""
    if view.tokens[at - 1].has("attributed"):
        return True
    return letters[at - 1] in L.PREPOSITION + L.WITH and view.tokens[verb].value("trade") not in TARIFF


def _money_before(view: View, verb: int) -> int | None:
    """The money before the verb: `hợp đồng trị giá 650 triệu USD mua …`, `dùng 3 tỉ USD từ quỹ chung để mua …`."""
    aimed = verb > 0 and view.tokens[verb - 1].has("in-order")
    last = verb - 2 if aimed else verb - 1
    for at in range(last, max(0, last - SOURCE_REACH if aimed else last - 1), -1):
        before = view.tokens[at - 1]
        if _paid(view.tokens[at].record) and (before.has("spends") or (at == last and before.has("worth"))):
            return at
    return None


def _paid(record: object) -> bool:
    return isinstance(record, Amount) and record.currency is not None


def _ends(view: View, letters: str, verb: int, at: int, cues: frozenset[str]) -> bool:
    """The words of the deed end at a further deed, a further clause or a further subject."""
    letter, token = letters[at], view.tokens[at]
    if letter in L.STOP + L.SEMICOLON + L.SAY + L.CITE + L.COLON + L.SUBORDINATE:
        return True
    if token.symbol in cues:
        noun = token.value("commodity") in GIVEN and isinstance(view.tokens[at - 1].record, Amount)
        return not noun and not view.tokens[verb].has("raising")  # "góp 2 tỉ USD viện trợ nhân đạo"
    if token.has("aftermath") or (token.has("part-of") and any_amount(view, verb, at)):
        return True
    if letter == L.COMMA:
        return view.tokens[verb].has("raising") or not _lists_on(view, letters, at)
    if letter != L.CONJUNCTION:
        return False
    goes_on = at + 1 < len(letters) and view.tokens[at + 1].has("also")  # "và cũng hợp tác …"
    return goes_on or _new_subject(view, letters, at) or _new_deed(view, at)


def any_amount(view: View, first: int, end: int) -> bool:
    """An amount stands between two tokens: behind it "in part …" tells of less than the whole."""
    return any(measured(token.record) for token in view.tokens[first:end])


def _new_subject(view: View, letters: str, at: int) -> bool:
    """Behind `và` another side acts ("… và Đài Loan sẽ nhận thêm")."""
    if letters[at + 1 : at + 2] not in (L.ACTOR, L.PRONOUN):
        return False
    return any(view.tokens[i].has("stage") for i in range(at + 2, min(at + 4, len(letters))))


def _new_deed(view: View, at: int) -> bool:
    """Behind `và` the same side does something else, as its own words of stage tell ("… và tháng sau sẽ giao")."""
    staged = False
    for token in view.tokens[at + 1 : at + 1 + NEXT_DEED]:
        if token.has("trade"):
            return staged
        staged = staged or token.has("stage")
    return False


def measured(record: object) -> bool:
    """An amount that counts goods, money or a rate."""
    return isinstance(record, Amount) and measures(record)


def _lists_on(view: View, letters: str, comma: int) -> bool:
    if comma + 1 >= len(view.tokens):
        return False
    near = view.tokens[comma + 1 : comma + 3]
    return any(t.has("commodity") or isinstance(t.record, Amount) for t in near) or letters[comma + 1] in (
        L.TIME,
        L.PREPOSITION,
    )


def measures(amount: Amount) -> bool:
    """The amount counts goods, money or a rate, not people, spans of time or distances."""
    return amount.unit is not None and amount.unit not in NO_MEASURE


def _counts_something(view: View, at: int) -> bool:
    """The token is an amount that counts goods, money or a rate, or a bare number before its goods."""
    record = view.tokens[at].record
    return isinstance(record, Amount) and (measures(record) or _counts(view, at))


def _counts(view: View, at: int) -> bool:
    """A bare number that counts the goods named a few words behind it."""
    record = view.tokens[at].record
    return (
        isinstance(record, Amount)
        and record.unit is None
        and any(t.has("commodity") or measured(t.record) for t in view.tokens[at + 1 : at + 5])
    )


def quantity_of(text: str, view: View, amounts: Sequence[int], first: int, end: int) -> Quantity | None:
    """The quantity: goods before money before a rate; of rates the one that the words lead to."""
    found = [(index, amount) for index in amounts if isinstance(amount := view.tokens[index].record, Amount)]
    if not found:
        return None
    index, best = min(found, key=lambda pair: (pair[1].unit == "percent", pair[1].currency is not None))
    if best.unit == "percent":
        index, best = found[-1]
    counted = next((a.unit for _, a in found if a.unit and not a.currency and a.unit != "percent"), COUNTED)
    stop = next((i for i in amounts if i > index and _same_measure(view, index, i)), end)
    return as_quantity(best, best.currency or best.unit or counted, _basis(text, view, first, stop))


def no_rate(text: str, view: View, terms: Terms) -> Quantity | None:
    """A tariff that falls to nothing, told without its unit ("giảm thuế … xuống mức 0"), or None."""
    if view.tokens[terms.first].value("trade") not in TARIFF:
        return None
    for at in range(terms.first + 2, min(terms.end + 2, len(view.tokens))):
        token = view.tokens[at]
        if text[token.start : token.end] == "0" and view.tokens[at - 1].has("to-rate"):
            return Quantity(value=0, unit="percent", comparator="=", basis="total")
    return None


def as_quantity(amount: Amount, unit: str | None, basis: QuantityBasis = "total") -> Quantity:
    """An amount as the quantity of a commitment."""
    return Quantity(
        value=amount.value,
        unit=unit,
        comparator=amount.comparator,
        high=amount.high,
        basis=basis,
        nearly=amount.nearly,
    )


def in_money(quantity: Quantity | None) -> bool:
    """Counted in a currency (ISO 4217), not in goods."""
    unit = quantity.unit if quantity else None
    return unit is not None and len(unit) == len("USD") and unit.isupper()


def further_amounts(view: View, letters: str, terms: Terms) -> list[int]:
    """Amounts of the same goods for another time ("12 triệu tấn vụ này và 25 triệu tấn mỗi năm sau đó")."""
    if not terms.amounts:
        return []
    first = terms.amounts[0]
    return [
        at
        for at in terms.amounts[1:]
        if _same_measure(view, first, at) and letters[at - 1] in L.CONJUNCTION + L.COMMA and first < at - 1
    ]


def _same_measure(view: View, one: int, other: int) -> bool:
    a, b = view.tokens[one].record, view.tokens[other].record
    return isinstance(a, Amount) and isinstance(b, Amount) and a.unit == b.unit == "tonne"


def _basis(text: str, view: View, first: int, end: int) -> QuantityBasis:
    tokens = view.tokens[first:end]
    if any(t.has("per-period") or (isinstance(t.record, Time) and t.record.type == "SET") for t in tokens):
        return "per-period"
    if tokens and _EACH.search(text, tokens[0].start, tokens[-1].end + 1):
        return "per-period"
    if any(_more(view, first + i) for i in range(len(tokens))):
        return "additional"
    return "total"


def _more(view: View, at: int) -> bool:
    """More of the same; `thêm một năm` is a longer time."""
    token = view.tokens[at]
    if any(entry.form.endswith(" thêm") for entry in token.entries):
        return True
    following = view.tokens[at + 1].record if at + 1 < len(view.tokens) else None
    return token.has("additional") and not isinstance(following, Time)


def counted_goods(knowledge: Knowledge, quantity: Quantity | None) -> TradeObject | None:
    """What a unit counts by itself: `12 máy bay`, `50 triệu thùng`."""
    if quantity is None or quantity.unit is None:
        return None
    name = COUNTS.get(quantity.unit, quantity.unit)
    row = knowledge.commodities.get(name)
    return TradeObject(name=name, hs=row["hs"] or None) if row else None


def counted_as(knowledge: Knowledge, thing: TradeObject | None, quantity: Quantity | None) -> Quantity | None:
    """The quantity, of bare pieces ("19 chiếc", "3 lô") in what the goods are counted in."""
    if thing is None or quantity is None or quantity.unit != COUNTED:
        return quantity
    row = knowledge.commodities.get(thing.name)
    return structs.replace(quantity, unit=row["counted"]) if row and row["counted"] else quantity


def is_crop(knowledge: Knowledge, thing: TradeObject | None) -> bool:
    """Goods that have a season."""
    row = knowledge.commodities.get(thing.name) if thing else None
    return row is not None and row["topic"] in CROPS


def pact_at(view: View, verb: int) -> int | None:
    """Where the agreement stands that is signed, or None."""
    if not view.tokens[verb].has("signs"):
        return None
    return next((i for i in range(verb, min(verb + 4, len(view.tokens))) if view.tokens[i].has("pact")), None)


def measure_of(view: View, verb: int, terms: Terms) -> TradeObject | None:
    """What is no goods: the measure that is put off with the goods that it concerns (`export controls on rare earths`),
    an agreement that is to be signed, a ceasefire."""
    token, pact = view.tokens[verb], pact_at(view, verb)
    named = token.value("truce") or (view.tokens[pact].value("pact") if pact is not None else None)
    if named:
        return TradeObject(name=named)
    if not view.tokens[terms.first].has("halts"):
        return None
    names = [view.tokens[i].value("measure") for i in range(terms.first + 1, terms.end)]
    name = next((name for name in names if name), None)
    goods = [value for i in terms.objects if (value := view.tokens[i].value("commodity"))]
    return TradeObject(name=f"{name} on {goods[0]}" if goods else name) if name else None


def goods_in(knowledge: Knowledge, text: str, view: View, terms: Terms) -> TradeObject | None:
    """The goods whose first word an amount has taken for its unit: `12 hệ thống phòng không Patriot`; none where goods
    stand right behind it (`10 tàu đậu nành`).
    """
    for index in terms.amounts:
        if index + 1 in terms.objects or (terms.objects and terms.objects[0] < index):
            continue
        record, end = view.tokens[index].record, view.tokens[index].end
        if not isinstance(record, Amount) or record.currency:
            continue
        start = record.start
        for hit in knowledge.lexicon.scan(text[start : end + BEHIND_UNIT]):
            name = hit.meaning.value("commodity")
            if name and start + hit.start < end:
                row = knowledge.commodities.get(name)
                return TradeObject(name=name, hs=(row["hs"] or None) if row else None)
    return None


def objects_of(knowledge: Knowledge, view: View, indexes: Sequence[int]) -> list[TradeObject]:
    """The objects by their English names, each once."""
    found: dict[str, TradeObject] = {}
    for index in indexes:
        name = view.tokens[index].value("commodity") or ""
        row = knowledge.commodities.get(name)
        found.setdefault(name, TradeObject(name=name, hs=(row["hs"] or None) if row else None))
    return list(found.values())
