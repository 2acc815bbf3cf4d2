"""A comparison: topics down, sides across, every cell with its words or with the reason why it is empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.cli.contact_view import show_head
from readout.cli.output import Cell, Page, Part, clipped, styled
from readout.cli.silences import ToldSilence
from readout.cli.statement_view import show_statement
from readout.cli.words import (
    channel_words,
    counted,
    country_name,
    deadline_words,
    party_words,
    plain,
    quantity_words,
    quoted,
    source_words,
    voices_words,
)
from readout.knowledge.silence import SilenceKind, silence_kind
from readout.model.answers import Cell as SideCell
from readout.model.answers import (
    Comparison,
    Difference,
    FirstReadout,
    LedgerContact,
    LedgerStatement,
    NumberClaim,
    SourcedEvidence,
)
from readout.text.dates import stamp_words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

IN_CELL = 2
"""Statements that a cell shows; the rest is counted there and stands in full below."""
CELL_WORDS = 150
SENTENCE = 200
_SILENCES: dict[SilenceKind, str] = {
    "mention": "did not mention",
    "confirm": "has not confirmed",
    "publish": "has not published",
    "decline": "declined to comment",
    "answer": "did not comment",
    "detail": "gave no details",
}
_KINDS = {"quantity": "different amounts", "deadline": "different deadlines", "one-sided": "only one side says it"}


def show_comparison(
    page: Page, contact: LedgerContact, comparison: Comparison, silences: Sequence[ToldSilence] = (),
    brief: bool = False,
) -> None:  # fmt: skip
    """Print the head, who spoke first, the table, stated silences, numbers that differ, and unless `brief` all
    statements in full."""
    show_head(page, contact)
    _show_first(page, comparison)
    page.line()
    if not comparison.topics:
        page.line("no side's words on this contact in the ledger")
    elif page.side_by_side:
        page.console.print(_table(comparison))
    else:
        _show_stacked(page, comparison)
    _show_silences(page, silences)
    _show_differences(page, comparison.differences)
    _show_names(page, comparison)
    _show_tone(page, comparison)
    if not brief:
        _show_statements(page, comparison.statements)


def _show_first(page: Page, comparison: Comparison) -> None:
    as_of = f"as of {stamp_words(comparison.as_of)}: " if comparison.as_of else ""
    readouts = ", ".join(
        f"{country_name(side)} {counted(comparison.n_readouts.get(side, 0), 'readout')}" for side in comparison.sides
    )
    page.line((f"{as_of}{readouts}", "dim"))
    if first := comparison.first:
        source = source_words(first.publisher or first.article, first.published)
        page.line(f"first to be heard: {_who_was_first(first)} ({source})")


def _who_was_first(first: FirstReadout) -> str:
    """The side, or why it cannot be told."""
    if first.side:
        return country_name(first.side)
    where = "in the same article" if first.same_article else "at the same time"
    return f"not known, {' and '.join(map(country_name, first.together))} {where}"


def _table(comparison: Comparison) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.ROUNDED, show_lines=True, expand=True, border_style="dim", header_style="bold")
    longest = max(len(word) for row in comparison.topics for word in ["topic", *plain(row.topic).split()])
    table.add_column("topic", ratio=2, min_width=longest, overflow="fold")
    for side in comparison.sides:
        table.add_column(country_name(side), ratio=7, overflow="fold")
    for row in comparison.topics:
        cells = (_cell(row.cells.get(side), comparison) for side in comparison.sides)
        table.add_row(styled([(plain(row.topic), "bold")]), *(_joined(cell) for cell in cells))
    return table


def _joined(lines: Sequence[list[Part]]) -> "Text":
    from rich.text import Text

    return Text("\n").join([styled(line) for line in lines])


def _show_stacked(page: Page, comparison: Comparison) -> None:
    for row in comparison.topics:
        page.line((plain(row.topic), "bold"))
        for side in comparison.sides:
            for number, line in enumerate(_cell(row.cells.get(side), comparison)):
                page.line(*([(f"{country_name(side)}: ", "bold")] if number == 0 else ["  "]), *line, indent=2)


def _cell(cell: SideCell | None, comparison: Comparison) -> list[list[Part]]:
    """The lines of one cell: its words where the side raised the topic, else why there are none."""
    if cell is None or cell.state == "no-readout":
        as_of = f" as of {stamp_words(comparison.as_of)}" if comparison.as_of else " in this ledger"
        lines: list[list[Part]] = [[("○ ", "yellow"), (f"no readout published{as_of}", "dim")]]
        return lines + (_claimed_by_other(cell) if cell and cell.claimed_by else [])
    if cell.state == "not-mentioned":
        readouts = "this one readout" if cell.n_readouts == 1 else f"these {cell.n_readouts} readouts"
        return [[("○ ", "yellow"), (f"not in {readouts}", "dim")]]
    if cell.state == "stated-silence":
        return _stated_silence(cell)
    if cell.state == "claimed-by-other":
        return _claimed_by_other(cell)
    return _raised(cell)


def _raised(cell: SideCell) -> list[list[Part]]:
    lines: list[list[Part]] = []
    for statement in cell.statements[:IN_CELL]:
        channel = channel_words(statement)
        speaker = (voices_words(statement), "bold")
        channel = f", {channel}: " if channel else ": "
        source = (f" ({_article(statement)})", "dim")
        lines.append([("● ", "green"), speaker, channel, quoted(statement, CELL_WORDS), source])
    if more := len(cell.statements) - IN_CELL:
        lines.extend([[(f"  +{more} more", "dim")]] if more > 0 else [])
    return (lines or [[("● ", "green"), "raised"]]) + _silent_elsewhere(cell)


def _silent_elsewhere(cell: SideCell) -> list[list[Part]]:
    """A silence on the topic that an article states though the side has raised it."""
    return [
        [("  ○ ", "yellow"), ("but said to be silent: ", "italic"), *_silence(found)] for found in cell.silences[:1]
    ]


def _silence(found: SourcedEvidence) -> list[Part]:
    return [(f"{_source(found)}: {clipped(found.evidence.text, CELL_WORDS)}", "dim")]


def _article(statement: LedgerStatement) -> str:
    """The paper and the day, without the hour."""
    return source_words(statement.publisher or statement.article, (statement.published or "")[:10] or None)


def _stated_silence(cell: SideCell) -> list[list[Part]]:
    kind = silence_kind(cell.silences[0].evidence.text) if cell.silences else "mention"
    lines: list[list[Part]] = [[("○ ", "yellow"), (f"stated: {_SILENCES[kind]}", "italic")]]
    lines += [["  ", *_silence(found)] for found in cell.silences[:1]]
    return lines + (_claimed_by_other(cell) if cell.claimed_by else [])


def _claimed_by_other(cell: SideCell) -> list[list[Part]]:
    """What others say that this side agreed to or said."""
    others = " and ".join(map(country_name, cell.claimed_by))
    lines: list[list[Part]] = [[("◌ ", "yellow"), (f"not confirmed; {others} says so", "italic")]]
    words = [quoted(statement, CELL_WORDS) for statement in cell.statements[:1]]
    words = words or [clipped(claim.evidence.text, CELL_WORDS) for claim in cell.claims[:1]]
    return lines + [[(f"  {text}", "dim")] for text in words]


def _show_silences(page: Page, silences: Sequence[ToldSilence]) -> None:
    for one in silences:
        side = country_name(one.side) if one.side else "a side that is not named"
        page.line(("○ ", "yellow"), f"{side} is silent, says {_source(one.found)}: ",
                  (clipped(one.sentence, SENTENCE), "italic"))  # fmt: skip


def _show_differences(page: Page, differences: Sequence[Difference]) -> None:
    if not differences:
        return
    page.heading("Numbers that differ")
    for difference in differences:
        page.line((f"{plain(difference.action)} {difference.object}", "bold"), f": {_KINDS[difference.kind]}", indent=2)
        page.rows(_claims(difference.claims), indent=4)


def _show_names(page: Page, comparison: Comparison) -> None:
    """Things that the sides call differently."""
    if comparison.names:
        page.heading("Names for the same thing")
    for one in comparison.names:
        told = " · ".join(f"{country_name(side)} {_in_quotes(names)}" for side, names in one.names.items())
        page.line((one.thing, "bold"), f": {told}", indent=2)


def _show_tone(page: Page, comparison: Comparison) -> None:
    """How each side speaks and in which judging words."""
    if comparison.tone:
        page.heading("Tone, listed and not scored")
    for side, tone in comparison.tone.items():
        forces = ", ".join(f"{plain(force)} {count}" for force, count in tone.forces.items())
        words = f" · {_in_quotes(tone.words)}" if tone.words else ""
        page.line((country_name(side), "bold"), f": {forces}{words}", indent=2)


def _in_quotes(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _claims(claims: Sequence[NumberClaim]) -> list[Sequence[Cell]]:
    """A row for each different claim, with how many articles carry it and since when."""
    carried: dict[tuple[str, ...], list[NumberClaim]] = {}
    for claim in claims:
        told = (
            country_name(claim.side) if claim.side else "the article itself",
            quantity_words(claim.quantity) or "no number",
            deadline_words(claim.deadline, claim.period),
            claim.stage,
            party_words(claim.claimed_by, ""),
        )
        carried.setdefault(told, []).append(claim)
    return [
        ([(side, "bold")], *told, [(f"{counted(len(articles), 'article')}, since {_since(articles)}", "dim")])
        for (side, *told), articles in carried.items()
    ]


def _since(claims: Sequence[NumberClaim]) -> str:
    return stamp_words(min((claim.published for claim in claims if claim.published), default=None))


def _show_statements(page: Page, statements: Sequence[LedgerStatement]) -> None:
    if statements:
        page.heading("In full, in order of publication")
    for statement in statements:
        show_statement(page, statement, indent=2)


def _source(words: SourcedEvidence) -> str:
    return source_words(words.publisher or words.article, words.published)
