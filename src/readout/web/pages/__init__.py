"""The pages, one file each."""

from readout.web.pages import (
    article,
    articles,
    commitment,
    contact,
    contacts,
    editing,
    pair,
    paste,
    person,
    preferences,
    session,
    start,
    topic,
)

ROUTERS = tuple(one.router for one in (
    start, contacts, contact, pair, commitment, person, topic, article, articles, paste, preferences, session, editing,
))  # fmt: skip
