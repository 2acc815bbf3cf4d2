"""Words that are kept for the next start: the same words, and none that the data do not say any more."""

from pathlib import Path

import pytest

from readout import compiled
from readout.knowledge import lexicon, prepared, tables
from readout.knowledge.lexicon import Entry, Lexicon

WORDS = prepared.Words(
    Lexicon([
        Entry("Nga", "country", "RU"),
        Entry("nga", "surname", ""),
        Entry("hòa đàm", "contact", "talks"),
        Entry("Hòa Bình", "place", "hoa-binh"),
    ]),
    Lexicon([Entry("hòa đàm", "topic", "peace")]),
    Lexicon([Entry("hòa đàm", "alone", "peace")]),
    frozenset(("RU", "VN")),
    {"vi/rules/x.toml": {"rule": [{"id": "vi.x", "yes": ["Nga"]}]}},
    {"places": {"hoa-binh": {"id": "hoa-binh", "country": "VN"}}},
    ([("a", "A", "f", "")], [("a", "president", "RU", "2024", "")], [("RU", "president")]),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the compiled modules."""
    monkeypatch.setattr(lexicon, "__file__", str(tmp_path / f"lexicon{compiled.SUFFIX}"))
    prepared.keep("vi", WORDS, tmp_path)
    return tmp_path


def test_what_is_kept_is_what_was_made(folder: Path) -> None:
    found = prepared.kept("vi")
    assert found is not None and found[3:] == WORDS[3:]
    known, made = found.lexicon, WORDS.lexicon
    assert known.forms() == made.forms() == ["hoà bình", "hoà đàm", "hòa bình", "hòa đàm", "nga"]
    assert [known.entries_of(form) for form in known.forms()] == [made.entries_of(form) for form in made.forms()]
    assert (known.kinds(), known.forms_of("surname")) == (made.kinds(), frozenset(("nga",)))
    text = "Bà Nga ở Hoà Bình dự hòa đàm."
    told = [[(hit.start, hit.end, hit.entries) for hit in words.scan(text)] for words in (known, made)]
    assert told[0] == told[1] and len(told[0]) == 3
    assert [found.topics.entries_of("hòa đàm"), found.told_topics.entries_of("hòa đàm")] == [
        (("hòa đàm", "topic", "peace"),),
        (("hòa đàm", "alone", "peace"),),
    ]


def test_names_are_kept_as_long_as_cldr_says_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepared.kept_names() is None
    prepared.keep_names({"RU": "Russia"}, folder)
    assert prepared.kept_names() == {"RU": "Russia"}
    monkeypatch.setattr(prepared, "find_spec", lambda name: None)  # no file of names, as from another version
    assert prepared.kept_names() is None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[:-1], id="cut off"),
        pytest.param(lambda content: content[:20] + b"?" + content[21:], id="another byte"),
        pytest.param(lambda content: b"another " + content[8:], id="from other data"),
    ],
)
def test_what_is_broken_or_outdated_is_not_taken(folder: Path, spoil: object) -> None:
    (file,) = folder.iterdir()
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert prepared.kept("vi") is None


def test_an_edited_data_file_counts_at_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.tsv").write_text("form\tclass\tvalue\n", "utf-8")
    monkeypatch.setattr(prepared, "data_folder", lambda: tmp_path)
    assert prepared.kept("vi") is None


def test_without_compiled_modules_or_a_file_the_words_are_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepared.kept("en") is None
    monkeypatch.setattr(lexicon, "__file__", str(folder / "lexicon.py"))
    assert prepared.kept("vi") is None


def test_every_data_file_is_part_of_the_digest() -> None:
    """A new kind of file must be added to it; what is told of the data (`.md`) does not count."""
    kinds = {path.suffix for path in tables.data_folder().rglob("*") if path.is_file()}
    assert kinds == {".tsv", ".toml", ".md"}
