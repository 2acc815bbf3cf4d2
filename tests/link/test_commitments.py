"""Which promises are one thread, and what a thread tells of its numbers."""

from collections.abc import Callable

import pytest
from newsroom import Story

from readout.link.commitments import key_of, thread_of
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


def threads(*told: Tell) -> int:
    keys = [key_of(claim.commitment, claim.id) for claim in claims(*(("2025-11-01", tell) for tell in told))]
    return len({thread_of(key, [other.other for other in keys if other.block == key.block]).thread for key in keys})


def bought(**changes: object) -> Tell:
    return lambda story: story.promised("pledged", 12e6, **changes)


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


def test_what_nobody_is_named_for_stays_alone() -> None:
    nobody = bought(action="deliver", committer=None, counterparty=None, thing="aircraft engines", hs=None)
    assert threads(nobody, nobody) == 2
    (claim,) = claims(("2025-11-01", nobody))
    assert thread_record("k-1", [claim]).committer.country is None
