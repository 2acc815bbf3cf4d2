"""Run by Alembic: migrates on the connection and inside the transaction that `readout.ledger.opening` holds."""

from alembic import context

from readout.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="readout_version",
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
