"""`readout serve`: the pages, the REST API, feeds and a calendar of one ledger."""

import socket
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from readout.cli.failure import Failure
from readout.cli.options import LedgerPlace, default_place, opened

Host = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for every network.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")]
Workers = Annotated[int, typer.Option("--workers", min=1, max=64, help="Processes that answer.")]
Editors = Annotated[
    Path | None, typer.Option("--editors", metavar="FILE", help="Password file: who may correct, merge and split.")
]
Keys = Annotated[Path | None, typer.Option("--keys", metavar="FILE", help="API keys: which programs may add articles.")]
NewEditor = Annotated[
    str | None, typer.Option("--new-editor", metavar="NAME", help="Ask for a password, write it to --editors, and end.")
]
NewKey = Annotated[
    str | None, typer.Option("--new-key", metavar="NAME", help="Make an API key, write it to --keys, and end.")
]
Rate = Annotated[int, typer.Option("--rate", min=0, help="API requests per minute and client; 0 is no limit.")]
MaxBody = Annotated[int, typer.Option("--max-body", min=1000, help="Bytes that a request may carry.")]
Links = Annotated[bool, typer.Option("--links/--no-links", help="Whether pasted links are fetched.")]
Address = Annotated[
    str | None, typer.Option("--address", metavar="URL", help="Public address, for links in feeds and exports.")
]


def serve(
    ledger: LedgerPlace = None,
    host: Host = "127.0.0.1",
    port: Port = 8080,
    workers: Workers = 1,
    editors: Editors = None,
    keys: Keys = None,
    new_editor: NewEditor = None,
    new_key: NewKey = None,
    rate: Rate = 600,
    max_body: MaxBody = 2_000_000,
    links: Links = True,
    address: Address = None,
) -> None:
    """Show the ledger in the browser, and answer programs.

    Read-only, unless --editors names a password file. Needs the extra `web`: pip install 'readout[web]'.
    """
    serving = _serving()
    if new_editor or new_key:
        _enrol(serving, new_editor, editors, new_key, keys)
        return
    with opened(ledger):
        pass  # a ledger that cannot be opened is told before any worker starts
    settings = serving.Settings(ledger=ledger or default_place(), editors=_present(editors), keys=_present(keys),
                                rate=rate, max_body=max_body, links=links, address=address)  # fmt: skip
    _free(host, port)
    typer.echo(f"readout: http://{host}:{port} (stop with Ctrl+C)", err=True)
    serving.run(settings, host, port, workers)


def _free(host: str, port: int) -> None:
    """Raise Failure where nobody may listen on the address."""
    try:
        kind, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        raise Failure(f"cannot listen on {host}:{port}: {error.strerror or error}") from error


def _serving() -> Any:
    """The web face, found by name because faces do not know each other; or one line about the extra that brings it."""
    serving = import_module("readout.web.serving")
    if missing := serving.missing():
        raise Failure(f"serve needs {missing}: pip install 'readout[web]'")
    return serving


def _present(path: Path | None) -> str | None:
    if path is not None and not path.exists():
        raise Failure(f"no file {path}; make one with --new-editor NAME or --new-key NAME")
    return str(path) if path else None


def _enrol(serving: Any, editor: str | None, editors: Path | None, key: str | None, keys: Path | None) -> None:
    if (editor and editors is None) or (key and keys is None):
        raise typer.BadParameter("--new-editor needs --editors FILE, --new-key needs --keys FILE")
    try:
        if editor:
            password = typer.prompt(f"Password for {editor}", hide_input=True, confirmation_prompt=True)
            serving.enrol_editor(str(editors), editor, password)
        if key:
            typer.echo(serving.enrol_key(str(keys), key))
    except ValueError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{error.filename}: {error.strerror or error}") from error
