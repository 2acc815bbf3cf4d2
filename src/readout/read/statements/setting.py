"""How and through whom a statement came to the paper, and which contact it is about."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from readout.knowledge import Knowledge
from readout.model.records import Contact, Speaker
from readout.read.analysis import View, grammar
from readout.read.mentions import Mention
from readout.read.statements.content import Content
from readout.read.tokens import Token
from readout.text.layout import Sentence

PLATFORM, STATE = "platform", "state-media"
NAMELESS: Final = ("media",)
HELD: Final = ("held", "ongoing")
AWAY: Final = ("visit", "letter")
"""Contacts at which nobody is spoken to."""
FOREIGN: Final = ("Ministry of Foreign Affairs", "Department of State", "Foreign Office")


@cache
def _marks(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The symbols of words that tell where something was said, and those of `theo`."""
    symbols = grammar(language).symbols
    return symbols.set_of("medium", "said-in", "according"), symbols.set_of("according")


@cache
def _media(language: str) -> frozenset[str]:
    return grammar(language).symbols.set_of("medium")


def medium_of(knowledge: Knowledge, view: View, speaker: Speaker, content: Content) -> str | None:
    """Where it was said, as the words around the content tell: a platform, a press briefing, an interview, a ministry's
    own statement; else None.
    """
    marks, according = _marks(knowledge.language)
    if marks.isdisjoint(view.present):
        return "foreign-ministry" if (speaker.organisation or "").endswith(FOREIGN) else None
    for token in _around(view, content):
        medium = token.value("medium")
        if medium and knowledge.media[medium]["kind"] == PLATFORM:
            return knowledge.media[medium]["medium"]
    for token in _around(view, content):
        said_in = token.value("said-in")
        if said_in and said_in != "article":
            return said_in
    if (speaker.organisation or "").endswith(FOREIGN) or (
        not according.isdisjoint(view.present) and (_by_foreign_ministry(knowledge, view))
    ):
        return "foreign-ministry"
    return None


def _by_foreign_ministry(knowledge: Knowledge, view: View) -> bool:
    """The sentence follows the account of a foreign ministry ("Theo Bộ Ngoại giao Nga, ông Putin …")."""
    for index, token in enumerate(view.tokens[:-1]):
        if token.has("according"):
            mention = view.tokens[index + 1].record
            form = mention.institution if isinstance(mention, Mention) else None
            row = knowledge.institutions.get(form or "")
            return row is not None and row["institution"].endswith(FOREIGN)
    return False


def _around(view: View, content: Content) -> list[Token]:
    """The tokens of the sentence that are not among the reported words."""
    return [token for token in view.tokens if token.start < content.start or token.start >= content.end]


def media_of(knowledge: Knowledge, view: View, content: Content | None = None) -> tuple[str, ...]:
    """The wires and papers named in the sentence outside the content, in order; no platforms, no nameless media."""
    if _media(knowledge.language).isdisjoint(view.present):
        return ()
    found: list[str] = []
    for token in _around(view, content) if content else view.tokens:
        medium = token.value("medium")
        if medium:
            row = knowledge.media[medium]
            if row["kind"] != PLATFORM and row["medium"] not in NAMELESS and row["medium"] not in found:
                found.append(row["medium"])
    return tuple(found)


def account_of(view: View, language: str, speaker: Speaker) -> str | None:
    """The side whose account puts the words into the speaker's mouth ("Theo phía Trung Quốc, ông Trump nói …")."""
    _, according = _marks(language)
    for index, token in enumerate(view.tokens[:3]):
        if token.symbol in according:
            actors = view.actors.get(index + 1) or view.actors.get(index + 2) or []
            country = actors[0].country if actors else None
            return country if speaker.country and country != speaker.country else None
    return None


REACH_BACK: Final = 40
"""How many tellings of contacts back a statement may refer."""


class _Telling:
    """Where a contact is told, with what tells which of several is meant: whether people sat together, on which day if
    one is told, and whether it is told in passing, by a bare noun without a day."""

    __slots__ = ("contact", "day", "held", "in_passing", "start")

    def __init__(self, start: int, contact: Contact) -> None:
        self.start = start
        self.contact = contact
        self.day: str = contact.time.edtf or ""
        self.held: bool = contact.status in HELD and contact.mode not in AWAY
        self.in_passing: bool = not self.day and contact.evidence[0].rule.endswith("-implied")


class ContactOf:
    """Which contact a statement is about: the one its sentence names, else one told before it, else the first one."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self._contacts = contacts
        self._tellings: list[_Telling] | None = None
        """In the order of the text; made when somebody asks."""
        self._own: dict[tuple[str | None, ...], list[Contact]] = {}
        """For each speaker who was asked for, the contacts in which his side takes part."""

    def find(self, speaker: Speaker, sentence: Sentence) -> str | None:
        """The id of the contact, or None where the speaker's side takes part in none."""
        if not speaker.country:
            return None
        own = self._own_contacts(speaker)
        if not own:
            return None
        if len(own) == 1:
            return own[0].id
        tellings = self._in_order()
        at = 0
        while at < len(tellings) and tellings[at].start < sentence.start:
            at += 1
        told = [telling for telling in tellings[max(0, at - REACH_BACK) : at] if _is_among(telling.contact, own)]
        while at < len(tellings) and tellings[at].start < sentence.end:
            if _is_among(tellings[at].contact, own):
                return tellings[at].contact.id
            at += 1
        return (_told_last(told) or own[0]).id

    def _in_order(self) -> list[_Telling]:
        """Every telling of every contact, in the order of the text."""
        if self._tellings is None:
            self._tellings = [_Telling(e.start, contact) for contact in self._contacts for e in contact.evidence]
            self._tellings.sort(key=lambda telling: telling.start)
        return self._tellings

    def _own_contacts(self, speaker: Speaker) -> list[Contact]:
        key = (speaker.country, speaker.person_id, speaker.office)
        own = self._own.get(key)
        if own is None:
            own = self._own[key] = [contact for contact in self._contacts if _takes_part(contact, speaker)]
        return own


def _is_among(contact: Contact, contacts: list[Contact]) -> bool:
    return any(one is contact for one in contacts)


def _told_last(told: list[_Telling]) -> Contact | None:
    """The contact told last, of those that were held before those that are only planned; an earlier one that is
    mentioned for comparison ("since the meeting three weeks ago") gives way to the newest, and one told in passing,
    by a bare noun without a day ("sau cuộc gặp Busan"), to the others."""
    newest = ""
    for telling in told:
        if telling.held and telling.day > newest:
            newest = telling.day
    last: Contact | None = None
    for telling in reversed(told):
        if telling.held and (not telling.day or telling.day == newest):
            if not telling.in_passing:
                return telling.contact
            last = last or telling.contact
    return last or (told[-1].contact if told else None)


def _takes_part(contact: Contact, speaker: Speaker) -> bool:
    """The speaker's side is among the participants and nobody else stands for it there."""
    if contact.mode == "summit":
        return False
    ours = [p for p in contact.participants if p.country == speaker.country]
    return bool(ours) and (
        not speaker.person_id
        or any(p.person_id in (None, speaker.person_id) for p in ours)
        or speaker.office not in ("president", "general-secretary", "prime-minister")
    )
