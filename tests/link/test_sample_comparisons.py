"""The two calls of the bundled samples side by side: every topic, and what each side says of it or why it does not."""

from pathlib import Path

import pytest

from readout.api import ContactQuery, open_ledger, read_files, samples
from readout.model.answers import Comparison
from readout.model.records import Reading

RAISED, UNTOLD, SILENT = "raised", "not-mentioned", "stated-silence"
NOVEMBER = {
    "agriculture": (RAISED, UNTOLD),
    "bilateral-relations": (RAISED, RAISED),
    "fentanyl": (RAISED, SILENT),
    "international-order": (UNTOLD, RAISED),
    "soybeans": (RAISED, SILENT),
    "taiwan": (SILENT, RAISED),
    "trade": (RAISED, UNTOLD),
    "ukraine": (RAISED, RAISED),
    "visits": (UNTOLD, SILENT),
}
FEBRUARY = {
    "arms-sales": (UNTOLD, RAISED),
    "aviation": (RAISED, UNTOLD),
    "bilateral-relations": (UNTOLD, RAISED),
    "energy": (RAISED, "claimed-by-other"),
    "soybeans": (RAISED, SILENT),
    "taiwan": (SILENT, RAISED),
    "trade": (UNTOLD, RAISED),
    "visits": (UNTOLD, SILENT),
}


def compared(folder: Path, day: str) -> Comparison:
    with open_ledger(str(folder / "ledger.sqlite")) as ledger:
        for reading in read_files([samples()]):
            if isinstance(reading, Reading):
                ledger.add(reading)
        query = ContactQuery(countries=("US", "CN"), mode="phone-call", since=day, until=day)
        (call,) = ledger.contacts(query)
        return ledger.compare(call.id)


@pytest.mark.parametrize(("day", "wanted"), [("2025-11-24", NOVEMBER), ("2026-02-04", FEBRUARY)])
def test_each_topic_and_no_other(day: str, wanted: dict[str, tuple[str, str]], tmp_path: Path) -> None:
    found = compared(tmp_path, day)
    assert {row.topic: (row.cells["US"].state, row.cells["CN"].state) for row in found.topics} == wanted
