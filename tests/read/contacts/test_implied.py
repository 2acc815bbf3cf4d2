"""Parties that the words leave out: of a war's peace talks, behind "ông", where several are met at once."""

import pytest
from told import PUBLISHED, contacts_told, ordered

WARS = [
    (
        "Thủ tướng Israel Benjamin Netanyahu muốn nối lại đàm phán Gaza trước tháng lễ Ramadan.",
        ["talks proposed: IL, HAMAS"],
    ),
    ("Nga tuyên bố vẫn muốn đàm phán hòa bình sau loạt không kích vào Kiev.", ["talks proposed: RU, UA"]),
    (
        "Điện Kremlin cho biết Mỹ đang giúp Nga và Ukraine tiến tới hòa bình, nhưng đàm phán hòa bình còn chậm.",
        ["talks ongoing: RU, UA"],
    ),
    ("Nga chỉ trích châu Âu xen vào đàm phán.", ["talks ongoing: RU, EU"]),
    ("Ukraine chuẩn bị phương án mới sau đàm phán Geneva.", []),
    ("Nghệ thuật đàm phán của ông Trump khiến Nga bất ngờ.", []),
]
QUALIFIED = [
    (
        "Tổng thống Mỹ Donald Trump nâng thuế với hàng hóa Canada và đình chỉ đàm phán thương mại.",
        ["talks cancelled: US, CA"],
    ),
    ("Người Nhật Bản lo giá gạo tăng sau khi chính phủ Mỹ mở đàm phán.", []),
]
PRONOUNS = [
    (
        "Tổng thống Pháp Emmanuel Macron chạy bộ trong công viên khi ông đến Bắc Kinh.",
        ["visit ongoing: FR emmanuel-macron, CN"],
    ),
    (
        "Tổng thống Mỹ Donald Trump cho biết giới lãnh đạo Iran đã gọi điện cho ông hôm 3/2.",
        ["phone-call held: IR, US donald-trump @ 2026-02-03"],
    ),
    ('Bà Takaichi kể rằng ông Trump nói "tôi có thể gọi cho ông bất cứ lúc nào".', []),
]
MANY = [
    (
        "Thủ tướng Ấn Độ Narendra Modi đã gặp lãnh đạo nhiều nước bên lề hội nghị ở Nam Phi.",
        ["meeting held: IN narendra-modi"],
    ),
    (
        "Ông Modi gặp Tổng thống Brazil Luiz Inacio Lula da Silva và lãnh đạo nhiều nước.",
        ["meeting held: IN narendra-modi, BR luiz-inacio-lula-da-silva"],
    ),
    (
        "Tổng thống Mỹ Donald Trump vừa lên đường công du Trung Đông.",
        ["visit ongoing: US donald-trump"],
    ),
    ("Chính quyền Mỹ sẽ đàm phán thuế quan với các nước vào tuần tới.", ["talks planned: US @ 2026-02-09/2026-02-15"]),
]
CALLS_AND_LETTERS = [
    (
        "Thủ tướng Malaysia Anwar Ibrahim sẽ gọi điện để ngăn xung đột Thái Lan - Campuchia.",
        ["phone-call planned: MY anwar-ibrahim, TH, KH"],
    ),
    (
        "Tổng thống Mỹ Donald Trump công bố tin nhắn riêng từ Tổng thống Pháp Emmanuel Macron và Tổng thư ký NATO "
        "Mark Rutte.",
        ["letter held: US donald-trump, FR emmanuel-macron", "letter held: US donald-trump, NATO mark-rutte"],
    ),
]
LIKEWISE = [
    (
        "Ngày 4/2, Thủ tướng Nhật Bản Sanae Takaichi điện đàm với Thủ tướng Ấn Độ Narendra Modi, ngoại trưởng hai nước "
        "cũng có cuộc trao đổi.",
        [
            "phone-call held: JP sanae-takaichi, IN narendra-modi @ 2026-02-04",
            "phone-call held: JP toshimitsu-motegi, IN s-jaishankar @ 2026-02-04",
        ],
    ),
]
GATHERINGS = [
    ("Các ngoại trưởng ASEAN họp tại Kuala Lumpur sáng 3/2.", ["meeting held: ASEAN, MY @ 2026-02-03"]),
    ("Phái đoàn Ukraine tới Mỹ để thảo luận về ngừng bắn.", ["visit ongoing: UA, US", "talks planned: UA, US"]),
    (
        "Bộ trưởng Quốc phòng Nhật Bản Shinjiro Koizumi đến chào Tổng Bí thư Tô Lâm chiều 4/2.",
        ["meeting held: JP shinjiro-koizumi, VN to-lam @ 2026-02-04"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), WARS + QUALIFIED + PRONOUNS + MANY + CALLS_AND_LETTERS + LIKEWISE + GATHERINGS
)
def test_parties_left_out(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
