"""Actors joined into one: "A và B", "Nga - Ukraine", "lãnh đạo Anh, Pháp và Đức"."""

from typing import Final

from mypy_extensions import i64

from readout.knowledge.lexicon import NOTHING
from readout.read.mentions import Mention
from readout.read.symbols import Symbols
from readout.read.tokens import Token

TOGETHER: Final = ("cùng", "cùng với")
JOINS: Final = ("và", "lẫn", "hay", *TOGETHER)
DISTRIBUTED: Final = ("office", "leader", "delegation", "institution")
DASHES: Final = ("-", "–", "—")
SERIES: Final = "vi.actor.series"
_LINKS: Final = frozenset((*JOINS, *DASHES))
_GOES_ON: Final = (",", *JOINS)
_CLOSING: Final = (",", ".", ";", "về", "tại", "ở", "để", "nhằm")


class Coordination:
    """Folds actors that are joined by a dash, a comma or a conjunction into one token."""

    def __init__(self, symbols: Symbols) -> None:
        self._modifier = symbols.register(frozenset(("modifier",)))
        self._breaks = symbols.set_of("colon", "semicolon")
        self._sides = symbols.register(frozenset(("actor", "pair", "visitor")))
        self._officials = symbols.register(frozenset(("actor", "pair", "official", "visitor")))

    def join(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens with every list of actors folded; its record is a Mention with members."""
        joined: list[Token] = []
        behind: i64 = 0
        for at, token in enumerate(tokens):
            if at < behind:
                continue
            mention = token.record
            if mention is None or not isinstance(mention, Mention) or mention.kind == "pair":
                joined.append(token)
                continue
            last = self._end_of_list(text, tokens, at)
            if last > at and not _place_before_subject(text, tokens, at, last):
                joined.append(self._fold(text, tokens, at, last))
                behind = last + 1
            elif not _lone_short_form(token):
                joined.append(token)
        return joined

    def _end_of_list(self, text: str, tokens: list[Token], at: int) -> int:
        last = at
        while last + 2 < len(tokens):
            link_at = _behind_brackets(text, tokens, last + 1)
            if link_at + 1 >= len(tokens):
                break
            link, following = tokens[link_at], tokens[link_at + 1]
            if not isinstance(following.record, Mention) or following.record.kind == "pair":
                break
            if _begins_clause(text, tokens, at, link_at):
                break
            begins = at == 0 or _in_turn(tokens, at)
            opens = begins or tokens[at - 1].symbol in self._breaks
            more = _goes_on(text, tokens, link_at + 2) or opens or _ends(text, tokens, at, link_at + 2)
            two = opens and _two_people(text, link, tokens[last], following)
            bare = more and _between_people(text, tokens, at, link, following)
            if not (two or bare or self._links(text, link, tokens[at], tokens[last], following, more, begins)):
                break
            last = link_at + 1
        return last

    def _links(self, text: str, link: Token, head: Token, left: Token, right: Token, more: bool, opens: bool) -> bool:
        word = text[link.start : link.end].lower()
        a, b = left.record, right.record
        if not isinstance(a, Mention) or not isinstance(b, Mention):
            return False
        if word in "-–—":
            return _comparable(a, b)
        if word in TOGETHER:
            return (a.kind == "side") == (b.kind == "side")  # "tới Hàn Quốc cùng Tổng Bí thư": a journey, no list
        if word in JOINS:
            return True
        if word == ";":
            return opens and bool(a.name and b.name and a.offices and b.offices) and a.side != b.side
        if word != "," or text[left.start - 2 : left.start].strip(" ") in ("-", "–"):
            return False
        first = head.record
        named = a.offices and b.offices and a.kind == b.kind == "person"
        if named and (a.side != b.side or a.name != b.name):
            return left is not head or more
        if a.side is not None and a.side == b.side:
            return False
        if a.kind == b.kind == "side":
            return True
        # "Bộ trưởng Quốc phòng Mỹ, Trung Quốc nói" starts anew; "Lãnh đạo Anh, Pháp, Đức" and a third title go on.
        if not isinstance(first, Mention) or b.kind not in ("side", first.kind):
            return False
        return first.kind in ("leader", "delegation") or (first.kind in DISTRIBUTED and (left is not head or more))

    def _fold(self, text: str, tokens: list[Token], first: int, last: int) -> Token:
        """One token for the list; where nothing but commas joins them, and none is the other's counterpart, its
        members stand in a series."""
        members: list[Mention] = []
        linked = False
        for token in tokens[first : last + 1]:
            mention = token.record
            if isinstance(mention, Mention):
                linked = linked or mention.counterpart
                member = _with_shared_title(members, mention)
                member.listed = True
                members.append(member)
            else:
                linked = linked or text[token.start : token.end].lower() in _LINKS
        rule = "vi.actor.list" if linked else SERIES
        whole = Mention(tokens[first].start, tokens[last].end, rule, "list", members=tuple(members))
        if tokens[first].symbol == self._modifier:
            return Token(whole.start, whole.end, self._modifier, NOTHING, whole)
        officials = any(member.kind != "side" for member in members)
        return Token(whole.start, whole.end, self._officials if officials else self._sides, NOTHING, whole)


def _place_before_subject(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """In "Bên lề hội nghị tại Malaysia, Nhật Bản và Philippines đã ký …" the first country is the place alone."""
    follows = tokens[last + 1 : last + 2]
    if not first or not tokens[first - 1].has("at-place") or text[tokens[first + 1].start] != ",":
        return False
    return any(token.has("past") or token.has("future") for token in follows)


def _begins_clause(text: str, tokens: list[Token], head: int, link_at: int) -> bool:
    """ "Sau khi gửi thư cho Tehran, London nói …": who says something behind the comma is no part of the adverbial."""
    if not head or text[tokens[link_at].start : tokens[link_at].end] != ",":
        return False
    adverbial = any(tokens[head - 1].has(cls) for cls in ("preposition", "dative", "with", "go-v"))
    return adverbial and any(token.has("say") for token in tokens[link_at + 2 : link_at + 3])


def _two_people(text: str, link: Token, left: Token, right: Token) -> bool:
    """A headline begins with two people ("Ông Trump, ông Zelensky sẽ lại gặp")."""
    a, b = left.record, right.record
    if not isinstance(a, Mention) or not isinstance(b, Mention) or text[link.start : link.end] != ",":
        return False
    return a.kind == b.kind == "person" and bool(a.sex and b.sex) and not a.offices and not b.offices


def _in_turn(tokens: list[Token], at: int) -> bool:
    """A list of those who were met in turn begins ("lần lượt gặp A; B và C")."""
    return at > 1 and tokens[at - 1].has("meet-v") and tokens[at - 2].has("several")


def _between_people(text: str, tokens: list[Token], at: int, link: Token, right: Token) -> bool:
    """Behind "giữa" people are listed without titles ("giữa Putin, Trump và Zelensky")."""
    if not at or not tokens[at - 1].has("between") or text[link.start : link.end] != ",":
        return False
    return all(isinstance(t.record, Mention) and t.record.kind == "person" for t in (tokens[at], right))


def _goes_on(text: str, tokens: list[Token], at: int) -> bool:
    """A further link of the list follows: a comma or "và" with an actor behind it."""
    if at + 1 >= len(tokens) or not isinstance(tokens[at + 1].record, Mention):
        return False
    return text[tokens[at].start : tokens[at].end].lower() in _GOES_ON


def _ends(text: str, tokens: list[Token], at: int, last: int) -> bool:
    """The clause ends behind the second: of two countries ("gặp người đồng cấp Campuchia, Thái Lan"), of two who are
    received one after the other ("hội kiến Thủ tướng A, Chủ tịch Quốc hội B;")."""
    head = tokens[at].record
    if not isinstance(head, Mention):
        return False
    received = at > 0 and tokens[at - 1].has("meet-v") and bool(head.name or head.offices)
    if not (head.counterpart or received):
        return False
    return last >= len(tokens) or text[tokens[last].start : tokens[last].end] in _CLOSING


def _behind_brackets(text: str, tokens: list[Token], at: int) -> int:
    """The index behind "(trái)" or "(ảnh)", which interrupts a list in captions."""
    if tokens[at].end - tokens[at].start != 1 or text[tokens[at].start] != "(":
        return at
    for close in range(at + 1, min(at + 5, len(tokens))):
        if text[tokens[close].start : tokens[close].end] == ")":
            return close + 1
    return at


def _with_shared_title(before: list[Mention], mention: Mention) -> Mention:
    """In "Thủ tướng Anh, Đức và Ý" the title of the first holds for those that follow as bare countries."""
    if mention.kind != "side" or not before or before[-1].kind not in DISTRIBUTED:
        return mention
    titled = before[-1].spanning(mention.start, mention.end)
    titled.side, titled.name, titled.people = mention.side, None, ()
    return titled


def _comparable(a: Mention, b: Mention) -> bool:
    """A dash joins two sides or two people, also a delegation word with its first country ("lãnh đạo Mỹ - Trung")."""
    if b.kind == "side":
        return a.kind == "side" or a.kind in DISTRIBUTED
    return a.kind == b.kind == "person"


def _lone_short_form(token: Token) -> bool:
    """`Trung` or `Hàn` outside a pair is no country."""
    return isinstance(token.record, Mention) and token.record.kind == "side" and token.has("country-short")
