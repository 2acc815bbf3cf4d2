"""Summits of forums: papers tell of the same one with other countries each, the delegation that they write about.

Which forums there are stands in the knowledge (`shared/forums.tsv`). A forum's summit is known by the forum and its
days; it is only taken for that where nothing else can be meant: two guests may have met each other there, a guest and
the host too where both name who came, and an outsider may have met the members of a union.
"""

from functools import cache

from msgspec import Struct

from readout.knowledge.tables import columns
from readout.model.records import Contact

DAYS = 3
"""Days after its first within which a forum's summit is the same one: they last two or three, and are months apart."""

_BLOCK = " summit"


class Forum(Struct, frozen=True):
    """What is known of a forum: its members, none where whoever comes to its summit takes part in it, and who is its
    host in which year."""

    members: frozenset[str]
    hosts: dict[str, str]


def forum_of(contact: Contact, year: str) -> str | None:
    """The forum whose summit this is; None where it is none, or may be another meeting. `year` is that of the news."""
    countries = {one.country or "" for one in contact.participants}
    codes = countries & _forums().keys()
    if contact.mode != "summit" or len(codes) != 1:
        return None
    code = codes.pop()
    forum, states = _forums()[code], countries - {code}
    guests = states - {forum.hosts.get((contact.time.edtf or year)[:4])} - _hosts(contact)
    named = {one.country for one in contact.participants if one.person}
    if len(guests) > 1 or len(named) > 1 or (forum.members and not states <= forum.members):
        return None
    return code


def _hosts(contact: Contact) -> set[str | None]:
    """Countries in which it takes place, or that the report calls the host."""
    place = {contact.place.country} if contact.place else set()
    return place | {one.country for one in contact.participants if one.role == "host"}


def block_of(forum: str) -> str:
    """What stands for the participants of a forum's summit where reports are compared."""
    return forum + _BLOCK


def is_forum(block: str) -> bool:
    """Whether the reports of this block tell of summits of a forum."""
    return block.endswith(_BLOCK)


@cache
def _forums() -> dict[str, Forum]:
    return {
        code: Forum(frozenset(members.split()), dict(pair.split("=") for pair in hosts.split()))
        for code, members, hosts in columns("shared/forums.tsv", "code", "members", "hosts")
    }
