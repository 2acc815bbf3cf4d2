"""When a verb of saying reports nothing: as a noun, negated or in the passive, or inside what another verb reports."""

from functools import cache
from typing import Final

from readout.knowledge.lexicon import upper_at
from readout.knowledge.tables import columns
from readout.read.analysis import View
from readout.read.statements import letters as L
from readout.read.statements.subject import Subject
from readout.read.statements.voice import Voice
from readout.read.tokens import Token


class SayingWords:
    """The words of a language beside a verb of saying, by what they tell of it (`saying_words.tsv`)."""

    __slots__ = ("adverbs", "as_said", "clause_behind", "clause_noun", "loose_joint", "noun_before", "noun_behind",
                 "passive", "upon")  # fmt: skip

    def __init__(self, language: str) -> None:
        of: dict[str, list[str]] = {}
        for form, cls in columns(f"{language}/saying_words.tsv", "form", "class"):
            of.setdefault(cls, []).append(form)
        self.noun_before = frozenset(of["noun-before"])
        self.noun_behind = (*_whole(of["noun-behind"]), *of["noun-behind-part"])
        self.passive, self.upon = _whole(of["passive"]), _whole(of["upon"])
        self.clause_behind, self.as_said = tuple(of["clause-behind"]), tuple(of["as-said"])
        self.loose_joint, self.adverbs = frozenset(of["loose-joint"]), frozenset(of["adverb"])
        self.clause_noun = frozenset(of["clause-noun"])


def _whole(forms: list[str]) -> tuple[str, ...]:
    """Beginnings of what follows that hold the whole word."""
    return tuple(f"{form} " for form in forms)


@cache
def saying_words(language: str) -> SayingWords:
    """The words of a language, read at the first call."""
    return SayingWords(language)


REPEATS: Final = frozenset(
    ("says", "confirms", "urges", "warns", "denies", "accuses", "criticises", "announces", "thanks")
)
"""Forces of a second verb that may go on without its subject behind `và`; behind a comma these may too:"""
LISTED: Final = REPEATS | {"praises", "asks", "hopes", "proposes", "invites"}


def adverbial_side(text: str, view: View, letters: str, cue: int, low: int, words: SayingWords) -> int | None:
    """A country that the words before it only seem to own: "hiện Mỹ tuyên bố"."""
    for index in range(cue - 1, max(low - 1, cue - 6), -1):
        if letters[index] == L.GROUP:
            before = text[view.tokens[index - 1].start : view.tokens[index - 1].end] if index else ""
            return index if before.rsplit(" ", 1)[-1].lower() in words.adverbs else None
        if letters[index] not in L.WORD + L.TIME:
            return None
    return None


def counts_as_cue(text: str, view: View, letters: str, cue: int, tails: tuple[str, ...], words: SayingWords) -> bool:
    """Whether the verb at `cue` reports something here; a verb that ends with one of `tails` holds the beginning of its
    words ("tái khẳng định cam kết của Mỹ với NATO")."""
    token = view.tokens[cue]
    if _is_name(text, token):
        return False
    if letters[cue + 1 : cue + 2] == L.WITH and token.value("report") == "agrees":
        return False
    behind = text[token.end + 1 : token.end + 11].replace('"', "").replace("“", "")
    if behind.startswith(words.as_said) or (cue == 0 and behind.startswith(words.passive)):
        return False
    noun = behind.startswith(words.noun_behind) and not behind.startswith(words.clause_behind)
    if noun and not text[token.start : token.end].lower().endswith(tails):
        return False
    if behind.startswith(words.upon) and not _tells_where(view, letters, cue):
        return False
    for back in range(cue - 1, max(-1, cue - 4), -1):
        letter = letters[back]
        if letter == L.NEGATION or view.tokens[back].has("withhold") or view.tokens[back].has("manner"):
            return False
        if letter not in L.WORD + L.TIME:
            break
    if cue == 0:
        return True
    if _left_unanswered(view, letters, cue):
        return False
    if upper_at(text, token.start) and letters[cue - 1] not in L.QUOTE + L.DASH + L.CLOSE:
        return False
    before = view.tokens[cue - 1]
    if letters[cue - 1] in L.PREPOSITION + L.WITH:
        return before.has("jointly") and letters[cue - 2 : cue - 1] in (L.ACTOR, L.PAIR)
    if letters[cue - 1] in L.WORD + L.NEGATION and text[before.end : token.start] == " ":
        return text[before.start : before.end].rsplit(" ", 1)[-1].lower() not in words.noun_before
    return True


def heads_a_noun(text: str, view: View, letters: str, subject: int | None, words: SayingWords) -> bool:
    """`việc` before the subject makes a noun of the clause, which is a subject itself ("Việc ông X nói vậy là …")."""
    if not subject:
        return False
    before = view.tokens[subject - 1]
    opens = subject == 1 or letters[subject - 2] in L.COMMA + L.SEMICOLON + L.SUBORDINATE
    return opens and text[before.start : before.end].lower() in words.clause_noun


def _tells_where(view: View, letters: str, cue: int) -> bool:
    """Behind its subject and before `rằng` the verb is followed by where it was said ("ông X viết trên Facebook rằng
    …")."""
    behind = cue - 1 if view.tokens[cue - 1].has("filler") else cue  # "ông X sau đó viết trên …"
    subject = letters[behind - 1 : behind]
    return bool(subject) and subject in L.SPEAKERS + L.TIME and letters[cue + 1 : cue + 2] in (L.PREPOSITION, L.MEDIUM)


def _is_name(text: str, token: Token) -> bool:
    """Every syllable has a capital: `Thống Nhất` is a photographer or a palace, not a verb."""
    if not upper_at(text, token.start):
        return False
    words = text[token.start : token.end].split(" ")
    return len(words) > 1 and all(word[0].isupper() for word in words) and not text[token.start : token.end].isupper()


def gives_reason(view: View, start: int) -> bool:
    """The clause that begins at token `start` gives a reason and reports nothing ("vì dự báo mưa lớn")."""
    return start > 0 and view.tokens[start - 1].has("reason")


def _left_unanswered(view: View, letters: str, cue: int) -> bool:
    """The verb is what somebody is silent on ("không trả lời đề nghị bình luận")."""
    for back in range(cue - 1, max(-1, cue - 5), -1):
        if view.tokens[back].has("silence"):
            return True
        if letters[back] != L.WORD:
            return False
    return False


def opens_again(
    text: str,
    view: View,
    letters: str,
    cue: int,
    subject: Subject,
    current: Voice,
    voice: Voice | None,
    start: int,
    words: SayingWords,
) -> bool:
    """Whether a second verb of the sentence reports for itself and not inside the words of the first, which begin at
    token `start`.
    """
    if subject.index is None:
        return _goes_on(text, view, letters, cue, subject, current, start, words)
    if (
        voice is None
        or _all_reported(letters, start, subject.start)
        or not _boundary_before(text, view, letters, subject.index, words)
        or _inside_opening(letters, start, subject.start)
    ):
        return False
    same_side = voice.speaker.country == current.speaker.country
    return voice.person or voice.speaker.organisation is not None or not same_side


def _goes_on(
    text: str, view: View, letters: str, cue: int, subject: Subject, current: Voice, start: int, words: SayingWords
) -> bool:
    """Whether the second verb has the first one's subject, which is not said again."""
    force = view.tokens[cue].value("report") or ""
    if subject.how != "elided":
        return False
    if subject.start and letters[subject.start - 1] == L.SEMICOLON:
        return True
    if force == "agrees" and current.joint:
        return True
    mark = letters[subject.start] if subject.start < len(letters) else ""
    before = view.tokens[subject.start - 1] if subject.start else None
    if before is not None and text[before.start : before.end].lower() in words.loose_joint:
        return True
    if mark == L.COMMA:
        return force in LISTED
    if mark != L.CONJUNCTION:
        return False
    return force in REPEATS or view.tokens[cue].has("voices") or (force == "hopes" and _values(view, letters, start))


def _all_reported(letters: str, start: int, subject: int) -> bool:
    """The second subject begins all that the first verb reports: "X cho biết, ông Y sẽ mời …"."""
    return subject <= start and letters[:start].rstrip(L.COMMA)[-1:] == L.SAY


def _values(view: View, letters: str, start: int) -> bool:
    """Whose words begin at token `start` thanks or praises: behind `và` he hopes ("đánh giá cao … và mong …")."""
    cue = letters.rfind(L.SAY, 0, start)
    return cue >= 0 and view.tokens[cue].value("report") in ("praises", "thanks")


def _inside_opening(letters: str, start: int, boundary: int) -> bool:
    """All that the first verb reports so far is an adverbial: "cho biết trong ba ngày tới, hai bên nhất trí …"."""
    opening = letters[start:boundary].rstrip(L.COMMA)
    if not opening or opening[0] not in L.PREPOSITION + L.WITH + L.TIME + L.SUBORDINATE + L.ACCORDING:
        return False
    return L.COMMA not in opening or not any(letter in L.SPEAKERS for letter in opening)


def is_call_to_travel(view: View, first: int, last: int) -> bool:
    """An invitation is one to come, not to sit down or to step forward."""
    return any(token.has("contact") for token in view.tokens[first:last])


def _boundary_before(text: str, view: View, letters: str, index: int, words: SayingWords) -> bool:
    for back in range(index - 1, max(-1, index - 7), -1):
        letter = letters[back]
        if letter in L.COMMA + L.SEMICOLON + L.QUOTE:
            return True
        if letter == L.SUBORDINATE:
            token = view.tokens[back]
            if text[token.start : token.end].lower() in words.loose_joint:
                return True
        if letter not in L.WORD + L.TIME + L.CONJUNCTION + L.PREPOSITION + L.SUBORDINATE:
            return False
    return False
