"""People are asked for by the names that Vietnamese papers give them."""

from pathlib import Path

import pytest

from readout.api import ContactQuery, Reading, open_ledger, read_files, samples
from readout.link.spellings import people_called


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Tập Cận Bình", {"xi-jinping"}),
        ("tap can binh", {"xi-jinping"}),
        ("Xi Jinping", {"xi-jinping"}),
        ("Tập", set()),
        ("Cận Bình Tập", set()),
    ],
)
def test_who_is_called_so(name: str, people: set[str]) -> None:
    assert people_called(name) == people


def test_contacts_of_a_person_by_the_vietnamese_name(tmp_path: Path) -> None:
    readings = [one for one in read_files([samples()]) if isinstance(one, Reading)]
    with open_ledger(str(tmp_path / "l.sqlite")) as book:
        book.add_all(readings)
        asked = [book.contacts(ContactQuery(person=name)) for name in ("Tập Cận Bình", "Xi Jinping")]
    assert asked[0] == asked[1] != ()
