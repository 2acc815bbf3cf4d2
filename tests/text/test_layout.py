"""Where sentences begin and end, and what kind of paragraph each stands in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.model.vocabulary import ParagraphKind
from readout.text import compose
from readout.text.layout import sentences_of

TWO_OR_MORE = [
    "Ông Macron đến Hà Nội.| Lễ đón bắt đầu lúc 9 giờ.",
    "Ai sẽ đến?| Chưa ai biết!| Điện Kremlin im lặng…| Báo giới chờ.",
    "“Chúng tôi sẵn sàng.”| Ông nói vậy trước khi lên xe.",
    "Ông nói: “Chúng tôi sẵn sàng”.| Phiên họp khép lại.",
    "Tuyên bố dài hai trang (bản tiếng Anh.)| Bản tiếng Pháp chưa có.",
    "Đàm phán kết thúc.| 20 phút sau, xe rời đi.",
    "Phiên đầu kết thúc.| - Phiên sau mở lúc 3 giờ.",
    "Hai bên ký văn kiện.|Lễ ký diễn ra chớp nhoáng.",  # the space is lost
    "Ông gọi đó là “khởi đầu tốt”.|Phía Oman không bình luận.",
    "Bà nói “chưa phải lúc.”|Phóng viên hỏi lại.",
    "Hai ông bắt tay tại Paris.| Ảnh: Văn Minh/TTXVN| Phát biểu tại đó, ông Macron cảm ơn chủ nhà.",
    "(Ảnh: Reuters)| Sáng nay, đoàn rời Paris.",
]
ONE = [
    "Lễ ký diễn ra tại TP. Hồ Chí Minh vào tuần tới.",
    "Ông Donald J. Trump ký sắc lệnh.",
    "Ông J.D. Vance ký sắc lệnh.",
    "Khách mời có GS. Trần Văn Thọ và TS. Lê Đăng Doanh.",
    "Ông Ferdinand Marcos Jr. Tổng thống Philippines phát biểu.",
    "Kim ngạch đạt 12.500.000 USD, tăng 3.5 lần.",
    "Cuộc gặp ngày 4.2.2026 kéo dài 2.5 tiếng.",
    "Trang web whitehouse.gov đăng thông cáo.",
    "Ông nói “không… chưa phải lúc” rồi bước đi.",
    "Đoàn gồm ông A. Petrov và bà N. Ivanova.",
    "Không có dấu chấm ở cuối",
]
KINDS: list[tuple[str, ParagraphKind]] = [
    ("Tổng thống Pháp tiếp Thủ tướng Ý tại Paris, theo Điện Élysée.", "body"),
    ("Ông Macron (trái) và bà Meloni tại Paris ngày 3/2. Ảnh: AFP", "caption"),
    ("Ông Macron (trái) và bà Meloni tại Paris ngày 3/2. (Ảnh: Reuters)", "caption"),
    ("Hai nhà lãnh đạo bắt tay trước ống kính - Ảnh: XINHUA", "caption"),
    ("Xe chở phái đoàn rời khách sạn. Nguồn: TASS", "caption"),
    ("Ông Macron và bà Meloni tại Paris. Ảnh AFP", "caption"),
    ("Ảnh hưởng của đợt rét tới miền bắc nước Pháp chưa thể đo hết.", "body"),
    ("Nguồn tin trên khẳng định cuộc gặp dài ba giờ.", "body"),
    ("Ảnh: Reuters", "credit"),
    ("(Ảnh: TTXVN)", "credit"),
    ("Video: AP", "credit"),
    ("Ông Putin điện đàm với ông Modi lần thứ ba trong tháng", "headline"),
    ("“Tôi tin ông ấy”", "headline"),
    ("Ông nói với báo giới như sau:", "body"),
    ("“Chúng tôi sẽ trở lại.”", "body"),
]

WORDS = st.sampled_from(
    [
        "Ông",
        "bà",
        "TP.",
        "A.",
        ".",
        "…",
        "!",
        "?”",
        "“",
        "\n",
        "\n\n",
        " ",
        "Ảnh: AFP",
        "4.2",
        "nói",
        "Hà Nội",
        "İ",
        "e\u0301",
        "(",
        ")",
        "🇻🇳",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


def texts(text: str, has_title: bool = False) -> list[str]:
    return [text[s.start : s.end] for s in sentences_of(text, has_title)]


@pytest.mark.parametrize("marked", TWO_OR_MORE)
def test_sentences_end_where_the_bar_stands(marked: str) -> None:
    assert texts(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(("paragraph", "kind"), KINDS)
def test_kind_of_paragraph(paragraph: str, kind: ParagraphKind) -> None:
    text = f"Cuộc gặp thứ ba ở Paris\n\nHai nhà lãnh đạo gặp nhau tối qua.\n\n{paragraph}\n\nBáo giới chờ tin."
    sentences = sentences_of(text, has_title=True)
    assert {s.kind for s in sentences if s.paragraph == 2} == {kind}
    assert sentences[0].kind == "title"


def test_without_a_title_the_first_line_is_body_also_without_a_stop() -> None:
    assert [s.kind for s in sentences_of("Ông Macron thăm Đức", has_title=False)] == ["body"]


def test_paragraphs_are_counted_without_empty_lines() -> None:
    assert [s.paragraph for s in sentences_of("Một.\n\n\n\nHai. Ba.\nBốn.", has_title=False)] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \n \u00a0"])
def test_no_words_no_sentences(text: str) -> None:
    assert sentences_of(text, has_title=False) == []


@given(TEXTS, st.booleans())
def test_sentences_are_valid_in_order_and_apart(raw: str, has_title: bool) -> None:
    text = compose(None, raw)
    sentences = sentences_of(text, has_title)
    here = 0
    for sentence in sentences:
        assert here <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip() and "\n" not in words
        here = sentence.end
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


@given(TEXTS)
def test_no_word_is_outside_a_sentence(raw: str) -> None:
    text = compose(None, raw)
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


@given(TEXTS, st.booleans())
def test_the_same_text_has_the_same_sentences(text: str, has_title: bool) -> None:
    once, again = ([(s.start, s.end, s.paragraph, s.kind) for s in sentences_of(text, has_title)] for _ in range(2))
    assert once == again
