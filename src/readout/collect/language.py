"""Which language a text is in: by its script and, for Vietnamese, by the share of letters that only Vietnamese has."""

import re
import unicodedata
from collections import Counter

from readout.text.letters import LOWER, UPPER

# Letters with two marks, and the horned and dotted ones, stand in no other large language; ă, đ, ê, ô, é do.
_VIETNAMESE = frozenset(
    char for char in LOWER + UPPER
    if char in "ơưƠƯ" or ("\u1ea0" <= char <= "\u1ef9" and unicodedata.name(char).split()[-1] != "DIAERESIS")
)  # fmt: skip
VIETNAMESE_SHARE = 0.03
"""Least share of such letters among all letters; newspaper text has 0.15 to 0.25, a headline full of names 0.05."""
_DECLARED_SHARE = 0.01
"""The same where the text is said to be Vietnamese: a short one may be names for the most part."""
_LETTERS_NEEDED = 12
_SAMPLE = 4000
_SCRIPTS = (
    ("ja", "HIRAGANA", 0.05), ("ja", "KATAKANA", 0.05), ("ko", "HANGUL", 0.2), ("zh", "CJK", 0.2), ("th", "THAI", 0.4),
    ("ru", "CYRILLIC", 0.4), ("ar", "ARABIC", 0.4), ("km", "KHMER", 0.4), ("lo", "LAO", 0.4),
)  # fmt: skip
_ENGLISH = re.compile(r"the|of|and|to|in|that|for|on|with|is|was|said|as|by|from|at|has|will|it|his")
_ENGLISH_SHARE = 0.15
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return a BCP 47 tag; `declared` (or None) where the text itself is too short or does not tell.

    What the text shows outweighs what its page declares: templates are often declared in another language. py3langid,
    where it is installed, is asked about Latin letters without Vietnamese marks; else only English is recognised.
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = {char: number for char, number in Counter(sample).items() if char.isalpha()}
    total = sum(letters.values())
    if total < _LETTERS_NEEDED:
        return _tag(declared)
    share = VIETNAMESE_SHARE if _tag(declared) != "vi" else _DECLARED_SHARE
    if sum(number for char, number in letters.items() if char in _VIETNAMESE) >= share * total:
        return "vi"
    return _by_script(letters, total) or _by_words(sample, _tag(declared))


def _by_script(letters: dict[str, int], total: int) -> str | None:
    """The language of the script that most of the `total` letters outside ASCII are of; `letters` counts each."""
    scripts: Counter[str] = Counter()
    for char, number in letters.items():
        if not char.isascii():
            scripts[unicodedata.name(char, "?").split()[0]] += number
    return next((tag for tag, script, share in _SCRIPTS if scripts[script] >= share * total), None)


def _by_words(sample: str, declared: str | None) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) >= 8 and sum(bool(_ENGLISH.fullmatch(word)) for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    if declared and declared != "vi":
        return declared
    return _asked(sample) if len(words) >= 8 else declared


def _asked(sample: str) -> str | None:
    """The answer of py3langid where it is installed; Latin letters of an unknown language are `und`."""
    try:
        import py3langid
    except ImportError:
        return "und"
    return str(py3langid.classify(sample)[0])


def _tag(declared: str | None) -> str | None:
    """`VI_vn` → `vi`; None for anything that is no language tag."""
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", declared or "")
    return found[1].lower() if found else None


def readable(language: str | None) -> bool:
    """Whether facts can be read from this language; a text of unknown language is tried."""
    from readout.read.reading import LANGUAGES

    return language is None or language in LANGUAGES
