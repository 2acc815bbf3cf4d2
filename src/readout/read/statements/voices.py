"""Voices that the words and the tables alone give: an actor, an institution, who holds an office."""

from readout.model.records import Speaker
from readout.read.actors import Actor
from readout.read.analysis import Analysis, View
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.naming import institution_name, side_name
from readout.read.statements.voice import Voice


class Voices:
    """Makes the voices of one article; remembers nobody."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._knowledge = analysis.knowledge
        self._analysis = analysis

    @property
    def _published(self) -> str | None:
        """The day of publication, asked for by few articles."""
        return self._analysis.published.isoformat() if self._analysis.published else None

    def of_actor(self, actor: Actor) -> Voice:
        """The voice of a resolved actor; a side without a person speaks under its own name."""
        if actor.person:
            speaker = Speaker(name=actor.person, person_id=actor.person_id, office=actor.office, country=actor.country)
            return Voice(speaker, actor.sex, True)
        name = side_name(self._knowledge, actor.country) if actor.kind not in ("office", "leader") else None
        speaker = Speaker(name=name, office=actor.office, country=actor.country)
        return Voice(speaker, actor.sex, actor.office is not None)

    def short_name(self, mention: object) -> Voice | None:
        """A family name that only one known person bears, though no office of that day confirms it."""
        if not isinstance(mention, Mention) or len(mention.people) != 1:
            return None
        people = self._knowledge.people
        known = people.by_id[mention.people[0]]
        country = people.country(known.id, self._published)
        return Voice(Speaker(name=known.name, person_id=known.id, country=country), known.sex, True)

    def holder(self, side: str | None) -> Voice | None:
        """ "The master of the White House": the president of that day."""
        people = self._knowledge.people
        for person in people.holders("president", side or "", self._published)[:1]:
            known = people.by_id[person]
            return Voice(Speaker(name=known.name, person_id=person, office="president", country=side), known.sex, True)
        return None

    def of_side(self, code: str) -> Voice:
        """A country or organisation under its own name."""
        return Voice(Speaker(name=side_name(self._knowledge, code), country=code))

    def institution(self, form: str, country: str | None) -> Voice:
        """An institution written as `form`, under its English name."""
        name = institution_name(self._knowledge, form, country)
        row = self._knowledge.institutions.get(form)
        return Voice(Speaker(organisation=name, country=country or (row["country"] or None if row else None)))

    def at_home(self, form: str) -> Voice:
        """An institution that the newspaper names without a country is its own country's."""
        row = self._knowledge.institutions.get(form)
        return self.institution(form, (row["country"] if row else None) or self._knowledge.home)

    def inside_title(self, mention: Mention) -> Voice | None:
        """The institution in a title: `quan chức Nhà Trắng`, `người đứng đầu Bộ Ngoại giao Nga`."""
        words = self._text[mention.start : mention.end].split()
        for first in range(1, len(words)):
            for last in range(len(words), first, -1):
                form = " ".join(words[first:last])
                if form in self._knowledge.institutions and not self._is_seat(mention, form):
                    return self.institution(form, mention.side)
        return None

    def _is_seat(self, mention: Mention, form: str) -> bool:
        """Who heads the seat of a government is its leader: `người đứng đầu Nhà Trắng`."""
        entries = self._knowledge.lexicon.entries_of(form.lower())
        return mention.kind == "leader" and any(entry.cls == "government" for entry in entries)

    def office_by_name(self, view: View, letters: str, first: int, last: int) -> Voice | None:
        """An office that no table holds, named before its country: `Hải quan Trung Quốc`, `Cơ quan Phòng vệ …`."""
        if letters[last + 1 : last + 3] != L.WORD + L.GROUP:
            return None
        tokens, text = view.tokens, self._text
        mention = tokens[last + 2].record
        if " " in text[tokens[first].start : tokens[last].end] or not isinstance(mention, Mention) or not mention.side:
            return None
        if text[tokens[last].end : tokens[last + 1].end].count(" ") > 2:
            return None
        name = institution_name(self._knowledge, text[tokens[first].start : tokens[last + 1].end], mention.side)
        return Voice(Speaker(organisation=name, country=mention.side))
