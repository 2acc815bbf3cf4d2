"""Whole articles on goods other than soybeans: what must be read was written down before the program saw them.

A commitment is one line, `COMMITTER>COUNTERPARTY ACTION THING QUANTITY STAGE`, then ` in PERIOD` and ` by DEADLINE`
where the words tell them. The quantity is its comparator, value and unit, with `+` for an additional one and `/` for
one of each period.
"""

import pytest

from readout.model.records import Article, Commitment, Deadline, Party
from readout.read.reading import read_article

SEOUL = """Tổng thống Hàn Quốc Lee Jae-myung ngày 25/8 hội đàm với Tổng thống Mỹ Donald Trump tại Nhà Trắng.

Ngay sau cuộc gặp, hãng hàng không Korean Air ký thỏa thuận mua 103 máy bay Boeing trị giá khoảng 36,2 tỉ USD. \
Hãng này cũng sẽ chi 13,7 tỉ USD mua động cơ của GE Aerospace. \
Korea Gas thông báo sẽ mua khoảng 3,3 triệu tấn khí tự nhiên hóa lỏng (LNG) của Mỹ mỗi năm, bắt đầu từ năm 2028.

Theo khung thỏa thuận công bố hôm 30/7, Seoul cam kết đầu tư 350 tỉ USD vào Mỹ và mua 100 tỉ USD năng lượng Mỹ \
trong 4 năm. Đổi lại, Washington giảm thuế đối ứng đối với hàng Hàn Quốc từ 25% xuống 15%.

Nhật Bản trước đó hứa rót 550 tỉ USD vào Mỹ và mua 100 máy bay Boeing. Liên minh châu Âu (EU) thì cam kết mua \
750 tỉ USD năng lượng của Mỹ trong ba năm. Kim ngạch thương mại Hàn - Mỹ năm 2024 đạt gần 200 tỉ USD."""

FIGHTERS = """Bộ trưởng Quốc phòng Hà Lan Ruben Brekelmans ngày 26/5 thông báo những chiếc F-16 cuối cùng mà nước này \
hứa với Ukraine đã lên đường. Tổng cộng Hà Lan đã giao 24 tiêm kích F-16 cho Kiev.

Đan Mạch cam kết viện trợ 19 chiếc F-16. Na Uy dự định giao nốt 14 chiếc F-16 trước cuối năm nay, còn Bỉ sẽ chuyển \
30 chiếc F-16 cho Ukraine từ nay đến năm 2028.

Ngày 8/4, Thủ tướng Bỉ Bart De Wever nói trong chuyến thăm Kiev rằng Bỉ sẽ viện trợ quân sự cho Ukraine ít nhất \
1 tỉ euro mỗi năm. Thụy Điển hồi tháng 3 công bố gói viện trợ quân sự trị giá 16 tỉ krona cho Ukraine. \
Ngày 2/5, Mỹ phê duyệt bán cho Ukraine phụ tùng và dịch vụ bảo dưỡng F-16 trị giá 310 triệu USD. \
Đức vẫn từ chối giao tên lửa Taurus cho Ukraine."""

RICE = """Philippines sẽ tạm ngừng nhập khẩu gạo trong 60 ngày từ 1/9 theo lệnh của Tổng thống Ferdinand Marcos Jr. \
Năm 2024, nước này nhập khẩu hơn 4,7 triệu tấn gạo, phần lớn từ Việt Nam.

Bangladesh hồi tháng 1 ký hợp đồng mua 100.000 tấn gạo trắng của Việt Nam. Indonesia tuyên bố không nhập khẩu gạo \
trong năm nay. Nhật Bản đồng ý mua thêm gạo Mỹ, theo thỏa thuận thuế quan đạt được hôm 22/7.

Cũng trong tháng này, Thái Lan thông báo sẽ bán 280.000 tấn gạo cho Trung Quốc. Giá gạo 5% tấm của Việt Nam ở mức \
380 USD một tấn. Chính phủ Việt Nam năm ngoái quyết định tặng Cuba 10.000 tấn gạo."""


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        pytest.param(
            "2025-08-26",
            SEOUL,
            [
                "KR>US buy aircraft =103 aircraft agreed",
                "KR>US buy engines =13.7e9 USD pledged",
                "KR>US buy LNG ~3.3e6/ tonne pledged in 2028/..",
                "KR>US invest - =350e9 USD pledged",
                "KR>US buy energy =100e9 USD pledged in 4 years",
                "US>KR cut-tariff - =15 percent pledged",
                "JP>US invest - =550e9 USD pledged",
                "JP>US buy aircraft =100 aircraft pledged",
                "EU>US buy energy =750e9 USD pledged in 3 years",
            ],
            id="seoul",
        ),
        pytest.param(
            "2025-05-27",
            FIGHTERS,
            [
                "NL>UA deliver F-16 fighter jets =24 aircraft delivered",
                "DK>UA aid F-16 fighter jets =19 aircraft pledged",
                "NO>UA deliver F-16 fighter jets =14 aircraft considered by 2025",
                "BE>UA deliver F-16 fighter jets =30 aircraft pledged by 2028",
                "BE>UA aid military aid >=1e9/ EUR pledged in each year",
                "SE>UA aid military aid =16e9 SEK pledged",
                "US>UA sell spare parts =310e6 USD agreed",
                "DE>UA deliver cruise missiles - refused",
            ],
            id="fighters",
        ),
        pytest.param(
            "2025-08-28",
            RICE,
            [
                "PH>- suspend rice - pledged in 2025-09-01/..",
                "BD>VN buy rice =100000 tonne agreed",
                "ID>- buy rice - refused in 2025",
                "JP>US buy rice - agreed",
                "TH>CN sell rice =280000 tonne pledged",
                "VN>CU aid rice =10000 tonne agreed",
            ],
            id="rice",
        ),
    ],
)
def test_whole_article(published: str, text: str, wanted: list[str]) -> None:
    reading = read_article(Article(id="x", published=published, text=text))
    assert sorted(line_of(one) for one in reading.commitments) == sorted(wanted)


def line_of(one: Commitment) -> str:
    """A commitment as the tables of this module write it."""
    thing = one.object.name if one.object else "-"
    line = f"{_side(one.committer)}>{_side(one.counterparty)} {one.action} {thing} {_amount(one)} {one.stage}"
    for word, told in (("in", one.period), ("by", one.deadline)):
        line += f" {word} {_time(told)}" if told else ""
    return line


def _side(party: Party | None) -> str:
    return (party.country if party else None) or "-"


def _amount(one: Commitment) -> str:
    if one.quantity is None:
        return "-"
    size = next(size for size in (9, 6, 0) if one.quantity.value >= 10**size)
    plain = f"{one.quantity.value / 10**size:g}e{size}".removesuffix("e0")
    mark = {"additional": "+", "per-period": "/"}.get(one.quantity.basis, "")
    return f"{one.quantity.comparator}{plain}{mark} {one.quantity.unit}"


def _time(told: Deadline) -> str:
    return told.edtf or told.name or told.text
