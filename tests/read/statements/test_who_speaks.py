"""Who speaks where the verb stands first, behind titles, in a wire's citation, or for somebody told before."""

import pytest
from told import reading_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a verb that opens the sentence is of the subject behind the comma
        (
            "Cho biết Lào sẽ xây thêm ba đập nước, Đại sứ Lào Khamphao Ernthavanh mong hai bên sớm họp.",
            [("Khamphao Ernthavanh", "Lào sẽ xây thêm ba đập nước"), ("Khamphao Ernthavanh", "hai bên sớm họp")],
        ),
        (
            "Chỉ ra việc thuế còn cao, Đại sứ Lào Khamphao Ernthavanh mong hai bên sớm họp.",
            [("Khamphao Ernthavanh", "hai bên sớm họp")],
        ),
        # a family name means whom the article named, though the table knows another
        (
            "Tỉ phú Bill Gates cho rằng Mỹ cần hợp tác với Trung Quốc. Ông Gates nói hai nước đều có lợi.",
            [("Bill Gates", "Mỹ cần hợp tác với Trung Quốc"), ("Bill Gates", "hai nước đều có lợi")],
        ),
        # a firm is no former president
        (
            "Meta cho biết Mỹ sẽ mở thêm trung tâm dữ liệu tại Pháp.",
            [("Meta", "Mỹ sẽ mở thêm trung tâm dữ liệu tại Pháp")],
        ),
        # a weak verb behind a semicolon
        (
            "Ông Lavrov nhấn mạnh vai trò của Lào; ủng hộ việc mở thêm một cửa khẩu.",
            [("Sergei Lavrov", "vai trò của Lào"), ("Sergei Lavrov", "việc mở thêm một cửa khẩu")],
        ),
        # the receiver of a letter does not speak in it
        (
            "Tổng thống Nga Vladimir Putin vừa gửi thư tới Thủ tướng Ấn Độ Narendra Modi chia buồn và kêu gọi các bên "
            "bình tĩnh.",
            [("Vladimir Putin", "các bên bình tĩnh")],
        ),
        # a verb told of somebody is part of what the first one reports
        (
            "Một quan chức Nhà Trắng cho biết, ông Trump định mời ông Modi đến Florida vào mùa xuân.",
            [("White House", "ông Trump định mời ông Modi đến Florida vào mùa xuân")],
        ),
        # the wire stands behind what it reports, or names the speaker without a verb
        (
            "Giới quan sát lo ngại Nga sẽ cắt khí đốt, tờ Financial Times cho biết.",
            [("observers", "Nga sẽ cắt khí đốt")],
        ),
        (
            '"Chúng tôi sẽ chờ thêm một tuần nữa", hãng RIA-Novosti dẫn lời ông Peskov. Mỹ im lặng.',
            [("Dmitry Peskov", "Chúng tôi sẽ chờ thêm một tuần nữa")],
        ),
        # a document told of again, an official told of again
        (
            "Bộ Quốc phòng Nga cho biết hai tàu đã rời cảng. Thông báo này cho biết: “Hai tàu sẽ về vào tháng sau”.",
            [
                ("Russian Ministry of Defense", "hai tàu đã rời cảng"),
                ("Russian Ministry of Defense", "Hai tàu sẽ về vào tháng sau"),
            ],
        ),
        (
            "Một quan chức Nhà Trắng cho biết ông Trump đã ngủ. Ông Trump vừa về từ Nga. Quan chức này nói Nga sẽ đợi.",
            [("White House", "ông Trump đã ngủ"), ("White House", "Nga sẽ đợi")],
        ),
        # where somebody works is in his title, not before the verb
        (
            "Ông Peter Malone, nhà nghiên cứu đến từ Đại học Bond tại Úc nhận định Nga sẽ chờ.",
            [("Peter Malone", "Nga sẽ chờ")],
        ),
        (
            "Ông Li Haiming, chuyên gia về quan hệ Nga - Mỹ đến từ Đại học Vũ Hán, Hồ Bắc, Trung Quốc nhận định Nga sẽ "
            "chờ.",
            [("Li Haiming", "Nga sẽ chờ")],
        ),
        # a spokesperson of the Pentagon, though the table knows another country's alone
        ("Nga vừa bắn thử. Một người phát ngôn Lầu Năm Góc tiết lộ Mỹ đã biết.", [("Pentagon", "Mỹ đã biết")]),
        # `đó` may begin the clause that the verb reports
        ("Ông Lavrov nhấn mạnh đó là quyền của Nga. Mỹ phản đối.", [("Sergei Lavrov", "đó là quyền của Nga")]),
        # who names one matter after the other says so
        (
            "Ngoại trưởng Mỹ Marco Rubio kể ra thương mại, khí đốt và fentanyl. Nga im lặng.",
            [("Marco Rubio", "thương mại, khí đốt và fentanyl")],
        ),
        # the top diplomat is the foreign minister, even behind a headline that ran into the text
        (
            "Ngoại trưởng Trung Quốc Vương Nghị tới Nga. [Chuyến đi của Tổng thống Pháp tới Moskva bị hoãn] Quan chức "
            "ngoại giao hàng đầu của Trung Quốc nói Nga đã đồng ý.",
            [("Wang Yi", "Nga đã đồng ý")],
        ),
        # a quotation right behind a photo credit
        (
            'Chủ tịch Hạ viện Anh John Bercow (Ảnh: BBC) "Tôi đã phản đối từ ngày đầu tiên", ông Bercow nói với Pháp.',
            [("John Bercow", "Tôi đã phản đối từ ngày đầu tiên")],
        ),
        # a headline that ran into the text has no part in the sentence behind it
        (
            "Nga cảm ơn. [Chuyến đi của Tổng thống Pháp tới Moskva bị hoãn] Ông Lavrov đã thông báo kết quả cuộc họp, "
            "khẳng định quan điểm cũ.",
            [("Sergei Lavrov", "kết quả cuộc họp"), ("Sergei Lavrov", "quan điểm cũ")],
        ),
    ],
)
def test_who_speaks(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(s.speaker.name or s.speaker.organisation, s.content.text) for s in reading_of(text).statements] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thống Nga Vladimir Putin cũng nói được tiếng Đức. Mỹ biết.",
        "Tổng thống Nga Vladimir Putin ra tận cửa để nói lời tạm biệt với khách Mỹ.",
        "Hiến chương thành lập NATO tuyên bố rằng các nước sẽ bảo vệ nhau. Mỹ đã ký.",
        "Nga lo. Điều 5 Hiệp ước Bắc Đại Tây Dương tuyên bố rằng các nước sẽ bảo vệ nhau.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert reading_of(text).statements == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what stands behind `về` is spoken of and does not speak
        ('Tổng thống Mỹ Donald Trump nói về Trung Quốc: "Chúng tôi sẽ đàm phán".', ["Donald Trump"]),
        ('Ngoại trưởng Nga Sergei Lavrov bình luận về Đức: "Họ đang đi sai đường".', ["Sergei Lavrov"]),
        ('Ông Lavrov hôm 3/5 đề cập đến Đức: "Họ đang đi sai đường".', ["Sergei Lavrov"]),
        ('Ông Putin nói về giá dầu: "Chúng tôi không lo lắng chút nào".', ["Vladimir Putin"]),
        (
            'Ông Lavrov nói về cuộc gặp với ông Rubio: "Một buổi chiều hữu ích. Hai bên đã hiểu nhau hơn".',
            ["Sergei Lavrov"],
        ),
        # nor does the place where it was said
        ('Ông Putin phát biểu trên truyền hình hôm 3/5: "Nga sẽ không lùi bước".', ["Vladimir Putin"]),
        # behind a comma the actor before the colon speaks
        ('Khi nói về Ukraine, ông Trump: "Chúng tôi không lo lắng chút nào".', ["Donald Trump"]),
        # who was only met does not speak
        ('Trong cuộc gặp với ông Putin: "Chúng tôi sẽ không lùi bước lần nữa".', []),
    ],
)
def test_before_a_colon(text: str, wanted: list[str]) -> None:
    assert [statement.speaker.name for statement in reading_of(text).statements] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # an adverbial or a condition opens what is told before its attribution
        (
            "Trong tháng tới, Nga và Ukraine sẽ trao đổi tù binh, Ngoại trưởng Nga Sergei Lavrov cho biết.",
            [("Sergei Lavrov", "Trong tháng tới, Nga và Ukraine sẽ trao đổi tù binh")],
        ),
        (
            "Nếu giá giảm, Trung Quốc sẽ mua thêm dầu, ông Vương Nghị nói.",
            [("Wang Yi", "Nếu giá giảm, Trung Quốc sẽ mua thêm dầu")],
        ),
        (
            "Hôm 3/5, Nga đã thả hai thủy thủ người Na Uy, ông Lavrov cho biết tại cuộc họp báo ở Moskva.",
            [("Sergei Lavrov", "Hôm 3/5, Nga đã thả hai thủy thủ người Na Uy")],
        ),
        # where nothing but places, days and conditions stand there, nothing is told
        ("Tại cuộc họp ở Sochi, Nga, ông Lavrov nói.", []),
        ("Tại cuộc họp báo ở Moskva hôm 3/5, khi được hỏi về Syria, ông Lavrov nói.", []),
        ("Khi thuế tăng, khi giá leo thang, ông Lavrov cho biết.", []),
        ("Về phần mình, trong cuộc họp, ông Lavrov cho biết.", []),
    ],
)
def test_content_before_its_attribution(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(s.speaker.name, s.content.text) for s in reading_of(text).statements] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # before a name `Anh` at the beginning means a man, else the country
        ("Anh Nguyễn Văn Nam nói rằng giá gạo tăng mạnh.", ("Nguyễn Văn Nam", "VN")),
        ("Mưa lớn. Anh Kowalczyk nói rằng giá gạo tăng mạnh.", ("Kowalczyk", None)),
        ("Anh nói sẽ tiếp tục hỗ trợ Ukraine.", ("United Kingdom", "GB")),
        ("Đại sứ Anh John Miller nói rằng giá gạo tăng mạnh.", ("John Miller", "GB")),
    ],
)
def test_a_man_and_no_country(text: str, wanted: tuple[str, str | None]) -> None:
    assert [(s.speaker.name, s.speaker.country) for s in reading_of(text).statements] == [wanted]
