"""What every reader of facts starts from: the sentences of one article with their tokens and actors.

One scan of the words, one of times and amounts; then, sentence by sentence, tokens, mentions, lists of actors, and who
is meant. Built once per article and shared by the readers of contacts, statements, commitments and silences.
"""

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

from msgspec import structs
from mypy_extensions import i64, mypyc_attr

from readout.knowledge import Knowledge, load
from readout.knowledge.lexicon import ACTOR, CONTACT, COUNTRY, NOTHING, SIDE, SPORT, TOLD, lower_same_length
from readout.model.records import Amount, Article, Time
from readout.read.actors import Actor, Cast
from readout.read.amounts import tag_amounts
from readout.read.coordination import Coordination
from readout.read.mentions import Mention, MentionGrammar
from readout.read.symbols import Symbols
from readout.read.times import infer_published, tag_times
from readout.read.tokens import Token, Tokenizer
from readout.text.dialogue import Turn, turns_of
from readout.text.layout import Sentence, sentences_of
from readout.text.quotations import Quotation, quotations_of

LEAD_LENGTH: Final = 700
"""Code points of title and lead; a first paragraph goes on behind them where the breaks of an article were lost."""
FOREIGN: Final = frozenset(("country", "government", "capital", "organisation", "country-short", "political-party"))
LEAD: Final = 1
"""The number of the paragraph that is the lead. Title and lead are read whole: they name the actors in full."""
_IN_NO_WORD: Final = re.compile(r"[\n“”:;?!]")
"""Marks that no word of the lexicon holds."""


@mypyc_attr(acyclic=True)
class View:
    """One sentence as the readers see it.

    `string` has one symbol per token, for patterns; `present` holds each of them once. `actors` maps the index of an
    actor token to who is meant (several for a list or a pair, none where the words decide nothing). A country that only
    qualifies a noun is no actor. `letters` is the sentence in the alphabet of the statements, once it was asked for.
    """

    sentence: Sentence
    tokens: list[Token]
    string: str
    present: set[str]
    actors: dict[int, list[Actor]]
    letters: str

    def __init__(self, sentence: Sentence, tokens: list[Token]) -> None:
        self.sentence, self.tokens = sentence, tokens
        self.string, self.letters = "", ""
        self.present, self.actors = set(), {}

    def text_of(self, text: str, first: int, last: int) -> str:
        """The words from token `first` to token `last`, inclusive."""
        return text[self.tokens[first].start : self.tokens[last].end]

    def index_at(self, offset: int) -> int:
        """The index of the first token that begins at or after the code-point offset."""
        return _index_at(self.tokens, offset)


class Analysis:
    """One article, ready for reading facts once `analyse_all` has gone through all its steps. `published` is the day
    that relative expressions count from, or None."""

    article: Article
    text: str
    knowledge: Knowledge
    grammar: "Grammar"
    published: datetime.date | None
    views: list[View]
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    quotations: list[Quotation]
    cast: Cast
    turns: list[Turn]
    """Paragraphs that begin with a dash."""
    lowered: str
    """The text in small letters, offset by offset; empty where no sentence is looked at."""
    sport: bool
    """The article speaks of matches and players, where a team "meets" a country."""

    def __init__(
        self,
        article: Article,
        grammar: "Grammar",
        published: datetime.date | None,
        cast: Cast,
    ) -> None:
        self.article, self.text, self.published = article, article.text, published
        self.grammar, self.knowledge, self.cast = grammar, grammar.knowledge, cast
        self.times, self.amounts = (), ()
        self.quotations, self.turns = quotations_of(article.text), turns_of(article.text)
        self.views, self.lowered, self.sport = [], "", False


class Grammar:
    """What is compiled once per language: symbols, tokenizer, actor rules."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.symbols = Symbols(_class_sets(knowledge))
        self.tokenizer = Tokenizer(self.symbols, knowledge.lexicon.forms_of("surname"))
        self.mentions = MentionGrammar(self.symbols, knowledge.language, knowledge.people)
        self.coordination = Coordination(self.symbols)


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language, built at the first call."""
    return Grammar(load(language))


def _class_sets(knowledge: Knowledge) -> set[frozenset[str]]:
    """Every set of classes that a word can have in a text, with and without its capitalised meanings."""
    kinds = knowledge.lexicon.kinds()
    sets = {frozenset(cls for cls, _ in kind) for kind in kinds}
    sets |= {plain for kind in kinds if (plain := frozenset(cls for cls, cased in kind if not cased))}
    for derived in (
        ("actor", "official", "visitor"),
        ("actor", "side", "visitor"),
        ("actor", "side", "organisation-side"),
        ("actor", "pair", "visitor"),
        ("actor", "pair", "official", "visitor"),
        ("actor", "pair", "pair-ref"),
        ("modifier",),
    ):
        sets.add(frozenset(derived))
    return sets


def analyse(article: Article, language: str = "vi") -> Analysis:
    """Analyse one article; pure and deterministic. Never raises on any Unicode text."""
    return analyse_all([article], language)[0]


def analyse_all(articles: Sequence[Article], language: str = "vi") -> list[Analysis]:
    """`analyse` for several articles, each step for all of them before the next: what a step looks up (expressions,
    automata, rules) then stays in the processor's cache, which holds no more than one or two steps."""
    compiled = grammar(language)
    begun = [_begun(article, compiled) for article in articles]
    for analysis in begun:
        analysis.times = tag_times(analysis.text, analysis.published, language)
    for analysis in begun:
        analysis.amounts = tag_amounts(analysis.text, [(t.start, t.end) for t in analysis.times], language)
    words = [_words(analysis) for analysis in begun]
    for analysis, hits in zip(begun, words, strict=True):
        if hits:
            _view(analysis, hits)
    for analysis in begun:
        for view in analysis.views:
            view.tokens = compiled.mentions.chunk(analysis.text, view.tokens)
    for analysis in begun:
        _actors(analysis)
    return begun


def _begun(article: Article, compiled: "Grammar") -> Analysis:
    """The analysis of an article of which nothing is known but the text and its date."""
    article, published = _with_published(article)
    return Analysis(
        article, compiled, published, Cast(compiled.knowledge, published.isoformat() if published else None)
    )


def _words(analysis: Analysis) -> list[Token]:
    """Every word of the lexicon in the text; none where the article does not speak of abroad."""
    text, knowledge = analysis.text, analysis.knowledge
    lead = _end_of_lead(text)
    lowered = lower_same_length(text[:lead])
    hits = knowledge.lexicon.scan(text[:lead], 0, lowered)
    if not _speaks_of_abroad(hits, knowledge):
        return []
    behind = lower_same_length(text[lead:])
    hits += knowledge.lexicon.scan(text[lead:], lead, behind)
    analysis.lowered = lowered + behind
    return hits


def _actors(analysis: Analysis) -> None:
    """Introduce everybody who is named, then decide sentence by sentence who is meant."""
    views, cast = analysis.views, analysis.cast
    cast.introduce([t.record for view in views for t in view.tokens if isinstance(t.record, Mention)])
    for view in views:
        _resolve(view, analysis.grammar, cast, analysis.text)


def _view(analysis: Analysis, hits: list[Token]) -> None:
    """Add the sentences that may tell something, from the words found in the text."""
    compiled, text = analysis.grammar, analysis.text
    quoted = sorted(
        {at for q in analysis.quotations for at in (q.outer_start, q.end)}
        | {turn.start for turn in analysis.turns if turn.answers}
    )
    spans = _spans(analysis, hits)
    at: i64 = 0
    over: i64 = 0
    for sentence in sentences_of(text, _has_title(analysis.article)):
        at, inside = _inside(hits, at, sentence)
        over, spanned = _inside(spans, over, sentence)
        needs = 0
        for hit in inside:
            needs |= hit.meaning.needs
        analysis.sport = analysis.sport or needs & SPORT != 0
        if not (_may_tell(sentence, needs) or _holds(quoted, sentence)):
            continue
        tokens = compiled.tokenizer.tokens(text, sentence.start, sentence.end, inside, spanned)
        analysis.views.append(View(sentence, tokens))


def _may_tell(sentence: Sentence, needs: int) -> bool:
    """By the words that it holds; in a first paragraph that goes on behind the lead also who is only introduced."""
    if needs & TOLD or (needs & CONTACT and needs & ACTOR):
        return True
    return sentence.paragraph <= LEAD and (sentence.start <= LEAD_LENGTH or needs & ACTOR != 0)


def _end_of_lead(text: str) -> int:
    """Behind title and lead, where no word goes over."""
    mark = _IN_NO_WORD.search(text, LEAD_LENGTH)
    return mark.start() if mark is not None else len(text)


def _has_title(article: Article) -> bool:
    """The first paragraph is the title, as in every stored article; one that a program made may leave it out."""
    title = (article.title or "").strip()
    if title and article.text.startswith(title):
        return True
    return bool(title) and article.text.lstrip()[: len(title)].casefold() == title.casefold()


def _spans(analysis: Analysis, hits: list[Token]) -> list[Token]:
    """The times and amounts as tokens, in order; an amount that begins with an actor is none ("hai người")."""
    tokenizer = analysis.grammar.tokenizer
    spans = [Token(time.start, time.end, tokenizer.time, NOTHING, time) for time in analysis.times]
    for amount in analysis.amounts:
        at = _index_at(hits, amount.start)
        if at == len(hits) or hits[at].start != amount.start or not hits[at].meaning.needs & ACTOR:
            spans.append(Token(amount.start, amount.end, tokenizer.amount, NOTHING, amount))
    spans.sort(key=_start)
    return spans


def _index_at(tokens: list[Token], offset: int) -> int:
    """The index of the first token that begins at or after the code-point offset."""
    low: i64 = 0
    high: i64 = len(tokens)
    while low < high:
        middle = (low + high) >> 1
        if tokens[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _start(token: Token) -> int:
    return token.start


def _inside(tokens: list[Token], at: i64, sentence: Sentence) -> tuple[i64, list[Token]]:
    """The tokens inside the sentence, looked for from index `at` on, and the index of the first one behind it."""
    found: list[Token] = []
    first, end, count = sentence.start, sentence.end, len(tokens)
    while at < count:
        token = tokens[at]
        if token.start >= end:
            break
        if token.start >= first and token.end <= end:
            found.append(token)
        at += 1
    return at, found


def _with_published(article: Article) -> tuple[Article, datetime.date | None]:
    """The article and the day that its relative dates count from; a missing day is inferred from the text."""
    if article.published:
        try:
            return article, datetime.date.fromisoformat(article.published[:10])
        except ValueError:
            return article, None
    inferred = infer_published(article.text)
    if inferred is None:
        return article, None
    return structs.replace(article, published=inferred.isoformat(), published_basis="text"), inferred


def _speaks_of_abroad(hits: Sequence[Token], knowledge: Knowledge) -> bool:
    """Title and lead name a foreign side or a known person from abroad.

    An article that does not is home news, and nothing is read from it but times and amounts.
    """
    for hit in hits:
        meaning = hit.meaning
        if hit.start > LEAD_LENGTH:
            return False
        if not meaning.needs & (SIDE | ACTOR):
            continue
        for entry in meaning.entries:
            if entry.cls in FOREIGN and entry.value != knowledge.home:
                return True
            if (
                entry.cls in ("person", "person-short")
                and knowledge.people.country(entry.value, None) != knowledge.home
            ):
                return True
    return False


def _holds(starts: Sequence[int], sentence: Sentence) -> bool:
    """One of the offsets lies in the sentence."""
    at = bisect_left(starts, sentence.start)
    return at < len(starts) and starts[at] < sentence.end


def _resolve(view: View, compiled: Grammar, cast: Cast, text: str) -> None:
    tokens = view.tokens = compiled.coordination.join(text, view.tokens)
    symbols: list[str] = []
    for index, token in enumerate(tokens):
        symbols.append(token.symbol)
        record = token.record
        if record is None:
            if token.meaning.needs & COUNTRY:
                cast.qualifying.append(token.value("country") or "")
        elif isinstance(record, Mention):
            if token.symbol == compiled.mentions.modifier:
                cast.note(record)
            else:
                scene = index > 0 and tokens[index - 1].has("at-place")
                view.actors[index] = cast.resolve(record, scene)
    view.string = "".join(symbols)
    view.present = set(symbols)
