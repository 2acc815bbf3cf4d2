"""The commitments of one article while they are being read: what is known of each, and what later ones take up."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from readout.model.records import (
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
from readout.read.analysis import Analysis, View
from readout.read.commitments.parties import claimer
from readout.read.commitments.terms import times_of
from readout.read.mentions import Mention
from readout.read.statements.naming import institution_name
from readout.read.statements.setting import ContactOf, media_of

STATISTICS = ("Department of Agriculture", "General Administration of Customs", "Ministry of Commerce")
NESTED = 4
"""How many statements may hold the same words."""
BEHIND = 4
"""How many tokens behind the words of a deed its times may stand."""
MEASURED = ("ordered", "shipped", "delivered", "resumed")


class Drafts:
    """Collects commitments in the order of the text."""

    def __init__(self, analysis: Analysis, contacts: Sequence[Contact], statements: Sequence[Statement]) -> None:
        self._analysis = analysis
        self._contacts = contacts
        self._statements = statements
        self._contact = ContactOf(contacts)
        self._starts = [statement.content.start for statement in statements]
        self.found: list[Commitment] = []

    @property
    def last(self) -> Commitment | None:
        """What was read last, or None."""
        return self.found[-1] if self.found else None

    def numbered(self) -> tuple[Commitment, ...]:
        """All commitments in the order of their words, under their numbers."""
        ordered = sorted(self.found, key=lambda found: found.evidence[0].start)
        return tuple(structs.replace(found, id=f"k{number}") for number, found in enumerate(ordered, 1))

    def before(self, view: View) -> Commitment | None:
        """The commitment that the sentence told last, or None."""
        last = self.last
        return last if last and last.evidence[0].start >= view.sentence.start else None

    def claim(self, offset: int) -> Statement | None:
        """The statement whose words hold the offset, or None."""
        at = bisect_right(self._starts, offset)
        near = self._statements[max(0, at - NESTED) : at]
        return next((s for s in near if s.content.start <= offset < s.content.end), None)

    def same_goods(self, committer: Party, quantity: Quantity | None) -> TradeObject | None:
        """An amount without goods means those of the last commitment of the same side in the same unit."""
        for known in reversed(self.found):
            if known.committer.country == committer.country and known.object and quantity and quantity.unit == "tonne":
                return known.object
        return None

    def target_quantity(self) -> Quantity | None:
        """The last target: what "in full" means."""
        return next((k.quantity for k in reversed(self.found) if k.quantity and k.stage != "ordered"), None)

    def counted_in(self, unit: str | None) -> Commitment | None:
        """The last commitment with an amount in the unit, else the last one."""
        return next((k for k in reversed(self.found) if k.quantity and k.quantity.unit == unit), self.last)

    def unit(self) -> str | None:
        """The unit in which the last commitment with an amount was counted."""
        return next((k.quantity.unit for k in reversed(self.found) if k.quantity), None)

    def contact_of(self, statement: Statement) -> Contact | None:
        """The contact that a statement is about."""
        return next((c for c in self._contacts if c.id == statement.contact), None)

    def add(
        self,
        view: View,
        span: tuple[int, int],
        committer: Party,
        other: Party | None,
        action: Action,
        trade_object: TradeObject | None,
        quantity: Quantity | None,
        stage: Stage,
        claimed: Statement | None,
        rule: str = "vi.commitment.deed",
        claimed_by: Party | None = None,
    ) -> None:
        """Add one commitment whose words are the tokens of `span`; its times are read from them and from the words
        near them."""
        first, end = span
        text = self._analysis.text
        period, deadline = self._times(view, first, end, claimed)
        start, stop = view.tokens[first].start, view.tokens[min(end, len(view.tokens)) - 1].end
        self.found.append(
            Commitment(
                id="",
                contact=self._contact_of(view, committer, claimed),
                committer=committer,
                counterparty=other,
                action=action,
                object=trade_object,
                quantity=quantity,
                period=period,
                deadline=self._ahead(deadline),
                stage=stage,
                claimed_by=claimed_by or claimer(claimed),
                measured_by=self._measured_by(view, claimed, stage),
                evidence=(Evidence(start=start, end=stop, text=text[start:stop], rule=rule),),
            )
        )

    def _times(
        self, view: View, first: int, end: int, claimed: Statement | None
    ) -> tuple[Deadline | None, Deadline | None]:
        """(period, deadline): in the words of the deed or near them, else before them, or in the rest of the claim."""
        period, deadline = times_of(view, first, min(end + BEHIND, len(view.tokens)))
        if period or deadline:
            return period, deadline
        if claimed is not None:
            return times_of(view, end, view.index_at(claimed.content.end))
        before, due = times_of(view, 0, first)
        return before or due, None

    def due(self, first: int) -> None:
        """The times of what was added from `first` on are deadlines: something is done in full by then."""
        for at in range(first, len(self.found)):
            found = self.found[at]
            if found.period and not found.deadline:
                self.found[at] = structs.replace(found, period=None, deadline=found.period)

    def _ahead(self, deadline: Deadline | None) -> Deadline | None:
        """A month without a year that lies behind is meant in the coming year."""
        published = self._analysis.published
        if (
            not deadline
            or not published
            or not deadline.edtf
            or len(deadline.edtf) != 7
            or (deadline.edtf[:4] in deadline.text)
        ):
            return deadline
        if deadline.edtf < published.isoformat()[:7]:
            return Deadline(edtf=f"{int(deadline.edtf[:4]) + 1}{deadline.edtf[4:]}", text=deadline.text)
        return deadline

    def _contact_of(self, view: View, committer: Party, claimed: Statement | None) -> str | None:
        if claimed is not None:
            return claimed.contact
        for contact in self._contacts:
            if contact.evidence and view.sentence.start <= contact.evidence[0].start < view.sentence.end:
                return contact.id
        side = committer.country
        return next((c.id for c in self._contacts if any(p.country == side for p in c.participants)), None)

    def _measured_by(self, view: View, claimed: Statement | None, stage: Stage) -> str | None:
        """Whose figures an amount already ordered or delivered comes from, where the sentence names a source."""
        if stage not in MEASURED:
            return None
        for index, token in enumerate(view.tokens):
            found = self._institution_behind(view, index - 1 if token.has("institution") else index)
            if found and (token.has("statistics") or found.endswith(STATISTICS)):
                return found
        if claimed is not None:
            organisation = claimed.speaker.organisation or ""
            return organisation if organisation.endswith(STATISTICS) else None
        media = media_of(self._analysis.knowledge, view)
        return media[0] if media else None

    def _institution_behind(self, view: View, index: int) -> str | None:
        """The institution whose numbers they are: `số liệu của Bộ Nông nghiệp Mỹ`."""
        for token in view.tokens[index + 1 : index + 4]:
            mention = token.record
            if isinstance(mention, Mention) and mention.institution:
                return institution_name(self._analysis.knowledge, mention.institution, mention.side)
            form = token.value("institution")
            if form:
                return institution_name(self._analysis.knowledge, form, None)
        return None
