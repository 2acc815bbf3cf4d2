"""What times are read from Vietnamese news, and what looks like a time and is none."""

from datetime import date

import pytest

from readout.read.times import tag_times

PUBLISHED = date(2026, 2, 5)
"""A Thursday."""

DAYS = [
    ("Tối 4/2, hai bên điện đàm.", "Tối 4/2", "2026-02-04"),
    ("Cuộc gọi diễn ra ngày 4-2.", "ngày 4-2", "2026-02-04"),
    ("Theo tuyên bố ngày 24.11, ông đồng ý.", "ngày 24.11", "2025-11-24"),
    ("bắt đầu tại thủ đô vào ngày 4/ 2.", "ngày 4/ 2", "2026-02-04"),
    ("Thư đề ngày 04/02/2026 đã đến.", "ngày 04/02/2026", "2026-02-04"),
    ("gặp nhau tại Busan ngày 30.10.2025", "ngày 30.10.2025", "2025-10-30"),
    ("Hai người gặp nhau hôm 22/10.", "hôm 22/10", "2025-10-22"),
    ("Rạng sáng 5/2 giờ Việt Nam, ông đăng bài.", "Rạng sáng 5/2", "2026-02-05"),
    ("Sáng 3/2 theo giờ bờ Đông, hai bên họp.", "Sáng 3/2", "2026-02-03"),
    ("ngày 8 tháng 4 năm 2025 hai bên ký", "ngày 8 tháng 4 năm 2025", "2025-04-08"),
    ("Tin tức thế giới 3-2: Hai bên gặp nhau", "3-2", "2026-02-03"),
    ("Từ 1-3, thuế mới có hiệu lực", "1-3", "2026-03-01"),
    ("Hạn chót là trước 1/3.", "1/3", "2026-03-01"),
    ("Hôm nay ông đến Tokyo.", "Hôm nay", "2026-02-05"),
    ("Cuộc họp kết thúc hôm qua.", "hôm qua", "2026-02-04"),
    ("Ông đến Hà Nội sáng hôm kia.", "sáng hôm kia", "2026-02-03"),
    ("Ngày mai ông sẽ lên đường.", "Ngày mai", "2026-02-06"),
    ("Đêm qua, Nga tấn công.", "Đêm qua", "2026-02-04"),
    ("Ông sẽ phát biểu thứ Hai tuần tới.", "thứ Hai tuần tới", "2026-02-09"),
    ("Cuộc gặp diễn ra hôm thứ Ba.", "hôm thứ Ba", "2026-02-03"),
    ("Ông dự kiến đến vào Chủ nhật.", "Chủ nhật", "2026-02-08"),
    ("Thứ Tư, 4/2, hai bên họp.", "Thứ Tư, 4/2", "2026-02-04"),
    ("Ông ngày 3/2 tới Manila.", "ngày 3/2", "2026-02-03"),
    ("Hôm 3/2 tới thăm Nga, ông từ chối.", "Hôm 3/2", "2026-02-03"),
    ("Hội nghị họp ngày 3/12 tới tại Manila.", "ngày 3/12 tới", "2026-12-03"),
    ("Ngày 3/12 tới, ông lên đường.", "Ngày 3/12 tới", "2026-12-03"),
    ("hôm nay (5/2) hai bên họp", "hôm nay (5/2", "2026-02-05"),
    ("trước Lễ Tạ ơn năm 2025", "Lễ Tạ ơn năm 2025", "2025-11-27"),
    ("kịp trước Tết Nguyên đán", "Tết Nguyên đán", "2026-02-17"),
    ("Ngày 2/2 họ gặp nhau. Ngày hôm sau họ ký.", "Ngày hôm sau", "2026-02-03"),
    ("Ngày 2/2 họ gặp nhau. Chiều cùng ngày họ ký.", "Chiều cùng ngày", "2026-02-02"),
    ("Ngày 2/2 họ gặp nhau. Hiệp ước hết hiệu lực ngày 5/3, và cùng ngày họ ký.", "cùng ngày", "2026-02-02"),
    ("Ngày 2/2 họ gặp nhau. Hạn chót là trước ngày 9/3. Hôm đó họ cũng ký.", "Hôm đó", "2026-02-02"),
    ("Phái đoàn đến ngày 3/2. Cùng ngày họ ký.", "Cùng ngày", "2026-02-03"),
    ("Hai bên ngồi lại trong vài giờ tới.", "trong vài giờ tới", "2026-02-05"),
    ("Sau vòng họp tại Doha (23-1) hai bên im lặng.", "23-1", "2026-01-23"),
    ("Cuộc họp mở màn ngày 29/1. Ông đã gọi cho bà một ngày trước.", "một ngày trước", "2026-01-28"),
    ("Ông tới Lima một ngày trước.", "một ngày trước", "2026-02-04"),
    ("Cuộc họp mở màn ngày 29/1. Hai ngày trước, ông từ chức.", "Hai ngày trước", "2026-02-03"),
    ("Tối 4/2 ông gọi, chỉ vài giờ sau cuộc gọi khác.", "chỉ vài giờ sau", "2026-02-04"),
]

SPANS = [
    ("thăm Việt Nam từ ngày 18 - 22.8", "từ ngày 18 - 22.8", "2025-08-18/2025-08-22"),
    ("thăm Bulgaria ngày 22-24/10", "ngày 22-24/10", "2025-10-22/2025-10-24"),
    ("trong 3 ngày 20-21/6", "3 ngày 20-21/6", "2026-06-20/2026-06-21"),
    ("thăm từ 7 - 8.5", "từ 7 - 8.5", "2026-05-07/2026-05-08"),
    ("từ ngày 30/12 đến ngày 2/1", "từ ngày 30/12 đến ngày 2/1", "2025-12-30/2026-01-02"),
    ("Tuần tới hai bên sẽ họp.", "Tuần tới", "2026-02-09/2026-02-15"),
    ("Tuần trước ông đến Moskva.", "Tuần trước", "2026-01-26/2026-02-01"),
    ("sẽ thăm từ ngày 1-3 tới", "ngày 1-3 tới", "2026-03-01"),
    ("họp ngày 3/12 vừa qua", "ngày 3/12 vừa qua", "2025-12-03"),
    ("gặp nhau cuối tuần này", "cuối tuần này", "2026-02-06/2026-02-08"),
    ("tháng 9 và 10 năm 2025", "tháng 9 và 10 năm 2025", "2025-09/2025-10"),
    ("Xuất khẩu quý 3 giảm.", "quý 3", "2025-07/2025-09"),
    ("Trong quý III/2025, xuất khẩu tăng.", "quý III/2025", "2025-07/2025-09"),
    ("nửa đầu năm 2026", "nửa đầu năm 2026", "2026-01/2026-06"),
    ("9 tháng đầu năm 2025", "9 tháng đầu năm 2025", "2025-01/2025-09"),
    ("trong niên vụ 2025/26", "niên vụ 2025/26", "2025/2026"),
    ("giai đoạn 2021-2025", "giai đoạn 2021-2025", "2021/2025"),
    ("trong hai năm qua", "trong hai năm qua", "2024/2025"),
    ("gặp lại sau 2-3 tháng nữa", "sau 2-3 tháng nữa", "2026-04/2026-05"),
    ("3 tuần trước tại Hàn Quốc", "3 tuần trước", "2026-01-12/2026-01-18"),
    ("cách đây hơn 3 tuần", "cách đây hơn 3 tuần", "2026-01-05/2026-01-18"),
]

PERIODS = [
    ("thăm Trung Quốc vào tháng 4", "tháng 4", "2026-04", None),
    ("kể từ hội nghị tháng 8", "tháng 8", "2025-08", None),
    ("hồi tháng 5/2011", "tháng 5/2011", "2011-05", None),
    ("vào tháng 12 năm ngoái", "tháng 12 năm ngoái", "2025-12", None),
    ("đến Mỹ vào cuối năm 2026", "cuối năm 2026", "2026", "late"),
    ("gặp nhau cuối năm ngoái", "cuối năm ngoái", "2025", "late"),
    ("dự kiến giữa tháng 3 tới", "giữa tháng 3 tới", "2026-03", "mid"),
    ("đầu tháng này", "đầu tháng này", "2026-02", "early"),
    ("đạt 200 tỷ USD vào năm ngoái", "năm ngoái", "2025", None),
    ("quan hệ từ năm 1979", "năm 1979", "1979", None),
    ("giữa thập niên 1990", "giữa thập niên 1990", "199X", "mid"),
    ("trong thế kỷ 21", "thế kỷ 21", "20XX", None),
    ("mùa hè 2026", "mùa hè 2026", "2026-22", None),
    ("ký hiệp ước cách đây 2 năm", "cách đây 2 năm", "2024", None),
]

TRAPS = [
    "Quốc hội thông qua nghị quyết.",
    "Đây là lần thứ 6 ông đến Mỹ.",
    "Đại hội Đảng lần thứ hai mươi",
    "Theo sáng kiến của Ai Cập, các bên sáng tạo hơn.",
    "Khoảng 1/6 dân số thế giới sống ở đó.",
    "Ít nhất 2/3 số phiếu thuận là cần thiết.",
    "Khoản vay trị giá 7,5 tỷ USD.",
    "Đội nhà thắng 2-1 trước Thái Lan.",
    "Mỹ giao 20 chiếc F-16 và Su-35.",
    "Nghị định 24/2025/NĐ-CP và Luật số 36.",
    "Giá tối thiểu là 9.10 USD, tối đa 12.5 USD.",
    "Số điện thoại 024-3825-1234.",
    "Dài 14.7km.",
    "Vai trò quan trọng trong tuần hoàn máu",
    "Thứ hai, chúng tôi phản đối.",
    "Chiến tranh thế giới thứ Hai",
]

OTHERS = [
    ("kéo dài khoảng một giờ", "DURATION", "PT1H"),
    ("hội đàm hơn 3 tiếng", "DURATION", "PT3H"),
    ("chuyến thăm hai ngày", "DURATION", "P2D"),
    ("họp mặt hằng năm", "SET", "P1Y"),
    ("mỗi tháng họ họp", "SET", "P1M"),
]

CLOCK = [
    ("lúc 20h ngày 4/2", "2026-02-04T20:00"),
    ("lúc 3 giờ chiều ngày mai", "2026-02-06T15:00"),
    ("8 giờ tối nay", "2026-02-05T20:00"),
    ("9 giờ 30 phút sáng 3/2", "2026-02-03T09:30"),
    ("lúc 0 giờ ngày 1/3", "2026-03-01T00:00"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), DAYS + SPANS)
def test_days_and_spans(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in [(t.text, t.edtf) for t in tag_times(text, PUBLISHED)]


@pytest.mark.parametrize(("text", "words", "edtf", "part"), PERIODS)
def test_periods_keep_their_precision(text: str, words: str, edtf: str, part: str | None) -> None:
    assert (words, edtf, part) in [(t.text, t.edtf, t.part) for t in tag_times(text, PUBLISHED)]


@pytest.mark.parametrize("text", TRAPS)
def test_traps_are_no_times(text: str) -> None:
    assert [t for t in tag_times(text, PUBLISHED) if t.type in ("DATE", "TIME")] == []


@pytest.mark.parametrize(("text", "type_", "iso8601"), OTHERS)
def test_durations_and_repetitions(text: str, type_: str, iso8601: str) -> None:
    assert [(t.type, t.iso8601) for t in tag_times(text, PUBLISHED)] == [(type_, iso8601)]


@pytest.mark.parametrize(("text", "edtf"), CLOCK)
def test_clock_times_join_their_day(text: str, edtf: str) -> None:
    assert [(t.type, t.edtf) for t in tag_times(text, PUBLISHED)] == [("TIME", edtf)]


def test_the_missing_year_follows_what_is_told() -> None:
    planned = tag_times("Ông sẽ thăm Pháp vào ngày 20/9.", PUBLISHED)
    told = tag_times("Ông đã thăm Pháp ngày 20/9.", PUBLISHED)
    assert ([t.edtf for t in planned], [t.edtf for t in told]) == (["2026-09-20"], ["2025-09-20"])


def test_without_a_publication_date_relative_times_stay_open() -> None:
    found = tag_times("Hôm qua, ngày 3/2, và ngày 4/2/2026.", None)
    assert [t.edtf for t in found] == [None, None, "2026-02-04"]


def test_vague_times_are_signalled_and_not_guessed() -> None:
    assert [(t.text, t.edtf, t.basis) for t in tag_times("trong những ngày qua", PUBLISHED)] == [
        ("trong những ngày qua", None, "unknown")
    ]


def test_every_time_names_its_rule() -> None:
    assert all(t.rule for t in tag_times(" ".join(text for text, *_ in DAYS), PUBLISHED))
