"""One text in several papers: a contact without a day is one, whatever its status and whoever is named."""

from itertools import permutations

import pytest
from newsroom import Story

from readout.link.contacts import link_contacts
from readout.link.reports import ContactReport, report_of

DENIED = ("phone-call", "denied", "Putin Zelensky", None)
TALKS = ("talks", "planned", "US CN", None)
CALL = "The spokesman denies that the two leaders spoke by phone this week."
TALK = "Both countries agree to take up their talks on trade again."
SHORT = "Talks to begin again."
LONG = (
    "The spokesman denies that the two leaders spoke by phone this week, and says that no call is being prepared, "
    "whatever the papers of the neighbours write."
)
AHEAD = LONG.replace("denies", "expects")

Print = tuple[str, str, tuple[str, str, str, str | None]]
"""Day of publication, the words, and the contact as they were read."""

ONE: dict[str, tuple[Print, ...]] = {
    "denied": (("2026-03-21", CALL, DENIED), ("2026-03-21", CALL, DENIED), ("2026-03-21", CALL, DENIED)),
    "planned, nobody named": (("2026-03-17", TALK, TALKS), ("2026-03-17", TALK, TALKS)),
    "held, nobody named": (
        ("2026-03-17", TALK, ("talks", "held", "US CN", None)),
        ("2026-03-17", TALK, ("talks", "held", "US CN", None)),
    ),
    "planned for a year": (
        ("2026-03-17", TALK, ("talks", "planned", "US CN", "2027")),
        ("2026-03-17", TALK, ("talks", "planned", "US CN", "2027")),
    ),
    "denied, printed again two days later": (("2026-03-21", LONG, DENIED), ("2026-03-23", LONG, DENIED)),
    "planned, printed again on the next day": (("2026-03-17", AHEAD, TALKS), ("2026-03-18", AHEAD, TALKS)),
}
TWO: dict[str, tuple[Print, ...]] = {
    "other words": (("2026-03-21", CALL, DENIED), ("2026-03-21", CALL.replace("week", "month"), DENIED)),
    "another day": (("2026-03-21", CALL, DENIED), ("2026-03-25", CALL, DENIED)),
    "a headline of another day": (("2026-03-21", CALL, DENIED), ("2026-03-23", CALL, DENIED)),
    "many words, after a week": (("2026-03-21", LONG, DENIED), ("2026-03-28", LONG, DENIED)),
    "many words of other people": (("2026-03-21", LONG, DENIED), ("2026-03-23", LONG, (*DENIED[:2], "Putin US", None))),
    "no day of publication": (("", CALL, DENIED), ("", CALL, DENIED)),
    "too few words": (("2026-03-17", SHORT, TALKS), ("2026-03-17", SHORT, TALKS)),
    "another kind": (("2026-03-17", TALK, TALKS), ("2026-03-17", TALK, ("summit", "planned", "US CN", None))),
    "another status": (("2026-03-21", CALL, DENIED), ("2026-03-21", CALL, (*DENIED[:1], "hypothetical", *DENIED[2:]))),
    "other people": (("2026-03-21", CALL, DENIED), ("2026-03-21", CALL, (*DENIED[:2], "Putin UA", None))),
}


def printed(
    number: int, published: str, words: str, *contacts: tuple[str, str, str, str | None]
) -> list[ContactReport]:
    story = Story(f"n{number}", published or None, f"Paper {number}")
    for mode, status, people, edtf in contacts:
        story.contact(mode, status, people, edtf, words=words)
    reading = story.reading()
    return [report_of(reading.article, f"a-{number}", one) for one in reading.contacts]


def homes(reports: list[ContactReport]) -> list[set[str]]:
    """Articles of each contact."""
    articles = {one.id: one.article for one in reports}
    found: dict[str, set[str]] = {}
    for linked in link_contacts(reports).values():
        for one, join in linked.reports.items():
            found.setdefault(join.target, set()).add(articles[one])
    return sorted(found.values(), key=sorted)


@pytest.mark.parametrize("prints", ONE.values(), ids=ONE)
def test_one_contact_in_any_order(prints: tuple[Print, ...]) -> None:
    reports = [one for number, print_ in enumerate(prints) for one in printed(number, *print_)]
    for given in permutations(reports):
        assert homes(list(given)) == [{f"a-{number}" for number in range(len(prints))}]


@pytest.mark.parametrize("prints", TWO.values(), ids=TWO)
def test_two_contacts(prints: tuple[Print, ...]) -> None:
    assert homes([one for number, print_ in enumerate(prints) for one in printed(number, *print_)]) == [
        {"a-0"},
        {"a-1"},
    ]


def test_two_contacts_that_one_text_tells_of_stay_two_in_every_paper() -> None:
    reports = [one for number in range(3) for one in printed(number, "2026-03-21", CALL, DENIED, DENIED)]
    assert homes(reports) == [{"a-0", "a-1", "a-2"}] * 2


def test_two_texts_of_one_article_are_not_one_of_another_day() -> None:
    story = [*printed(0, "2026-03-21", LONG, DENIED, DENIED), *printed(1, "2026-03-23", LONG, DENIED)]
    assert homes(story) == [{"a-0"}, {"a-0"}, {"a-1"}]


def test_a_denied_contact_says_why_it_is_one() -> None:
    reports = [one for number in range(2) for one in printed(number, "2026-03-21", CALL, DENIED)]
    rules = {join.rule for linked in link_contacts(reports).values() for join in linked.reports.values()}
    assert rules == {"link.contact.same-words"}
