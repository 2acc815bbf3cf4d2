"""The record of a contact, made of the mentions that were brought together."""

from readout.model.records import Contact, Evidence, Participant
from readout.read.contacts.candidate import Candidate


def record_of(number: int, group: list[Candidate], text: str) -> Contact:
    """The record with the id `cN`; the first mention carries what all of them say, each gives its words."""
    first = group[0]
    return Contact(
        id=f"c{number}",
        mode=first.mode,
        status=first.status,
        participants=tuple(
            Participant(
                person=p.actor.person,
                person_id=p.actor.person_id,
                office=p.actor.office,
                country=p.actor.country,
                role=p.role,
            )
            for p in first.parties
        ),
        time=first.time,
        moved_from=first.moved_from,
        place=first.place,
        duration=first.duration,
        round=first.round,
        topics=first.topics,
        evidence=tuple(_evidence(c, text) for c in group),
    )


def _evidence(candidate: Candidate, text: str) -> Evidence:
    return Evidence(
        start=candidate.start, end=candidate.end, text=text[candidate.start : candidate.end], rule=candidate.rule
    )
