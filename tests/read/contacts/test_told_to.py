"""What one side tells another without a word for a meeting, who denies a talk, signs beside a summit or is at home."""

import pytest
from told import PUBLISHED, contacts_told, ordered

TOLD = [
    (
        "Thủ tướng Anh Keir Starmer nói với người đồng cấp Israel rằng hàng viện trợ phải vào được Gaza.",
        ["contact held: GB keir-starmer, IL benjamin-netanyahu"],
    ),
    (
        "Ngoại trưởng Đức Johann Wadephul nói ông đã cảnh báo Iran rằng thời gian cho ngoại giao không còn nhiều.",
        ["contact held: DE johann-wadephul, IR"],
    ),
    ("Ông Trump nói với ông Putin trên mạng X rằng thời gian không còn nhiều.", []),
    ("Tổng thống Mỹ Donald Trump cảnh báo Iran không được làm giàu urani.", []),
    ("Thủ tướng Ấn Độ Narendra Modi nói với báo giới rằng Pakistan phải chịu trách nhiệm.", []),
    (
        "Tổng thống Lula da Silva thảo luận với ông Trump về cà phê. Ông Lula nói với ông Trump rằng thuế cao quá.",
        ["meeting held: BR luiz-inacio-lula-da-silva, US donald-trump"],
    ),
    (
        "Điện Kremlin phủ nhận tuyên bố của ông Trump rằng hai nhà lãnh đạo đã bàn về việc thả tù nhân.",
        ["contact denied: RU, US donald-trump"],
    ),
]
BESIDE = [
    (
        "Bên lề Hội nghị Cấp cao ASEAN tại Malaysia, Nhật Bản và Philippines đã ký thỏa thuận quốc phòng.",
        ["meeting held: JP, PH", "summit ongoing: ASEAN, MY"],
    ),
    ("Nhật Bản và Philippines đã ký thỏa thuận quốc phòng.", []),
]
CLAUSES = [
    (
        "Mỹ dừng đàm phán thuế quan sau khi Thái Lan hủy thỏa thuận ngừng bắn với Campuchia.",
        ["talks cancelled: US, TH"],
    ),
    (
        "Thủ tướng Ấn Độ Narendra Modi dự thượng đỉnh ở Kazan (Nga), gặp lãnh đạo Trung Quốc.",
        ["summit ongoing: IN narendra-modi, RU", "meeting held: IN narendra-modi, CN xi-jinping"],
    ),
]
HOME = [
    (
        "Ông Tập Cận Bình chưa gặp ông Trump lần nào kể từ khi nhà lãnh đạo Mỹ trở lại Nhà Trắng.",
        ["meeting denied: CN xi-jinping, US donald-trump"],
    ),
]


@pytest.mark.parametrize(("text", "told"), [*HOME, *TOLD, *BESIDE, *CLAUSES])
def test_who_told_whom(text: str, told: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, told) == ordered(told)
