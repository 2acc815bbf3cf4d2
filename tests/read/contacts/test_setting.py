"""When, where and how long."""

import pytest
from told import PUBLISHED, contacts_told, ordered, reading_of

DATES = [
    # published, text, date (+ part), basis
    ("2026-02-05", "Ông Trump điện đàm với ông Putin hôm 4.2.", "2026-02-04", "stated"),
    ("2026-02-05", "Ông Trump điện đàm với ông Putin ngày 04/02/2026.", "2026-02-04", "stated"),
    (  # the year in a summit's name
        "2026-02-05",
        "Thủ tướng Ấn Độ Narendra Modi sẽ dự Hội nghị thượng đỉnh G20 2026.",
        "2026",
        "stated",
    ),
    (
        "2026-02-05",
        "Tổng thống Nga Vladimir Putin chuẩn bị dự Hội nghị Thượng đỉnh Tổ chức Hợp tác Thượng Hải (SCO) 2026.",
        "2026",
        "stated",
    ),
    ("2026-02-05", "Ông Trump điện đàm với ông Putin hôm qua.", "2026-02-04", "relative"),
    ("2026-01-03", "Hôm 30/12, ông Trump điện đàm với ông Putin.", "2025-12-30", "stated"),
    ("2026-02-05", "Ông Trump sẽ gặp ông Putin vào cuối năm 2026.", "2026+late", "stated"),
    ("2026-02-05", "Ông Trump từng gặp ông Putin tại Helsinki năm 2018.", "2018", "stated"),
    ("2026-02-05", "Ông Trump từng gặp ông Putin hồi tháng 8/2025.", "2025-08", "stated"),
    ("2026-02-05", "Ông Trump gặp ông Putin, theo thông cáo.", None, "unknown"),
    ("2026-02-05", "Ngày 4/2, Nhà Trắng cho biết ông Trump sẽ gặp ông Putin vào tháng 3.", "2026-03", "stated"),
    ("2026-02-05", "Ông Trump nói với báo giới ngày 4/2 rằng sẽ sớm gặp ông Putin.", None, "unknown"),
    (None, "Ngày 4/2/2026, ông Trump điện đàm với ông Putin.", "2026-02-04", "stated"),
]
PLACES = [
    (
        "Tổng thống Nga Vladimir Putin hội đàm với Thủ tướng Slovakia Robert Fico tại Moskva ngày 3/2.",
        ["meeting held: RU vladimir-putin, SK robert-fico @ 2026-02-03 in Moscow"],
    ),
    (
        "Ông Rubio gặp ông Lavrov ở Geneva hôm 2/2.",
        ["meeting held: US marco-rubio, RU sergei-lavrov @ 2026-02-02 in Geneva"],
    ),
    (
        "Tại Bangkok, Thủ tướng Thái Lan Anutin Charnvirakul tiếp Thủ tướng Malaysia Anwar Ibrahim.",
        ["meeting held: TH anutin-charnvirakul, MY anwar-ibrahim in Bangkok"],
    ),
    ("Mỹ và Iran đàm phán gián tiếp tại Oman.", ["talks held: US, IR in OM"]),
    (
        "Ông Macron nói về cuộc gặp với ông Merz ở Brussels cũng như chuyến thăm Ấn Độ.",
        ["meeting held: FR emmanuel-macron, DE friedrich-merz in Brussels", "visit held: FR emmanuel-macron, IN"],
    ),
    (  # once more at a place that is known for an earlier meeting
        "Tổng thống Mỹ Donald Trump sẽ gặp Tổng thống Nga Vladimir Putin tại Alaska vào ngày 15/8.",
        ["meeting planned: US donald-trump, RU vladimir-putin @ 2026-08-15 in Alaska"],
    ),
    ("Ông Trump và ông Tập nói gì ở cuộc gặp Busan?", ["meeting held: US donald-trump, CN xi-jinping in Busan"]),
    (
        "Tổng thống Pháp Emmanuel Macron gặp Thủ tướng Anh Keir Starmer ở Brussels hôm 2/2, rồi gặp ông Merz.",
        [
            "meeting held: FR emmanuel-macron, GB keir-starmer @ 2026-02-02 in Brussels",
            "meeting held: FR emmanuel-macron, DE friedrich-merz @ 2026-02-02",
        ],
    ),
    (  # where the hopes are, and where they met
        "Hy vọng hòa bình ở Gaza sau cuộc gặp giữa ông Netanyahu và ông Trump tại Florida đã vơi đi.",
        ["meeting held: IL benjamin-netanyahu, US donald-trump in Florida"],
    ),
    (
        "Israel tăng cường không kích ở Liban trước thềm cuộc gặp giữa ông Netanyahu và ông Trump.",
        ["meeting planned: IL benjamin-netanyahu, US donald-trump"],
    ),
]
LENGTHS = [
    ("Cuộc điện đàm giữa ông Trump và ông Putin kéo dài 90 phút.", "PT90M", False),
    ("Cuộc điện đàm giữa ông Trump và ông Putin kéo dài hơn hai giờ.", "PT2H", True),
    ("Ông Macron và ông Merz hội đàm gần 3 tiếng.", "PT3H", True),
]


@pytest.mark.parametrize(("published", "text", "date", "basis"), DATES)
def test_date(published: str | None, text: str, date: str | None, basis: str) -> None:
    (contact,) = reading_of(text, published).contacts
    edtf = contact.time.edtf and contact.time.edtf + (f"+{contact.time.part}" if contact.time.part else "")
    assert (edtf, contact.time.basis) == (date, basis)


@pytest.mark.parametrize(("text", "wanted"), PLACES)
def test_place(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


def test_what_is_yet_to_come_does_not_last_as_long_as_what_is_before_it() -> None:
    text = "Trước khi gặp ông Putin, Tổng thống Trump hôm qua họp hai tiếng với Thủ tướng Anh Keir Starmer."
    lengths = {one.participants[-1].person: one.duration and one.duration.iso8601 for one in reading_of(text).contacts}
    assert lengths == {"Vladimir Putin": None, "Keir Starmer": "PT2H"}


@pytest.mark.parametrize(("text", "iso8601", "approximate"), LENGTHS)
def test_duration(text: str, iso8601: str, approximate: bool) -> None:
    (contact,) = reading_of(text).contacts
    assert contact.duration is not None
    assert (contact.duration.iso8601, contact.duration.approximate) == (iso8601, approximate)
