"""Where the lead of an article ends, and which sentences are looked at."""

import pytest

from readout.knowledge import load
from readout.model.records import Article
from readout.read.analysis import LEAD_LENGTH, View, analyse
from readout.read.mentions import Mention
from readout.read.reading import read_article

OPENING = "Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Đức Friedrich Merz sáng 3/2. "
IDLE = "Trời mấy hôm nay nhiều mây, người qua lại đông hơn thường lệ. "
CALL = "Ông Macron cũng gọi điện cho Tổng thống Ukraine Volodymyr Zelensky."


@pytest.mark.parametrize("mark", "\n“”:;?!")
def test_no_word_goes_over_the_end_of_the_lead(mark: str) -> None:
    assert not [form for form in load("vi").lexicon.forms() if mark in form]


@pytest.mark.parametrize("between", [" ", "\n\n", "; ", ": "])
def test_what_stands_behind_the_lead_is_read_wherever_it_ends(between: str) -> None:
    text = OPENING + IDLE * 12 + between.strip(" ") + between + CALL
    analysis = analyse(Article(id="a", text=text, published="2026-02-04", language="vi"))
    named = {person for view in analysis.views for mention in _mentions(view) for person in mention.people}
    assert "volodymyr-zelensky" in named
    assert analysis.lowered == text.lower()


def test_behind_the_lead_only_sentences_that_may_tell_something_are_looked_at() -> None:
    text = OPENING + IDLE * 20 + CALL
    views = analyse(Article(id="a", text=text, published="2026-02-04", language="vi")).views
    idle = [view.sentence.start for view in views if text.startswith("Trời", view.sentence.start)]
    assert idle and max(idle) <= LEAD_LENGTH
    assert text.startswith("Ông Macron", views[-1].sentence.start)


def test_whoever_is_introduced_behind_a_long_lead_is_known_later() -> None:
    introduced = "Bộ trưởng Ngoại giao Nhật Bản Tanaka Haruto có mặt từ sớm. "
    told = "Chiều 3/2, ông Tanaka hội đàm với Ngoại trưởng Đức Johann Wadephul."
    text = OPENING + IDLE * 12 + introduced + told
    contacts = read_article(Article(id="a", text=text, published="2026-02-04", language="vi")).contacts
    assert [{one.country for one in contact.participants} for contact in contacts][-1] == {"JP", "DE"}


def _mentions(view: View) -> list[Mention]:
    return [token.record for token in view.tokens if isinstance(token.record, Mention)]
