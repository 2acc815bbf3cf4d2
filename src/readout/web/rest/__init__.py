"""The REST API under `/api/v1`: the shapes of `--json`, cursors, problems, and a description of itself."""

from readout.web.rest import about, articles, commitments, contacts, lookups

ROUTERS = (articles.router, contacts.router, commitments.router, lookups.router, about.router)
