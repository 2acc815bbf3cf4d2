"""Who speaks: the token before the verb resolved to a person, an institution or a side, also by a pronoun."""

from collections.abc import Sequence
from typing import Final

from readout.model.records import Contact, Speaker
from readout.read.actors import Actor
from readout.read.analysis import Analysis, View
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.affiliation import Affiliation, each_actor, is_called
from readout.read.statements.naming import side_name
from readout.read.statements.persons import MEMORY, Persons, fits
from readout.read.statements.table import Table
from readout.read.statements.voice import Voice
from readout.read.statements.voices import Voices
from readout.read.tokens import Token
from readout.read.topics import words_of

SOURCE: Final = "source"
"""The value of words that stand for a source told of before, a person or not."""
SPOKESPERSON: Final = "spokesperson"
SPOKESPEOPLE: Final = (SPOKESPERSON, "press-secretary")
"""The office of a bare title, and how the more exact ones end (`foreign-ministry-spokesperson`)."""
OFFICIALS: Final = ("official", "senior-official")
NAMELESS: Final = "unnamed official"
OPENING: Final = 2
"""At most so many tokens name the side with which a sentence opens."""
SUPERIOR: Final = 6
"""Within so many tokens behind a title stands whom it belongs to."""
_ENDS: Final = L.CUES + L.COMMA + L.SEMICOLON + L.QUOTE + L.STOP + L.DASH
OFFICIAL: Final = "official"
"""The value of words that stand for an official, rather one without a name ("quan chức này")."""
SPOKEN_FOR: Final = ("institution", "side", "delegation")
"""Whom an official or a spokesperson without a name speaks for."""


class Speakers:
    """Resolves speakers in the order of the text and remembers who spoke last."""

    def __init__(self, analysis: Analysis, contacts: Sequence[Contact]) -> None:
        self._analysis = analysis
        self._knowledge = analysis.knowledge
        self._table = Table(contacts, analysis.knowledge)
        self._last: tuple[int, Voice] | None = None
        self.issuer: Voice | None = None
        """The institution that spoke last: documents told of again are its own."""
        self._named: dict[str, Voice] = {}
        self._offices: dict[str, Voice] = {}
        """Who of a known side spoke last with each office."""
        self._affiliation = Affiliation(analysis)
        self._new = words_of(analysis.knowledge.language, "somebody-new")
        self.voices = Voices(analysis)
        self.persons = Persons(analysis, self.voices)

    @property
    def last(self) -> Voice | None:
        """Who spoke last, or None."""
        return self._last[1] if self._last else None

    def remember(self, number: int, voice: Voice) -> None:
        """Note that `voice` spoke in sentence `number`."""
        self._last = (number, voice)
        if voice.speaker.office and voice.speaker.country:
            self._offices[voice.speaker.office] = voice
            if voice.speaker.office.endswith(SPOKESPEOPLE):
                self._offices[SPOKESPERSON] = voice
        if voice.speaker.organisation:
            self.issuer = voice

    def voice(self, number: int, letters: str, index: int, current: Voice | None = None) -> Voice | None:
        """Who the token at `index` of sentence `number` is; `current` is who already speaks in the sentence."""
        view = self._analysis.views[number]
        letter = letters[index]
        if letter == L.UNNAMED:
            return self._source_in(view, letters, index) or Voice(Speaker(name=view.tokens[index].value("unnamed")))
        if letter == L.NAME and letters[index - 1 : index] == L.ACTOR and self._named_longer(view, index):
            return self._of_mention(view, letters, index - 1, view.tokens[index - 1].record, view.actors[index - 1])
        if letter == L.NAME or (letter == L.PRONOUN and letters[index + 1 : index + 2] == L.NAME):
            return self._unlisted(view, letters, index)
        if letter == L.PRONOUN:
            return self._pronoun(number, letters, index, current)
        mention = view.tokens[index].record
        if letter == L.PAIR and not isinstance(mention, Mention):
            return self._table.all_parties(view.tokens[index].start)
        if not isinstance(mention, Mention):
            return self._institution_of_last(view.tokens[index], current)
        if mention.kind == "office" and letters[index + 1 : index + 2] == L.NAME:
            return self._unlisted(view, letters, index)
        actors = [a for a in view.actors.get(index, ()) if a.country or a.person]
        return self._of_mention(view, letters, index, mention, actors)

    def _source_in(self, view: View, letters: str, index: int) -> Voice | None:
        """`nguồn tin từ Bộ Quốc phòng X`: sources of one institution speak for it."""
        if letters[index + 1 : index + 3] != L.PREPOSITION + L.ACTOR:
            return None
        mention = view.tokens[index + 2].record
        if not isinstance(mention, Mention) or mention.kind != "institution":
            return None
        return self._of_mention(view, letters, index + 2, mention, view.actors.get(index + 2, []))

    def _two_of(self, view: View, index: int, mention: Mention) -> bool:
        """`hai Chủ tịch Quốc hội`: a title of two, without a name."""
        counted = index > 0 and view.tokens[index - 1].value("how-many") == "2"
        return counted and mention.kind == "office" and mention.name is None and bool(mention.offices)

    def _institution_of_last(self, token: Token, current: Voice | None) -> Voice | None:
        """`Bộ Quốc phòng Nga cáo buộc …, trong khi Bộ Ngoại giao cho biết …`: the second ministry is of the country
        that spoke last."""
        form, speaking = token.value("institution"), current or self.last
        side = speaking.speaker.country if speaking else None
        return self.voices.institution(form, side) if form and side else None

    def _of_mention(self, view: View, letters: str, index: int, mention: object, actors: list[Actor]) -> Voice | None:
        if not isinstance(mention, Mention):
            return self.voices.of_actor(actors[0]) if actors else None
        if mention.kind == "institution" and mention.institution:
            return self.voices.institution(mention.institution, mention.side or (actors[0].country if actors else None))
        if mention.rule.endswith("government-seat"):
            if index and view.tokens[index - 1].has("seat-holder"):
                return self.voices.holder(mention.side)
            return self.voices.institution(self._analysis.text[mention.start : mention.end], mention.side)
        if self._two_of(view, index, mention) and (both := self._table.of_office(mention.start, mention.offices[0])):
            return both
        if mention.kind == "pair":
            told = self._table.both(mention.start, actors)
            return told or (self._together(self.voices.of_actor(actors[0]), actors) if actors else None)
        if mention.kind == "leader" and (head := self.voices.inside_title(mention)):
            return head
        if mention.kind == "office" and mention.side is None and ("spokesperson",) in mention.offices:
            actors = []  # of whom, the words beside it tell
        if not actors:
            beside = self.voices.short_name(mention) or self._spokesperson(view, letters, index, mention)
            return beside or self._of_office_told(view, index, mention) or _nameless(mention)
        if len(actors) > 1 and not _joined(self._analysis.text[mention.start : mention.end]):
            actors = actors[-1:]
        unknown = actors[0].person == mention.name and not actors[0].country  # nobody whom the article named at length
        voice = (self._named.get(mention.name or "") or self.voices.short_name(mention)) if unknown else None
        voice = voice or self._titled(actors[0], view, index, mention)
        if not (voice.speaker.name or mention.kind == "leader") and (inside := self.voices.inside_title(mention)):
            return inside.under(_with_office(inside.speaker, voice.speaker.office))
        if voice.person and not voice.speaker.country and voice.speaker.name:
            voice = self._affiliated(voice, view, letters, index)
        return self._together(voice, actors) if len(actors) > 1 else voice

    def _titled(self, actor: Actor, view: View, index: int, mention: Mention) -> Voice:
        """One actor; several with one title and no name speak under the name of their side ("các nghị sĩ Mỹ")."""
        voice = self.voices.of_actor(actor)
        if mention.kind != "office" or voice.speaker.name:
            return voice
        before = view.tokens[index - 1] if index else view.tokens[index]
        written = self._analysis.text[before.start : mention.end].lower()
        at = mention.start - before.start
        many = words_of(self._knowledge.language, "several")
        if not (written[at:].startswith(many) or written[:at].strip() in many):
            return voice
        name = side_name(self._knowledge, actor.country)
        return voice.under(Speaker(name=name, office=actor.office, country=actor.country))

    def _of_office_told(self, view: View, index: int, mention: Mention) -> Voice | None:
        """A bare title is whoever spoke last with the same office ("các nghị sĩ Mỹ … . Các nghị sĩ cũng …"), unless it
        brings in somebody new ("một quan chức")."""
        written = self._analysis.text[view.tokens[max(0, index - 1)].start : mention.end].lower()
        if any(f" {form} " in f" {written}" for form in self._new):
            return None
        office = mention.offices[0][0] if mention.offices and mention.offices[0] else None
        return self._offices.get(office) if office else None

    def _together(self, voice: Voice, actors: Sequence[Actor]) -> Voice:
        """The first of several actors, who speaks for all of them."""
        beside = tuple([self.voices.of_actor(actor).speaker for actor in actors[1:]])
        return Voice(voice.speaker, voice.sex, voice.person, tuple(actors), beside)

    def _affiliated(self, voice: Voice, view: View, letters: str, index: int) -> Voice:
        """A person of no known country with the country of the words beside the name, kept for later mentions."""
        name = voice.speaker.name or ""
        known = self._named.get(name) or self._named.get(name.split()[-1])
        if known:
            return known
        country = self._affiliation.country(name, view, letters, index, index)
        found = voice.under(Speaker(name=name, office=voice.speaker.office, country=country))
        for word in {name, name.split()[-1]}:
            self._named.setdefault(word, found)
        return found

    def _spokesperson(self, view: View, letters: str, index: int, mention: Mention) -> Voice | None:
        """A title without a name speaks for the institution or side named in it or beside it, else nobody is known."""
        inside = self.voices.inside_title(mention)
        if inside:
            return inside
        for at in _beside(letters, index):
            other = view.tokens[at].record
            if isinstance(other, Mention) and other.kind in SPOKEN_FOR and view.actors.get(at):
                if other.kind == "institution" and other.institution:
                    voice = self.voices.institution(other.institution, other.side)
                else:
                    voice = self.voices.of_actor(view.actors[at][0])
                office = mention.offices[0][0] if mention.offices else None
                return voice.under(_with_office(voice.speaker, office))
        return self._of_superior(view, letters, index, mention)

    def _of_superior(self, view: View, letters: str, index: int, mention: Mention) -> Voice | None:
        """A title is of the country of whom it belongs to ("cố vấn kinh tế của Tổng thống Hàn Quốc", "quan chức thuộc
        Văn phòng của Thủ tướng Netanyahu")."""
        for at in range(index + 1, min(index + SUPERIOR, len(letters) - 1)):
            actors = view.actors.get(at + 1) or []
            if len(actors) == 1 and view.tokens[at].has("of"):
                office = mention.offices[0][0] if mention.offices else None
                return Voice(Speaker(office=office, country=actors[0].country), "", True)
            if letters[at] in _ENDS:
                break
        return None

    def _unlisted(self, view: View, letters: str, index: int) -> Voice | None:
        """A person whom no table holds: the name as written, the country of the words beside it."""
        first = last = index if letters[index] == L.NAME else index + 1
        while first and letters[first - 1] == L.NAME and view.tokens[first - 1].end + 1 == view.tokens[first].start:
            first -= 1
        while letters[last + 1 : last + 2] == L.NAME:
            last += 1
        office = self.voices.office_by_name(view, letters, first, last)
        if office or _common_noun(self._analysis.text, view, letters, first, last):
            return office
        name = view.text_of(self._analysis.text, first, last).rstrip(".")
        if last + 1 < len(view.tokens) and view.tokens[last + 1].has("media-word"):
            return None  # "The Daily …"
        if first and view.tokens[first - 1].has("media-head"):
            return None  # a paper that no table holds
        known = self._named.get(name) or self._named_before(view, name)
        if known and known.speaker.country:
            return known
        sex = view.tokens[index].value("honorific") or "" if letters[index] == L.PRONOUN else ""
        country = self._affiliation.country(name, view, letters, index, last)
        voice = Voice(Speaker(name=known.speaker.name if known else name, country=country), sex, True)
        for word in {name, name.split()[0], name.split()[-1]}:
            self._named.setdefault(word, voice)
        return voice

    def _named_longer(self, view: View, index: int) -> bool:
        """A known person with one more name ("Fidel Castro Ruz")."""
        mention = view.tokens[index - 1].record
        return (
            isinstance(mention, Mention)
            and mention.kind == "person"
            and bool(mention.people)
            and not mention.short
            and mention.end + 1 == view.tokens[index].start
            and len(view.actors.get(index - 1, ())) == 1
        )

    def _named_before(self, view: View, name: str) -> Voice | None:
        """Somebody whom the article named in full before and whose first or last word is `name`."""
        if " " in name:
            return None  # no word
        text = self._analysis.text
        for other in self._analysis.views:
            if other.sentence.start >= view.sentence.start:
                break
            for index, actors in other.actors.items():
                for actor, mention in each_actor(actors, other.tokens[index].record):
                    if actor.person and is_called(name, text[mention.start : mention.end]):
                        voice = self.voices.of_actor(actor)
                        if voice.speaker.country:
                            return voice
                        letters = L.letters_of(other, self._knowledge.language)
                        return self._affiliated(voice, other, letters, index)
        return None

    def _pronoun(self, number: int, letters: str, index: int, current: Voice | None) -> Voice | None:
        token = self._analysis.views[number].tokens[index]
        last = self.last
        if token.value("pronoun") == SOURCE:
            return last
        if token.value("pronoun") == OFFICIAL and last and not last.speaker.person_id:
            return last
        sex = token.value("honorific") or token.value("pronoun") or ""
        sex = "" if sex == OFFICIAL else sex
        if current and current.person and fits(current.sex, sex):
            return current
        here = self.persons.subject(number, index, sex) or self.persons.owner(number, index, sex)
        if here:
            return here
        since = self._last[0] if self._last else -1
        for before in range(number - 1, max(-1, number - 1 - MEMORY), -1):
            if before <= since:
                break
            found = self.persons.subject(before, None, sex)
            if found:
                return found
        voice = self.last
        if voice and voice.person and fits(voice.sex, sex):
            return voice
        for before in range(min(since, number - 1), max(-1, number - 1 - 2 * MEMORY), -1):
            found = self.persons.subject(before, None, sex)
            if found:
                return found
        return None


def _beside(letters: str, index: int) -> list[int]:
    """The tokens beside a title that may tell whose it is: up to a verb of saying or a comma, then the side with which
    the sentence opens ("Về phía Mỹ, một quan chức nói")."""
    found: list[int] = []
    for side in (range(index + 1, min(index + 4, len(letters))), range(index - 1, -1, -1)):
        for at in side:
            if letters[at] in _ENDS:
                break
            found.append(at)
    comma = letters.find(L.COMMA, 0, index)
    return [*found, comma - 1] if 0 < comma <= OPENING else found


def _nameless(mention: Mention) -> Voice | None:
    """An official of whom the article tells neither name nor country."""
    office = mention.offices[0][0] if mention.offices and mention.offices[0] else None
    return Voice(Speaker(name=NAMELESS, office=office), "", True) if office in OFFICIALS else None


def _common_noun(text: str, view: View, letters: str, first: int, last: int) -> bool:
    """A capital that only begins a sentence or the name of a thing: one syllable with lower-case words behind it ("Văn
    bản này …", "trong Danh sách ưu tiên"), unless they belong to the verb ("Carney cũng nói")."""
    if first != last or " " in text[view.tokens[first].start : view.tokens[first].end]:
        return False
    if letters[last + 1 : last + 2] != L.WORD or text[view.tokens[last].end : view.tokens[last + 1].start] != " ":
        return False
    behind = view.tokens[last + 1]
    titled = letters[first - 1] in L.SPEAKERS if first else False
    return not first or not (titled or behind.has("filler") or behind.has("past"))


def _joined(written: str) -> bool:
    """A list of actors has a conjunction or a dash; with commas alone the last one is the subject of its own clause."""
    return any(mark in written for mark in (" và ", " cùng ", " hay ", "-", "–", " với "))


def _with_office(speaker: Speaker, office: str | None) -> Speaker:
    return Speaker(
        name=speaker.name,
        person_id=speaker.person_id,
        office=office,
        country=speaker.country,
        organisation=speaker.organisation,
    )
