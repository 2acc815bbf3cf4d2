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


@pytest.mark.parametrize("text", NOT_MOVED, ids=[text[:60] for text in NOT_MOVED])
def test_nothing_was_moved(text: str) -> None:
    contacts = read(text, published=PUBLISHED).contacts
    assert contacts
    assert [one.moved_from for one in contacts] == [None] * len(contacts)
