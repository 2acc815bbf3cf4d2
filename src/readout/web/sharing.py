"""New connections, shared out among the worker processes that listen on one socket.

An event loop takes all connections that wait, and so the worker that wakes first serves everybody while others idle.
Here a worker takes one at a time, and waits the longer before it, the more connections it holds: who holds the fewest
is the first.
"""

import asyncio
import errno
import socket
from collections.abc import Callable
from typing import Any

import uvloop

_STEP = 0.001
"""Seconds that a worker waits for each connection that it holds."""
_STEPS = 8
"""Connections beyond these lengthen the wait no more; in their place more are taken at a time."""
_FULL = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
"""No room for another connection; there may be when one is closed."""
_FULL_SECONDS = 1.0
Protocols = Callable[[], asyncio.BaseProtocol]


class SharingLoop(uvloop.Loop):
    """An event loop whose servers leave connections to other processes that listen on the same socket."""

    async def create_server(self, protocol_factory: Protocols, *args: Any, **named: Any) -> Any:
        """A server on the socket `sock` that takes turns with others; what has no such socket is served as ever."""
        shared = named.get("sock")
        if shared is None or named.get("ssl") is not None:
            return await super().create_server(protocol_factory, *args, **named)
        return SharingServer(self, protocol_factory, shared, named.get("backlog", 100))


class SharingServer:
    """Takes connections from a socket on which other processes listen as well; what uvicorn needs of a server."""

    def __init__(self, loop: asyncio.AbstractEventLoop, protocols: Protocols, shared: socket.socket, backlog: int):
        self._loop, self._protocols, self._socket = loop, protocols, shared
        self._held: set[asyncio.BaseTransport] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._wait: asyncio.TimerHandle | None = None
        shared.setblocking(False)
        shared.listen(backlog)
        loop.add_reader(shared, self._wake)

    def close(self) -> None:
        """Take no more connections; those that are held go on."""
        if self._wait is not None:
            self._wait.cancel()
        self._loop.remove_reader(self._socket)
        self._socket.close()

    async def wait_closed(self) -> None:
        """There is nothing to wait for."""

    def _wake(self) -> None:
        """A connection waits: others have time to take it first."""
        self._held = {one for one in self._held if not one.is_closing()}
        self._loop.remove_reader(self._socket)
        self._wait = self._loop.call_later(_STEP * min(len(self._held) + len(self._starting), _STEPS), self._take)

    def _take(self) -> None:
        """Take one of those that still wait, and one more for every `_STEPS` that are held."""
        try:
            for _ in range(1 + len(self._held) // _STEPS):
                self._start(self._socket.accept()[0])
        except OSError as error:  # others took it, or it is gone
            if error.errno in _FULL:
                self._wait = self._loop.call_later(_FULL_SECONDS, self._take)
                return
        self._loop.add_reader(self._socket, self._wake)

    def _start(self, taken: socket.socket) -> None:
        taken.setblocking(False)
        task = self._loop.create_task(self._serve(taken))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _serve(self, taken: socket.socket) -> None:
        transport, _ = await self._loop.connect_accepted_socket(self._protocols, taken)
        self._held.add(transport)
