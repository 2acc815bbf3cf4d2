"""A running server with a newsroom's ledger, Debian's Chromium, and clients without a browser."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the pages need the extra `web`")

import uvicorn
from starlette.testclient import TestClient

from readout.api import open_ledger
from readout.web.accounts import key_line, password_line, write_line
from readout.web.app import make_app
from readout.web.settings import Settings

from .newsdesk import readings

CHROMIUM = os.environ.get("READOUT_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
PASSWORD = "một mật khẩu dài"


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the newsroom; tests that change it take `editable`."""
    return filled(tmp_path_factory.mktemp("web") / "ledger.sqlite")


def filled(path: Path) -> Path:
    """A ledger with all readings of the newsroom."""
    with open_ledger(str(path)) as book:
        book.add_all(readings())
    return path


@pytest.fixture(scope="session")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, str]:
    """Password file, key file, and a key."""
    folder = tmp_path_factory.mktemp("accounts")
    write_line(folder / "editors", password_line("lan", PASSWORD))
    key, line = key_line("robot")
    write_line(folder / "keys", line)
    return str(folder / "editors"), str(folder / "keys"), key


@pytest.fixture(scope="session")
def settings(place: Path, accounts: tuple[str, str, str]) -> Settings:
    return Settings(ledger=str(place), editors=accounts[0], keys=accounts[1], rate=0)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """The application without a network, in English."""
    with TestClient(make_app(settings), headers={"accept-language": "en"}) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path, accounts: tuple[str, str, str]) -> Iterator[TestClient]:
    """An application with a ledger of its own, for tests that change it."""
    settings = Settings(ledger=str(filled(tmp_path / "own.sqlite")), editors=accounts[0], keys=accounts[1], rate=0)
    with TestClient(make_app(settings), headers={"accept-language": "en"}) as client:
        yield client


class Running:
    """A server on loopback in a thread."""

    def __init__(self, settings: Settings) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._server = uvicorn.Server(uvicorn.Config(make_app(settings), port=self.port, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[Running]:
    running = Running(settings)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, headless."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: apt-get install chromium, or name one with READOUT_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any, server: Running) -> Iterator[Any]:
    """Open a page of the server: `visit(path, lang=…, width=…, theme=…)`.

    Fails the test where the browser asks another host, breaks the Content-Security-Policy or a script fails.
    """
    contexts, troubles = [], []

    def watch(page: Any) -> None:
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((server.root, "data:")) else troubles.append(f"asked {asked.url}")
            ),
        )
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console",
            lambda line: (
                troubles.append(line.text)
                if line.type == "error" and "Failed to load resource" not in line.text
                else None
            ),
        )

    def visit(path: str, lang: str = "en", width: int = 1280, theme: str = "light", **more: Any) -> Any:
        context = browser.new_context(
            locale={"vi": "vi-VN", "en": "en-GB"}[lang],
            color_scheme=theme,
            base_url=server.root,
            viewport={"width": width, "height": 800},
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not troubles, troubles
