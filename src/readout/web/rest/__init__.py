"""The REST API."""

ROUTERS: tuple[object, ...] = ()
