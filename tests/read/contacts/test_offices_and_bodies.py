"""Contacts of bodies: summoned ambassadors, sessions of organisations, dialogues of two countries, parties, armies."""

import pytest
from told import PUBLISHED, contacts_told, ordered

SUMMONED = [
    ("Nhật Bản triệu tập Đại sứ Trung Quốc để phản đối vụ tàu hải cảnh.", ["contact held: JP, CN"]),
    (
        "Bộ Ngoại giao Ba Lan ngày 2/2 triệu tập đại biện lâm thời Nga sau vụ máy bay lạ.",
        ["contact held: PL, RU @ 2026-02-02"],
    ),
    ("Iran triệu tập các đại sứ Anh, Pháp và Đức.", ["contact held: IR, GB, FR, DE"]),
    ("Đại sứ Mỹ tại Đan Mạch bị triệu tập đến Bộ Ngoại giao.", ["contact held: US, DK"]),
    ("Tòa án Seoul triệu tập cựu Tổng thống Yoon Suk Yeol.", []),
]
SESSIONS = [
    ("Vụ máy bay không người lái khiến NATO họp khẩn.", ["meeting held: NATO"]),
    ("Hội đồng Bảo an Liên Hợp Quốc họp khẩn về Iran.", ["meeting held: UN"]),
    ("Các ngoại trưởng ASEAN họp tại Kuala Lumpur.", ["meeting held: ASEAN, MY"]),
    ("Ngoại trưởng G7 nhóm họp tại Canada.", ["meeting held: G7, CA"]),
    ("NATO sẽ họp khẩn sau vụ tiêm kích Nga bay vào Estonia.", ["meeting planned: NATO"]),
    ("EU họp báo về thuế thép.", []),
]
SUMMITS = [
    ("Hội nghị Cấp cao ASEAN do Malaysia chủ trì vừa khai mạc.", ["summit held: ASEAN, MY"]),
    (
        "= Copenhagen cấm drone khi đăng cai hội nghị thượng đỉnh EU\nĐan Mạch lo máy bay lạ.",
        ["summit planned: EU, DK"],
    ),
    (
        "Bài phát biểu của Thủ tướng Ấn Độ Narendra Modi tại thượng đỉnh G20 kéo dài mười phút.",
        ["summit held: IN narendra-modi, G20"],
    ),
    (
        "Thủ tướng Phạm Minh Chính nêu ba bảo đảm tại hội nghị thượng đỉnh G20.",
        ["summit held: VN pham-minh-chinh, G20"],
    ),
]
AHEAD = [
    (
        "Chuyến thăm Pháp sắp tới của Tổng thống Brazil Lula da Silva là chuyến thứ ba.",
        ["visit planned: BR luiz-inacio-lula-da-silva, FR"],
    ),
    (
        "Bộ trưởng Nguyễn Hồng Diên đàm phán thuế đối ứng Việt - Mỹ.",
        ["talks ongoing: VN nguyen-hong-dien, US"],
    ),
]
DIALOGUES = [
    (
        "Tại Hà Nội đã diễn ra đối thoại cấp thứ trưởng ngoại giao Việt Nam - Úc lần thứ 5.",
        ["talks held: VN, AU"],
    ),
    (
        "Thứ trưởng Hoàng Xuân Chiến và ông Rajesh Kumar Singh, Thư ký Quốc phòng Ấn Độ, chủ trì Đối thoại chính sách "
        "quốc phòng Việt Nam - Ấn Độ.",
        ["talks held: VN hoang-xuan-chien, IN rajesh-kumar-singh"],
    ),
    (
        "Tại Vientiane đã diễn ra cuộc gặp giữa Đảng Cộng sản Việt Nam và Đảng Nhân dân Cách mạng Lào do Tổng Bí thư "
        "Tô Lâm và Tổng Bí thư Lào Thongloun Sisoulith đồng chủ trì.",
        ["meeting held: VN to-lam, LA thongloun-sisoulith"],
    ),
    (
        "Tổng Bí thư Tô Lâm sẽ thăm Campuchia và đồng chủ trì cuộc gặp cấp cao giữa Đảng Cộng sản Việt Nam và Đảng "
        "Nhân dân Campuchia.",
        ["visit planned: VN to-lam, KH", "meeting planned: VN to-lam, KH"],
    ),
]
AT_THE_UN = [
    ("Pháp và Anh phản đối Nga khi họp Hội đồng Bảo an.", ["meeting held: FR, GB, RU, UN"]),
    ("Nhật Bản kêu gọi họp khẩn Hội đồng Bảo an Liên hợp quốc.", ["meeting proposed: JP, UN"]),
    ("Cuộc gặp cấp cao của APEC diễn ra tại Hàn Quốc.", ["summit held: APEC, KR"]),
    ("NATO tại cuộc gặp cấp cao sắp tới sẽ bàn về chi tiêu quốc phòng của Tây Ban Nha.", ["summit planned: NATO"]),
]
TWO_TABLES = [
    (
        "Ông Trump đề xuất cuộc gặp ba bên Trump - Putin - Zelensky chỉ vài ngày sau thượng đỉnh Alaska.",
        "2025-08-20",
        [
            "summit proposed: US donald-trump, RU vladimir-putin, UA volodymyr-zelensky",
            "summit held: US donald-trump, RU vladimir-putin",
        ],
    ),
    ("Nhiều bất đồng còn trên bàn đàm phán Ấn Độ - EU.", "2025-12-01", ["talks ongoing: IN, EU"]),
]
CHAIRED = [
    (
        "Bộ trưởng Quốc phòng Úc Richard Marles và Bộ trưởng Quốc phòng Nhật Bản Shinjiro Koizumi đồng chủ trì "
        "đối thoại chiến lược.",
        "2026-02-05",
        ["talks held: AU richard-marles, JP shinjiro-koizumi"],
    ),
    (
        "Hội nghị ngoại trưởng ASEAN bàn về xung đột Thái Lan - Campuchia khai mạc tại Kuala Lumpur.",
        "2025-12-22",
        ["meeting ongoing: ASEAN, KH, TH, MY"],
    ),
    ("Phái đoàn Mỹ, Nga và Ukraine đang ở Abu Dhabi để đàm phán.", "2026-01-24", ["talks ongoing: US, RU, UA"]),
    (
        "Sau khi Ukraine dừng đàm phán hòa bình, Nga cho rằng Kiev sẽ phải trở lại bàn đàm phán.",
        "2025-11-13",
        ["talks cancelled: RU, UA", "talks proposed: RU, UA"],
    ),
]
HOSTS_OF_FORUMS = [
    (
        "Tới Kuala Lumpur, Tổng thống Brazil Luiz Inacio Lula da Silva dự một phiên thảo luận tại hội nghị ASEAN.",
        "2025-10-27",
        ["summit ongoing: BR luiz-inacio-lula-da-silva, ASEAN, MY"],
    ),
    (
        "Nam Phi siết an ninh trước thềm hội nghị thượng đỉnh G20.",
        "2025-11-18",
        ["summit planned: G20, ZA"],
    ),
    (
        "Bộ Ngoại giao Hàn Quốc chỉ trích Triều Tiên bên lề thượng đỉnh G7.",
        "2025-06-16",
        ["summit ongoing: KR, KP, G7"],
    ),
    (
        "Tổng thống Mỹ Donald Trump dọa hủy cuộc gặp Chủ tịch Trung Quốc Tập Cận Bình bên lề hội nghị APEC.",
        "2025-10-12",
        [
            "meeting hypothetical: US donald-trump, CN xi-jinping",
            "summit planned: US donald-trump, CN xi-jinping, APEC",
        ],
    ),
    ("Hội nghị khách hàng ASEAN của công ty khai mạc tại Singapore.", "2025-10-12", []),
]
PARTIES_AND_ARMIES = [
    ("Chủ tịch nước tiếp Chủ nhiệm Tổng cục Chính trị QĐND Lào.", ["meeting held: VN luong-cuong, LA"]),
    ("Chủ tịch nước tiếp Tổng tham mưu trưởng Quân đội nhân dân Lào.", ["meeting held: VN luong-cuong, LA"]),
    ("Tổng Bí thư tiếp đoàn đại biểu Đảng Cộng sản Nhật Bản.", ["meeting held: VN to-lam, JP"]),
    (
        "Thủ tướng Phạm Minh Chính tiếp Trưởng ban Tổ chức Trung ương Đảng Nhân dân Cách mạng Lào.",
        ["meeting held: VN pham-minh-chinh, LA"],
    ),
]
COUNTERPARTS = [
    (
        "Thủ tướng Malaysia Anwar Ibrahim điện đàm với hai người đồng cấp Campuchia và Singapore.",
        ["phone-call held: MY anwar-ibrahim, KH hun-manet", "phone-call held: MY anwar-ibrahim, SG lawrence-wong"],
    ),
    (
        "= Ngoại trưởng Trung Quốc gặp người đồng cấp Campuchia, Nga\nHai bên nói về biên giới.",
        ["meeting held: CN wang-yi, KH prak-sokhonn, RU sergei-lavrov"],
    ),
]
REACTIONS = [
    (
        "Nhật Bản hài lòng về cách ông Trump nói về cuộc gặp với ông Tập.",
        ["meeting held: US donald-trump, CN xi-jinping"],
    ),
    ("Khả năng đàm phán giữa Nga và Ukraine bị đặt dấu hỏi.", ["talks hypothetical: RU, UA"]),
]
ALL = [*SUMMONED, *SESSIONS, *AT_THE_UN, *SUMMITS, *AHEAD, *DIALOGUES, *PARTIES_AND_ARMIES, *COUNTERPARTS, *REACTIONS]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=lambda v: str(v)[:40])
def test_what_bodies_do(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


@pytest.mark.parametrize(
    ("text", "published", "wanted"), HOSTS_OF_FORUMS + TWO_TABLES + CHAIRED, ids=lambda v: str(v)[:40]
)
def test_on_a_day(text: str, published: str, wanted: list[str]) -> None:
    assert contacts_told(text, published, wanted) == ordered(wanted)
