"""One promise through time: its versions, who confirms whom, how much was done of which target, what contradicts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from readout.link.commitments import party_code
from readout.link.days import interval_of
from readout.model.answers import CommitmentThread, Contradiction, Progress, ThreadVersion
from readout.model.records import Article, Commitment, Deadline, Party, Quantity, TradeObject
from readout.model.vocabulary import Stage

_DONE: tuple[Stage, ...] = ("ordered", "shipped", "delivered", "resumed")
_AIMED: tuple[Stage, ...] = ("considered", "expected", "pledged", "agreed")
_NEAR = 0.02
"""Two quantities of one unit that differ by no more than this share are the same number."""
_UNKNOWN_DAY = "9999"
_TO_COME = ("next ", "end of the next ")
"""Beginnings of the names of seasons that have not begun."""


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
    """Each version with the other countries that claim the same: the same number, or no number and the same stage."""
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
    return same_quantity(one.quantity, other.quantity) and (one.stage in _DONE) == (other.stage in _DONE)


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Same unit and basis, and numbers that differ by at most two in a hundred."""
    if (one.unit, one.basis) != (other.unit, other.basis):
        return False
    return abs(_top(one) - _top(other)) <= _NEAR * max(abs(_top(one)), abs(_top(other)))


def _top(quantity: Quantity) -> float:
    return quantity.value if quantity.high is None else quantity.high


def progress_of(versions: Sequence[ThreadVersion]) -> list[Progress]:
    """Every reported total against every target of the same unit that was claimed before it or on its day; of one
    target the totals in the order of the days up to which they were counted.
    """
    targets = _targets(versions)
    done = [one for one in versions if one.stage in _DONE and one.quantity and one.quantity.basis == "total"]
    done.sort(key=_counted_to)
    return [found for target in targets for one in done if (found := _measure(target, one))]


def _counted_to(one: ThreadVersion) -> tuple[str, str]:
    """The day up to which a total was counted, as far as it is told, else that of publication; then the latter."""
    told = (one.period.edtf or "") if one.period else ""
    last = told.rsplit("/", 1)[-1]
    published = (one.published or _UNKNOWN_DAY)[:10]
    return (last if last[:4].isdigit() and last < published else published, published)


def _targets(versions: Sequence[ThreadVersion]) -> list[ThreadVersion]:
    """The first claim of each target: one quantity with one deadline and one period by one claimant."""
    first: dict[tuple[object, ...], ThreadVersion] = {}
    for one in versions:
        if one.stage in _AIMED and one.quantity and one.quantity.value > 0:
            key = (one.quantity, _words(one.deadline), _words(one.period), party_code(one.claimed_by))
            first.setdefault(key, one)
    return list(first.values())


def _measure(target: ThreadVersion, one: ThreadVersion) -> Progress | None:
    if target.quantity is None or one.quantity is None or target.quantity.unit != one.quantity.unit:
        return None
    if (one.published or _UNKNOWN_DAY)[:10] < (target.published or "")[:10] or _other_period(target, one):
        return None
    return Progress(
        target=target.quantity,
        period=target.period,
        deadline=target.deadline,
        target_claimed_by=target.claimed_by,
        target_article=target.article,
        done=one.quantity,
        stage=one.stage,
        ratio=round(one.quantity.value / target.quantity.value, 4),
        measured_by=one.measured_by,
        claimed_by=one.claimed_by,
        published=one.published,
        article=one.article,
    )


def _other_period(target: ThreadVersion, one: ThreadVersion) -> bool:
    """A total for another time than the target's: of a promise for each year or for a season to come, only a total that
    is told for the same one is part; else nothing that was counted up to a day before the target's time begins."""
    ours, theirs = _words(target.period), _words(one.period)
    if ours is not None and ours == theirs:
        return False
    if target.period and (target.period.name or "").startswith(_TO_COME):
        return True
    if target.quantity and target.quantity.basis == "per-period":
        return True
    start = (target.period.edtf or "") if target.period else ""
    return start > _counted_to(one)[0]


def _last_day(value: str) -> str | int:
    """The day on which a deadline ends: "by February" and "by 28 February" are one; else its words."""
    interval = interval_of(value)
    return interval.hi if interval else value


def _words(deadline: Deadline | None) -> str | None:
    return (deadline.edtf or deadline.text) if deadline else None


def contradictions_of(versions: Sequence[ThreadVersion]) -> list[Contradiction]:
    """Targets of one quantity with different deadlines, and of one period or deadline with different quantities."""
    aims = [(number, one) for number, one in enumerate(versions) if one.stage in _AIMED and one.quantity]
    return [*_deadline_conflicts(aims), *_quantity_conflicts(aims)]


def _deadline_conflicts(aims: Sequence[tuple[int, ThreadVersion]]) -> list[Contradiction]:
    groups: dict[tuple[object, ...], list[tuple[int, str]]] = {}
    for number, one in aims:
        words = _words(one.deadline)
        if one.quantity and words:
            key = (one.quantity.value, one.quantity.high, one.quantity.unit, one.quantity.basis, _words(one.period))
            groups.setdefault(key, []).append((number, words))
    return [found for group in groups.values() if (found := _contradiction("deadline", group))]


def _quantity_conflicts(aims: Sequence[tuple[int, ThreadVersion]]) -> list[Contradiction]:
    groups: dict[tuple[object, ...], list[tuple[int, str]]] = {}
    for number, one in aims:
        when = (_words(one.period), _words(one.deadline))
        if one.quantity and any(when):
            key = (*when, one.quantity.unit, one.quantity.basis)
            groups.setdefault(key, []).append((number, f"{_top(one.quantity):g} {one.quantity.unit or ''}".strip()))
    return [found for group in groups.values() if (found := _contradiction("quantity", group))]


def _contradiction(kind: str, group: Sequence[tuple[int, str]]) -> Contradiction | None:
    values = tuple(dict.fromkeys(value for _, value in group))
    if len({_last_day(value) for value in values} if kind == "deadline" else values) < 2:
        return None
    numbers = tuple(number for number, _ in group)
    return Contradiction(kind="deadline" if kind == "deadline" else "quantity", values=values, versions=numbers)
