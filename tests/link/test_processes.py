"""Talks that an article speaks of without saying that these sides sat down are a process, and no exchange of a day."""

import pytest
from newsroom import Story

from readout.api import read
from readout.link.contacts import link_contacts
from readout.link.reports import ContactReport, Tier, report_of

IMPLIED, NAMED = "vi.contact.talks-implied", "vi.contact.pair-verb"


def told(number: int, published: str, edtf: str | None, *rules: str, people: str = "RU UA") -> ContactReport:
    story = Story(f"n{number}", published)
    story.contact("talks", "held", people, edtf, rules=rules)
    reading = story.reading()
    return report_of(reading.article, f"a-{number}", reading.contacts[0])


ROUND = told(0, "2026-01-24", "2026-01-23", NAMED)


@pytest.mark.parametrize(
    ("other", "contacts"),
    [
        (told(1, "2026-01-24", None, IMPLIED), 2),
        (told(1, "2026-01-24", None, IMPLIED, IMPLIED), 2),
        (told(1, "2026-01-24", None, NAMED), 1),
        (told(1, "2026-01-24", None, IMPLIED, NAMED), 1),
        (told(1, "2026-01-24", "2026-01-23", IMPLIED), 1),
    ],
    ids=["a process", "a process, told twice", "these sides", "a process and these sides", "on a day"],
)
def test_a_process_is_no_round_of_talks(other: ContactReport, contacts: int) -> None:
    assert len(link_contacts([ROUND, other])["RU-UA"].roots) == contacts


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Nga lại nã tên lửa vào Ukraine trong lúc hòa đàm vẫn giậm chân tại chỗ.", Tier.LOOSE),
        ("Nga và Ukraine đàm phán suốt sáu giờ về trao đổi tù binh.", Tier.FRESH),
    ],
)
def test_what_the_words_of_an_article_say(text: str, tier: Tier) -> None:
    reading = read(text, published="2026-03-12")
    found = [report_of(reading.article, "a-1", one).tier for one in reading.contacts if one.mode == "talks"]
    assert found == [tier]
