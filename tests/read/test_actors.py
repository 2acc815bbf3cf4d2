"""Who is named, in which office, for which country: words first, then who is meant.

`[words]` of a text are the actor that is asked for; ` | ` lists what must be read there, one `CODE person office` each
(`-` where there is none). The second paragraph, which every article gets, lets two foreign sides appear in it.
"""

import pytest
from told import PUBLISHED, article_of, gap

from readout.read.actors import Actor
from readout.read.analysis import analyse
from readout.read.mentions import Mention

BESIDE = "\n\nÔng Trump nói với Reuters rằng Nga và Mỹ chưa bình luận."

ORDERS = [
    ("[Tổng thống Pháp Emmanuel Macron] phát biểu tại Nice.", "FR emmanuel-macron president"),
    ("[Tổng thống Emmanuel Macron] của Pháp phát biểu.", "FR emmanuel-macron president"),
    ("[ông Emmanuel Macron, Tổng thống Pháp], phát biểu.", "FR emmanuel-macron president"),
    ("[Emmanuel Macron] phát biểu ở Nice.", "FR emmanuel-macron president"),
    ("[Thủ tướng Nhật Bản, bà Sanae Takaichi] đã họp báo.", "JP sanae-takaichi prime-minister"),
    ("[Thủ tướng Nhật Bản Takaichi Sanae] đã họp báo.", "JP sanae-takaichi prime-minister"),
    ("[nữ Thủ tướng Nhật Bản Sanae Takaichi] đã họp báo.", "JP sanae-takaichi prime-minister"),
    ("[Ngoại trưởng Trung Quốc Vương Nghị] họp báo cuối năm.", "CN wang-yi foreign-minister"),
    ("[Bộ trưởng Ngoại giao Trung Quốc Vương Nghị] họp báo.", "CN wang-yi foreign-minister"),
    ("[Chủ tịch Trung Quốc Tập Cận Bình] đọc diễn văn.", "CN xi-jinping president"),
    ("[Quốc vương Thái Lan Maha Vajiralongkorn] dự lễ.", "TH maha-vajiralongkorn monarch"),
    ("[cựu Tổng thống Mỹ Joe Biden] ra sách.", "US joe-biden former-president"),
    ("[Cựu Thủ tướng Đức Angela Merkel] ra sách.", "DE angela-merkel former-prime-minister"),
    ("[Tổng thư ký Liên hợp quốc Antonio Guterres] kêu gọi kiềm chế.", "UN antonio-guterres secretary-general"),
    ("[Chủ tịch Ủy ban châu Âu Ursula von der Leyen] họp báo.", "EU ursula-von-der-leyen commission-president"),
    ("[đặc phái viên Mỹ Steve Witkoff] rời khách sạn.", "US steve-witkoff special-envoy"),
    ("Người bước ra cuối cùng là [ông J.D. Vance].", "US jd-vance vice-president"),
    ("Khách mời danh dự là [Chủ tịch Ủy ban châu Âu].", "EU ursula-von-der-leyen commission-president"),
    ("Trên hàng ghế đầu có [Đại sứ Hàn Quốc].", "KR - ambassador"),
]
SEVERAL_OFFICES = [
    ("[Tổng Bí thư, Chủ tịch nước Tô Lâm] chủ trì phiên họp.", "VN to-lam general-secretary"),
    ("[Tổng Bí thư Tô Lâm] chủ trì phiên họp.", "VN to-lam general-secretary"),
    ("[Phó Thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn] chủ trì.", "VN bui-thanh-son"),
    ("[Phó Thủ tướng kiêm Ngoại trưởng Ý Antonio Tajani] chủ trì.", "IT antonio-tajani"),
    ("[Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith] chủ trì.", "LA thongloun-sisoulith general-secretary"),
]
SHORT = [
    ("[ông Trump] trở về Florida.", "US donald-trump president"),
    ("[Ông Putin] không trả lời.", "RU vladimir-putin president"),
    ("[bà Takaichi] họp báo ở Tokyo.", "JP sanae-takaichi prime-minister"),
    ("[bà Meloni] họp báo ở Rome.", "IT giorgia-meloni prime-minister"),
    ("Quốc hội lắng nghe [Zelensky] suốt một giờ.", "UA volodymyr-zelensky president"),
    ("[ông Zelenskyy] trở về Kiev.", "UA volodymyr-zelensky president"),
    ("[ông Netanyahu] phản đối.", "IL benjamin-netanyahu prime-minister"),
    ("[nhà lãnh đạo Kim Jong Un] thị sát nhà máy.", "KP kim-jong-un"),
    ("[ông Tập] đọc diễn văn ở Bắc Kinh.", "CN xi-jinping"),
]
BY_DATE = [
    # published, text, who
    ("2025-09-15", "[Thủ tướng Nhật Bản] họp báo.", "JP shigeru-ishiba prime-minister"),
    ("2025-11-15", "[Thủ tướng Nhật Bản] họp báo.", "JP sanae-takaichi prime-minister"),
    ("2024-06-01", "[Tổng thống Mỹ] ký sắc lệnh.", "US joe-biden president"),
    ("2026-02-05", "[Tổng thống Mỹ] ký sắc lệnh.", "US donald-trump president"),
    ("2024-03-01", "[Thủ tướng Anh] họp nội các.", "GB rishi-sunak prime-minister"),
    ("2026-02-05", "[Ngoại trưởng Mỹ] họp báo.", "US marco-rubio foreign-minister"),
    ("2026-02-05", "[Tổng thống Hàn Quốc] họp báo.", "KR lee-jae-myung president"),
    ("2024-03-01", "[Tổng thống Hàn Quốc] họp báo.", "KR yoon-suk-yeol president"),
    (None, "[Tổng thống Hàn Quốc] họp báo.", "KR - president"),
    ("2026-02-05", "[Tổng thư ký NATO] họp báo.", "NATO mark-rutte secretary-general"),
    ("2026-05-20", "[Thủ tướng Anh] họp nội các.", "GB keir-starmer prime-minister"),
    ("2026-08-20", "[Thủ tướng Anh] họp nội các.", "GB andy-burnham prime-minister"),
    ("2026-08-20", "[Ngoại trưởng Anh] họp báo.", "GB ed-miliband foreign-minister"),
    ("2026-06-20", "[Bộ trưởng Quốc phòng Anh] họp báo.", "GB dan-jarvis defence-minister"),
    ("2026-09-10", "[Bộ trưởng Quốc phòng Ukraine] họp báo.", "UA yevhen-khmara defence-minister"),
    ("2026-09-10", "[Thủ tướng Ukraine] họp báo.", "UA serhii-koretskyi prime-minister"),
    ("2026-09-10", "[bà Fujimori] họp báo ở Lima.", "PE keiko-fujimori president"),
    ("2026-03-10", "[Thủ tướng Hungary] họp báo.", "HU viktor-orban prime-minister"),
    ("2026-09-10", "[Thủ tướng Hungary] họp báo.", "HU peter-magyar prime-minister"),
    ("2026-05-10", "[Thủ tướng Hàn Quốc] họp báo.", "KR kim-min-seok prime-minister"),
    ("2026-10-10", "[Thủ tướng Hàn Quốc Han Seong Sook] họp báo.", "KR han-seong-sook prime-minister"),
    ("2026-10-10", "[Vua Na Uy Haakon] thăm Thụy Điển.", "NO haakon-viii monarch"),
    ("2026-03-10", "[Thái tử Na Uy Haakon] thăm Thụy Điển.", "NO crown-prince-haakon crown-prince"),
    ("2026-10-10", "[Tổng thống Estonia] họp báo.", "EE alar-karis president"),
    ("2026-10-20", "[Tổng thống Estonia] họp báo.", "EE ulle-madise president"),
    ("2026-08-10", "[Bộ trưởng Tài chính Ngô Văn Tuấn] họp báo.", "VN ngo-van-tuan finance-minister"),
]
ROLES = [
    ("Tổng thống Pháp Emmanuel Macron về nước. [nhà lãnh đạo Pháp] im lặng.", "FR emmanuel-macron president"),
    ("Ngoại trưởng Nga Sergei Lavrov gặp [người đồng cấp Đức] hôm qua.", "DE johann-wadephul foreign-minister"),
    ("Ngoại trưởng Nga Sergei Lavrov gặp [người đồng cấp Đức Johann Wadephul].", "DE johann-wadephul foreign-minister"),
    ("[ông chủ Nhà Trắng] rời phòng họp.", "US donald-trump president"),
    ("[phía Trung Quốc] phản đối.", "CN - -"),
    ("[phái đoàn Iran] rời khách sạn.", "IR - -"),
    ("[Bộ Ngoại giao Trung Quốc] phản đối.", "CN - -"),
    ("[Nhà Trắng] phản đối.", "US - -"),
    ("[Điện Kremlin] phản đối.", "RU - -"),
    ("[Liên minh châu Âu] phản đối.", "EU - -"),
    (
        "Tổng thống Pháp Emmanuel Macron và Thủ tướng Ý Giorgia Meloni ngồi lại. [hai nhà lãnh đạo] cười.",
        "FR emmanuel-macron | IT giorgia-meloni",
    ),
]
LISTS = [
    ("[Thủ tướng Anh và Đức] ra tuyên bố.", "GB keir-starmer prime-minister | DE friedrich-merz prime-minister"),
    (
        "[Ngoại trưởng Pháp, Đức và Anh] ra tuyên bố.",
        "FR jean-noel-barrot foreign-minister | DE johann-wadephul foreign-minister | GB yvette-cooper "
        "foreign-minister",
    ),
    ("[lãnh đạo Nhật Bản, Hàn Quốc và Úc] ra tuyên bố.", "JP - - | KR - - | AU - -"),
    ("[Pháp, Đức và Ba Lan] ra tuyên bố.", "FR - - | DE - - | PL - -"),
    ("[Ấn Độ - Pakistan] đấu pháo.", "IN - - | PK - -"),
    ("[ông Macron và ông Merz] ra tuyên bố.", "FR emmanuel-macron president | DE friedrich-merz prime-minister"),
    (
        "[Tổng thống Pháp Emmanuel Macron, Thủ tướng Đức Friedrich Merz và Thủ tướng Anh Keir Starmer] ra tuyên bố.",
        "FR emmanuel-macron president | DE friedrich-merz prime-minister | GB keir-starmer prime-minister",
    ),
]
UNLISTED = [
    gap(
        "[Bộ trưởng Thủy sản Iceland Jon Sigurdsson] họp báo.",
        "IS Jon Sigurdsson minister",
        why="a minister whose portfolio is not listed is cut behind “Bộ trưởng”",
    ),
    ("[Thứ trưởng Ngoại giao Nhật Bản Kenji Yamashita] họp báo.", "JP Kenji Yamashita deputy-foreign-minister"),
    ("[Đại sứ Peru Patricia Ráez Portocarrero] họp báo.", "PE Patricia Ráez Portocarrero ambassador"),
    ("[nghị sĩ Mỹ John Appleseed] họp báo.", "US John Appleseed"),
]
SUCCESSORS = [  # offices that the table gives to somebody else on that day
    ("[Thủ tướng Hungary Zoltán Kerekes] họp báo ở Budapest.", "HU Zoltán Kerekes prime-minister"),
    ("[tân Thủ tướng Thụy Điển, bà Lena Bergström], họp báo.", "SE Lena Bergström prime-minister"),
    ("[bà Lena Bergström, tân Thủ tướng Thụy Điển], họp báo.", "SE Lena Bergström prime-minister"),
    ("[Tổng thống Mỹ J.D. Harper] họp báo.", "US J.D. Harper president"),
    ("[Phát ngôn viên Điện Kremlin Anton Belyaev] họp báo.", "RU Anton Belyaev press-secretary"),
    ("[phát ngôn viên Lầu Năm Góc Robert Hillman] họp báo.", "US Robert Hillman defence-ministry-spokesperson"),
    ("[Giám đốc CIA Peter Holloway] về nước.", "US Peter Holloway intelligence-chief"),
    ("Tân Thủ tướng Thụy Điển Lena Bergström họp báo. [Bà Bergstrom] cười.", "SE Lena Bergström prime-minister"),
    ("Ngoại trưởng Ba Lan Marek Wolinski họp báo. [ông Woliński] cười.", "PL Marek Wolinski foreign-minister"),
    ("Ngoại trưởng Cuba Alejandro Pérez Ruiz đến. [ông Alejandro Pérez] cười.", "CU Alejandro Pérez Ruiz"),
    ("Ngoại trưởng Cuba Alejandro Ruiz đến. [Bộ trưởng Ruiz] cười.", "CU Alejandro Ruiz foreign-minister"),
    ("Phó Thủ tướng Trung Quốc Trần Quốc Hoa đến. [ông Trần] cười.", "CN Trần Quốc Hoa deputy-prime-minister"),
    ("Phó Thủ tướng Trần Văn Bình đến. [ông Trần] cười.", "- Trần -"),
    ("[Thủ tướng Kerekes của Hungary] họp báo.", "HU Kerekes prime-minister"),
    ("[Thủ tướng Kerekes] họp báo.", "- Kerekes prime-minister"),
    ("[Thủ tướng Trần Văn Bình] họp báo.", "VN Trần Văn Bình prime-minister"),
    ("[Đặc phái viên Mỹ về Trung Đông Andrew Keller] họp báo.", "US Andrew Keller special-envoy"),
    (
        "[Tổng Giám đốc Cơ quan Năng lượng nguyên tử quốc tế (IAEA) Kwame Boateng] họp báo.",
        "IAEA Kwame Boateng director-general",
    ),
    ("Ông Trump gọi [tân Thủ tướng Anh - bà Helen Marsh].", "GB Helen Marsh prime-minister"),
    ("Ông Trump gặp [tân Thủ tướng Anh, bà Helen Marsh], hôm qua.", "GB Helen Marsh prime-minister"),
    ("Sau cuộc gặp [Thủ tướng Anh], bà Helen Marsh nói vậy.", "GB keir-starmer prime-minister"),
    ("[Bộ trưởng Ngoại giao và Thương mại Hungary Gábor Szűcs] họp báo.", "HU Gábor Szűcs foreign-minister"),
    ("Ngoại trưởng Nhật Bản Kenta Hayashi đến. [ông Hayashi Kenta] cười.", "JP Kenta Hayashi foreign-minister"),
    ("Bộ trưởng Quốc phòng Đức Hans Brandt đến. [Bộ trưởng Brandt] cười.", "DE Hans Brandt defence-minister"),
    ("Đại sứ Trung Quốc Lý Gia Minh đến. [Đại sứ Lý] cười.", "CN Lý Gia Minh ambassador"),
    ("Ông Trump tiếp Ngoại trưởng Iran Hamid Rezaei. [ngoại trưởng Iran] cười.", "IR Hamid Rezaei foreign-minister"),
    ("Tân Tổng thống Hàn Quốc Han Min-jae nhậm chức. [nhà lãnh đạo Hàn Quốc] cười.", "KR Han Min-jae president"),
    (
        "Tân Tổng thống Hàn Quốc Han Min-jae nhậm chức thay ông Lee Jae Myung. [nhà lãnh đạo Hàn Quốc] cười.",
        "KR Han Min-jae president",
    ),
    (
        "Ngoại trưởng Nga Sergei Lavrov gặp [người đồng cấp Iran Hamid Rezaei] hôm qua.",
        "IR Hamid Rezaei foreign-minister",
    ),
    (
        "Ngoại trưởng Nga Sergei Lavrov đến. Ngoại trưởng Iran Hamid Rezaei nói. Ông Lavrov gặp [người đồng cấp Iran].",
        "IR Hamid Rezaei foreign-minister",
    ),
]
METONYMS = [
    ("[Washington] phản đối kế hoạch.", "US - -"),
    ("Nhưng [Bắc Kinh] bác bỏ.", "CN - -"),
    ("[Moskva] cảnh báo châu Âu.", "RU - -"),
    ("[Tehran] im lặng trước đề nghị.", "IR - -"),
]
SYLLABLES = "a Vietnamese surname in front does not keep the syllables of a given name from being countries"
NOBODY = [  # the marked words are no actor
    "Tuyết rơi dày tại [Washington] suốt đêm.",
    "Chuyến bay từ [Moskva] bị hoãn.",
    "Ông Nguyễn [Đức] Anh bán hàng ở chợ.",
    "Ông Nguyễn Đức [Anh] bán hàng ở chợ.",
    "Chị Trần Thị [Mỹ] Linh mở quán.",
    "Em Lê [Nhật] Nam đoạt giải.",
    "Cô [Nga] dạy học ở Huế.",
    "Người [anh] cả đã về.",
    "Một [công ty Mỹ] phá sản.",
    "Hàng [trung] cấp bán chạy.",
]


def marked(text: str, published: str | None = PUBLISHED) -> list[Actor] | None:
    """Who the words in brackets mean; None where they are no actor."""
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    end = start + text.index("]") - text.index("[") - 1
    article = article_of(plain + BESIDE, published)
    assert article.text.startswith(plain)
    for view in analyse(article).views:
        for index, token in enumerate(view.tokens):
            if isinstance(token.record, Mention) and token.start < end and start < token.end:
                return (
                    view.actors[index]
                    if (token.start, token.end) == (start, end)
                    else [Actor(None, f"({article.text[token.start : token.end]})")]
                )
    return None


def check(text: str, published: str | None, wanted: str) -> None:
    """Fail unless the marked words mean exactly the wanted actors; an office that is not named there is "
    "not compared."""
    lines = wanted.split(" | ")
    found = marked(text, published)
    assert found is not None, "no actor"
    read = [" ".join((a.country or "-", a.person_id or a.person or "-", a.office or "-")) for a in found]
    assert len(read) == len(lines), read
    for line, full in zip(lines, read, strict=True):
        assert full == line or full.startswith(line + " "), read


@pytest.mark.parametrize(
    ("text", "wanted"), ORDERS + SEVERAL_OFFICES + SHORT + ROLES + LISTS + UNLISTED + SUCCESSORS + METONYMS
)
def test_actor(text: str, wanted: str) -> None:
    check(text, PUBLISHED, wanted)


@pytest.mark.parametrize(("published", "text", "wanted"), BY_DATE)
def test_office_holder_on_the_day(published: str | None, text: str, wanted: str) -> None:
    check(text, published, wanted)


@pytest.mark.parametrize("text", NOBODY)
def test_no_actor(text: str) -> None:
    found = marked(text)
    assert not found or {actor.country for actor in found} <= {None, "VN"}
