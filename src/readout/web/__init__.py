"""The web face: pages for the desk that does not live in a terminal, a REST API, feeds and a calendar.

Start with `readout.web.app.make_app`. Everything a page needs is served from here; nothing is fetched elsewhere.
"""
