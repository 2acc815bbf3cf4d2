"""Every command at once, for what looks at them: the documentation and the tests."""

from readout.cli.program import program

app = program()
