"""The command line: one file per command; `main` is the program."""

import sys


def main() -> None:
    """Run the command line and exit: 0 done, 1 something failed (said in one line each), 2 wrong usage."""
    from readout.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app(prog_name="readout")
