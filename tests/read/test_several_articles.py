"""Several articles at once: the readings of each alone, in order, and no more of them ahead than fit."""

from collections.abc import Iterator

import msgspec
import pytest

from readout.api import samples
from readout.collect import articles_from
from readout.model.records import Article
from readout.read import read_article, read_articles, reading

ARTICLES = [one for one in articles_from([samples()]) if isinstance(one, Article)]
HOME = Article(id="nha", text="Hội An đón khách du lịch trở lại sau lũ.\n\nPhố cổ mở cửa từ sáng 4/2.", language="vi")
ENGLISH = Article(id="english", text="Russia and the United States will meet on 4 February.", language="en")
UNDATED = msgspec.structs.replace(ARTICLES[0], published=None, published_basis="unknown")


def test_several_articles_are_read_as_each_alone() -> None:
    mixed = [ENGLISH, HOME, *ARTICLES, UNDATED, ENGLISH, HOME]
    assert list(read_articles(mixed)) == [read_article(one) for one in mixed]
    assert list(read_articles([])) == []


@pytest.mark.parametrize("at_once", [1, 1_500, 1_000_000])
def test_how_many_are_read_at_once_changes_nothing(at_once: int) -> None:
    assert list(read_articles(ARTICLES, at_once)) == [read_article(one) for one in ARTICLES]


def test_long_articles_are_not_all_taken_before_the_first_is_read() -> None:
    taken: list[int] = []

    def source() -> Iterator[Article]:
        for number in range(10):
            taken.append(number)
            yield msgspec.structs.replace(HOME, text=HOME.text + "\n\n" + "Trời nắng ráo. " * 3_000)

    readings = read_articles(source())
    next(readings)
    assert len(taken) * 3_000 * len("Trời nắng ráo. ") < reading.AT_ONCE * 1.5
    assert len(list(readings)) == 9


def test_a_huge_article_holds_back_none_of_the_small_ones() -> None:
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for one in (HOME, HOME, msgspec.structs.replace(HOME, text=HOME.text + " Trời nắng ráo." * 9_000), HOME):
            taken.append(one)
            yield one

    ahead = [len(taken) - number for number, _ in enumerate(read_articles(source()), 1)]
    assert ahead == [2, 1, 1, 0]


@pytest.mark.parametrize("failing", [0, 2, 3])
def test_a_reading_that_fails_costs_no_other_its_own(failing: int) -> None:
    some = ARTICLES[:4]
    some[failing] = msgspec.structs.replace(some[failing], published=20260204)
    readings = read_articles(some)
    assert [next(readings) for _ in range(failing)] == [read_article(one) for one in some[:failing]]
    with pytest.raises(TypeError):
        next(readings)
