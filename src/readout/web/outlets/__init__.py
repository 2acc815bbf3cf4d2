"""Feeds and calendars: what leaves the pages for other programs."""

from readout.web.outlets import calendar, feeds

ROUTERS = (feeds.router, calendar.router)
