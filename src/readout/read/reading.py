"""Reading one article: the way of an article from its text to its facts."""

import gc
from typing import Final

from readout.model.records import Article, Reading
from readout.read.analysis import analyse
from readout.read.commitments import read_commitments
from readout.read.contacts import read_contacts
from readout.read.figures import read_figures
from readout.read.silences import read_silences
from readout.read.statements import read_statements

LANGUAGES: Final = ("vi",)


def read_article(article: Article) -> Reading:
    """Everything that is read from `article`, whose text is stored text (see `readout.text.compose`).

    Pure and deterministic: the same article gives the same reading. Never raises for any Unicode text. An article
    without a publication date gets the one that its text tells, with `published_basis: text`. An article in a language
    that cannot be read yet comes back without facts.
    """
    if article.language is not None and article.language not in LANGUAGES:
        return Reading(article=article)
    collecting = gc.isenabled()
    gc.disable()  # what a reading makes is in use until it ends: looking for cycles in it took a tenth of its time
    try:
        return _reading(article)
    finally:
        if collecting:
            gc.enable()


def _reading(article: Article) -> Reading:
    """The facts of an article in a language that can be read."""
    analysis = analyse(article)
    contacts = read_contacts(analysis)
    statements = read_statements(analysis, contacts)
    return Reading(
        article=analysis.article,
        contacts=contacts,
        statements=statements,
        commitments=read_commitments(analysis, contacts, statements),
        times=analysis.times,
        amounts=analysis.amounts,
        figures=read_figures(analysis),
        silences=read_silences(analysis, contacts, statements),
    )
