"""`readout knowledge check`: are the data files sound?"""

import typer

from readout.cli.options import JsonFlag

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The data files that the reader knows from.")


@app.callback()
def knowledge() -> None:
    """Keeps `check` a command of its own where it is the only one."""


@app.command()
def check(json: JsonFlag = False) -> None:
    """Prove every row, id and example.

    One line per problem, and exit code 1 with any.
    """
    from readout.api.checking import check_knowledge
    from readout.cli.output import print_json

    problems = check_knowledge()
    if json:
        print_json({"problem": problem} for problem in problems)
    for problem in () if json else problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    if not json:
        typer.echo("knowledge: no problems")
