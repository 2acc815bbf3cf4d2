"""Names as they are compared, in the spellings that newspapers mix."""

import pytest

from readout.text.names import folded


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Tô Lâm", "to lam"),
        ("Đặng Xuân Phong", "dang xuan phong"),
        ("Péter Szijjártó", "peter szijjarto"),
        ("Radosław Sikorski", "radoslaw sikorski"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Lee Jae-myung", "lee jae myung"),
        ("J.D. Vance", "j d vance"),
        ("Uladzimir  O’Neill", "uladzimir o neill"),
    ],
)
def test_folded(name: str, wanted: str) -> None:
    assert folded(name) == wanted
