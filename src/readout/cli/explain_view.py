"""An explanation, step by step, with the words marked in their sentence."""

from readout.cli.output import Page, Part
from readout.cli.words import source_words
from readout.model.answers import Explanation, ExplanationStep


def show_explanation(page: Page, explanation: Explanation) -> None:
    """Print what is explained, then its steps: what was decided, by which rule, from which words."""
    page.line((explanation.title, "bold"), (f"  {explanation.kind} {explanation.subject}", "dim"))
    for number, step in enumerate(explanation.steps, 1):
        page.line()
        page.line((f"{number}  ", "dim"), (step.what, "bold"), "  rule ", (step.rule, "cyan"))
        _show_step(page, step)


def _show_step(page: Page, step: ExplanationStep) -> None:
    if step.why:
        page.line(step.why, indent=3)
    if step.sentence or step.text:
        page.line(*_marked(step.sentence, step.text), indent=3)
    if step.article:
        where = f" {step.start}–{step.end}" if step.start is not None else ""
        address = f" {step.url}" if step.url else ""
        source = source_words(step.publisher or "no paper named", step.published)
        page.line((f"{step.article}{where} · {source}{address}", "dim"), indent=3)


def _marked(sentence: str | None, words: str | None) -> list[Part]:
    """The sentence with the words that were read in brackets; only the words where they stand nowhere in it."""
    if not sentence or not words or words not in sentence:
        return [(sentence or words or "", "")]
    before, after = sentence.split(words, 1)
    return [before, ("⟦", "dim"), (words, "bold"), ("⟧", "dim"), after]
