"""The command line: one file per command; `main` is the program."""

import gc
import sys

RECORDS_BETWEEN_COLLECTIONS = 100_000
"""More than a start makes (60,000), all of which stay: a twelfth of its time went into looking at them again."""


def main() -> None:
    """Run the command line and exit: 0 done, 1 something failed (said in one line each), 2 wrong usage."""
    gc.set_threshold(RECORDS_BETWEEN_COLLECTIONS, 20, 20)
    from readout.cli.program import program

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        program(*sys.argv[1:2])(prog_name="readout")
    finally:
        gc.freeze()  # what is left ends with the process: to look for cycles in it took a seventh of `readout read`
