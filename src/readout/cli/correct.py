"""`readout correct`, `merge`, `split`, `undo`, `history`: what people decide, and what they decided."""

import json as json_format
from typing import TYPE_CHECKING, Annotated, Any

import typer

from readout.cli.options import By, JsonFlag, LedgerPlace, Why, opened

if TYPE_CHECKING:
    from readout.model.editing import LedgerCorrection

Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="A contact (c-…), statement (s-…), commitment (k-…) or one claim of it (p-…)."),
]
_RECORDS = ("c-", "s-", "k-", "p-")
Field = Annotated[str, typer.Argument(metavar="FIELD", help="See above.")]
Value = Annotated[str, typer.Argument(metavar="VALUE", help='A word, or JSON: null, 12, ["trade", "taiwan"].')]
OneArticle = Annotated[
    str | None, typer.Option("--article", metavar="ID", help="Of a commitment only what this article says.")
]


def correct(
    id: Id,
    field: Field,
    value: Value,
    why: Why,
    by: By = None,
    article: OneArticle = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Give a field of a record another value.

    The decision is kept, with who, when and why; reading and linking again do not lose it.

    Fields of a contact: mode, status, participants, time.edtf, time.part, place.name, place.country, duration.iso8601,
    topics, round.

    Fields of a statement: speaker.name, speaker.person_id, speaker.office, speaker.country, speaker.organisation,
    force, medium, topics, kind.

    Fields of a commitment or a claim: action, stage, object.name, object.hs, quantity.value, quantity.high,
    quantity.unit, quantity.comparator, made.edtf, period.edtf, deadline.edtf, committer.country, counterparty.country,
    claimed_by.country, claimed_by.name, measured_by.
    """
    with opened(ledger) as book:
        _show([book.correct(id, field, _value(value), who=_who(by), why=why, of=article)], json)


def merge(
    id: Id,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The record that stays.")],
    why: Why,
    by: By = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Say that two contacts are one event, or two commitments one promise."""
    with opened(ledger) as book:
        _show([book.merge(id, into, who=_who(by), why=why)], json)


def split(
    id: Id,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Articles that mean another one.")],
    why: Why,
    by: By = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Say that what some articles report of a contact or commitment is another one."""
    with opened(ledger) as book:
        _show([book.split(id, articles, who=_who(by), why=why)], json)


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As history shows it.")],
    why: Why,
    by: By = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Let a correction, merge or split hold no more; it stays in the history."""
    with opened(ledger) as book:
        _show([book.undo(number, who=_who(by), why=why)], json)


def history(
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="A record; without one, all decisions.")] = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """What people decided about a record, or about all; of an article also its older versions."""
    with opened(ledger) as book:
        made = book.history(id)
        versions = () if id is None or id.strip().lower()[:2] in _RECORDS else book.versions(id)
    from readout.cli.output import print_json
    from readout.text.dates import stamp_words

    _show(made, json)
    if json:
        print_json(versions)
    else:
        for one in versions:
            told = f"{stamp_words(one.published)}  {one.title or 'without a title'}  ({len(one.text)} characters)"
            typer.echo(f"version {one.id}  {told}")
        if not made and not versions:
            typer.echo("nothing was decided")


def _who(by: str | None) -> str:
    import getpass

    try:
        return by or getpass.getuser()
    except (OSError, KeyError):
        raise typer.BadParameter("say who decides: --by NAME") from None


def _value(text: str) -> Any:
    """JSON where it looks so; a year (2026) is a word."""
    if not (text[:1] in ("[", "{", '"') or text in ("null", "true", "false") or _number(text)):
        return text
    try:
        return json_format.loads(text)
    except ValueError:
        return text


def _number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and not text.startswith("0") and not (len(text) == 4 and "." not in text)


def _show(made: "list[LedgerCorrection] | tuple[LedgerCorrection, ...]", json: bool) -> None:
    from readout.cli.output import Page, print_json
    from readout.text.dates import stamp_words

    if json:
        print_json(made)
        return
    page = Page()
    for one in made:
        change = f" {one.field}: {_told(one.old)} → {_told(one.new)}"
        what = change if one.kind == "correct" else f" → {_target(one.new)}"
        page.line((f"{one.number}", "bold"), f"  {one.kind} {one.subject}{what}")
        page.line(f"{stamp_words(one.at)} UTC  {one.who}: {one.why}", indent=4)
        if one.undone_at:
            page.line(f"undone {stamp_words(one.undone_at)} UTC  {one.undone_who}: {one.undone_why}", indent=4)
        elif not one.applies:
            page.line("its words are no longer read so: it changes nothing now", indent=4)


def _told(value: Any) -> str:
    return value if isinstance(value, str) else json_format.dumps(value, ensure_ascii=False)


def _target(new: Any) -> str:
    return str(new["id"]) if isinstance(new, dict) else str(new)
