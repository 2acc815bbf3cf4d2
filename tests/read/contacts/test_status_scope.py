"""How far the words of a status reach: what is only possible, feared, furthered, broken off or given away."""

import pytest
from told import PUBLISHED, contacts_told, ordered

MACRON_STARMER = "FR emmanuel-macron, GB keir-starmer"
MODI_XI = "IN narendra-modi, CN xi-jinping"

POSSIBLE = [
    ("Ông Macron có thể gặp Thủ tướng Anh Keir Starmer tại Brussels.", [f"meeting hypothetical: {MACRON_STARMER}"]),
    ("Ông Macron nói có thể gặp Thủ tướng Anh Keir Starmer.", [f"meeting proposed: {MACRON_STARMER}"]),
    ("Ông Macron hy vọng có thể gặp Thủ tướng Anh Keir Starmer.", [f"meeting proposed: {MACRON_STARMER}"]),
    ("London không loại trừ cuộc gặp giữa ông Starmer và ông Macron.", [f"meeting hypothetical: {MACRON_STARMER}"]),
    (
        "Giới phân tích bàn về triển vọng đàm phán giữa Ấn Độ và Pakistan.",
        ["talks hypothetical: IN, PK"],
    ),
    ("Ông Starmer đánh giá triển vọng đàm phán giữa Ấn Độ và Pakistan.", ["talks hypothetical: IN, PK"]),
    (
        "Cuộc gặp giữa Thủ tướng Ấn Độ Modi và ông Tập Cận Bình có thể diễn ra vào tuần sau.",
        [f"meeting hypothetical: {MODI_XI} @ 2026-02-09/2026-02-15"],
    ),
    (
        "Ông Starmer nhắc đến khả năng tổ chức cuộc gặp với Tổng thống Pháp Emmanuel Macron.",
        [f"meeting proposed: {MACRON_STARMER}"],
    ),
    (
        "Năng lượng là vấn đề có thể được nêu trong cuộc gặp giữa ông Modi và ông Tập Cận Bình.",
        [f"meeting planned: {MODI_XI}"],
    ),
    (
        "Cuộc gặp giữa Thủ tướng Ấn Độ Modi và ông Tập Cận Bình có thể kéo dài hai tiếng.",
        [f"meeting planned: {MODI_XI}"],
    ),
    (
        "Cuộc gặp giữa Thủ tướng Ấn Độ Modi và ông Tập Cận Bình có thể bị hoãn.",
        [f"meeting hypothetical: {MODI_XI}"],
    ),
    (
        "Cuộc gặp giữa Thủ tướng Ấn Độ Modi và ông Tập Cận Bình có thể diễn ra ở Delhi.",
        [f"meeting hypothetical: {MODI_XI}"],
    ),
]
EXPECTED = [
    (
        "Giới đầu tư lo lắng về cuộc gặp giữa ông Modi và ông Tập Cận Bình.",
        [f"meeting planned: {MODI_XI}"],
    ),
    ("Giới đầu tư lo ngại sau cuộc gặp giữa ông Modi và ông Tập Cận Bình.", [f"meeting held: {MODI_XI}"]),
    ("Giới đầu tư lo ngại đàm phán giữa Ấn Độ và Trung Quốc đổ vỡ.", ["talks held: IN, CN"]),
    (
        "Cuộc gặp giữa Thủ tướng Ấn Độ Modi và ông Tập Cận Bình hứa hẹn mở ra nhiều hợp tác.",
        [f"meeting planned: {MODI_XI}"],
    ),
    ("Báo chí bàn về nội dung vòng đàm phán lần tới giữa Ấn Độ và Trung Quốc.", ["talks planned: IN, CN"]),
    ("Delhi mong chờ cuộc gặp giữa ông Modi và ông Tập Cận Bình.", [f"meeting proposed: {MODI_XI}"]),
    (
        "Cảnh sát lập chốt chặn để giữ an toàn cho các cuộc gặp giữa ông Modi và ông Tập Cận Bình.",
        [f"meeting planned: {MODI_XI}"],
    ),
]
UNDER_WAY = [
    ("Bà Takaichi cử trợ lý thúc đẩy hòa đàm giữa Thái Lan và Campuchia.", ["talks ongoing: TH, KH"]),
    ("Vụ nổ có thể cản trở đàm phán giữa Thái Lan và Campuchia.", ["talks ongoing: TH, KH"]),
    ("Bà Takaichi thúc đẩy Thái Lan và Campuchia đàm phán.", ["talks proposed: TH, KH"]),
    ("Bà Takaichi thúc đẩy cuộc gặp giữa Thái Lan và Campuchia.", ["meeting proposed: TH, KH"]),
    ("Đàm phán giữa Thái Lan và Campuchia đang tạm dừng.", ["talks ongoing: TH, KH"]),
    ("Đàm phán giữa Thái Lan và Campuchia đã bị hủy.", ["talks cancelled: TH, KH"]),
    ("Thái Lan muốn tiếp tục đàm phán với Campuchia.", ["talks proposed: TH, KH"]),
    ("Thái Lan tiếp tục đàm phán với Campuchia.", ["talks ongoing: TH, KH"]),
]
HAPPENED = [
    (
        "Ông Macron tạm dừng cuộc họp với ông Starmer để gọi cho Thủ tướng Đức Friedrich Merz.",
        [f"meeting held: {MACRON_STARMER}", "phone-call held: FR emmanuel-macron, DE friedrich-merz"],
    ),
    ("Ông Macron hoãn cuộc họp với ông Starmer.", [f"meeting cancelled: {MACRON_STARMER}"]),
    (
        "Ông Starmer đến tòa để khai về vụ rò rỉ nội dung điện đàm với ông Macron.",
        [f"phone-call held: {MACRON_STARMER}"],
    ),
    (
        "Ông Starmer cam kết Anh sẽ hỗ trợ cứu nạn, khi hội đàm với Tổng thống Pháp Emmanuel Macron.",
        [f"meeting held: {MACRON_STARMER}"],
    ),
]

LESS_THAN_ALL = [  # a word that is about the purpose, the wish or the visit, and not about the contact
    (
        "Paris bác tin ông Starmer sẽ đến Pháp chỉ để bàn về nghề cá.",
        ["visit planned: GB keir-starmer, FR"],
    ),
    ("Paris bác tin ông Starmer sẽ đến Pháp.", ["visit denied: GB keir-starmer, FR"]),
    ("Bà Takaichi dọa rút nếu đàm phán giữa Thái Lan và Campuchia không tiến triển.", ["talks held: TH, KH"]),
    ("Bà Takaichi dọa rút nếu Thái Lan và Campuchia không đàm phán.", ["talks denied: TH, KH"]),
    (
        "Chuyến thăm Pháp của ông Starmer được kỳ vọng mở ra nhiều hợp tác.",
        ["visit held: GB keir-starmer, FR"],
    ),
    ("Ông Starmer thăm Pháp vào cuối năm nay.", ["visit planned: GB keir-starmer, FR @ 2026+late"]),
]


PLANNED_WITH_IT = [  # the plan reaches the summit at which they will meet
    (
        "Ông Macron và ông Modi tính gặp nhau ba lần trong năm nay, kể cả tại hội nghị G20 ở Miami.",
        [
            "meeting planned: FR emmanuel-macron, IN narendra-modi @ 2026",
            "summit planned: FR emmanuel-macron, IN narendra-modi, G20, US",
        ],
    ),
    (
        "Ông Macron tính thăm Ấn Độ.",
        ["visit planned: FR emmanuel-macron, IN"],
    ),
    (
        "Ông Macron tính gặp ông Modi, trong đó có cuộc gặp bên lề hội nghị G20.",
        [
            "meeting planned: FR emmanuel-macron, IN narendra-modi",
            "summit planned: FR emmanuel-macron, IN narendra-modi, G20",
        ],
    ),
    (
        "Cuộc gặp mang tính lịch sử giữa ông Macron và ông Modi đã khép lại.",
        ["meeting held: FR emmanuel-macron, IN narendra-modi"],
    ),
]
DOUBTED = [
    (
        "Việc ông Macron và ông Modi gặp nhau là điều khó xảy ra.",
        ["meeting hypothetical: FR emmanuel-macron, IN narendra-modi"],
    ),
    (
        "Ông Macron và ông Modi có gặp nhau hay không vẫn chưa rõ.",
        ["meeting hypothetical: FR emmanuel-macron, IN narendra-modi"],
    ),
    (
        "Ông Macron và ông Modi gặp nhau, không rõ có ký kết hay không.",
        ["meeting held: FR emmanuel-macron, IN narendra-modi"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), LESS_THAN_ALL + POSSIBLE + EXPECTED + UNDER_WAY + HAPPENED + PLANNED_WITH_IT + DOUBTED
)
def test_how_far_it_reaches(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


def test_a_third_who_stays_away_calls_nothing_off() -> None:
    text = "Ông Macron không tham gia cuộc gặp giữa Thái Lan và Campuchia hôm 2/2."
    wanted = ["meeting held: TH, KH @ 2026-02-02"]
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
