"""Goods and money that stand in front of their deed, and those that are told by who gets them or by a noun."""

import pytest

from readout.model.records import Article, Commitment
from readout.read.reading import read_article


def commitments(text: str) -> tuple[Commitment, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text)).commitments


@pytest.mark.parametrize(
    ("text", "committer", "counterparty", "action", "thing", "value", "stage"),
    [
        # a passive, with and without who does it
        ("Ba tiêm kích đã được Pháp bàn giao cho Ấn Độ hôm 2/2.", "FR", "IN", "deliver", "fighter jets", 3,
         "delivered"),
        ("Lô xe tăng đầu tiên sẽ được bàn giao cho Ba Lan vào tháng 6.", None, "PL", "deliver", "tanks", None,
         "expected"),
        ("Mười xe tăng của Hàn Quốc sẽ được chuyển tới Ba Lan trong tháng 6.", "KR", "PL", "deliver", "tanks", 10,
         "pledged"),
        ("20 tấn thuốc từ Nhật Bản đã được gửi tới Philippines.", "JP", "PH", "deliver", "medicines", 20, "delivered"),
        # a relative clause
        ("550 tỷ USD mà Nhật Bản cam kết đầu tư vào Mỹ sẽ do một quỹ quản lý.", "JP", "US", "invest", None, 550e9,
         "pledged"),
        ("Còn 3 triệu tấn ngô Colombia hứa mua của Mỹ vẫn chưa rời cảng.", "CO", "US", "buy", "corn", 3e6, "pledged"),
        # who gets it tells the deed
        ("Ba Lan sắp nhận 10 xe tăng của Hàn Quốc.", "KR", "PL", "deliver", "tanks", 10, "expected"),
        ("Philippines đã tiếp nhận 5 tàu tuần tra từ Nhật Bản.", "JP", "PH", "deliver", "ships", 5, "delivered"),
        # a noun with its owner
        ("Gói đầu tư 20 tỷ USD của Hàn Quốc vào Mỹ sẽ được giải ngân dần.", "KR", "US", "invest", None, 20e9,
         "pledged"),
        ("Gói viện trợ 200 triệu USD của Canada cho Ukraine bị chậm.", "CA", "UA", "aid", None, 2e8, "pledged"),
        # goods told before in the sentence, of trade that stops
        ("Giá gạo giảm vì Philippines sẽ ngừng nhập khẩu.", "PH", None, "suspend", "rice", None, "pledged"),
    ],
)  # fmt: skip
def test_terms_in_front_of_their_deed(
    text: str,
    committer: str | None,
    counterparty: str | None,
    action: str,
    thing: str | None,
    value: float | None,
    stage: str,
) -> None:
    (deed,) = commitments(text)
    assert (deed.committer.country, deed.counterparty and deed.counterparty.country) == (committer, counterparty)
    assert (deed.action, deed.stage, deed.quantity and deed.quantity.value) == (action, stage, value)
    assert (deed.object and deed.object.name) == thing


@pytest.mark.parametrize(
    "text",
    [
        "Số tiền 2 tỷ đồng sẽ được chuyển cho các gia đình ở Lào Cai.",
        "Năm 2019, ba tàu tuần tra đã được bàn giao cho Philippines.",
        "Hai chiếc xe tăng được đưa tới bảo tàng.",
        "Venezuela đã nhận 300 triệu USD từ thỏa thuận dầu với Mỹ.",
        "Thủ tướng Anh nhận lời mời thăm Mỹ trong 3 ngày.",
        "Khoản viện trợ 3 tỷ USD của Nhật Bản năm 2019 giúp xây cầu.",
        "Ba Lan nhận 10 xe tăng của Hàn Quốc rồi trả lại.",
    ],
)
def test_what_is_received_or_in_front_without_a_promise(text: str) -> None:
    assert commitments(text) == ()


def test_a_relative_clause_tells_the_same_number_only_once() -> None:
    text = "Nhật Bản cam kết đầu tư 550 tỷ USD vào Mỹ. 550 tỷ USD mà Nhật Bản cam kết đầu tư vào Mỹ do một quỹ quản lý."
    assert len(commitments(text)) == 1
