"""A real server on loopback: pages, feeds, redirects, errors, slow and endless bodies, bombs and lies."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import pytest

from readout.collect.politeness import Clock

PARAGRAPHS = (
    "Ngoại trưởng hai nước hội đàm tại Hà Nội sáng nay và thống nhất sẽ gặp lại vào mùa thu, theo thông cáo chung.",
    "Theo thông cáo, hai bên bàn về thương mại, về hàng không và về một hiệp định đầu tư mà cả hai chờ đợi đã lâu.",
)


def page(title: str = "Hội đàm ở Hà Nội", head: str = "", body: str = "") -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f'<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{paragraphs}{body}</article></body></html>"
    ).encode()


class Asked(NamedTuple):
    path: str
    headers: dict[str, str]
    at: float


Reply = tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], Any]


class Site:
    """What the server answers: a reply or a function per path; `asked` is what came."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[Asked] = []
        self.address = ""

    def serve(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", status: int = 200,
              **headers: str) -> str:  # fmt: skip
        data = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": kind, "Content-Length": str(len(data))}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (status, told, data)
        return self.address + path

    def do(self, path: str, action: Callable[[BaseHTTPRequestHandler], Any]) -> str:
        self.replies[path] = action
        return self.address + path

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    answers = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answers.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.time()))
            reply = answers.replies.get(self.path, (404, {"Content-Length": "0"}, b""))
            try:
                if callable(reply):
                    reply(self)
                    self.close_connection = True
                    return
                status, headers, body = reply
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    answers.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield answers
    server.shutdown()
    server.server_close()


class Hands(Clock):
    """A clock that tests move: sleeping passes its time at once."""

    def __init__(self, start: float = 1_770_000_000.0) -> None:
        self.time, self.slept = start, []  # type: ignore[var-annotated]

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock() -> Hands:
    return Hands()
