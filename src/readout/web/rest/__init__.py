"""The REST API under `/api/v1`: the shapes of `--json`, cursors, problems, and a description of itself."""

from readout.web.rest import articles, commitments, contacts, lookups
from readout.web.rest import description as description

ROUTERS = (articles.router, contacts.router, commitments.router, lookups.router)
