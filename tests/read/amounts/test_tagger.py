"""What amounts are read from Vietnamese news, and what looks like an amount and is none."""

import pytest

from readout.read.amounts import tag_amounts

AMOUNTS = [
    ("mua 20 triệu tấn đậu tương", "20 triệu tấn", 20e6, None, "=", "tonne", None),
    ("đặt mua gần 2 triệu tấn", "gần 2 triệu tấn", 2e6, None, "<", "tonne", None),
    ("đạt khoảng 200 tỷ USD", "khoảng 200 tỷ USD", 200e9, None, "~", "USD", "USD"),
    ("khoản nợ 3.000 tỉ đồng", "3.000 tỉ đồng", 3e12, None, "=", "VND", "VND"),
    ("ít nhất hai máy bay", "ít nhất hai máy bay", 2, None, ">=", "aircraft", None),
    ("mua 50 chiếc máy bay", "50 chiếc máy bay", 50, None, "=", "aircraft", None),
    ("hơn 20.000 binh sĩ", "hơn 20.000 binh sĩ", 20000, None, ">", "troops", None),
    ("tối đa 5.000 người", "tối đa 5.000 người", 5000, None, "<=", "people", None),
    ("chưa đến 1,5 triệu thùng", "chưa đến 1,5 triệu thùng", 1.5e6, None, "<", "barrel", None),
    ("500.000 thùng/ngày", "500.000 thùng/ngày", 500000, None, "=", "barrel-per-day", None),
    ("tăng 5,2%", "5,2%", 5.2, None, "=", "percent", None),
    ("từ 5 đến 7 triệu tấn", "từ 5 đến 7 triệu tấn", 5e6, 7e6, "range", "tonne", None),
    ("khoảng 20-30%", "khoảng 20-30%", 20, 30, "range", "percent", None),
    ("từ 50 triệu USD trở lên", "từ 50 triệu USD trở lên", 50e6, None, ">=", "USD", "USD"),
    ("trị giá $10", "$10", 10, None, "=", "USD", "USD"),
    ("hai mươi mốt tàu chiến", "hai mươi mốt tàu chiến", 21, None, "=", "ships", None),
    ("một trăm rưỡi", "một trăm rưỡi", 150, None, "=", None, None),
    ("hơn 2/3 số phiếu", "hơn 2/3", 2 / 3, None, ">", None, None),
    ("dài 14.7km", "14.7km", 14.7, None, "=", "kilometre", None),
]

TRAPS = [
    "hai bên gặp nhau",
    "hai nước ký kết",
    "một nhà ngoại giao cho biết",
    "hứa không tấn công",
    "máy bay không người lái",
    "chiếc F-16 bay qua",
    "theo Luật số 36",
    "SEA Games 33 khai mạc",
    "đội U.23 thắng 2-1",
    "năm 2025",
    "khu công nghiệp số 1 Đồng Nai",
]


@pytest.mark.parametrize(("text", "words", "value", "high", "comparator", "unit", "currency"), AMOUNTS)
def test_amounts(
    text: str, words: str, value: float, high: float | None, comparator: str, unit: str | None, currency: str | None
) -> None:
    found = [(a.text, a.value, a.high, a.comparator, a.unit, a.currency) for a in tag_amounts(text)]
    assert found == [(words, value, high, comparator, unit, currency)]


@pytest.mark.parametrize("text", TRAPS)
def test_traps_are_no_amounts(text: str) -> None:
    assert tag_amounts(text) == ()


def test_dates_are_left_out() -> None:
    text = "Ngày 24/11/2025, 20 tấn"
    assert [a.text for a in tag_amounts(text, [(0, 15)])] == ["20 tấn"]
