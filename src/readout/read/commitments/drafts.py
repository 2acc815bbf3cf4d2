"""The commitments of one article while they are being read: what is known of each, and what later ones take up."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from readout.model.records import (
    Amount,
    Commitment,
    Contact,
    Deadline,
    Evidence,
    Party,
    Quantity,
    Statement,
    Time,
    TradeObject,
)
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import Analysis, View
from readout.read.commitments.matters import NOBODY
from readout.read.commitments.parties import claimer
from readout.read.commitments.terms import counted_as, is_crop
from readout.read.commitments.when import When, is_of_deed, is_season
from readout.read.mentions import Mention
from readout.read.statements.naming import institution_name
from readout.read.statements.setting import media_of

STATISTICS: Final = ("Department of Agriculture", "General Administration of Customs", "Ministry of Commerce")
NESTED: Final = 4
"""How many statements may hold the same words."""
LEADING_ON: Final = ("stage", "and", "conjunction", "preposition", "with", "manner")
MARKS: Final = ('"', "”", "»", "’", "'", ",")
DAY: Final = len("2026-02-04")
BEHIND: Final = 4
"""How many tokens behind the words of a deed its times may stand."""
GIVING: Final = ("deliver", "aid")
AIMED: Final = ("considered", "expected", "pledged", "agreed")
MEASURED: Final = ("ordered", "shipped", "delivered", "resumed")


def _reach(view: View, end: int) -> int:
    """How far behind a deed its times may stand: up to the next deed or amount."""
    last = min(end + BEHIND, len(view.tokens))
    tokens = view.tokens
    if end < last and any(token.has("part-of") for token in tokens[end : end + 2]):
        return end
    if end < last and tokens[end].has("and"):  # another deed follows ("… và đến tháng 11 sẽ giao …")
        return end
    ends = (i for i in range(end, last) if isinstance(tokens[i].record, Amount) or (i > end and tokens[i].has("trade")))
    return next(ends, last)


def _dated(times: tuple[Deadline | None, Deadline | None]) -> bool:
    return any(told is not None and told.edtf is not None for told in times)


def _not_season(told: Deadline | None) -> Deadline | None:
    return None if told and told.edtf is None and is_season(told) else told


def _same_number(one: Commitment, other: Commitment) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and (a.value, a.unit, a.high) == (b.value, b.unit, b.high)


def _adds_no_time(one: Commitment, known: Commitment) -> bool:
    """No time is told that the known one does not have."""
    return one.period in (None, known.period) and one.deadline in (None, known.deadline)


def _same_without_number(one: Commitment, known: Commitment) -> bool:
    """Nothing but the words in which it is told tells one commitment without an amount from another."""
    same = ("committer", "counterparty", "action", "object", "stage", "claimed_by")
    alike = known.quantity is None and all(getattr(one, field) == getattr(known, field) for field in same)
    return alike and _adds_no_time(one, known)


def _bare_end(text: str, view: View, first: int, end: int) -> int:
    """The end without marks and words that lead on to what follows ("mua đậu nành và", "như")."""
    while end - 1 > first:
        token = view.tokens[end - 1]
        if text[token.start : token.end] not in MARKS and not any(token.has(cls) for cls in LEADING_ON):
            break
        end -= 1
    return end


class Drafts:
    """Collects commitments in the order of the text."""

    def __init__(self, analysis: Analysis, contacts: Sequence[Contact], statements: Sequence[Statement]) -> None:
        self._analysis = analysis
        self._contacts = contacts
        self._statements = statements
        self._when = When(analysis.text, analysis.knowledge.language)
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

    def same_goods(self, committer: Party, quantity: Quantity | None, claimed: Statement | None) -> TradeObject | None:
        """An amount without goods means those of the last commitment of the same side, or that the same speaker told,
        in the same unit."""
        if not quantity or quantity.unit != "tonne":
            return None
        said = claimer(claimed)
        for known in reversed(self.found):
            same = known.committer == committer or (said is not None and known.claimed_by == said)
            if known.object and (same or (committer.country and known.committer.country == committer.country)):
                return known.object
        return None

    def receiver_of(self, thing: TradeObject | None, committer: Party, action: Action) -> Party | None:
        """Who gets what is given where the words do not say it: who got the same goods of another before."""
        if action not in GIVING or thing is None:
            return None
        same = (k for k in reversed(self.found) if k.action in GIVING and k.object == thing and k.counterparty)
        receiver = next((k.counterparty for k in same), None)
        return receiver if receiver and receiver.country != committer.country else None

    def take(self, others: Sequence[Commitment]) -> None:
        """Keep those of `others` that tell of a side and an action of which nothing was read yet."""
        known = {(k.committer.country, k.action) for k in self.found}
        self.found += [k for k in others if (k.committer.country, k.action) not in known]

    def drop_repeated(self, since: int = 0) -> None:
        """Forget what was added last where the article told the same number before and this adds no other time; only
        what came behind the first `since`."""
        if len(self.found) <= since:
            return
        *before, last = self.found
        if any(_same_number(last, known) and _adds_no_time(last, known) for known in before):
            self.found.pop()

    def aim(self, since: int) -> Commitment | None:
        """The last target with a total whose words begin at `since` or later, or None; "each year" has no one end."""
        aims = (k for k in reversed(self.found) if k.quantity and k.quantity.basis == "total" and k.stage in AIMED)
        found = next(aims, None)
        return found if found and found.evidence[0].start >= since else None

    def target_quantity(self) -> Quantity | None:
        """The last target: what "in full" means."""
        return next((k.quantity for k in reversed(self.found) if k.quantity and k.stage != "ordered"), None)

    def counted_in(self, unit: str | None) -> Commitment | None:
        """The last commitment of somebody named with an amount in the unit, else the last one."""
        named = [k for k in self.found if k.committer != NOBODY]
        counted = (k for k in reversed(named) if k.quantity and k.quantity.unit == unit)
        return next(counted, named[-1] if named else None)

    def unit(self) -> str | None:
        """The unit in which the last commitment with an amount was counted."""
        return next((k.quantity.unit for k in reversed(self.found) if k.quantity), None)

    def have_met(self, sides: Sequence[str]) -> bool:
        """Whether the sides take part in one contact of the article."""
        return any(set(sides) <= {p.country for p in contact.participants} for contact in self._contacts)

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
        text, knowledge = self._analysis.text, self._analysis.knowledge
        period, deadline = self._when_of(view, first, end, committer, claimed, stage, trade_object, action)
        end = _bare_end(text, view, first, min(end, len(view.tokens)))
        start, stop = view.tokens[first].start, view.tokens[end - 1].end
        self.found.append(
            Commitment(
                id="",
                contact=self._contact_of(view, committer, claimed),
                committer=committer,
                counterparty=other,
                action=action,
                object=trade_object,
                quantity=counted_as(knowledge, trade_object, quantity),
                made=None if stage in MEASURED else self._made(view, first),
                period=period,
                deadline=self._ahead(view, first, deadline),
                stage=stage,
                claimed_by=claimed_by or claimer(claimed),
                measured_by=self._measured_by(view, first, claimed, stage),
                evidence=(Evidence(start=start, end=stop, text=text[start:stop], rule=rule),),
            )
        )
        if quantity is None and any(_same_without_number(self.found[-1], known) for known in self.found[:-1]):
            self.found.pop()

    def _when_of(
        self,
        view: View,
        first: int,
        end: int,
        committer: Party,
        claimed: Statement | None,
        stage: Stage,
        thing: TradeObject | None,
        action: Action,
    ) -> tuple[Deadline | None, Deadline | None]:
        """(period, deadline) of a deed; only crops have seasons ("vụ này" of anything else is an affair)."""
        if committer == NOBODY:  # an item of a list: the times of other items are not its own
            period, deadline = self._when.times(view, first, end)
        elif action == "other":  # a goal: what stands before it tells of other things
            period, deadline = self._when.times(view, first, _reach(view, end))
        else:
            period, deadline = self._times(view, first, end, claimed, stage in MEASURED)
        if thing is None or is_crop(self._analysis.knowledge, thing):
            return period, deadline
        return _not_season(period), _not_season(deadline)

    def _times(
        self, view: View, first: int, end: int, claimed: Statement | None, done: bool
    ) -> tuple[Deadline | None, Deadline | None]:
        """(period, deadline): in the words of the deed or near them, in the rest of the claim up to a further deed,
        before them; a date rather than what only has a name."""
        low = max(view.index_at(claimed.content.start) if claimed else 0, self._heading(view, first))
        stop = view.index_at(claimed.content.end) if claimed else end
        near = self._stated(view, first, _reach(view, end), done)
        if _dated(near) or (is_season(near[0]) and not near[1]):
            return near
        of_another = (i for i in range(end, stop) if view.tokens[i].has("trade") or view.tokens[i].has("part-of"))
        further = next(of_another, stop)
        rest, before = self._stated(view, end, further, done), self._stated(view, low, first, done, behind=False)
        if near[1] and rest[0] and _dated(rest):  # "by the end of the season, I think 28 February"
            return near[0], rest[1] or rest[0]
        if not _dated(rest) and _dated(before):
            return before[0] or before[1], None
        return rest if _dated(rest) or (not any(near) and any(rest)) else near

    def _stated(
        self, view: View, first: int, end: int, done: bool, behind: bool = True
    ) -> tuple[Deadline | None, Deadline | None]:
        """(period, deadline) between two tokens; the day on which something was announced is none of a deed to come."""
        period, deadline = self._when.times(view, first, end, done)
        published = self._analysis.published.isoformat() if self._analysis.published and not done else None
        if not behind and not is_of_deed(deadline, published, behind):
            deadline = None
        return (period if is_of_deed(period, published, behind) else None), deadline

    def _made(self, view: View, first: int) -> Deadline | None:
        """When the deed at a token was promised, where that was before the day of publication."""
        published = self._analysis.published.isoformat() if self._analysis.published else None
        return self._when.made(view, self._heading(view, first), first, published)

    def _heading(self, view: View, first: int) -> int:
        """Where the words behind a heading begin ("Điểm tin ngày 7-1: …")."""
        text = self._analysis.text
        marks = (i for i in range(first - 1, -1, -1) if text[view.tokens[i].start : view.tokens[i].end] == ":")
        return next(marks, -1) + 1

    def untimed(self, first: int) -> None:
        """What was added from `first` on was counted at no known time: when a level was reached is another matter."""
        self.found[first:] = [structs.replace(found, period=None, deadline=None) for found in self.found[first:]]

    def due(self, first: int) -> None:
        """The times of what was added from `first` on are deadlines: something is done in full by then."""
        for at in range(first, len(self.found)):
            found = self.found[at]
            if found.period and not found.deadline:
                self.found[at] = structs.replace(found, period=None, deadline=found.period)

    def _ahead(self, view: View, first: int, deadline: Deadline | None) -> Deadline | None:
        """A month without a year that lies behind the day of the promise is meant in the coming year."""
        if not deadline or not deadline.edtf or len(deadline.edtf) != 7 or deadline.edtf[:4] in deadline.text:
            return deadline
        promised = self._promised(view, first)
        if promised is None or deadline.edtf >= promised[:7]:
            return deadline
        return structs.replace(deadline, edtf=f"{int(deadline.edtf[:4]) + 1}{deadline.edtf[4:]}")

    def _promised(self, view: View, first: int) -> str | None:
        """The day before the deed in its sentence on which it was promised, else that of publication."""
        published = self._analysis.published.isoformat() if self._analysis.published else None
        for token in view.tokens[:first]:
            if isinstance(token.record, Time) and len(token.record.edtf or "") == DAY:
                return token.record.edtf
        return published

    def _contact_of(self, view: View, committer: Party, claimed: Statement | None) -> str | None:
        if claimed is not None:
            return claimed.contact
        for contact in self._contacts:
            if contact.evidence and view.sentence.start <= contact.evidence[0].start < view.sentence.end:
                return contact.id
        side = committer.country
        if side is None:
            return None
        return next((c.id for c in self._contacts if any(p.country == side for p in c.participants)), None)

    def _measured_by(self, view: View, first: int, claimed: Statement | None, stage: Stage) -> str | None:
        """Whose figures an amount already ordered or delivered comes from, where its clause names a source."""
        if stage not in MEASURED:
            return None
        text = self._analysis.text
        marks = [i for i, token in enumerate(view.tokens) if text[token.start : token.end] == ";"]
        low = max((i for i in marks if i < first), default=0)
        high = min((i for i in marks if i >= first), default=len(view.tokens))
        for index in range(low, high):
            token = view.tokens[index]
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
