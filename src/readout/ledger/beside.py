"""A contact with all that stands on its page: both sides' words, what stands beside it, promises made in it."""

from sqlalchemy import Connection, bindparam, select, tuple_

from readout.ledger import commitments, comparing, contacts
from readout.ledger.tables import article, commitment, contact, report
from readout.ledger.telling import UNKNOWN_DAY
from readout.model.answers import CommitmentThread, Comparison, LedgerContact
from readout.model.records import Record


class Neighbours(Record, frozen=True, kw_only=True):
    """What stands beside a contact: before and after in its series, the visit around it, the contacts inside it."""

    before: LedgerContact | None = None
    after: LedgerContact | None = None
    visit: LedgerContact | None = None
    parts: tuple[LedgerContact, ...] = ()


class Whole(Record, frozen=True, kw_only=True):
    """A contact with all that stands on its page."""

    contact: LedgerContact
    comparison: Comparison
    neighbours: Neighbours
    threads: tuple[CommitmentThread, ...]
    titles: dict[str, str | None]
    """Article id → title, of all that report it."""


_rows = select(contact.c.data, contact.c.part_of).where(*contacts.shown)
_own_day = select(contact.c.sort_day).where(contact.c.id == bindparam("of"))
_mates = _rows.where(contact.c.series == bindparam("series"), contact.c.status.in_(contacts.HAPPENED),
                     contact.c.sort_day < UNKNOWN_DAY)  # fmt: skip
_place = tuple_(contact.c.sort_day, contact.c.id)
_mark = tuple_(bindparam("day"), bindparam("of"))
_earlier = _mates.where(_place < _mark).order_by(contact.c.sort_day.desc(), contact.c.id.desc()).limit(1)
_later = _mates.where(_place > _mark).order_by(contact.c.sort_day, contact.c.id).limit(1)
_inside = _rows.where(contact.c.part_of == bindparam("of")).order_by(contact.c.sort_day).limit(50)
_titles = select(article.c.id, article.c.title).where(
    article.c.id.in_(select(report.c.article_id).where(report.c.contact_id == bindparam("of")))
)
_made_in = commitments.claims_asked().where(
    commitment.c.thread_id.in_(
        select(commitment.c.thread_id)
        .join(report, report.c.id == commitment.c.report_id)
        .where(report.c.contact_id == bindparam("of"))
    )
)
"""Built once: building a question takes longer than the database needs to answer it."""


def whole(connection: Connection, wanted: str, as_of: str | None = None, numbered: bool = True) -> Whole:
    """A contact with all that stands on its page, in one view; raises NotFound. Its place in its series, which no page
    shows, is left out where it is not to be `numbered`."""
    one = contacts.get(connection, wanted, numbered)
    titles = connection.execute(_titles, {"of": one.id})
    return Whole(contact=one, comparison=comparing.compare_contact(connection, one, as_of),
                 neighbours=neighbours(connection, one), threads=threads_of_contact(connection, one.id),
                 titles={owner: title for owner, title in titles})  # fmt: skip


def neighbours(connection: Connection, one: LedgerContact) -> Neighbours:
    """What stands beside this contact; without places in series."""
    before, after = _in_series(connection, one)
    inside = connection.execute(_inside, {"of": one.id}).all()
    return Neighbours(before=before, after=after, parts=tuple(map(contacts.record_of, inside)),
                      visit=contacts.get(connection, one.part_of, False) if one.part_of else None)  # fmt: skip


def _in_series(connection: Connection, one: LedgerContact) -> tuple[LedgerContact | None, LedgerContact | None]:
    """The one before and the one after that took place, by their days; of one without a day, by that of its first
    report."""
    day = connection.execute(_own_day, {"of": one.id}).scalar()
    if one.series is None or one.status not in contacts.HAPPENED or day == UNKNOWN_DAY:
        return None, None
    mark = {"series": one.series, "day": day, "of": one.id}
    before, after = (connection.execute(asked, mark).first() for asked in (_earlier, _later))
    return before and contacts.record_of(before), after and contacts.record_of(after)


def threads_of_contact(connection: Connection, contact_id: str) -> tuple[CommitmentThread, ...]:
    """Threads with a version that was made in or after this contact, the longest first."""
    found = commitments.threads_of(connection, _made_in, of=contact_id)
    return tuple(sorted(found, key=lambda thread: (-len(thread.versions), thread.id)))
