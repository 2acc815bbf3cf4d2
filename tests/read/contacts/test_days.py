"""Days that stand in another clause, in front of phrases, or behind titles: whose they are."""

import pytest
from told import PUBLISHED, contacts_told, ordered

OF_ANOTHER_CLAUSE = [
    (
        "Tổng thống Pháp Emmanuel Macron thông báo ông sẽ thăm Ấn Độ vào tháng 4 và Thủ tướng Ấn Độ Narendra Modi "
        "sẽ thăm "
        "Pháp vào tháng 9.",
        ["visit planned: FR emmanuel-macron, IN @ 2026-04", "visit planned: IN narendra-modi, FR @ 2026-09"],
    ),
    (
        "Ông Macron mời Thủ tướng Anh Keir Starmer tới Nice, nơi ông sẽ gặp Tổng thống Ukraine Volodymyr Zelensky ngày "
        "12/2.",
        [
            "visit invited: FR emmanuel-macron, GB keir-starmer",
            "meeting planned: FR emmanuel-macron, UA volodymyr-zelensky @ 2026-02-12",
        ],
    ),
    (
        "Giá vàng hôm nay tăng khi ông Trump dọa áp thuế sau cuộc gặp với Thủ tướng Canada Mark Carney.",
        ["meeting held: US donald-trump, CA mark-carney"],
    ),
    (
        "Nhân dịp tham dự Hội nghị thượng đỉnh G20 tại Nam Phi, ngày 3/2, Thủ tướng Anh Keir Starmer đã có các "
        "cuộc gặp, "
        "tiếp xúc với lãnh đạo các nước.",
        ["summit ongoing: GB keir-starmer, G20, ZA", "meeting held: GB keir-starmer @ 2026-02-03"],
    ),
]
OF_THE_DEPARTURE = [
    (
        "Tối 4/2, Thủ tướng Ấn Độ Narendra Modi rời New Delhi lên đường tới Brazil tham dự Hội nghị cấp cao BRICS "
        "lần thứ "
        "18 từ ngày 5 - 7/2.",
        [
            "visit held: IN narendra-modi, BR @ 2026-02-04",
            "summit planned: IN narendra-modi, BRICS, BR @ 2026-02-05/2026-02-07",
        ],
    ),
]
FURTHER_AWAY = [
    (
        "Đó là thông tin được Bộ trưởng Quốc phòng Nhật Bản Shinjiro Koizumi đưa ra tại cuộc hội đàm với ông Pete "
        "Hegseth, "
        "Bộ trưởng Quốc phòng Mỹ, vào chiều 3/2.",
        ["meeting held: JP shinjiro-koizumi, US pete-hegseth @ 2026-02-03"],
    ),
    (
        "Chiều 3/2, kết thúc các hoạt động tiếp xúc và làm việc tại Bỉ, Thủ tướng Canada Mark Carney đã hội kiến Tổng "
        "thống Pháp Emmanuel Macron.",
        ["visit held: CA mark-carney, BE", "meeting held: CA mark-carney, FR emmanuel-macron @ 2026-02-03"],
    ),
]
OF_THE_DAY_SPOKEN_OF = [
    (
        "Cuộc hội đàm giữa Thủ tướng Anh Keir Starmer và Tổng thống Pháp Emmanuel Macron diễn ra ngày 29/1. Ông "
        "Starmer nhắc tới cuộc điện đàm với Tổng thống Mỹ Donald Trump một ngày trước.",
        [
            "meeting held: GB keir-starmer, FR emmanuel-macron @ 2026-01-29",
            "phone-call held: GB keir-starmer, US donald-trump @ 2026-01-28",
        ],
    ),
]
OF_BOTH = [
    (
        "Ông Macron sẽ đến Brazil tuần tới để gặp Tổng thống Luiz Inacio Lula da Silva.",
        [
            "visit planned: FR emmanuel-macron, BR @ 2026-02-09/2026-02-15",
            "meeting planned: FR emmanuel-macron, BR luiz-inacio-lula-da-silva @ 2026-02-09/2026-02-15",
        ],
    ),
    (
        "Thông tin được ông Macron đưa ra tại cuộc hội đàm với Thủ tướng Anh Keir Starmer, tại London sáng nay 5-2.",
        ["meeting held: FR emmanuel-macron, GB keir-starmer @ 2026-02-05"],
    ),
    (
        "= Ông Macron gặp Thủ tướng Anh Keir Starmer tuần tới\nCuộc gặp giữa Tổng thống Pháp Emmanuel Macron và ông "
        "Starmer sẽ diễn ra ngày 11/2.",
        ["meeting planned: FR emmanuel-macron, GB keir-starmer @ 2026-02-11"],
    ),
]
OF_THE_REFUSAL = [
    ("Hôm 2/2, Pakistan bác bỏ đề nghị đàm phán của Ấn Độ.", ["talks denied: IN, PK"]),
    ("Pakistan bác bỏ đề nghị đàm phán với Ấn Độ vào ngày 20/2.", ["talks denied: IN, PK @ 2026-02-20"]),
]
NO_DAYS = [
    (
        "Pakistan dừng đàm phán với Ấn Độ, sau khi máy bay rơi ở biên giới tuần trước.",
        ["talks cancelled: IN, PK"],
    ),
    ("Ông Macron bắt đầu công du bốn ngày tới Chile.", ["visit ongoing: FR emmanuel-macron, CL"]),
    ("Ông Macron kết thúc chuyến thăm ba ngày tới Chile.", ["visit held: FR emmanuel-macron, CL"]),
    ("Ấn Độ, Pakistan đàm phán ngày thứ 2 tại Doha.", ["talks held: IN, PK"]),
    ("Ấn Độ và Canada hạ nhiệt nửa năm qua, với bốn vòng đàm phán.", ["talks held: IN, CA"]),
]


@pytest.mark.parametrize(
    ("text", "wanted"), OF_ANOTHER_CLAUSE + OF_THE_DEPARTURE + FURTHER_AWAY + OF_THE_DAY_SPOKEN_OF + NO_DAYS
)
def test_whose_day_it_is(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
