"""Which paper a name with sections means, by the host it came from."""

import pytest

from readout.text.papers import paper_of


@pytest.mark.parametrize(("name", "address", "paper"), [
    ("VnExpress - Thế giới", "https://vnexpress.net/a", "VnExpress"),
    ("Press - VnExpress", "https://vnexpress.net/a", "VnExpress"),
    ("Times | The Straits Times", "https://www.straitstimes.com/a", "The Straits Times"),
    ("Thế giới - Thời sự", "https://tuoitre.vn/a", "Thế giới - Thời sự"),
    ("Báo Mẫu", None, "Báo Mẫu"),
    (None, "https://tuoitre.vn/a", None),
])  # fmt: skip
def test_the_paper_of_a_name(name: str | None, address: str | None, paper: str | None) -> None:
    assert paper_of(name, address) == paper
