"""A page saved as one file (`.mhtml`): its first HTML part."""

import email
import email.policy
from email.errors import CloseBoundaryNotFoundDefect


def page_of_mhtml(data: bytes) -> tuple[bytes, str | None]:
    """The page's bytes and its charset; ValueError where the file holds no page, or breaks off in it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = list(message.walk())
    cut = any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in parts for defect in part.defects)
    for part in parts:
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                if cut and part is parts[-1]:
                    raise ValueError("the saved file breaks off in its page")
                return payload, part.get_content_charset()
    raise ValueError("no web page in the saved file")
