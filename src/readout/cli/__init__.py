"""The command line: one file per command; `main` is the program."""

import sys


def main() -> None:
    """Run the command line and exit: 0 done, 1 something failed (said in one line each), 2 wrong usage."""
    from readout.cli.program import program

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    program(*sys.argv[1:2])(prog_name="readout")
