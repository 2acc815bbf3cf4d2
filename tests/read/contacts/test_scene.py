"""Where contacts take place, and the places of something else in the same sentence."""

import pytest
from told import reading_of

PLACES = [
    ("Sáng 4/2, tại Geneva, Ngoại trưởng Pháp gặp Ngoại trưởng Iran.", ["Geneva"]),
    ("Hôm 4/2 tại Geneva, Ngoại trưởng Pháp gặp Ngoại trưởng Iran.", ["Geneva"]),
    ("Tối 4/2, tại một nhà ga ở thủ đô Vienna, Ngoại trưởng Pháp gặp Ngoại trưởng Iran.", ["Vienna"]),
    ("Nhân dịp dự diễn đàn tại Davos, Ngoại trưởng Pháp gặp Ngoại trưởng Iran.", ["Davos"]),
    ("Giữa lúc chiến tranh ở Sudan kéo dài, cuộc gặp giữa ông Macron và ông Modi diễn ra ở Angola.", ["AO"]),
    ("Ông Macron dự hội nghị thượng đỉnh Gaza ở Ai Cập với Thủ tướng Ý Giorgia Meloni.", ["EG"]),
    ("Đàm phán hòa bình Mỹ - Iran tại Pakistan kéo dài sang tuần thứ ba.", ["PK"]),
    ("Đàm phán hòa bình Mỹ - Iran ở Pakistan kéo dài sang tuần thứ ba.", ["PK"]),
    ("Campuchia và Thái Lan đàm phán ngừng bắn tại Thái Lan.", ["TH"]),
    ("Ông Tô Lâm hội đàm với ông Kim Jong Un tại trụ sở Trung ương Đảng Lao động Triều Tiên.", ["Pyongyang"]),
]
ELSEWHERE = [
    "Trong cuộc họp báo ở Kyiv hôm qua, ông Zelensky nói sẽ gặp Tổng thống Pháp Emmanuel Macron.",
    "Khi phát biểu tại Berlin, ông Macron nói đã gặp ông Modi.",
    "Sau nhiều tháng giao tranh ở Sudan, Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Ai Cập.",
    "Anh lo cho ngư dân ở Gibraltar, nối lại đàm phán với Tây Ban Nha.",
    "Hamas sẵn sàng đàm phán hòa bình ở Gaza với Israel.",
    "Ông Putin và ông Macron thúc đẩy đàm phán hòa bình ở Ukraine.",
]


def _places(text: str) -> list[str | None]:
    places = [contact.place for contact in reading_of(text).contacts]
    return [place.name or place.country if place else None for place in places]


@pytest.mark.parametrize(("text", "wanted"), PLACES)
def test_place(text: str, wanted: list[str]) -> None:
    assert _places(text) == wanted


@pytest.mark.parametrize(("published", "wanted"), [("2025-06-03", [None]), ("2025-05-20", ["KH"])])
def test_a_country_is_at_war_on_some_days(published: str, wanted: list[str | None]) -> None:
    contacts = reading_of("Mỹ và Thái Lan đàm phán hòa bình ở Campuchia.", published).contacts
    assert [contact.place and (contact.place.name or contact.place.country) for contact in contacts] == wanted


@pytest.mark.parametrize("text", ELSEWHERE)
def test_place_of_something_else(text: str) -> None:
    assert _places(text) == [None]
