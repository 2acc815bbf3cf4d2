"""Who says what: constructions that the rule file does not name."""

import pytest

from readout.model.records import Article, Reading
from readout.read.reading import read_article


def read(text: str) -> Reading:
    return read_article(Article(id="x", published="2026-02-05", text=text))


def told(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker.name or s.speaker.organisation, s.content.text) for s in read(text).statements]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a quotation that its attribution interrupts
        (
            '"Nga muốn hòa bình lâu dài", ông Dmitry Peskov nói, "nhưng Ukraine thì chưa". Mỹ im lặng.',
            [("Dmitry Peskov", "Nga muốn hòa bình lâu dài"), ("Dmitry Peskov", "nhưng Ukraine thì chưa")],
        ),
        # a quotation that opens inside closes inside
        (
            'Ông Dmitry Peskov nói với TASS rằng Nga muốn "một nền hòa bình lâu dài và công bằng". Mỹ im lặng.',
            [("Dmitry Peskov", 'Nga muốn "một nền hòa bình lâu dài và công bằng"')],
        ),
        # "nói có thể" says that something is possible, not whether
        ("Ông Dmitry Peskov nói có thể nối lại đường bay.", [("Dmitry Peskov", "có thể nối lại đường bay")]),
        # a document speaks for who issued it
        ("Thông cáo của Bộ Ngoại giao Nga nêu rõ Mỹ đã biết.", [("Russian Ministry of Foreign Affairs", "Mỹ đã biết")]),
        # who praises goes on to hope behind `và`
        (
            "Thủ tướng Phạm Minh Chính đánh giá cao sự hỗ trợ của Nhật Bản và mong Nhật Bản sớm mở thêm đường bay.",
            [("Phạm Minh Chính", "sự hỗ trợ của Nhật Bản"), ("Phạm Minh Chính", "Nhật Bản sớm mở thêm đường bay")],
        ),
        # a person taken up by `người`
        (
            "Pháp nhắc tới Tổng thống Mỹ Donald Trump, người nói với Fox News rằng Đức sẽ dự họp.",
            [("Donald Trump", "Đức sẽ dự họp")],
        ),
        ("Một quan chức Nhà Trắng xác nhận với AP rằng Nga đã trả lời.", [("White House", "Nga đã trả lời")]),
        # the second verb behind the attribution of a quotation
        (
            "“Nga chưa nhận được thư”, ông Peskov cho biết, đồng thời tiết lộ Mỹ sẽ gửi một bản khác.",
            [("Dmitry Peskov", "Nga chưa nhận được thư"), ("Dmitry Peskov", "Mỹ sẽ gửi một bản khác")],
        ),
        # the second ministry belongs to the country of the first
        (
            "Bộ Quốc phòng Ấn Độ cáo buộc Pakistan nổ súng trước trong khi Bộ Ngoại giao cho biết Pakistan đã rút.",
            [
                ("Indian Ministry of Defense", "Pakistan nổ súng trước"),
                ("Indian Ministry of Foreign Affairs", "Pakistan đã rút"),
            ],
        ),
        # `họ` at the beginning are those who spoke last
        (
            "Các nhà phân tích nói rằng Nga đang chờ. Họ cho rằng Mỹ sẽ không đợi lâu như vậy.",
            [("analysts", "Nga đang chờ"), ("analysts", "Mỹ sẽ không đợi lâu như vậy")],
        ),
        # a further sentence of the quotation ends where no other word of interest stands
        (
            '"Nga đã nói rõ điều này", ông Peskov cho biết. "Chúng tôi không vội gì cả. Thời gian sẽ trả lời."',
            [
                ("Dmitry Peskov", "Nga đã nói rõ điều này"),
                ("Dmitry Peskov", "Chúng tôi không vội gì cả. Thời gian sẽ trả lời"),
            ],
        ),
        # what stands behind the attribution is a further clause
        (
            "Nga sẽ sớm trả lời Mỹ, ông Dmitry Peskov cho hay nhưng không nói ngày nào.",
            [("Dmitry Peskov", "Nga sẽ sớm trả lời Mỹ")],
        ),
    ],
)
def test_constructions(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mỹ và Nga đã đọc thông tin do ông Snowden tiết lộ.",
        "Bài viết “Ông Putin và mùa đông của châu Âu” nhấn mạnh giá khí đốt Nga.",
        "Theo The Daily Herald, Nga sẽ sớm trả lời Mỹ.",
        "Tờ Morning Star nói rằng Nga sẽ sớm trả lời Mỹ.",
        "Nga và Mỹ cần nói đi đôi với làm trong năm nay.",
        "Hai tập đoàn Nga và Mỹ tin tưởng lẫn nhau từ nhiều năm nay.",
        "Chứng khoán Nga tăng nhờ kỳ vọng về cuộc gặp với Mỹ.",
        "Mỹ không nhắc Đài Loan trong bất cứ tuyên bố nào về Trung Quốc.",
        "Nhà Trắng không trả lời đề nghị bình luận về Nga.",
        "Hai quan chức Mỹ vẫn chưa nói giống nhau về Nga.",
        "Người Nga tích trữ củi vì dự báo mùa đông năm nay sẽ rất lạnh.",
        "Liên Xô từng giúp Việt Nam thống nhất đất nước và Nga luôn nhớ điều đó.",
        "Nga giữ đúng hẹn như đã thông báo trước đó với Mỹ trong tuần này.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_words_that_a_side_puts_into_the_others_mouth_are_its_account() -> None:
    said = read("Theo phía Trung Quốc, ông Donald Trump nói Mỹ hiểu điều đó. Nga vắng mặt.").statements[0]
    assert (said.speaker.name, said.reported_via, said.account_of) == ("Donald Trump", (), "CN")
    lent = read("Theo lời kể của phía Nga, ông Donald Trump trả lời rằng Mỹ sẽ xem lại.").statements[0]
    assert (lent.speaker.name, lent.account_of) == ("Donald Trump", "RU")
    wire = read("Ông Donald Trump nói Mỹ hiểu Trung Quốc, theo Tân Hoa xã.").statements[0]
    assert (wire.speaker.name, wire.reported_via, wire.account_of) == ("Donald Trump", ("Xinhua",), None)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # a verb that no list holds, behind a quotation and who said it
        ('"Nga chưa muốn dừng lại", bà Kaja Kallas thở dài.', "Kaja Kallas", "Nga chưa muốn dừng lại"),
        # where and when it was said is not what was said
        (
            "Hai tàu chiến Iran đã rời vịnh Oman, Bộ Quốc phòng Mỹ cho biết trong một thông cáo ngày 3/2.",
            "US Department of Defense",
            "Hai tàu chiến Iran đã rời vịnh Oman",
        ),
        # an opening before the source
        (
            "Ngoài ra, theo ông Dmitry Peskov, Nga chưa nhận được thư của Mỹ.",
            "Dmitry Peskov",
            "Nga chưa nhận được thư của Mỹ",
        ),
        # a title, a comma, the name
        (
            "Trưởng nhóm quan sát tại Đức, bà Anna Weber, cho biết Nga đã rút quân khỏi đó.",
            "Anna Weber",
            "Nga đã rút quân khỏi đó",
        ),
        # whose conduct the sentence tells of
        (
            "Sự thận trọng của ông Emmanuel Macron rõ nhất khi bàn về Nga, ông nói châu Âu cần thêm thời gian.",
            "Emmanuel Macron",
            "châu Âu cần thêm thời gian",
        ),
        # a spokesperson belongs to the institution named beside
        (
            "Người phát ngôn của Văn phòng thủ tướng Israel cho biết hai bên sẽ gặp lại tại Oman.",
            "Israeli Prime Minister's Office",
            "hai bên sẽ gặp lại tại Oman",
        ),
        ("Một quan chức trong chính quyền Mỹ cho biết đoàn sẽ tới Oman.", "United States", "đoàn sẽ tới Oman"),
        # a wire quotes a document of somebody else
        (
            "AFP dẫn thông báo của Nhà Trắng cho biết hai đoàn sẽ gặp lại tại Nga trong tháng này.",
            "White House",
            "hai đoàn sẽ gặp lại tại Nga trong tháng này",
        ),
        # where it was said stands between the verb and `rằng`
        (
            "Tối 3/2, ông Péter Szijjártó viết trên Facebook rằng Hungary vẫn chờ câu trả lời của Nga.",
            "Péter Szijjártó",
            "Hungary vẫn chờ câu trả lời của Nga",
        ),
        # the verb and the first word of what is said are one word of the lexicon
        (
            "Đăng bài trên X tối 3/2, Thủ tướng Anh tuyên bố sẽ gửi thêm máy phát điện cho Ukraine.",
            "Keir Starmer",
            "sẽ gửi thêm máy phát điện cho Ukraine",
        ),
        # where it was said as a noun before the verb
        (
            "Thủ tướng Đức Friedrich Merz trong tuyên bố trước cuộc gặp với đoàn Nga đã bày tỏ hy vọng Kiev sẽ yên ổn.",
            "Friedrich Merz",
            "Kiev sẽ yên ổn",
        ),
        # an official of an institution speaks for it
        ("Một quan chức cấp cao Nhà Trắng nói với AP rằng Nga chưa trả lời.", "White House", "Nga chưa trả lời"),
        # a long title without a country, then the full name
        (
            "Phó chánh văn phòng phụ trách chính sách Stephen Miller sau đó cho hay Mỹ và Nga sẽ còn gặp lại.",
            "Stephen Miller",
            "Mỹ và Nga sẽ còn gặp lại",
        ),
        # an apposition that ends with a name of its own
        (
            "Peter Novak, giám đốc Viện Danube, cơ quan nghiên cứu chính sách của Áo, nói rằng Nga sẽ không vội.",
            "Peter Novak",
            "Nga sẽ không vội",
        ),
        # the document told of is the institution's
        (
            '"Hai nhà lãnh đạo còn bàn chuyện dầu khí", thông cáo của Nhà Trắng nêu. Nga im lặng.',
            "White House",
            "Hai nhà lãnh đạo còn bàn chuyện dầu khí",
        ),
        # an organisation of no country
        (
            "Tổ chức Ân xá Quốc tế cho biết Iran đã thả hai nhà báo Pháp.",
            "Amnesty International",
            "Iran đã thả hai nhà báo Pháp",
        ),
        # sources of one institution speak for it
        (
            "Một nguồn tin từ Bộ Quốc phòng Nga cho biết Mỹ đã nhận được bản đồ.",
            "Russian Ministry of Defense",
            "Mỹ đã nhận được bản đồ",
        ),
        # a document of its own, beside what others said
        (
            "Theo thông cáo riêng của Bộ Ngoại giao Nga, Mỹ sẽ trao danh sách vào tuần tới.",
            "Russian Ministry of Foreign Affairs",
            "Mỹ sẽ trao danh sách vào tuần tới",
        ),
        # the guest is thanked, the host speaks, whatever country is named behind
        (
            "Cảm ơn Đại sứ Séc Hynek Kmoníček, Thủ tướng nhấn mạnh diễn đàn Việt Nam-Séc sẽ sớm được mở.",
            "Phạm Minh Chính",
            "diễn đàn Việt Nam-Séc sẽ sớm được mở",
        ),
        # what stands between the subject and the verb, and where it was posted
        (
            "Ông Narendra Modi sau đó xác nhận trên mạng xã hội X rằng Mỹ sẽ hạ mức thuế.",
            "Narendra Modi",
            "Mỹ sẽ hạ mức thuế",
        ),
        # a word in quotation marks at the end keeps both of them
        ('Ông Sergei Lavrov nói quan hệ với Mỹ vẫn "mong manh".', "Sergei Lavrov", 'quan hệ với Mỹ vẫn "mong manh"'),
        # several of one title
        ("Nhiều thượng nghị sĩ Mỹ cho rằng Nga sẽ không rút quân.", "United States", "Nga sẽ không rút quân"),
        # according to an agreement somebody agrees: all of it is said
        (
            "Ông Sergei Lavrov cho biết theo hiệp định vừa ký, Ấn Độ đồng ý nhận thêm ba lò phản ứng của Nga.",
            "Sergei Lavrov",
            "theo hiệp định vừa ký, Ấn Độ đồng ý nhận thêm ba lò phản ứng của Nga",
        ),
    ],
)
def test_who_says_what(text: str, speaker: str, words: str) -> None:
    (said,) = read(text).statements
    assert ((said.speaker.name or said.speaker.organisation), said.content.text) == (speaker, words)


@pytest.mark.parametrize(
    ("text", "first", "other", "words"),
    [
        (
            "Tổng thống Nga Vladimir Putin và Chủ tịch Trung Quốc Tập Cận Bình cùng khẳng định hai nước là bạn.",
            "Vladimir Putin",
            "Xi Jinping",
            "hai nước là bạn",
        ),
        (
            "Tổng thống Nga Vladimir Putin hội đàm với Thủ tướng Ấn Độ Narendra Modi. Hai bên nhất trí lập đường bay.",
            "Vladimir Putin",
            "Narendra Modi",
            "lập đường bay",
        ),
        (
            "Bộ trưởng Quốc phòng Nga Andrei Belousov tiếp Bộ trưởng Quốc phòng Trung Quốc Đổng Quân. "
            "Tại cuộc gặp, hai Bộ trưởng Quốc phòng nhất trí tập trận chung.",
            "Andrei Belousov",
            "Dong Jun",
            "tập trận chung",
        ),
        (
            "Nga và Ấn Độ vừa đàm phán xong. Hai nước nhất trí mở thêm đường bay.",
            "Russia",
            "India",
            "mở thêm đường bay",
        ),
    ],
)
def test_both_say_it_together(text: str, first: str, other: str, words: str) -> None:
    (said,) = read(text).statements
    assert (said.speaker.name, [one.name for one in said.joint_with], said.content.text) == (first, [other], words)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Bloomberg, Mỹ và Nga sắp bàn chuyện dầu khí tại Oman.",
        "Theo hãng Bloomberg, Mỹ sẽ cử người tới Nga.",
        "Bloomberg cho biết Nga sẽ trả lời Mỹ.",
    ],
)
def test_a_wire_that_is_named_like_a_person_is_no_person(text: str) -> None:
    assert told(text) == []
    assert [who for who, _ in told("Ông Bloomberg cho biết Mỹ sẽ giúp Nga.")] == ["Michael Bloomberg"]


def test_a_feeling_voiced_behind_a_conjunction_is_a_statement_of_its_own() -> None:
    said = read("Ông Lavrov cảm ơn Oman đã đón đoàn Nga và bày tỏ hy vọng vòng sau sẽ sớm diễn ra.").statements
    assert [s.content.text for s in said] == ["Oman đã đón đoàn Nga", "vòng sau sẽ sớm diễn ra"]


def test_a_bare_title_is_who_spoke_with_it_before() -> None:
    text = "Các nghị sỹ Pháp cho rằng Nga đã chậm trễ. Các nghị sỹ cũng khẳng định coi trọng quan hệ với Ba Lan."
    assert [s.speaker.country for s in read(text).statements] == ["FR", "FR"]


def test_a_source_told_of_before_goes_on() -> None:
    text = (
        "Người phát ngôn Bộ Ngoại giao Nga cho biết hai bên đã gặp nhau. Nguồn tin trên khẳng định cuộc gặp dài ba giờ."
    )
    first, second = read(text).statements
    assert second.speaker == first.speaker


def test_words_that_take_up_their_own_topic_take_up_none_from_before() -> None:
    text = "Ông Donald Trump nói Mỹ sẽ mua dầu mỏ. Ông nói thuế quan đã giảm một nửa, điều này giúp Nga rất nhiều."
    assert [s.topics for s in read(text).statements] == [("energy",), ("tariffs",)]


def test_thanks_take_up_no_topic() -> None:
    text = "Ông Donald Trump nói Mỹ sẽ mua dầu mỏ. Ông Donald Trump cảm ơn Thủ tướng Narendra Modi vì tất cả."
    assert [s.topics for s in read(text).statements] == [("energy",), ()]


def test_a_long_list_of_topics_is_not_taken_up_by_what_follows() -> None:
    text = (
        "Ông Lavrov đề nghị hai nước hợp tác về thương mại, năng lượng, quốc phòng và du lịch với Oman. "
        "Ông cho biết Nga sẽ làm hết sức mình."
    )
    listed, next_one = read(text).statements
    assert len(listed.topics) > 2
    assert next_one.topics == ()


def test_a_photo_credit_that_ran_into_the_text_says_nothing() -> None:
    text = "Hai bộ trưởng gặp nhau. Ảnh: Thống Nhất/TTXVN Phát biểu tại đó, ông Lavrov cho biết Nga rất vui mừng."
    assert [(s.speaker.name, s.content.text) for s in read(text).statements] == [("Sergei Lavrov", "Nga rất vui mừng")]


def test_a_document_speaks_for_its_author_and_goes_on() -> None:
    text = (
        "Tài liệu do Bộ Ngoại giao Nga phát hành hôm qua ghi rằng Moskva giữ nguyên lập trường. "
        "Cũng theo tài liệu này, hai nước sẽ sớm gặp lại."
    )
    assert [(s.speaker.organisation, s.content.text) for s in read(text).statements] == [
        ("Russian Ministry of Foreign Affairs", "Moskva giữ nguyên lập trường"),
        ("Russian Ministry of Foreign Affairs", "hai nước sẽ sớm gặp lại"),
    ]


def test_words_belong_to_the_call_and_not_to_the_visit_invited_in_it() -> None:
    reading = read(
        "Tổng thống Mỹ Donald Trump sẽ thăm Trung Quốc vào tháng 4.\n\nÔng Trump điện đàm với Chủ tịch Trung Quốc Tập "
        'Cận Bình ngày 4/2.\n\n"Chúng tôi đã nói chuyện rất tốt đẹp", ông Trump viết.'
    )
    modes = {contact.id: contact.mode for contact in reading.contacts}
    assert [modes.get(s.contact or "") for s in reading.statements] == ["phone-call"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # the words behind the name, not where somebody works or what he studies
        ("Nga lo ngại. Anna Petrova, chuyên gia về Iran của Viện Phương Đông Nga, nói rằng Mỹ sẽ đợi.", "RU"),
        # the name stands beside its country elsewhere
        (
            "Mỹ vừa lên tiếng. Ông Hayes nói rằng Nga đã sai. Giám đốc Viện Hải dương Mỹ Walter Hayes đang ở Nga.",
            "US",
        ),
        # a name that only the newspaper's own country has
        ("Đoàn Nga đã tới Hà Nội. Phó Vụ trưởng Vụ châu Âu Phạm Minh Khang cho biết hai bên sẽ ký năm văn kiện.", "VN"),
        # another person's country is not the speaker's
        ("Ông Donald Trump gặp ông Vladimir Putin tại Alaska, chuyên gia Thomas Reed cho rằng Nga đã thắng.", None),
    ],
)
def test_sides_of_those_whom_no_table_holds(text: str, country: str | None) -> None:
    assert [one.speaker.country for one in read(text).statements] == [country]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Ông Donald Trump nói ông có mối quan hệ rất tốt với Tổng thống Nga.", ("bilateral-relations",)),
        ("Ông Donald Trump nói quan hệ thương mại với Nga sẽ mở ra.", ("trade",)),
        ("Ông Marco Rubio nói Mỹ sẽ cử nhiều đoàn tới Hà Nội.", ("visits",)),
        ("Ông Marco Rubio nói Mỹ ủng hộ tự do hàng hải, hàng không ở khu vực.", ("south-china-sea",)),
        ("Ông Vladimir Putin nói hai nước có những lợi ích chung. Mỹ nghe.", ("bilateral-relations",)),
        ("Thủ tướng Thái Lan nói cuộc xung đột đã lan ra 7 tỉnh biên giới. Campuchia im lặng.", ("military",)),
        ("Tổng thống Nga nói mọi nước phải tôn trọng chủ quyền và toàn vẹn lãnh thổ của nhau.", ()),
    ],
)
def test_topics(text: str, topics: tuple[str, ...]) -> None:
    assert read(text).statements[0].topics == topics
