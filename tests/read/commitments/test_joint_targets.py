"""What two sides do together: aim at an amount of trade, sign an agreement, stop fighting."""

import pytest

from readout.model.records import Article, Commitment
from readout.read.reading import read_article

VISIT = "Thủ tướng Hà Lan và Thủ tướng Việt Nam hội đàm tại Hà Nội. "


def commitments(text: str) -> tuple[Commitment, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text)).commitments


@pytest.mark.parametrize(
    ("text", "sides", "value", "stage", "deadline"),
    [
        ("Ấn Độ và Nga đặt mục tiêu nâng thương mại song phương lên 100 tỷ USD vào năm 2030.", ("IN", "RU"), 100e9,
         "pledged", "2030"),
        ("Thủ tướng Việt Nam và Thủ tướng Lào nhất trí phấn đấu sớm đưa kim ngạch hai chiều đạt 5 tỷ USD.",
         ("VN", "LA"), 5e9, "agreed", None),
        ("Việt Nam - Malaysia hướng tới kim ngạch thương mại 20 tỷ USD trước năm 2029.", ("VN", "MY"), 20e9, "pledged",
         "2028"),
        (f"{VISIT}Hai bên đặt mục tiêu đưa kim ngạch từ mức 8 tỷ USD lên 12 tỷ USD vào năm 2028.", ("NL", "VN"), 12e9,
         "pledged", "2028"),
        ("Sớm đưa kim ngạch thương mại Việt Nam - Anh đạt mục tiêu 9 tỉ USD.", ("VN", "GB"), 9e9, "pledged", None),
    ],
)  # fmt: skip
def test_a_target_of_both(text: str, sides: tuple[str, str], value: float, stage: str, deadline: str | None) -> None:
    (found,) = commitments(text)
    assert (found.committer.country, found.counterparty and found.counterparty.country) == sides
    assert (found.action, found.object and found.object.name) == ("other", "bilateral trade")
    assert (found.quantity and found.quantity.value, found.stage) == (value, stage)
    assert (found.deadline and found.deadline.edtf) == deadline


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng đề nghị Thái Lan cùng phấn đấu đưa kim ngạch lên 25 tỷ USD.",
        "Kim ngạch thương mại Việt Nam - Thái Lan đạt 20 tỷ USD năm 2025, hướng tới cân bằng.",
        "Ấn Độ và Nga đã đạt mục tiêu kim ngạch 30 tỷ USD.",
        "Ấn Độ và Nga vượt mục tiêu kim ngạch 30 tỷ USD.",
        "Nga mong muốn nâng kim ngạch với Ấn Độ lên 100 tỷ USD.",
        "Hai bên nhất trí nâng kim ngạch thương mại lên 10 tỷ USD vào năm 2030.",
        "Hiệp định thương mại Anh - Ấn Độ giúp các công ty yên tâm hơn, phấn đấu đưa kim ngạch lên 60 tỷ USD.",
    ],
)
def test_what_one_side_wishes_or_what_is_reached_is_no_target_of_both(text: str) -> None:
    assert commitments(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ấn Độ và EU nhất trí ký hiệp định thương mại tự do trước cuối năm 2026.",
         [("IN", "EU", "sign", "free trade agreement", "agreed", "2026")]),
        ("Thủ tướng Anh và Thủ tướng Ấn Độ dự kiến ký thỏa thuận thương mại vào tháng 3.",
         [("GB", "IN", "sign", "trade deal", "expected", "2026-03")]),
        ("Nhật Bản sẽ ký hiệp định thương mại với Mỹ trong tháng 3.",
         [("JP", "US", "sign", "trade agreement", "pledged", "2026-03")]),
        ("Ông Trump thông báo Armenia và Azerbaijan đồng ý ngừng bắn.",
         [("AM", "AZ", "other", "ceasefire", "agreed", None), ("AZ", "AM", "other", "ceasefire", "agreed", None)]),
        ("Campuchia đồng ý thực hiện lệnh ngừng bắn với Thái Lan từ ngày 10/2.",
         [("KH", "TH", "other", "ceasefire", "agreed", "2026-02-10/..")]),
        ("Mỹ kêu gọi Nga đồng ý ngừng bắn với Ukraine.", [("RU", "UA", "other", "ceasefire", "expected", None)]),
    ],
)  # fmt: skip
def test_what_two_sides_agree_to_sign_or_to_stop(text: str, told: list[tuple[str | None, ...]]) -> None:
    assert [
        (
            k.committer.country,
            k.counterparty and k.counterparty.country,
            k.action,
            k.object and k.object.name,
            k.stage,
            (k.deadline and k.deadline.edtf) or (k.period and k.period.edtf),
        )
        for k in commitments(text)
    ] == told


@pytest.mark.parametrize(
    "text",
    [
        "Nga không đồng ý ngừng bắn với Ukraine.",
        "Nga chỉ chấp nhận ngừng bắn nếu Ukraine rút quân.",
        "Hai bên đàm phán ngừng bắn ở Cairo.",
        "Israel và Hamas thảo luận thỏa thuận ngừng bắn.",
        "Anh và Ấn Độ đã ký hiệp định thương mại tự do hôm 24/7/2025.",
        "Anh và Ấn Độ sẽ ký hiệp định thương mại tự do.",
        "Ông Trump ký sắc lệnh hôm 3/2.",
    ],
)
def test_talk_of_a_ceasefire_and_what_is_signed_or_without_a_day(text: str) -> None:
    assert commitments(text) == ()
