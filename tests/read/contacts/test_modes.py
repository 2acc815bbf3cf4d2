"""Every mode of a contact that took place: a sentence, and who with whom, when."""

import pytest
from told import PUBLISHED, contacts_told, ordered

TRUMP_PUTIN = "US donald-trump, RU vladimir-putin"
TRUMP_XI = "US donald-trump, CN xi-jinping"

CALLS = [
    (
        "Tổng thống Mỹ Donald Trump tối 4/2 điện đàm với Tổng thống Nga Vladimir Putin.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-04"],
    ),
    (
        "Hôm qua, ông Trump và ông Putin đã có cuộc điện đàm dài gần một giờ.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-04"],
    ),
    (
        "Cuộc điện đàm giữa Thủ tướng Anh Keir Starmer và Tổng thống Pháp Emmanuel Macron diễn ra ngày 3.2.",
        ["phone-call held: GB keir-starmer, FR emmanuel-macron @ 2026-02-03"],
    ),
    (
        "Thủ tướng Đức Friedrich Merz gọi điện cho Tổng thống Ukraine Volodymyr Zelensky ngay trong đêm 2-2.",
        ["phone-call held: DE friedrich-merz, UA volodymyr-zelensky @ 2026-02-02"],
    ),
    (
        "Bà Meloni cho biết đã nói chuyện qua điện thoại với ông Modi.",
        ["phone-call held: IT giorgia-meloni, IN narendra-modi"],
    ),
    (
        "Ngoại trưởng Mỹ Marco Rubio trao đổi qua điện thoại với người đồng cấp Nga Sergei Lavrov hôm 1/2.",
        ["phone-call held: US marco-rubio, RU sergei-lavrov @ 2026-02-01"],
    ),
    (
        "Ngoại trưởng Iran Abbas Araghchi đã có các cuộc điện đàm với người đồng cấp Thổ Nhĩ Kỳ Hakan Fidan.",
        ["phone-call held: IR abbas-araghchi, TR hakan-fidan"],
    ),
    (
        "Tổng thống Brazil Luiz Inacio Lula da Silva gọi điện chúc mừng Thủ tướng Nhật Bản Sanae Takaichi.",
        ["phone-call held: BR luiz-inacio-lula-da-silva, JP sanae-takaichi"],
    ),
    (
        "Trong cuộc gọi với Tổng thống Mỹ, Thủ tướng Ấn Độ Narendra Modi đề cập thuế quan.",
        ["phone-call held: US donald-trump, IN narendra-modi"],
    ),
    (
        "Bộ trưởng Quốc phòng Mỹ Pete Hegseth có cuộc điện đàm với Bộ trưởng Quốc phòng Trung Quốc Đổng Quân "
        "ngày 30/1.",
        ["phone-call held: US pete-hegseth, CN dong-jun @ 2026-01-30"],
    ),
    ("Điện đàm Trump - Tập kéo dài một tiếng rưỡi.", [f"phone-call held: {TRUMP_XI}"]),
]
VIDEO = [
    (
        "Chủ tịch Trung Quốc Tập Cận Bình ngày 4/2 hội đàm trực tuyến với Tổng thống Nga Vladimir Putin.",
        ["video-call held: CN xi-jinping, RU vladimir-putin @ 2026-02-04"],
    ),
    (
        "Ông Macron và ông Merz họp trực tuyến chiều 3/2 về gói viện trợ mới.",
        ["video-call held: FR emmanuel-macron, DE friedrich-merz @ 2026-02-03"],
    ),
    (
        "Cuộc gọi video giữa Tổng thống Hàn Quốc Lee Jae-myung và Thủ tướng Canada Mark Carney diễn ra sáng qua.",
        ["video-call held: KR lee-jae-myung, CA mark-carney @ 2026-02-04"],
    ),
]
MEETINGS = [
    (
        "Chiều 3/2, Thủ tướng Phạm Minh Chính tiếp Đại sứ Nhật Bản Ito Naoki.",
        ["meeting held: VN pham-minh-chinh, JP naoki-ito @ 2026-02-03"],
    ),
    (
        "Tổng Bí thư Tô Lâm hội đàm với Chủ tịch Cuba Miguel Diaz-Canel tại Hà Nội ngày 2/2.",
        ["meeting held: VN to-lam, CU miguel-diaz-canel @ 2026-02-02"],
    ),
    (
        "Thủ tướng Canada Mark Carney gặp riêng Tổng thống Mexico Claudia Sheinbaum bên lề diễn đàn.",
        ["meeting held: CA mark-carney, MX claudia-sheinbaum"],
    ),
    ("Ông Rubio và ông Vương Nghị đã gặp nhau hôm 3/2.", ["meeting held: US marco-rubio, CN wang-yi @ 2026-02-03"]),
    (
        "Tổng thống Ai Cập Abdel Fattah el-Sisi hội kiến Quốc vương Jordan Abdullah II tại Cairo.",
        ["meeting held: EG abdel-fattah-el-sisi, JO abdullah-ii"],
    ),
    (
        "Cuộc gặp giữa ông Netanyahu và đặc phái viên Mỹ Steve Witkoff kéo dài đến nửa đêm.",
        ["meeting held: IL benjamin-netanyahu, US steve-witkoff"],
    ),
    (
        "Chủ tịch Ủy ban châu Âu Ursula von der Leyen hội đàm với Tổng thống Argentina Javier Milei hôm thứ hai.",
        ["meeting held: EU ursula-von-der-leyen, AR javier-milei @ 2026-02-02"],
    ),
    (
        "Tổng thư ký NATO Mark Rutte họp với Thủ tướng Ba Lan Donald Tusk tại Warsaw ngày 1/2.",
        ["meeting held: NATO mark-rutte, PL donald-tusk @ 2026-02-01"],
    ),
    (
        "Chủ tịch nước Lương Cường tiếp Ngoại trưởng Lào Thongsavanh Phomvihane chiều nay.",
        ["meeting held: VN luong-cuong, LA thongsavanh-phomvihane @ 2026-02-05"],
    ),
    (
        "Bộ trưởng Thương mại Ấn Độ Piyush Goyal gặp Đại diện Thương mại Mỹ Jamieson Greer tại Washington hôm 2/2.",
        ["meeting held: IN piyush-goyal, US jamieson-greer @ 2026-02-02"],
    ),
    (
        "Giáo hoàng Leo XIV tiếp Tổng thống Ukraine Volodymyr Zelensky tại Vatican hôm 31/1.",
        ["meeting held: VA pope-leo-xiv, UA volodymyr-zelensky @ 2026-01-31"],
    ),
    (
        "Sau cuộc gặp Thủ tướng Hungary, ông Zelensky nói hai nước đã hiểu nhau hơn.",
        ["meeting held: HU viktor-orban, UA volodymyr-zelensky"],
    ),
]
TALKS = [
    ("Phái đoàn Mỹ và phái đoàn Nga hội đàm tại Abu Dhabi ngày 4/2.", ["talks held: US, RU @ 2026-02-04"]),
    ("Vòng đàm phán hạt nhân giữa Mỹ và Iran khép lại tại Muscat hôm 3/2.", ["talks held: US, IR @ 2026-02-03"]),
    ("Ấn Độ và EU đàm phán thương mại suốt ba ngày qua.", ["talks held: IN, EU @ 2026-02-02/2026-02-04"]),
    ("Hòa đàm Nga - Ukraine tại Istanbul kết thúc mà không có tuyên bố chung.", ["talks held: RU, UA"]),
    (
        "Thái Lan và Campuchia đã đối thoại trực tiếp ở khu vực biên giới vào ngày 1/2.",
        ["talks held: TH, KH @ 2026-02-01"],
    ),
    ("Quan chức Nhật Bản và Hàn Quốc tham vấn về Triều Tiên tại Seoul.", ["talks held: JP, KR"]),
]
LETTERS = [
    (
        "Ngày 2/2, Tổng thống Nga Vladimir Putin gửi điện mừng tới Quốc vương Campuchia Norodom Sihamoni.",
        ["letter held: RU vladimir-putin, KH norodom-sihamoni @ 2026-02-02"],
    ),
    (
        "Tổng thống Mỹ Donald Trump gửi một bức thư tới Tổng thống Brazil Luiz Inacio Lula da Silva.",
        ["letter held: US donald-trump, BR luiz-inacio-lula-da-silva"],
    ),
    (
        "Chủ tịch nước Lương Cường gửi điện chia buồn tới Tổng thống Indonesia Prabowo Subianto hôm 3/2.",
        ["letter held: VN luong-cuong, ID prabowo-subianto @ 2026-02-03"],
    ),
]
HANDSHAKES = [
    (
        "Tổng thống Mỹ Donald Trump và Chủ tịch Trung Quốc Tập Cận Bình bắt tay nhau tại Busan.",
        [f"meeting held: {TRUMP_XI}"],
    ),
    (
        "Cái bắt tay giữa Thủ tướng Ấn Độ Narendra Modi và Tổng thống Pháp Emmanuel Macron gây chú ý.",
        ["meeting held: IN narendra-modi, FR emmanuel-macron"],
    ),
    ("Hai hãng xe Nhật Bản và Hàn Quốc bắt tay nhau làm pin.", []),
]
CONTACTS = [
    ("Điện Kremlin cho biết Nga và Mỹ vẫn liên lạc với nhau qua các kênh kín.", ["contact held: RU, US"]),
]
SUMMITS = [
    ("Nhật Bản và Hàn Quốc họp thượng đỉnh sau cuộc tập trận chung.", ["summit held: JP, KR"]),
    ("Anh và Pháp họp thượng đỉnh giữa lúc các mặt trận ở Ukraine nóng lên.", ["summit held: GB, FR"]),
    ("Hội nghị thượng đỉnh Mỹ - Nga diễn ra tại Anchorage hôm 15/8/2025.", ["summit held: US, RU @ 2025-08-15"]),
    (
        "Lãnh đạo Pháp, Đức, Anh và Ba Lan họp thượng đỉnh tại Paris ngày 3/2.",
        ["summit held: FR, DE, GB, PL @ 2026-02-03"],
    ),
    ("Thượng đỉnh ba bên Trung Quốc, Nhật Bản và Hàn Quốc đã khép lại ở Tokyo.", ["summit held: CN, JP, KR"]),
]


@pytest.mark.parametrize(
    ("text", "wanted"), CALLS + VIDEO + MEETINGS + TALKS + LETTERS + HANDSHAKES + CONTACTS + SUMMITS
)
def test_contact_that_took_place(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
