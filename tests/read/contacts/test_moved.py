"""For when a contact was planned before it was put off or brought forward."""

import pytest

from readout.api import read

PUBLISHED = "2026-01-31"

MOVED: list[tuple[str, tuple[str, str, str | None]]] = [
    (
        "Cuộc gặp giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Putin đã bị hoãn từ ngày 2/2 sang ngày 20/2.",
        ("planned", "2026-02-20", "2026-02-02"),
    ),
    (
        "Cuộc điện đàm giữa ông Trump và ông Tập Cận Bình, dự kiến diễn ra ngày 2/2, được dời sang ngày 20/2.",
        ("planned", "2026-02-20", "2026-02-02"),
    ),
    (
        "Chuyến thăm Trung Quốc của Tổng thống Mỹ Donald Trump được dời lịch từ ngày 2/2 sang ngày 20/2.",
        ("planned", "2026-02-20", "2026-02-02"),
    ),
    (
        "Nhà Trắng lùi thời điểm cuộc gặp giữa ông Trump và ông Putin từ ngày 2/2 đến ngày 20/2.",
        ("planned", "2026-02-20", "2026-02-02"),
    ),
    (
        "Vòng đàm phán giữa Nga và Ukraine, ban đầu ấn định ngày 2/2, đã được lùi sang ngày 20/2.",
        ("planned", "2026-02-20", "2026-02-02"),
    ),
    ("Ông Trump hoãn chuyến thăm Trung Quốc đến ngày 20/2.", ("planned", "2026-02-20", None)),
    (
        "Chuyến thăm Mỹ của Thủ tướng Nhật Bản Sanae Takaichi được đẩy sớm lên ngày 20/2 thay vì ngày 25/2.",
        ("planned", "2026-02-20", "2026-02-25"),
    ),
]
TOLD_TWICE: list[tuple[str, str, tuple[str, str, str, str | None]]] = [
    (
        "Hoãn chuyến thăm Ấn Độ của Thủ tướng Canada",
        "Chuyến thăm của Thủ tướng Mark Carney tới Ấn Độ dự kiến bắt đầu ngày 5/2, đã được lùi đến ngày 19/2.",
        ("visit", "planned", "2026-02-19", "2026-02-05"),
    ),
    (
        "Hoãn cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Nga",
        "Cuộc điện đàm giữa ông Trump và ông Putin, ban đầu ấn định ngày 4/2, được dời sang ngày 6/2.",
        ("phone-call", "planned", "2026-02-06", "2026-02-04"),
    ),
    (
        "Hoãn cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Nga",
        "Cuộc điện đàm giữa hai nhà lãnh đạo được dời sang ngày 6/2.",
        ("phone-call", "planned", "2026-02-06", None),
    ),
    (
        "Cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Nga được dời sang ngày 6/2",
        "Nhà Trắng chưa nói vì sao ông Trump hoãn cuộc điện đàm với ông Putin.",
        ("phone-call", "planned", "2026-02-06", None),
    ),
]
STILL_OFF = [
    ("Ông Trump hoãn chuyến thăm Trung Quốc", "Tổng thống Mỹ chưa chọn ngày khác để tới Bắc Kinh."),
    (
        "Hủy cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Nga",
        "Cuộc điện đàm giữa hai nhà lãnh đạo trước đó được dời sang ngày 6/2.",
    ),
    (
        "Tổng thống Mỹ hoãn chuyến thăm Trung Quốc",
        "Tổng thống Mỹ Donald Trump ban đầu dự kiến thăm Trung Quốc ngày 14/2.",
    ),
    (
        "Hoãn cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Nga",
        "Cuộc điện đàm giữa Tổng thống Mỹ và Tổng thống Ukraine, dự kiến ngày 4/2, được dời sang ngày 6/2.",
    ),
]
NOT_MOVED = [
    "Tổng thống Pháp Emmanuel Macron hoãn chuyến thăm Ấn Độ từ ngày 17/2 đến ngày 19/2.",
    "Ông Trump gặp ông Tập Cận Bình ngày 30/1 thay vì ông Putin.",
    "Ông Trump dời lịch cuộc điện đàm với ông Putin.",
    "Hà Nội lùi lịch bắn pháo hoa sau chuyến thăm của Tổng thống Hàn Quốc Lee Jae Myung ngày 20/1.",
    "Ông Trump sẽ gặp ông Putin ngày 20/2, sau khi hoãn việc tăng thuế sang ngày 2/3.",
]


@pytest.mark.parametrize(("text", "expected"), MOVED, ids=[text[:60] for text, _ in MOVED])
def test_a_moved_contact_knows_its_day_before(text: str, expected: tuple[str, str, str | None]) -> None:
    (one,) = read(text, published=PUBLISHED).contacts
    assert one.moved_from
    assert (one.status, one.time.edtf, one.moved_from.edtf) == expected


@pytest.mark.parametrize(("title", "body", "expected"), TOLD_TWICE, ids=[body[:60] for _, body, _ in TOLD_TWICE])
def test_what_is_put_off_is_planned_for_the_day_told_elsewhere(
    title: str, body: str, expected: tuple[str, str, str, str | None]
) -> None:
    (one,) = read(f"{title}\n\n{body}", published=PUBLISHED).contacts
    assert one.moved_from
    assert (one.mode, one.status, one.time.edtf, one.moved_from.edtf) == expected


@pytest.mark.parametrize(("title", "body"), STILL_OFF, ids=[body[:60] for _, body in STILL_OFF])
def test_what_is_called_off_without_another_day_stays_off(title: str, body: str) -> None:
    first = read(f"{title}\n\n{body}", published=PUBLISHED).contacts[0]
    assert (first.status, first.time.edtf, first.moved_from) == ("cancelled", None, None)


@pytest.mark.parametrize("text", NOT_MOVED, ids=[text[:60] for text in NOT_MOVED])
def test_nothing_was_moved(text: str) -> None:
    contacts = read(text, published=PUBLISHED).contacts
    assert contacts
    assert [one.moved_from for one in contacts] == [None] * len(contacts)
