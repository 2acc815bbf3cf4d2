"""The day of publication, from the text alone."""

from datetime import date

import pytest

from readout.read.times import infer_published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hôm nay, 24/11/2025, hai bên họp.", date(2025, 11, 24)),
        ("Tối qua (24/11/2025), hai bên họp.", date(2025, 11, 25)),
        ("Theo tuyên bố ngày 24.11, họ gặp nhau 3 tuần trước. Ảnh chụp ngày 30.10.2025.", date(2025, 11, 24)),
        ("Sáng 4/2/2026, hai bên điện đàm.", date(2026, 2, 4)),
        ("Ngày 30/4/1975, chiến tranh kết thúc.", None),
        ("Từ ngày 1/1/2026, thuế mới có hiệu lực.", None),
        ("Hai bên gặp nhau ngày 4/2.", None),
        ("Không có ngày nào.", None),
        ("", None),
    ],
)
def test_published(text: str, day: date | None) -> None:
    assert infer_published(text) == day
