"""Words and parsed rules as the loader made them, kept beside the compiled modules: a start need not make them again.

An installation keeps them (`hatch_build.py`). They count only together with the compiled modules, and only while the
data files and the names of CLDR are those that they were made from; what is missing, outdated or broken is made again.
"""

import marshal
from importlib.util import find_spec, source_hash
from pathlib import Path
from typing import Any, NamedTuple

from readout.knowledge import lexicon
from readout.knowledge.lexicon import Lexicon
from readout.knowledge.tables import data_folder

DIGEST = 8
"""Bytes of a digest; a file begins with that of the data and that of its own content."""


class Words(NamedTuple):
    """The words of a language, the country codes in use, and the rule files, parsed."""

    lexicon: Lexicon
    codes: frozenset[str]
    documents: dict[str, dict[str, Any]]


def kept(language: str) -> Words | None:
    """The words that were kept beside the compiled lexicon, or None where they have to be made."""
    module = Path(lexicon.__file__ or "lexicon.py")
    if module.suffix == ".py":
        return None
    try:
        content = module.with_name(_name(language)).read_bytes()
    except OSError:
        return None
    made_from, digest, words = content[:DIGEST], content[DIGEST : 2 * DIGEST], content[2 * DIGEST :]
    if digest != source_hash(words) or made_from != digest_of_data(language):
        return None
    forms, entries, kinds, codes, documents = marshal.loads(words)
    return Words(Lexicon.unpacked(forms.split("\n"), entries.split("\n"), kinds), codes, documents)


def keep(language: str, words: Words, folder: Path) -> None:
    """Keep the words in the folder of the compiled modules; raises OSError where that is not possible."""
    forms, entries, kinds = words.lexicon.packed()
    content = marshal.dumps(("\n".join(forms), "\n".join(entries), kinds, words.codes, words.documents))
    whole = folder / _name(language)
    part = whole.with_suffix(".new")
    part.write_bytes(digest_of_data(language) + source_hash(content) + content)
    part.replace(whole)


def digest_of_data(language: str) -> bytes:
    """A digest of what the words are made from: the data files, and the names of countries."""
    data = data_folder()
    files = sorted(path for path in data.rglob("*.t*") if path.suffix in (".tsv", ".toml"))
    names = find_spec("babel")
    locales = Path(names.origin).parent / "locale-data" if names and names.origin else data
    files += [path for path in (locales / "en.dat", locales / f"{language}.dat") if path.exists()]
    return source_hash(b"".join(path.name.encode() + path.read_bytes() for path in files))


def _name(language: str) -> str:
    return f"words-{language}"
