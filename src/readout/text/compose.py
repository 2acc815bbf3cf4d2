"""The stored text of an article: NFC, one kind of line end, the title as the first paragraph."""

import unicodedata

_BREAKS = (
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("\u2028", "\n"),
    ("\u2029", "\n\n"),
    ("\x0b", "\n"),
    ("\x0c", "\n\n"),
    ("\x85", "\n"),
)


def compose(title: str | None, body: str) -> str:
    """Return the text to store: `title`, an empty line, `body`; only `body` where there is no title.

    NFC is applied once, here; every later offset counts code points in the result. Surrogates, which no valid UTF-8
    can hold, become U+FFFD, so that every reading can be written as JSON.
    """
    text = f"{title.strip()}\n\n{body}" if title and title.strip() else body
    for other, line_end in _BREAKS:  # far faster than `translate`: most texts hold none of them
        text = text.replace(other, line_end)
    if not text.isascii():
        text = _without_surrogates(unicodedata.normalize("NFC", text))
    return text


def _without_surrogates(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
