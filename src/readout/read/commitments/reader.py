"""Commitments of one article: deeds of trade and policy with an object or an amount, and how far they are."""

import re
from functools import cache

from msgspec import structs

from readout.knowledge.tables import rules
from readout.model.records import (
    Amount,
    Commitment,
    Contact,
    Deadline,
    Evidence,
    Party,
    Quantity,
    Statement,
    TradeObject,
)
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import Analysis, View, grammar
from readout.read.commitments.parties import claimer, committer_of, counterparty_of
from readout.read.commitments.stage import stage_of
from readout.read.commitments.terms import Terms, objects_of, quantity_of, terms_of, times_of
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.naming import institution_name
from readout.read.statements.setting import ContactOf, media_of
from readout.read.statements.speakers import Speakers
from readout.read.topics import words_of

TARIFF = ("cut-tariff", "raise-tariff")
CURRENCIES = ("USD", "EUR", "VND", "CNY", "RUB", "JPY", "GBP")
OURSELVES_REACH = 40
"""How many characters before a deed "we" may stand."""
PHYSICAL = ("buy", "sell", "deliver")
STATISTICS = ("Department of Agriculture", "General Administration of Customs", "Ministry of Commerce")


@cache
def _compiled(language: str) -> tuple[frozenset[str], dict[str, "re.Pattern[str]"], frozenset[str]]:
    symbols = grammar(language).symbols
    frames = {rule["id"]: symbols.compile(rule["pattern"]) for rule in rules(f"{language}/rules/commitments.toml")}
    return frozenset(symbols.of("trade")), frames, frozenset(symbols.of("expect", "conclude", "target"))


def read_commitments(analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
                     ) -> tuple[Commitment, ...]:
    """The commitments of an article in the order of the text; ids are `k1`, `k2` …"""
    reader = _Reader(analysis, contacts, statements)
    for number, view in enumerate(analysis.views):
        if view.sentence.kind == "body":
            reader.sentence(number, view)
    return tuple(numbered(found, number) for number, found in enumerate(reader.found, 1))


def numbered(found: Commitment, number: int) -> Commitment:
    """The commitment under its number in the article."""
    return structs.replace(found, id=f"k{number}")


class _Reader:
    def __init__(self, analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]) -> None:
        self._analysis = analysis
        self._cues, self._frames, self._frame_cues = _compiled(analysis.knowledge.language)
        self._speakers = Speakers(analysis, contacts)
        self._contact = ContactOf(contacts)
        self._contacts = contacts
        self._statements = statements
        self._read_to = 0
        self.found: list[Commitment] = []

    def sentence(self, number: int, view: View) -> None:
        """Read one sentence; what it commits is appended to `found`."""
        if not self._cues.isdisjoint(view.string):
            letters = L.letters_of(view, self._analysis.knowledge.language)
            for verb, symbol in enumerate(view.string):
                if symbol in self._cues:
                    self._deed(number, view, letters, verb)
        if not self._frame_cues.isdisjoint(view.string):
            self._by_frame(number, view)

    def _deed(self, number: int, view: View, letters: str, verb: int) -> None:
        token = view.tokens[verb]
        if token.start < self._read_to:
            return
        action: Action = token.value("trade")  # type: ignore[assignment]
        terms = terms_of(view, letters, verb, self._cues)
        before = self._before(view)
        in_full = token.has("in-full") and not terms.amounts and self._unit() is not None
        if not (in_full or _is_deed(view, action, terms)) or _called_off(self._analysis.text, token.start):
            return
        committer = self._ourselves(token.start) or committer_of(
            self._speakers, number, view, letters, verb, self._quoted(token.start))
        stage = stage_of(view, letters, verb, action)
        quantity = self._target_quantity() if in_full else quantity_of(view, terms.amounts, verb, terms.end)
        if before is not None and (committer is None or (stage is None and committer == before.committer)):
            committer, stage = committer or _carried_over(before, action), stage or before.stage
        elif committer is None and self.found and _as_noun(self._analysis.text, token.start):
            committer, stage = self.found[-1].committer, stage or self.found[-1].stage
        if stage is None and action == "buy" and quantity and quantity.basis == "total" and verb and (
                quantity.unit not in CURRENCIES) and (
                letters[verb - 1] in L.ACTOR + L.NAME + L.GROUP + L.TIME):
            stage = "ordered"
        if stage is None or committer is None or (stage == "expected" and action == "deliver" and quantity is None):
            return
        objects: list[TradeObject | None] = [*objects_of(self._analysis.knowledge, view, terms.objects)]
        objects = objects or [self._same_goods(committer, quantity)]
        claimed = self._claim(token.start)
        other = counterparty_of(view, verb + 1, terms.end, committer.country, claimed)
        if token.has("raising"):
            self._read_to = view.tokens[terms.end - 1].end
        for trade_object in objects[:1] if quantity else objects:
            self._add(view, (verb, terms.end), committer, other, action, trade_object, quantity, stage, claimed)

    def _ourselves(self, offset: int) -> Party | None:
        """"We will deliver …": the side of who says so."""
        claimed = self._claim(offset)
        words = self._analysis.text[max(0, offset - OURSELVES_REACH):offset].lower()
        if claimed and claimed.speaker.country and any(word in words for word in words_of(
                self._analysis.knowledge.language, "ourselves")):
            return Party(country=claimed.speaker.country)
        return None

    def _quoted(self, offset: int) -> bool:
        return any(q.start <= offset < q.end for q in self._analysis.quotations)

    def _same_goods(self, committer: Party, quantity: Quantity | None) -> TradeObject | None:
        """An amount without goods means those of the last commitment of the same side in the same unit."""
        for known in reversed(self.found):
            if known.committer.country == committer.country and known.object and quantity and quantity.unit == "tonne":
                return known.object
        return None

    def _before(self, view: View) -> Commitment | None:
        """The commitment that the sentence told last, or None."""
        if self.found and self.found[-1].evidence[0].start >= view.sentence.start:
            return self.found[-1]
        return None

    def _claim(self, offset: int) -> Statement | None:
        return next((s for s in self._statements if s.content.start <= offset < s.content.end), None)

    def _add(self, view: View, span: tuple[int, int], committer: Party, other: Party | None, action: Action,
             trade_object: TradeObject | None, quantity: Quantity | None, stage: Stage, claimed: Statement | None,
             rule: str = "vi.commitment.deed") -> None:
        first, end = span
        text = self._analysis.text
        period, deadline = times_of(view, first, min(end + 4, len(view.tokens)))
        deadline = self._ahead(deadline)
        start, stop = view.tokens[first].start, view.tokens[min(end, len(view.tokens)) - 1].end
        if claimed is None and deadline is None and period is None:
            period = self._time_before(view, first)
        self.found.append(Commitment(
            id="", contact=self._contact_of(view, start, committer, claimed), committer=committer, counterparty=other,
            action=action, object=trade_object, quantity=quantity, period=period, deadline=deadline, stage=stage,
            claimed_by=claimer(claimed), measured_by=self._measured_by(view, claimed, stage),
            evidence=(Evidence(start=start, end=stop, text=text[start:stop], rule=rule),)))

    def _ahead(self, deadline: Deadline | None) -> Deadline | None:
        """A month without a year that lies behind is meant in the coming year."""
        published = self._analysis.published
        if not deadline or not published or not deadline.edtf or len(deadline.edtf) != 7 or (
                deadline.edtf[:4] in deadline.text):
            return deadline
        if deadline.edtf < published.isoformat()[:7]:
            return Deadline(edtf=f"{int(deadline.edtf[:4]) + 1}{deadline.edtf[4:]}", text=deadline.text)
        return deadline

    def _time_before(self, view: View, first: int) -> Deadline | None:
        period, deadline = times_of(view, 0, first)
        return period or deadline

    def _contact_of(self, view: View, start: int, committer: Party, claimed: Statement | None) -> str | None:
        if claimed is not None:
            return claimed.contact
        for contact in self._contacts:
            if contact.evidence and view.sentence.start <= contact.evidence[0].start < view.sentence.end:
                return contact.id
        side = committer.country
        return next((c.id for c in self._contacts if any(p.country == side for p in c.participants)), None)

    def _measured_by(self, view: View, claimed: Statement | None, stage: Stage) -> str | None:
        """Whose figures an amount already ordered or delivered comes from, where the sentence names a source."""
        if stage not in ("ordered", "shipped", "delivered", "resumed"):
            return None
        for index, token in enumerate(view.tokens):
            if token.has("statistics"):
                found = self._institution_behind(view, index)
                if found:
                    return found
        if claimed is not None:
            organisation = claimed.speaker.organisation or ""
            return organisation if organisation.endswith(STATISTICS) else None
        media = media_of(self._analysis.knowledge, view)
        return media[0] if media else None

    def _institution_behind(self, view: View, index: int) -> str | None:
        """The institution whose numbers they are: `số liệu của Bộ Nông nghiệp Mỹ`."""
        for token in view.tokens[index + 1:index + 4]:
            mention = token.record
            if isinstance(mention, Mention) and mention.institution:
                return institution_name(self._analysis.knowledge, mention.institution, mention.side)
            form = token.value("institution")
            if form:
                return institution_name(self._analysis.knowledge, form, None)
        return None

    # Frames of the rule file ------------------------------------------------------------------------------------

    def _by_frame(self, number: int, view: View) -> None:
        for rule, pattern in self._frames.items():
            for match in pattern.finditer(view.string):
                if rule.endswith("expected-amount"):
                    self._expected(view, match, rule)
                elif "quantity" in match.groupdict():
                    self._target(view, match, rule)
                else:
                    self._agreement(view, match, rule)

    def _expected(self, view: View, match: "re.Match[str]", rule: str) -> None:
        """An amount that the other side expects, of the thing that the sentence committed before."""
        amount = view.tokens[match.start("quantity")].record
        actors = view.actors.get(match.start("claimer")) or []
        before = self._before(view)
        if before is None or not actors or not isinstance(amount, Amount):
            return
        quantity = Quantity(value=amount.value, unit=amount.currency or amount.unit, comparator=amount.comparator,
                            high=amount.high)
        claimed_by = Party(country=actors[0].country, name=actors[0].person, person_id=actors[0].person_id)
        span = (match.start(), match.end() + 3)
        action: Action = "buy" if before.action in PHYSICAL else before.action
        self._add(view, span, before.committer, before.counterparty or Party(country=actors[0].country), action,
                  before.object, quantity, "expected", None, rule)
        self.found[-1] = _claimed_by(self.found[-1], claimed_by)

    def _target(self, view: View, match: "re.Match[str]", rule: str) -> None:
        """An amount told again as a target, or as measured, of what the article spoke of before."""
        amount = view.tokens[match.start("quantity")].record
        if not self.found or not isinstance(amount, Amount) or amount.unit != (self._unit() or "tonne"):
            return
        known = self.found[-1]
        stage: Stage = view.tokens[match.start("cue")].value("target")  # type: ignore[assignment]
        quantity = quantity_of(view, [match.start("quantity")], match.start(), min(match.end() + 5, len(view.tokens)))
        self._add(view, (match.start(), match.end()), known.committer, known.counterparty, known.action, known.object,
                  quantity, stage, self._claim(view.tokens[match.start()].start), rule)

    def _target_quantity(self) -> Quantity | None:
        """The last target: what "in full" means."""
        return next((k.quantity for k in reversed(self.found) if k.quantity and k.stage != "ordered"), None)

    def _unit(self) -> str | None:
        """The unit in which the last commitment with an amount was counted."""
        return next((k.quantity.unit for k in reversed(self.found) if k.quantity), None)

    def _agreement(self, view: View, match: "re.Match[str]", rule: str) -> None:
        """An agreement about goods that is hoped for or to be concluded."""
        claimed = self._claim(view.tokens[match.start()].start)
        if claimed is None or not claimed.speaker.country:
            return
        side = claimed.speaker.country
        contact = next((c for c in self._contacts if c.id == claimed.contact), None)
        other = next((p.country for p in contact.participants if p.country != side), None) if contact else None
        objects = objects_of(self._analysis.knowledge, view, [match.start("object")])
        stage: Stage = "expected"
        self._add(view, (match.start(), match.end() + 4), Party(country=side), Party(country=other) if other else None,
                  "sign", objects[0], None, stage, claimed, rule)


def _carried_over(before: Commitment, action: Action) -> Party | None:
    """Who does a deed without a subject: who did the one before, or its other side where the goods go the other way."""
    if (before.action == "buy") != (action == "buy") and action in PHYSICAL:
        return before.counterparty
    return before.committer


def _called_off(text: str, start: int) -> bool:
    """The deed is one that is put off or forbidden ("hoãn áp thuế", "lệnh cấm nhập khẩu")."""
    return text[max(0, start - 12):start].rstrip().endswith(("hoãn", "ngừng", "dừng", "treo", "đình chỉ", "lệnh"))


def _as_noun(text: str, start: int) -> bool:
    """The deed is a noun of amount ("lượng mua"), so that it goes on with what was spoken of before."""
    return text[max(0, start - 6):start].rstrip().endswith(("lượng", "mức", "phần", "số"))


def _claimed_by(found: Commitment, party: Party) -> Commitment:
    return structs.replace(found, claimed_by=party)


def _is_deed(view: View, action: Action, terms: Terms) -> bool:
    """A deed has something or some amount that fits its action; without either it is talk."""
    amounts = [a for a in (view.tokens[i].record for i in terms.amounts) if isinstance(a, Amount)]
    if action in TARIFF:
        return any(a.unit == "percent" for a in amounts)
    if action in ("invest", "aid", "lend"):
        return any(a.currency for a in amounts)
    return bool(terms.objects) or any(a.unit != "percent" for a in amounts)



