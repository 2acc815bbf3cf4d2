"""When a commitment is for, by when, and the same number told again with another time."""

import pytest

from readout.model.records import Article, Commitment
from readout.read.reading import read_article


def commitments(text: str) -> tuple[Commitment, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text)).commitments


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Hôm 30/1, Hàn Quốc cam kết mua 20 tỉ USD năng lượng Mỹ.", None),
        ("Theo thỏa thuận công bố hôm 30/1, Hàn Quốc cam kết mua 20 tỉ USD năng lượng Mỹ.", None),
        ("Hồi tháng 1, Hàn Quốc ký hợp đồng mua 200.000 tấn gạo Mỹ.", None),
        ("Điểm tin 6h ngày 5/2: Hàn Quốc cân nhắc mua dầu Nga", None),
        ("Hàn Quốc cam kết mua 200.000 tấn gạo Mỹ sau đợt cắt giảm trong năm 2024.", None),
        ("Trong năm nay, Hàn Quốc sẽ mua 200.000 tấn gạo Mỹ.", "2026"),
        ("Từ năm 2027, Hàn Quốc sẽ mua 200.000 tấn gạo Mỹ.", "2027/.."),
        ("Hàn Quốc sẽ ngừng nhập khẩu gạo Mỹ trong 60 ngày từ 1/3.", "2026-03-01/.."),
        ("Hôm 30/1, Hàn Quốc đã mua 200.000 tấn gạo Mỹ.", "2026-01-30"),
        ("Hàn Quốc cân nhắc mua thêm dầu Nga trong vụ này.", None),
        ("Hàn Quốc cam kết viện trợ 2 triệu USD cho Kenya sau những đợt cắt giảm mạnh của Mỹ trong năm 2027.", None),
        ("Mỹ xem xét nối lại khoản viện trợ 300 triệu USD cho Pakistan, vốn bị ngừng từ năm 2024.", None),
    ],
)
def test_the_day_of_an_announcement_is_no_period(text: str, period: str | None) -> None:
    (found,) = commitments(text)
    assert (found.period and (found.period.edtf or found.period.name)) == period


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Năm 2013, Nga đồng ý bán cho Trung Quốc 360 triệu tấn dầu thô trong 25 năm.", "2013"),
        ("Hồi tháng 5/2017, Thái Lan đồng ý mua một tàu ngầm của Trung Quốc.", "2017-05"),
        ("Ngày 2/2, Ấn Độ cam kết mua 40 máy bay của Mỹ.", "2026-02-02"),
        ("Ấn Độ hôm nay cam kết mua 40 máy bay của Mỹ.", None),
        ("Ấn Độ cam kết mua 40 máy bay của Mỹ trước năm 2030.", None),
        ("Sau cuộc gặp năm 2019, Ấn Độ nay cam kết mua 40 máy bay của Mỹ.", None),
        ("Từ năm 2013, Nga đã bán 200 triệu tấn dầu thô cho Trung Quốc.", None),
    ],
)
def test_when_a_promise_of_the_past_was_made(text: str, made: str | None) -> None:
    assert [k.made and k.made.edtf for k in commitments(text)] == [made]


NEARLY = "Ai Cập cam kết mua 5 triệu tấn lúa mì Nga. Nước này đã mua {} triệu tấn lúa mì Nga."


@pytest.mark.parametrize(("words", "nearly"), [("gần 2", True), ("chưa đến 2", True), ("dưới 2", False), ("2", False)])
def test_what_is_almost_reached_is_nearly_the_number(words: str, nearly: bool) -> None:
    assert [k.quantity.nearly for k in commitments(NEARLY.format(words)) if k.quantity] == [False, nearly]


def test_a_target_told_again_with_another_deadline_is_another_version() -> None:
    told = commitments(
        "Ai Cập cam kết mua 5 triệu tấn lúa mì Nga trước cuối năm 2026. Mục tiêu 5 triệu tấn vì thế còn xa. "
        "Bà Oksana Lut nói mục tiêu là 5 triệu tấn đến tháng 6. Hôm 2/2, Điện Kremlin lùi hạn tới năm 2027."
    )
    assert [(k.deadline and k.deadline.edtf, k.claimed_by and k.claimed_by.country) for k in told] == [
        ("2026", "EG"), ("2026-06", "RU"), ("2027", "RU"),
    ]  # fmt: skip


def test_the_same_without_an_amount_is_told_once() -> None:
    again = "Ông Trump nói Hungary hứa ngừng mua than Nga. Ông Trump cho biết Hungary cam kết ngừng mua than Nga{}."
    assert len(commitments(again.format(""))) == 1
    assert len(commitments(again.format(" trước năm 2028"))) == 2


def test_the_words_of_a_commitment_end_before_the_quotation_mark() -> None:
    (found,) = commitments('"Nhật Bản sẽ đầu tư 550 tỉ USD vào Mỹ", ông Trump viết.')
    assert found.evidence[0].text == "đầu tư 550 tỉ USD vào Mỹ"
