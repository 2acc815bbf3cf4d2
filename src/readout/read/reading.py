"""Reading articles: the way of an article from its text to its facts, of several at once step by step."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final

from readout.model.records import Article, Reading
from readout.read.analysis import analyse_all
from readout.read.commitments import read_commitments
from readout.read.contacts import read_all_contacts
from readout.read.figures import read_figures
from readout.read.silences import read_silences
from readout.read.statements import read_all_statements

LANGUAGES: Final = ("vi",)
AT_ONCE: Final = 100_000
"""So many code points are read at once, some thirty articles: more gain no more, and what is known of them takes memory
until the last of them is read."""


def read_article(article: Article) -> Reading:
    """Everything that is read from `article`, whose text is stored text (see `readout.text.compose`).

    Pure and deterministic: the same article gives the same reading. Never raises for any Unicode text. An article
    without a publication date gets the one that its text tells, with `published_basis: text`. An article in a language
    that cannot be read yet comes back without facts.
    """
    return next(read_articles([article]))


def read_articles(articles: Iterable[Article], at_once: int = AT_ONCE) -> Iterator[Reading]:
    """`read_article` for each of the articles, in order; some of them, of `at_once` code points, are read at once.

    The readings are the same, in less time.
    """
    for some in _groups(articles, at_once):
        found = _each([one for one in some if _is_readable(one)])
        for one in some:
            yield next(found) if _is_readable(one) else Reading(article=one)


def _groups(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """The articles in groups of at most `size` code points; a longer one is a group alone."""
    some: list[Article] = []
    length = 0
    for one in articles:
        if some and length + len(one.text) > size:
            yield some
            some, length = [], 0
        some.append(one)
        length += len(one.text)
    if some:
        yield some


def _each(articles: Sequence[Article]) -> Iterator[Reading]:
    """The readings of a group. Where one fails, those before it are read one by one: it costs no other its reading."""
    found: list[Reading] | None = None
    with suppress(Exception):  # it comes again, in its turn
        found = _undisturbed(articles)
    if found is not None:
        yield from found
        return
    for one in articles:
        yield from _undisturbed([one])


def _undisturbed(articles: Sequence[Article]) -> list[Reading]:
    """What a reading makes is in use until it ends: looking for cycles in it took a tenth of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _readings(articles)
    finally:
        if collecting:
            gc.enable()


def _is_readable(article: Article) -> bool:
    """Is it in a language that can be read, as far as that is known?"""
    return article.language is None or article.language in LANGUAGES


def _readings(articles: Sequence[Article]) -> list[Reading]:
    """The facts of articles in a language that can be read; each step that takes long for all of them, as in
    `analyse_all`."""
    analyses = analyse_all(articles)
    contacts = read_all_contacts(analyses)
    statements = read_all_statements(analyses, contacts)
    every = list(zip(analyses, contacts, statements, strict=True))
    commitments = [read_commitments(*one) for one in every]
    silences = [read_silences(*one) for one in every]
    return [
        Reading(
            article=analysis.article,
            contacts=met,
            statements=told,
            commitments=promised,
            times=analysis.times,
            amounts=analysis.amounts,
            figures=read_figures(analysis),
            silences=kept_back,
        )
        for (analysis, met, told), promised, kept_back in zip(every, commitments, silences, strict=True)
    ]
