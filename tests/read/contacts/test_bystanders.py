"""Who only speaks, sends, looks on or stands near: parties that the nearest words would get wrong."""

import pytest
from told import PUBLISHED, contacts_told, ordered

SPEAKERS = [  # who tells of a summit does not attend it
    (
        "Đức cho biết Thủ tướng Ấn Độ Narendra Modi sẽ tham dự hội nghị thượng đỉnh G7.",
        ["summit planned: IN narendra-modi, G7"],
    ),
    (
        "Thủ tướng Úc Anthony Albanese gây chú ý vì bắt tay phóng viên bên lề Hội nghị Thượng đỉnh ASEAN.",
        ["summit ongoing: ASEAN, AU anthony-albanese"],
    ),
]
SENT = [  # a government and an envoy are not the leader who has them
    ("Chính quyền ông Trump nối lại đàm phán với Canada.", ["talks ongoing: US, CA"]),
    ("Tổng thống Hàn Quốc Lee Jae-myung cử đặc phái viên sang Ấn Độ.", ["visit ongoing: KR, IN"]),
    (
        "Ba Lan tìm cách giúp cho ông Zelensky gặp Thủ tướng Slovakia Robert Fico.",
        ["meeting proposed: UA volodymyr-zelensky, SK robert-fico"],
    ),
    ("Tổng thống Pháp mời Thủ tướng Ý Giorgia Meloni ngồi chung xe tới sân vận động ở Paris.", []),
]
WITNESSES = [
    (
        "Tổng thống Mỹ Donald Trump chứng kiến lễ ký kết hiệp định hòa bình giữa Rwanda và Burundi.",
        ["meeting held: US donald-trump, RW, BI"],
    ),
    (
        "Tổng thống Mỹ Donald Trump chứng kiến Rwanda và Burundi ký hòa ước.",
        ["meeting held: US donald-trump, RW, BI"],
    ),
    (
        "Rwanda và Burundi ký thỏa thuận hòa bình trước sự chứng kiến của Tổng thống Kenya William Ruto.",
        ["meeting held: KE william-ruto, RW, BI"],
    ),
    ("Thế giới chứng kiến Rwanda và Burundi giao tranh.", []),
]
ELSEWHERE = [  # another part of the sentence
    ("Pháp thay đại sứ tại Mỹ; phái đoàn Đan Mạch công du dài ngày.", []),
    ("Cuộc điện đàm của ông Macron diễn ra một ngày sau thượng đỉnh Nhật Bản - Ấn Độ.", ["summit held: JP, IN"]),
    (
        "Trung Quốc ngày 3/2 mua thêm đậu nành Brazil, ngay sau khi lãnh đạo hai nước có cuộc điện đàm.",
        ["phone-call held: CN, BR"],
    ),
    (
        "Thủ tướng Ấn Độ Narendra Modi gặp Tổng thống Pháp Emmanuel Macron và tiếp lãnh đạo nhiều nước.",
        ["meeting held: IN narendra-modi, FR emmanuel-macron", "meeting held: IN narendra-modi"],
    ),
    (
        "Tổng thống Nga Vladimir Putin sắp thăm chính thức Kenya, tham dự hội nghị thượng đỉnh BRICS và hoạt động song "
        "phương tại Ấn Độ.",
        [
            "visit planned: RU vladimir-putin, KE",
            "visit planned: RU vladimir-putin, IN",
            "summit planned: RU vladimir-putin, BRICS, IN",
        ],
    ),
    (
        "Rwanda và Burundi cam kết ngừng bắn sau cuộc gặp với ông Trump tại Nhà Trắng.",
        ["summit held: RW, BI, US donald-trump"],
    ),
]
OWN_SUMMITS = [  # a forum is no meeting of the two whom the article tells of
    (
        "Chiều 3/2, trong chương trình tham dự Tuần lễ cấp cao Diễn đàn Hợp tác kinh tế châu Á - Thái Bình Dương "
        "(APEC) 2026 tại thành phố Thâm Quyến, Trung Quốc, Thủ tướng Úc Anthony Albanese đã phát biểu.",
        ["summit ongoing: AU anthony-albanese, APEC, CN @ 2026-02-03"],
    ),
    (
        "Thủ tướng Đức Friedrich Merz tin chắc rằng quyết định sẽ được đưa ra tại hội nghị thượng đỉnh NATO.",
        ["summit planned: NATO"],
    ),
    (
        "Tổng thống Brazil Luiz Inacio Lula da Silva sẽ gặp Tổng thống Pháp Emmanuel Macron bên lề hội nghị thượng "
        "đỉnh G7.",
        [
            "meeting planned: BR luiz-inacio-lula-da-silva, FR emmanuel-macron",
            "summit planned: BR luiz-inacio-lula-da-silva, FR emmanuel-macron, G7",
        ],
    ),
]
SAME_COUNTRY = [
    (
        "Tổng thống Brazil Luiz Inacio Lula da Silva cho biết ông đã nhận lời mời của Thủ tướng Ấn Độ Narendra Modi "
        "sang thăm New Delhi vào tháng 4.",
        ["visit planned: BR luiz-inacio-lula-da-silva, IN narendra-modi @ 2026-04"],
    ),
    (
        "Thủ tướng Nhật Bản Sanae Takaichi dự kiến gặp Vua Charles III và hội đàm với Thủ tướng Anh Keir Starmer.",
        ["meeting planned: JP sanae-takaichi, GB charles-iii", "meeting planned: JP sanae-takaichi, GB keir-starmer"],
    ),
    (
        "Ngoại trưởng Pháp tiếp Ngoại trưởng Ấn Độ, cho rằng hai bên cần trao đổi thêm.",
        ["meeting held: FR jean-noel-barrot, IN s-jaishankar"],
    ),
    ("Tổng thống Hàn Quốc Lee Jae-myung cử một phái đoàn cấp cao về thương mại đến Canada.", ["visit ongoing: KR, CA"]),
    ("Đức hy vọng các cuộc đàm phán giữa Ấn Độ và Canada sẽ tiếp tục.", ["talks planned: IN, CA"]),
]
ONLINE = [
    (
        "Thủ tướng Anh Keir Starmer có cuộc họp online với Tổng thống Pháp Emmanuel Macron.",
        ["video-call held: GB keir-starmer, FR emmanuel-macron"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), SPEAKERS + SENT + WITNESSES + ELSEWHERE + OWN_SUMMITS + SAME_COUNTRY + ONLINE
)
def test_who_takes_part_and_who_does_not(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
