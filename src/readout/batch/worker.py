"""What a reading process does: articles in, readings out, both packed. It ends with the process that started it."""

import os
import signal
import threading
import time

import msgspec

from readout.model.records import Article
from readout.read.reading import read_articles

_articles = msgspec.msgpack.Decoder(list[Article])
_pack = msgspec.msgpack.Encoder()


def live_with() -> None:
    """Leave interrupts to the parent, and end where the parent is gone: a killed writer leaves no process behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def read_packed(packed: bytes) -> bytes:
    """Read the articles."""
    return _pack.encode(list(read_articles(_articles.decode(packed))))
