"""Actors as they are written: which words name a person, an office, a country or a delegation.

Nothing is resolved here: a mention keeps the words' meanings, `readout.read.actors` says who is meant.
"""

import re
from dataclasses import dataclass
from typing import Final

from mypy_extensions import i64, mypyc_attr

from readout.knowledge.lexicon import NOTHING
from readout.knowledge.people import People
from readout.read import actor_slots as slot
from readout.read.actor_rules import ActorRule, Choice, starts_of
from readout.read.symbols import PRIVATE_USE, Symbols
from readout.read.tokens import Token

THERE: Final = "this country"
"""The side of "phái đoàn nước này" until it is resolved: the last one spoken of."""


@mypyc_attr(acyclic=True)
@dataclass(slots=True, init=False, eq=False)
class Mention:
    """One actor as written; `kind` is person, office, leader, delegation, institution, side, pair, list or other.

    `offices` holds alternatives per title in order; `side` a country or organisation code; `people` candidate ids of a
    known name; `name` the name as written; `sex` m, f or empty; `pair_of` leaders, people or empty
    (sides) for "the two …"; `listed` a member of a list.
    """

    start: int
    end: int
    rule: str
    kind: str
    offices: tuple[tuple[str, ...], ...]
    office_text: str
    side: str | None
    people: tuple[str, ...]
    name: str | None
    short: bool
    sex: str
    former: bool
    counterpart: bool
    institution: str | None
    members: tuple["Mention", ...]
    plural: bool
    pair_of: str
    listed: bool

    def __init__(  # written out because the compiler makes it faster than the generated one
        self,
        start: int,
        end: int,
        rule: str,
        kind: str,
        offices: tuple[tuple[str, ...], ...] = (),
        office_text: str = "",
        side: str | None = None,
        people: tuple[str, ...] = (),
        name: str | None = None,
        short: bool = False,
        sex: str = "",
        former: bool = False,
        counterpart: bool = False,
        institution: str | None = None,
        members: tuple["Mention", ...] = (),
        plural: bool = False,
        pair_of: str = "",
        listed: bool = False,
    ) -> None:
        self.start, self.end, self.rule, self.kind = start, end, rule, kind
        self.offices, self.office_text, self.side, self.institution = offices, office_text, side, institution
        self.people, self.name, self.short, self.sex = people, name, short, sex
        self.former, self.counterpart, self.members = former, counterpart, members
        self.plural, self.pair_of, self.listed = plural, pair_of, listed

    def spanning(self, start: int, end: int) -> "Mention":
        """The same actor written from `start` to `end`, ready to be changed."""
        return Mention(
            start, end, self.rule, self.kind, self.offices, self.office_text, self.side, self.people, self.name,
            self.short, self.sex, self.former, self.counterpart, self.institution, self.members, self.plural,
            self.pair_of, self.listed,
        )  # fmt: skip

    def person_before(self, other: object, people: People) -> bool:
        """This bare title may belong to the person named just before it: same side, or one of the two open.

        A known person has no title of a country whom he never served ("gặp ông Zelensky, đặc phái viên Mỹ nói").
        """
        return (
            isinstance(other, Mention)
            and other.kind == "person"
            and (self.side is None or other.side in (None, self.side))
            and bool(self.side or not other.side)
            and (not (self.side and other.people) or any(people.served(p, self.side) for p in other.people))
        )


class MentionGrammar:
    """The compiled actor rules of a language."""

    def __init__(self, symbols: Symbols, language: str, people: People) -> None:
        self._people = people
        self._starts = starts_of(symbols, language)
        self._official = symbols.register(frozenset(("actor", "official", "visitor")))
        self._side = symbols.register(frozenset(("actor", "side", "visitor")))
        self._organisation = symbols.register(frozenset(("actor", "side", "organisation-side")))
        self.modifier = symbols.register(frozenset(("modifier",)))
        self._dash = symbols.set_of("dash")
        self._pair_ref = symbols.register(frozenset(("actor", "pair", "pair-ref")))
        self._blocking = symbols.set_of("words", "long-words", "commodity", "amount")

    def chunk(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens with every actor mention folded into one token whose record is the Mention."""
        folded: list[Token] = []
        string = ""  # one symbol per token, where a rule is to be asked
        behind: i64 = 0
        beside = False
        for at, first in enumerate(tokens):
            if at < behind:
                continue
            place: i64 = ord(first.symbol) - PRIVATE_USE
            starts = self._starts[place] if place < len(self._starts) else None
            if starts is None:
                folded.append(first)
                continue
            choice = starts.choice(tokens[at + 1].symbol if at + 1 < len(tokens) else "")
            if choice.rules and not string:
                string = "".join([token.symbol for token in tokens])
            behind, mention = _read(text, tokens, at, choice, string)
            if mention is None:
                self._pass_over(text, tokens, at, behind, folded)
            elif first.has("capital") and _only_a_place(text, folded, tokens[behind : behind + 1]):
                folded.extend(tokens[at:behind])
            else:
                beside = beside or _may_be_apposed(mention, folded)
                symbol = self._symbol(mention, text, tokens, at)
                meaning = first.meaning if behind - at == 1 else NOTHING
                folded.append(Token(mention.start, mention.end, symbol, meaning, mention))
        return self._with_apposition(text, folded) if beside else folded

    def _pass_over(self, text: str, tokens: list[Token], at: int, behind: int, folded: list[Token]) -> None:
        """Keep the tokens that name no actor; at least one."""
        if behind > at and self._opens_pair(tokens, behind):
            folded.extend(tokens[at : behind - 1])
            folded.append(self._modifying(text, tokens[behind - 1]))
        elif behind > at:
            folded.extend(tokens[at:behind])
        else:
            folded.append(tokens[at])

    def _opens_pair(self, tokens: list[Token], at: int) -> bool:
        """A dash and a second side follow ("xung đột Thái Lan - Campuchia")."""
        return at + 1 < len(tokens) and tokens[at].symbol in self._dash and tokens[at + 1].has("country")

    def _modifying(self, text: str, token: Token) -> Token:
        """The side that qualifies a noun, kept for the pair that it opens."""
        side = _bare_side("vi.actor.nationality", token, token, token)
        return Token(token.start, token.end, self.modifier, token.meaning, side)

    def _with_apposition(self, text: str, tokens: list[Token]) -> list[Token]:
        """Join a person and the title behind a comma, dash or bracket ("ông X, Bộ trưởng Quốc phòng Cuba")."""
        joined: list[Token] = []
        at = 0
        while at < len(tokens):
            token, title = tokens[at], tokens[at].record
            at += 1
            if title is None or len(joined) < 2 or not isinstance(title, Mention):
                joined.append(token)
                continue
            if _names_title(text, joined, title, tokens[at : at + 1]):
                joined[-2:] = [self._named(joined[-2], token)]
                continue
            if not (
                title.kind == "office"
                and not title.counterpart
                and text[joined[-1].start : joined[-1].end] in ",-–("
                and title.person_before(joined[-2].record, self._people)
            ):
                joined.append(token)
                continue
            person = joined[-2].record
            assert isinstance(person, Mention)
            side, end, behind = self._side_of_title(text, tokens, at, title)
            new_name = behind < len(tokens) and isinstance(tokens[behind].record, Mention)
            if (new_name and tokens[behind].start == end + 1) or _speaks_itself(person, side, tokens[behind:]):
                joined.append(token)
                continue
            joined.pop()
            at = behind
            whole = person.spanning(person.start, end)
            whole.side = person.side or side
            whole.offices = person.offices + title.offices
            whole.institution = title.institution
            whole.office_text = person.office_text or title.office_text
            joined[-1] = Token(whole.start, whole.end, self._official, NOTHING, whole)
        return joined

    def _named(self, title: Token, name: Token) -> Token:
        """One actor of a title and the name behind its comma ("Thủ tướng Nhật Bản, bà Sanae Takaichi")."""
        office, person = title.record, name.record
        assert isinstance(office, Mention) and isinstance(person, Mention)
        whole = person.spanning(office.start, person.end)
        whole.side, whole.offices, whole.office_text = office.side, office.offices, office.office_text
        return Token(whole.start, whole.end, self._official, NOTHING, whole)

    def _side_of_title(self, text: str, tokens: list[Token], at: int, title: Mention) -> tuple[str | None, int, int]:
        """The side of a title, its end, and the index behind it: a long title names its country after other words
        ("Tổng tham mưu trưởng các lực lượng vũ trang Belarus")."""
        if title.side is None:
            for index in range(at, min(at + 6, len(tokens))):
                mention = tokens[index].record
                if isinstance(mention, Mention) and mention.kind == "side":
                    return mention.side, mention.end, index + 1
                ends = text[tokens[index].start : tokens[index].end] in ",.;:(" or tokens[index].has("say")
                if ends or isinstance(mention, Mention):
                    break
        return title.side, title.end, at

    def _symbol(self, mention: Mention, text: str, tokens: list[Token], at: int) -> str:
        if mention.kind == "pair":
            return self._pair_ref
        if mention.kind == "side":
            before = tokens[at - 1] if at else None
            if before is not None and before.symbol in self._blocking and text[before.end : mention.start] == " ":
                return self.modifier
            return self._organisation if tokens[at].has("organisation") else self._side
        return self._official


def _read(text: str, tokens: list[Token], at: int, choice: Choice, string: str) -> tuple[int, Mention | None]:
    """The index behind what the first rule that matches at a token covers, and the actor, if it names one; the index of
    the token itself where none matches."""
    for rule in choice.rules:
        match = (rule.match or rule.compiled())(string, at)
        if match is not None:
            end = match.end()
            return end, _mention(text, tokens, rule, match, end)
    alone = choice.alone
    if alone is None:
        return at, None
    token = tokens[at]
    if alone.bare:
        return at + 1, _bare_side(alone.id, token, token, token)
    slots: list[Token | None] = [None] * slot.COUNT
    slots[choice.slot] = token
    return at + 1, _build(text, alone.id, token, token, slots)


def _mention(text: str, tokens: list[Token], rule: ActorRule, match: re.Match[str], end: int) -> Mention | None:
    slots: list[Token | None] = [None] * slot.COUNT
    for place, group in rule.slots:
        at = match.start(group)
        if at >= 0:
            slots[place] = tokens[at]
    return _build(text, rule.id, tokens[match.start()], tokens[end - 1], slots)


def _may_be_apposed(mention: Mention, before: list[Token]) -> bool:
    """Only one token stands between the person or title and the actor before it."""
    if len(before) < 2 or mention.kind not in ("person", "office"):
        return False
    return isinstance(before[-2].record, Mention)


def _names_title(text: str, before: list[Token], person: Mention, behind: list[Token]) -> bool:
    """A title with its country, a comma or dash, and "ông" or "bà" with a full name and no title of its own.

    Behind a cue the title is whom somebody meets, and a new clause begins at the comma ("Sau cuộc gặp Thủ tướng
    Hungary, ông …"), unless another mark closes the name.
    """
    title, mark = before[-2].record, text[before[-1].start : before[-1].end]
    met = len(before) > 2 and (before[-3].has("contact") or before[-3].has("with"))
    if mark not in ",-–" or (met and mark == "," and not any(text[t.start] in ",.;)" for t in behind)):
        return False
    return (
        isinstance(title, Mention)
        and title.kind == "office"
        and bool(title.side)
        and person.kind == "person"
        and bool(person.sex)
        and (not person.short or (not person.people and " " in (person.name or "")))
        and not person.offices
        and person.side is None
    )


def _speaks_itself(person: Mention, side: str | None, behind: list[Token]) -> bool:
    """A bare title behind somebody who has a title, right before a verb of saying, is the subject of its own clause
    ("Cảm ơn Đại sứ X, Thủ tướng nhấn mạnh …")."""
    return bool(person.offices) and side is None and any(token.has("say") for token in behind[:1])


def _only_a_place(text: str, before: list[Token], behind: list[Token]) -> bool:
    """A capital behind a comma is a government only in a list of governments ("Kiev, Moskva và Washington") and right
    before a verb of saying ("Ngoài ra, Tokyo cam kết …")."""
    if not before or text[before[-1].start : before[-1].end] != "," or any(token.has("say") for token in behind):
        return False
    return len(before) < 2 or not isinstance(before[-2].record, Mention)


def _bare_side(rule: str, first: Token, last: Token, side: Token) -> Mention:
    """A country or an organisation and nothing else, as half of all mentions are."""
    mention = Mention(first.start, last.end, rule, "side", side=_side_of(side))
    mention.former = first.has("elect")
    return mention


def _build(text: str, rule: str, first: Token, last: Token, slots: list[Token | None]) -> Mention | None:
    if slots[slot.OTHER] is not None:
        return None
    mention = Mention(first.start, last.end, rule, _kind(slots))
    mention.former = slots[slot.FORMER] is not None or first.has("elect")  # who was just elected is in no table
    mention.counterpart = slots[slot.COUNTERPART] is not None
    mention.side = _side_in(slots)
    _add_offices(text, mention, slots)
    institution, sex, person, pair = slots[slot.INSTITUTION], slots[slot.SEX], slots[slot.PERSON], slots[slot.PAIR]
    if institution is not None:
        mention.institution = text[institution.start : institution.end]
        mention.side = mention.side or institution.value("political-party")
    if sex is not None:
        mention.sex = sex.value("honorific") or ""
    if person is not None:
        _name(text, mention, person)
    if pair is not None:
        mention.pair_of = pair.value("pair-ref") or ""
    if mention.kind == "office" and mention.offices and mention.offices[0][0] == "leader":
        mention.kind = "leader"
        mention.plural = mention.office_text.lower().startswith(_PLURALS)
    group = slots[slot.LEADER] or slots[slot.GROUP]
    if group is not None:
        whole = text[first.start : last.end].lower()
        mention.plural = text[group.start : group.end].lower().startswith(_PLURALS) or " cấp cao" in whole
    return mention


def _side_in(slots: list[Token | None]) -> str | None:
    side, seat, capital = slots[slot.SIDE], slots[slot.SEAT], slots[slot.CAPITAL]
    if capital is not None:
        return capital.value("capital")
    if side is not None:
        return _side_of(side)
    if slots[slot.THIS_COUNTRY] is not None:
        return THERE
    return seat.value("seat") if seat is not None else None  # "phát ngôn viên Lầu Năm Góc …"


def _add_offices(text: str, mention: Mention, slots: list[Token | None]) -> None:
    first = last = slots[slot.OFFICE]
    if first is None or last is None:
        return
    offices = [_alternatives(first)]
    for further in (slots[slot.OFFICE_B], slots[slot.OFFICE_C]):
        if further is not None:
            offices.append(_alternatives(further))
            last = further
    mention.offices = tuple(offices)
    mention.office_text = text[first.start : last.end]


def _alternatives(title: Token) -> tuple[str, ...]:
    return tuple((title.value("office") or "").split("|"))


_PLURALS: Final = ("các ", "hai ", "giới ")


def _kind(slots: list[Token | None]) -> str:
    if slots[slot.PAIR] is not None:
        return "pair"
    if slots[slot.PERSON] is not None:
        return "person"
    if slots[slot.COUNTERPART] is not None or slots[slot.OFFICE] is not None:
        return "office"
    if slots[slot.LEADER] is not None:
        return "leader"
    if slots[slot.GROUP] is not None:
        return "delegation"
    return "institution" if slots[slot.INSTITUTION] is not None else "side"


def _side_of(token: Token) -> str | None:
    state = token.value("country") or token.value("organisation") or token.value("government")
    return state or token.value("country-short") or token.value("political-party") or None


def _name(text: str, mention: Mention, token: Token) -> None:
    mention.people = token.meaning.people
    mention.short = not token.has("person")
    mention.name = text[token.start : token.end]
