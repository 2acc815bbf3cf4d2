"""Where reported words begin and end, and what is told around them by the newspaper itself."""

import pytest
from told import reading_of


def told(text: str) -> list[tuple[str | None, str | None, str, str]]:
    return [
        (s.speaker.name or s.speaker.organisation, s.speaker.country, s.kind, s.content.text)
        for s in reading_of(text).statements
    ]


XI, PUTIN, TRUMP = ("Xi Jinping", "CN"), ("Vladimir Putin", "RU"), ("Donald Trump", "US")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what the newspaper adds to the words
        (
            'Ông Tập Cận Bình nói Đài Loan "trở về" là một phần của trật tự quốc tế - điều mà Mỹ không nhắc tới.',
            [(*XI, "indirect", 'Đài Loan "trở về" là một phần của trật tự quốc tế')],
        ),
        (
            "Ông Vladimir Putin cho biết Nga sẽ đáp trả lệnh trừng phạt mới, nhưng không nêu chi tiết.",
            [(*PUTIN, "indirect", "Nga sẽ đáp trả lệnh trừng phạt mới")],
        ),
        (
            'Ông Vladimir Putin nói phương Tây "đang đùa với lửa ở ngay cửa nhà", ám chỉ việc gửi tên lửa cho Kiev.',
            [(*PUTIN, "mixed", 'phương Tây "đang đùa với lửa ở ngay cửa nhà"')],
        ),
        # no comment: two nouns that a dash joins
        (
            "Ông Vladimir Putin nói Nga cần phát triển kinh tế - xã hội mà nhân dân mong muốn.",
            [(*PUTIN, "indirect", "Nga cần phát triển kinh tế - xã hội mà nhân dân mong muốn")],
        ),
        # the subject of the words stands before what they quote
        (
            'Ông Vladimir Putin cho hay cuộc điện đàm kéo dài một giờ này "rất hữu ích" và mở đường cho hòa bình.',
            [
                (
                    *PUTIN,
                    "indirect",
                    'cuộc điện đàm kéo dài một giờ này "rất hữu ích" và mở đường cho hòa bình',
                )
            ],
        ),
        (
            "Phát biểu tại quốc yến cùng Thủ tướng Nhật Bản, ông Trump cho biết hai bên “gần như đã xong thỏa thuận”.",
            [(*TRUMP, "mixed", "hai bên “gần như đã xong thỏa thuận”")],
        ),
        # a promise taken up as a noun
        (
            "Ông Donald Trump tái khẳng định cam kết của Mỹ đối với an ninh của Nhật Bản.",
            [(*TRUMP, "indirect", "cam kết của Mỹ đối với an ninh của Nhật Bản")],
        ),
        # the colon of a proportion is none
        (
            "Nga và Ukraine thống nhất tỷ lệ 3:1 cho đợt trao đổi tù binh tới.",
            [("Russia", "RU", "indirect", "tỷ lệ 3:1 cho đợt trao đổi tù binh tới")],
        ),
        # without quotation marks, before a dash and the speaker
        (
            "Thỏa thuận này chưa đề cập tới thép - cố vấn kinh tế của Tổng thống Hàn Quốc cho biết sáng 4/2.",
            [(None, "KR", "indirect", "Thỏa thuận này chưa đề cập tới thép")],
        ),
        # the title of a source is no part of the words
        (
            "Theo ông Thomas Reed, chuyên gia của Đại học Moskva, Nga sẽ đợi tới mùa xuân.",
            [("Thomas Reed", "RU", "indirect", "Nga sẽ đợi tới mùa xuân")],
        ),
        # what is quoted holds the same words as the attribution, or hides that a clause follows
        (
            'Nếu Mỹ rút quân thì đó là "cú sốc lớn, dù nhìn theo góc nào", theo bà Takaichi phát biểu ở Tokyo.',
            [("Sanae Takaichi", "JP", "mixed", 'Nếu Mỹ rút quân thì đó là "cú sốc lớn, dù nhìn theo góc nào"')],
        ),
        (
            'Ông Vladimir Putin cho rằng đó "là mối nguy cho cả hai nước". Mỹ im lặng.',
            [(*PUTIN, "mixed", 'đó "là mối nguy cho cả hai nước"')],
        ),
        # a capital as the source, or as a government behind a comma
        (
            "Mức thuế mới có hiệu lực từ ngày 1/3, theo Seoul. Mỹ im lặng.",
            [("South Korea", "KR", "indirect", "Mức thuế mới có hiệu lực từ ngày 1/3")],
        ),
        (
            "Ngoài ra, Kuala Lumpur cam kết tiếp tục làm việc với ASEAN để giữ hòa bình ở biên giới Thái Lan.",
            [("Malaysia", "MY", "indirect", "tiếp tục làm việc với ASEAN để giữ hòa bình ở biên giới Thái Lan")],
        ),
        # a quotation that its paragraph leaves open
        (
            'Ông Vladimir Putin nói: "Chúng tôi sẽ đáp trả mọi lệnh trừng phạt.\n\nMỹ im lặng.',
            [(*PUTIN, "direct", "Chúng tôi sẽ đáp trả mọi lệnh trừng phạt")],
        ),
        # quoted by a wire
        (
            "AFP dẫn thông cáo của Bộ Quốc phòng Nga nói quân đội Ukraine đã rút khỏi thị trấn.",
            [("Russian Ministry of Defense", "RU", "indirect", "quân đội Ukraine đã rút khỏi thị trấn")],
        ),
        (
            'Ông Vladimir Putin được dẫn lời: "Chúng tôi chưa nhận được đề nghị nào". Mỹ im lặng.',
            [(*PUTIN, "direct", "Chúng tôi chưa nhận được đề nghị nào")],
        ),
        (
            '"Chúng tôi chưa nhận được đề nghị nào", ông Vladimir Putin được dẫn lời. Mỹ im lặng.',
            [(*PUTIN, "direct", "Chúng tôi chưa nhận được đề nghị nào")],
        ),
        # nouns that report nothing
        (
            "Ông Donald Trump gặp Thủ tướng Nhật Bản. Việc ông Trump nhấn mạnh đây là tiền trả ngay khiến Tokyo lo.",
            [],
        ),
        ("Bộ Ngoại giao Nga họp báo. Thông báo được đưa ra một ngày sau khi Mỹ rút quân khỏi Syria.", []),
        ("Nga hoãn họp. Mặt hàng đó thuộc Danh mục cảnh báo sớm của Đức do Áo soạn.", []),
    ],
)
def test_words_and_what_stands_around_them(text: str, wanted: list[tuple[str | None, str | None, str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # nobody tells whose the official is: what he speaks of is not his country
        ("Một quan chức nói Mỹ đã rút lại đề xuất.", [("unnamed official", None)]),
        (
            "Tổng thống Mỹ Donald Trump nói Nga sẽ lùi bước. Một quan chức nói với AP rằng Nga đã rút quân.",
            [TRUMP, ("unnamed official", None)],
        ),
        ("Một quan chức cấp cao nói với Reuters rằng Israel đã đồng ý rút quân.", [("unnamed official", None)]),
        ("Về phía Mỹ, một quan chức nói hai bên đã tiến gần nhau.", [("United States", "US")]),
        (
            "Một quan chức thuộc Văn phòng của Thủ tướng Netanyahu nói rằng Hamas chưa hồi âm bức thư nào.",
            [(None, "IL")],
        ),
        ("Ông Dmitry Peskov nói Nga không vội. Vị phát ngôn viên kêu gọi Mỹ nhượng bộ.", [("Dmitry Peskov", "RU")] * 2),
        # the country of what he speaks of is not that of an expert; nor does speak whose fear a clause explains
        (
            "Theo ông Thomas Reed, chuyên gia cao cấp của hãng Grainco, lúa mì Nga sẽ rẻ đi và Ai Cập có lợi.",
            [("Thomas Reed", None)],
        ),
        ("Nga gửi thư cho các hãng tàu Hy Lạp, vốn lo ngại bảo hiểm sẽ bị cắt vào mùa đông.", []),
        # a bare title is who spoke with it before
        (
            "Người phát ngôn Điện Kremlin Dmitry Peskov nói Nga không vội. Người phát ngôn nhấn mạnh Mỹ phải đợi.",
            [("Dmitry Peskov", "RU"), ("Dmitry Peskov", "RU")],
        ),
        # an apposition that one dash opens and none closes
        (
            "Bà Maria Zakharova - từng làm việc lâu năm ở Bắc Kinh trong sứ quán Nga đã chỉ trích cách làm của Đức.",
            [("Maria Zakharova", "RU")],
        ),
        # where somebody sits is not who speaks
        (
            "Thượng nghị sĩ đảng Cộng hòa John Carter ở bang Nam Dakota nói rằng Nhật Bản đã đặt thêm thịt lợn.",
            [("John Carter", "US")],
        ),
    ],
)
def test_who_speaks(text: str, speakers: list[tuple[str | None, str | None]]) -> None:
    assert [(name, country) for name, country, _, _ in told(text)] == speakers
