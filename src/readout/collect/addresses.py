"""Which network addresses may be asked: a connection is only ever made to an address that was checked itself.

Names are resolved here, every answer is checked, and the connection is made to the checked address, so that a name that
changes its address between the check and the connection gains nothing. It holds for redirects too: they connect anew.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from ssl import SSLContext
from typing import Any

import httpcore

Resolver = Callable[[str, int], list[str]]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Refused(Exception):
    """The host may not be asked: its address is private, loopback, link-local or otherwise not public."""


def is_public(address: str) -> bool:
    """Whether an IP address is a public one, also the IPv4 address inside a mapped or translated IPv6 address."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        teredo = ip.teredo or (None, None)
        inner = [one for one in (ip.ipv4_mapped, ip.sixtofour, *teredo) if one is not None]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if inner:
            return all(one.is_global and not one.is_multicast for one in inner)
    site_local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local  # fec0::/10, which Python calls global
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or site_local)


def resolved(host: str, port: int) -> list[str]:
    """Every address of a host, in the system's order."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections to checked addresses only, and ends all reading and writing at one deadline."""

    def __init__(self, allow_private: bool = False, resolver: Resolver = resolved) -> None:
        self._real = httpcore.SyncBackend()
        self._allow_private, self._resolver = allow_private, resolver
        self.deadline = float("inf")
        """`time.monotonic()` at which the request in hand must be done."""

    def left(self, timeout: float | None) -> float:
        """Seconds that an operation may take; raises ReadTimeout where the deadline has passed."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("deadline")
        return left if timeout is None else min(timeout, left)

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """Resolve, check every address, connect to the first that answers. Raises Refused before any connection."""
        try:
            addresses = list(dict.fromkeys(self._resolver(host, port)))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host}") from error
        if not self._allow_private and not all(map(is_public, addresses)):
            raise Refused(f"{host} is not a public address; not asked")
        failed: Exception = httpcore.ConnectError(f"no address: {host}")
        for address in addresses[:4]:
            try:
                stream = self._real.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _TimedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never."""
        raise Refused("not a network address")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every operation ends at the backend's deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, backend: CheckedBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _TimedStream(inner, self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
