"""Letters that are carried, several senders, calls for a purpose, talks about a place, calls back to the table."""

import pytest
from told import PUBLISHED, contacts_told, ordered

LETTERS = [
    (
        "Đặc phái viên Nga đến Bình Nhưỡng, mang theo thư của Tổng thống Putin gửi lãnh đạo Kim Jong-un.",
        ["visit ongoing: RU, KP", "letter held: RU vladimir-putin, KP kim-jong-un"],
    ),
    ("Bức thư ông Zelensky gửi ông Trump.", ["letter held: UA volodymyr-zelensky, US donald-trump"]),
    (
        "Thủ tướng Israel chuyển thư của ông Trump cho Tổng thống Herzog.",
        ["letter held: US donald-trump, IL isaac-herzog"],
    ),
    (
        "Tổng thống Nga Vladimir Putin; Chủ tịch Trung Quốc Tập Cận Bình đã gửi điện mừng Tổng Bí thư Tô Lâm.",
        ["letter held: RU vladimir-putin, VN to-lam", "letter held: CN xi-jinping, VN to-lam"],
    ),
    (
        "Chủ tịch Trung Quốc Tập Cận Bình và Tổng thống Nga Vladimir Putin gửi điện mừng tới Tổng Bí thư Tô Lâm.",
        ["letter held: RU vladimir-putin, VN to-lam", "letter held: CN xi-jinping, VN to-lam"],
    ),
    ("Đang trong tù ở Pháp, cựu tổng thống Libya gửi thư cho Tổng thống Mỹ Donald Trump.", []),
    ("Bức thư của người mẹ gửi con gái ở Pháp.", []),
    (
        "Trong điện mừng, Thủ tướng Nhật Bản Sanae Takaichi ca ngợi Tổng thống Hàn Quốc Lee Jae-myung.",
        ["letter held: JP sanae-takaichi, KR lee-jae-myung"],
    ),
    (
        "Tổng thống Colombia Gustavo Petro viết thư gửi Tổng thư ký Liên hợp quốc Antonio Guterres.",
        ["letter held: CO gustavo-petro, UN antonio-guterres"],
    ),
    ("Trong thư, ông Trump nhắc lại các cam kết của mình.", []),
]
CALLS = [
    (
        "Ông Trump nói sẽ gọi điện để ngăn giao tranh giữa Ấn Độ và Pakistan.",
        ["phone-call planned: US donald-trump, IN, PK"],
    ),
    (
        "= Ông Macron sẽ gọi điện để chấm dứt xung đột Iran - Israel\n"
        "Ông Macron sẽ điện đàm với lãnh đạo Iran và Israel.",
        ["phone-call planned: FR emmanuel-macron, IR", "phone-call planned: FR emmanuel-macron, IL"],
    ),
]
TABLE = [
    (
        "Ngoại trưởng Malaysia cho rằng ưu tiên của Campuchia và Thái Lan là ngừng bắn, quay lại bàn đối thoại.",
        ["talks proposed: KH, TH"],
    ),
    ("Israel sẽ bắt đầu đàm phán nhằm đưa toàn bộ con tin ở Gaza về nhà.", ["talks planned: IL, HAMAS"]),
    ("Thủ tướng Israel Benjamin Netanyahu muốn nối lại đàm phán Gaza.", ["talks proposed: IL, HAMAS"]),
    ("Điện Kremlin: Ông Putin muốn tiếp tục gặp ông Trump.", ["meeting proposed: RU vladimir-putin, US donald-trump"]),
]
NO_VISITS = [
    ("Nga và Ukraine mời Nga và Ukraine thăm.", ["visit invited: RU, UA"]),
    ("Tổng thống Mỹ Donald Trump bổ nhiệm một đặc phái viên tới Greenland.", []),
    ("Lãnh đạo Triều Tiên thăm nhà máy thép gần biên giới Nga.", []),
    ("Thủ tướng Phần Lan thăm đồn biên phòng sát biên giới Nga.", []),
]
ALL = [*LETTERS, *CALLS, *TABLE, *NO_VISITS]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=lambda v: str(v)[:40])
def test_letters_calls_and_tables(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
