"""Commitment threads: the versions in time, progress towards each claimed target, contradictions."""

import re
from collections.abc import Sequence

from readout.cli.output import Cell, Page
from readout.cli.words import (
    OPEN,
    by_words,
    counted,
    country_name,
    deadline_words,
    party_words,
    period_words,
    quantity_words,
    thing_words,
)
from readout.link.progress import shown
from readout.model.answers import CommitmentThread, Contradiction, Progress, ThreadVersion
from readout.model.records import Deadline, Party, Quantity
from readout.text.dates import date_words, stamp_words

BAR = 16
MEASURED = ("ordered", "shipped", "delivered", "resumed")
_YEARS = re.compile(r"\d{4}(/\d{4})?", re.ASCII)
_STYLES = {"refused": "red", "suspended": "red", "delivered": "green", "shipped": "green", "resumed": "green",
           "ordered": "green", "agreed": "cyan", "pledged": "cyan"}  # fmt: skip


def show_threads(threads: Sequence[CommitmentThread]) -> None:
    """Print one thread after the other."""
    page = Page()
    if not threads:
        page.line("no commitments match")
    for number, thread in enumerate(threads):
        if number:
            page.line()
        show_thread(page, thread)


def show_thread(page: Page, thread: CommitmentThread) -> None:
    """Print the thread's head, a row per version, a bar per target, and what contradicts what."""
    page.line(
        (party_words(thread.committer), "bold"), " → ", (party_words(thread.counterparty, "nobody named"), "bold"),
        ": ", (thing_words(thread.action, thread.object), "bold"),
        (f"  {thread.id} · {counted(len(thread.versions), 'version')}", "dim"),
    )  # fmt: skip
    header = ("published", "stage", "how much", "when", "claimed by", "confirmed by", "in", "claim")
    page.rows([_version(version, page.wide) for version in thread.versions], header, indent=2)
    _show_progress(page, thread.progress)
    for contradiction in thread.contradictions:
        page.line(("contradiction: ", "red"), _contradiction(contradiction, thread.versions), indent=2)


def _version(version: ThreadVersion, numbered: bool) -> Sequence[Cell]:
    measured = f", measured by {version.measured_by}" if version.measured_by else ""
    return (
        stamp_words(version.published).split(",")[0],
        [(version.stage, _STYLES.get(version.stage, "yellow"))],
        _how_much(version.quantity, version.period) or "no number",
        _when(version),
        _claimant(version.claimed_by) + measured,
        ", ".join(map(_confirmer, version.confirmed_by)) or "nobody so far",
        version.publisher or version.article,
        [((version.id or "") if numbered else "", "dim")],
    )


def _how_much(quantity: Quantity | None, period: Deadline | None) -> str:
    """The quantity; one of many periods is told by its name where the period gives it: `25 million tonnes per year`."""
    words = quantity_words(quantity)
    if not period or not quantity or quantity.basis != "per-period":
        return words
    name = period.name or ("years" if _YEARS.fullmatch(period.edtf or "") else "")
    unit = name.removeprefix("each ").split(" ")[-1].removesuffix("s")
    return f"{words.removesuffix('per period')}per {unit}" if unit in ("year", "month", "week", "day") else words


def _when(version: ThreadVersion) -> str:
    """When it was promised where that is long ago, by when and for when; of what was done, since when or as of which
    day."""
    if version.stage not in MEASURED or not version.period:
        due = deadline_words(version.deadline, version.period)
        return ", ".join(words for words in (_long_ago(version), due) if words)
    edtf = version.period.edtf or ""
    if edtf.endswith(OPEN):
        return f"since {date_words(edtf[: -len(OPEN)])}"
    a_day = len(edtf) == len("2026-02-04")
    preposition = ("as of" if version.measured_by else "on") if a_day else "in"
    return f"{preposition} {date_words(edtf)}" if edtf else period_words(version.period)


def _long_ago(version: ThreadVersion) -> str:
    """`promised in 2013`, in an article of another year."""
    made = version.made.edtf if version.made else None
    if not made or made[:4] == (version.published or "")[:4]:
        return ""
    return f"promised {'on' if len(made) == len('2026-02-04') else 'in'} {date_words(made)}"


def _claimant(party: Party | None) -> str:
    """Who claims it; a country that speaks for itself is named once."""
    if party and party.country and party.name == country_name(party.country):
        return party.name
    return party_words(party, "the article")


def _confirmer(code: str) -> str:
    """A country's name, or the name behind the mark of one who is no country."""
    return code[1:] if code.startswith("~") else country_name(code)


def _show_progress(page: Page, progress: Sequence[Progress]) -> None:
    if not progress:
        return
    page.line(("progress towards each target, newest number in time", "dim"), indent=2)
    page.rows([_bar(step) for step in _told_of(progress)], indent=2)


def _told_of(progress: Sequence[Progress]) -> list[Progress]:
    """Each target with what was counted of it last in time, and what reached it only later; `--json` has every step."""
    targets: dict[tuple[object, ...], list[Progress]] = {}
    for step in progress:
        targets.setdefault((step.target, deadline_words(step.deadline, step.period)), []).append(step)
    return [step for steps in targets.values() for step in shown(steps)]


def _bar(step: Progress) -> Sequence[Cell]:
    full = min(BAR, round(step.ratio * BAR))
    target = f"of {_how_much(step.target, step.period)} {deadline_words(step.deadline, step.period)}".rstrip()
    by = step.measured_by or _claimant(step.claimed_by)
    return (
        [("█" * full, "green"), ("░" * (BAR - full), "dim")],
        f"{step.ratio:.0%}",
        f"{quantity_words(step.done)} {step.stage}",
        target,
        [(_late(step), "yellow"), (f"says {by}, {stamp_words(step.published).split(',')[0]}", "dim")],
    )


def _late(step: Progress) -> str:
    """That the number was counted after the target's last day."""
    return ("reached after the deadline, " if step.ratio >= 1 else "after the deadline, ") if step.late else ""


def _contradiction(contradiction: Contradiction, versions: Sequence[ThreadVersion]) -> str:
    what = (
        "the same promise with different deadlines"
        if contradiction.kind == "deadline"
        else ("the same time with different quantities")
    )
    told = [versions[number] for number in contradiction.versions]
    deadlines = contradiction.kind == "deadline"
    values = [by_words(one.deadline) if deadlines else quantity_words(one.quantity) for one in told]
    return f"{what}: {' / '.join(dict.fromkeys(values))}"
