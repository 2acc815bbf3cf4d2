"""Starting the server and enrolling those who may change things; the command line finds this module by its name."""

from importlib.util import find_spec
from pathlib import Path

from readout.web.accounts import key_line, password_line, write_line
from readout.web.settings import Settings

APPLICATION = "readout.web.app:from_settings"
SHARING = "readout.web.sharing:SharingLoop"


def run(settings: Settings, host: str, port: int, workers: int) -> None:
    """Serve until stopped."""
    import uvicorn

    settings.to_environment()
    loop = SHARING if workers > 1 and find_spec("uvloop") else "auto"
    uvicorn.run(APPLICATION, factory=True, host=host, port=port, workers=workers, log_level="warning",
                server_header=False, timeout_keep_alive=20, loop=loop)  # fmt: skip


def missing() -> str | None:
    """The first package of the extra `web` that is not installed."""
    needed = ("fastapi", "jinja2", "python_multipart", "uvicorn")
    return next((name for name in needed if find_spec(name) is None), None)


def enrol_editor(path: str, name: str, password: str) -> None:
    """Write an editor into the password file; raises ValueError for a name or password that cannot be used."""
    write_line(Path(path), password_line(name, password))


def enrol_key(path: str, name: str) -> str:
    """Write a new key into the key file and return it; it is shown this once."""
    key, line = key_line(name)
    write_line(Path(path), line)
    return key
