"""Discussed matters: an item "việc …" without a subject is open; what only looks like one is nothing."""

import pytest

from readout.model.records import Article, Commitment, Party
from readout.read.reading import read_article

Told = tuple[str | None, str | None, str, str | None, float | None]


def commitments(text: str) -> tuple[Commitment, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text)).commitments


def told(text: str) -> list[Told]:
    return [
        (
            k.committer.country,
            k.counterparty.country if k.counterparty else None,
            k.action,
            k.object.name if k.object else None,
            k.quantity.value if k.quantity else None,
        )
        for k in commitments(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng thống Nga Vladimir Putin nói trong hội đàm, hai bên đã bàn việc Ấn Độ mua thêm dầu mỏ, việc giao "
            "5 hệ thống phòng không S-400, việc bán phân bón cùng nhiều vấn đề khác.",
            [
                ("IN", "RU", "buy", "oil", None),
                (None, None, "deliver", "air-defence systems", 5),
                (None, None, "sell", "fertiliser", None),
            ],
        ),
        (
            "Thủ tướng Nhật Bản cho biết hai bên thảo luận hợp tác quốc phòng, việc mua tên lửa Tomahawk và việc bán "
            "khí đốt.",
            [(None, None, "buy", "Tomahawk missiles", None), (None, None, "sell", "gas", None)],
        ),
        (
            "Theo ông Putin, hai bên trao đổi về tình hình Trung Đông, cũng như việc cung cấp lúa mì cho Ai Cập.",
            [(None, "EG", "deliver", "wheat", None)],
        ),
        (
            "Ngoại trưởng Pháp cho biết hai bên thảo luận việc giao 12 tiêm kích Rafale cho Indonesia.",
            [(None, "ID", "deliver", "fighter jets", 12)],
        ),
        (
            "Hai bên đàm phán việc Trung Quốc bán đất hiếm cho Đức, việc chuyển giao động cơ phản lực.",
            [("CN", "DE", "sell", "rare earths", None), (None, None, "deliver", "aircraft engines", None)],
        ),
        (
            "Trung Quốc cho biết hai bên đề cập việc mua máy bay Boeing, việc nối lại nhập khẩu thịt bò.",
            [(None, None, "buy", "aircraft", None), (None, None, "resume", "beef", None)],
        ),
        (
            "Bộ trưởng Mỹ nói hai bên thảo luận nhiều vấn đề, trong đó có việc mua khí đốt, than đá.",
            [(None, None, "buy", "gas", None), (None, None, "buy", "coal", None)],
        ),
    ],
)
def test_an_item_without_a_subject_is_open(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
    assert {k.stage for k in commitments(text)} == {"considered"}


def test_who_speaks_claims_it_and_nobody_is_the_committer() -> None:
    found = commitments(
        "Tổng thống Pháp Emmanuel Macron nói hai bên thảo luận việc Ấn Độ mua 26 tiêm kích Rafale trước năm 2030, "
        "việc giao động cơ phản lực."
    )
    assert [k.committer for k in found] == [Party(country="IN"), Party()]
    assert found[1].claimed_by == Party(country="FR", name="Emmanuel Macron", person_id="emmanuel-macron")
    assert found[0].deadline is not None
    assert (found[1].period, found[1].deadline, found[1].counterparty) == (None, None, None)
    assert found[1].evidence[0].text == "việc giao động cơ phản lực"


def test_other_matters_are_no_goods_of_the_deed() -> None:
    text = "Bộ trưởng Mỹ nói hai bên thảo luận việc giao động cơ phản lực, đất hiếm, Đài Loan và Ukraine."
    assert told(text) == [(None, None, "deliver", "aircraft engines", None)]


def test_a_deed_with_its_subject_in_the_list_is_only_considered() -> None:
    text = (
        "Thủ tướng Ấn Độ Narendra Modi và Tổng thống Pháp Emmanuel Macron thảo luận nhiều vấn đề, trong đó có việc "
        "Ấn Độ mua 26 tiêm kích Rafale."
    )
    assert [(k.committer.country, k.stage) for k in commitments(text)] == [("IN", "considered")]


def test_what_is_pledged_behind_the_list_takes_nobody_from_it() -> None:
    text = "Bộ trưởng Mỹ cho biết hai bên thảo luận việc giao động cơ phản lực và cam kết mua thêm gạo."
    assert [(k.action, k.stage) for k in commitments(text) if k.committer == Party()] == [("deliver", "considered")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhật Bản thảo luận việc mua khí đốt với Mỹ.", ("JP", "US", "buy", "gas", None)),
        (
            "Trung Quốc đang xem xét việc giao động cơ phản lực cho Nga.",
            ("CN", "RU", "deliver", "aircraft engines", None),
        ),
    ],
)
def test_one_side_that_considers_a_deed_is_its_committer(text: str, expected: Told) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thống Hàn Quốc cho biết hai bên bàn việc giao thông trên biển, việc giao lưu nhân dân.",
        "Tổng thống Hàn Quốc cho biết hai bên thảo luận an ninh, việc giao thông đường sắt và việc giao dịch dầu mỏ.",
        "Hai bên bàn việc giao trách nhiệm cho Bộ Ngoại giao Nhật Bản quản lý 20 triệu tấn dầu.",
        "Thủ tướng Nhật Bản nói hai bên thảo luận thương mại, việc giao trách nhiệm bảo quản 20.000 tấn gạo cho Tokyo.",
        "Bộ trưởng Mỹ nói hai bên trao đổi việc giao hàng chậm, việc mua bán người và việc bán đảo Triều Tiên.",
        "Tổng thống Mỹ nói hai bên thảo luận thương mại, việc giao động cơ phản lực đã bắt đầu.",
        "Tổng thống Mỹ nói hai bên thảo luận thương mại, việc giao động cơ phản lực bị chậm ba tháng.",
        "Sau khi hai bên thảo luận tại Tokyo, việc giao động cơ phản lực cho Nhật Bản sẽ diễn ra vào tháng 5.",
        "Tổng thống Mỹ nói hai bên không thảo luận việc Nhật Bản mua ngô, việc giao động cơ phản lực.",
        "Lãnh đạo tỉnh và các doanh nghiệp bàn việc mua lúa gạo, việc giao phân bón cho nông dân.",
    ],
)
def test_what_is_no_discussed_commitment(text: str) -> None:
    assert commitments(text) == ()
