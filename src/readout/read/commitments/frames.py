"""Commitments that no verb with its subject tells: what the other side expects, what is told again as a target."""

import re
from functools import cache
from typing import Final, cast

from readout.knowledge.tables import rules
from readout.model.records import Amount, Commitment, Party, TradeObject
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import Analysis, View, grammar
from readout.read.commitments.deeds import RATES
from readout.read.commitments.drafts import MEASURED, Drafts
from readout.read.commitments.parties import countries_at
from readout.read.commitments.terms import as_quantity, objects_of, quantity_of
from readout.read.mentions import Mention
from readout.read.prefilter import Prefilter
from readout.read.statements.naming import institution_name
from readout.read.symbols import TokenPattern

CUES: Final = {
    "vi.commitment.expected-amount": ("expect",),
    "vi.commitment.agreement": ("conclude",),
    "vi.commitment.target": ("target",),
    "vi.commitment.hoped-amount": ("expect",),
    "vi.commitment.said-amount": ("say",),
    "vi.commitment.vowed-money": ("vows",),
    "vi.commitment.tariff-falls": ("falls",),
    "vi.commitment.deadline-moved": ("moves",),
    "vi.commitment.deadline-told": ("by",),
}
"""The words without which a frame is not there."""
DEADLINES: Final = ("vi.commitment.deadline-moved", "vi.commitment.deadline-told")
PHYSICAL: Final = ("buy", "sell", "deliver")
Match = re.Match[str]

ENDS: Final = (".", ";")
BY: Final = "do"
"""Behind a noun it tells who made it."""
REACHED: Final = 4
"""How many tokens behind an amount may tell that it was reached."""
SETTER: Final = 6
"""How many tokens before its verb who sets a target may stand."""
GETTER: Final = 9
"""How many tokens behind money may tell who gets it."""
SPOKEN_OF: Final = 600
"""How many characters before a deadline its target may stand."""
RECENT: Final = 16
"""Commitments read last; one read before them lies in an earlier sentence."""


@cache
def _frames(language: str) -> tuple[list[tuple[str, TokenPattern, frozenset[str]]], Prefilter]:
    """For each rule its pattern and the symbols of which a sentence must hold one; and which can match at all."""
    symbols = grammar(language).symbols
    every = rules(f"{language}/rules/commitments.toml")
    patterns = [rule["pattern"] for rule in every]
    named = [(rule["id"], symbols.pattern(rule["pattern"]), symbols.set_of(*CUES[rule["id"]])) for rule in every]
    return named, Prefilter(symbols, patterns)


class Frames:
    """Reads the frames of the rule file."""

    def __init__(self, analysis: Analysis, drafts: Drafts) -> None:
        self._analysis = analysis
        self._frames, self._prefilter = _frames(analysis.knowledge.language)
        self._drafts = drafts
        self._waiting: list[tuple[View, Match, str]] = []

    def sentence(self, view: View) -> None:
        """Read one sentence; what it commits goes to the drafts."""
        if self._prefilter.cues.isdisjoint(view.present):
            return
        for index in self._prefilter.possible(view.string):
            rule, pattern, cues = self._frames[index]
            if cues.isdisjoint(view.present):
                continue
            for match in pattern.regex.finditer(view.string):
                self._read(view, match, rule)

    def _read(self, view: View, match: Match, rule: str) -> None:
        if rule == "vi.commitment.expected-amount":
            self._expected(view, match, rule)
        elif rule == "vi.commitment.agreement":
            self._agreement(view, match, rule)
        elif rule == "vi.commitment.tariff-falls":
            self._tariff_falls(view, match, rule)
        elif rule == "vi.commitment.vowed-money":
            self._vowed(view, match, rule)
        elif rule in DEADLINES:
            self._deadline(view, match, rule)
        else:
            self._target(view, match, rule)

    def retold(self) -> None:
        """Targets told ahead of the deed that they take up."""
        waiting, self._waiting = self._waiting, []
        for view, match, rule in waiting:
            self._target(view, match, rule)

    def _expected(self, view: View, match: Match, rule: str) -> None:
        """An amount that the other side expects, of the thing that the sentence committed before."""
        amount = view.tokens[match.start("quantity")].record
        actors = view.actors.get(match.start("claimer")) or []
        before = self._drafts.before(view)
        if before is None or not actors or not isinstance(amount, Amount):
            return
        quantity = as_quantity(amount, amount.currency or amount.unit)
        claimed_by = self._party_at(view, match.start("claimer"))
        action: Action = "buy" if before.action in PHYSICAL else before.action
        self._drafts.add(
            view,
            (match.start(), match.end() + 3),
            before.committer,
            before.counterparty or Party(country=actors[0].country),
            action,
            before.object,
            quantity,
            "expected",
            None,
            rule,
            claimed_by,
        )

    def _target(self, view: View, match: Match, rule: str) -> None:
        """An amount told again as a target, or as measured, of what the article spoke of."""
        at = match.start("quantity")
        amount = view.tokens[at].record
        if not isinstance(amount, Amount):
            return
        known = self._drafts.counted_in(amount.unit)
        if known is None:
            self._waiting.append((view, match, rule))
            return
        if not self._may_be_target(amount, view.tokens[at].start):
            return
        first = max(i for i in range(match.start(), at) if i == match.start() or view.tokens[i].has("target"))
        stage = self._stage(view, first, at, known)
        setter = self._set_by(view, first)
        for amount_at, end in _listed(self._analysis.text, view, at):
            quantity = quantity_of(self._analysis.text, view, [amount_at], first, min(end + 5, len(view.tokens)))
            claimed = self._drafts.claim(view.tokens[amount_at].start)
            if stage is None:
                continue
            known_before = len(self._drafts.found)
            self._drafts.add(
                view,
                (first if amount_at == at else amount_at, self._end(view, end)),
                known.committer,
                known.counterparty,
                known.action,
                known.object,
                quantity,
                stage,
                claimed,
                rule,
                self._as_said(view, end) or setter if stage not in MEASURED else None,
            )
            if self._is_reached(view, at):
                self._drafts.untimed(known_before)
            if claimed is None:
                self._drafts.drop_repeated()

    def _may_be_target(self, amount: Amount, start: int) -> bool:
        """Counted in what the article speaks of, no money and no rate, and not told yet."""
        if amount.currency or amount.unit in RATES or amount.unit not in ("tonne", self._drafts.unit()):
            return False
        return not self._told(start)

    def _deadline(self, view: View, match: Match, rule: str) -> None:
        """Another deadline for the target that the words before it spoke of, as who sets or tells it has it."""
        cue = match.start("cue")
        known = self._drafts.aim(view.tokens[cue].start - SPOKEN_OF)
        setters = (self._party_at(view, i) for i in range(cue - 1, max(-1, cue - 1 - SETTER), -1))
        setter = next(filter(None, setters), None)
        if known is None or setter is None:
            return
        self._drafts.add(
            view,
            (cue, match.end()),
            known.committer,
            known.counterparty,
            known.action,
            known.object,
            known.quantity,
            known.stage,
            None,
            rule,
            setter,
        )
        self._drafts.due(len(self._drafts.found) - 1)

    def _vowed(self, view: View, match: Match, rule: str) -> None:
        """Money that a side promises another, by no other word than that ("cam kết 3 tỷ euro cho Ukraine")."""
        cue, at = match.start("cue"), match.start("quantity")
        amount = view.tokens[at].record
        if not isinstance(amount, Amount) or not amount.currency or self._told(view.tokens[at].start):
            return
        giver = self._before(view, cue)
        end = min(at + GETTER, len(view.tokens))
        getter = next((p for i in range(at + 1, end) if self._gets(view, i) and (p := self._party_at(view, i))), None)
        if giver is None or getter is None or giver.country == getter.country:
            return
        goods = [i for i in range(at + 1, end) if view.tokens[i].has("commodity")]
        objects = objects_of(self._analysis.knowledge, view, goods) or [TradeObject(name="aid")]
        claimed = self._drafts.claim(view.tokens[at].start)
        quantity = as_quantity(amount, amount.currency)
        span = (cue, end)
        self._drafts.add(view, span, giver, getter, "aid", objects[0], quantity, "pledged", claimed, rule)

    def _before(self, view: View, cue: int) -> Party | None:
        """The side right before a word, with nothing but small words between."""
        at = cue - 1
        while at >= 0 and (view.tokens[at].has("filler") or view.tokens[at].has("stage")):
            at -= 1
        party = self._party_at(view, at) if at >= 0 else None
        return Party(country=party.country) if party and party.country else None

    def _gets(self, view: View, at: int) -> bool:
        """The side at a token gets what is given."""
        return view.tokens[at - 1].has("dative") or view.tokens[at - 1].value("trade") == "aid"

    def _stage(self, view: View, first: int, at: int, known: Commitment) -> Stage | None:
        """What the word tells that takes the amount up; what must be bought is no measure but a target, and a target
        that is reached is one no more."""
        if any(token.has("must") for token in view.tokens[first:at]):
            return "pledged"
        if self._is_reached(view, at):
            return "ordered"
        cue = view.tokens[first]
        if cue.has("target"):
            stage = cue.value("target")
            return known.stage if stage == "same" else cast(Stage, stage)
        return "expected" if cue.has("expect") else "pledged"

    def _is_reached(self, view: View, at: int) -> bool:
        """Behind the amount at a token stands that it was reached."""
        return any(token.has("reached") for token in view.tokens[at : self._end(view, at + 1) + REACHED])

    def _end(self, view: View, at: int) -> int:
        """Behind the relative clause in which somebody claims the amount ("… mà bà Rollins nói …")."""
        if self._as_said(view, at) is None:
            return at
        ends = (i for i in range(at, len(view.tokens)) if self._text(view, i) in ",.;")
        return next(ends, len(view.tokens))

    def _as_said(self, view: View, at: int) -> Party | None:
        """Who claims an amount in a relative clause behind it, or None."""
        if at + 2 >= len(view.tokens) or not (view.tokens[at].has("relative") or self._text(view, at) == BY):
            return None
        says = any(t.has("say") or t.has("sets") for t in view.tokens[at + 2 : at + 5])
        return self._party_at(view, at + 1) if says else None

    def _set_by(self, view: View, cue: int) -> Party | None:
        """Who sets or names the target, where nobody reports it ("Nhà Trắng ấn định mốc …")."""
        if not cue or not view.tokens[cue - 1].has("sets"):
            return None
        for index in range(cue - 2, max(-1, cue - 2 - SETTER), -1):
            party = self._party_at(view, index)
            if party:
                return party
        return None

    def _party_at(self, view: View, index: int) -> Party | None:
        """Who a token names: a person, an institution, a country."""
        actors, mention = view.actors.get(index), view.tokens[index].record
        if not actors:
            return None
        form = mention.institution if isinstance(mention, Mention) else None
        form = None if actors[0].person else form or view.tokens[index].value("institution")
        named = institution_name(self._analysis.knowledge, form, actors[0].country) if form else None
        return Party(
            country=actors[0].country, name=actors[0].person, person_id=actors[0].person_id, organisation=named
        )

    def _text(self, view: View, at: int) -> str:
        return self._analysis.text[view.tokens[at].start : view.tokens[at].end]

    def _told(self, offset: int) -> bool:
        """A commitment read before holds the number already."""
        return any(k.evidence[0].start <= offset < k.evidence[0].end for k in self._drafts.found[-RECENT:])

    def _agreement(self, view: View, match: Match, rule: str) -> None:
        """An agreement about goods that is hoped for or to be concluded."""
        claimed = self._drafts.claim(view.tokens[match.start()].start)
        if claimed is None or not claimed.speaker.country:
            return
        side = claimed.speaker.country
        contact = self._drafts.contact_of(claimed)
        other = next((p.country for p in contact.participants if p.country != side), None) if contact else None
        objects = objects_of(self._analysis.knowledge, view, [match.start("object")])
        self._drafts.add(
            view,
            (match.start(), match.end() + 4),
            Party(country=side),
            Party(country=other) if other else None,
            "sign",
            objects[0],
            None,
            "expected",
            claimed,
            rule,
        )

    def _tariff_falls(self, view: View, match: Match, rule: str) -> None:
        """A tariff that falls to a rate, as a side says that levies it."""
        at = match.start("quantity")
        amount = view.tokens[at].record
        claimed = self._drafts.claim(view.tokens[match.start()].start)
        side = claimed.speaker.country if claimed else None
        if side is None or not isinstance(amount, Amount) or amount.unit != "percent":
            return
        others = [country for i in range(match.start(), at) for country in countries_at(view, i) if country != side]
        if not others:  # whose tariff it is stays open ("thuế quan song phương giảm xuống 10%")
            return
        self._drafts.add(
            view,
            (match.start(), at + 1),
            Party(country=side),
            Party(country=others[0]),
            "cut-tariff",
            None,
            as_quantity(amount, "percent"),
            "pledged",
            claimed,
            rule,
        )


def _listed(text: str, view: View, at: int) -> list[tuple[int, int]]:
    """The amounts that are listed from `at` on, in the same unit, each with the end of its words."""
    first = view.tokens[at].record
    found = [at]
    for index in range(at + 1, len(view.tokens)):
        record, before = view.tokens[index].record, view.tokens[index - 1]
        if text[view.tokens[index].start : view.tokens[index].end] in ENDS:
            break
        joined = before.has("and") or before.end - before.start == 1
        if isinstance(record, Amount) and isinstance(first, Amount) and record.unit == first.unit and joined:
            found.append(index)
    return [(index, index + 1) for index in found]
