"""How far a commitment is: considered, expected, pledged, agreed, ordered, delivered, refused."""

import datetime
from typing import Final, Literal, cast

from readout.model.records import Quantity, Time
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import View
from readout.read.commitments.terms import Terms, in_money
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.tokens import Token

REACH: Final = 9
DONE_REACH: Final = 3
"""`đã` belongs to the deed only this near."""
# What a deed that is done has reached, by its action.
DONE: dict[str, Stage] = {
    "buy": "ordered",
    "sell": "delivered",
    "deliver": "delivered",
    "aid": "delivered",
    "lend": "delivered",
    "resume": "resumed",
    "suspend": "suspended",
    "cut-tariff": "delivered",
    "raise-tariff": "delivered",
}
BARE: dict[str, Stage] = {
    "resume": "resumed",
    "suspend": "suspended",
    "cut-tariff": "pledged",
    "raise-tariff": "pledged",
}
"""Actions that say their stage themselves."""
_CLAUSE_ENDS: Final = L.STOP + L.SEMICOLON + L.QUOTE + L.COLON + L.SUBORDINATE
STRONGER: Final = ("considered", "expected", "agreed", "pledged")
NO_STAGE: Final = ("none", "done", "announced")


def stage_of(view: View, letters: str, verb: int, action: Action, begin: int) -> Stage | None:
    """The stage that the words before the deed (it begins at `begin`) tell; None where they tell nothing.

    The nearest word counts, but `sẽ` (will) yields to what governs it ("có thể sẽ mua", "kỳ vọng Nga sẽ mua"); a
    wish of somebody else than who acts is an expectation, a wish of one's own is considered.
    """
    stage = _nearest(view, letters, begin)
    if view.tokens[verb].has("discussed"):
        return _plain(stage or "considered")
    if view.tokens[verb].has("ordered"):
        return "ordered" if stage in (None, "done") else _plain(stage)
    if view.tokens[verb].has("accomplished"):
        return DONE.get(action)
    if view.tokens[verb].has("accepted"):
        return "agreed"
    if view.tokens[verb].has("obliged"):
        return "expected"
    if stage == "done":
        return DONE.get(action)
    if stage is None:
        return BARE.get(action)
    if stage == "announced":
        return BARE.get(action, "pledged")
    return _plain(stage)


def ceased(view: View, letters: str, verb: int) -> tuple[int, Stage] | None:
    """Where the negation stands that ends what went on ("không còn mua", "sẽ không tiếp tục bán"), and how far the end
    is; None where the deed is not ended so."""
    at = verb - 1
    while at > 0 and view.tokens[at].has("continues"):
        at -= 1
    token = view.tokens[at] if at >= 0 else view.tokens[verb]
    if not (token.has("ceases") or (at < verb - 1 and token.has("negate"))):
        return None
    if token.has("report") or token.has("will-not"):
        return at, "pledged"
    return at, _plain(_nearest(view, letters, at)) or "suspended"


def _plain(stage: str | None) -> Stage | None:
    return None if stage is None or stage in NO_STAGE else cast(Stage, stage)


def _nearest(view: View, letters: str, verb: int) -> str | None:
    """The stage word that governs the deed, within its clause; "none" for what somebody asks not to be done."""
    found, found_at = None, verb
    for index in range(verb - 1, max(-1, verb - 1 - REACH), -1):
        letter = letters[index]
        if letter in _CLAUSE_ENDS or (letter == L.COMMA and index < verb - 1):
            break
        stage = _stage_at(view, letters, index, verb)
        if stage is None:
            continue
        if found is None:
            if stage == "considered" and _approved(view, index):
                return "agreed"
            found, found_at = stage, index
            denied = _denied(view.tokens[index - 1]) if index and stage in STRONGER else None
            if denied:
                return denied
        elif found == "agreed":
            return stage if _yields(letters, index, found_at, stage) else found
        elif found == "refused":
            return "none" if stage in ("expected", "none") else found
        elif found == "done" and stage == "considered":
            return "none"  # "có thể đã giao": nobody knows
        elif stage in STRONGER or stage == "none" or (stage == "refused" and found == "pledged"):
            return stage
        if found not in ("pledged", "done", "refused", "agreed"):
            return found
    return found


def _approved(view: View, index: int) -> bool:
    """The word at `index` is a proposal, and somebody approves it ("đã phê duyệt đề xuất bán")."""
    proposal = view.tokens[index].value("report") == "proposes"
    return proposal and index > 0 and view.tokens[index - 1].value("stage") in ("agreed", "passed")


def _denied(token: Token) -> Literal["refused", "none"] | None:
    """What the word right before a word of promise makes of it ("không cam kết mua", "chưa từng hứa bán", "phủ nhận
    việc sẽ mua"): who denies a promise has made none."""
    stage = token.value("stage")
    if stage == "refused":
        return "refused"
    return "none" if stage == "none" or (stage is None and (token.has("negate") or token.has("denial"))) else None


def _yields(letters: str, outer: int, at: int, stage: str) -> bool:
    """The agreement is only wished or possible ("hy vọng Nga đồng ý bán", "có thể đồng ý bán")."""
    if L.CONJUNCTION in letters[outer + 1 : at]:
        return False
    return stage in ("expected", "none") or (stage in ("considered", "refused") and outer + 1 == at)


def _stage_at(view: View, letters: str, index: int, verb: int) -> str | None:
    """What one word tells of the deed, or None where it tells of another ("sẽ dùng tiền từ việc bán")."""
    stage = view.tokens[index].value("stage") or _negation(view, index, verb)
    if stage is None and view.tokens[index].has("denial"):  # "phủ nhận tin nước này sẽ mua"
        return "none"
    if stage in ("done", "refused") and verb - index > DONE_REACH:
        return None
    if stage == "refused" and view.tokens[index].has("negate") and index < verb - 1:
        return None
    if stage == "announced":
        return stage if index == verb - 1 else None
    if stage == "passed":
        return "agreed" if index == verb - 1 else None
    if stage == "ready":  # "sẵn sàng tiếp tục bán", not "sẵn sàng tạo điều kiện cho …"
        adjacent = all(view.tokens[i].has("continues") for i in range(index + 1, verb))
        return "considered" if adjacent else None
    if stage == "planned":
        return "expected"
    of_another = any(letter in L.SPEAKERS + L.GROUP for letter in letters[index + 1 : verb])
    if stage == "demanded":
        return "expected" if of_another else "none"
    if stage == "expected" and not of_another:
        return "considered"
    if stage == "pledged" and view.tokens[index].has("future") and _other_deed(view, letters, index, verb):
        return None
    return stage


def _negation(view: View, index: int, verb: int) -> str | None:
    """What a word right before the deed tells that negates and is no stage: a promise not to do it, or inability."""
    token = view.tokens[index]
    if index != verb - 1 or not token.has("negate"):
        return None
    return "refused" if token.has("report") else "none"


def _other_deed(view: View, letters: str, index: int, verb: int) -> bool:
    """Words of another deed and a preposition stand between: `sẽ sử dụng số tiền thu được từ việc bán`."""
    between = letters[index + 1 : verb]
    return L.PREPOSITION in between and not any(letter in L.SPEAKERS for letter in between)


def simply_done(
    view: View, letters: str, terms: Terms, action: Action, quantity: Quantity | None, year: str
) -> Stage | None:
    """The stage of a deed that headlines tell without any: `Trung Quốc mua 10 lô đậu nành`, `Nga bàn giao 5 hệ thống`.

    Only of an amount right behind subject and verb, and where no time in the sentence lies before the `year` of
    publication.
    """
    verb, first = terms.first, terms.begin
    spent = view.tokens[first].has("spends")
    if quantity is None or quantity.basis == "per-period" or not first:
        return None
    if letters[first - 1] not in L.ACTOR + L.NAME + L.GROUP + L.TIME:
        return None
    paid = in_money(quantity) and not spent
    if is_past_year(view, 0, len(view.tokens), year):
        return None
    if action == "buy":
        abroad = not spent or any(names_side(token) for token in view.tokens[verb : terms.end])
        return "ordered" if abroad and not paid else None
    return cast(Stage | None, view.tokens[verb].value("headline"))


def is_past_year(view: View, first: int, end: int, year: str) -> bool:
    """A year before that of publication is named between two tokens, or a day before the year in front of it."""
    for token in view.tokens[first:end]:
        edtf = token.record.edtf or "" if isinstance(token.record, Time) else ""
        if year and edtf[:4].isdigit() and (edtf[:4] < year if len(edtf) == 4 else int(edtf[:4]) < int(year) - 1):
            return True
    return False


def is_long_ago(view: View, published: datetime.date | None) -> bool:
    """A time in the sentence lies before the month in front of that of publication."""
    if published is None:
        return False
    month = (published.replace(day=1) - datetime.timedelta(days=1)).isoformat()[: len("2026-01")]
    told = (token.record.edtf or "" for token in view.tokens if isinstance(token.record, Time))
    return any(edtf[:4].isdigit() and edtf[: len(month)] < month[: len(edtf)] for edtf in told)


def names_side(token: Token) -> bool:
    """A country, or goods that are named after theirs (`năng lượng Mỹ`)."""
    goods = token.has("commodity") and any(e.form.rsplit(" ", 1)[-1][0].isupper() for e in token.entries)
    return goods or token.has("country") or isinstance(token.record, Mention)
