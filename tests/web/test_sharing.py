"""Several workers on one port: connections that come at once are shared out, and none is lost."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CLIENTS, WORKERS = 16, 2

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="who holds a connection stands in /proc")


@pytest.fixture(scope="module")
def server(place: Path) -> Iterator[tuple[int, int]]:
    """The process of a server with two workers that both take connections, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "readout", "serve", "--ledger", str(place), "--port", str(port), "--workers",
               str(WORKERS)]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _until(lambda: len(_workers(process.pid, port)) == WORKERS)
        _until(lambda: all(_shares(process.pid, port)))
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize("again", range(5))
def test_sixteen_connections_at_once_are_shared_by_both_workers(server: tuple[int, int], again: int) -> None:
    held = _shares(*server)
    assert sum(held) == CLIENTS
    assert min(held) >= 3, f"one worker holds nearly all: {held}"


def test_connections_one_after_another_all_go_through(server: tuple[int, int]) -> None:
    for _ in range(100):
        with socket.create_connection(("127.0.0.1", server[1]), 10) as one:
            one.sendall(b"GET /static/mark.svg HTTP/1.0\r\nHost: readout\r\n\r\n")
            assert one.recv(100).startswith(b"HTTP/1.1 200")


def _shares(process: int, port: int) -> list[int]:
    """How many of 16 connections that come at once each worker holds when all have been answered."""
    before = {worker: len(_sockets(worker)) for worker in _workers(process, port)}
    clients = [socket.socket() for _ in range(CLIENTS)]
    try:
        for one in clients:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        for one in clients:
            one.settimeout(30)
            one.sendall(b"GET /static/mark.svg HTTP/1.1\r\nHost: readout\r\n\r\n")
        assert all(one.recv(100).startswith(b"HTTP/1.1 200") for one in clients)
        return [len(_sockets(worker)) - others for worker, others in before.items()]
    finally:
        for one in clients:
            one.close()
        _until(lambda: all(len(_sockets(worker)) == others for worker, others in before.items()))


def _until(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until, "not within a minute"
        time.sleep(0.05)


def _workers(process: int, port: int) -> list[int]:
    return [one for one in _listening(process, port) if one != process]


def _listening(process: int, port: int) -> list[int]:
    """The processes of the server that hold its port open and listen on it."""
    table = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    here = {row[9] for row in table if row[1].endswith(f":{port:04X}") and row[3] == "0A"}
    family = [process, *map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    return [one for one in family if here & _sockets(one)]


def _sockets(process: int) -> set[str]:
    """The sockets that a process holds, by their numbers."""
    held = set()
    for one in Path(f"/proc/{process}/fd").iterdir():
        try:
            held.add(os.readlink(one).removeprefix("socket:[").removesuffix("]"))
        except OSError:
            continue
    return held
