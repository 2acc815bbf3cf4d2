"""`readout read`: what each article says, one reading per article."""

import typer

from readout.cli.options import Files, JsonFlag, PublishedDate
from readout.cli.problems import Problems


def read(files: Files = None, published: PublishedDate = None, json: JsonFlag = False) -> None:
    """Print what articles say; store nothing."""
    from readout.cli.output import Page, print_json

    if not files:
        raise typer.BadParameter("name at least one file, or - for standard input")
    problems = Problems()
    readings = problems.readings(files, published)
    if json:
        print_json(readings)
    else:
        from readout.cli.reading_view import show_reading

        page = Page()
        for number, reading in enumerate(readings):
            if number:
                page.line()
            show_reading(page, reading)
    problems.exit()
