"""Which promises are one thread, and what a thread tells of its numbers."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import Story

from readout.link.commitments import Place, ThreadJoin, key_of, threads_of
from readout.link.progress import shown
from readout.link.spells import QUIET, Spell, joined, spell_of
from readout.link.threads import Claim, thread_record
from readout.model.answers import CommitmentThread

Tell = Callable[[Story], object]


def claims(*told: tuple[str, Tell]) -> list[Claim]:
    found = []
    for number, (published, tell) in enumerate(told):
        story = Story(f"n{number}", published)
        tell(story)
        reading = story.reading()
        found += [Claim(f"{number}.{one.id}", one, f"a-{number}", reading.article) for one in reading.commitments]
    return found


def joins(*told: tuple[str, Tell]) -> list[ThreadJoin]:
    """Where each report goes, in the order given."""
    places: list[tuple[str, Place]] = []
    for one in claims(*told):
        key = key_of(one.commitment, one.id)
        places.append((key.block, Place(key.other, spell_of(one.commitment, one.article.published))))
    return [threads_of(block, {near for there, near in places if there == block})[place] for block, place in places]


def threads(*told: Tell) -> int:
    return len({join.thread for join in joins(*(("2025-11-01", tell) for tell in told))})


def bought(stage: str = "pledged", **changes: object) -> Tell:
    return lambda story: story.promised(stage, 12e6, **changes)


ONE = {
    "other stages and periods": (bought(), lambda story: story.promised("ordered", 2e6, period="2026")),
    "told by the seller": (bought(), bought(action="sell", committer="US", counterparty="CN")),
    "delivered by the seller": (bought(), bought(action="deliver", committer="US", counterparty="CN")),
    "resumed": (bought(), bought(action="resume")),
    "no counterparty": (bought(), bought(counterparty=None)),
    "another name of the same goods": (bought(), bought(thing="soya beans")),
}
TWO = {
    "a wider class of goods": (bought(), bought(thing="agricultural products", hs=None)),
    "other goods of the same code": (bought(thing="missiles", hs="9306"), bought(thing="artillery shells", hs="9306")),
    "another seller": (bought(), bought(counterparty="BR")),
    "trades in nobody knows what": (bought(thing=None, hs=None), bought(thing=None, hs=None)),
    "another buyer": (bought(), bought(committer="JP")),
    "another kind of act": (bought(), bought(action="cut-tariff")),
    "a sale to nobody named": (bought(), bought(action="sell", committer="US", counterparty=None)),
}


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_one_thread(told: tuple[Tell, ...]) -> None:
    assert threads(*told) == 1


@pytest.mark.parametrize("told", TWO.values(), ids=TWO)
def test_two_threads(told: tuple[Tell, ...]) -> None:
    assert threads(*told) == 2


def test_without_counterparty_between_two_it_stays_alone() -> None:
    assert threads(bought(), bought(counterparty="BR"), bought(counterparty=None)) == 3


def soybeans() -> CommitmentThread:
    """The story of 2025-10 to 2026-02 in short."""
    return thread_record(
        "k-1",
        claims(
            ("2025-11-01", lambda story: story.promised("agreed", 12e6, by="Trump", deadline="2025-12-31")),
            ("2025-11-03", lambda story: story.promised("agreed", 12e6, by="Bessent", deadline="2026-01-31")),
            ("2025-11-10", lambda story: story.promised("agreed", 12e6, by="CN", deadline="2025-12-31")),
            ("2025-11-02", lambda story: story.promised("pledged", 25e6, by="Trump", period="2026")),
            ("2025-11-14", lambda story: story.promised("ordered", 332e3, measured_by="USDA")),
            ("2025-11-25", lambda story: story.promised("ordered", 2e6)),
        ),
    )


def test_versions_come_in_order_of_publication() -> None:
    assert [one.published for one in soybeans().versions] == [
        "2025-11-01",
        "2025-11-02",
        "2025-11-03",
        "2025-11-10",
        "2025-11-14",
        "2025-11-25",
    ]


def test_the_other_side_confirms_the_same_number() -> None:
    confirmed = {one.published: one.confirmed_by for one in soybeans().versions}
    assert confirmed["2025-11-01"] == ("CN",)
    assert confirmed["2025-11-10"] == ("US",)
    assert confirmed["2025-11-02"] == confirmed["2025-11-14"] == ()


@pytest.mark.parametrize(
    ("claimed", "answered", "by"),
    [
        ("agreed", "considered", ()),
        ("pledged", "expected", ()),
        ("agreed", "refused", ()),
        ("agreed", "pledged", ("CN",)),
        ("considered", "agreed", ("CN",)),
        ("considered", "considered", ("CN",)),
        ("ordered", "delivered", ("CN",)),
        ("ordered", "pledged", ()),
        ("refused", "agreed", ()),
    ],
)
def test_only_who_is_as_firm_confirms(claimed: str, answered: str, by: tuple[str, ...]) -> None:
    first: tuple[str, Tell] = ("2025-11-01", lambda story: story.promised(claimed, 12e6, by="Trump"))
    answer: tuple[str, Tell] = ("2025-11-02", lambda story: story.promised(answered, 12e6, by="CN"))
    assert thread_record("k-1", claims(first, answer)).versions[0].confirmed_by == by


def test_progress_is_told_against_every_target() -> None:
    found = {
        (one.target_claimed_by.country, one.target.value, one.deadline and one.deadline.edtf, one.done.value): one
        for one in soybeans().progress
    }
    assert found["US", 12e6, "2025-12-31", 2e6].ratio == 0.1667
    assert found["US", 12e6, "2026-01-31", 332e3].ratio == 0.0277
    assert found["US", 12e6, "2025-12-31", 332e3].measured_by == "USDA"
    assert ("US", 25e6, None, 2e6) not in found  # counted before the year of that target began


def test_one_target_with_two_deadlines_is_a_contradiction() -> None:
    (found,) = soybeans().contradictions
    assert (found.kind, found.values) == ("deadline", ("2025-12-31", "2026-01-31"))
    assert found.versions == (0, 2, 3)


def test_a_month_and_its_last_day_are_one_deadline() -> None:
    thread = thread_record(
        "k-1",
        claims(
            ("2025-12-03", lambda story: story.promised("pledged", 12e6, by="Bessent", deadline="2026-02-28")),
            ("2026-01-07", lambda story: story.promised("pledged", 12e6, by="Bessent", deadline="2026-02")),
        ),
    )
    assert thread.contradictions == ()


def test_what_was_done_before_a_target_was_set_is_no_progress() -> None:
    thread = thread_record(
        "k-1",
        claims(
            ("2025-11-14", lambda story: story.promised("ordered", 2e6)),
            ("2026-02-05", lambda story: story.promised("considered", 20e6, by="Trump")),
        ),
    )
    assert thread.progress == ()


PARTS_OF_A_TARGET = {
    "a day in the months of the target": ({"period": "2025-11/2025-12"}, "2025-11-15", "2025-11-14", False),
    "a day in the years of the target": ({"period": "2026/2027"}, "2026-03-02", "2026-02-28", False),
    "a day in the months that remain": ({"period": "2026-03/2026-12"}, "2026-03-09", "2026-03-08", False),
    "a day before the months of the target": ({"period": "2025-12/2026-02"}, "2025-11-30", "2025-11-30", None),
    "the last day of the deadline": ({"deadline": "2025-12"}, "2026-01-08", "2025-12-31", False),
    "told after the deadline, counted in time": ({"deadline": "2025"}, "2026-01-21", "2025-10/2025-12", False),
    "counted up to a day after the deadline": ({"deadline": "2025"}, "2026-01-21", "2026-01-08", True),
    "told after the deadline without a day": ({"deadline": "2025-12-31"}, "2026-01-21", None, True),
    "counted up to a day after the months": ({"period": "2025-11/2025-12"}, "2026-01-21", "2025-10-30/..", True),
    "a target without an end": ({"period": "2025-10-30/.."}, "2026-01-21", None, False),
}


@pytest.mark.parametrize(("aim", "published", "counted", "late"), PARTS_OF_A_TARGET.values(), ids=PARTS_OF_A_TARGET)
def test_a_total_is_part_of_a_target_by_its_days(
    aim: dict[str, object], published: str, counted: str | None, late: bool | None
) -> None:
    versions = claims(
        ("2025-11-01", lambda story: story.promised("pledged", 12e6, by="Bessent", **aim)),
        (published, lambda story: story.promised("ordered", 12e6, period=counted)),
    )
    assert [one.late for one in thread_record("k-1", versions).progress] == ([] if late is None else [late])


SHOWN = {
    "the last in time": ([("2025-11-15", 2e6), ("2025-12-15", 6e6)], [(0.5, False)]),
    "then what reached it late": (
        [("2025-12-15", 6e6), ("2026-01-07", 9e6), ("2026-01-21", 12e6), ("2026-02-06", 12e6)],
        [(0.5, False), (1.0, True)],
    ),
    "reached in time": ([("2025-12-15", 12e6), ("2026-01-21", 13e6)], [(1.0, False)]),
    "nothing in time": ([("2026-01-07", 3e6), ("2026-01-21", 6e6)], [(0.5, True)]),
}


@pytest.mark.parametrize(("totals", "expected"), SHOWN.values(), ids=SHOWN)
def test_a_number_after_the_deadline_is_not_shown_as_reached_in_time(
    totals: list[tuple[str, float]], expected: list[tuple[float, bool]]
) -> None:
    def ordered(value: float) -> Tell:
        return lambda story: story.promised("ordered", value)

    aim: tuple[str, Tell] = ("2025-11-01", lambda story: story.promised("pledged", 12e6, deadline="2025"))
    thread = thread_record("k-1", claims(aim, *((day, ordered(value)) for day, value in totals)))
    assert [(one.ratio, one.late) for one in shown(thread.progress)] == expected


def test_what_nobody_is_named_for_stays_alone() -> None:
    nobody = bought(action="deliver", committer=None, counterparty=None, thing="aircraft engines", hs=None)
    assert threads(nobody, nobody) == 2
    (claim,) = claims(("2025-11-01", nobody))
    assert thread_record("k-1", [claim]).committer.country is None


def told(published: str, **changes: object) -> tuple[str, Tell]:
    return published, bought(**changes)


SAME_TIME = {
    "told month by month": (told("2025-11-01"), told("2026-05-01"), told("2027-09-01")),
    "a pause of less than two years": (told("2024-01-10"), told("2025-12-01")),
    "a deadline bridges the pause": (told("2020-01-16", deadline="2024"), told("2025-10-30")),
    "a period bridges the pause": (told("2020-01-16", period="2020/2024"), told("2025-10-30")),
    "a length of time bridges the pause": (told("2025-09-03", made="2013", lasting="25 years"), told("2025-09-03")),
    "open since then": (told("2025-09-03", period="2013/.."), told("2013-06-22")),
    "promised long ago for a time to come": (told("2013-06-22"), told("2025-09-03", made="2013", period="2026")),
}
OTHER_TIMES = {
    "a pause of more than two years": (told("2020-01-16"), told("2025-10-30")),
    "an article looks back": (told("2025-10-30"), told("2025-10-31", made="2020-01-15")),
    "it looks back at what was to be done then": (told("2025-10-30"), told("2025-10-31", made="2020", period="2021")),
    "it looks back at what was done": (told("2025-10-30"), told("2025-10-31", stage="ordered", period="2017")),
    "the period ended long before": (told("2020-01-16", period="2020/2021"), told("2025-10-30")),
}


@pytest.mark.parametrize("reports", SAME_TIME.values(), ids=SAME_TIME)
def test_a_promise_lasts_while_it_is_told_of(reports: tuple[tuple[str, Tell], ...]) -> None:
    assert len({join.thread for join in joins(*reports)}) == 1


@pytest.mark.parametrize("reports", OTHER_TIMES.values(), ids=OTHER_TIMES)
def test_after_years_without_a_word_it_is_another_promise(reports: tuple[tuple[str, Tell], ...]) -> None:
    assert len({join.thread for join in joins(*reports)}) == 2


def test_a_thread_says_why_it_is_another_one_and_the_newest_keeps_its_id() -> None:
    alone = joins(told("2025-10-30"))[0]
    old, new, between = joins(told("2013-06-22"), told("2025-10-30"), told("2020-01-16", counterparty=None))
    assert new.thread == alone.thread
    assert (alone.rule, new.rule) == ("link.commitment.same-promise", "link.commitment.new-promise")
    assert "before 2025-10-30" in new.why
    assert old.rule == between.rule == "link.commitment.past-promise"
    assert ("after 2013-06-22" in old.why, "after 2020-01-16" in between.why) == (True, True)
    assert len({old.thread, new.thread, between.thread}) == 3


def test_without_any_day_it_joins_the_only_promise_and_else_none() -> None:
    nowhere = told("", thing="soybeans")
    assert len({join.thread for join in joins(nowhere, told("2025-10-30"))}) == 1
    old, new, undated = joins(told("2013-06-22"), told("2025-10-30"), nowhere)
    assert undated.rule == "link.commitment.no-day"
    assert undated.thread not in (old.thread, new.thread)


_SPELLS = st.tuples(st.integers(735_000, 740_000), st.integers(0, 900)).map(lambda at: Spell(at[0], sum(at)))


@given(st.lists(_SPELLS, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_spells_are_apart_and_hold_every_report_in_any_order(found: list[Spell], chance: random.Random) -> None:
    whole = joined(found)
    chance.shuffle(found)
    assert joined(found) == whole == joined(whole + found)
    assert all(later.first - earlier.last > QUIET for earlier, later in pairwise(whole))
    assert all(sum(one.first <= part.first and part.last <= one.last for one in whole) == 1 for part in found)
