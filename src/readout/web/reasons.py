"""Why the ledger says something, in the reader's language: what each step read, and what each rule of linking means."""

import re
from collections.abc import Mapping

from readout.ledger import NotFound
from readout.model.answers import Explanation, ExplanationStep
from readout.web.desk import Desk
from readout.web.language import message as _
from readout.web.marking import Fact, facts_of
from readout.web.words import Words

WHYS: Mapping[str, str] = {
    "link.contact.alone": _("no other report of the same sides fits at this time"),
    "link.contact.same-day": _("same sides, kind of exchange and date"),
    "link.contact.same-days": _("within the days of the same exchange"),
    "link.contact.same-time": _("same people and kind of exchange, placed by the same words"),
    "link.contact.same-news": _("same people and kind of exchange, told as fresh at the same time"),
    "link.contact.same-plan": _("same people and kind of exchange, announced at the same time"),
    "link.contact.same-words": _("same people and kind of exchange, printed in the same words on the same day"),
    "link.contact.same-place": _("same people at the same place, remembered"),
    "link.contact.same-summit": _("the summit of the same forum, told for a near day"),
    "link.contact.time-zone": _(
        "a day reckoned from the publication may be the neighbour of the stated day in another time zone"
    ),
    "link.contact.as-planned": _("planned for the days on which it was held"),
    "link.contact.postponed": _("planned by the same people for a few days before it was held; no other exchange fits"),
    "link.contact.put-off": _("the plan that was put off or brought forward, as this report says"),
    "link.contact.called-off": _("the only plan of these sides that was still open when it was called off"),
    "link.contact.just-published": _("without a date, published on the day of the event or the day after"),
    "link.contact.published-soon": _("without a date, published within five days of the only exchange that fits"),
    "link.contact.came-true": _("a plan without a date of the same people; the only exchange that fits soon after"),
    "link.contact.within": _("the only exchange that fits in this time"),
    "link.contact.during-visit": _("the same people met in person within the days of the visit"),
    "link.commitment.same-promise": _("same committer, counterparty, kind of act and object"),
    "link.commitment.only-counterparty": _("names no counterparty; all reports of this promise that do name the same"),
    "link.commitment.no-counterparty": _("names no counterparty, and other reports name none or several"),
    "link.commitment.new-promise": _("nothing was told of the like in the two years before, so it is a new promise"),
    "link.commitment.past-promise": _(
        "nothing was told of it in the two years after, so what came later is another promise"
    ),
    "link.commitment.no-day": _("no day is known, and there were promises like it at different times"),
    "read.statement.contact": _("the article's own reading names this contact"),
}
"""What each rule of linking says; the days of one case stand behind it."""
_DECISIONS = {"person.correct": _("corrected"), "person.merge": _("merged"), "person.split": _("split off")}
_DAYS = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}-\d{2})?", re.ASCII)


class Reasons:
    """The words of one explanation; readings are loaded as steps need them, each once."""

    def __init__(self, desk: Desk, w: Words, explanation: Explanation) -> None:
        self._desk, self._w, self._explanation = desk, w, explanation
        self._facts: dict[str, list[Fact]] = {}

    def title(self) -> str:
        """The record in one line; for a statement what the first step read."""
        one, w = self._explanation, self._w
        if one.kind == "contact":
            return w.title(self._desk.ledger.contact(one.subject))
        if one.kind == "commitment":
            thread = self._desk.ledger.thread(one.subject)
            return f"{w.party(thread.committer, w.country(None))}: {w.thing(thread.action, thread.object)}"
        return self.what(one.steps[0]) if one.kind == "statement" and one.steps else one.title

    def what(self, step: ExplanationStep) -> str:
        """The fact that the step read, or what the rule made of it."""
        t = self._w.language.gettext
        if step.rule in _DECISIONS:
            return t(_DECISIONS[step.rule])
        if step.rule == "read.statement.contact":
            return t("said of a contact")
        if step.rule.startswith("link.commitment."):
            return t("one promise")
        if step.rule.startswith("link.contact."):
            return t("part of a visit") if step.rule.endswith("during-visit") else t("one contact")
        fact = self._read(step)
        return " · ".join(filter(None, (fact.title, fact.detail))) if fact else step.what

    def why(self, step: ExplanationStep) -> str:
        """The reason of the rule, with the days that decided; what a person wrote stays as it is."""
        if step.rule not in WHYS:
            return step.why or ""
        days = _DAYS.search(step.why or "")
        told = self._w.language.gettext(WHYS[step.rule])
        return f"{told} ({self._w.dates.edtf(days.group())})" if days else told

    def _read(self, step: ExplanationStep) -> Fact | None:
        """The fact of the article that stands at these words, by this rule."""
        if step.article is None or step.start is None:
            return None
        about = self._explanation
        there = [
            one
            for one in self._of(step.article)
            if about.subject == one.id or (step.rule in one.rules and about.kind in ("article", one.kind))
        ]
        start, end = step.start, step.end or step.start
        there.sort(key=lambda one: (about.subject != one.id, (start, end) not in one.spans))
        return next((one for one in there if any(first < end and last > start for first, last in one.spans)), None)

    def _of(self, article: str) -> list[Fact]:
        if article not in self._facts:
            try:
                self._facts[article] = facts_of(self._desk.ledger.reading(article), self._w, article)
            except NotFound:  # removed since the explanation was made
                self._facts[article] = []
        return self._facts[article]
