"""Contacts of one article: cue and actors by rule, then status, time, place, and one record for one event."""

from readout.read.contacts.events import read_all_contacts, read_contacts

__all__ = ["read_all_contacts", "read_contacts"]
