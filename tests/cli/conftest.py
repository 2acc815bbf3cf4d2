"""Running the command line: in this process, as a process of its own, and on a terminal."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from readout.api import open_ledger
from readout.cli.app import app
from readout.model.records import (
    Article,
    Commitment,
    Contact,
    ContactTime,
    Deadline,
    Duration,
    Evidence,
    Participant,
    Party,
    Quantity,
    Reading,
    Span,
    Speaker,
    Statement,
    TradeObject,
)
from readout.model.vocabulary import Stage

Run = Callable[..., Result]


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a ledger, told to the commands by the environment."""
    place = tmp_path / "ledger.sqlite"
    monkeypatch.setenv("READOUT_LEDGER", str(place))
    return place


@pytest.fixture
def run() -> Run:
    """Run a command in this process; whatever happens, it must not be a traceback."""

    def run(*arguments: object, input: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The program as a command of its own."""
    return [sys.executable, "-m", "readout"]


@pytest.fixture
def on_terminal(program: list[str]) -> Callable[..., str]:
    """Run a command with a terminal for its output and return what it wrote there."""

    def on_terminal(*arguments: str, columns: int = 100, **environment: str) -> str:
        ours, theirs = pty.openpty()
        env = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
        env |= {"TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
        command = [*program, *arguments]
        process = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env=env)
        os.close(theirs)
        written = _everything(ours)
        process.wait()
        return written.decode()

    return on_terminal


def _everything(terminal: int) -> bytes:
    written = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        while True:
            try:
                part = stream.read(65536)
            except OSError:  # how Linux says that the other end is closed
                return written
            if not part:
                return written
            written += part


def _account(number: int, side: str, name: str, publisher: str, words: str, topics: tuple[str, ...]) -> Reading:
    """One side's account of a call on 24 November 2025, as an article of the next days would be read."""
    text = f"Hai ông điện đàm hôm 24/11. {words}"
    start = text.index(words)
    contact = Contact(
        id="contact-1", mode="phone-call", status="held", topics=topics,
        participants=(Participant(person="Donald Trump", person_id="donald-trump", country="US"),
                      Participant(person="Xi Jinping", person_id="xi-jinping", country="CN")),
        time=ContactTime(edtf="2025-11-24", basis="stated", text="24/11"),
        duration=Duration(iso8601="PT1H", approximate=True),
        evidence=(Evidence(start=0, end=26, text=text[:26], rule="test.contact"),),
    )  # fmt: skip
    said = Statement(
        id="statement-1", contact="contact-1", speaker=Speaker(name=name, country=side), kind="direct",
        medium="press-briefing", reported_via=("Reuters",), topics=topics,
        content=Span(start=start, end=len(text), text=words),
        evidence=(Evidence(start=start, end=len(text), text=words, rule="test.statement"),),
    )  # fmt: skip
    article = Article(id=f"{number}", publisher=publisher, published=f"2025-11-{24 + number}", text=text,
                      published_basis="given", language="vi")  # fmt: skip
    return Reading(article=article, contacts=(contact,), statements=(said,))


def _promise(number: int, stage: Stage, tonnes: float, deadline: str | None) -> Reading:
    text = f"Trung Quốc và đậu nành Mỹ, bản tin {number}."
    promise = Commitment(
        id="commitment-1", committer=Party(country="CN"), counterparty=Party(country="US"), action="buy",
        object=TradeObject(name="soybeans", hs="1201"), quantity=Quantity(value=tonnes, unit="t"), stage=stage,
        deadline=Deadline(edtf=deadline, text="cuối năm") if deadline else None,
        claimed_by=Party(name="Scott Bessent", country="US"),
        evidence=(Evidence(start=0, end=10, text=text[:10], rule="test.promise"),),
    )  # fmt: skip
    article = Article(id=f"p{number}", publisher="Báo Thử", published=f"2025-11-{number:02}", text=text, language="vi")
    return Reading(article=article, commitments=(promise,))


@pytest.fixture
def filled(ledger: Path) -> Path:
    """A ledger with a call that two sides tell differently and one promise in two versions."""
    with open_ledger(str(ledger)) as book:
        book.add_all([
            _account(1, "US", "Donald Trump", "Báo Thử", "Chúng tôi nói về thương mại.", ("trade",)),
            _account(2, "CN", "Xi Jinping", "Báo Khác", "Đài Loan là vấn đề cốt lõi.", ("taiwan",)),
            _promise(1, "pledged", 12_000_000, "2025-12-31"),
            _promise(20, "ordered", 3_000_000, None),
        ])  # fmt: skip
    return ledger
