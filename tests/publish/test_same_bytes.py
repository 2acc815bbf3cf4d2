"""The same articles give the same bytes: in another process, with other hashes, in every format."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readout.publish.writing import FOLDERS, FORMATS

EXPORTS = """
import sys
from pathlib import Path
from readout.api import ContactQuery, Reading, open_ledger, read_files, samples
from readout.publish import Selection, Source, export
from readout.publish.writing import FORMATS
folder = Path(sys.argv[1])
with open_ledger(str(folder / "ledger.sqlite")) as book:
    book.add_all([one for one in read_files([samples()]) if isinstance(one, Reading)])
    for format in FORMATS:
        pair = Selection(query=ContactQuery(countries=("US", "CN"))) if format == "html" else Selection()
        export(Source(book, pair), format, folder / format, sys.stdout.buffer)
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    made = {seed: tmp_path_factory.mktemp("seed") for seed in ("1", "4242")}
    running = [
        subprocess.Popen([sys.executable, "-c", EXPORTS, str(folder)], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed, folder in made.items()
    ]
    assert [one.wait(timeout=300) for one in running] == [0, 0]
    return list(made.values())


def files(folder: Path, format: str) -> dict[str, bytes]:
    place = folder / format
    return {one.name: one.read_bytes() for one in (place.iterdir() if place.is_dir() else [place])}


@pytest.mark.parametrize("format", FORMATS)
def test_two_processes_write_the_same_bytes(folders: list[Path], format: str) -> None:
    first, second = (files(folder, format) for folder in folders)
    assert first == second and all(map(len, first.values()))
    assert len(first) >= 6 if format in FOLDERS else len(first) == 1
