"""Commitment threads: the versions in time, progress towards each claimed target, contradictions."""

from collections.abc import Sequence

from readout.cli.dates import stamp_words
from readout.cli.output import Cell, Page
from readout.cli.words import (
    counted,
    country_name,
    deadline_words,
    party_words,
    quantity_words,
    thing_words,
)
from readout.model.answers import CommitmentThread, Contradiction, Progress, ThreadVersion

BAR = 16
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
    header = ("published", "stage", "how much", "when", "claimed by", "confirmed by", "in")
    page.rows([_version(version) for version in thread.versions], header, indent=2)
    _show_progress(page, thread.progress)
    for contradiction in thread.contradictions:
        page.line(("contradiction: ", "red"), _contradiction(contradiction), indent=2)


def _version(version: ThreadVersion) -> Sequence[Cell]:
    measured = f", measured by {version.measured_by}" if version.measured_by else ""
    return (
        stamp_words(version.published).split(",")[0],
        [(version.stage, _STYLES.get(version.stage, "yellow"))],
        quantity_words(version.quantity) or "no number",
        deadline_words(version.deadline, version.period),
        party_words(version.claimed_by, "the article") + measured,
        ", ".join(map(country_name, version.confirmed_by)) or "nobody so far",
        version.publisher or version.article,
    )


def _show_progress(page: Page, progress: Sequence[Progress]) -> None:
    if not progress:
        return
    page.line(("progress towards each target, newest number", "dim"), indent=2)
    page.rows([_bar(step) for step in _newest(progress)], indent=2)


def _newest(progress: Sequence[Progress]) -> list[Progress]:
    """Each target once, with what was reported of it last; `--json` and `explain` have every step."""
    last: dict[tuple[object, ...], Progress] = {}
    for step in sorted(progress, key=lambda step: step.published or ""):
        last[step.target, step.deadline and step.deadline.edtf, step.period and step.period.edtf] = step
    return list(last.values())


def _bar(step: Progress) -> Sequence[Cell]:
    full = min(BAR, round(step.ratio * BAR))
    target = f"of {quantity_words(step.target)} {deadline_words(step.deadline, step.period)}".rstrip()
    by = step.measured_by or party_words(step.claimed_by, "the article")
    return (
        [("█" * full, "green"), ("░" * (BAR - full), "dim")],
        f"{step.ratio:.0%}",
        f"{quantity_words(step.done)} {step.stage}",
        target,
        [(f"says {by}, {stamp_words(step.published).split(',')[0]}", "dim")],
    )


def _contradiction(contradiction: Contradiction) -> str:
    what = "the same promise with different deadlines" if contradiction.kind == "deadline" else (
        "the same time with different quantities"
    )
    return f"{what}: {' / '.join(contradiction.values)}"
