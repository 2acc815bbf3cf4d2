"""A ledger to publish: the bundled samples and a few hostile articles, added once."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readout.api import Ledger, Reading, open_ledger, read, read_files, samples
from readout.model.answers import HistoryEntry, LedgerContact
from readout.model.records import Article, ContactTime, Participant, Place
from readout.publish import Selection, Source, export

HOSTILE = (
    '<script>alert("x")</script> & "dấu" \x0b; =HYPERLINK("http://evil.example"),\r\nBEGIN:VEVENT — '
    "Ngày 4/2, ông Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình. "
    "“Chúng tôi sẽ mua thêm </blockquote> đậu nành”, ông Trump nói."
)


def hostile() -> Article:
    return Article(
        id="hostile", url='https://thu.example/"><script>', publisher='Báo "Thử" <b>& con\x08', title=None,
        published="2026-02-05T08:30:00+07:00", published_basis="given", language="vi", text=HOSTILE,
    )  # fmt: skip


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publish") / "ledger.sqlite"
    with open_ledger(str(path)) as book:
        book.add_all([one for one in read_files([samples()]) if isinstance(one, Reading)])
        book.add(read(hostile()))
    return path


@pytest.fixture
def ledger(place: Path) -> Iterator[Ledger]:
    with open_ledger(str(place)) as book:
        yield book


def written(ledger: Ledger, format: str, **selection: Any) -> bytes:
    stream = io.BytesIO()
    export(Source(ledger, Selection(**selection)), format, None, stream)  # type: ignore[arg-type]
    return stream.getvalue()


def contact(
    mode: Any, status: Any, roles: tuple[Any, Any] = ("participant", "participant"), place: str | None = None,
    third: str | None = None,
) -> LedgerContact:  # fmt: skip
    parties = [Participant(country=side, role=role) for side, role in zip(("US", "CN"), roles, strict=True)]
    parties += [Participant(country=third, role="mediator")] if third else []
    return LedgerContact(
        id="c-x", mode=mode, status=status, participants=tuple(parties), time=ContactTime(edtf="2026-02-04"),
        place=Place(country=place) if place else None, first_published="2026-02-05T08:30:00+07:00",
        history=(HistoryEntry(status=status, article="a-x"),),
    )  # fmt: skip
