"""A file is whole or not there at all, and an error names the place that was asked for."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(place: Path) -> Iterator[Path]:
    """A path to write to; what stands there becomes the file `place` at the end, and nothing does after an error.

    A device or a pipe is written to itself. Raises OSError with the name of `place`, for a folder at once.
    """
    with named(str(place)):
        target = place.resolve()
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            yield target
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
        os.close(handle)
        try:
            yield Path(name)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise


def folder(place: Path) -> None:
    """Make the folder where there is none. Raises OSError with its name."""
    with named(str(place)):
        place.mkdir(parents=True, exist_ok=True)


@contextmanager
def named(place: str) -> Iterator[None]:
    """Give an error the name of the place that was written to."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno or errno.EIO, error.strerror or str(error), place) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
