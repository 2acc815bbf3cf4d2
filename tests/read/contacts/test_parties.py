"""Who takes part: seats of government, third parties, subjects across clauses, several hosts, and who does not."""

import pytest
from told import PUBLISHED, contacts_told, ordered

SEATS = [
    (
        "= Ông Trump khen Thủ tướng Ý\nTheo báo Ý, bà Giorgia Meloni nêu vấn đề thuế trong cuộc gặp ở Nhà Trắng hôm "
        "3/2.",
        ["meeting held: IT giorgia-meloni, US donald-trump @ 2026-02-03"],
    ),
    (
        "Sau cuộc gặp ở Điện Kremlin hôm 2/2, Thủ tướng Slovakia Robert Fico nói nước ông sẽ mua thêm khí đốt.",
        ["meeting held: SK robert-fico, RU @ 2026-02-02"],
    ),
    ("Tổng thống Mỹ Donald Trump ký sắc lệnh sau cuộc họp tại Nhà Trắng với các cố vấn.", []),
]
THREE_PARTIES = [
    (
        "Ngoại trưởng Mỹ Marco Rubio cho biết Nga sẽ dự cuộc đàm phán ba bên với Ukraine vào tuần tới.",
        ["talks planned: RU, UA, US marco-rubio @ 2026-02-09/2026-02-15"],
    ),
    (
        "Trung Quốc từ chối tham gia các cuộc đàm phán hạt nhân ba bên với Mỹ, Nga.",
        ["talks denied: CN, US, RU"],
    ),
]
SUBJECTS = [
    (
        "Ông Putin kể cho ông Kim Jong-un về cuộc gặp với ông Trump ở Alaska.",
        ["meeting held: RU vladimir-putin, US donald-trump"],
    ),
    (
        "Ông Macron nói Đức quá chậm chạp, sẽ gặp Thủ tướng Anh Keir Starmer vào tuần tới.",
        ["meeting planned: FR emmanuel-macron, GB keir-starmer @ 2026-02-09/2026-02-15"],
    ),
    (
        "Thủ tướng Ấn Độ Narendra Modi kêu gọi Pakistan kiềm chế, khi hội đàm với Thủ tướng Anh Keir Starmer.",
        ["meeting held: IN narendra-modi, GB keir-starmer"],
    ),
    (
        "Ông Trump gọi điện cho ông Zelensky, rồi gặp Thủ tướng Israel Benjamin Netanyahu.",
        [
            "phone-call held: US donald-trump, UA volodymyr-zelensky",
            "meeting held: US donald-trump, IL benjamin-netanyahu",
        ],
    ),
    (
        "Tổng thống Hàn Quốc Lee Jae-myung và người đồng cấp Pháp sẽ hội đàm tại Paris ngày 12/2.",
        ["meeting planned: KR lee-jae-myung, FR emmanuel-macron @ 2026-02-12"],
    ),
    (  # who tells the schedule does not travel
        "Theo lịch trình bà Karoline Leavitt công bố, Tổng thống Mỹ Donald Trump ghé Qatar, sau đó thăm Ai Cập.",
        ["visit held: US donald-trump, EG"],
    ),
]
JOURNEYS = [
    (
        "Thủ tướng Ấn Độ Narendra Modi rời New Delhi, lên đường thăm Ghana và Namibia.",
        ["visit ongoing: IN narendra-modi, GH", "visit planned: IN narendra-modi, NA"],
    ),
    (
        "Thủ tướng Campuchia Hun Manet tới Malaysia dự Hội nghị cấp cao ASEAN.",
        ["visit ongoing: KH hun-manet, MY", "summit ongoing: KH hun-manet, ASEAN, MY"],
    ),
    (
        "Tổng thống Pháp Emmanuel Macron chính thức mời Thủ tướng Ấn Độ Narendra Modi sớm thăm Pháp.",
        ["visit invited: IN narendra-modi, FR emmanuel-macron"],
    ),
    (
        "Trong khuôn khổ chuyến thăm cấp nhà nước tới Lào cùng Chủ tịch nước Lương Cường, phu nhân Nguyễn Thị Minh "
        "Nguyệt đã có cuộc gặp thân mật với học sinh ở Vientiane.",
        ["visit ongoing: VN luong-cuong, VN nguyen-thi-minh-nguyet, LA"],
    ),
    ("Ông Trump gửi thông điệp cứng rắn tới Tehran.", []),
]
EARLIER = [
    (
        "Tổng thống Brazil Luiz Inacio Lula da Silva hôm nay mở đầu chuyến thăm Indonesia đầu tiên kể từ năm 2008.",
        [
            "visit ongoing: BR luiz-inacio-lula-da-silva, ID @ 2026-02-05",
            "visit held: BR luiz-inacio-lula-da-silva, ID @ 2008",
        ],
    ),
]
COUNTED = [
    (
        "= Ông Zelensky tới Berlin gặp ba nhà lãnh đạo châu Âu\nLãnh đạo Đức, Ba Lan và Italy cam kết viện trợ.",
        ["visit held: UA volodymyr-zelensky, DE", "summit held: UA volodymyr-zelensky, DE, PL, IT"],
    ),
    (
        "Cuộc gặp Mỹ - Nga diễn ra sáng nay. Ông Trump còn muốn có cuộc gặp Mỹ - Nga - Ukraine.",
        ["meeting held: US, RU @ 2026-02-05", "meeting proposed: US, RU, UA"],
    ),
]
KNOWN = [
    (
        "Ông Medvedev nêu ba điểm nhấn của thượng đỉnh Alaska.",
        ["summit held: US, RU"],
    ),
    (
        "Ông Trump đổi ý về Ukraine sau hội nghị thượng đỉnh ở Alaska.",
        ["summit held: US donald-trump, RU"],
    ),
    ("Người dân Alaska biểu tình trước hội nghị thượng đỉnh.", []),
]
OBJECTS = [
    (
        "Ông Trump muốn họp ba bên với lãnh đạo Nga và Ukraine ngay sau cuộc gặp ông Putin.",
        [
            "summit proposed: US donald-trump, RU vladimir-putin, UA",
            "meeting held: US donald-trump, RU vladimir-putin",
        ],
    ),
    (
        "Ông Trump tăng viện trợ cho Ukraine sau cuộc điện đàm với ông Putin.",
        ["phone-call held: US donald-trump, RU vladimir-putin"],
    ),
    (
        "Ngoại trưởng Ai Cập Badr Abdelatty gặp Trợ lý Tổng thống Nga Vladimir Putin ở Cairo.",
        ["meeting held: EG badr-abdelatty, RU"],
    ),
    (
        "Ông Trump gặp ông Zelensky, đặc phái viên Mỹ sẽ tới Nga.",
        ["meeting held: US donald-trump, UA volodymyr-zelensky", "visit planned: US, RU"],
    ),
    (
        "Malaysia sẵn sàng giúp giải quyết xung đột Thái Lan - Campuchia khi phái đoàn hai nước đang đàm phán.",
        ["talks ongoing: TH, KH"],
    ),
    ("Đường ống dẫn khí đốt từ Nga sang Đức bị phá hỏng, cảnh sát Ý bắt một nghi phạm.", []),
    ("Tel Aviv đồng ý trao đổi tù nhân với Hamas.", []),
]
HOME_LIFE = [
    ("Anh 25 tuổi, sống và làm việc tại thành phố Hồ Chí Minh. Nga mới cưới chồng.", []),
    (
        "Nhân dịp dự lễ nhậm chức và làm việc tại Chile, Tổng thống Argentina Javier Milei đã gặp kiều bào.",
        ["visit ongoing: AR javier-milei, CL"],
    ),
    (
        "Ngày 4/2, Thứ trưởng Ngoại giao Nga Sergei Ryabkov cho biết động lực sau cuộc gặp giữa ông Putin và ông "
        "Trump đã cạn.",
        ["meeting held: RU vladimir-putin, US donald-trump"],
    ),
]
NAMES_OF_DAYS = [
    (
        "Thủ tướng Malaysia Anwar Ibrahim tới Jakarta dự kỷ niệm ngày 17-8.",
        ["visit ongoing: MY anwar-ibrahim, ID"],
    ),
    (
        "Ông Trump đăng bài chỉ vài giờ trước cuộc gặp với Tổng thống Hàn Quốc Lee Jae-myung.",
        ["meeting planned: US donald-trump, KR lee-jae-myung"],
    ),
    ("Nga - Ukraine vẫn không kích nhau sau thượng đỉnh Alaska.", ["summit held: US, RU"]),
    ("Việt Nam bước vào trận thư hùng với Thái Lan ở SEA Games.", []),
]
REFERENCES = [
    (
        "Tin thế giới: Ông Trump, ông Zelensky sẽ lại gặp trực tiếp.",
        ["meeting planned: US donald-trump, UA volodymyr-zelensky"],
    ),
    (
        "Tổng thống Pháp Emmanuel Macron trò chuyện với sinh viên Trung Quốc trong chuyến thăm cấp nhà nước tới nước "
        "này.",
        ["visit held: FR emmanuel-macron, CN"],
    ),
    (
        "Ukraine vẫn bị tập kích. Đặc phái viên Mỹ Steve Witkoff gặp phái đoàn nước này ở Miami ngày 4/2.",
        ["meeting held: US steve-witkoff, UA @ 2026-02-04"],
    ),
    (
        "Tổng thống Pháp Emmanuel Macron ngày 4/2 nhắc lại lập trường đó trong cuộc điện đàm với ông Modi.",
        ["phone-call held: FR emmanuel-macron, IN narendra-modi @ 2026-02-04"],
    ),
    (
        "Venezuela bắt đầu các cuộc đàm phán với Mỹ sau vụ đột kích ngày 3/1.",
        ["talks ongoing: VE, US"],
    ),
    (
        "Thủ tướng Phạm Minh Chính gặp Tổng thống Pháp Emmanuel Macron và Thủ tướng Đức Friedrich Merz bên lề Hội nghị "
        "thượng đỉnh G20.",
        [
            "meeting held: VN pham-minh-chinh, FR emmanuel-macron",
            "meeting held: VN pham-minh-chinh, DE friedrich-merz",
            "summit ongoing: VN pham-minh-chinh, FR emmanuel-macron, DE friedrich-merz, G20",
        ],
    ),
]
AHEAD = [
    ("Thượng đỉnh Nhật - Hàn sẽ không bàn chuyện lịch sử.", ["summit planned: JP, KR"]),
    ("Các phái đoàn Mỹ và Ukraine dự kiến sẽ thảo luận ở Paris.", ["talks planned: US, UA"]),
    ("Trung Quốc tuyên bố sẽ không tham gia đàm phán hạt nhân với Mỹ.", ["talks denied: CN, US"]),
]
OFFICES_OF_TWO = [
    (
        "Việt Nam và Malaysia phối hợp chặt chẽ trong ASEAN. Bộ trưởng Ngoại giao hai nước điện đàm ngày 3/2.",
        ["phone-call held: VN le-hoai-trung, MY mohamad-hasan @ 2026-02-03"],
    ),
    (
        "Campuchia và Thái Lan ngừng bắn sau cuộc điện đàm của ông Trump với lãnh đạo hai nước.",
        ["phone-call held: US donald-trump, KH", "phone-call held: US donald-trump, TH"],
    ),
    (
        "Thủ tướng Thái Lan Anutin Charnvirakul tiếp Đặc phái viên của Tổng thống Hàn Quốc Lee Jae-myung.",
        ["meeting held: TH anutin-charnvirakul, KR"],
    ),
    (
        "Ông Putin chưa thống nhất với ông Trump về cuộc gặp với ông Zelensky.",
        ["meeting planned: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
]
NEGATED = [
    (
        "Ông Modi nói Ấn Độ sẽ không mời Pakistan dự thượng đỉnh BRICS năm nay.",
        ["summit planned: IN narendra-modi, BRICS @ 2026"],
    ),
    ("Thái Lan muốn trao đổi với Lào kinh nghiệm làm du lịch.", []),
    (
        "Mỹ và Đan Mạch có thể đàm phán lại hiệp định quốc phòng ký năm 1951.",
        ["talks hypothetical: US, DK"],
    ),
    (
        "Liên minh châu Phi thúc giục Ethiopia, Eritrea 'kiên nhẫn' đối thoại.",
        ["talks proposed: ET, ER"],
    ),
]
AFTERWARDS = [
    (
        "Thủ tướng Canada Mark Carney ngày 4/2 tuyên bố giảm thuế thép, sau cuộc gặp với bà Claudia Sheinbaum.",
        ["meeting held: CA mark-carney, MX claudia-sheinbaum @ 2026-02-04"],
    ),
    (
        "Ngoại trưởng Nhật Bản Toshimitsu Motegi sẽ thăm Philippines, dự phiên họp của ủy ban hỗn hợp ngày 9-11/2.",
        ["visit planned: JP toshimitsu-motegi, PH @ 2026-02-09/2026-02-11"],
    ),
    (
        "Trong chuyến thăm cấp nhà nước hôm 1-2, Chủ tịch Trung Quốc Tập Cận Bình tặng Tổng thống Hàn Quốc Lee "
        "Jae-myung một đôi bình gốm.",
        ["visit held: CN xi-jinping, KR lee-jae-myung @ 2026-02-01"],
    ),
    (
        "Hội đàm giữa Thủ tướng Anh và Thủ tướng Nhật Bản diễn ra vào ngày mai (7.2).",
        ["meeting planned: GB keir-starmer, JP sanae-takaichi @ 2026-02-07"],
    ),
    (
        "Điện Kremlin nói tin cuộc gặp giữa ông Trump và ông Putin bị hủy là sai lầm.",
        ["meeting planned: US donald-trump, RU vladimir-putin"],
    ),
]
LETTERS = [
    (
        "Chủ tịch Trung Quốc Tập Cận Bình đã chúc mừng Tổng thống Hàn Quốc Lee Jae-myung.",
        ["letter held: CN xi-jinping, KR lee-jae-myung"],
    ),
    ("Thủ tướng Phạm Minh Chính chúc mừng đội tuyển sau trận thắng Indonesia.", []),
]
TALKS = [
    (
        "Ông Zelensky công bố kế hoạch mới sau cuộc đàm phán với Mỹ.",
        ["talks held: UA, US"],
    ),
    (
        "Tổng thống Mỹ nhắc lại các cuộc đàm phán an ninh Nhật Bản - Hàn Quốc.",
        ["talks held: JP, KR"],
    ),
    ("Đàm phán giữa Pakistan và Afghanistan đã thất bại.", ["talks held: PK, AF"]),
    ("Nga thắng trận ở Pokrovsk giữa lúc đàm phán hòa bình Mỹ - Ukraine bế tắc.", ["talks ongoing: US, UA"]),
]
STATUS = [
    (
        "Ông Modi nói sẵn sàng dự cuộc gặp với ông Trump.",
        ["meeting proposed: IN narendra-modi, US donald-trump"],
    ),
    (
        "Ông Putin định tới Ấn Độ vào tháng 12 tới.",
        ["visit planned: RU vladimir-putin, IN @ 2026-12"],
    ),
    (
        "Iran cho rằng chưa đến thời điểm để đàm phán với Mỹ.",
        ["talks denied: IR, US"],
    ),
]
TABLES = [
    (  # who leads a parliament is not the country's leader
        "Lãnh đạo quốc hội Lào Xaysomphone Phomvihane thăm Thái Lan.",
        ["visit ongoing: LA saysomphone-phomvihane, TH"],
    ),
    (  # two people of one country behind a plural noun
        "Ngày 3/2, Thủ tướng Nhật Bản Sanae Takaichi có các cuộc hội kiến Thủ tướng Ý Giorgia Meloni và Chủ tịch "
        "Thượng viện Ý Ignazio La Russa.",
        [
            "meeting held: JP sanae-takaichi, IT giorgia-meloni @ 2026-02-03",
            "meeting held: JP sanae-takaichi, IT ignazio-la-russa @ 2026-02-03",
        ],
    ),
    (  # a talk beside a summit is not the summit
        "Cuộc nói chuyện giữa hai nhà lãnh đạo Pháp - Canada bên lề hội nghị thượng đỉnh tại Armenia lọt vào micro.",
        ["meeting held: FR, CA", "summit ongoing: FR, CA"],
    ),
    (
        "= Thượng đỉnh Macron - Starmer sẽ diễn ra tại Mỹ\nCuộc gặp của hai nhà lãnh đạo Pháp và Anh dự kiến diễn ra "
        "bên lề Hội nghị G20 tại Mỹ.",
        ["summit planned: FR emmanuel-macron, GB keir-starmer", "summit planned: G20, US"],
    ),
]
LEADS = [
    (
        "= Tổng thống Ukraine tới London\nNgười dân Anh vẫy cờ chào ông Zelensky trên các đường phố London ngày 2/2.",
        "visit held: UA volodymyr-zelensky, GB @ 2026-02-02",
    ),
    (
        "= Ông Rubio gặp Ngoại trưởng Nhật Bản\nNgày 3/2, Bộ Ngoại giao Nhật Bản cho biết hai nước sẽ tăng cường hợp "
        "tác.",
        "meeting held: US marco-rubio, JP toshimitsu-motegi",
    ),
]


A_WORD_OR_A_SURNAME = [  # "Tập" behind a title, inside a sentence, and before a verb is Xi
    (
        "Ông Trump và ông Tập hai lần gặp ông Macron.",
        ["summit held: US donald-trump, CN xi-jinping, FR emmanuel-macron"],
    ),
    ("Ông Tập mới đây điện đàm với ông Macron.", ["phone-call held: CN xi-jinping, FR emmanuel-macron"]),
    ("Ông Trump và ông Tập cuối cùng cũng gặp nhau.", ["meeting held: US donald-trump, CN xi-jinping"]),
    ("Chủ tịch Tập ba lần gặp ông Macron.", ["meeting held: CN xi-jinping, FR emmanuel-macron"]),
    (
        "Ông Tập tin tưởng ông Macron sau khi gặp ông này.",
        ["meeting held: CN xi-jinping, FR emmanuel-macron"],
    ),
    ("= Trump và Tập mới điện đàm", ["phone-call held: US donald-trump, CN xi-jinping"]),
    ("= Tập lại gặp Macron", ["meeting held: CN xi-jinping, FR emmanuel-macron"]),
    ("= Tập gặp Macron ở Quảng Châu", ["meeting held: CN xi-jinping, FR emmanuel-macron"]),
]
ALL = [
    *KNOWN,
    *OBJECTS,
    *HOME_LIFE,
    *NAMES_OF_DAYS,
    *REFERENCES,
    *AHEAD,
    *OFFICES_OF_TWO,
    *NEGATED,
    *AFTERWARDS,
    *EARLIER,
    *COUNTED,
    *SEATS,
    *A_WORD_OR_A_SURNAME,
    *THREE_PARTIES,
    *SUBJECTS,
    *JOURNEYS,
    *LETTERS,
    *TALKS,
    *STATUS,
    *TABLES,
]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=lambda v: str(v)[:40])
def test_who_takes_part(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


@pytest.mark.parametrize(("text", "wanted"), LEADS, ids=["the lead's day", "the day of a saying"])
def test_the_day_of_the_lead_is_the_day_of_the_title(text: str, wanted: str) -> None:
    assert ordered([wanted])[0] in contacts_told(text, PUBLISHED, [wanted])
