"""Visits: guest and host, and the meetings inside them."""

import pytest
from told import PUBLISHED, contacts_told, ordered, reading_of

VISITS = [
    (
        "Tổng thống Indonesia Prabowo Subianto thăm chính thức Australia từ ngày 1 đến 3/2.",
        ["visit held: ID prabowo-subianto, AU @ 2026-02-01/2026-02-03"],
    ),
    ("Thủ tướng Ba Lan Donald Tusk đến Kiev hôm qua.", ["visit held: PL donald-tusk, UA @ 2026-02-04"]),
    (
        "Ngoại trưởng Đức Johann Wadephul đặt chân tới Tokyo sáng 3/2.",
        ["visit held: DE johann-wadephul, JP @ 2026-02-03"],
    ),
    (
        "Chuyến thăm cấp nhà nước tới Ấn Độ của Tổng thống Nga Vladimir Putin diễn ra hồi tháng 12/2025.",
        ["visit held: RU vladimir-putin, IN @ 2025-12"],
    ),
    ("Chuyến thăm của Tổng thống Mỹ Donald Trump tới Malaysia đã kết thúc.", ["visit held: US donald-trump, MY"]),
    ("Phó Tổng thống Mỹ JD Vance bay tới Baku ngày 4/2.", ["visit held: US jd-vance, AZ @ 2026-02-04"]),
    ("Hàn Quốc trải thảm đỏ đón Thủ tướng Ý Giorgia Meloni.", ["visit held: KR, IT giorgia-meloni"]),
    (
        "Trong chuyến thăm Washington hồi tháng 1, Thủ tướng Nhật Bản Sanae Takaichi cam kết tăng mua khí đốt.",
        ["visit held: JP sanae-takaichi, US @ 2026-01"],
    ),
]
INSIDE = [
    (
        "Trong khuôn khổ chuyến thăm Pháp, Thủ tướng Canada Mark Carney ngày 3/2 hội đàm với Tổng thống "
        "Emmanuel Macron.",
        ["visit ongoing: CA mark-carney, FR", "meeting held: CA mark-carney, FR emmanuel-macron @ 2026-02-03"],
    ),
    (
        "Tổng thống Kazakhstan Kassym-Jomart Tokayev thăm Việt Nam trong hai ngày 2 và 3/2.\n\n"
        "Chiều 2/2, Tổng Bí thư Tô Lâm hội đàm với ông Tokayev tại Trụ sở Trung ương Đảng.",
        [
            "visit held: KZ kassym-jomart-tokayev, VN @ 2026-02-02/2026-02-03",
            "meeting held: VN to-lam, KZ kassym-jomart-tokayev @ 2026-02-02",
        ],
    ),
    (
        "Nhân chuyến thăm Hà Nội, Bộ trưởng Quốc phòng Nhật Bản Shinjiro Koizumi đã gặp Bộ trưởng Quốc phòng "
        "Phan Văn Giang.",
        ["visit ongoing: JP shinjiro-koizumi, VN", "meeting held: JP shinjiro-koizumi, VN phan-van-giang"],
    ),
]
BESIDE_SOMETHING = [
    (
        "Tổng thống Brazil Luiz Inacio Lula da Silva sẽ dự hội nghị thượng đỉnh G20 và làm việc tại Nam Phi.",
        ["summit planned: BR luiz-inacio-lula-da-silva, G20, ZA", "visit planned: BR luiz-inacio-lula-da-silva, ZA"],
    ),
    (
        "Thủ tướng Canada Mark Carney sẽ dự phiên họp của NATO, kết hợp hoạt động song phương tại Bỉ từ ngày 9/2.",
        ["meeting planned: CA mark-carney, NATO", "visit planned: CA mark-carney, BE @ 2026-02-09"],
    ),
    (
        "Tổng thống Pháp Emmanuel Macron dự lễ khánh thành bảo tàng tại Abu Dhabi ngày 3/2.",
        ["visit ongoing: FR emmanuel-macron, AE @ 2026-02-03"],
    ),
    (
        "Chủ tịch nước Lương Cường sẽ dự lễ nhậm chức của tân Tổng thống tại Santiago.",
        ["visit planned: VN luong-cuong, CL"],
    ),
    ("Đại sứ Mỹ Marc Knapper dự lễ bàn giao thiết bị tại Hà Nội.", []),
    ("Thủ tướng Anh Keir Starmer dự lễ kỷ niệm tại London.", []),
    ("Tàu khu trục Ấn Độ cập cảng Đà Nẵng ngày 2/2.", ["visit held: IN, VN @ 2026-02-02"]),
    ("Tàu hộ vệ tên lửa 016 Quang Trung cập cảng, bắt đầu thăm Ấn Độ.", ["visit ongoing: VN, IN"]),
    (
        "Các nhà đàm phán hòa bình của Ukraine đã đến Thụy Sĩ.",
        ["visit ongoing: UA, CH"],
    ),
    ("Tàu hải quân Pháp tới cảng Manila hôm 1/2.", ["visit held: FR, PH @ 2026-02-01"]),
    (
        "Sáng 4/2, tại Phủ Chủ tịch, Chủ tịch nước Lương Cường chủ trì lễ đón Quốc vương Jordan Abdullah II thăm chính "
        "thức Việt Nam.",
        ["visit ongoing: JO abdullah-ii, VN luong-cuong @ 2026-02-04"],
    ),
    (
        "Tháng 9/2023, Tổng Bí thư Nguyễn Phú Trọng chủ trì lễ đón Tổng thống Mỹ Joe Biden thăm cấp nhà nước Việt Nam.",
        ["visit held: US joe-biden, VN nguyen-phu-trong @ 2023-09"],
    ),
    ("Tổng thống Mỹ Donald Trump bắt đầu công du ba nước Trung Đông.", ["visit ongoing: US donald-trump"]),
]
ROLES = [
    ("Thủ tướng Lào Sonexay Siphandone thăm chính thức Thái Lan.", {"LA": "guest", "TH": "host"}),
    ("Chuyến thăm Trung Quốc của Tổng thống Pháp Emmanuel Macron đã khép lại.", {"FR": "guest", "CN": "host"}),
    ("Nhật Bản trải thảm đỏ đón Tổng thống Mỹ Donald Trump.", {"US": "guest", "JP": "host"}),
    ("Vua Anh Charles III mời Tổng thống Mỹ Donald Trump thăm Anh.", {"US": "guest", "GB": "host"}),
]


@pytest.mark.parametrize(("text", "wanted"), VISITS + INSIDE + BESIDE_SOMETHING)
def test_visit(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_guest_and_host(text: str, roles: dict[str, str]) -> None:
    (contact,) = reading_of(text).contacts
    assert {p.country: p.role for p in contact.participants} == roles
