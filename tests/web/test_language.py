"""The catalogs: complete, compiled, and in step with the sources."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from readout.web.dates import Dates
from readout.web.language import FOLDER, choose, language
from readout.web.words import words

PO = FOLDER / "vi" / "LC_MESSAGES" / "web.po"


def test_every_message_has_vietnamese_words() -> None:
    with PO.open("rb") as file:
        catalog = read_po(file, locale="vi")
    empty = [one.id for one in catalog if one.id and not (one.string if isinstance(one.string, str) else one.string[0])]
    assert not empty
    for one in catalog:
        if one.id and one.python_format:
            source = one.id if isinstance(one.id, str) else one.id[0]
            told = one.string if isinstance(one.string, str) else one.string[0]
            assert set(re.findall(r"%\(\w+\)s", source)) == set(re.findall(r"%\(\w+\)s", told)), source


def test_the_compiled_catalog_is_that_of_the_words() -> None:
    with PO.open("rb") as file:
        catalog = read_po(file, locale="vi")
    made = io.BytesIO()
    write_mo(made, catalog)
    assert _messages(made.getvalue()) == _messages(PO.with_suffix(".mo").read_bytes())


def _messages(mo: bytes) -> dict[str, str]:
    import gettext

    return {str(key): value for key, value in gettext.GNUTranslations(io.BytesIO(mo))._catalog.items() if key}  # type: ignore[attr-defined]


def test_no_message_of_a_template_is_missing() -> None:
    with PO.open("rb") as file:
        known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(file, locale="vi")}
    used: set[str] = set()
    for template in Path(FOLDER.parent, "templates").rglob("*.html"):
        used.update(re.findall(r"_\('([^']+)'", template.read_text(encoding="utf-8")))
    assert used <= known


@pytest.mark.parametrize(("switched", "accepted", "expected"), [
    (None, "en-GB,en;q=0.9", "en"), (None, "vi", "vi"), (None, None, "vi"), (None, "fr,en;q=0.5", "en"),
    ("vi", "en", "vi"), ("xx", "en", "en"), (None, "en;q=broken,vi;q=0.1", "vi"), (None, ",;;q=,", "vi"),
])  # fmt: skip
def test_the_language_is_the_switch_then_the_browser(switched: str | None, accepted: str | None, expected: str) -> None:
    assert choose(switched, accepted).code == expected


@pytest.mark.parametrize(("edtf", "part", "english", "vietnamese"), [
    ("2026-02-04", None, "4 Feb 2026", "4/2/2026"),
    ("2026", "late", "late 2026", "cuối năm 2026"),
    ("2026-02", "early", "early Feb 2026", "đầu tháng 2/2026"),
    ("2026-05-13/2026-05-15", None, "13–15 May 2026", "13–15/5/2026"),
    ("2025-35", None, "third quarter of 2025", "quý 3/2025"),
    ("2025-11~", None, "about Nov 2025", "khoảng tháng 11/2025"),
    ("nonsense", None, "nonsense", "nonsense"),
    (None, None, "", ""),
])  # fmt: skip
def test_dates_are_as_precise_as_they_were_told(
    edtf: str | None, part: str | None, english: str, vietnamese: str
) -> None:
    assert Dates(language("en")).edtf(edtf, part) == english
    assert Dates(language("vi")).edtf(edtf, part) == vietnamese


def test_numbers_and_offices_in_both_languages() -> None:
    assert words("en").number(2_850_000) == "2.85 million"
    assert words("vi").number(2_850_000) == "2,85 triệu"
    assert words("vi").office("president", "CN") == "Chủ tịch Trung Quốc"
    assert words("vi").office("president", "US") == "Tổng thống Mỹ"
    assert words("vi").dates.duration("PT1H30M", True) == "khoảng 1 giờ 30 phút"
