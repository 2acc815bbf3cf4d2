"""`readout schema`: the contract of a reading."""

import json

import typer


def schema() -> None:
    """The JSON Schema of a reading."""
    from readout.api import reading_schema

    typer.echo(json.dumps(reading_schema(), ensure_ascii=False, indent=2))
