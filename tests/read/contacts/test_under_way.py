"""What goes on: talks as a process, guests who have just arrived; and what is over all the same."""

import pytest
from told import PUBLISHED, contacts_told, ordered

TALKS = [
    (
        "Thép là trở ngại lớn nhất trong đàm phán với Ấn Độ, Bộ trưởng Thương mại Anh nói.",
        ["talks ongoing: GB peter-kyle, IN"],
    ),
    ("Anh và Ấn Độ đàm phán về thuế thép.", ["talks ongoing: GB, IN"]),
    ("Ông Starmer đề nghị Anh và Ấn Độ sớm hoàn tất đàm phán.", ["talks ongoing: GB, IN"]),
    ("Các cuộc đàm phán thuế giữa Anh và Ấn Độ vẫn còn bế tắc.", ["talks ongoing: GB, IN"]),
    ("Vòng đàm phán giữa Anh và Ấn Độ tiếp tục diễn ra sau cánh cửa đóng kín.", ["talks ongoing: GB, IN"]),
    ("Đàm phán giữa Thái Lan và Campuchia có nguy cơ đổ vỡ.", ["talks ongoing: TH, KH"]),
]
OPENED = [
    ("Hội nghị thượng đỉnh Anh - Ấn Độ khai mạc ở Geneva.", ["summit ongoing: GB, IN"]),
    ("Chuyến thăm Ấn Độ của ông Starmer vẫn đang diễn ra.", ["visit ongoing: GB keir-starmer, IN"]),
]
TALKS_OF_NO_DAY = [
    (
        "= Thêm trở ngại cho đàm phán Anh - Ấn Độ\n"
        "Hôm 4/2, London cho 300 nhà máy vay vốn, trong khi New Delhi và Anh vẫn giữ thuế.",
        "talks ongoing: GB, IN",
    ),
    ("= Tin thế giới 5-2: Anh, Ấn Độ nói về đàm phán thuế quan\nThép là trở ngại.", "talks ongoing: GB, IN"),
]
TALKS_OVER = [
    ("Anh và Ấn Độ đàm phán tại Geneva.", ["talks held: GB, IN"]),
    ("Anh và Ấn Độ đạt nhiều tiến bộ trong đàm phán.", ["talks held: GB, IN"]),
    ("Anh và Ấn Độ đã hoàn tất đàm phán.", ["talks held: GB, IN"]),
    ("= Anh và Ấn Độ đàm phán đạt đột phá\nThép hết là trở ngại.", ["talks held: GB, IN"]),
    ("Ngày 28/1, Anh và Ấn Độ đàm phán về thuế thép.", ["talks held: GB, IN @ 2026-01-28"]),
    ("Sau hai ngày đàm phán với Ấn Độ, phái đoàn Anh về nước.", ["talks held: GB, IN"]),
]
VISITS = [
    ("Thủ tướng Anh Keir Starmer thăm Ấn Độ.", ["visit ongoing: GB keir-starmer, IN"]),
    (
        "Thủ tướng Anh Keir Starmer đã tới New Delhi, mang theo nhiều doanh nhân.",
        ["visit ongoing: GB keir-starmer, IN"],
    ),
    ("Thủ tướng Anh Keir Starmer lên đường thăm Ấn Độ.", ["visit ongoing: GB keir-starmer, IN"]),
    (
        "Tổng thống Ấn Độ Droupadi Murmu đã tiếp Thủ tướng Anh Keir Starmer nhân dịp thăm Ấn Độ.",
        ["meeting held: IN droupadi-murmu, GB keir-starmer", "visit ongoing: GB keir-starmer, IN"],
    ),
    (
        "Ông Modi đã chủ trì lễ đón Thủ tướng Anh Keir Starmer sáng 5/2.",
        ["visit ongoing: GB keir-starmer, IN narendra-modi @ 2026-02-05"],
    ),
]
VISITS_OVER = [
    (
        "Thủ tướng Anh Keir Starmer kết thúc tốt đẹp chuyến thăm Ấn Độ từ ngày 3 - 5/2.",
        ["visit held: GB keir-starmer, IN @ 2026-02-03/2026-02-05"],
    ),
    ("Thủ tướng Anh Keir Starmer đã thăm Ấn Độ.", ["visit held: GB keir-starmer, IN"]),
    ("Thủ tướng Anh Keir Starmer thăm Ấn Độ hôm 28/1.", ["visit held: GB keir-starmer, IN @ 2026-01-28"]),
    ("Sau khi Thủ tướng Anh Keir Starmer thăm Ấn Độ, London đổi giọng.", ["visit held: GB keir-starmer, IN"]),
    (
        "= Anh đổi giọng\nLondon mềm mỏng hơn.\n\nÔng Starmer phát biểu ở quốc hội.\n\n"
        "Thủ tướng Anh Keir Starmer thăm Ấn Độ.",
        ["visit held: GB keir-starmer, IN"],
    ),
]
NO_PROCESS = [  # a call or a meeting does not go on because something hampers it
    (
        "Cuộc điện đàm giữa ông Starmer và ông Modi gặp trục trặc.",
        ["phone-call held: GB keir-starmer, IN narendra-modi"],
    ),
    ("Cuộc gặp giữa ông Starmer và ông Modi rơi vào bế tắc.", ["meeting held: GB keir-starmer, IN narendra-modi"]),
]
AHEAD = [
    ("Hội nghị thượng đỉnh Anh - Ấn Độ sẽ chính thức khai mạc tại Geneva.", ["planned"]),
    ("Cuộc gặp giữa ông Starmer và ông Modi dự kiến vẫn diễn ra.", ["planned"]),
    ("Ngày họp thượng đỉnh Anh - Ấn Độ chưa được ấn định và London vẫn tiếp tục chuẩn bị.", ["planned"]),
    ("Cố vấn của ông Starmer sắp xếp cuộc gặp giữa ông Macron và ông Modi.", ["planned"]),
    ("Ông Starmer tìm cách sắp xếp cuộc gặp giữa ông Macron và ông Modi.", ["proposed"]),
    ("Ông Macron đặt kỳ vọng thấp cho cuộc gặp với ông Modi.", ["planned"]),
    ("Ông Macron ra hạn chót để Anh và Ấn Độ đàm phán.", ["proposed"]),
    ("Ông Macron dọa hủy cuộc gặp với ông Modi.", ["hypothetical"]),
    ("Ông Macron hủy cuộc gặp với ông Modi.", ["cancelled"]),
]


@pytest.mark.parametrize(("text", "wanted"), TALKS + OPENED + VISITS)
def test_goes_on(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


@pytest.mark.parametrize(("text", "wanted"), TALKS_OF_NO_DAY)
def test_a_process_has_no_day(text: str, wanted: str) -> None:
    assert wanted in contacts_told(text, PUBLISHED, [])


@pytest.mark.parametrize(("text", "wanted"), TALKS_OVER + VISITS_OVER + NO_PROCESS)
def test_is_over(text: str, wanted: list[str]) -> None:
    assert contacts_told(text, PUBLISHED, wanted) == ordered(wanted)


@pytest.mark.parametrize(("text", "wanted"), AHEAD)
def test_how_far_ahead_it_is(text: str, wanted: list[str]) -> None:
    assert [line.split(":")[0].split()[1] for line in contacts_told(text, PUBLISHED, [])] == wanted
