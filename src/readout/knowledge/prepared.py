"""Words, parsed rules and tables as the loader made them, kept beside the compiled modules: no start makes them again.

An installation keeps them (`hatch_build.py`). They count only together with the compiled modules, and only while the
data files and the names of CLDR are those that they were made from; what is missing, outdated or broken is made again.
"""

import marshal
import os
from collections.abc import Callable
from importlib.util import find_spec, source_hash
from pathlib import Path
from typing import Any, NamedTuple

from readout.knowledge import lexicon
from readout.knowledge.lexicon import Lexicon
from readout.knowledge.tables import data_folder

DIGEST = 8
"""Bytes of a digest; a file begins with that of the data and that of its own content."""
NAMES = "names-en"


class Words(NamedTuple):
    """The words of a language, those that raise a topic anywhere and those of statements, the country codes in use, the
    rule files, parsed, the tables that the knowledge holds, and the columns of people, tenures and leaders."""

    lexicon: Lexicon
    topics: Lexicon
    told_topics: Lexicon
    codes: frozenset[str]
    documents: dict[str, dict[str, Any]]
    tables: dict[str, Any]
    people: tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[tuple[str, ...]]]


def kept(language: str) -> Words | None:
    """The words that were kept beside the compiled lexicon, or None where they have to be made."""
    found = _content(_name(language), lambda: digest_of_data(language))
    if found is None:
        return None
    lexicons, *others = found
    words, topics, told = (Lexicon.unpacked(forms.split("\n"), packed.split("\n"), k) for forms, packed, k in lexicons)
    return Words(words, topics, told, *others)


def keep(language: str, words: Words, folder: Path) -> None:
    """Keep the words in the folder of the compiled modules; raises OSError where that is not possible."""
    lexicons = [one.packed() for one in (words.lexicon, words.topics, words.told_topics)]
    joined = [("\n".join(forms), "\n".join(entries), kinds) for forms, entries, kinds in lexicons]
    _write(folder / _name(language), digest_of_data(language), (joined, *words[len(lexicons) :]))


def kept_names() -> dict[str, str] | None:
    """The English names of countries that were kept, or None where CLDR has to be asked."""
    names: dict[str, str] | None = _content(NAMES, _digest_of_names)
    return names


def keep_names(names: dict[str, str], folder: Path) -> None:
    """Keep the English names of countries in the folder of the compiled modules; raises OSError as `keep` does."""
    _write(folder / NAMES, _digest_of_names(), names)


def digest_of_data(language: str) -> bytes:
    """A digest of what the words are made from: the data files, and the names of countries."""
    every = [os.path.join(folder, name) for folder, _, names in os.walk(data_folder()) for name in names]
    return _digest([*sorted(path for path in every if path.endswith((".tsv", ".toml"))), *_locales("en", language)])


def _digest_of_names() -> bytes:
    return _digest(_locales("en"))


def _digest(files: list[str]) -> bytes:
    """Of names and contents; every start makes it, so that no file becomes a `Path`."""
    return source_hash(b"".join([os.path.basename(path).encode() + _bytes_of(path) for path in files]))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _locales(*languages: str) -> list[str]:
    """The files of CLDR in Babel that hold the names in the languages, as far as they are there."""
    spec = find_spec("babel")
    folder = os.path.join(os.path.dirname(spec.origin), "locale-data") if spec and spec.origin else ""
    paths = [os.path.join(folder, f"{language}.dat") for language in languages]
    return [path for path in paths if os.path.exists(path)]


def _content(name: str, made_from: Callable[[], bytes]) -> Any:
    """What was kept under a name beside the compiled lexicon and is whole and up to date, or None."""
    module = Path(lexicon.__file__ or "lexicon.py")
    if module.suffix == ".py":
        return None
    try:
        whole = module.with_name(name).read_bytes()
    except OSError:
        return None
    data, digest, content = whole[:DIGEST], whole[DIGEST : 2 * DIGEST], whole[2 * DIGEST :]
    return marshal.loads(content) if digest == source_hash(content) and data == made_from() else None


def _write(path: Path, made_from: bytes, content: Any) -> None:
    dumped = marshal.dumps(content)
    part = path.with_suffix(".new")
    part.write_bytes(made_from + source_hash(dumped) + dumped)
    part.replace(path)


def _name(language: str) -> str:
    return f"words-{language}"
