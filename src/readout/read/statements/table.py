"""Those who sit at one table and speak as one: "hai bên nhất trí", "ba nước thống nhất"."""

from collections.abc import Sequence
from typing import Final

from readout.knowledge import Knowledge
from readout.model.records import Contact, Participant, Speaker
from readout.read.actors import Actor
from readout.read.statements.naming import side_name
from readout.read.statements.voice import Voice

NO_TABLE: Final = ("visit", "letter")
"""Contacts at which nobody sits together, so that "both sides" cannot be theirs."""


class Table:
    """Finds the parties of the contact that was told last."""

    def __init__(self, contacts: Sequence[Contact], knowledge: Knowledge) -> None:
        self._contacts = [c for c in contacts if c.mode not in NO_TABLE and c.evidence and len(c.participants) > 1]
        self._knowledge = knowledge

    def both(self, before: int, actors: Sequence[Actor]) -> Voice | None:
        """ "Both sides": the first party of the contact that was told last before the offset speaks for both, one of
        each other side with it; None where no contact fits the actors that are meant."""
        sides = {actor.country for actor in actors}
        told = [c for c in reversed(self._contacts) if c.evidence[0].start < before]
        fitting = [c for c in told if not sides or c.participants[0].country in sides]
        contact = next((c for c in fitting if c.participants[0].person), fitting[0] if fitting else None)
        return self._voice(contact, sides, tuple(actors)) if contact else None

    def of_office(self, before: int, offices: Sequence[str]) -> Voice | None:
        """ "The two defence ministers": those of the contact told last at which two sides have one."""
        for contact in reversed(self._contacts):
            holders = [one for one in contact.participants if one.office in offices]
            if contact.evidence[0].start < before and len({one.country for one in holders}) == 2 == len(holders):
                first, second = holders
                return Voice(self._speaker(first), "", True, (), (self._speaker(second),))
        return None

    def all_parties(self, before: int) -> Voice | None:
        """ "All three sides": those of the contact told last that has more than two."""
        for contact in reversed(self._contacts):
            if contact.evidence[0].start < before:
                voice = self._voice(contact, set(), ())
                if len(voice.beside) > 1:
                    return voice
        return None

    def _voice(self, contact: Contact, sides: set[str | None], joint: tuple[Actor, ...]) -> Voice:
        first = contact.participants[0]
        beside: dict[str | None, Speaker] = {}
        for one in contact.participants[1:]:
            if one.country != first.country and (not sides or one.country in sides):
                beside.setdefault(one.country, self._speaker(one))
        return Voice(self._speaker(first), "", first.person is not None, joint, tuple(beside.values()))

    def _speaker(self, one: Participant) -> Speaker:
        return Speaker(
            name=one.person or side_name(self._knowledge, one.country),
            person_id=one.person_id,
            office=one.office,
            country=one.country,
        )
