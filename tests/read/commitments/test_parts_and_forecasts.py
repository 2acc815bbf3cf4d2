"""What belongs to a part of a deed only, who acts in longer sentences, and what is a forecast or a denial."""

import pytest

from readout.model.records import Article, Commitment
from readout.read.reading import read_article


def told(text: str) -> list[str]:
    found = read_article(Article(id="x", published="2026-02-05", text=text)).commitments
    return [line_of(one) for one in found]


def line_of(one: Commitment) -> str:
    """`KR>US invest - 350e9/ agreed in 2026`: a slash marks an amount for each period."""
    thing = one.object.name if one.object else "-"
    number = one.quantity
    amount = f"{number.value:g}{'/' if number.basis == 'per-period' else ''}" if number else "-"
    other = one.counterparty.country if one.counterparty else None
    line = f"{one.committer.country or '-'}>{other or '-'} {one.action} {thing} {amount} {one.stage}"
    when = one.period or one.deadline
    return f"{line} in {when.edtf or when.name}" if when else line


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the amount of a part, and its time, are not those of the whole
        (
            "Ba Lan cam kết đầu tư 12 tỷ USD vào Séc, trong đó 3 tỷ USD mỗi năm cho đường sắt.",
            ["PL>CZ invest - 1.2e+10 pledged"],
        ),
        (
            "Ấn Độ sẽ mua thêm nông sản Mỹ, bao gồm nâng lượng đậu nành lên 2 triệu tấn trong năm nay.",
            ["IN>US buy agricultural products - pledged", "IN>- buy soybeans 2e+06 pledged in 2026"],
        ),
        (
            "Ấn Độ cam kết mua 40 máy bay của Mỹ và đầu tư 10 tỷ USD vào Mỹ trong 4 năm.",
            ["IN>US buy aircraft 40 pledged", "IN>US invest - 1e+10 pledged in 4 years"],
        ),
        # goods listed before those that are counted
        (
            "Ấn Độ sẽ mua dầu mỏ của Mỹ và 2 triệu tấn ngô mỗi năm.",
            ["IN>US buy oil - pledged", "IN>US buy corn 2e+06/ pledged in each year"],
        ),
        # a tariff is put on all the goods that are listed
        (
            "Mỹ tăng thuế đối với thép và các sản phẩm nhôm của Canada lên 50%.",
            ["US>CA raise-tariff steel 50 pledged", "US>CA raise-tariff aluminium 50 pledged"],
        ),
        (
            "Mỹ quyết định giảm thuế suất nhập khẩu ô tô của Nhật Bản từ 25% xuống còn 15%.",
            ["US>JP cut-tariff cars 15 agreed"],
        ),
        # a rate told of other goods is no target of these
        (
            "Mỹ sẽ giảm thuế nhập khẩu ô tô Nhật Bản xuống 15%. Tuy nhiên, thuế đối với thép vẫn ở mức 25%.",
            ["US>JP cut-tariff cars 15 pledged"],
        ),
        # who acts: the main clause, all examples, the side before quoted words
        (
            "Thụy Sĩ muốn hóa giải đòn thuế mà Brussels tung ra bằng cách hứa đầu tư 8 tỷ USD vào Ba Lan.",
            ["CH>PL invest - 8e+09 pledged"],
        ),
        (
            "Nhiều nước như Ý, Áo và Bỉ hứa mua khí đốt của Algeria.",
            [f"{side}>DZ buy gas - pledged" for side in ("IT", "AT", "BE")],
        ),
        (
            "Úc xem xét dừng mua dầu ăn của Indonesia, vì Jakarta “bỗng nhiên ngừng mua lúa mì” từ đầu năm.",
            ["AU>ID suspend cooking oil - considered", "ID>- suspend wheat - suspended in 2026/.."],
        ),
        (
            'Ông Peskov được hỏi về việc Thủ tướng Hungary Viktor Orban "hứa ngừng mua khí đốt Nga".',
            ["HU>RU suspend natural gas - pledged"],
        ),
        # money that is promised by no other word
        ("Đức cam kết 3 tỷ euro hỗ trợ quân sự cho Ukraine.", ["DE>UA aid military aid 3e+09 pledged"]),
        ("Ông Trump nói Nhật Bản sẽ tăng lượng mua ngô Mỹ lên 5 triệu tấn.", ["JP>US buy corn 5e+06 pledged"]),
        # who approves a proposal agrees
        (
            "Chính phủ Đức vừa phê duyệt đề xuất bán sáu tàu ngầm cho Singapore.",
            ["DE>SG sell submarines 6 agreed"],
        ),
        # the time of what is past is not that of the promise
        (
            "Armenia và Azerbaijan đồng ý ngừng bắn theo bản ghi nhớ hồi tháng 8.",
            ["AM>AZ other ceasefire - agreed", "AZ>AM other ceasefire - agreed"],
        ),
        # when a level was reached is not when it was bought
        (
            "Nhật Bản đồng ý mua 3 triệu tấn ngô của Mỹ. Giới buôn nói mốc 3 triệu tấn đạt được từ tuần trước.",
            ["JP>US buy corn 3e+06 agreed", "JP>US buy corn 3e+06 ordered"],
        ),
        # what was bought by an estimate is told like any number
        ("Giới buôn ước tính Nhật Bản đã mua 3 triệu tấn ngô của Mỹ.", ["JP>US buy corn 3e+06 ordered"]),
    ],
)
def test_what_belongs_to_what(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Nông nghiệp Mỹ dự báo Nhật Bản sẽ nhập khẩu 15 triệu tấn ngô trong năm nay.",
        "Theo dự báo của Bộ Nông nghiệp Mỹ, Nhật Bản sẽ nhập khẩu 15 triệu tấn ngô trong năm nay.",
        "Nhật Bản được dự báo sẽ nhập khẩu 15 triệu tấn ngô của Mỹ.",
        "Ngoại trưởng Ấn Độ phủ nhận việc mua dầu của Nga.",
        "Peru đạt thỏa thuận với Hàn Quốc về việc bàn giao tàu tuần tra.",
    ],
)
def test_forecasts_denials_and_open_deals_commit_nobody(text: str) -> None:
    assert told(text) == []
