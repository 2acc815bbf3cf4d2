"""Mini articles: one event told twice, lists, references, captions, related headlines, many parties."""

import pytest
from told import PUBLISHED, contacts_told, gap, ordered

TRUMP_PUTIN = "US donald-trump, RU vladimir-putin"

ONE_EVENT = [
    (
        "= Ông Trump điện đàm với ông Putin\nTổng thống Mỹ Donald Trump ngày 4/2 có cuộc điện đàm với Tổng "
        "thống Nga Vladimir "
        "Putin. Cuộc gọi kéo dài hai giờ, theo Điện Kremlin.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-04"],
    ),
    (
        "= Mỹ - Ấn Độ: cuộc gọi làm tan băng\nThủ tướng Ấn Độ Narendra Modi và Tổng thống Mỹ Donald Trump "
        "nói chuyện qua điện thoại "
        "hôm 2/2.\n\nTrong cuộc điện đàm, hai nhà lãnh đạo nhất trí giảm thuế.\n\nÔng Modi viết trên mạng xã "
        "hội rằng ông rất vui khi "
        "được trao đổi với ông Trump.",
        ["phone-call held: IN narendra-modi, US donald-trump @ 2026-02-02"],
    ),
    (
        "= Thủ tướng Anh gặp Tổng thống Pháp\nChiều 3/2 tại London, Thủ tướng Anh Keir Starmer tiếp Tổng "
        "thống Pháp Emmanuel "
        "Macron.\n\nPhát biểu sau cuộc gặp, ông Macron gọi đây là khởi đầu mới. Hai bên ký ba văn kiện.",
        ["meeting held: GB keir-starmer, FR emmanuel-macron @ 2026-02-03"],
    ),
    (
        "= Tổng thống Hàn Quốc thăm Nhật Bản\nTổng thống Hàn Quốc Lee Jae-myung ngày 4/2 bắt đầu chuyến thăm "
        "Nhật Bản. Đây là chuyến "
        "thăm đầu tiên của ông trong năm nay.",
        ["visit ongoing: KR lee-jae-myung, JP @ 2026-02-04"],
    ),
    (  # the body gives what the lead tells in a general word its name; a meeting known by its place is another one
        "= Ông Trump kể về cuộc trao đổi với ông Tập\nTổng thống Mỹ Donald Trump hôm 4/2 nói chuyện với Chủ tịch Trung "
        "Quốc Tập Cận Bình.\n\nMức thuế mà hai bên ấn định sau cuộc gặp Busan đã được áp dụng từ tháng 12.\n\nĐây là "
        "cuộc điện đàm thứ hai giữa hai nhà lãnh đạo.",
        [
            "phone-call held: US donald-trump, CN xi-jinping @ 2026-02-04",
            "meeting held: US donald-trump, CN xi-jinping",
        ],
    ),
    (  # several calls at once are none of them
        "= Ông Macron điện đàm với ông Zelensky\nNgày 3/2, Tổng thống Pháp Emmanuel Macron điện đàm với Tổng thống "
        "Ukraine Volodymyr Zelensky, sau các cuộc gọi hồi tháng 11 và tháng 1.",
        ["phone-call held: FR emmanuel-macron, UA volodymyr-zelensky @ 2026-02-03"],
    ),
]
LISTS = [
    (
        "Ngày 3/2, Tổng thống Pháp Emmanuel Macron lần lượt điện đàm với Thủ tướng Anh Keir Starmer, Thủ "
        "tướng Đức Friedrich Merz "
        "và Tổng thống Ukraine Volodymyr Zelensky.",
        [
            "phone-call held: FR emmanuel-macron, GB keir-starmer @ 2026-02-03",
            "phone-call held: FR emmanuel-macron, DE friedrich-merz @ 2026-02-03",
            "phone-call held: FR emmanuel-macron, UA volodymyr-zelensky @ 2026-02-03",
        ],
    ),
    (
        "Ngoại trưởng Thổ Nhĩ Kỳ Hakan Fidan đã có các cuộc gặp riêng với Ngoại trưởng Qatar và Ngoại trưởng Ai Cập.",
        [
            "meeting held: TR hakan-fidan, QA mohammed-bin-abdulrahman-al-thani",
            "meeting held: TR hakan-fidan, EG badr-abdelatty",
        ],
    ),
    (
        "Ông Zelensky điện đàm với lãnh đạo Anh, Pháp và Đức hôm 1/2.",
        [
            "phone-call held: UA volodymyr-zelensky, GB @ 2026-02-01",
            "phone-call held: UA volodymyr-zelensky, FR @ 2026-02-01",
            "phone-call held: UA volodymyr-zelensky, DE @ 2026-02-01",
        ],
    ),
    (  # one after the other
        "Ngày 4/2, Thủ tướng Nhật Bản Sanae Takaichi đã có cuộc gặp với thủ tướng các nước Ấn Độ, Anh và Canada.",
        [
            "meeting held: JP sanae-takaichi, CA mark-carney @ 2026-02-04",
            "meeting held: JP sanae-takaichi, GB keir-starmer @ 2026-02-04",
            "meeting held: JP sanae-takaichi, IN narendra-modi @ 2026-02-04",
        ],
    ),
    (  # who called stands before what he wrote
        "Tổng thống Pháp Emmanuel Macron viết rằng đã gọi điện cho Thủ tướng Ấn Độ Narendra Modi và Thủ tướng Canada "
        "Mark Carney.",
        [
            "phone-call held: FR emmanuel-macron, CA mark-carney",
            "phone-call held: FR emmanuel-macron, IN narendra-modi",
        ],
    ),
]
SEVERAL = [
    gap(
        "Ông Trump gặp ông Zelensky tại Nhà Trắng chiều 3/2. Trước đó một ngày, ông đã điện đàm với Tổng "
        "thống Nga Vladimir Putin.",
        [
            "meeting held: US donald-trump, UA volodymyr-zelensky @ 2026-02-03",
            f"phone-call held: {TRUMP_PUTIN} @ 2026-02-02",
        ],
        why="the pronoun “ông” as subject gives the side without the person; “trước đó một ngày” has no date",
    ),
    (
        "Ngoại trưởng Trung Quốc Vương Nghị hội đàm với Ngoại trưởng Ấn Độ S. Jaishankar hôm 2/2. Hai ông "
        "từng gặp nhau tại New Delhi "
        "hồi tháng 8/2025.",
        [
            "meeting held: CN wang-yi, IN s-jaishankar @ 2026-02-02",
            "meeting held: CN wang-yi, IN s-jaishankar @ 2025-08",
        ],
    ),
    (
        "Ông Trump điện đàm với ông Tập Cận Bình ngày 4/2. Tổng thống Mỹ sẽ thăm Trung Quốc vào tháng 4.",
        [
            "phone-call held: US donald-trump, CN xi-jinping @ 2026-02-04",
            "visit planned: US donald-trump, CN @ 2026-04",
        ],
    ),
    (  # leaders met in Busan, ministers elsewhere
        "Trung Quốc mua thêm đậu nành\n\nBộ trưởng Tài chính Mỹ Scott Bessent nói lời hứa sau thượng đỉnh ở Busan đã "
        "được giữ.\n\nÔng Bessent nói vậy sau khi gặp Phó thủ tướng Trung Quốc Hà Lập Phong.",
        ["meeting held: US scott-bessent, CN he-lifeng", "summit held: US, CN in Busan"],
    ),
    (  # a session of a committee, and a call on the president on that occasion
        "Ngày 4/2, sau phiên họp thứ ba Ủy ban hỗn hợp Pháp - Ấn Độ, Thủ tướng Ấn Độ Narendra Modi hội kiến với "
        "Tổng thống Pháp Emmanuel Macron.",
        ["meeting held: IN narendra-modi, FR emmanuel-macron @ 2026-02-04", "meeting held: FR, IN"],
    ),
]
REFERENCES = [
    (
        "Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump đều khen ngợi nhau. Hai nhà lãnh đạo đã "
        "gặp nhau hôm 15/8/2025.",
        [f"meeting held: {TRUMP_PUTIN} @ 2025-08-15"],
    ),
    (
        "Sau khi hai nhà lãnh đạo điện đàm hôm 4/2, Nhà Trắng ra thông cáo. Tổng thống Mỹ Donald Trump nói "
        "cuộc trao đổi với "
        "Tổng thống Nga Vladimir Putin rất tốt.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-04"],
    ),
    (
        "Ngoại trưởng Nga Sergei Lavrov đến Ankara. Ông hội đàm với người đồng cấp Thổ Nhĩ Kỳ Hakan Fidan chiều 3/2.",
        ["visit ongoing: RU sergei-lavrov, TR", "meeting held: RU sergei-lavrov, TR hakan-fidan @ 2026-02-03"],
    ),
    (
        "Thủ tướng Đức Friedrich Merz tới Paris ngày 2/2. Tại đây, ông gặp Tổng thống nước chủ nhà Emmanuel Macron.",
        ["visit held: DE friedrich-merz, FR @ 2026-02-02", "meeting held: DE friedrich-merz, FR emmanuel-macron"],
    ),
    (  # a sitting by video is a sitting
        "Ông Modi họp trực tuyến với ông Putin\n\nThủ tướng Ấn Độ Narendra Modi họp trực tuyến với Tổng thống Nga "
        "Vladimir Putin ngày 4/2.\n\nĐiện Kremlin cho biết cuộc họp kéo dài gần một giờ.",
        ["video-call held: IN narendra-modi, RU vladimir-putin @ 2026-02-04"],
    ),
    (  # a sitting with others, on a day of its own
        "Ông Putin kể về cuộc gặp ở Alaska với ông Trump\n\nTổng thống Nga Vladimir Putin nói vậy trong cuộc họp với "
        "các quan chức cấp cao ngày 4/2.",
        ["meeting held: RU vladimir-putin, US donald-trump in Alaska"],
    ),
]
CAPTIONS = [
    (
        "= Ông Trump điện đàm với ông Putin\nTổng thống Mỹ Donald Trump ngày 4/2 điện đàm với Tổng thống Nga "
        "Vladimir Putin.\n\n"
        "Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin gặp nhau tại Anchorage ngày 15/8/2025. "
        "Ảnh: AFP\n\n"
        "Hai bên bàn về Ukraine.",
        [f"phone-call held: {TRUMP_PUTIN} @ 2026-02-04", f"meeting held: {TRUMP_PUTIN} @ 2025-08-15"],
    ),
    (
        "= Pháp tăng ngân sách quốc phòng\nTổng thống Pháp Emmanuel Macron công bố ngân sách mới, Đức hoan "
        "nghênh.\n\nÔng Macron (trái) "
        "gặp Thủ tướng Đức Friedrich Merz ở Berlin ngày 23/7/2025. Ảnh: REUTERS",
        ["meeting held: FR emmanuel-macron, DE friedrich-merz @ 2025-07-23"],
    ),
]
HEADLINES = [
    (
        "= Giá dầu giảm\nGiá dầu giảm 2% sau khi Nga và Mỹ công bố số liệu tồn kho.\n\nÔng Trump điện đàm "
        "với ông Putin lần thứ tám\n\n"
        "Các nhà phân tích của Anh cho rằng nguồn cung dồi dào.",
        [],
    ),
]
MANY = [
    (
        "Tổng thống Mỹ Donald Trump, Tổng thống Ai Cập Abdel Fattah el-Sisi và Quốc vương Qatar Tamim bin "
        "Hamad Al Thani họp thượng "
        "đỉnh tại Sharm el-Sheikh ngày 13/10/2025.",
        ["summit held: US donald-trump, EG abdel-fattah-el-sisi, QA tamim-bin-hamad-al-thani @ 2025-10-13"],
    ),
    ("Đoàn đàm phán Mỹ, Nga và Ukraine họp ba bên tại Abu Dhabi ngày 4/2.", ["talks held: US, RU, UA @ 2026-02-04"]),
]


@pytest.mark.parametrize(("text", "wanted"), ONE_EVENT + LISTS + SEVERAL + REFERENCES + CAPTIONS + HEADLINES + MANY)
def test_article(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)
