"""Who may change the ledger: editors with a password, programs with a key. Signed sessions, no state on the server.

The password file has a line `name:scrypt:N:r:p:salt:hash` for each editor, the key file a line `name:sha256` for each
key; `readout serve --new-editor` and `--new-key` write them. Salt and hashes are hexadecimal.
"""

import hashlib
import hmac
import re
import secrets
import time
from pathlib import Path

import msgspec
from msgspec import Struct
from starlette.requests import Request

COOKIE = "readout_session"
HOURS = 12
NAME = re.compile(r"[\w.@-]{1,64}")
_N, _R, _P = 2**15, 8, 1
_MEMORY = 64 * 1024 * 1024


class Session(Struct, frozen=True):
    """A signed-in editor; `csrf` must come back with every change."""

    name: str
    until: int
    csrf: str


class Accounts:
    """Checks passwords, keys and sessions. The files are read at each sign-in, so that a change counts at once."""

    def __init__(self, editors: str | None, keys: str | None, secret: str) -> None:
        self.editable = editors is not None
        self.addable = keys is not None
        self._editors = Path(editors) if editors else None
        self._keys = Path(keys) if keys else None
        self._secret = secret.encode()

    def sign_in(self, name: str, password: str) -> str | None:
        """The session cookie for a right password; a wrong name takes as long as a wrong password."""
        stored = _lines(self._editors).get(name, f"scrypt:{_N}:{_R}:{_P}:00:00")
        if not password_matches(password, stored):
            return None
        session = Session(name, int(time.time()) + HOURS * 3600, secrets.token_urlsafe(18))
        body = msgspec.json.encode(session).hex()
        return f"{body}.{self._signed(body)}"

    def session_of(self, request: Request) -> Session | None:
        """The editor who asks, where the cookie is ours, in time, and the editor is still in the file."""
        body, _, signature = request.cookies.get(COOKIE, "").partition(".")
        if not body or not hmac.compare_digest(signature.encode(), self._signed(body).encode()):
            return None
        session = msgspec.json.decode(bytes.fromhex(body), type=Session)
        return session if session.until > time.time() and session.name in _lines(self._editors) else None

    def key_holder(self, key: str) -> str | None:
        """The name that a key was given to."""
        digest = hashlib.sha256(key.encode()).hexdigest()
        return next((name for name, stored in _lines(self._keys).items() if hmac.compare_digest(stored, digest)), None)

    def _signed(self, body: str) -> str:
        return hmac.new(self._secret, body.encode(), hashlib.sha256).hexdigest()


def password_line(name: str, password: str) -> str:
    """A line for the password file; raises ValueError for a name or a password that cannot be used."""
    if not NAME.fullmatch(name):
        raise ValueError("a name has letters, digits, and . _ - @ only")
    if len(password) < 8:
        raise ValueError("a password has at least 8 characters")
    salt = secrets.token_bytes(16)
    return f"{name}:scrypt:{_N}:{_R}:{_P}:{salt.hex()}:{_scrypt(password, salt, _N, _R, _P).hex()}"


def key_line(name: str) -> tuple[str, str]:
    """A new key, and the line for the key file; the key itself is not stored."""
    if not NAME.fullmatch(name):
        raise ValueError("a name has letters, digits, and . _ - @ only")
    key = f"rk_{secrets.token_urlsafe(24)}"
    return key, f"{name}:{hashlib.sha256(key.encode()).hexdigest()}"


def write_line(path: Path, line: str) -> None:
    """Put the line of a name into the file, in place of an older one; only the owner may read the file."""
    kept = {name: f"{name}:{rest}" for name, rest in _lines(path).items()}
    kept[line.split(":", 1)[0]] = line
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text("".join(f"{one}\n" for one in kept.values()), encoding="utf-8")


def password_matches(password: str, stored: str) -> bool:
    """Whether the password gives the stored hash."""
    try:
        _, n, r, p, salt, digest = stored.split(":")
        given = _scrypt(password, bytes.fromhex(salt), int(n), int(r), int(p))
    except ValueError:
        return False
    return hmac.compare_digest(given.hex(), digest)


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=n, r=r, p=p, maxmem=_MEMORY)


def _lines(path: Path | None) -> dict[str, str]:
    if path is None or not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return dict(line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
