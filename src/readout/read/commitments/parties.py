"""Who commits himself to whom: the subject of the deed and the side that it concerns."""

from readout.model.records import Party, Statement
from readout.read.analysis import View
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.speakers import Speakers
from readout.read.statements.subject import behind_preposition

_ENDS = L.SEMICOLON + L.STOP + L.COLON + L.QUOTE


def committer_of(speakers: Speakers, number: int, view: View, letters: str, verb: int, quoted: bool) -> Party | None:
    """The side that does the deed: the nearest actor before the verb that belongs to no preposition; None for nobody.

    A firm of a country ("các công ty Hàn Quốc") acts for its country here. What a pronoun means in a
    quotation, only the speaker knows.
    """
    for at in range(verb - 1, max(-1, verb - 13), -1):
        letter = letters[at]
        if letter in _ENDS or (letter == L.THAT and at < verb - 6):
            return None
        country = firm_country(view, at) or _owner(view, letters, at, verb)
        if country:
            return Party(country=country)
        if letter == L.NAME and at and letters[at - 1] in L.ACTOR + L.GROUP:
            continue
        if letter in L.SPEAKERS and letter != L.UNNAMED and not behind_preposition(letters, at, 0):
            voice = speakers.voice(number, letters, at) if letter != L.PRONOUN or not quoted else None
            if voice is None or not voice.speaker.country:
                return None
            return _party(voice.speaker.country, voice.speaker.name if voice.person else None,
                          voice.speaker.person_id)
        if letter == L.COMMA and at < verb - 1 and not _carries_on(letters, at):
            return None
    return None


def _carries_on(letters: str, comma: int) -> bool:
    """A comma behind which the deed has no subject of its own ("…, trong đó có mua …")."""
    return letters[comma + 1:comma + 2] in (L.WORD, L.PREPOSITION, L.TIME, L.CONJUNCTION)


def firm_country(view: View, at: int) -> str | None:
    """The country of a firm named by a noun and its country in two tokens, or None."""
    if not at or not view.tokens[at - 1].has("nationality") or view.tokens[at - 1].has("commodity"):
        return None
    return view.tokens[at].value("country")


def _owner(view: View, letters: str, at: int, verb: int) -> str | None:
    """A country right before the deed or its stage words, though a noun stands before it ("việc Nhật Bản mua")."""
    mention = view.tokens[at].record
    if letters[at] != L.GROUP or not isinstance(mention, Mention):
        return None
    adjacent = all(view.tokens[i].has("stage") or view.tokens[i].has("filler") or letters[i] in L.NAME + L.TIME
                   for i in range(at + 1, verb))
    return mention.side if adjacent else None


def counterparty_of(view: View, first: int, end: int, committer: str | None, claimed: Statement | None) -> Party | None:
    """The other side of the deed: the first other side behind the verb, else the side that claims it."""
    for index in range(first, end):
        if view.tokens[index - 1].has("=tại") or view.tokens[index - 1].has("where"):
            continue
        for country in _countries(view, index):
            if country != committer:
                return Party(country=country)
    if claimed and claimed.speaker.country and claimed.speaker.country != committer and committer:
        return Party(country=claimed.speaker.country)
    return None


def _countries(view: View, index: int) -> list[str]:
    actors = view.actors.get(index)
    if actors:
        return [actor.country for actor in actors if actor.country]
    mention = view.tokens[index].record
    if isinstance(mention, Mention):
        return [mention.side] if mention.side else []
    country = view.tokens[index].value("country")
    return [country] if country else []


def claimer(statement: Statement | None) -> Party | None:
    """Who claims a commitment: the speaker of the statement that holds it."""
    if statement is None:
        return None
    speaker = statement.speaker
    return Party(country=speaker.country, name=speaker.name, person_id=speaker.person_id,
                 organisation=speaker.organisation)


def _party(country: str | None, name: str | None, person_id: str | None) -> Party:
    return Party(country=country, name=name if person_id else None, person_id=person_id)
