"""Who says what: constructions that the rule file does not name."""

import pytest

from readout.model.records import Article, Reading
from readout.read.reading import read_article


def read(text: str) -> Reading:
    return read_article(Article(id="x", published="2026-02-05", text=text))


def told(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker.name or s.speaker.organisation, s.content.text) for s in read(text).statements]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a quotation that its attribution interrupts
        (
            '"Nga muốn hòa bình lâu dài", ông Dmitry Peskov nói, "nhưng Ukraine thì chưa". Mỹ im lặng.',
            [("Dmitry Peskov", "Nga muốn hòa bình lâu dài"), ("Dmitry Peskov", "nhưng Ukraine thì chưa")],
        ),
        # a quotation that opens inside closes inside
        (
            'Ông Dmitry Peskov nói với TASS rằng Nga muốn "một nền hòa bình lâu dài và công bằng". Mỹ im lặng.',
            [("Dmitry Peskov", 'Nga muốn "một nền hòa bình lâu dài và công bằng"')],
        ),
        # a document speaks for who issued it
        ("Thông cáo của Bộ Ngoại giao Nga nêu rõ Mỹ đã biết.", [("Russian Ministry of Foreign Affairs", "Mỹ đã biết")]),
        # a person taken up by `người`
        (
            "Pháp nhắc tới Tổng thống Mỹ Donald Trump, người nói với Fox News rằng Đức sẽ dự họp.",
            [("Donald Trump", "Đức sẽ dự họp")],
        ),
        ("Một quan chức Nhà Trắng xác nhận với AP rằng Nga đã trả lời.", [("White House", "Nga đã trả lời")]),
        # what stands behind the attribution is a further clause
        (
            "Nga sẽ sớm trả lời Mỹ, ông Dmitry Peskov cho hay nhưng không nói ngày nào.",
            [("Dmitry Peskov", "Nga sẽ sớm trả lời Mỹ")],
        ),
    ],
)
def test_constructions(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mỹ và Nga đã đọc thông tin do ông Snowden tiết lộ.",
        "Mỹ không nhắc Đài Loan trong bất cứ tuyên bố nào về Trung Quốc.",
        "Nhà Trắng không trả lời đề nghị bình luận về Nga.",
        "Hai quan chức Mỹ vẫn chưa nói giống nhau về Nga.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_words_that_a_side_puts_into_the_others_mouth_come_through_it() -> None:
    first, second = read("Theo phía Trung Quốc, ông Donald Trump nói Mỹ hiểu điều đó. Nga vắng mặt.").statements[:1] * 2
    assert (first.speaker.name, second.reported_via) == ("Donald Trump", ("China",))
    wire = read("Ông Donald Trump nói Mỹ hiểu Trung Quốc, theo Tân Hoa xã.").statements[0]
    assert (wire.speaker.name, wire.reported_via) == ("Donald Trump", ("Xinhua",))


def test_words_belong_to_the_call_and_not_to_the_visit_invited_in_it() -> None:
    reading = read(
        "Tổng thống Mỹ Donald Trump sẽ thăm Trung Quốc vào tháng 4.\n\nÔng Trump điện đàm với Chủ tịch Trung Quốc Tập "
        'Cận Bình ngày 4/2.\n\n"Chúng tôi đã nói chuyện rất tốt đẹp", ông Trump viết.'
    )
    modes = {contact.id: contact.mode for contact in reading.contacts}
    assert [modes.get(s.contact or "") for s in reading.statements] == ["phone-call"]
