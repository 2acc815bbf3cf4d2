"""Silences: whose, about what, and what is no silence of a side."""

import pytest

from readout.knowledge.tables import rules
from readout.model.records import Article, Silence
from readout.read.reading import read_article

RULES = rules("vi/rules/silences.toml")
ABROAD = " Mỹ và Nga đàm phán."


def silences(text: str) -> tuple[Silence, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text + ABROAD)).silences


@pytest.mark.parametrize(("rule", "example"), [(r["id"], e) for r in RULES for e in r["yes"]])
def test_rule_reads_its_examples(rule: str, example: str) -> None:
    text, _, side = example.partition(" -> ")
    assert [(s.side, s.evidence[0].rule) for s in silences(text)] == [(side, rule)]


@pytest.mark.parametrize("text", [t for r in RULES for t in r["no"]])
def test_rule_reads_nothing_from_counter_examples(text: str) -> None:
    assert silences(text) == ()


@pytest.mark.parametrize(
    ("text", "side", "topic"),
    [
        ("Phía Trung Quốc chưa lên tiếng về cuộc điện đàm với Mỹ.", "CN", None),
        ("Thông cáo dài hai trang, nhưng Trung Quốc không nhắc đến thuế quan.", "CN", "tariffs"),
        ("Nhà Trắng chưa có lịch họp, cũng chưa cho biết ai sẽ tới Nga.", "US", None),
        ("Điện Kremlin im lặng về Syria.", "RU", "middle-east"),
        ("Hai ngày sau khi ông Trump lên tiếng, Tokyo vẫn chưa nói gì về fentanyl.", "JP", "fentanyl"),
        ("Bắc Kinh chưa lập tức bình luận về cáo buộc này của Mỹ.", "CN", None),
        ("Bộ Ngoại giao Nga chưa đưa ra tuyên bố nào về cuộc gặp.", "RU", None),
        ("Bản tin mà Tân Hoa xã phát hành đặt Đài Loan lên đầu và không nhắc tới đậu tương.", "CN", "soybeans"),
        ("Ông Tập nói Mỹ nên thận trọng. Toàn văn thông cáo không đề cập đậu tương.", "CN", "soybeans"),
        ('"Chúng tôi đã thống nhất mọi điều", ông Trump nói, song không cung cấp thêm chi tiết.', "US", None),
    ],
)
def test_whose_silence_and_about_what(text: str, side: str, topic: str | None) -> None:
    assert [(s.side, s.topic) for s in silences(text)] == [(side, topic)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Điện Élysée cho biết thông cáo của Nga không nhắc đến Ukraine.", "RU"),
        ("Theo Nhà Trắng, thông cáo của Trung Quốc không đề cập đến Ukraine.", "CN"),
        ("Bản tóm tắt cuộc gọi của Hàn Quốc không đề cập đến Ukraine, Nhà Trắng cho hay.", "KR"),
        ("Văn phòng Thủ tướng Anh nói tuyên bố từ Bắc Kinh không hề nhắc tới Ukraine.", "CN"),
        ("Thông cáo của Nga không nhắc đến Ukraine, trong khi phía Mỹ nói hai bên đã bàn về vấn đề này.", "RU"),
        ("Thông cáo của Nga không nhắc đến Ukraine, còn Nhà Trắng cho biết hai bên đã bàn về vấn đề này.", "RU"),
        ("Thông cáo của Nga không nhắc đến Ukraine; phía Mỹ nói hai bên đã bàn về vấn đề này.", "RU"),
        ("Nhà Trắng cho biết hai bên đã bàn về Ukraine, còn bản tin của Điện Kremlin không đề cập Ukraine.", "RU"),
        ("Nhà Trắng cho biết hai bên đã bàn về thuế, trong khi thông cáo của Nga không nhắc đến Ukraine.", "RU"),
        ("Ông Trump nói cuộc gặp rất tốt, song không nhắc đến Ukraine.", "US"),
    ],
)
def test_the_owner_of_the_silent_text_and_not_who_speaks_of_it(text: str, side: str) -> None:
    assert [(s.side, s.topic) for s in silences(text)] == [(side, "ukraine")]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà Trắng cho biết hai bên đã bàn về thuế, trong khi thông cáo không nhắc đến Ukraine.",
        "Bản thông cáo ngắn không nhắc đến Ukraine, trong khi phía Mỹ nói hai bên đã bàn về vấn đề này.",
    ],
)
def test_who_speaks_in_a_clause_set_against_it_is_not_silent(text: str) -> None:
    assert [s.side for s in silences(text)] == []


def test_a_message_that_never_came_is_no_silence_of_who_says_so() -> None:
    assert silences("Bộ Ngoại giao Mỹ cho biết không có thông báo nào được gửi tới Bộ từ phía Iran.") == ()


def test_both_are_silent() -> None:
    found = silences("Ông Putin và ông Zelensky đều không nhắc tới thuế quan.")
    assert [(s.side, s.topic) for s in found] == [("RU", "tariffs"), ("UA", "tariffs")]


def test_each_topic_of_a_list() -> None:
    found = silences("Thông cáo của Bắc Kinh không nói gì về đậu tương hay fentanyl.")
    assert [(s.side, s.topic) for s in found] == [("CN", "soybeans"), ("CN", "fentanyl")]


def test_a_silence_told_in_the_account_of_another_contact_is_about_none() -> None:
    text = (
        "Ông Trump điện đàm với ông Tập ngày 4/2. Cùng ngày, ông Putin họp trực tuyến với ông Tập. "
        "Ông Putin thông báo Washington chưa trả lời đề xuất gia hạn hiệp ước New START."
    )
    reading = read_article(Article(id="x", published="2026-02-05", text=text))
    assert [(s.side, s.contact) for s in reading.silences] == [("US", None)]
    assert reading.statements[-1].contact is not None
