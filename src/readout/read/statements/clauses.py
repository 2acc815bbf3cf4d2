"""Small questions about one sentence: who comes next, which verb, where a clause begins."""

from typing import Final

from readout.read.statements import letters as L
from readout.read.statements.content import Content, trimmed
from readout.read.statements.subject import Subject
from readout.text.quotations import Quotation

_JOINTS: Final = L.CONJUNCTION + L.WORD + L.TIME + L.PREPOSITION
_ADVERBIAL: Final = (*L.PREPOSITION, *L.SUBORDINATE, *L.TIME)
CLAUSE: Final = 3
"""A clause has at least so many tokens."""
INTERRUPTION: Final = 6
"""How many words may stand between the attribution and the second part of its quotation."""
ADVERBIAL: Final = 12
"""How many blanks an adverbial behind the verb has at most."""
WHERE: Final = (
    "trong một ",
    "trong tuyên bố",
    "trong thông",
    "trong bài",
    "trong cuộc",
    "trong buổi",
    "trên ",
    "tại họp báo",
    "tại cuộc",
    "tại buổi",
    "hôm ",
    "ngày ",
    "sáng ",
    "chiều ",
    "tối ",
    "với báo",
    "với phóng viên",
    "với hãng",
    "với đài",
    "với tờ",
)
"""How an adverbial of the telling begins."""
TURNS: Final = ("nhưng ", "song ", "và ", "theo số liệu", "theo hãng", "theo tờ")
"""How a clause begins that is no content."""
OPENING: Final = max(map(len, (*WHERE, *TURNS)))
"""So many code points tell how a clause begins; a statement may be long."""
SOURCE: Final = "theo "
_NO_CONTENT: Final = (*TURNS, SOURCE)
NOMINAL: Final = "việc "
"""What makes a noun of the clause behind it."""


def tells_nothing(text: str, start: int, end: int) -> bool:
    """What stands behind the verb is a further clause, not its content ("…, ông X cho hay nhưng không nói …"), or only
    the source ("…, ông X nói, theo AP")."""
    if not _opening(text, start, end).startswith(_NO_CONTENT):
        return False  # nearly all: they are looked at no further
    words = text[start:end].strip(" ,.")
    opening = words[:OPENING].lower()
    return opening.startswith(TURNS) or (opening.startswith(SOURCE) and words.count(" ") < INTERRUPTION)


def only_where(text: str, start: int, end: int) -> bool:
    """What stands behind the verb tells only where or when it was said ("…, Nga cho biết trong một thông cáo")."""
    if not _opening(text, start, end).startswith(WHERE):
        return False
    words = text[start:end].strip(" .")
    return words[:OPENING].lower().startswith(WHERE) and words.count(" ") < ADVERBIAL and not set(words) & set(',:“"')


def _opening(text: str, start: int, end: int) -> str:
    """The first letters of a clause, small."""
    while start < end and text[start] in " ,.":
        start += 1
    return text[start : min(end, start + OPENING)].lower()


def word_count(text: str, quotation: Quotation) -> int:
    return text.count(" ", quotation.start, quotation.end) + 1


def whole(text: str, quotation: Quotation) -> Content:
    return Content(*trimmed(text, quotation.start, quotation.end), "direct")


def next_speaker(letters: str, first: int, end: int | None = None) -> int | None:
    for at in range(first, min(len(letters), first + 10, first + 10 if end is None else end)):
        if letters[at] in L.SPEAKERS and (at == first or letters[at - 1] not in L.PREPOSITION + L.WITH):
            return at
        if letters[at] in L.QUOTE + L.STOP + L.COLON + L.COMMA:
            return None
    return None


def behind_title(letters: str, speaker: int, comma: int) -> int:
    """The comma that ends the title behind a source, else the one before it ("Theo ông X, chuyên gia của Y, giá sẽ
    tăng")."""
    if comma > speaker + 2 or letters[comma + 1 : comma + 2] != L.UNNAMED:
        return comma
    further = letters.find(L.COMMA, comma + 1, comma + ADVERBIAL)
    told = letters[comma + 1 : further]
    return comma if further < 0 or any(letter in L.CUES for letter in told) else further


def next_cue(letters: str, first: int) -> int | None:
    for at in range(first, min(len(letters), first + 20)):
        if letters[at] in L.SAY + L.QUOTING:
            return at
        if letters[at] in L.QUOTE + L.STOP + L.SUBORDINATE + L.CONJUNCTION:
            return None
    return None


def opens_as_participle(letters: str, cue: int) -> int | None:
    """The subject that follows behind a comma where the verb opens the sentence: `Nhắc lại …, ông X nói`; else None."""
    comma = letters.find(L.COMMA, cue)
    while comma > 0:
        if any(letter in L.SAY + L.QUOTING for letter in letters[comma:]):
            for at in range(comma + 1, min(comma + 3, len(letters))):
                if letters[at] in L.SPEAKERS:
                    return at
        comma = letters.find(L.COMMA, comma + 1)
    return None


def clause_start(letters: str, subject: Subject) -> int:
    """Where the clause of a second verb begins, so that the words of the first end there."""
    at = subject.start
    while at > 0 and (
        letters[at - 1] == L.SUBORDINATE
        or (letters[at - 1] in _JOINTS and letters.rfind(L.COMMA, max(0, at - 6), at) >= 0)
    ):
        at -= 1
    return at


def has_main_clause(letters: str) -> bool:
    """The words before an attribution hold a clause that is no adverbial and no condition ("Nếu giá giảm, Nga sẽ bán,
    ông X nói"; not "Tại cuộc họp ở Sochi, Nga, ông X nói")."""
    if letters[:1] == L.ACCORDING:
        return False
    return any(len(part) >= CLAUSE and part[0] not in _ADVERBIAL for part in letters.split(L.COMMA))


def carries_on(between: str) -> bool:
    """The words between an attribution and a quotation that goes on behind it ("…", ông X nói, "…")."""
    ends = between[-1:] in (",", ":") or between in ("", ", và", ", nhưng")
    return ends and between.count(" ") <= INTERRUPTION
