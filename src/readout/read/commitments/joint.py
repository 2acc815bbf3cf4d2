"""Targets that two sides set for their trade: "hai bên nhất trí nâng kim ngạch lên 10 tỷ USD vào năm 2030"."""

from functools import cache
from typing import Final

from readout.model.records import Amount, Party, TradeObject
from readout.model.vocabulary import Stage
from readout.read.analysis import Analysis, View, grammar
from readout.read.commitments.drafts import Drafts
from readout.read.commitments.terms import quantity_of
from readout.read.statements import letters as L
from readout.read.statements.subject import behind_preposition

RULE: Final = "vi.commitment.joint-target"
TRADE: Final = ("trade", "bilateral trade")
THING: Final = TradeObject(name="bilateral trade")
GOAL_REACH: Final = 7
"""How many tokens before the trade its goal may stand ("nhất trí phấn đấu sớm đưa kim ngạch")."""
SIDES_REACH: Final = 20
"""How many tokens before the goal those may stand whose goal it is."""
NAMED_REACH: Final = 4
"""How many tokens before the goal two named sides may stand."""
AMOUNT_REACH: Final = 8
"""How many tokens behind the trade the amount may stand."""
PASSED: Final = ("reached", "goal-passed", "negate")
WISHED: Final = ("expected", "demanded", "considered", "refused", "none")
_STOPS: Final = L.STOP + L.SEMICOLON + L.COLON + L.OPEN + L.CLOSE


@cache
def figure_cues(language: str) -> frozenset[str]:
    """The symbols of the words without which a sentence sets no target."""
    return grammar(language).symbols.set_of("figure")


class Joint:
    """Reads the targets of trade; only where both sides set them, not where one wishes them."""

    def __init__(self, analysis: Analysis, drafts: Drafts) -> None:
        self._text = analysis.text
        self._language = analysis.knowledge.language
        self._cues = figure_cues(self._language)
        self._drafts = drafts

    def sentence(self, view: View) -> None:
        """Read one sentence; what it commits goes to the drafts."""
        if self._cues.isdisjoint(view.present):
            return
        letters = L.letters_of(view, self._language)
        for at, token in enumerate(view.tokens):
            if token.value("figure") in TRADE:
                self._target(view, letters, at)

    def _target(self, view: View, letters: str, at: int) -> None:
        amount = _amount(view, letters, at)
        goal = None if amount is None else _goal(view, letters, at, amount)
        if amount is None or goal is None:
            return
        sides, stage = self._sides(view, letters, goal, at), _stage(view, letters, goal)
        if len(sides) != 2 or stage is None:
            return
        end = min(amount + 1, len(view.tokens))
        quantity = quantity_of(self._text, view, [amount], amount, min(end + 3, len(view.tokens)))
        one, other = (Party(country=side) for side in sides)
        claimed = self._drafts.claim(view.tokens[amount].start)
        known = len(self._drafts.found)
        first = min(goal, at)
        self._drafts.add(view, (first, end), one, other, "other", THING, quantity, stage, claimed, RULE)
        self._drafts.due(known)
        self._drafts.drop_repeated(known)

    def _sides(self, view: View, letters: str, goal: int, at: int) -> list[str]:
        """The two whose goal it is: the nearest before it in its clause that names two, else the two whose trade it
        is. "The two sides" are those of a contact."""
        for index in [*range(goal - 1, max(-1, goal - 1 - SIDES_REACH), -1), *range(at, min(at + 4, len(letters)))]:
            if index < goal and letters[index] in _STOPS:
                break
            if index < goal and behind_preposition(letters, index, 0):
                continue
            found = list(dict.fromkeys(a.country for a in view.actors.get(index, ()) if a.country))
            far = index < goal - NAMED_REACH and letters[index] != L.PAIR  # "Hiệp định thương mại Anh - Ấn Độ …"
            if len(found) == 2 and not far:
                return found if letters[index] != L.PAIR or self._drafts.have_met(found) else []
            if found and index < goal and letters[index] == L.ACTOR:
                return []
        return []


def _amount(view: View, letters: str, at: int) -> int | None:
    """The first money behind the trade, in its clause; not the one that it is to rise from ("từ 4 tỷ USD lên …")."""
    for index in range(at + 1, min(at + 1 + AMOUNT_REACH, len(view.tokens))):
        record = view.tokens[index].record
        if letters[index] in _STOPS:
            return None
        if isinstance(record, Amount) and not any(t.has("since") for t in view.tokens[index - 2 : index]):
            return index if record.currency else None
    return None


def _goal(view: View, letters: str, at: int, amount: int) -> int | None:
    """The word that makes the amount a goal, before the trade or right before the amount; None where it is reached."""
    before = range(at - 1, max(-1, at - 1 - GOAL_REACH), -1)
    stop = next((i for i in before if letters[i] in _STOPS + L.SPEAKERS), -1)
    goals = [i for i in before if i > stop and view.tokens[i].has("goal")]
    goals = goals or [i for i in range(max(at + 1, amount - 3), amount) if view.tokens[i].has("goal")]
    if not goals:
        return None
    near = view.tokens[max(0, min(goals) - 3) : amount]
    done = any(t.value("stage") == "done" or any(t.has(cls) for cls in PASSED) for t in near)
    return None if done else min(goals)


def _stage(view: View, letters: str, goal: int) -> Stage | None:
    """Agreed where the two agree on it, else pledged; None where somebody only wishes or proposes it."""
    for index in range(goal, -1, -1):
        if letters[index] in _STOPS or (letters[index] == L.COMMA and index < goal - 1):
            break
        stage = view.tokens[index].value("stage")
        if stage in WISHED:
            return None
        if stage == "agreed":
            return "agreed"
    return "pledged"
