"""A page saved as one file (`.mhtml`): its first HTML part."""

import email
import email.policy


def page_of_mhtml(data: bytes) -> tuple[bytes, str | None, str | None]:
    """The page's bytes, its charset and its address; ValueError where the file holds no page."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                return payload, part.get_content_charset(), str(address) if address else None
    raise ValueError("no web page in the saved file")
