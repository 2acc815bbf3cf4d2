"""gzip and zstd from strangers, opened so that they cannot fill the memory or run forever."""

import gzip
import io
import zlib
from typing import Any, BinaryIO, cast

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
BOMB_FREE = 100_000_000
"""Decompressed bytes below which no ratio is looked at."""
BOMB_RATIO = 400
"""Decompressed over compressed bytes beyond which a file is a bomb; JSON lines of news reach 5 to 30."""
_WINDOW = 2**27
_ZSTD_PART = 1024
"""Bytes that are unpacked at once: a block of 4 makes 128 kB, so that a bomb makes 32 MB before it is noticed."""


class Bomb(ValueError):
    """A compressed file that holds far more than any collection of articles does."""


def decompressed(stream: BinaryIO) -> BinaryIO:
    """The stream as it is, or decompressed where its first bytes say gzip or zstd; also where both are wound up.

    The result raises Bomb, EOFError, OSError or zlib.error while it is read. Needs a stream with `peek`, or wraps it.
    """
    for _ in range(2):
        stream = stream if hasattr(stream, "peek") else cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))
        start = stream.peek(4)[:4]  # type: ignore[attr-defined]
        counted = _Counted(stream)
        if start.startswith(GZIP):
            inner: BinaryIO = cast(BinaryIO, gzip.GzipFile(fileobj=counted))
        elif start.startswith(ZSTD):
            inner = cast(BinaryIO, _Zstd(counted))
        else:
            break
        stream = cast(BinaryIO, io.BufferedReader(Decompressed(inner, counted), 1 << 16))
    return stream


def inflated(data: bytes, encoding: str, limit: int) -> bytes:
    """An HTTP body without its `Content-Encoding`: gzip, deflate or identity. Raises Bomb beyond `limit` bytes, and
    ValueError for any other encoding or a broken one."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return data
    if name not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"content encoding {name[:20]!r} was not asked for")
    try:
        return _inflated(data, 47, limit)
    except zlib.error:
        try:
            return _inflated(data, -15, limit)
        except zlib.error as error:
            raise ValueError("broken content encoding") from error


def _inflated(data: bytes, window: int, limit: int) -> bytes:
    opener = zlib.decompressobj(window)
    whole = opener.decompress(data, limit + 1)
    if len(whole) > limit:
        raise Bomb(f"decompresses to more than {limit / 1_000_000:g} MB")
    if not opener.eof:
        raise zlib.error("cut off")
    return whole


class _Counted(io.RawIOBase):
    """Passes reads on and counts the bytes."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.taken = stream, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size if size >= 0 else 1 << 16)
        self.taken += len(data)
        return data


class _Zstd(io.RawIOBase):
    """Zstd frames one after the other. The library's own reader takes a file that breaks off for its end."""

    def __init__(self, stream: io.RawIOBase) -> None:
        import zstandard

        self._stream = stream
        self._opener = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        self._frame: Any = None
        self._packed, self._plain = b"", memoryview(b"")

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while not self._plain:
            packed = self._packed or self._stream.read(_ZSTD_PART) or b""
            if not packed and self._frame is not None:
                raise OSError("broken zstd file: it breaks off")
            if not packed:
                return b""
            self._plain = memoryview(self._unpacked(packed))
        part = self._plain[: size if size >= 0 else None]
        self._plain = self._plain[len(part) :]
        return bytes(part)

    def _unpacked(self, packed: bytes) -> bytes:
        self._frame = self._frame or self._opener.decompressobj()
        plain: bytes = self._frame.decompress(packed)
        self._packed = self._frame.unused_data if self._frame.eof else b""
        self._frame = None if self._frame.eof else self._frame
        return plain


class Decompressed(io.RawIOBase):
    """Passes reads on until more comes out than any honest file holds."""

    def __init__(self, inner: BinaryIO, counted: _Counted) -> None:
        self.inner, self.counted, self.given = inner, counted, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        self.given += len(data)
        if self.given > BOMB_FREE and self.given > BOMB_RATIO * self.counted.taken:
            raise Bomb(f"decompression bomb: more than {BOMB_RATIO} times its size")
        return len(data)

    def _next(self, size: int) -> bytes:
        try:
            # `read` would go on to where the file breaks off, and lose what came before.
            return bytes(getattr(self.inner, "read1", self.inner.read)(size))
        except (OSError, EOFError, zlib.error):
            raise
        except Exception as error:  # zstandard's own error class, without importing the library for gzip files
            raise OSError(f"broken zstd file: {error}") from error
