"""Ids that contacts had before they were linked anew: an old id, kept in a note or a link, leads to today's contact.

An id goes with one report that was told under it, so that it finds its contact however often that one is linked anew.
No answer depends on these rows.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.dialects import postgresql, sqlite

from readout.ledger.tables import former, report


def keep_former(connection: Connection, ids: Mapping[str, str]) -> None:
    """Note that contacts (by id) may be gone, each with the id of a report that was told there."""
    if ids:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        noted = dialect.insert(former)
        noted = noted.on_conflict_do_update(index_elements=["id"], set_={"report_id": noted.excluded.report_id})
        connection.execute(noted, [{"id": one, "report_id": ids[one]} for one in sorted(ids)])


def keep_all_former(connection: Connection) -> None:
    """The same for all contacts, before they are all linked anew."""
    for column in (report.c.root_id, report.c.contact_id):
        told = select(column, func.min(report.c.id)).where(column.is_not(None)).group_by(column)
        keep_former(connection, {one: report_id for one, report_id in connection.execute(told)})


def contact_of_former(wanted: str) -> Select[tuple[str]]:
    """Asks for the contact that a former id leads to today."""
    return (
        select(report.c.contact_id)
        .join(former, former.c.report_id == report.c.id)
        .where(former.c.id == wanted, report.c.contact_id.is_not(None))
    )
