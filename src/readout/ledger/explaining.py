"""Why the ledger says this: from a record back to the words, the rules that read and the rules that joined them."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from readout.ledger import articles, commitments, contacts, correcting, statements
from readout.ledger.anchoring import any_corrections
from readout.ledger.errors import NotFound
from readout.ledger.rows import decode_reading
from readout.ledger.tables import article, contact, report
from readout.model.answers import Explanation, ExplanationStep, LedgerContact, LedgerStatement
from readout.model.records import Article, Commitment, Contact, Evidence, Participant
from readout.text.layout import Sentence, sentences_of

_contact_decoder = msgspec.json.Decoder(Contact)


class _Sources:
    """Articles with their texts and sentences, each loaded once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[Article, list[Sentence]]] = {}

    def steps(self, article_id: str, what: str, evidence: Iterable[Evidence]) -> list[ExplanationStep]:
        """A step for each piece of evidence of one fact."""
        source, sentences = self._load(article_id)
        return [
            ExplanationStep(
                what=what,
                rule=one.rule,
                sentence=_sentence(source.text, sentences, one),
                text=one.text,
                start=one.start,
                end=one.end,
                article=article_id,
                publisher=source.publisher,
                url=source.url,
                published=source.published,
            )
            for one in evidence
        ]

    def joined(self, article_id: str, what: str, rule: str, why: str) -> ExplanationStep:
        """A step of linking: no words of the article, but a rule and its reason."""
        source, _ = self._load(article_id)
        return ExplanationStep(
            what=what,
            rule=rule,
            why=why,
            article=article_id,
            publisher=source.publisher,
            url=source.url,
            published=source.published,
        )

    def _load(self, article_id: str) -> tuple[Article, list[Sentence]]:
        if article_id not in self._known:
            text = self._connection.execute(select(article.c.reading).where(article.c.id == article_id)).scalar_one()
            source = decode_reading(text).article
            self._known[article_id] = (source, sentences_of(source.text, bool(source.title)))
        return self._known[article_id]


def explain(connection: Connection, subject: str) -> Explanation:
    """The way from words to record for a contact, a statement, a commitment thread or an article."""
    kind = subject.strip().lower()[:2]
    if kind == "s-":
        return _explain_statement(connection, subject)
    if kind == "k-":
        return _explain_thread(connection, subject)
    if kind == "c-":
        return _explain_contact(connection, subject)
    try:
        return _explain_article(connection, subject)
    except NotFound:
        raise NotFound(f"nothing with the id {subject!r}") from None


def _explain_contact(connection: Connection, wanted: str) -> Explanation:
    record = contacts.get(connection, wanted)
    sources, steps = _Sources(connection), []
    for row in _report_rows(connection, record.id):
        one = _contact_decoder.decode(row.data)
        steps += sources.steps(row.article_id, _reported(one), one.evidence)
        steps += [sources.joined(row.article_id, "one contact", rule, why) for rule, why in _reasons(row)]
    if record.part_of:
        steps.append(
            ExplanationStep(
                what=f"part of the visit {record.part_of}",
                rule="link.contact.during-visit",
                why="the same people met in person within the days of the visit",
            )
        )
    return Explanation(
        subject=record.id, kind="contact", title=_title(record), steps=(*steps, *_decided(connection, record.id))
    )


def _decided(connection: Connection, subject: str) -> list[ExplanationStep]:
    """What people decided about the record."""
    if not any_corrections(connection, "correct", "merge", "split"):
        return []
    made = [one for one in correcting.history(connection, subject) if not one.undone_at and one.applies]
    return [
        ExplanationStep(
            what=f"{one.kind} {one.field or one.subject} (decision {one.number})",
            rule=f"person.{one.kind}",
            why=f"{one.who}, {one.at[:10]}: {one.why}",
        )
        for one in made
    ]


def _report_rows(connection: Connection, contact_id: str) -> Sequence[Any]:
    return connection.execute(
        select(report.c.data, report.c.article_id, report.c.rule, report.c.why, contact.c.join_rule, contact.c.join_why)
        .join(article, article.c.id == report.c.article_id)
        .join(contact, contact.c.id == report.c.root_id)
        .where(report.c.contact_id == contact_id)
        .order_by(article.c.published.is_(None), article.c.published, article.c.id, report.c.id)
    ).all()


def _reasons(row: Any) -> list[tuple[str, str]]:
    reasons = [] if row.join_rule and row.rule == "link.contact.alone" else [(row.rule, row.why)]
    return reasons + ([(row.join_rule, row.join_why)] if row.join_rule else [])


def _explain_statement(connection: Connection, wanted: str) -> Explanation:
    record = statements.get(connection, wanted)
    sources = _Sources(connection)
    steps = sources.steps(record.article, _spoken(record), record.evidence)
    if record.contact:
        about = contacts.get(connection, record.contact)
        steps.append(
            sources.joined(
                record.article,
                f"about {about.id}: {_title(about)}",
                "read.statement.contact",
                "the article's own reading names this contact",
            )
        )
    return Explanation(
        subject=record.id, kind="statement", title=_spoken(record), steps=(*steps, *_decided(connection, record.id))
    )


def _explain_thread(connection: Connection, wanted: str) -> Explanation:
    record = commitments.get(connection, wanted)
    sources, steps = _Sources(connection), []
    rows = connection.execute(commitments.claims_asked().where(commitments.in_thread(record.id))).all()
    for row in sorted(rows, key=lambda row: commitments.claim_of(row).order):
        one = commitments.claim_of(row).commitment
        steps += sources.steps(row.article_id, _promised(one), one.evidence)
        steps.append(sources.joined(row.article_id, "one promise", row.rule, row.why))
    parties = " → ".join(
        party.country or party.organisation or party.name or "?"
        for party in (record.committer, record.counterparty)
        if party
    )
    title = f"{parties}: {record.action} {record.object.name if record.object else 'something'}"
    return Explanation(
        subject=record.id, kind="commitment", title=title, steps=(*steps, *_decided(connection, record.id))
    )


def _explain_article(connection: Connection, wanted: str) -> Explanation:
    record = articles.get(connection, wanted)
    whole = articles.reading_of(connection, record.id)
    sources, steps = _Sources(connection), []
    for contact_ in whole.contacts:
        steps += sources.steps(record.id, _reported(contact_), contact_.evidence)
    for said in whole.statements:
        who = said.speaker.name or said.speaker.country or "?"
        steps += sources.steps(record.id, f"{who} {said.force}", said.evidence)
    for promise in whole.commitments:
        steps += sources.steps(record.id, _promised(promise), promise.evidence)
    for silent in whole.silences:
        what = f"{silent.side or '?'} silent on {silent.topic or 'everything'}"
        steps += sources.steps(record.id, what, silent.evidence)
    return Explanation(subject=record.id, kind="article", title=record.title or record.name, steps=tuple(steps))


def _title(record: LedgerContact) -> str:
    when = " ".join(part for part in (record.time.part, record.time.edtf) if part) or "date unknown"
    return f"{record.mode}, {record.status}: {_people(record.participants)}, {when}"


def _people(participants: Iterable[Participant]) -> str:
    return " + ".join(" ".join(part for part in (one.country, one.person) if part) or "?" for one in participants)


def _reported(one: Contact) -> str:
    when = " ".join(part for part in (one.time.part, one.time.edtf) if part) or "no date"
    return f"{one.mode}, {one.status}: {_people(one.participants)}, {when}"


def _spoken(record: LedgerStatement) -> str:
    who = record.speaker.name or record.speaker.organisation or record.speaker.country or "?"
    return f"{who} {record.force} ({', '.join(record.topics) or 'no topic'})"


def _promised(one: Commitment) -> str:
    who = one.committer.country or one.committer.organisation or one.committer.name or "?"
    thing = one.object.name if one.object else "something"
    amount = one.quantity
    told = f"{amount.comparator}{amount.value:g} {amount.unit_beside(thing)}".strip() if amount else ""
    return " ".join(part for part in (who, one.stage, one.action, told, thing) if part)


def _sentence(text: str, sentences: Sequence[Sentence], evidence: Evidence) -> str | None:
    """The sentences that the evidence touches, as one piece of the text."""
    touched = [one for one in sentences if one.start < evidence.end and evidence.start < one.end]
    return text[touched[0].start : touched[-1].end] if touched else None
