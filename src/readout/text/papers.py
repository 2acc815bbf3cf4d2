"""Which paper a name means: papers name their sections too, and each is a publisher of its own in feeds."""

import re
from typing import Final
from urllib.parse import urlsplit

from readout.text.names import folded

_BETWEEN: Final = re.compile(r"\s+[-–—|:]\s+")


def paper_of(name: str | None, address: str | None) -> str | None:
    """The part of the name that the host is named for ("VnExpress - Thế giới" at vnexpress.net), of several the
    one that is its very name, else the longest; the whole name where no part is."""
    label = _label(address)
    plain = {part: folded(part).replace(" ", "") for part in _BETWEEN.split(name or "")}
    fitting = [part for part, word in plain.items() if label and word and (label in word or word in label)]
    return max(fitting, key=lambda part: (plain[part] == label, len(plain[part])), default=name)


def _label(address: str | None) -> str:
    """The longest part of the host's name but the last: `vnexpress` of `https://vnexpress.net/…`."""
    try:
        host = (urlsplit(address).hostname or "") if address else ""
    except ValueError:
        return ""
    return max(host.removeprefix("www.").split(".")[:-1], key=len, default="")
