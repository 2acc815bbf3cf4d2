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
SERIES = [
    (  # titles in a series without "và" are met one by one
        "Thủ tướng Ấn Độ Narendra Modi gặp Thủ tướng Nhật Bản, Tổng thống Pháp.",
        ["meeting held: IN narendra-modi, JP sanae-takaichi", "meeting held: IN narendra-modi, FR emmanuel-macron"],
    ),
    (  # two counterparts at once are one table
        "Ngoại trưởng Ấn Độ S. Jaishankar gặp người đồng cấp Pháp, Đức.",
        ["meeting held: IN s-jaishankar, FR jean-noel-barrot, DE johann-wadephul"],
    ),
]
INVITATIONS = [
    (  # a spokesman tells of the invitation; that it was declined is told of the same one
        "= Nga mời ông Zelensky tới Moscow\nÔng Dmitry Peskov, người phát ngôn Điện Kremlin, nói Tổng thống Nga "
        "Vladimir Putin mời Tổng thống Ukraine Volodymyr Zelensky tới Moscow. Ngoại trưởng Ukraine Andrii Sybiha ngày "
        "3/2 đã từ chối lời mời ông Zelensky tới Moscow.",
        ["visit invited: RU vladimir-putin, UA volodymyr-zelensky"],
    ),
]
SPELLING = [
    (
        "= Thủ tướng tiếp Chủ tịch Quốc hội Tonga\nNgày 3/2, Thủ tướng Phạm Minh Chính tiếp Chủ tịch Quốc hội Tonga "
        "Semisi Hallafu. Thủ tướng Phạm Minh Chính tiếp Chủ tịch Quốc hội Tonga Semisi Halafu tại Hà Nội.",
        ["meeting held: TO Semisi Hallafu, VN pham-minh-chinh @ 2026-02-03"],
    ),
]
WELCOMES = [
    (
        "= Hội đàm cấp bộ trưởng quốc phòng\nSáng 3/2, Đại tướng Phan Văn Giang chủ trì lễ đón Bộ trưởng Quốc phòng "
        "Nhật Bản Shinjiro Koizumi thăm chính thức Việt Nam. Ngay sau lễ đón, Đại tướng Phan Văn Giang và Bộ trưởng "
        "Shinjiro Koizumi đã hội đàm.",
        [
            "visit ongoing: JP shinjiro-koizumi, VN phan-van-giang @ 2026-02-03",
            "meeting held: JP shinjiro-koizumi, VN phan-van-giang @ 2026-02-03",
        ],
    ),
]
SINCE = [
    (  # the meeting since which time is counted, and the summit beside which it was
        "= Lãnh đạo Nhật - Hàn gặp nhau\nTổng thống Hàn Quốc Lee Jae-myung gặp Thủ tướng Nhật Bản Sanae Takaichi ngày "
        "4/2. Cuộc gặp diễn ra sau ba tháng kể từ cuộc hội đàm bên lề Hội nghị thượng đỉnh APEC ở Gyeongju năm ngoái.",
        [
            "meeting held: JP sanae-takaichi, KR lee-jae-myung @ 2026-02-04",
            "meeting held: JP sanae-takaichi, KR lee-jae-myung @ 2025",
            "summit held: APEC, KR @ 2025",
        ],
    ),
    (  # what leaders agreed when they met is no plan of theirs
        "Ông Tập Cận Bình và ông Kim Jong-un đã nhất trí về thương mại tại cuộc gặp hồi tháng 9/2025.",
        ["meeting held: CN xi-jinping, KP kim-jong-un @ 2025-09"],
    ),
]
TOLD_AGAIN = [
    (  # on the day after somebody says that it has just happened
        "= Ông Zelensky xác nhận điện đàm với ông Trump\nTổng thống Mỹ Donald Trump ngày 3/2 điện đàm với Tổng thống "
        "Ukraine Volodymyr Zelensky. Trong bài đăng trên X sáng 4/2, Tổng thống Zelensky xác nhận ông vừa có cuộc điện "
        "đàm với người đồng cấp Mỹ.",
        ["phone-call held: UA volodymyr-zelensky, US donald-trump @ 2026-02-03"],
    ),
    (  # two guests of one summit
        "= Nga và Ấn Độ trước hội nghị SCO\nTổng thống Nga Vladimir Putin sẽ dự hội nghị thượng đỉnh của SCO "
        "tại Trung Quốc. Thủ tướng Ấn Độ Narendra Modi cũng sẽ dự hội nghị SCO.",
        ["summit planned: CN, IN narendra-modi, RU vladimir-putin, SCO"],
    ),
    (  # "hai bên" who name nobody held what was told before
        "= Ngoại trưởng Lào thăm Thái Lan\nNgoại trưởng Thái Lan Sihasak Phuangketkeow gặp Ngoại trưởng Lào "
        "Thongsavanh Phomvihane tại Bangkok hôm 3/2. Hai bên đã có cuộc hội đàm cởi mở.",
        [
            "meeting held: LA thongsavanh-phomvihane, TH sihasak-phuangketkeow @ 2026-02-03",
            "visit ongoing: LA thongsavanh-phomvihane, TH",
        ],
    ),
    (  # what they discussed in a call is the call
        "= Ông Bessent sẽ gặp ông Hà Lập Phong\nBộ trưởng Tài chính Mỹ Scott Bessent sẽ gặp Phó thủ tướng Trung Quốc "
        "Hà Lập Phong tại Paris. Ông Bessent viết rằng hai bên đã có cuộc thảo luận thẳng thắn trong cuộc điện đàm tối "
        "4/2.",
        ["meeting planned: CN he-lifeng, US scott-bessent", "phone-call held: CN, US @ 2026-02-04"],
    ),
    (
        "Nga và Ukraine nhất trí sớm khởi động vòng đàm phán mới.",
        ["talks planned: RU, UA"],
    ),
    (  # those between whom a deal is do not travel
        "= Oman chuyển đề xuất của Mỹ cho Iran\nNgoại trưởng Oman Badr Albusaidi đã trình bày đề xuất về một thỏa "
        "thuận giữa Tehran và Washington, trong chuyến thăm ngắn tới Tehran ngày 4/2.",
        ["visit held: IR, OM badr-al-busaidi @ 2026-02-04"],
    ),
]
LISTED_PEOPLE = [
    (
        "Đặc phái viên Steve Witkoff đề xuất một cuộc gặp ba bên giữa Putin, Trump và Zelensky.",
        ["summit proposed: RU vladimir-putin, UA volodymyr-zelensky, US donald-trump"],
    ),
    (
        "Ngoại trưởng Pháp Jean-Noel Barrot đã lần lượt gặp Ngoại trưởng Ai Cập Badr Abdelatty; Ngoại trưởng Qatar "
        "Mohammed bin Abdulrahman Al Thani và Ngoại trưởng Thổ Nhĩ Kỳ Hakan Fidan.",
        [
            "meeting held: EG badr-abdelatty, FR jean-noel-barrot",
            "meeting held: FR jean-noel-barrot, QA mohammed-bin-abdulrahman-al-thani",
            "meeting held: FR jean-noel-barrot, TR hakan-fidan",
        ],
    ),
    (  # two of one country sit together at home
        "= Hamas và Israel\nThủ tướng Israel Benjamin Netanyahu và Giám đốc Mossad David Barnea họp hồi tháng 1 về "
        "thỏa thuận ngừng bắn với Hamas.",
        [],
    ),
]
AHEAD = [
    (  # the picture of an old meeting is no day of the one ahead; "hai ngày tới Nara" is no span of days
        "= Tổng thống Hàn Quốc sẽ gặp Thủ tướng Nhật Bản\nTổng thống Lee Jae-myung sẽ có chuyến thăm kéo dài hai ngày "
        "tới Nhật Bản để hội đàm với Thủ tướng Sanae Takaichi.\n\nTổng thống Lee Jae-myung và Thủ tướng Sanae Takaichi "
        "hội đàm tại Gyeongju, Hàn Quốc, ngày 30/10/2025. Ảnh: Yonhap",
        [
            "visit planned: JP, KR lee-jae-myung",
            "meeting planned: JP sanae-takaichi, KR lee-jae-myung",
            "meeting held: JP sanae-takaichi, KR lee-jae-myung @ 2025-10-30",
        ],
    ),
    (  # where the one before him went
        "Thủ tướng Anh Keir Starmer vừa thăm Trung Quốc. Thủ tướng Đức Friedrich Merz dự kiến sẽ đến thăm vào tháng 3.",
        ["visit held: CN, GB keir-starmer", "visit planned: CN, DE friedrich-merz @ 2026-03"],
    ),
]
BACKGROUND = [
    (  # an old meeting is not the one that the title tells
        "= Tổng thống Nga và Tổng thống Iran hội đàm\nTổng thống Nga Vladimir Putin và Tổng thống Iran Masoud "
        "Pezeshkian hội đàm tại Moscow. Lần gần đây nhất hai ông gặp nhau là vào tháng 9/2025 tại Thiên Tân.",
        [
            "meeting held: IR masoud-pezeshkian, RU vladimir-putin",
            "meeting held: IR masoud-pezeshkian, RU vladimir-putin @ 2025-09",
        ],
    ),
    (  # the day that opens the sentence is that of the call in which he says it
        "Ngày 3/2, trong cuộc điện đàm với Tổng thống Nga Vladimir Putin, Tổng thống Iran Masoud Pezeshkian bày tỏ sự "
        "sẵn sàng ký thỏa thuận.",
        ["phone-call held: IR masoud-pezeshkian, RU vladimir-putin @ 2026-02-03"],
    ),
    (
        "Phái đoàn Nga, Mỹ và Ukraine sẽ tổ chức cuộc đàm phán ba bên đầu tiên tại Abu Dhabi, Các Tiểu vương quốc Ả "
        "rập Thống nhất, vào ngày 7/2.",
        ["talks planned: RU, UA, US @ 2026-02-07"],
    ),
]
SPANS = [
    (  # of how many years it is the first says nothing of its day; who is making a visit plans it no more
        "Ngoại trưởng Anh Yvette Cooper đang thực hiện chuyến thăm Ấn Độ. Đây là chuyến thăm Ấn Độ đầu tiên của một "
        "ngoại trưởng Anh trong vòng 3 năm qua.",
        ["visit ongoing: GB yvette-cooper, IN"],
    ),
    (  # a few words more between quotation marks
        "Ngoại trưởng Anh Yvette Cooper đã có cuộc hội đàm “thẳng thắn, cởi mở và hữu ích cho cả hai phía” với người "
        "đồng cấp Ấn Độ S. Jaishankar hôm 3/2.",
        ["meeting held: GB yvette-cooper, IN s-jaishankar @ 2026-02-03"],
    ),
]
WHOSE = [
    (  # who is named without a country
        "Ngoại trưởng Iran Abbas Araghchi đã tới thăm Oman và có cuộc gặp với người đồng cấp Hamad Al Said tại thủ đô.",
        ["visit held: IR abbas-araghchi, OM", "meeting held: IR abbas-araghchi, OM Hamad Al Said"],
    ),
    (
        "Chủ tịch nước Lương Cường đã hội đàm với Tổng thống Angola Joao Lourenco; hội kiến Chủ tịch Quốc hội Carolina "
        "Cerqueira.",
        ["meeting held: VN luong-cuong, AO joao-lourenco", "meeting held: VN luong-cuong, AO Carolina Cerqueira"],
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
TOLD_OF = [
    (  # what will be published is the account, not the call
        "= Ông Macron điện đàm với ông Putin\nTổng thống Pháp Emmanuel Macron điện đàm với Tổng thống Nga Vladimir "
        "Putin ngày 4/2. Điện Elysee sẽ công bố thêm chi tiết về cuộc điện đàm giữa hai tổng thống.",
        ["phone-call held: FR emmanuel-macron, RU vladimir-putin @ 2026-02-04"],
    ),
    (  # what was ahead when somebody spoke has been held since
        "= Ông Merz gặp ông Macron\nThủ tướng Đức Friedrich Merz đã gặp Tổng thống Pháp Emmanuel Macron hôm 3/2. Phát "
        "biểu trước cuộc gặp với Thủ tướng Merz, ông Macron nói châu Âu phải tự lo cho mình.",
        ["meeting held: DE friedrich-merz, FR emmanuel-macron @ 2026-02-03"],
    ),
]
OTHERS = [
    (  # other people of the same two countries
        "= Ông Lavrov gặp ông Fidan\nNgoại trưởng Nga Sergei Lavrov ngày 4/2 hội đàm với Ngoại trưởng Thổ Nhĩ Kỳ Hakan "
        "Fidan tại Ankara. Trong cuộc gặp hồi tháng trước, Tổng thống Nga Vladimir Putin và Tổng thống Thổ Nhĩ Kỳ "
        "Tayyip Erdogan đã nhất trí tăng thương mại.",
        [
            "meeting held: RU sergei-lavrov, TR hakan-fidan @ 2026-02-04",
            "meeting held: RU vladimir-putin, TR recep-tayyip-erdogan @ 2026-01",
        ],
    ),
    (  # another round
        "Vòng đàm phán thứ tư giữa Mỹ và Iran đang được chuẩn bị. Trước đó, ngày 26/1, vòng đàm phán thứ ba đã được tổ "
        "chức tại Muscat.",
        ["talks planned: IR, US", "talks held: IR, US @ 2026-01-26"],
    ),
    (  # the two sides are those named together, not the scene of their talks
        "Phái đoàn của Mỹ và Iran đã kết thúc vòng đàm phán tại Oman ngày 4/2. Đây là vòng đàm phán gián tiếp giữa hai "
        "bên.",
        ["talks held: IR, US @ 2026-02-04"],
    ),
    (  # all whose delegations come, and those whose war it is
        "= Ai Cập chủ trì vòng đàm phán mới về Gaza\nNgày 4/2, các phái đoàn đàm phán từ Mỹ, Ai Cập, Qatar và Israel "
        "đã tới Cairo dự vòng thương lượng mới về Gaza.",
        ["talks held: EG, HAMAS, IL, QA, US @ 2026-02-04"],
    ),
]
CAPTIONS = [
    (
        "= Ngoại trưởng Anh thăm Pháp\nNgoại trưởng Pháp Jean-Noel Barrot gặp Ngoại trưởng Anh Yvette Cooper tại "
        "Paris.\n\nTổng thống Pháp Emmanuel Macron (phải) bắt tay Ngoại trưởng Anh Yvette Cooper tại Điện Elysee, ngày "
        "9/6/2025. Ảnh: AFP",
        [
            "visit ongoing: GB yvette-cooper, FR",
            "meeting held: FR jean-noel-barrot, GB yvette-cooper",
            "meeting held: FR emmanuel-macron, GB yvette-cooper @ 2025-06-09",
        ],
    ),
    (  # the day of the meeting and of the summit beside which they met
        "= Ông Modi điện đàm với ông Putin\nThủ tướng Ấn Độ Narendra Modi điện đàm với Tổng thống Nga Vladimir "
        "Putin.\n\nÔng Putin và ông Modi gặp nhau bên lề hội nghị thượng đỉnh G20 tại Hàng Châu ngày 5/9/2016. Ảnh: "
        "AFP",
        [
            "phone-call held: IN narendra-modi, RU vladimir-putin",
            "meeting held: IN narendra-modi, RU vladimir-putin @ 2016-09-05",
            "summit held: CN, G20, IN narendra-modi, RU vladimir-putin @ 2016-09-05",
        ],
    ),
]
NONE = [
    ("Quan hệ Pháp - Đức tốt đẹp. Ông Macron nói hai nước nên tăng cường đối thoại và hợp tác.", []),
    ("Quan hệ Ấn Độ - Mỹ đang nguội lạnh. Ấn Độ và Mỹ đang phải đối mặt với nhiều thách thức.", []),
]
WAY_HOME = [
    (  # on the way from one host to the next
        "Chiều 3/2, Thủ tướng Anh Keir Starmer đã rời Hamburg, Đức để sang Hà Lan.",
        ["visit held: GB keir-starmer, NL @ 2026-02-03"],
    ),
    (
        "Tối 4/2, chuyên cơ chở Chủ tịch nước Lương Cường đã về đến Hà Nội, kết thúc chuyến thăm chính thức Angola.",
        ["visit held: VN luong-cuong, AO @ 2026-02-04"],
    ),
]


EVERY = LISTED_MEETINGS + OCCASIONS + PRONOUNS + TOLD_OF + OTHERS + CAPTIONS + NONE + WAY_HOME
EVERY += (
    BACKGROUND + SPANS + WHOSE + LISTED_PEOPLE + AHEAD + SINCE + TOLD_AGAIN + SERIES + INVITATIONS + SPELLING + WELCOMES
)


@pytest.mark.parametrize(("text", "wanted"), EVERY)
def test_full_article(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
