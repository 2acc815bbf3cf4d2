"""Who commits himself to whom: the subject of the deed and the side that it concerns."""

import re
import unicodedata
from typing import Final

from readout.knowledge import Knowledge
from readout.model.records import Party, Statement
from readout.read.analysis import Analysis, View
from readout.read.commitments.firms import firm_at, is_that_firm, maker_of
from readout.read.commitments.matters import MATTER
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.speakers import Speakers
from readout.read.statements.subject import behind_preposition, first_subject
from readout.read.statements.voice import Voice
from readout.read.tokens import Token

REACH: Final = 14
"""How many tokens a subject may stand before its deed."""
QUOTED: Final = 3
"""Within so many tokens behind its subject a quotation tells the deed."""
_ENDS: Final = L.SEMICOLON + L.STOP + L.COLON + L.QUOTE
_BETWEEN: Final = L.WORD + L.TIME + L.PREPOSITION + L.CONJUNCTION
_VOWELS: Final = re.compile("[aeiouy]+")
OF: Final = "của"
SOURCES, RECEIVERS = ("=từ", "=của"), ("dative", "go-v")
"""Classes of the words before the side that goods come from, and before the one that gets them."""
WISHES: Final = ("expected", "demanded")
"""Stages of what somebody wishes from another."""
PLURALS: Final = ("các ", "những ", "nhiều ", "một số ")
"""How a noun begins that is the subject of its own clause."""


class Committers:
    """Finds who does a deed; where the words leave it open, nobody does."""

    def __init__(self, analysis: Analysis, speakers: Speakers) -> None:
        self._text = analysis.text
        self._language = analysis.knowledge.language
        self._views = analysis.views
        self._speakers = speakers
        self._firm: Party | None = None

    def find(self, number: int, view: View, letters: str, verb: int, quoted: bool) -> tuple[Party, ...]:
        """The sides that do the deed at `verb`, several for a list: the nearest actor before it that belongs to no
        preposition, else the subject behind a clause in front. A firm of a country ("các công ty Hàn Quốc") acts for
        its country. What a pronoun means in a quotation, only the speaker knows.
        """
        return self._before(number, view, letters, verb, quoted) or self._behind(number, view, letters, verb)

    def _behind(self, number: int, view: View, letters: str, verb: int) -> tuple[Party, ...]:
        """The subject of the main clause behind a deed in front: `Với quyết định bán …, chính quyền X …`."""
        if not verb or letters[0] not in L.WITH + L.PREPOSITION + L.SUBORDINATE:
            return ()
        if not _only_between(view, letters, 1, verb):
            return ()
        comma = letters.find(L.COMMA, verb)
        for at in range(comma + 1, min(comma + 3, len(letters))) if comma > 0 else ():
            found = self._at(number, view, letters, at, at, False)
            if found is not None:
                return found
        return ()

    def _before(self, number: int, view: View, letters: str, verb: int, quoted: bool) -> tuple[Party, ...]:
        at, low = verb - 1, max(0, verb - REACH)
        while at >= low:
            letter = letters[at]
            if letter == L.CLOSE:
                verb = max(letters.rfind(L.OPEN, 0, at), 0)
                at = verb - 1
                continue
            if view.tokens[at].has("by-means"):
                return self._of_sentence(number, view, letters, at)
            if letter == L.QUOTE and letters[at - 1 : at] == L.ACTOR and verb - at <= QUOTED:
                voice = self._speakers.voice(number, letters, at - 1)  # "Bắc Kinh “cố tình ngừng mua …”"
                return self._parties(view, at - 1, voice) if voice else ()
            if letter in _ENDS or (letter == L.THAT and at < verb - 6) or view.tokens[at].has("continent"):
                return ()
            found = self._at(number, view, letters, at, verb, quoted)
            if found is not None:
                return found
            if letter == L.COMMA and at < verb - 1 and not self._carries_on(view, letters, at):
                return ()
            if _elided(view, letters, at, verb):
                return self._of_sentence(number, view, letters, at)
            at -= 1
        return ()

    def _at(self, number: int, view: View, letters: str, at: int, verb: int, quoted: bool) -> tuple[Party, ...] | None:
        """Who acts at one token: nobody (empty) where the words there leave it open, None where none stands there."""
        if at and view.tokens[at].has("this-country") and view.tokens[at - 1].value("stage") in WISHES:
            return ()  # "Mỹ đề nghị nước này mua …": another than who wishes it
        named = self._firm_at(view, letters, at) or self._this_country(number, view, letters, at)
        if named:
            return (named,)
        country = firm_country(view, at) or _owner(view, letters, at, verb) or self._seat(view, letters, at)
        if country:
            return (Party(country=country),)
        bloc = view.tokens[at].value("bloc")
        if bloc and not behind_preposition(letters, at, 0):
            return (Party(name=bloc),)
        letter = letters[at]
        if letter == L.NAME:
            return None if at and letters[at - 1] in L.ACTOR + L.GROUP else ()
        if letter not in L.SPEAKERS or letter == L.UNNAMED:
            return None
        if letter == L.ACTOR and self._is_name(view.tokens[at]):
            return ()
        listed = _of_list(view, letters, at, verb)
        if listed:
            return listed
        if behind_preposition(letters, at, 0) and not self._owns(view, letters, at, verb):
            return None
        if letter == L.PRONOUN and quoted:
            return ()
        voice = self._speakers.voice(number, letters, at)
        return self._parties(view, at, voice) if voice else ()

    def _firm_at(self, view: View, letters: str, at: int) -> Party | None:
        """The firm that acts at a token, named or as the one spoken of last; a firm behind a preposition does not."""
        if is_that_firm(view, at):
            return self._firm
        firm = firm_at(self._text, view.tokens[at])
        if firm is None or behind_preposition(letters, at, 0):
            return None
        self._firm = firm
        return firm

    def _this_country(self, number: int, view: View, letters: str, at: int) -> Party | None:
        """ "This country" as a subject: the one that is the subject before it, in its sentence or in the one before."""
        if not view.tokens[at].has("this-country") or behind_preposition(letters, at, 0):
            return None
        told = [(view, letters, at)]
        if number:
            earlier = L.letters_of(self._views[number - 1], self._language)
            told.append((self._views[number - 1], earlier, len(earlier)))
        for seen, string, end in told:
            subject = first_subject(string, end)
            if subject is not None:
                countries = {actor.country for actor in seen.actors.get(subject, ())}
                return Party(country=countries.pop()) if len(countries) == 1 else None
        return None

    def _carries_on(self, view: View, letters: str, comma: int) -> bool:
        """A comma behind which the deed has no subject of its own ("…, trong đó có mua", not "…, các đối tác mua")."""
        following = letters[comma + 1 : comma + 2]
        if not following or following not in _BETWEEN:
            return False
        token = view.tokens[comma + 1]
        return not self._text[token.start : token.end + 1].lower().startswith(PLURALS)

    def _is_name(self, token: Token) -> bool:
        """A country of one syllable before another capital is part of a name (`Đức Trung`)."""
        if not self._text[token.end + 1 : token.end + 2].isupper() or self._text[token.end] != " ":
            return False
        plain = unicodedata.normalize("NFD", self._text[token.start : token.end]).lower()
        letters = "".join(char for char in plain if not unicodedata.combining(char))
        return len(_VOWELS.findall(letters)) == 1

    def _seat(self, view: View, letters: str, at: int) -> str | None:
        """A capital that acts, though the comma before it leaves open whether it is a place ("…, Seoul sẽ giao")."""
        token = view.tokens[at]
        following = view.tokens[at + 1] if at + 1 < len(letters) else token
        acts = token.record is None and (following.has("stage") or following.has("trade"))
        return token.value("capital") if acts and (not at or letters[at - 1] in L.COMMA + L.WORD) else None

    def _parties(self, view: View, at: int, voice: Voice) -> tuple[Party, ...]:
        if len(voice.joint) > 1:
            return tuple(Party(country=actor.country) for actor in voice.joint if actor.country)
        of_government = at > 0 and view.tokens[at - 1].has("institution")
        named = of_government or self._certain(view.tokens[at].record, voice)
        if not voice.speaker.country or not named:
            return ()
        return (_party(voice.speaker.country, voice.speaker.name if voice.person else None, voice.speaker.person_id),)

    def _certain(self, mention: object, voice: Voice) -> bool:
        """A family name alone is a person's only where the article gives the full name too (`Abbott` is a firm)."""
        if not isinstance(mention, Mention) or mention.kind != "person" or not mention.short:
            return True
        return bool(mention.offices or mention.sex or (voice.speaker.name or "") in self._text)

    def _owns(self, view: View, letters: str, at: int, verb: int) -> bool:
        """`quyết định của Mỹ chuyển giao …`: whose decision it is."""
        before = view.tokens[at - 1]
        first = next((i for i in range(at + 1, verb) if not self._leads_to_matter(view.tokens[i])), verb)
        return self._text[before.start : before.end].lower() == OF and _only_between(view, letters, first, verb)

    def _leads_to_matter(self, token: Token) -> bool:
        """`về việc` between whose decision it is and what was decided."""
        return token.has("about") or self._text[token.start : token.end].lower() == MATTER

    def _of_sentence(self, number: int, view: View, letters: str, end: int) -> tuple[Party, ...]:
        first = first_subject(letters, end)
        if first is None or letters[first] not in L.ACTOR + L.PRONOUN:
            return ()
        return self._at(number, view, letters, first, end, False) or ()


def _only_between(view: View, letters: str, first: int, verb: int) -> bool:
    """Nothing but words of stage, adverbs and times stands between."""
    return all(
        view.tokens[i].has("stage") or view.tokens[i].has("filler") or letters[i] in L.TIME for i in range(first, verb)
    )


def _of_list(view: View, letters: str, at: int, verb: int) -> tuple[Party, ...]:
    """Of countries behind a preposition the one that a comma makes the subject ("nhắm vào Iran, Nga cân nhắc …"); all
    where they are examples of who acts ("các nước như Đức và Hà Lan cam kết …")."""
    mention = view.tokens[at].record
    if not isinstance(mention, Mention) or not mention.members or not behind_preposition(letters, at, 0):
        return ()
    if at + 1 >= verb or not _only_between(view, letters, at + 1, verb):
        return ()
    acting = mention.members if view.tokens[at - 1].has("such-as") else mention.members[-1:]
    return tuple(Party(country=member.side) for member in acting if member.side)


def _elided(view: View, letters: str, at: int, verb: int) -> bool:
    """A comma before a deed without a subject of its own ("…, có thể mua thêm …")."""
    return letters[at] == L.COMMA and at < verb and _only_between(view, letters, at + 1, verb)


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
    adjacent = all(
        view.tokens[i].has("stage") or view.tokens[i].has("filler") or letters[i] in L.NAME + L.TIME
        for i in range(at + 1, verb)
    )
    return mention.side if adjacent else None


def counterparty_of(
    knowledge: Knowledge,
    text: str,
    view: View,
    first: int,
    end: int,
    committer: str | None,
    claimed: Statement | None,
    buys: bool,
) -> Party | None:
    """The other side of the deed: the one that gets it ("đảm bảo kiểu NATO cho Ukraine"), the first other side behind
    the verb (of a purchase not the one it is made for), the one with whom it is done, else the side that claims it."""
    marked = [i for i in range(first, end) if view.tokens[i - 1].has("dative")]
    for index in range(first, end) if buys else [*marked, *range(first, end)]:
        before = view.tokens[index - 1]
        if before.has("=tại") or before.has("where") or (buys and before.has("dative")):
            continue
        for party in _others(knowledge, text, view, index):
            if party.country != committer:
                return party
    for index in range(first - 2, max(0, first - REACH), -1):
        if view.tokens[index - 1].has("=với"):
            for country in countries_at(view, index):
                if country != committer:
                    return Party(country=country)
    if claimed and claimed.speaker.country and claimed.speaker.country != committer and committer:
        return Party(country=claimed.speaker.country)
    return None


def _others(knowledge: Knowledge, text: str, view: View, index: int) -> list[Party]:
    """The sides that a token names: countries, the origin of goods, a firm or the maker of goods."""
    countries = countries_at(view, index) or _origin(knowledge, text, view.tokens[index])
    if countries:
        return [Party(country=country) for country in countries]
    firm = firm_at(text, view.tokens[index]) or maker_of(text, view.tokens[index])
    return [firm] if firm else []


def given_to(view: View, action: str, first: int, end: int) -> Party | None:
    """The other side of a deed of which nobody knows who does it: of a purchase where the goods come from, of anything
    else who gets them; only where the words of the deed tell it."""
    for index in range(first, end):
        before = view.tokens[index - 1]
        marks = SOURCES if action == "buy" else RECEIVERS
        countries = countries_at(view, index) if any(before.has(mark) for mark in marks) else []
        if countries:
            return Party(country=countries[0])
    return None


def countries_at(view: View, index: int) -> list[str]:
    """The sides that a token names, as actors or as whose something is."""
    actors = view.actors.get(index)
    if actors:
        return [actor.country for actor in actors if actor.country]
    mention = view.tokens[index].record
    if isinstance(mention, Mention):
        return [mention.side] if mention.side else []
    country = view.tokens[index].value("country")
    return [country] if country else []


def _origin(knowledge: Knowledge, text: str, token: Token) -> list[str]:
    """The country that the name of goods ends with: `dầu Nga`."""
    if not token.has("commodity"):
        return []
    name = text[token.start : token.end].rsplit(" ", 1)[-1]
    return [e.value for e in knowledge.lexicon.entries_of(name.lower()) if e.cls == "country" and e.form == name]


def claimer(statement: Statement | None) -> Party | None:
    """Who claims a commitment: the speaker of the statement that holds it."""
    if statement is None:
        return None
    speaker = statement.speaker
    return Party(
        country=speaker.country, name=speaker.name, person_id=speaker.person_id, organisation=speaker.organisation
    )


def _party(country: str | None, name: str | None, person_id: str | None) -> Party:
    return Party(country=country, name=name if person_id else None, person_id=person_id)
