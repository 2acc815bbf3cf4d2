"""The same readings in any order, in any batches, added twice: the same ledger."""

import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from cluster import Server
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import Story

from readout.api import read_files, samples
from readout.ledger import open_ledger
from readout.model.records import Reading
from readout.model.searching import SearchQuery

LONG = ("in short", "at such a length that nobody writes it twice, also not some days later")
SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(SETTINGS, max_examples=5)

_EVENTS = st.tuples(
    st.sampled_from(["phone-call", "meeting", "talks", "visit", "contact"]),
    st.sampled_from(["held", "held", "held", "ongoing", "planned", "invited", "proposed", "cancelled", "denied"]),
    st.sampled_from(["Trump Xi", "Trump Xi", "Trump CN", "US Xi", "US CN", "Rubio Wang", "Rubio CN", "Trump Putin"]),
    st.one_of(
        st.just((None, None)),
        st.integers(1, 28).map(lambda day: (f"2025-10-{day:02}", None)),
        st.integers(1, 26).map(lambda day: (f"2025-10-{day:02}/2025-10-{day + 2:02}", None)),
        st.sampled_from([("2025-10", None), ("2025-11", "early"), ("2025", "late"), ("2025", None), ("2025-09", None)]),
    ),
    st.sampled_from(["stated", "relative", "caption"]),
    st.sampled_from([None, None, "KR", "US"]),
    st.sampled_from([None, None, "Busan", "Seoul"]),
    st.sampled_from([None, None, None, "", "2025-10-03", "2025-10"]),
)
_ARTICLES = st.tuples(
    st.one_of(st.none(), st.integers(1, 110)),
    st.lists(_EVENTS, min_size=1, max_size=3),
    st.lists(
        st.tuples(
            st.sampled_from(["ordered", "expected", "suspended"]),
            st.sampled_from([2e6, 12e6]),
            st.sampled_from(["US", "BR", None]),
            st.sampled_from(["buy", "sell", "resume"]),
            st.sampled_from([None, None, "2013", "2013/2021", "2019", "2022-05"]),
        ),
        max_size=3,
    ),
)


def reading_of(number: int, day: int | None, events: Sequence[tuple], promises: Sequence[tuple]) -> Reading:
    month, rest = divmod((day or 1) - 1, 28)
    story = Story(f"n{number}", f"2025-{9 + month:02}-{rest + 1:02}" if day else None, f"Paper {number % 3}")
    for mode, status, people, (edtf, part), basis, country, city, moved_from in events:
        found = story.contact(
            mode,
            status,
            people,
            edtf,
            part=part,
            basis=basis if edtf else None,
            country=country,
            city=city,
            guest=people.split()[0] if mode == "visit" else None,
            moved_from=moved_from if status == "planned" else None,
            words=f"What all the papers print in the same words of {people}: {mode} {status}, {LONG[number % 2]}.",
        )
        story.said(found, people.split()[0], f"Words on {found}.", "trade")
    for stage, tonnes, other, action, period in promises:
        story.promised(stage, tonnes, counterparty=other, action=action, period=period)
    return story.reading()


def dump(place: str) -> bytes:
    """Everything that the ledger answers."""
    with open_ledger(place) as ledger:
        contacts = ledger.contacts()
        threads = sorted(ledger.commitments(), key=lambda one: one.id)
        words = [[ledger.compare(one.id), ledger.explain(one.id), ledger.statements(one.id)] for one in contacts]
        why = [ledger.explain(one.id) for one in threads]
        found = ledger.search(SearchQuery(words="words", limit=100))
        return msgspec.json.encode([contacts, words, threads, why, ledger.articles(), found], order="deterministic")


def fill_both_ways(articles: list[tuple], chance: random.Random, first: str, second: str) -> None:
    """All at once; and in another order, some at once and some alone, and all again."""
    readings = [reading_of(number, *article) for number, article in enumerate(articles)]
    with open_ledger(first) as ledger:
        ledger.add_all(readings)
    chance.shuffle(readings)
    with open_ledger(second) as ledger:
        cut = chance.randint(0, len(readings))
        ledger.add_all(readings[:cut])
        for one in readings[cut:]:
            assert ledger.add(one) == "added"
        assert {ledger.add(one) for one in readings} == {"unchanged"}
    assert dump(first) == dump(second)


@SETTINGS
@given(st.lists(_ARTICLES, min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_ledger(empty_file: Path, articles: list[tuple], chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = [shutil.copy(empty_file, f"{folder}/{number}.sqlite") for number in range(2)]
        fill_both_ways(articles, chance, *places)


@FEW
@given(st.lists(_ARTICLES, min_size=1, max_size=10), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_ledger_on_postgresql(
    server: Server, articles: list[tuple], chance: random.Random
) -> None:
    places = [server.ledger(), server.ledger()]
    fill_both_ways(articles, chance, *places)
    for place in places:
        server.give_back(place)


@SETTINGS
@given(st.lists(_ARTICLES, min_size=2, max_size=10), st.randoms(use_true_random=False))
def test_a_changed_article_leaves_no_trace_of_the_old_one(
    empty_file: Path, articles: list[tuple], chance: random.Random
) -> None:
    dated = [(7, events, promises) for _, events, promises in articles]
    readings = [reading_of(number, *article) for number, article in enumerate(dated)]
    old = [reading_of(number, 6, *dated[-1 - number][1:]) for number in range(len(dated))]
    with tempfile.TemporaryDirectory() as folder:
        first, second = (shutil.copy(empty_file, f"{folder}/{number}.sqlite") for number in range(2))
        with open_ledger(first) as ledger:
            ledger.add_all(readings)
        with open_ledger(second) as ledger:
            ledger.add_all(old)
            chance.shuffle(readings)
            for one in readings:
                assert ledger.add(one) in ("updated", "unchanged")
        assert dump(first) == dump(second)


def keep_one_version(articles: list[tuple], chance: random.Random, first: str, second: str) -> None:
    """Versions of two articles, many of one day or of none, each ledger in another order."""
    versions = [reading_of(number % 2, day and day // 40, *rest) for number, (day, *rest) in enumerate(articles)]
    told = {msgspec.json.encode(one.article) for one in versions}
    kept = []
    for place in (first, second):
        with open_ledger(place) as ledger:
            ledger.add_all(versions)
            kept.append([ledger.versions(article.id) for article in ledger.articles()])
            assert sum(map(len, kept[-1])) == len(told) - len(ledger.articles())
        chance.shuffle(versions)
    assert dump(first) == dump(second)
    assert kept[0] == kept[1]


_VERSIONS = st.lists(_ARTICLES, min_size=2, max_size=8)


@SETTINGS
@given(_VERSIONS, st.randoms(use_true_random=False))
def test_one_version_counts_whichever_comes_first(
    empty_file: Path, articles: list[tuple], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = [shutil.copy(empty_file, f"{folder}/{number}.sqlite") for number in range(2)]
        keep_one_version(articles, chance, *places)


@FEW
@given(_VERSIONS, st.randoms(use_true_random=False))
def test_one_version_counts_on_postgresql(server: Server, articles: list[tuple], chance: random.Random) -> None:
    places = [server.ledger(), server.ledger()]
    keep_one_version(articles, chance, *places)
    for place in places:
        server.give_back(place)


def test_the_sample_articles_in_any_order(new_place: Callable[[], str]) -> None:
    readings = [one for one in read_files([samples()]) if isinstance(one, Reading)]
    dumps = []
    for seed in range(2):
        random.Random(seed).shuffle(readings)
        place = new_place()
        with open_ledger(place) as ledger:
            ledger.add_all(readings[:30])
            ledger.add(readings[30])
            ledger.add_all(readings)
        dumps.append(dump(place))
    assert dumps[0] == dumps[1]
