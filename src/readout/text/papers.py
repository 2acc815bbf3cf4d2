"""Which paper a name means: papers name their sections too, and each is a publisher of its own in feeds."""

import re
from typing import Final
from urllib.parse import urlsplit

from readout.text.names import folded

_BETWEEN: Final = re.compile(r"\s+[-–—|:]\s+")


def paper_of(name: str | None, address: str | None) -> str | None:
    """The part of the name that the host is named for ("VnExpress - Thế giới" at vnexpress.net), else the name."""
    label = _label(address)
    for part in _BETWEEN.split(name or ""):
        plain = folded(part).replace(" ", "")
        if label and plain and (label in plain or plain in label):
            return part
    return name


def _label(address: str | None) -> str:
    """The longest part of the host's name but the last: `vnexpress` of `https://vnexpress.net/…`."""
    try:
        host = (urlsplit(address).hostname or "") if address else ""
    except ValueError:
        return ""
    return max(host.removeprefix("www.").split(".")[:-1], key=len, default="")
