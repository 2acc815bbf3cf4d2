"""Readings built by hand: the shortest way to say what an article reported."""

from typing import Any

from readout.model.records import (
    Article,
    Commitment,
    Contact,
    ContactTime,
    Deadline,
    Evidence,
    Participant,
    Party,
    Place,
    Quantity,
    Reading,
    Silence,
    Span,
    Speaker,
    Statement,
    TradeObject,
)

PEOPLE = {
    "Trump": ("Donald Trump", "Q22686", "president", "US"),
    "Xi": ("Xi Jinping", "Q15031", "president", "CN"),
    "Putin": ("Vladimir Putin", "Q7747", "president", "RU"),
    "Zelensky": ("Volodymyr Zelensky", "Q3874799", "president", "UA"),
    "Rubio": ("Marco Rubio", "Q324546", "foreign-minister", "US"),
    "Wang": ("Wang Yi", "Q15903", "foreign-minister", "CN"),
    "Leavitt": ("Karoline Leavitt", None, "press-secretary", "US"),
    "Bessent": ("Scott Bessent", None, "treasury-secretary", "US"),
    "Lâm": ("Tô Lâm", "Q10821098", "general-secretary", "VN"),
}


def who(name: str, role: Any = "participant") -> Participant:
    """A known person, or a country where `name` is its code."""
    if name not in PEOPLE:
        return Participant(country=name, role=role)
    person, person_id, office, country = PEOPLE[name]
    return Participant(person=person, person_id=person_id, office=office, country=country, role=role)


class Story:
    """One article in the making: every fact adds a sentence to its text, which is the fact's evidence."""

    def __init__(self, name: str, published: str | None, publisher: str = "VnExpress") -> None:
        self.name, self.published, self.publisher = name, published, publisher
        self.text = ""
        self.contacts: list[Contact] = []
        self.statements: list[Statement] = []
        self.commitments: list[Commitment] = []
        self.silences: list[Silence] = []

    def _write(self, sentence: str, rule: str) -> Evidence:
        start = len(self.text)
        self.text += f"{sentence}\n\n"
        return Evidence(start=start, end=start + len(sentence), text=sentence, rule=rule)

    def contact(
        self,
        mode: Any,
        status: Any,
        people: str,
        edtf: str | None = None,
        *,
        part: Any = None,
        basis: Any = None,
        country: str | None = None,
        city: str | None = None,
        topics: tuple[str, ...] = (),
        guest: str | None = None,
        moved_from: str | None = None,
        words: str | None = None,
        rules: tuple[str, ...] = ("test.contact",),
    ) -> str:
        """Add a contact; `people` are names of PEOPLE or country codes; `moved_from` is "" where it is only said that
        it was moved; `words` are its sentence, written for each of the `rules`. Returns its id in the reading."""
        contact_id = f"c{len(self.contacts) + 1}"
        place = Place(name=city, country=country) if city or country else None
        roles = {name: ("guest" if name == guest else "host") for name in people.split()} if guest else {}
        self.contacts.append(
            Contact(
                id=contact_id,
                mode=mode,
                status=status,
                participants=tuple(who(name, roles.get(name, "participant")) for name in people.split()),
                time=ContactTime(edtf=edtf, part=part, basis=basis or ("stated" if edtf else "unknown")),
                moved_from=ContactTime(edtf=moved_from or None) if moved_from is not None else None,
                place=place,
                topics=topics,
                evidence=tuple(self._write(words or f"{people}: {mode} {status} {edtf}.", rule) for rule in rules),
            )
        )
        return contact_id

    def said(
        self,
        contact: str | None,
        name: str,
        words: str,
        *topics: str,
        force: Any = "says",
        beside: tuple[str, ...] = (),
        account_of: str | None = None,
    ) -> str:
        """Add a statement of a person of PEOPLE, or of a country; `beside` are those who say it too."""
        found = self._write(words, "test.statement")
        one = who(name)
        speaker = Speaker(name=one.person, person_id=one.person_id, office=one.office, country=one.country)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                contact=contact,
                speaker=speaker,
                kind="indirect",
                force=force,
                joint_with=tuple(Speaker(name=who(one).person, country=who(one).country) for one in beside),
                account_of=account_of,
                topics=topics,
                evidence=(found,),
                content=Span(start=found.start, end=found.end, text=found.text),
            )
        )
        return f"s{len(self.statements)}"

    def promised(
        self,
        stage: Any,
        tonnes: float | None,
        *,
        by: str | None = None,
        action: Any = "buy",
        committer: str = "CN",
        counterparty: str | None = "US",
        thing: str | None = "soybeans",
        hs: str | None = "1201",
        made: str | None = None,
        period: str | None = None,
        lasting: str | None = None,
        deadline: str | None = None,
        contact: str | None = None,
        measured_by: str | None = None,
    ) -> None:
        """Add a commitment about tonnes of something."""
        claimant = who(by) if by else None
        self.commitments.append(
            Commitment(
                id=f"k{len(self.commitments) + 1}",
                contact=contact,
                committer=Party(country=committer),
                counterparty=Party(country=counterparty) if counterparty else None,
                action=action,
                object=TradeObject(name=thing, hs=hs) if thing else None,
                stage=stage,
                quantity=Quantity(value=tonnes, unit="t") if tonnes else None,
                made=Deadline(edtf=made, text=made) if made else None,
                period=Deadline(edtf=period, text=period or lasting or "", name=lasting) if period or lasting else None,
                deadline=Deadline(edtf=deadline, text=deadline) if deadline else None,
                claimed_by=Party(country=claimant.country, name=claimant.person) if claimant else None,
                measured_by=measured_by,
                evidence=(self._write(f"{committer} {stage} {tonnes} t of {thing}.", "test.commitment"),),
            )
        )

    def silent(self, side: str, topic: str | None, contact: str | None) -> None:
        """Add a stated silence."""
        words = self._write(f"{side} did not mention {topic or 'anything'}.", "test.silence")
        self.silences.append(Silence(side=side, topic=topic, contact=contact, evidence=(words,)))

    def reading(self) -> Reading:
        """The finished reading."""
        article = Article(
            id=self.name,
            url=f"https://example.org/{self.name}",
            publisher=self.publisher,
            published=self.published,
            published_basis="given",
            language="vi",
            text=self.text,
        )
        return Reading(
            article=article,
            contacts=tuple(self.contacts),
            statements=tuple(self.statements),
            commitments=tuple(self.commitments),
            silences=tuple(self.silences),
        )


def february() -> Reading:
    """What must be read from the first seed article (5 February 2026)."""
    story = Story("seed-000", "2026-02-05", "Báo Tin tức")
    call = story.contact("phone-call", "held", "Trump Xi", "2026-02-04", topics=("trade", "taiwan"))
    putin = story.contact("video-call", "held", "Xi Putin", "2026-02-04", basis="relative")
    story.contact("talks", "ongoing", "UA RU US", "2026-02-04/..", city="Abu Dhabi", country="AE")
    story.contact("visit", "planned", "Trump CN", "2026-04", country="CN", guest="Trump", topics=("visits",))
    story.contact("meeting", "held", "Xi Trump", "2025", part="late", basis="relative", country="KR")
    story.said(call, "Trump", "It was an excellent call.", "bilateral-relations")
    story.said(
        call,
        "Trump",
        "We discussed trade, the military, the April trip, Taiwan, Ukraine and Iran.",
        "trade",
        "military",
        "visits",
        "taiwan",
        "ukraine",
        "iran",
    )
    story.said(
        call, "Trump", "China considers 20 million tonnes of soybeans.", "energy", "agriculture", "soybeans", "aviation"
    )
    story.said(putin, "Xi", "China and Russia have a duty.", "international-order")
    story.promised("considered", 20e6, by="Trump", period="2025/2026", contact=call)
    story.silent("CN", None, call)
    return story.reading()


def november() -> Reading:
    """What must be read from the second seed article (about 25 November 2025)."""
    story = Story("seed-003", "2025-11-25", "Thanh Niên")
    call = story.contact("phone-call", "held", "Trump Xi", "2025-11-24", topics=("trade", "ukraine"))
    story.contact("meeting", "held", "Trump Xi", "2025-10-30", basis="caption", city="Busan", country="KR")
    story.contact("visit", "invited", "Xi US", "2026", part="late", country="US", guest="Xi", topics=("visits",))
    story.said(
        call, "Trump", "We spoke of Ukraine, fentanyl and soybeans.", "ukraine", "fentanyl", "agriculture", "soybeans"
    )
    story.said(call, "Leavitt", "The call focused on trade.", "trade")
    story.said(call, "CN", "The call was mainly about trade, Taiwan and Ukraine.", "trade", "taiwan", "ukraine")
    story.said(call, "Xi", "Taiwan's return is part of the post-war order.", "taiwan", "international-order")
    story.promised("ordered", 2e6)
    story.promised("expected", 12e6, by="US", deadline="2025-12-31")
    story.silent("US", "taiwan", call)
    return story.reading()
