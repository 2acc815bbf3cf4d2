"""Where an export is written: whole or not at all, errors by the name that was typed, nothing else touched."""

import io
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from readout.api import ContactQuery, Ledger, open_ledger, read
from readout.model.records import Article
from readout.publish import Selection, Source, export
from readout.publish.places import whole
from readout.publish.writing import FORMATS

PAIR = Selection(query=ContactQuery(countries=("US", "CN")))
LATE = Article(
    id="late", published="2026-02-07", published_basis="given", language="vi",
    text="Ngày 6/2, ông Trump điện đàm với ông Putin.",
)  # fmt: skip
TO_FILES = [name for name in FORMATS if name not in ("csv", "parquet")]


def to(ledger: Ledger, format: str, output: Path, table: str | None = None) -> None:
    export(Source(ledger, PAIR), format, output, io.BytesIO(), table)  # type: ignore[arg-type]


@contextmanager
def little_space() -> Iterator[None]:
    """No file may grow beyond 2 kB, as on a disk that is full; not for longer, since the log of the tests is a file."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize(
    ("format", "table"), [*((name, None) for name in TO_FILES), ("csv", "contacts"), ("parquet", "contacts")]
)
def test_a_disk_that_is_full_leaves_the_file_that_was_there(
    ledger: Ledger, tmp_path: Path, format: str, table: str | None
) -> None:
    place = tmp_path / "out"
    place.write_text("from before")
    with pytest.raises(OSError) as caught, little_space():
        to(ledger, format, place, table)
    assert caught.value.filename == str(place)
    assert [path.name for path in tmp_path.iterdir()] == ["out"] and place.read_text() == "from before"


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_disk_that_is_full_leaves_no_half_table_in_a_folder(ledger: Ledger, tmp_path: Path, format: str) -> None:
    with pytest.raises(OSError) as caught, little_space():
        to(ledger, format, tmp_path / "out")
    assert caught.value.filename == str(tmp_path / "out" / f"contacts.{format}")
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("format", FORMATS)
def test_a_place_below_a_file_is_told_by_the_name_that_was_typed(ledger: Ledger, tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError) as caught:
        to(ledger, format, tmp_path / "file" / "out")
    assert caught.value.filename == str(tmp_path / "file" / "out")


@pytest.mark.parametrize(
    ("format", "table"), [*((name, None) for name in TO_FILES), ("csv", "contacts"), ("parquet", "contacts")]
)
def test_a_folder_is_no_file(ledger: Ledger, tmp_path: Path, format: str, table: str | None) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        to(ledger, format, tmp_path, table)
    assert caught.value.filename == str(tmp_path) and not list(tmp_path.iterdir())


def test_a_link_stays_a_link_and_permissions_are_the_usual_ones(ledger: Ledger, tmp_path: Path) -> None:
    target, link = tmp_path / "target.ics", tmp_path / "link.ics"
    target.write_text("from before")
    link.symlink_to(target)
    to(ledger, "ics", link)
    assert link.is_symlink() and target.read_bytes().startswith(b"BEGIN:VCALENDAR")
    usual = tmp_path / "usual"
    usual.write_text("")
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with whole(pipe) as path:
        assert path == pipe
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_an_export_is_the_ledger_of_one_moment(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that comes while the first table is written is in none of them."""
    from readout.publish.tables import TABLES

    copy = tmp_path / "ledger.sqlite"
    copy.write_bytes(place.read_bytes())
    rows = TABLES["contacts"].rows

    def interrupted(source: Source) -> Iterator[tuple[object, ...]]:
        for number, row in enumerate(rows(source)):
            if number == 1:
                with open_ledger(str(copy)) as other:
                    other.add(read(LATE))
            yield row

    monkeypatch.setitem(TABLES, "contacts", TABLES["contacts"]._replace(rows=interrupted))
    with open_ledger(str(copy)) as book:
        export(Source(book), "csv", tmp_path / "out", io.BytesIO())
        assert book.article("late").name == "late"
    assert "late" not in (tmp_path / "out" / "articles.csv").read_text("utf-8")
