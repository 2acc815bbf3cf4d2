"""What one side asks of another or hands over to it, what two discuss, and who presides over a signing."""

import pytest
from told import PUBLISHED, contacts_told, ordered

ASKED = [
    (
        "Tổng thống Hàn Quốc Lee Jae-myung đã đề nghị Thủ tướng Ấn Độ Narendra Modi gửi chuyên gia tới Seoul.",
        ["contact held: KR lee-jae-myung, IN narendra-modi"],
    ),
    (
        "Ông Macron được cho là đã khuyên Thủ tướng Ý Giorgia Meloni chờ thêm.",
        ["contact held: FR emmanuel-macron, IT giorgia-meloni"],
    ),
    (
        "Ai Cập và Qatar được cho là đã cảnh báo Israel về hậu quả.",
        ["contact held: EG, QA, IL"],
    ),
    (
        "Tổng thống Mỹ Donald Trump hoãn tăng thuế sau khi Tổng thống Mexico Claudia Sheinbaum đề nghị ông chờ.",
        ["contact held: US donald-trump, MX claudia-sheinbaum"],
    ),
    (
        "Thủ tướng Tây Ban Nha Pedro Sanchez xin lỗi Tổng thống Ba Lan vì sự cố ở sân bay.",
        ["contact held: ES pedro-sanchez, PL karol-nawrocki"],
    ),
    (  # who is asked is of the same side
        "Hai nhà lãnh đạo Đức và Pháp đã yêu cầu ngoại trưởng hai nước giữ liên lạc.",
        [],
    ),
    ("Thủ tướng Anh Keir Starmer kêu gọi Tổng thống Mỹ Donald Trump gây sức ép lên Nga.", []),
    ("Tổng thống Pháp Emmanuel Macron đã đề nghị Thủ tướng thành lập nội các mới.", []),
    (  # the day is of the meeting ahead
        "Trước cuộc gặp ngày 10/2, Tổng thống Phần Lan Alexander Stubb đã thuyết phục Thủ tướng Ý Giorgia Meloni ký.",
        [
            "contact held: FI alexander-stubb, IT giorgia-meloni",
            "meeting planned: FI alexander-stubb, IT giorgia-meloni @ 2026-02-10",
        ],
    ),
]
HANDED_OVER = [
    (
        "Sau khi Mỹ gửi dự thảo thỏa thuận 20 điểm cho Tehran, Moskva nói sẽ ủng hộ.",
        ["contact held: US, IR"],
    ),
    ("Nhật Bản cũng gửi thêm đề xuất thuế quan cho Canada.", ["contact held: JP, CA"]),
    ("Báo chí đăng bản dự thảo mà Ai Cập đã chuyển cho Israel.", ["contact held: EG, IL"]),
    ("Chính phủ Anh gửi kế hoạch chi tiêu cho quốc hội.", []),
]
DISCUSSED = [
    ("Đại diện Anh, Pháp và Ukraine thảo luận về lực lượng gìn giữ hòa bình.", ["talks held: GB, FR, UA"]),
    (
        "Thủ tướng Nhật Bản Sanae Takaichi và Thủ tướng Ý Giorgia Meloni bàn về công nghiệp quốc phòng.",
        ["meeting held: JP sanae-takaichi, IT giorgia-meloni"],
    ),
    ("Quốc hội Nhật Bản thảo luận về ngân sách quốc phòng.", []),
]
SIGNED = [
    (
        "Ông Trump muốn chủ trì lễ ký thỏa thuận hòa bình giữa Armenia và Azerbaijan.",
        ["meeting proposed: US donald-trump, AM, AZ"],
    ),
]
AGREED = [
    ("Ấn Độ và Pakistan vừa đạt được thỏa thuận về nguồn nước.", ["talks held: IN, PK"]),
    (
        "Ông Macron cho biết đã đạt được thỏa thuận với Thủ tướng Ý Giorgia Meloni về hạn ngạch đánh cá.",
        ["contact held: FR emmanuel-macron, IT giorgia-meloni"],
    ),
    ("Ấn Độ và Pakistan chưa đạt được thỏa thuận về nguồn nước.", []),
    ("Ông Macron chưa đạt được thỏa thuận với Thủ tướng Ý Giorgia Meloni.", []),
]
FORUMS = [
    (
        "Chủ tịch Hạ viện Indonesia Puan Maharani dự Đại hội đồng AIPA-47 ở Manila (Philippines).",
        ["summit held: ID puan-maharani, AIPA, PH"],
    ),
    (
        "Tổng thống Kenya William Ruto dự Phiên thảo luận chung Đại hội đồng Liên Hợp Quốc khóa 80 tại New York.",
        ["summit held: KE william-ruto, UN"],
    ),
    ("Tổng thống Kenya William Ruto dự lễ trao giải của Liên Hợp Quốc.", []),
    ("Tuyển bơi Indonesia dự Đại hội Thể thao ASEAN ở Thái Lan.", []),
    ("Hội đồng Bảo an họp khẩn theo yêu cầu của Latvia.", ["meeting held: UN, LV"]),
]
WELCOMED = [
    (
        "Ủy ban Mặt trận Tổ quốc thành phố hội đàm với đoàn đại biểu Ủy ban Mặt trận Lào ngày 3/2.",
        [],
    ),
    (
        "Đoàn đại biểu Quốc hội Hàn Quốc hội đàm với đoàn đại biểu Bộ Công an Lào ngày 3/2.",
        ["talks held: KR, LA @ 2026-02-03"],
    ),
    (
        "Phó Tổng thống Ấn Độ C. P. Radhakrishnan dự kỷ niệm Quốc khánh Ấn Độ tại Nepal.",
        ["visit ongoing: IN c-p-radhakrishnan, NP"],
    ),
    (
        "Tổng thống Brazil Lula da Silva được chào đón nồng nhiệt tại Jakarta.",
        ["visit held: BR luiz-inacio-lula-da-silva, ID"],
    ),
    ("Ông Vance đi Hungary vào tuần tới.", ["visit planned: US jd-vance, HU @ 2026-02-09/2026-02-15"]),
    (
        "Lãnh đạo Lào và Nhật Bản chia buồn với Hàn Quốc về vụ sập cầu.",
        ["letter held: LA, KR", "letter held: JP, KR"],
    ),
]
BY_NAME = [  # a bare side beside its leader
    (
        "Thủ tướng Ấn Độ Narendra Modi nói New Delhi sẽ mua thêm máy bay, trong cuộc gặp với Tổng thống Pháp "
        "Emmanuel Macron.",
        ["meeting held: IN narendra-modi, FR emmanuel-macron"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), ASKED + HANDED_OVER + DISCUSSED + SIGNED + AGREED + FORUMS + WELCOMED + BY_NAME
)
def test_who_was_in_touch(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
