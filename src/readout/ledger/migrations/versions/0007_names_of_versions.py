"""Names and addresses of the versions of an article, by which a further version finds it in any order of arrival."""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"

_NAMES = ("name", "url")
_version = sa.table("version", *(sa.column(name) for name in ("id", "article_id", "reading", *_NAMES)))


def upgrade() -> None:
    for name in _NAMES:
        op.add_column("version", sa.Column(name, sa.String(), nullable=True))
    _name_versions(op.get_bind())
    for name in _NAMES:
        op.create_index(f"ix_version_{name}", "version", [name])


def _name_versions(connection: sa.Connection) -> None:
    """Also the id, which named the article too, becomes that of what the version says alone."""
    from readout.ledger.rows import decode_reading, source_of
    from readout.ledger.versions import version_id

    for one in connection.execute(sa.select(_version.c.id).order_by(_version.c.id)).scalars().all():
        mine = _version.c.id == one
        told = decode_reading(connection.execute(sa.select(_version.c.reading).where(mine)).scalar_one()).article
        now = version_id(source_of(told))
        if now != one and connection.execute(sa.select(_version.c.id).where(_version.c.id == now)).first():
            connection.execute(sa.delete(_version).where(mine))
            continue
        names = {"name": told.id.replace("\x00", ""), "url": (told.url or "").replace("\x00", "") or None}
        connection.execute(sa.update(_version).where(mine).values(id=now, **names))


def downgrade() -> None:
    for name in _NAMES:
        op.drop_index(f"ix_version_{name}", "version")
        op.drop_column("version", name)
