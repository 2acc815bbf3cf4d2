"""The pattern language of the rule files, compiled to google-re2.

A pattern is literal text and slots:

    {day}            a slot: a number range or a list of forms, named in the rule file or in a word table
    {day:2}          the same slot again; its value is read under the name `day:2`
    [ngày]           optional; the blank before it (at the start of a sequence: after it) is optional with it
    (và|đến)         one of several
    a blank          at least one blank        ~   any number of blanks, also none
    \\(              the character itself

Slots may stand for patterns (`[parts]` of a rule file), which may hold slots again. Nothing here knows a language.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

BLANKS: Final = r"[ \t\x{00A0}\x{202F}]"
NEVER: Final = r"[^\x{0}-\x{10FFFF}]"
"""What no text matches."""
_SPECIAL: Final = r"\.+*?()|[]{}^$"

Standing = Callable[[str], bool]
"""Whether a form may stand in the text that is to be read."""


class Compiled(NamedTuple):
    """One pattern: the same regular expression without and with groups; `slots[i]` names group i + 1."""

    plain: str
    grouped: str
    slots: tuple[str, ...]


class Slots(NamedTuple):
    """What slots stand for: `regexes` are ready expressions, `parts` are patterns to be spliced in."""

    regexes: Mapping[str, str]
    parts: Mapping[str, str]


class PatternError(ValueError):
    """A pattern that does not follow the language above, or names an unknown slot."""


def escape(text: str) -> str:
    """Quote `text` for re2."""
    return "".join("\\" + c if c in _SPECIAL else c for c in text)


def literal(form: str) -> str:
    """A form as an expression: blanks are flexible, a form with a capital letter keeps its case."""
    words = (BLANKS + "+").join(escape(word) for word in form.split())
    return f"(?-i:{words})" if form != form.lower() else words


def anywhere(_form: str) -> bool:
    """Every form may stand in a text that is not known yet."""
    return True


def standing_in(text: str) -> Standing:
    """The forms that may stand in `text`, in any case and with any blanks between their words."""
    folded = _folded(text)

    def stands(form: str) -> bool:
        return _folded(form) in folded

    return stands


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def alternation(forms: Iterable[str], stands: Standing = anywhere) -> str:
    """One of `forms` that may stand there, in alphabetical order, so that re2 shares their beginnings."""
    choices = [literal(form) for form in sorted(set(forms)) if stands(form)]
    return "(?:" + "|".join(choices) + ")" if choices else NEVER


def number_range(low: int, high: int) -> str:
    """Digits that say a whole number from `low` to `high`; one leading zero is allowed below 10.

    From 1000 on, `low` is taken down and `high` up to the full thousand.
    """
    blocks: dict[str, list[int]] = {}
    for n in range(low, high + 1) if high < 1000 else range(low // 1000 * 10, high // 1000 * 10 + 10):
        blocks.setdefault(str(n)[:-1], []).append(n % 10)
    rest = "" if high < 1000 else "[0-9][0-9]"
    choices = [f"{head or '0?'}[{digits[0]}-{digits[-1]}]{rest}" for head, digits in blocks.items()]
    return "(?:" + "|".join(sorted(choices, key=len, reverse=True)) + ")"


def compile_pattern(pattern: str, slots: Slots) -> Compiled:
    """Compile `pattern`; raises PatternError."""
    plain = _Parser(pattern, slots, lambda name, regex: f"(?:{regex})").run()
    names: list[str] = []

    def group(name: str, regex: str) -> str:
        names.append(name)
        return f"({regex})"

    return Compiled(plain, _Parser(pattern, slots, group).run(), tuple(names))


class _Item(NamedTuple):
    regex: str
    optional: bool


class _Parser:
    """Recursive descent over one pattern; `emit` turns a slot into an expression."""

    def __init__(self, pattern: str, slots: Slots, emit: Callable[[str, str], str], suffix: str = "") -> None:
        self.pattern, self.slots, self.emit, self.suffix, self.at = pattern, slots, emit, suffix, 0

    def run(self) -> str:
        regex = self._choice("")
        if self.at != len(self.pattern):
            raise PatternError(f"unexpected {self.pattern[self.at]!r} at {self.at} in {self.pattern!r}")
        return regex

    def _choice(self, closing: str) -> str:
        branches = [self._sequence(closing)]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence(closing))
        return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"

    def _sequence(self, closing: str) -> str:
        items: list[_Item] = []
        gaps: list[str] = []
        gap = ""
        while (char := self._peek()) not in ("", "|", closing):
            if char in " ~":
                gap = BLANKS + ("+" if char == " " else "*")
                self.at += 1
            else:
                gaps.append(gap)
                items.append(self._item())
                gap = ""
        return _join(items, gaps) + gap

    def _item(self) -> _Item:
        char = self.pattern[self.at]
        if char in "[(":
            self.at += 1
            closing = "]" if char == "[" else ")"
            regex = self._choice(closing)
            if self._peek() != closing:
                raise PatternError(f"missing {closing!r} in {self.pattern!r}")
            self.at += 1
            return _Item(f"(?:{regex})", char == "[")
        if char == "{":
            return _Item(self._slot(), False)
        return _Item(self._literal(), False)

    def _slot(self) -> str:
        end = self.pattern.find("}", self.at)
        if end < 0:
            raise PatternError(f"missing '}}' in {self.pattern!r}")
        name, _, number = self.pattern[self.at + 1 : end].partition(":")
        self.at = end + 1
        suffix = f":{number}" if number else self.suffix
        if name in self.slots.parts:
            return f"(?:{_Parser(self.slots.parts[name], self.slots, self.emit, suffix).run()})"
        if name not in self.slots.regexes:
            raise PatternError(f"unknown slot {name!r} in {self.pattern!r}")
        return self.emit(name + suffix, self.slots.regexes[name])

    def _literal(self) -> str:
        if self.pattern[self.at] == "\\":
            self.at += 1
        elif self.pattern[self.at] in ")]}":
            raise PatternError(f"nothing to close at {self.at} in {self.pattern!r}")
        if not self._peek():
            raise PatternError(f"nothing after the last backslash in {self.pattern!r}")
        char = self.pattern[self.at]
        self.at += 1
        return escape(char)

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]


def _join(items: list[_Item], gaps: list[str]) -> str:
    """Put a sequence together: a gap belongs to the optional item beside it, so that both go together.

    Of two gaps around an optional item the first is its own; before the first item that must stand, the second. A gap
    whose optional item is followed by another item without a gap stays: "{number}~[{classifier} ]{unit}".
    """
    if not items:
        return ""
    required = next((i for i, item in enumerate(items) if not item.optional), len(items) - 1)
    out: list[str] = [gaps[0]]
    for i, item in enumerate(items):
        before = gaps[i] if i > required else ""
        after = gaps[i + 1] if i < required else ""
        if not item.optional:
            out.append(f"{before}{item.regex}{after}")
        elif i + 1 < len(items) and not gaps[i + 1]:
            out.append(f"{before}(?:{item.regex})?")
        else:
            out.append(f"(?:{before}{item.regex}{after})?")
    return "".join(out)
