"""Silences that the article states: a side published nothing, did not mention something, or would not comment."""

from functools import cache
from typing import Final

from readout.knowledge.tables import rules
from readout.model.records import Contact, Evidence, Silence, Speaker, Statement
from readout.read.analysis import Analysis, View, grammar
from readout.read.prefilter import Prefilter
from readout.read.statements import letters as L
from readout.read.statements.setting import ContactOf
from readout.read.statements.speakers import Speakers
from readout.read.statements.subject import first_subject, subject_of
from readout.read.statements.voice import Voice
from readout.read.symbols import TokenPattern
from readout.read.topics import first_topic, words_of

NAMELESS: Final = ("danh tính", "tên", "giấu tên")
OFFICIAL: Final = "official"
"""The note of a medium that publishes its government's account."""
OPENING: Final = 24
"""Within so many code points a sentence names the document that it speaks of."""
OBJECT: Final = 8
"""How many tokens behind the cue tell what the silence is about."""
OWNERSHIP: Final = ("of", "from-where", "by-whom")
"""What stands between a document and who issued it: `thông cáo của Nga`, `tuyên bố từ Bắc Kinh`."""
CLAUSE_ENDS: Final = L.COMMA + L.SEMICOLON + L.COLON + L.QUOTE + L.STOP + L.SUBORDINATE + L.THAT + L.SAY + L.CITE


@cache
def _patterns(language: str) -> tuple[list[tuple[str, TokenPattern]], Prefilter]:
    symbols = grammar(language).symbols
    every = rules(f"{language}/rules/silences.toml")
    patterns = [rule["pattern"] for rule in every]
    named = [(rule["id"], symbols.pattern(rule["pattern"])) for rule in every]
    return named, Prefilter(symbols, patterns)


def read_silences(
    analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
) -> tuple[Silence, ...]:
    """The silences of an article in the order of the text."""
    patterns, prefilter = _patterns(analysis.knowledge.language)
    reader: _Reader | None = None
    found: list[Silence] = []
    for number, view in enumerate(analysis.views):
        if view.sentence.kind != "body" or prefilter.cues.isdisjoint(view.present):
            continue
        possible = prefilter.possible(view.string)
        if possible:  # most articles tell of no silence
            reader = reader or _Reader(analysis, contacts, statements)
            found.extend(reader.sentence(number, view, [patterns[index] for index in possible]))
    return tuple(found)


class _Reader:
    def __init__(self, analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]) -> None:
        self._analysis = analysis
        self._language = analysis.knowledge.language
        self._told_topics = analysis.knowledge.told_topics
        self._speakers = Speakers(analysis, contacts)
        self._contact = ContactOf(contacts)
        self._contacts = {contact.id: contact for contact in contacts}
        self._statements = statements
        self._silent: tuple[int, Voice] | None = None
        """Where somebody was told to be silent last, and who."""

    def sentence(self, number: int, view: View, patterns: list[tuple[str, TokenPattern]]) -> list[Silence]:
        """The silences that the first fitting one of the patterns finds."""
        for name, pattern in patterns:
            for match in pattern.regex.finditer(view.string):
                if not self._quoted(view.tokens[match.start()].start):
                    found = self._silences(number, view, match.start(), match.end(), name)
                    if found:
                        return found
        return []

    def _quoted(self, offset: int) -> bool:
        return any(q.start <= offset < q.end for q in self._analysis.quotations)

    def _silences(self, number: int, view: View, first: int, end: int, rule: str) -> list[Silence]:
        text = self._analysis.text
        behind = text[view.tokens[end - 1].end : view.tokens[min(end + 1, len(view.tokens) - 1)].end].lower()
        if behind.strip().startswith((*NAMELESS, *words_of(self._language, "sent"))):
            return []
        sides = self._sides(number, view, first)
        topics = self._topics(view, first, end)
        start, stop = view.tokens[first].start, view.tokens[end - 1].end
        if sides:
            self._silent = (start, sides[0])
        evidence = (Evidence(start=start, end=stop, text=text[start:stop], rule=rule),)
        return [
            Silence(
                side=voice.speaker.country,
                topic=topic,
                evidence=evidence,
                contact=self._about(voice, view, start),
            )
            for voice in sides
            if voice.speaker.country
            for topic in topics
        ]

    def _about(self, voice: Voice, view: View, start: int) -> str | None:
        """The contact on which a side is silent; what is told of a contact in which it took no part is about none
        ("Ông Putin nói với ông Tập rằng Mỹ chưa trả lời đề xuất")."""
        side = voice.speaker.country
        said = (s for s in self._statements if s.content.start <= start < s.content.end)
        told = next((s.contact for s in said if s.contact and s.speaker.country != side), None)
        if told is None:
            return self._contact.find(voice.speaker, view.sentence)
        return told if any(p.country == side for p in self._contacts[told].participants) else None

    def _sides(self, number: int, view: View, first: int) -> list[Voice]:
        """Whose silence it is: the owner of the text that is silent, then the subject of the words, and only where
        neither is named who is speaking."""
        letters = L.letters_of(view, self._language)
        return (
            self._voices(number, letters, self._owner(view, letters, first))
            or self._official_medium(view, first)
            or self._capital(view, first)
            or self._voices(number, letters, subject_of(letters, first).index)
            or self._speaking(view, letters, first)
            or self._left_out(number, view, letters, first)
            or self._account(view, first)
            or self._belonging(view, letters, first)
        )

    def _voices(self, number: int, letters: str, index: int | None) -> list[Voice]:
        """Who the actor at `index` is, each one of several who speak as one."""
        voice = self._speakers.voice(number, letters, index) if index is not None else None
        if voice and voice.joint:
            return [self._speakers.voices.of_actor(actor) for actor in voice.joint]
        return [voice] if voice else []

    def _owner(self, view: View, letters: str, first: int) -> int | None:
        """Whose document is silent where one begins the clause: `Nhà Trắng cho biết thông cáo của Nga không …`."""
        for at in range(first - 1, -1, -1):
            if self._opens(view, at):
                return self._owner_of(view, letters, at, first) if _begins_clause(letters, at) else None
            if letters[at] in CLAUSE_ENDS and not view.tokens[at].has("by-whom"):
                return None
        return None

    def _opens(self, view: View, at: int) -> bool:
        """The token at `at` begins with the name of a document."""
        words = self._analysis.text[view.tokens[at].start : view.tokens[at].end].lower()
        return words.startswith(words_of(self._language, "document") + words_of(self._language, "account"))

    def _owner_of(self, view: View, letters: str, document: int, first: int) -> int | None:
        """The actor behind "của", "từ" or "do" between the document and the words of silence."""
        for at in range(document + 2, first):
            back = at - 2 if letters[at - 1] == L.WORD and at - 2 > document else at - 1
            if letters[at] in L.SPEAKERS and any(view.tokens[back].has(cls) for cls in OWNERSHIP):
                return at
        return None

    def _left_out(self, number: int, view: View, letters: str, first: int) -> list[Voice]:
        """The subject of the clause before: `Nhà Trắng chưa phát hành gì, cũng chưa cho biết …`."""
        owner = first_subject(letters, first) if subject_of(letters, first).how == "elided" else None
        voice = self._speakers.voice(number, letters, owner) if owner is not None else None
        return [voice] if voice else []

    def _official_medium(self, view: View, first: int) -> list[Voice]:
        """A state's own wire tells its account: `Bản tin của Tân Hoa xã không nhắc tới …`."""
        for index in range(first - 1, -1, -1):
            medium = self._analysis.knowledge.media.get(view.tokens[index].value("medium") or "")
            if medium and medium["note"] == OFFICIAL and self._is_document(view, 0):
                return [Voice(Speaker(country=medium["country"]))]
        return []

    def _account(self, view: View, first: int) -> list[Voice]:
        """A document told of before is of who spoke last: `Toàn văn thông cáo không đề cập …`."""
        start = view.tokens[first].start
        if any(view.actors.get(index) for index in range(first)) or not self._is_document(view, 0):
            return []
        before = [one for one in self._statements if one.content.end <= start and one.speaker.country]
        said = before[-1] if before else None
        if self._silent and (said is None or said.content.end < self._silent[0]):
            return [self._silent[1]]
        return [Voice(said.speaker)] if said else []

    def _capital(self, view: View, first: int) -> list[Voice]:
        """A capital right before the words is its government, also behind a comma: `…, Tokyo chưa nói gì`."""
        capital = view.tokens[first - 1].value("capital") if first else None
        return [Voice(Speaker(country=capital))] if capital else []

    def _is_document(self, view: View, index: int) -> bool:
        """The sentence begins with the name of a document, within its first words."""
        opening = self._analysis.text[view.tokens[index].start :][:OPENING].lower()
        return any(word in opening for word in words_of(self._language, "document"))

    def _speaking(self, view: View, letters: str, first: int) -> list[Voice]:
        """Who speaks in the sentence: `"…", ông X nói, song không nêu chi tiết`; not in a clause set against it."""
        for statement in reversed(self._statements):
            cue = statement.cue
            if cue is None or not view.sentence.start <= cue.start < view.sentence.end:
                continue
            said = view.index_at(cue.start)
            before = said < first
            between = range(said, first) if before else range(first, said)
            apart = any(self._set_against(view, letters, at) for at in between)
            if not apart and (before or any(letters[at] == L.COMMA for at in between)):
                return [Voice(statement.speaker)]
        return []

    def _set_against(self, view: View, letters: str, at: int) -> bool:
        """Another clause, of somebody else, begins here: behind a semicolon, "trong khi", or "còn" behind a comma."""
        if letters[at] == L.SEMICOLON:
            return True
        return view.tokens[at].has("contrast") and (at == 0 or letters[at - 1] == L.COMMA)

    def _belonging(self, view: View, letters: str, first: int) -> list[Voice]:
        """The side that the silent ones belong to: `Đội ngũ của ông X không trả lời`."""
        for index in range(first - 1, -1, -1):
            if letters[index] in L.COMMA + L.QUOTE + L.SUBORDINATE + L.SEMICOLON:
                return []
            actors = view.actors.get(index)
            if actors and actors[0].country:
                return [self._speakers.voices.of_actor(actors[0])]
            mention = self._speakers.voices.short_name(view.tokens[index].record)
            if mention:
                return [mention]
        return []

    def _topics(self, view: View, first: int, end: int) -> list[str | None]:
        """What was not said: the topic behind the cue, each one of a list ("đậu tương hay fentanyl"); for what was not
        mentioned also before the silent side."""
        text = self._analysis.text
        last = view.tokens[min(end + OBJECT, len(view.tokens) - 1)].end
        found = self._listed(text[view.tokens[end - 1].end : last].split(",")[0])
        kind = view.tokens[end - 1].value("disclose") or view.tokens[end - 1].value("silence")
        if found != [None] or kind == "answer":
            return found
        subject = subject_of(L.letters_of(view, self._language), first)
        if (
            any(
                q.outer_start < view.tokens[first].start and q.outer_end > view.sentence.start
                for q in self._analysis.quotations
            )
            and kind == "detail"
        ):
            return [None]
        return [first_topic(text[view.sentence.start : view.tokens[subject.start].start], self._told_topics)]

    def _listed(self, text: str) -> list[str | None]:
        pieces = [text]
        for word in words_of(self._language, "joins-topics"):
            pieces = [part for piece in pieces for part in piece.split(f" {word} ")]
        topics = [first_topic(piece, self._told_topics) for piece in pieces]
        return list(dict.fromkeys(topic for topic in topics if topic)) or [None]


def _begins_clause(letters: str, at: int) -> bool:
    """No actor stands between the token at `at` and the mark or word with which its clause begins."""
    for index in range(at - 1, -1, -1):
        if letters[index] in CLAUSE_ENDS + L.QUOTING + L.CONJUNCTION:
            return True
        if letters[index] in L.SPEAKERS + L.MEDIUM:
            return False
    return True
