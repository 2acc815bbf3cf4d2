"""Whether a verb of trade tells of a deed: one that is done or to be done, of something or some amount."""

from collections.abc import Sequence
from typing import Final

from readout.model.records import Amount, Time
from readout.model.vocabulary import Action
from readout.read.analysis import View
from readout.read.commitments.fronted import Fronted
from readout.read.commitments.matters import MATTER
from readout.read.commitments.stage import names_side
from readout.read.commitments.terms import GIVEN, TARIFF, Terms, no_rate, pact_at
from readout.read.mentions import Mention
from readout.read.statements import letters as L

PAID: Final = ("invest", "aid", "lend")
RATES: Final = ("percent", "percentage-point")
RECEIVED: Final = ("nhận được", "nhận", "được", "sự", "bị")
"""Words before a deed of somebody else ("nhận được hỗ trợ")."""
SIGNED_BY: Final = 8
"""How many tokens from an agreement on the day may stand by which it is to be signed."""
CALLED_OFF: Final = ("hoãn", "ngừng", "dừng", "treo", "đình chỉ", "lệnh", "hạn chế", "cấm vận", "cấm")
"""Words before a deed that put it off or forbid it ("hoãn áp thuế", "gỡ bỏ hạn chế bán vũ khí")."""
GOES_OUT: Final = ("deliver", "sell")
PARTNER_REACH: Final = 9
"""How many tokens before a deed the word may stand by which two sides agree on it."""
SUPPOSED: Final = ("nếu ", "giả sử ")


def _called_off(text: str, start: int) -> bool:
    """The deed is one that is put off or forbidden ("hoãn áp thuế", "lệnh cấm nhập khẩu")."""
    return text[max(0, start - 12) : start].rstrip().endswith(CALLED_OFF)


def no_deed(text: str, view: View, letters: str, verb: int, front: Fronted | None) -> bool:
    """The verb tells of no deed: it is called off, received, foreseen by others, or only supposed."""
    token = view.tokens[verb]
    before = text[view.sentence.start : token.start].lower()
    agentless = front is not None and front.kind == "agentless"
    received = before.rstrip().endswith(RECEIVED) and not view.tokens[verb - 1].has("stage")  # not "chấp nhận mua"
    if _called_off(text, token.start) or (received and not agentless):
        return True
    if _foreseen(view, letters, verb) or _between_partners(text, view, letters, verb):
        return True
    if (
        token.has("flow")
        and verb
        and not (view.tokens[verb - 1].has("stage") or letters[verb - 1] in L.ACTOR + L.GROUP + L.TIME + L.NAME)
    ):
        return True
    comma = letters.rfind(L.COMMA, 0, verb)
    clause = text[view.tokens[comma + 1].start : token.start].lower()
    return any(word in clause for word in SUPPOSED)


def _foreseen(view: View, letters: str, verb: int) -> bool:
    """Somebody foresees the deed ("dự báo Trung Quốc sẽ nhập khẩu 100 triệu tấn"); an estimate of what was done is
    told like any number."""
    for at in range(verb - 1, -1, -1):
        token = view.tokens[at]
        if token.has("forecast"):
            return True
        if letters[at] in L.CUES + L.STOP + L.SEMICOLON + L.QUOTE or token.value("stage") == "done":
            return False
    return False


def _between_partners(text: str, view: View, letters: str, verb: int) -> bool:
    """Two sides agree on a delivery or a sale, and nothing tells which of them makes it ("đạt thỏa thuận với Đức về
    việc chuyển giao tên lửa")."""
    before = view.tokens[verb - 1]
    if view.tokens[verb].value("trade") not in GOES_OUT or not text.endswith(MATTER, 0, before.end):
        return False
    for at in range(verb - 2, max(0, verb - PARTNER_REACH), -1):
        if letters[at] in L.CUES + L.STOP + L.COMMA + L.QUOTE:
            return False
        if letters[at] == L.WITH:
            return view.tokens[at - 1].value("stage") == "agreed"
    return False


def is_deed(text: str, view: View, verb: int, action: Action, terms: Terms) -> bool:
    """A deed has something or some amount that fits its action; without either it is talk."""
    token = view.tokens[verb]
    if token.has("truce"):
        return _consented(view, verb) and not text[token.end :].lstrip(" ").lower().startswith(SUPPOSED)
    if token.has("signs"):
        return _to_be_signed(view, verb)
    amounts = [a for a in (view.tokens[i].record for i in terms.amounts) if isinstance(a, Amount)]
    if token.has("near") and not (_in_front(terms, verb) or _hands_over(view, terms, amounts)):
        return False
    if token.has("halts"):
        return any(t.has("measure") for t in view.tokens[terms.first + 1 : terms.end])
    rated = any(a.unit in RATES for a in amounts)
    if token.has("drops"):
        return rated and any(t.has("tariff-noun") for t in view.tokens[terms.first + 1 : terms.end])
    if token.has("again"):
        return terms.objects[:1] == (terms.first + 1,)
    if token.has("closes"):
        return bool(terms.objects) and bool(terms.amounts)
    if token.has("counted"):
        return bool(terms.objects and terms.amounts and terms.amounts[0] == terms.first + 1)
    if token.has("tariff"):
        return rated or any(names_side(view.tokens[i]) for i in range(terms.first + 1, terms.end))
    if action in TARIFF:
        return rated or no_rate(text, view, terms) is not None
    if action in PAID:
        paid = any(a.currency for a in amounts) and not (action == "aid" and _costs(view, terms))
        return paid or (token.has("in-kind") and _in_kind(view, terms, amounts))
    return bool(terms.objects) or any(a.unit not in RATES for a in amounts)


def _consented(view: View, verb: int) -> bool:
    """Somebody agrees to stop fighting ("đồng ý thực hiện lệnh ngừng bắn")."""
    at = verb - 1
    while at > 0 and (view.tokens[at].has("truce-lead") or view.tokens[at].has("filler")):
        at -= 1
    return at >= 0 and view.tokens[at].has("consents")


def _to_be_signed(view: View, verb: int) -> bool:
    """An agreement follows with a day or a time by which it is to be signed."""
    pact = pact_at(view, verb)
    return pact is not None and any(isinstance(t.record, Time) for t in view.tokens[pact : pact + SIGNED_BY])


def _in_front(terms: Terms, verb: int) -> bool:
    """The goods stand in front of the verb ("Lô xe tăng sẽ được chuyển …")."""
    return terms.first < verb and bool(terms.objects)


def _hands_over(view: View, terms: Terms, amounts: Sequence[Amount]) -> bool:
    """Goods or a number of them follow the verb at once, with at most one word or the receiver between."""
    goods = [*terms.objects[:1], *terms.amounts[:1]]
    if not goods or any(amount.currency for amount in amounts[:1]):
        return False
    between = view.tokens[terms.first + 1 : min(goods)]
    return all(t.has("filler") or t.has("additional") or isinstance(t.record, Mention) for t in between)


def _costs(view: View, terms: Terms) -> bool:
    """The amount is what the thing costs that is helped with, not the help ("hỗ trợ xây bức tường 80 tỉ USD")."""
    first = terms.amounts[0] if terms.amounts else terms.first
    return any(view.tokens[i].has("purpose") for i in range(terms.first + 1, first))


def _in_kind(view: View, terms: Terms, amounts: Sequence[Amount]) -> bool:
    """Aid in goods (arms, rice, boats) that are counted or for somebody named; what only has a worth is a matter of
    money."""
    if any(isinstance(t.record, Mention) and t.record.kind == "person" for t in view.tokens[terms.first : terms.end]):
        return False  # a present to somebody
    named = any(view.actors.get(i) or isinstance(view.tokens[i].record, Mention) for i in range(terms.first, terms.end))
    counted = terms.amounts[:1] == (terms.first + 1,) and not any(amount.currency for amount in amounts)
    return (named or counted) and any(view.tokens[i].value("commodity") not in GIVEN for i in terms.objects)
