"""Dialogues set with dashes, quotations of several paragraphs, and speech that a sentence before announces."""

import pytest

from readout.model.records import Article
from readout.read.reading import read_article


def told(text: str) -> list[tuple[str | None, str, str]]:
    found = read_article(Article(id="x", published="2026-02-05", text=text)).statements
    return [(one.speaker.name, one.kind, one.content.text) for one in found]


PUTIN, LAVROV, PESKOV = "Vladimir Putin", "Sergei Lavrov", "Dmitry Peskov"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # turns that tell who speaks
        (
            "Tổng thống Nga Vladimir Putin gặp báo giới.\n– Thưa ông, Nga có sẵn sàng gặp Mỹ không?\n"
            "– Chúng tôi luôn sẵn sàng, ông Putin trả lời.\n– Khi nào?\n– Có lẽ trong tháng này, ông đáp.",
            [(PUTIN, "direct", "Chúng tôi luôn sẵn sàng"), (PUTIN, "direct", "Có lẽ trong tháng này")],
        ),
        # a name and a colon, then an answer of the same person
        (
            "Ngoại trưởng Nga Sergei Lavrov trả lời phỏng vấn TASS.\n- Khi nào đàm phán với Mỹ bắt đầu?\n"
            "- Ông Lavrov: Chúng tôi chờ Washington.\n- Còn Ukraine nói rằng họ đã sẵn sàng?\n- Ukraine chưa muốn.",
            [(LAVROV, "direct", "Chúng tôi chờ Washington"), (LAVROV, "direct", "Ukraine chưa muốn")],
        ),
        # dashes around the attribution
        (
            "— Nga sẽ không vội, — ông Peskov nói. — Mỹ biết điều đó.",
            [(PESKOV, "direct", "Nga sẽ không vội"), (PESKOV, "direct", "Mỹ biết điều đó")],
        ),
        ("- Nga sẽ không vội - ông Peskov nói với báo giới.", [(PESKOV, "direct", "Nga sẽ không vội")]),
        (
            "- Nga sẽ đợi - ông Peskov nói - nhưng không đợi mãi - ông nhấn mạnh - vì thời gian có hạn.",
            [
                (PESKOV, "direct", "Nga sẽ đợi"),
                (PESKOV, "direct", "nhưng không đợi mãi"),
                (PESKOV, "direct", "vì thời gian có hạn"),
            ],
        ),
        # points of a list are no turns
        ("Nga và Mỹ thỏa thuận:\n- Mở lại đường bay.\n- Trao đổi thêm đại sứ.\n- Giữ liên lạc.", []),
        # a quotation that its first paragraph leaves open
        (
            "“Nga sẽ không vội.\n“Chúng tôi sẽ đợi Mỹ”, ông Peskov nói.",
            [(PESKOV, "direct", "Nga sẽ không vội"), (PESKOV, "direct", "Chúng tôi sẽ đợi Mỹ")],
        ),
        # the sentence before tells that somebody speaks, and not what
        (
            "Ông Peskov đưa ra tuyên bố trước báo giới Nga. “Chúng tôi sẽ không vội vàng với Mỹ trong năm nay.”",
            [(PESKOV, "direct", "Chúng tôi sẽ không vội vàng với Mỹ trong năm nay")],
        ),
        # the film is no statement, nor is a nickname
        ("Bộ phim “Tổng thống bị đánh cắp” của Nga ra mắt ở Mỹ. Ông được gọi là “ông trùm dầu khí Siberia”.", []),
    ],
)
def test_dialogues_and_long_quotations(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(text) == wanted


def test_three_sides_speak_as_one() -> None:
    text = "Mỹ, Nga và Ukraine đàm phán tại Abu Dhabi. Ba bên nhất trí tiếp tục trao đổi tù binh."
    (said,) = read_article(Article(id="x", published="2026-02-05", text=text)).statements
    sides = [one.country for one in (said.speaker, *said.joint_with)]
    assert (sides, said.content.text) == (["US", "RU", "UA"], "tiếp tục trao đổi tù binh")
