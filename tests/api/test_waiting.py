"""How long an article waits for the next one: those of standard input and addresses not at all."""

from collections.abc import Iterator

import pytest

from readout.api import read_files, samples
from readout.collect import articles_from
from readout.collect.article import Problem
from readout.model.records import Article


@pytest.mark.parametrize(
    ("sources", "waiting"),
    [(["news.jsonl"], 7), (["-"], 0), (["news.jsonl", "-"], 0), (["https://example.org/feed"], 0)],
)
def test_articles_wait_for_the_next_only_in_files(
    monkeypatch: pytest.MonkeyPatch, sources: list[str], waiting: int
) -> None:
    articles = list(articles_from([samples()]))[:15]
    taken: list[Article | Problem] = []

    def source(*_: object) -> Iterator[Article | Problem]:
        for one in articles:
            taken.append(one)
            yield one

    monkeypatch.setattr("readout.api.reading.articles_from", source)
    assert max(len(taken) - number for number, _ in enumerate(read_files(sources), 1)) == waiting
