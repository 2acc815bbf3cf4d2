"""Actors as they are written: which words name a person, an office, a country or a delegation.

Nothing is resolved here: a mention keeps the words' meanings, `readout.read.actors` says who is meant.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from mypy_extensions import mypyc_attr

from readout.knowledge.lexicon import NOTHING
from readout.knowledge.people import People
from readout.knowledge.tables import rules
from readout.read.symbols import PRIVATE_USE, Symbols, TokenPattern
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


class _Rule:
    """An actor rule; once it is asked for, `match` of its pattern, and the groups of its slots."""

    __slots__ = ("id", "match", "pattern", "side", "slots")

    def __init__(self, name: str, pattern: TokenPattern) -> None:
        self.id = name
        self.pattern = pattern
        self.match: Callable[[str, int], re.Match[str] | None] | None = None
        self.slots: list[tuple[str, int]] = []
        self.side = 0
        """The group of a country or organisation where that is all that the rule names."""

    def compiled(self) -> Callable[[str, int], re.Match[str] | None]:
        """The match of its pattern at an index."""
        if self.match is None:
            self.match = self.pattern.regex.match
            groups = self.pattern.regex.groupindex.items()
            self.slots = [(name.split("__")[0], group) for name, group in groups]
            self.side = self.slots[0][1] if [name for name, _ in self.slots] == ["side"] else 0
        return self.match


class MentionGrammar:
    """The compiled actor rules of a language."""

    def __init__(self, symbols: Symbols, language: str, people: People) -> None:
        self._symbols = symbols
        self._people = people
        self._rules: list[list[_Rule]] = []
        """For each symbol of the alphabet the rules that can begin with it, in the order of the file."""
        for rule in rules(f"{language}/rules/actors.toml"):
            made = _Rule(rule["id"], symbols.pattern(rule["pattern"]))
            for symbol in dict.fromkeys(symbols.starters(rule["pattern"])):
                place = ord(symbol) - PRIVATE_USE
                self._rules += [[] for _ in range(len(self._rules), place + 1)]
                self._rules[place].append(made)
        self._official = symbols.register(frozenset(("actor", "official", "visitor")))
        self._side = symbols.register(frozenset(("actor", "side", "visitor")))
        self._organisation = symbols.register(frozenset(("actor", "side", "organisation-side")))
        self.modifier = symbols.register(frozenset(("modifier",)))
        self._dash = symbols.set_of("dash")
        self._pair_ref = symbols.register(frozenset(("actor", "pair", "pair-ref")))
        self._blocking = symbols.set_of("words", "long-words", "commodity", "amount")

    def chunk(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens with every actor mention folded into one token whose record is the Mention."""
        string = "".join([token.symbol for token in tokens])
        folded: list[Token] = []
        at = mentions = 0
        while at < len(tokens):
            first = tokens[at]
            place = ord(string[at]) - PRIVATE_USE
            found = _first_match(self._rules[place], string, at) if place < len(self._rules) else None
            if found is None:
                folded.append(first)
                at += 1
                continue
            rule, match = found
            end = match.end()
            mention = _mention(text, tokens, rule, match, end)
            if mention is None and self._opens_pair(tokens, end):
                folded.extend(tokens[at : end - 1])
                folded.append(self._modifying(text, tokens[end - 1]))
            elif mention is None or (first.has("capital") and _only_a_place(text, folded, tokens[end : end + 1])):
                folded.extend(tokens[at:end])
            else:
                mentions += 1
                symbol = self._symbol(mention, text, tokens, at)
                meaning = first.meaning if end - at == 1 else NOTHING
                folded.append(Token(mention.start, mention.end, symbol, meaning, mention))
            at = end
        return self._with_apposition(text, folded) if mentions > 1 else folded

    def _opens_pair(self, tokens: Sequence[Token], at: int) -> bool:
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

    def _symbol(self, mention: Mention, text: str, tokens: Sequence[Token], at: int) -> str:
        if mention.kind == "pair":
            return self._pair_ref
        if mention.kind == "side":
            before = tokens[at - 1] if at else None
            if before is not None and before.symbol in self._blocking and text[before.end : mention.start] == " ":
                return self.modifier
            return self._organisation if tokens[at].has("organisation") else self._side
        return self._official


def _first_match(possible: list[_Rule], string: str, at: int) -> tuple[_Rule, re.Match[str]] | None:
    """The first rule of the file that matches at a token."""
    for rule in possible:
        match = (rule.match or rule.compiled())(string, at)
        if match is not None:
            return rule, match
    return None


def _mention(text: str, tokens: list[Token], rule: _Rule, match: re.Match[str], end: int) -> Mention | None:
    if rule.side:
        return _bare_side(rule.id, tokens[match.start()], tokens[end - 1], tokens[match.start(rule.side)])
    slot: dict[str, Token] = {}
    for name, group in rule.slots:
        at = match.start(group)
        if at >= 0:
            if name == "other":
                return None
            slot[name] = tokens[at]
    return _build(text, rule.id, tokens[match.start()], tokens[end - 1], slot)


def _names_title(text: str, before: Sequence[Token], person: Mention, behind: Sequence[Token]) -> bool:
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


def _speaks_itself(person: Mention, side: str | None, behind: Sequence[Token]) -> bool:
    """A bare title behind somebody who has a title, right before a verb of saying, is the subject of its own clause
    ("Cảm ơn Đại sứ X, Thủ tướng nhấn mạnh …")."""
    return bool(person.offices) and side is None and any(token.has("say") for token in behind[:1])


def _only_a_place(text: str, before: Sequence[Token], behind: Sequence[Token]) -> bool:
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


def _build(text: str, rule: str, first: Token, last: Token, slot: dict[str, Token]) -> Mention | None:
    mention = Mention(first.start, last.end, rule, _kind(slot))
    if "side" in slot:
        mention.side = _side_of(slot["side"])
    elif "there" in slot:
        mention.side = THERE
    elif "seat" in slot:
        mention.side = slot["seat"].value("seat")  # "phát ngôn viên Lầu Năm Góc …"
    if "office" in slot:
        _add_offices(text, mention, slot)
    mention.former = "former" in slot or first.has("elect")  # who has just been elected is in no table yet
    mention.counterpart = "counterpart" in slot
    if "capital" in slot:
        mention.side = slot["capital"].value("capital")
    if "institution" in slot:
        mention.institution = text[slot["institution"].start : slot["institution"].end]
        mention.side = mention.side or slot["institution"].value("political-party")
    if "sex" in slot:
        mention.sex = slot["sex"].value("honorific") or ""
    if "person" in slot:
        _name(text, mention, slot["person"])
    if "pairref" in slot:
        mention.pair_of = slot["pairref"].value("pair-ref") or ""
    if mention.kind == "office" and mention.offices and mention.offices[0][0] == "leader":
        mention.kind = "leader"
        mention.plural = mention.office_text.lower().startswith(_PLURALS)
    group = slot.get("leader") or slot.get("group")
    if group is not None:
        whole = text[first.start : last.end].lower()
        mention.plural = text[group.start : group.end].lower().startswith(_PLURALS) or " cấp cao" in whole
    return mention


def _add_offices(text: str, mention: Mention, slot: dict[str, Token]) -> None:
    offices = [slot[name] for name in _OFFICES if name in slot]
    mention.offices = tuple([tuple((token.value("office") or "").split("|")) for token in offices])
    mention.office_text = text[offices[0].start : offices[-1].end]


_OFFICES: Final = ("office", "office_b", "office_c")
_KINDS: Final = (
    ("pairref", "pair"),
    ("person", "person"),
    ("counterpart", "office"),
    ("office", "office"),
    ("leader", "leader"),
    ("group", "delegation"),
    ("institution", "institution"),
)
_PLURALS: Final = ("các ", "hai ", "giới ")


def _kind(slot: dict[str, Token]) -> str:
    for name, kind in _KINDS:
        if name in slot:
            return kind
    return "side"


def _side_of(token: Token) -> str | None:
    state = token.value("country") or token.value("organisation") or token.value("government")
    return state or token.value("country-short") or token.value("political-party") or None


def _name(text: str, mention: Mention, token: Token) -> None:
    mention.people = token.meaning.people
    mention.short = not token.has("person")
    mention.name = text[token.start : token.end]
