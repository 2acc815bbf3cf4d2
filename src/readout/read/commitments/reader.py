"""Commitments of one article: deeds of trade and policy with an object or an amount, and how far they are."""

from bisect import bisect_right
from functools import cache
from typing import Final

from readout.model.records import Commitment, Contact, Party, Quantity, Speaker, Statement, TradeObject
from readout.model.vocabulary import Action, Stage
from readout.read.analysis import Analysis, View, grammar
from readout.read.commitments.deeds import is_deed, no_deed
from readout.read.commitments.drafts import Drafts
from readout.read.commitments.frames import Frames
from readout.read.commitments.fronted import fronted, source_of, with_goods_before
from readout.read.commitments.joint import Joint, figure_cues
from readout.read.commitments.matters import NOBODY, Matters
from readout.read.commitments.parties import Committers, counterparty_of, given_to
from readout.read.commitments.stage import ceased, is_long_ago, is_past_year, simply_done, stage_of
from readout.read.commitments.terms import (
    TARIFF,
    Terms,
    counted_goods,
    further_amounts,
    goods_in,
    in_money,
    measure_of,
    no_rate,
    objects_of,
    parts_of,
    quantity_of,
    terms_of,
)
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.speakers import Speakers
from readout.read.topics import words_of

OURSELVES_REACH: Final = 40
"""How many characters before a deed "we" may stand."""
CLAUSE: Final = 5
"""How many tokens before a deed its year may stand."""
TALK_REACH: Final = 6
"""How many tokens before a deed those may stand who talk of it."""
PHYSICAL: Final = ("buy", "sell", "deliver")
VAGUE: Final = ("goods", "aid", "investment", "loans")
"""Things too general to commit to without an amount."""


@cache
def _deed_cues(language: str) -> frozenset[str]:
    return grammar(language).symbols.set_of("trade")


@cache
def _title_cues(language: str) -> frozenset[str]:
    """The symbols of the words without which a title commits nothing."""
    return _deed_cues(language) | figure_cues(language)


def read_commitments(
    analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """The commitments of an article in the order of the text; ids are `k1`, `k2` …"""
    if not analysis.views:
        return ()
    drafts = Drafts(analysis, contacts, statements)
    reader, frames, joint = _Reader(analysis, contacts, drafts), Frames(analysis, drafts), Joint(analysis, drafts)
    for view in analysis.views:
        if view.sentence.kind == "body":
            reader.sentence(view)
            frames.sentence(view)
            joint.sentence(view)
    drafts.take(_of_title(analysis, contacts, statements))
    frames.retold()
    return drafts.numbered()


def _of_title(
    analysis: Analysis, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """What the title commits."""
    cues = _title_cues(analysis.knowledge.language)
    titles = [v for v in analysis.views if v.sentence.kind == "title" and not cues.isdisjoint(v.present)]
    if not titles:  # most articles: no readers are made for them
        return ()
    drafts = Drafts(analysis, contacts, statements)
    reader, joint = _Reader(analysis, contacts, drafts), Joint(analysis, drafts)
    for view in titles:
        reader.sentence(view)
        joint.sentence(view)
    return tuple(drafts.found)


class _Reader:
    """Reads the deeds: a verb of trade with its subject, its object and its amount."""

    def __init__(self, analysis: Analysis, contacts: tuple[Contact, ...], drafts: Drafts) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._language = analysis.knowledge.language
        self._cues = _deed_cues(self._language)
        self._contacts = contacts
        self._who_commits: Committers | None = None
        self._matters = Matters(analysis)
        self._drafts = drafts
        self._read_to = 0

    @property
    def _year(self) -> str:
        """The year of publication, or nothing."""
        return self._analysis.published.isoformat()[:4] if self._analysis.published else ""

    def sentence(self, view: View) -> None:
        """Read one sentence; what it commits goes to the drafts."""
        if self._cues.isdisjoint(view.present):
            return
        letters = L.letters_of(view, self._language)
        for verb, token in enumerate(view.tokens):
            if token.start >= self._read_to and token.symbol in self._cues:
                self._deed(view, letters, verb)

    def _deed(self, view: View, letters: str, verb: int) -> None:
        token = view.tokens[verb]
        action: Action = token.value("trade")  # type: ignore[assignment]
        behind = terms_of(view, letters, verb, self._cues)
        front = fronted(self._text, view, letters, verb, behind)
        terms = front.terms if front else behind
        if token.has("elliptic") and front is None:
            terms = with_goods_before(view, verb, terms)
        in_full = token.has("in-full") and not terms.amounts and self._drafts.unit() is not None
        if not (in_full or is_deed(self._text, view, verb, action, terms)):
            return  # first, because it is asked soonest and most verbs tell of no deed
        if no_deed(self._text, view, letters, verb, front):
            return
        if token.has("customs") and is_past_year(view, max(0, verb - CLAUSE), terms.end, self._year):
            return  # past trade is a figure
        if front and front.kind == "agentless":
            self._given(view, letters, verb, terms, action)
            return
        if token.has("receives"):
            self._received(view, letters, verb, terms)
            return
        matter = self._matters.find(view, letters, terms, self._drafts.claim(token.start))
        if matter is not None:
            if matter.kind == "open" and not token.has("flow"):
                quantity = self._quantity(view, matter.terms, False)
                self._tell(view, letters, verb, matter.terms, NOBODY, action, quantity, "considered")
            return
        known = len(self._drafts.found)
        self._done_by(view, letters, verb, terms, verb if front else terms.begin, action, in_full)
        if front and front.kind == "relative":
            self._drafts.drop_repeated(known)

    def _given(self, view: View, letters: str, verb: int, terms: Terms, action: Action) -> None:
        """What is to be given or was given to a side, by whom the words may leave open ("Lô … sẽ được giao cho …")."""
        stage = stage_of(view, letters, verb, action, verb)
        receiver = given_to(view, action, verb + 1, terms.end)
        if stage is None or receiver is None or is_past_year(view, 0, len(view.tokens), self._year):
            return
        claimed = self._drafts.claim(view.tokens[verb].start)
        source = source_of(view, letters, terms, verb) or (claimed.speaker.country if claimed else None)
        known = source is not None and source != receiver.country
        stage = "expected" if stage == "pledged" and not known else stage
        quantity = self._quantity(view, terms, False)
        self._tell(view, letters, verb, terms, Party(country=source) if known else NOBODY, action, quantity, stage)

    def _received(self, view: View, letters: str, verb: int, terms: Terms) -> None:
        """What a side gets from another, which delivers it ("Ai Cập sẽ nhận 10 tàu của Pháp")."""
        stage = stage_of(view, letters, verb, "deliver", verb)
        receivers, source = self._who(view, letters, verb), source_of(view, letters, terms, terms.end)
        if stage is None or source is None or len(receivers) != 1 or source == receivers[0].country:
            return
        stage = "expected" if stage == "pledged" else stage
        quantity = self._quantity(view, terms, False)
        self._tell(view, letters, verb, terms, Party(country=source), "deliver", quantity, stage, receivers[0])

    def _done_by(
        self, view: View, letters: str, verb: int, terms: Terms, begin: int, action: Action, in_full: bool
    ) -> None:
        """What a side does itself."""
        token, quantity = view.tokens[verb], self._quantity(view, terms, in_full)
        owner = source_of(view, letters, terms, terms.end) if token.has("package") else None
        committers = self._who(view, letters, begin) or self._of_claim(view, letters, verb)
        committers = (Party(country=owner),) if owner else committers
        discussed = self._matters.stage(view, letters, verb)
        if discussed == "none" or (len(committers) > 1 and _is_talk(view, verb, terms.end)):
            return
        ended = ceased(view, letters, begin)
        action, stage = ("suspend", ended[1]) if ended else (action, stage_of(view, letters, verb, action, begin))
        committers, stage = self._carried_on(view, verb, action, committers, stage or discussed)
        stage = stage or simply_done(view, letters, terms, action, quantity, self._year)
        if owner and stage is None and not is_past_year(view, 0, len(view.tokens), self._year):
            stage = "pledged"
        if stage is None or (stage == "expected" and action == "deliver" and quantity is None):
            return
        if self._is_history(view, verb, action, stage, quantity):
            return
        if token.has("raising"):
            self._read_to = view.tokens[terms.end - 1].end
        known = len(self._drafts.found)
        both = committers
        mutual = token.has("mutual") and len(committers) == 2
        if action == "sign" or (quantity and len(committers) > 1):
            committers = committers[: mutual or len(committers) == 1]
        for committer in committers:
            partner = next((other for other in both if other != committer), None) if mutual else None
            for part in parts_of(letters, terms):
                amount = quantity if part.amounts or part is terms else None
                self._tell(view, letters, verb, part, committer, action, amount, stage, partner)
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
        if self._who_commits is None:  # most articles tell of no deed
            self._who_commits = Committers(self._analysis, Speakers(self._analysis, self._contacts))
        return self._who_commits.find(self._analysis.views.index(view), view, letters, verb, quoted)

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
        receiver: Party | None = None,
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
        other = receiver or self._other(view, verb, terms, committer, action, claimed, objects[0])
        if action in TARIFF and other is None and not self._abroad(view, verb, terms):
            return
        if self._only_at_home(view, letters, terms, committer, other) or (committer.organisation and other is None):
            return
        further = further_amounts(view, letters, terms)
        end = further[0] if further else terms.end
        for trade_object in objects[:1] if quantity and action not in TARIFF else objects:
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
        measure = measure_of(view, verb, terms)
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


def _as_noun(text: str, start: int) -> bool:
    """The deed is a noun of amount ("lượng mua"), so that it goes on with what was spoken of before."""
    return text[max(0, start - 6) : start].rstrip().endswith(("lượng", "mức", "phần", "số"))
