"""Whether it happened: planned, invited, proposed, cancelled, denied, hypothetical, going on."""

import pytest
from told import PUBLISHED, contacts_told, ordered

TRUMP_PUTIN = "US donald-trump, RU vladimir-putin"
TRUMP_XI = "US donald-trump, CN xi-jinping"

PLANNED = [
    (
        "Tổng thống Mỹ Donald Trump sẽ gặp Chủ tịch Trung Quốc Tập Cận Bình vào tháng 4.",
        [f"meeting planned: {TRUMP_XI} @ 2026-04"],
    ),
    ("Ông Putin dự kiến điện đàm với ông Trump trong ngày 6/2.", [f"phone-call planned: {TRUMP_PUTIN} @ 2026-02-06"]),
    (
        "Thủ tướng Ấn Độ Narendra Modi chuẩn bị thăm Israel vào cuối tháng 2.",
        ["visit planned: IN narendra-modi, IL @ 2026-02+late"],
    ),
    ("Vòng đàm phán tiếp theo giữa Nga và Ukraine được ấn định vào ngày 10/2.", ["talks planned: RU, UA @ 2026-02-10"]),
    ("Trước thềm cuộc gặp với ông Tập Cận Bình, ông Trump hạ giọng về thuế quan.", [f"meeting planned: {TRUMP_XI}"]),
    ("Mỹ và Iran nhất trí nối lại đàm phán vào tháng 3.", ["talks planned: US, IR @ 2026-03"]),
    (
        "Thủ tướng Anh Keir Starmer lên kế hoạch gặp Tổng thống Pháp Emmanuel Macron ngày 12/2.",
        ["meeting planned: GB keir-starmer, FR emmanuel-macron @ 2026-02-12"],
    ),
    (
        "Cuộc gặp giữa Ngoại trưởng Mỹ Marco Rubio và Ngoại trưởng Nga Sergei Lavrov sẽ diễn ra ở Riyadh.",
        ["meeting planned: US marco-rubio, RU sergei-lavrov"],
    ),
]
INVITED = [
    (
        "Tổng thống Pháp Emmanuel Macron mời Thủ tướng Nhật Bản Sanae Takaichi thực hiện chuyến thăm tới Pháp.",
        ["visit invited: FR emmanuel-macron, JP sanae-takaichi"],
    ),
    (
        "Tổng thống Pháp Emmanuel Macron mời Thủ tướng Nhật Bản Sanae Takaichi thăm Pháp.",
        ["visit invited: FR emmanuel-macron, JP sanae-takaichi"],
    ),
    (
        "Chủ tịch Trung Quốc Tập Cận Bình mời Tổng thống Mỹ Donald Trump sang thăm Bắc Kinh vào tháng 4.",
        ["visit invited: CN xi-jinping, US donald-trump @ 2026-04"],
    ),
    (
        "Tổng thống Hàn Quốc Lee Jae-myung nhận lời mời thăm Ấn Độ của Thủ tướng Narendra Modi.",
        ["visit invited: KR lee-jae-myung, IN narendra-modi"],
    ),
]
PROPOSED = [
    (
        "Ông Zelensky muốn gặp ông Putin càng sớm càng tốt.",
        ["meeting proposed: UA volodymyr-zelensky, RU vladimir-putin"],
    ),
    (
        "Tổng thống Venezuela Nicolas Maduro đề nghị điện đàm với Tổng thống Mỹ Donald Trump.",
        ["phone-call proposed: VE nicolas-maduro, US donald-trump"],
    ),
    (
        "Tổng thống Mỹ Donald Trump sẵn sàng gặp nhà lãnh đạo Triều Tiên Kim Jong Un.",
        ["meeting proposed: US donald-trump, KP kim-jong-un"],
    ),
    (
        "Sáng 2/2, Tổng thống Pháp Emmanuel Macron đề xuất gặp Thủ tướng Anh Keir Starmer.",  # the day of the proposal
        ["meeting proposed: FR emmanuel-macron, GB keir-starmer"],
    ),
    ("Thổ Nhĩ Kỳ kêu gọi Nga và Ukraine trở lại bàn đàm phán.", ["talks proposed: RU, UA"]),
]
CANCELLED = [
    (
        "Cuộc gặp giữa Ngoại trưởng Mỹ Marco Rubio và Ngoại trưởng Nga Sergei Lavrov dự kiến ngày 10/2 đã bị hủy.",
        ["meeting cancelled: US marco-rubio, RU sergei-lavrov @ 2026-02-10"],
    ),
    (
        "Ông Putin và ông Trump trao đổi qua điện thoại hôm thứ ba.",  # a weekday, not the third call
        ["phone-call held: RU vladimir-putin, US donald-trump @ 2026-02-03"],
    ),
    (
        "Tổng thống Mỹ Donald Trump hủy cuộc gặp với Tổng thống Nga Vladimir Putin.",
        [f"meeting cancelled: {TRUMP_PUTIN}"],
    ),
    ("Cuộc gặp giữa ông Trump và ông Putin tại Budapest đã bị hủy.", [f"meeting cancelled: {TRUMP_PUTIN}"]),
    ("Thủ tướng Đức Friedrich Merz hoãn chuyến thăm Trung Quốc.", ["visit cancelled: DE friedrich-merz, CN"]),
    (
        "Thủ tướng Đức Friedrich Merz hoãn chuyến thăm Trung Quốc sang tháng 3.",
        ["visit planned: DE friedrich-merz, CN @ 2026-03"],
    ),
    (
        "Cuộc gặp giữa ông Trump và ông Putin được hoãn đến ngày 15/2.",
        ["meeting planned: US donald-trump, RU vladimir-putin @ 2026-02-15"],
    ),
    (
        "Cuộc điện đàm giữa ông Trump và ông Tập Cận Bình bị dời sang ngày 15/2 theo đề nghị của Bắc Kinh.",
        ["phone-call planned: US donald-trump, CN xi-jinping @ 2026-02-15"],
    ),
    (
        "Cuộc gặp giữa ông Trump và ông Putin bị hoãn vô thời hạn.",
        ["meeting cancelled: US donald-trump, RU vladimir-putin"],
    ),
    (
        "Ngoại trưởng Hà Lan hủy chuyến thăm Israel sau khi bị từ chối cấp phép bay.",
        ["visit cancelled: NL david-van-weel, IL"],
    ),
    ("Vòng đàm phán giữa Mỹ và Canada bị đình chỉ vô thời hạn.", ["talks cancelled: US, CA"]),
]
DENIED = [
    ("Iran phủ nhận đàm phán với Mỹ.", ["talks denied: IR, US"]),
    ("Ông Lavrov không gặp ông Rubio tại New York.", ["meeting denied: RU sergei-lavrov, US marco-rubio"]),
    (
        "Điện Kremlin bác tin Tổng thống Nga Vladimir Putin đã điện đàm với Tổng thống Ukraine Volodymyr Zelensky.",
        ["phone-call denied: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
    (
        "Thủ tướng Trung Quốc Lý Cường không có kế hoạch gặp Thủ tướng Nhật Bản Sanae Takaichi.",
        ["meeting denied: CN li-qiang, JP sanae-takaichi"],
    ),
    (
        "Tổng thống Colombia Gustavo Petro chưa từng gặp Tổng thống Mỹ Donald Trump.",
        ["meeting denied: CO gustavo-petro, US donald-trump"],
    ),
    (
        "Thủ tướng Israel từ chối tiếp Ngoại trưởng Pháp.",
        ["meeting denied: IL benjamin-netanyahu, FR jean-noel-barrot"],
    ),
]
HYPOTHETICAL = [
    (
        "Nếu ông Putin gặp ông Zelensky, hội nghị có thể diễn ra ở Vienna.",
        ["meeting hypothetical: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
    ("Thị trường sẽ phản ứng mạnh nếu Mỹ và Trung Quốc nối lại đàm phán.", ["talks hypothetical: US, CN"]),
]
ONGOING = [
    (
        "Tổng thống Philippines Ferdinand Marcos Jr. đang thăm chính thức Nhật Bản.",
        ["visit ongoing: PH ferdinand-marcos-jr, JP"],
    ),
    ("Phái đoàn Nga và Ukraine đang đàm phán tại Abu Dhabi.", ["talks ongoing: RU, UA"]),
    (
        "Thủ tướng New Zealand Christopher Luxon thăm Việt Nam từ ngày 4/2 đến ngày 7/2.",
        ["visit ongoing: NZ christopher-luxon, VN @ 2026-02-04/2026-02-07"],
    ),
]
DISTANT = [  # what is said of it stands behind the noun, inside it, or before a word held at a distance
    (
        "Tổng thống Ukraine Volodymyr Zelensky hé lộ trọng tâm cuộc gặp sắp tới với ông Trump.",
        ["meeting planned: UA volodymyr-zelensky, US donald-trump"],
    ),
    (
        "Hội nghị thượng đỉnh Nga - Mỹ bị đình trệ vì bất đồng lãnh thổ.",
        ["summit cancelled: RU, US"],
    ),
    (
        "Chưa cần đến thượng đỉnh Putin - Trump, Điện Kremlin nói.",
        ["summit denied: US donald-trump, RU vladimir-putin"],
    ),
    ("Iran: Chưa đến thời điểm 'chín muồi' để đàm phán với Mỹ.", ["talks denied: IR, US"]),
    ("Điện Kremlin nói Ukraine sớm muộn cũng phải đàm phán với Nga.", ["talks proposed: RU, UA"]),
    ("Đàm phán chấm dứt chiến sự Nga - Ukraine có tiến triển.", ["talks ongoing: RU, UA"]),
    ("Mỹ để ngỏ khả năng đối thoại với Triều Tiên.", ["talks hypothetical: US, KP"]),
    (
        "Ông Macron điện đàm với ông Putin trước khi gặp Thủ tướng Đức Friedrich Merz.",
        [
            "phone-call held: FR emmanuel-macron, RU vladimir-putin",
            "meeting planned: FR emmanuel-macron, DE friedrich-merz",
        ],
    ),
    (
        "Thủ tướng Ấn Độ Narendra Modi lên đường thăm Brazil, tham dự Hội nghị thượng đỉnh G20 tại Argentina.",
        ["visit ongoing: IN narendra-modi, BR", "summit planned: IN narendra-modi, G20, AR"],
    ),
    (  # behind a remark between commas
        "Cuộc gặp giữa Ngoại trưởng Mỹ Marco Rubio và Ngoại trưởng Nga Sergei Lavrov, dự kiến cuối tháng này, "
        "nay bị hoãn.",
        ["meeting cancelled: US marco-rubio, RU sergei-lavrov @ 2026-02+late"],
    ),
    (
        "Cuộc gặp giữa ông Macron và ông Merz, kéo dài hai giờ tại Berlin, không bàn về việc hoãn thuế.",
        ["meeting held: FR emmanuel-macron, DE friedrich-merz in Berlin"],
    ),
    (
        "Cuộc gặp hai bên Putin - Zelensky đang được sắp xếp.",
        ["meeting planned: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
    (
        "Một cuộc gặp giữa bà Sanae Takaichi và ông Lee Jae Myung đang được thu xếp.",
        ["meeting planned: JP sanae-takaichi, KR lee-jae-myung"],
    ),
]
DISTANT += [  # quoted words, clauses of time, lists, conditions, news that is denied
    (
        "Bà Sanae Takaichi nêu khả năng có 'thượng đỉnh ba bên' với Hàn Quốc và Trung Quốc.",
        ["summit proposed: JP sanae-takaichi, KR, CN"],
    ),
    ('Đàm phán giữa Ấn Độ và Canada "tạm dừng" sau vụ trục xuất.', ["talks ongoing: IN, CA"]),
    (
        "Thủ tướng Anh Keir Starmer khẳng định sẽ không nhượng bộ khi gặp Tổng thống Pháp Emmanuel Macron.",
        ["meeting planned: GB keir-starmer, FR emmanuel-macron"],
    ),
    (
        "Thủ tướng Nhật Bản Sanae Takaichi đã hé lộ nội dung cuộc gặp với ông Trump dự kiến diễn ra ngày 12/2.",
        ["meeting planned: JP sanae-takaichi, US donald-trump @ 2026-02-12"],
    ),
    (
        "Thủ tướng Ấn Độ Narendra Modi sắp thăm chính thức Kenya, tham dự hội nghị thượng đỉnh G20 tại Argentina.",
        ["visit planned: IN narendra-modi, KE", "summit planned: IN narendra-modi, G20, AR"],
    ),
    ("Ông Trump dọa áp thuế nếu Iran không ngồi vào bàn đàm phán.", ["talks proposed: US, IR"]),
    ("Hàn Quốc nêu điều kiện đàm phán với Triều Tiên.", ["talks hypothetical: KR, KP"]),
    (
        "Điện Kremlin bác bỏ thông tin hai bên nhất trí về cuộc gặp giữa ông Putin và ông Zelensky.",
        ["meeting denied: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
    (
        "Bỉ siết an ninh cho chuyến thăm của Tổng thống Mỹ Donald Trump.",
        ["visit planned: US donald-trump, BE"],
    ),
    (
        "Thổ Nhĩ Kỳ được chọn làm nơi tổ chức cuộc gặp Putin - Zelensky.",
        ["meeting planned: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
]
HELD = [  # words of another status stand near, and the contact took place all the same
    ("Sau cuộc gặp với ông Putin, ông Trump nói sẽ không áp thêm trừng phạt.", [f"meeting held: {TRUMP_PUTIN}"]),
    (
        "Tại cuộc hội đàm với Tổng thống Nga, Thủ tướng Ấn Độ Narendra Modi không nhắc đến dầu mỏ.",
        ["meeting held: RU vladimir-putin, IN narendra-modi"],
    ),
    (
        "Cuộc điện đàm giữa ông Trump và ông Putin hôm 2/2 không mang lại đột phá.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-02"],
    ),
    (
        "Trong cuộc gặp hôm 3/2 với Tổng thống Pháp, Thủ tướng Anh Keir Starmer cam kết sẽ tăng ngân sách quốc phòng.",
        ["meeting held: FR emmanuel-macron, GB keir-starmer @ 2026-02-03"],
    ),
    (
        "Bắc Kinh bác bỏ thông tin cuộc gặp giữa ông Tập Cận Bình và ông Trump diễn ra căng thẳng.",
        ["meeting held: CN xi-jinping, US donald-trump"],
    ),
    (
        "Ông Vance vừa gặp Thủ tướng Hungary Viktor Orban và cho biết Mỹ có thể nới trừng phạt.",
        ["meeting held: US jd-vance, HU viktor-orban"],
    ),
    ("Thủ tướng Anh Keir Starmer (phải) gặp ông Trump ở London.", ["meeting held: GB keir-starmer, US donald-trump"]),
]

UNTOLD = [  # what nobody publishes, or neither confirms nor denies, is not denied
    (
        "Điện Kremlin chưa công bố chi tiết cuộc gặp giữa ông Putin và ông Trump hôm 2/2.",
        ["meeting held: RU vladimir-putin, US donald-trump @ 2026-02-02"],
    ),
    (
        "Nhà Trắng không nêu chi tiết cuộc gặp giữa ông Trump và ông Putin dự kiến diễn ra ngày 25/2.",
        [f"meeting planned: {TRUMP_PUTIN} @ 2026-02-25"],
    ),
    (
        "Điện Kremlin từ chối công bố nội dung cuộc điện đàm giữa ông Putin và ông Trump.",
        ["phone-call held: RU vladimir-putin, US donald-trump"],
    ),
    (
        "Bắc Kinh chưa công bố chi tiết chuyến thăm Nga của ông Tập Cận Bình.",
        ["visit held: CN xi-jinping, RU"],
    ),
    ("Nhà Trắng chưa công bố ngày diễn ra cuộc gặp giữa ông Trump và ông Putin.", [f"meeting planned: {TRUMP_PUTIN}"]),
    ("Bắc Kinh chưa công bố chuyến thăm Nga của ông Tập Cận Bình.", ["visit hypothetical: CN xi-jinping, RU"]),
    (
        "Điện Kremlin không xác nhận cũng không phủ nhận cuộc điện đàm giữa ông Putin và ông Trump.",
        ["phone-call hypothetical: RU vladimir-putin, US donald-trump"],
    ),
    (
        "Điện Kremlin không xác nhận hay bác bỏ việc ông Putin gặp ông Trump.",
        ["meeting hypothetical: RU vladimir-putin, US donald-trump"],
    ),
    (
        "Điện Kremlin phủ nhận cuộc điện đàm giữa ông Putin và ông Trump.",
        ["phone-call denied: RU vladimir-putin, US donald-trump"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    UNTOLD + PLANNED + INVITED + PROPOSED + CANCELLED + DENIED + HYPOTHETICAL + ONGOING + DISTANT + HELD,
)
def test_status(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
