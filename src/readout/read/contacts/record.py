"""The record of a contact, made of the mentions that were brought together."""

from readout.knowledge.lexicon import Lexicon
from readout.model.records import Contact, Evidence, Participant
from readout.read.contacts.candidate import Candidate
from readout.read.topics import topics_raised


class Topics:
    """What the sentences of contacts raise; each is searched once, and only where a record needs it."""

    def __init__(self, text: str, lowered: str, lexicon: Lexicon) -> None:
        self._text, self._lowered = text, lowered
        self._lexicon = lexicon
        self._raised: dict[int, tuple[str, ...]] = {}

    def of(self, group: list[Candidate]) -> tuple[str, ...]:
        """The topics of the sentences of one contact, sorted, each once."""
        found: set[str] = set()
        for candidate in group:
            start = candidate.sentence.start
            raised = self._raised.get(start)
            if raised is None:
                end = candidate.sentence.end
                words, lowered = self._text[start:end], self._lowered[start:end]
                raised = self._raised[start] = topics_raised(words, self._lexicon, lowered)
            found.update(raised)
        return tuple(sorted(found))


def record_of(number: int, group: list[Candidate], text: str, topics: Topics) -> Contact:
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
        topics=topics.of(group),
        evidence=tuple(_evidence(c, text) for c in group),
    )


def _evidence(candidate: Candidate, text: str) -> Evidence:
    return Evidence(
        start=candidate.start, end=candidate.end, text=text[candidate.start : candidate.end], rule=candidate.rule
    )
