"""The record of a contact, made of the mentions that were brought together."""

from collections.abc import Sequence

from readout.knowledge.lexicon import Lexicon
from readout.model.records import Contact, Evidence, Participant
from readout.read.contacts.candidate import Candidate
from readout.read.topics import words_in


class Topics:
    """What the sentences of the contacts of an article raise, each sentence searched once."""

    def __init__(self, contacts: Sequence[list[Candidate]], text: str, lowered: str, lexicon: Lexicon) -> None:
        ends = {candidate.sentence.start: candidate.sentence.end for group in contacts for candidate in group}
        words = words_in(list(ends.items()), text, lowered, lexicon)
        self._words = dict(zip(ends, words, strict=True))

    def of(self, group: list[Candidate]) -> tuple[str, ...]:
        """The topics of the sentences of one contact, sorted, each once."""
        found: set[str] = set()
        for candidate in group:
            for word in self._words[candidate.sentence.start]:
                found.update([entry.value for entry in word.meaning.entries if entry.value])
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
