"""Commitments of one article: deeds of trade and policy with an object or an amount, and how far they are."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from readout.model.records import Amount, Commitment, Contact, Party, Quantity, Speaker, Statement, TradeObject
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import Analysis, View, grammar
from readout.read.commitments.drafts import Drafts
from readout.read.commitments.frames import Frames
from readout.read.commitments.matters import NOBODY, Matters
from readout.read.commitments.parties import Committers, counterparty_of, given_to
from readout.read.commitments.stage import ceased, is_long_ago, is_past_year, names_side, simply_done, stage_of
from readout.read.commitments.terms import (
    GIVEN,
    TARIFF,
    Terms,
    counted_goods,
    further_amounts,
    goods_in,
    in_money,
    measure_of,
    no_rate,
    objects_of,
    quantity_of,
    terms_before,
    terms_of,
)
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.speakers import Speakers
from readout.read.topics import words_of

PAID = ("invest", "aid", "lend")
OURSELVES_REACH = 40
"""How many characters before a deed "we" may stand."""
CLAUSE = 5
"""How many tokens before a deed its year may stand."""
TALK_REACH = 6
"""How many tokens before a deed those may stand who talk of it."""
RATES = ("percent", "percentage-point")
PHYSICAL = ("buy", "sell", "deliver")
RECEIVED = ("nhận được", "nhận", "được", "sự", "bị")
"""Words before a deed of somebody else ("nhận được hỗ trợ")."""
CALLED_OFF = ("hoãn", "ngừng", "dừng", "treo", "đình chỉ", "lệnh", "hạn chế", "cấm vận", "cấm")
"""Words before a deed that put it off or forbid it ("hoãn áp thuế", "gỡ bỏ hạn chế bán vũ khí")."""
SUPPOSED = ("nếu ", "giả sử ")
VAGUE = ("goods", "aid", "investment", "loans")
"""Things too general to commit to without an amount."""


@cache
def _deed_cues(language: str) -> frozenset[str]:
    return grammar(language).symbols.set_of("trade")


def read_commitments(
    analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """The commitments of an article in the order of the text; ids are `k1`, `k2` …"""
    drafts = Drafts(analysis, contacts, statements)
    reader, frames = _Reader(analysis, contacts, drafts), Frames(analysis, drafts)
    for view in analysis.views:
        if view.sentence.kind == "body":
            reader.sentence(view)
            frames.sentence(view)
    drafts.take(_of_title(analysis, contacts, statements))
    frames.retold()
    return drafts.numbered()


def _of_title(
    analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """What the title commits."""
    drafts = Drafts(analysis, contacts, statements)
    reader = _Reader(analysis, contacts, drafts)
    for view in analysis.views:
        if view.sentence.kind == "title":
            reader.sentence(view)
    return tuple(drafts.found)


class _Reader:
    """Reads the deeds: a verb of trade with its subject, its object and its amount."""

    def __init__(self, analysis: Analysis, contacts: tuple[Contact, ...], drafts: Drafts) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._language = analysis.knowledge.language
        self._cues = _deed_cues(self._language)
        self._committers = Committers(analysis, Speakers(analysis, contacts))
        self._matters = Matters(analysis)
        self._drafts = drafts
        self._numbers = {id(view): number for number, view in enumerate(analysis.views)}
        self._year = analysis.published.isoformat()[:4] if analysis.published else ""
        self._read_to = 0

    def sentence(self, view: View) -> None:
        """Read one sentence; what it commits goes to the drafts."""
        if self._cues.isdisjoint(view.present):
            return
        letters = L.letters_of(view, self._language)
        for verb, symbol in enumerate(view.string):
            if symbol in self._cues:
                self._deed(view, letters, verb)

    def _deed(self, view: View, letters: str, verb: int) -> None:
        token = view.tokens[verb]
        action: Action = token.value("trade")  # type: ignore[assignment]
        passive = terms_before(self._text, view, letters, verb)
        behind = terms_of(view, letters, verb, self._cues)
        terms = passive if passive and (passive.objects or passive.amounts) else behind
        in_full = token.has("in-full") and not terms.amounts and self._drafts.unit() is not None
        if token.start < self._read_to or _no_deed(self._text, view, letters, verb):
            return
        if token.has("customs") and is_past_year(view, max(0, verb - CLAUSE), terms.end, self._year):
            return  # past trade is a figure
        if not (in_full or _is_deed(self._text, view, verb, action, terms)):
            return
        matter = self._matters.find(view, letters, terms, self._drafts.claim(token.start))
        if matter is not None:
            if matter.kind == "open" and not token.has("flow"):
                quantity = self._quantity(view, matter.terms, False)
                self._tell(view, letters, verb, matter.terms, NOBODY, action, quantity, "considered")
            return
        quantity = self._quantity(view, terms, in_full)
        begin = terms.begin if terms is behind else verb
        committers = self._who(view, letters, begin) or self._of_claim(view, letters, verb)
        discussed = self._matters.stage(view, letters, verb)
        if discussed == "none" or (len(committers) > 1 and _is_talk(view, verb, terms.end)):
            return
        ended = ceased(view, letters, begin)
        action, stage = ("suspend", ended[1]) if ended else (action, stage_of(view, letters, verb, action, begin))
        stage = stage or discussed
        committers, stage = self._carried_on(view, verb, action, committers, stage)
        stage = stage or simply_done(view, letters, terms, action, quantity, self._year)
        if stage is None or (stage == "expected" and action == "deliver" and quantity is None):
            return
        if self._is_history(view, verb, action, stage, quantity):
            return
        if token.has("raising"):
            self._read_to = view.tokens[terms.end - 1].end
        known = len(self._drafts.found)
        for committer in committers if quantity is None else committers[: 1 if len(committers) == 1 else 0]:
            self._tell(view, letters, verb, terms, committer, action, quantity, stage)
        if in_full:
            self._drafts.due(known)

    def _is_history(self, view: View, verb: int, action: Action, stage: Stage, quantity: Quantity | None) -> bool:
        """What was traded in the past is a figure, and a tariff put on long ago the background of the news."""
        token = view.tokens[verb]
        if stage not in ("delivered", "ordered"):
            return False
        if action in TARIFF:
            return is_long_ago(view, self._analysis.published)
        if action == "buy" and quantity is None and not token.has("ordered"):
            return any(later.has("since-event") for later in view.tokens[verb:])
        return token.has("flow") and in_money(quantity)

    def _quantity(self, view: View, terms: Terms, in_full: bool) -> Quantity | None:
        if in_full:
            return self._drafts.target_quantity()
        return no_rate(self._text, view, terms) or quantity_of(self._text, view, terms.amounts, terms.first, terms.end)

    def _who(self, view: View, letters: str, verb: int) -> tuple[Party, ...]:
        start = view.tokens[verb].start
        ourselves = self._ourselves(start)
        if ourselves:
            return (ourselves,)
        quotations = self._analysis.quotations
        at = bisect_right(quotations, start, key=lambda q: q.start)
        quoted = any(start < q.end for q in quotations[max(0, at - 2) : at])
        return self._committers.find(self._numbers[id(view)], view, letters, verb, quoted)

    def _of_claim(self, view: View, letters: str, verb: int) -> tuple[Party, ...]:
        """Who speaks, where the reported words begin with the deed ("Tuyên bố của EU nêu rõ sẽ viện trợ …")."""
        claimed = self._drafts.claim(view.tokens[verb].start)
        if claimed is None or not claimed.speaker.country:
            return ()
        if not _for_a_side(claimed.speaker, self._text):
            return ()
        first = view.index_at(claimed.content.start)
        opens = all(view.tokens[i].has("stage") or view.tokens[i].has("filler") for i in range(first, verb))
        return (Party(country=claimed.speaker.country),) if opens and first <= verb else ()

    def _carried_on(
        self, view: View, verb: int, action: Action, committers: tuple[Party, ...], stage: Stage | None
    ) -> tuple[tuple[Party, ...], Stage | None]:
        """What a deed leaves out it shares with the one told before it in the sentence, or as a noun of amount."""
        start = view.tokens[verb].start
        before = self._drafts.before(view)
        if before is not None and before.committer == NOBODY and stage not in (None, "considered"):
            return committers, stage
        if before is not None and (not committers or (stage is None and committers == (before.committer,))):
            carried = _carried_over(before, action)
            return committers or ((carried,) if carried else ()), stage or before.stage
        last = self._drafts.last
        if not committers and last and last.committer != NOBODY and _as_noun(self._text, start):
            return (last.committer,), stage or last.stage
        if not committers and verb and view.tokens[verb - 1].has("plan"):
            claimed = self._drafts.claim(start)
            country = claimed.speaker.country if claimed else None
            return ((Party(country=country),) if country else ()), stage
        return committers, stage

    def _tell(
        self,
        view: View,
        letters: str,
        verb: int,
        terms: Terms,
        committer: Party,
        action: Action,
        quantity: Quantity | None,
        stage: Stage,
    ) -> None:
        knowledge = self._analysis.knowledge
        objects = self._objects(view, verb, terms)
        claimed = self._drafts.claim(view.tokens[verb].start)
        counted = goods_in(knowledge, self._text, view, terms)
        objects = (
            [counted]
            if counted
            else objects
            or [self._drafts.same_goods(committer, quantity, claimed) or counted_goods(knowledge, quantity)]
        )
        other = self._other(view, verb, terms, committer, action, claimed, objects[0])
        if action in TARIFF and other is None and not self._abroad(view, verb, terms):
            return
        if self._only_at_home(view, letters, terms, committer, other) or (committer.organisation and other is None):
            return
        further = further_amounts(view, letters, terms)
        end = further[0] if further else terms.end
        for trade_object in objects[:1] if quantity else objects:
            if quantity is None and trade_object and trade_object.name in VAGUE:
                continue
            self._drafts.add(view, (terms.begin, end), committer, other, action, trade_object, quantity, stage, claimed)
        for number, at in enumerate(further):
            stop = further[number + 1] if number + 1 < len(further) else terms.end
            amount = quantity_of(self._text, view, [at], at, min(stop + 3, len(view.tokens)))
            self._drafts.add(view, (at, stop), committer, other, action, objects[0], amount, stage, claimed)

    def _other(
        self,
        view: View,
        verb: int,
        terms: Terms,
        committer: Party,
        action: Action,
        claimed: Statement | None,
        thing: TradeObject | None,
    ) -> Party | None:
        """The other side, as far as the words of the deed or the deeds before it tell it."""
        if committer == NOBODY:
            return given_to(view, action, verb + 1, terms.end)
        buys = action == "buy"
        named = counterparty_of(
            self._analysis.knowledge, self._text, view, verb + 1, terms.end, committer.country, claimed, buys
        )
        return named or self._drafts.receiver_of(thing, committer, action)

    def _objects(self, view: View, verb: int, terms: Terms) -> list[TradeObject | None]:
        """The goods or the measure of a deed; of aid that the verb names itself ("gói viện trợ quân sự") that name."""
        measure = measure_of(view, terms)
        if measure:
            return [measure]
        goods = view.tokens[verb].value("commodity")
        named = () if terms.objects or goods is None or goods in VAGUE else (verb,)
        return [*objects_of(self._analysis.knowledge, view, terms.objects or named)]

    def _only_at_home(self, view: View, letters: str, terms: Terms, committer: Party, other: Party | None) -> bool:
        """A deed of the newspaper's own country that concerns no other."""
        home = self._analysis.knowledge.home
        return (
            committer.country == home
            and other is None
            and L.PREPOSITION + L.NAME not in letters[terms.first : terms.end + 1]
            and not any(a.country not in (None, home) for actors in view.actors.values() for a in actors)
        )

    def _abroad(self, view: View, verb: int, terms: Terms) -> bool:
        """A tariff, not a tax at home: the words say so, or somebody abroad speaks of it."""
        last = view.tokens[min(terms.end + 1, len(view.tokens) - 1)]  # "lên chip nhập khẩu": a deed's word ends them
        words = self._text[view.tokens[verb].start : last.end].lower()
        return any(word in words for word in words_of(self._language, "tariff-word"))

    def _ourselves(self, offset: int) -> Party | None:
        """ "We will deliver …": the side of who says so."""
        claimed = self._drafts.claim(offset)
        words = self._text[max(0, offset - OURSELVES_REACH) : offset].lower()
        if claimed and claimed.speaker.country and any(word in words for word in words_of(self._language, "ourselves")):
            return Party(country=claimed.speaker.country)
        return None


def _for_a_side(speaker: Speaker, text: str) -> bool:
    """A side, an institution, or a known person whom the article names in full: a family name may be a firm's."""
    return not speaker.name or speaker.person_id is None or speaker.name in text


def _carried_over(before: Commitment, action: Action) -> Party | None:
    """Who does a deed without a subject: who did the one before, or its other side where the goods go the other way."""
    if (before.action == "buy") != (action == "buy") and action in PHYSICAL:
        return before.counterparty
    return before.committer


def _is_talk(view: View, verb: int, end: int) -> bool:
    """Two sides talk of a deed between them, which the one does to the other ("Mỹ và Iran bàn việc bán dầu")."""
    before = view.tokens[max(0, verb - TALK_REACH) : verb]
    two = any(isinstance(token.record, Mention) and len(token.record.members) == 2 for token in before)
    third = any(view.actors.get(index) for index in range(verb, end))
    return two and not third and any(token.has("discussed") for token in before)


def _called_off(text: str, start: int) -> bool:
    """The deed is one that is put off or forbidden ("hoãn áp thuế", "lệnh cấm nhập khẩu")."""
    return text[max(0, start - 12) : start].rstrip().endswith(CALLED_OFF)


def _no_deed(text: str, view: View, letters: str, verb: int) -> bool:
    """The verb tells of no deed: it is called off, received, or only supposed."""
    token = view.tokens[verb]
    before = text[view.sentence.start : token.start].lower()
    if _called_off(text, token.start) or before.rstrip().endswith(RECEIVED):
        return True
    if (
        token.has("flow")
        and verb
        and not (view.tokens[verb - 1].has("stage") or letters[verb - 1] in L.ACTOR + L.GROUP + L.TIME + L.NAME)
    ):
        return True
    comma = letters.rfind(L.COMMA, 0, verb)
    clause = text[view.tokens[comma + 1].start : token.start].lower()
    return any(word in clause for word in SUPPOSED)


def _as_noun(text: str, start: int) -> bool:
    """The deed is a noun of amount ("lượng mua"), so that it goes on with what was spoken of before."""
    return text[max(0, start - 6) : start].rstrip().endswith(("lượng", "mức", "phần", "số"))


def _is_deed(text: str, view: View, verb: int, action: Action, terms: Terms) -> bool:
    """A deed has something or some amount that fits its action; without either it is talk."""
    token = view.tokens[verb]
    amounts = [a for a in (view.tokens[i].record for i in terms.amounts) if isinstance(a, Amount)]
    if token.has("near") and not _hands_over(view, terms, amounts):
        return False
    if token.has("halts"):
        return any(t.has("measure") for t in view.tokens[terms.first + 1 : terms.end])
    rated = any(a.unit in RATES for a in amounts)
    if token.has("drops"):
        return rated and any(t.has("tariff-noun") for t in view.tokens[terms.first + 1 : terms.end])
    if token.has("again"):
        return terms.objects[:1] == (terms.first + 1,)
    if token.has("closes"):
        return bool(terms.objects) and bool(terms.amounts)
    if token.has("counted"):
        return bool(terms.objects and terms.amounts and terms.amounts[0] == terms.first + 1)
    if token.has("tariff"):
        return rated or any(names_side(view.tokens[i]) for i in range(terms.first + 1, terms.end))
    if action in TARIFF:
        return rated or no_rate(text, view, terms) is not None
    if action in PAID:
        paid = any(a.currency for a in amounts) and not (action == "aid" and _costs(view, terms))
        return paid or (token.has("in-kind") and _in_kind(view, terms, amounts))
    return bool(terms.objects) or any(a.unit not in RATES for a in amounts)


def _hands_over(view: View, terms: Terms, amounts: Sequence[Amount]) -> bool:
    """Goods or a number of them follow the verb at once, with at most one word or the receiver between."""
    goods = [*terms.objects[:1], *terms.amounts[:1]]
    if not goods or any(amount.currency for amount in amounts[:1]):
        return False
    between = view.tokens[terms.first + 1 : min(goods)]
    return all(t.has("filler") or t.has("additional") or isinstance(t.record, Mention) for t in between)


def _costs(view: View, terms: Terms) -> bool:
    """The amount is what the thing costs that is helped with, not the help ("hỗ trợ xây bức tường 80 tỉ USD")."""
    first = terms.amounts[0] if terms.amounts else terms.first
    return any(view.tokens[i].has("purpose") for i in range(terms.first + 1, first))


def _in_kind(view: View, terms: Terms, amounts: Sequence[Amount]) -> bool:
    """Aid in goods (arms, rice, boats) that are counted or for somebody named; what only has a worth is a matter of
    money."""
    if any(isinstance(t.record, Mention) and t.record.kind == "person" for t in view.tokens[terms.first : terms.end]):
        return False  # a present to somebody
    named = any(view.actors.get(i) or isinstance(view.tokens[i].record, Mention) for i in range(terms.first, terms.end))
    counted = terms.amounts[:1] == (terms.first + 1,) and not any(amount.currency for amount in amounts)
    return (named or counted) and any(view.tokens[i].value("commodity") not in GIVEN for i in terms.objects)
