"""What a command says when it cannot do its work."""


class Failure(Exception):
    """One clear line for standard error; the program ends with exit code 1."""
