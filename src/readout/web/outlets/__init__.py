"""Feeds and calendars: what leaves the pages for other programs."""

ROUTERS: tuple[object, ...] = ()
