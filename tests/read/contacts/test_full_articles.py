"""What whole articles tell besides their news: lists of meetings, occasions, the way home, other pairs and rounds."""

import pytest
from told import PUBLISHED, contacts_told, ordered

LISTED_MEETINGS = [
    (  # each verb of the list has its own partner
        "Tại Luanda, Chủ tịch nước Lương Cường đã hội đàm với Tổng thống Angola Joao Lourenco, hội kiến Chủ tịch Quốc "
        "hội Angola Carolina Cerqueira, tiếp Bộ trưởng Ngoại giao Angola Tete Antonio.",
        [
            "meeting held: VN luong-cuong, AO joao-lourenco",
            "meeting held: VN luong-cuong, AO Carolina Cerqueira",
            "meeting held: VN luong-cuong, AO tete-antonio",
        ],
    ),
    (  # heads of institutions receive one after the other
        "Tổng Bí thư Tô Lâm đã hội kiến Thủ tướng Lào Sonexay Siphandone, Chủ tịch Quốc hội Lào Saysomphone "
        "Phomvihane.",
        [
            "meeting held: VN to-lam, LA sonexay-siphandone",
            "meeting held: VN to-lam, LA saysomphone-phomvihane",
        ],
    ),
    (
        "Ông Macron có cuộc gặp Thủ tướng Canada Mark Carney, tiếp Bộ trưởng Tài chính Canada Francois-Philippe "
        "Champagne tại Paris hôm 3/2.",
        [
            "meeting held: FR emmanuel-macron, CA mark-carney",
            "meeting held: FR emmanuel-macron, CA francois-philippe-champagne @ 2026-02-03",
        ],
    ),
]
OCCASIONS = [
    (  # who is called did not sit in the meeting before
        "Tổng thống Pháp Emmanuel Macron đã gọi điện cho Tổng thống Nga Vladimir Putin sau cuộc gặp với Thủ tướng Anh "
        "Keir Starmer.",
        [
            "phone-call held: FR emmanuel-macron, RU vladimir-putin",
            "meeting held: FR emmanuel-macron, GB keir-starmer",
        ],
    ),
    (  # the relations are between others
        "Thủ tướng Nhật Bản Sanae Takaichi thăm Ấn Độ từ ngày 4/2. Chuyến thăm diễn ra vào lúc quan hệ giữa Nhật Bản "
        "và Trung Quốc nguội lạnh.",
        ["visit held: JP sanae-takaichi, IN @ 2026-02-04"],
    ),
    (
        "Mỹ và Pháp ủng hộ việc tiếp tục đàm phán trực tiếp giữa các phái đoàn của Nga và Ukraine.",
        ["talks ongoing: RU, UA"],
    ),
]
PRONOUNS = [
    (  # "ông ấy" is never who is spoken to, also in a quotation
        "“Tôi vừa gọi cho Tổng thống Brazil Lula da Silva để thu xếp một cuộc gặp giữa ông ấy với Tổng thống Chile "
        "Jose Antonio Kast”, ông Macron nói.",
        [
            "meeting proposed: BR luiz-inacio-lula-da-silva, CL jose-antonio-kast",
            "phone-call held: BR luiz-inacio-lula-da-silva, FR emmanuel-macron",
        ],
    ),
]
WAY_HOME = [
    (
        "Tối 4/2, chuyên cơ chở Chủ tịch nước Lương Cường đã về đến Hà Nội, kết thúc chuyến thăm chính thức Angola.",
        ["visit held: VN luong-cuong, AO @ 2026-02-04"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED_MEETINGS + OCCASIONS + PRONOUNS + WAY_HOME)
def test_full_article(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
