"""One promise through time: its versions, who confirms whom, how much was done of which target, what contradicts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from readout.link.commitments import party_code
from readout.link.days import interval_of
from readout.link.progress import AIMED, DONE, progress_of, same_quantity, told, top_of
from readout.model.answers import CommitmentThread, Contradiction, ThreadVersion
from readout.model.records import Article, Commitment, Party, TradeObject
from readout.model.vocabulary import Stage

_UNKNOWN_DAY = "9999"
FIRMNESS: dict[Stage, int] = {"considered": 1, "expected": 2, "pledged": 3, "agreed": 3}
"""What confirms what, of a deed to come; a refusal or a halt confirms only its like."""


class Claim(Struct, frozen=True):
    """One report of the promise. `contact` is the ledger's id of the contact in which it was made, where known."""

    id: str
    commitment: Commitment
    article_id: str
    article: Article
    contact: str | None = None

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By publication, undated last, then by article and by place in it."""
        place = self.commitment.evidence[0].start if self.commitment.evidence else 0
        return (self.article.published or _UNKNOWN_DAY, self.article_id, place, self.id)


def thread_record(thread_id: str, claims: Iterable[Claim]) -> CommitmentThread:
    """The thread told from all its claims; the same for every order of them."""
    ordered = sorted(claims, key=lambda claim: claim.order)
    versions = confirmed([_version(claim) for claim in ordered])
    head = _head([claim.commitment for claim in ordered])
    return CommitmentThread(
        id=thread_id,
        committer=_whose(claim.commitment.committer for claim in ordered if _same_side(claim.commitment, head)),
        counterparty=_named(claim.commitment.counterparty for claim in ordered if _same_side(claim.commitment, head)),
        action=head.action,
        object=_object(ordered),
        versions=versions,
        progress=tuple(progress_of(versions)),
        contradictions=tuple(contradictions_of(versions)),
    )


def _version(claim: Claim) -> ThreadVersion:
    one = claim.commitment
    return ThreadVersion(
        id=claim.id,
        action=one.action,
        stage=one.stage,
        quantity=one.quantity,
        made=one.made,
        period=one.period,
        deadline=one.deadline,
        claimed_by=one.claimed_by,
        measured_by=one.measured_by,
        contact=claim.contact,
        published=claim.article.published,
        article=claim.article_id,
        publisher=claim.article.publisher,
        url=claim.article.url,
        evidence=one.evidence,
    )


def _head(reports: Sequence[Commitment]) -> Commitment:
    """The report whose view names the thread: a purchase before a sale, a delivery, a halt; then the commonest."""
    counts = Counter(one.action for one in reports)
    return min(
        reports,
        key=lambda one: (one.action != "buy", one.action in ("resume", "suspend"), -counts[one.action], one.action),
    )


def _same_side(one: Commitment, head: Commitment) -> bool:
    return party_code(one.committer) == party_code(head.committer)


def _whose(parties: Iterable[Party]) -> Party:
    """The party without the person: a thread is a country's, its versions name who spoke."""
    return _plain(next(iter(parties)))


def _named(parties: Iterable[Party | None]) -> Party | None:
    found = next((party for party in parties if party and party_code(party)), None)
    return _plain(found) if found else None


def _plain(party: Party) -> Party:
    return Party(country=party.country) if party.country else party


def _object(claims: Sequence[Claim]) -> TradeObject | None:
    things = Counter(claim.commitment.object for claim in claims if claim.commitment.object)
    return min(things, key=lambda thing: (-things[thing], thing.name)) if things else None


def confirmed(versions: Sequence[ThreadVersion]) -> tuple[ThreadVersion, ...]:
    """Each version with the other countries that claim the same: the same number as firmly, or no number and the same
    stage."""
    return tuple(replace(one, confirmed_by=_confirmers(one, versions)) for one in versions)


def _confirmers(one: ThreadVersion, versions: Sequence[ThreadVersion]) -> tuple[str, ...]:
    own = party_code(one.claimed_by)
    if own is None:
        return ()
    codes = {party_code(other.claimed_by) for other in versions if other is not one and _same_claim(one, other)}
    return tuple(sorted(code for code in codes if code and code != own))


def _same_claim(one: ThreadVersion, other: ThreadVersion) -> bool:
    if one.quantity is None or other.quantity is None:
        return one.quantity is other.quantity and one.stage == other.stage and one.action == other.action
    if not same_quantity(one.quantity, other.quantity) or not _as_firm(other.stage, one.stage):
        return False
    return one.stage in DONE or not _other_deadline(one, other)


def _other_deadline(one: ThreadVersion, other: ThreadVersion) -> bool:
    """Both name a day until which it is promised, and not the same one: nobody confirms the other's date."""
    ends = [_last_day(when) for when in (told(one.deadline), told(other.deadline)) if when]
    return len(set(ends)) > 1


def _as_firm(stage: Stage, claimed: Stage) -> bool:
    """Who only considers a deal confirms no agreement; what is done is one thing however it is told."""
    if stage in DONE or claimed in DONE:
        return stage in DONE and claimed in DONE
    return stage == claimed or FIRMNESS.get(stage, 0) >= FIRMNESS.get(claimed, len(FIRMNESS))


def _last_day(value: str) -> str | int:
    """The day on which a deadline ends: "by February" and "by 28 February" are one; else its words."""
    interval = interval_of(value)
    return interval.hi if interval else value


def contradictions_of(versions: Sequence[ThreadVersion]) -> list[Contradiction]:
    """Targets of one quantity with different deadlines, and of one period or deadline with different quantities."""
    aims = [(number, one) for number, one in enumerate(versions) if one.stage in AIMED and one.quantity]
    return [*_deadline_conflicts(aims), *_quantity_conflicts(aims)]


def _deadline_conflicts(aims: Sequence[tuple[int, ThreadVersion]]) -> list[Contradiction]:
    groups: dict[tuple[object, ...], list[tuple[int, str]]] = {}
    for number, one in aims:
        words = told(one.deadline)
        if one.quantity and words:
            key = (one.quantity.value, one.quantity.high, one.quantity.unit, one.quantity.basis, told(one.period))
            groups.setdefault(key, []).append((number, words))
    return [found for group in groups.values() if (found := _contradiction("deadline", group))]


def _quantity_conflicts(aims: Sequence[tuple[int, ThreadVersion]]) -> list[Contradiction]:
    groups: dict[tuple[object, ...], list[tuple[int, str]]] = {}
    for number, one in aims:
        when = (told(one.period), told(one.deadline))
        if one.quantity and any(when):
            key = (*when, one.quantity.unit, one.quantity.basis)
            groups.setdefault(key, []).append((number, f"{top_of(one.quantity):g} {one.quantity.unit or ''}".strip()))
    return [found for group in groups.values() if (found := _contradiction("quantity", group))]


def _contradiction(kind: str, group: Sequence[tuple[int, str]]) -> Contradiction | None:
    told_as = {(_last_day(value) if kind == "deadline" else value): value for _, value in reversed(group)}
    values = tuple(value for value in dict.fromkeys(value for _, value in group) if value in told_as.values())
    if len(values) < 2:
        return None
    numbers = tuple(number for number, _ in group)
    return Contradiction(kind="deadline" if kind == "deadline" else "quantity", values=values, versions=numbers)
