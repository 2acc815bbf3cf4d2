"""The readouts of one contact side by side: what each side raised, what it left out, what others say it agreed to.

A readout is everything that one side is reported to have said on the contact. Silence is counted, never assumed: a
side that said nothing at all in these sources has no readout, and "not mentioned" carries the number of readouts.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from readout.knowledge.tables import columns
from readout.link.commitments import object_code
from readout.link.progress import DONE, same_quantity
from readout.link.threads import Claim
from readout.link.tone import names_and_tone
from readout.model.answers import (
    Cell,
    CellState,
    Comparison,
    Difference,
    DifferenceKind,
    FirstReadout,
    LedgerContact,
    LedgerStatement,
    NumberClaim,
    SourcedEvidence,
    TopicRow,
)
from readout.model.records import Commitment, Silence
from readout.text.names import folded

_AGREES = "agrees"
ENDED = ("refused", "suspended")


class SourcedSilence(Struct, frozen=True):
    """A stated silence and where it is stated."""

    silence: Silence
    words: tuple[SourcedEvidence, ...]


class Material(Struct, frozen=True):
    """All that the ledger holds on one contact, from articles that count."""

    contact: LedgerContact
    statements: tuple[LedgerStatement, ...]
    silences: tuple[SourcedSilence, ...]
    claims: tuple[Claim, ...]


def comparison_of(material: Material, as_of: str | None) -> Comparison:
    """Sides are the countries and organisations that took part, mediators too; topics come in order of how often."""
    sides = tuple(dict.fromkeys(one.country for one in material.contact.participants if one.country))
    said = tuple(one for one in material.statements if any(side in sides for side in one.accounts))
    first = first_of_texts(material.contact)
    readouts = {
        side: len({first.get(one.article, one.article) for one in said if side in one.accounts}) for side in sides
    }
    rows = [
        TopicRow(topic=topic, cells={side: _cell(side, topic, material, said, readouts[side]) for side in sides})
        for topic in _topics(said, material.silences, sides)
    ]
    names, tone = names_and_tone(said, sides)
    return Comparison(
        contact=material.contact.id,
        sides=sides,
        as_of=as_of,
        topics=tuple(rows),
        statements=said,
        n_readouts=readouts,
        differences=tuple(differences_of(material.claims)),
        names=names,
        tone=tone,
        first=_first(said, sides),
        silences=_silences(material.silences, None, None, sides),
    )


def first_of_texts(contact: LedgerContact) -> dict[str, str]:
    """Articles that carry a text that others carry too, each with the first that did: reprints are one readout."""
    return {article: group.articles[0] for group in contact.same_text for article in group.articles}


def _topics(said: Sequence[LedgerStatement], silences: Sequence[SourcedSilence], sides: Sequence[str]) -> list[str]:
    """Those first on which most sides speak, are quoted or are said to be silent, then most articles, then by name;
    topics on which only a silence is stated come last."""
    voices: dict[str, set[str | None]] = {}
    articles: dict[str, set[str]] = {}
    for one in said:
        for topic in one.topics:
            voices.setdefault(topic, set()).update({*one.accounts, one.speaker.country} & {*sides})
            articles.setdefault(topic, set()).add(one.article)
    silent = {one.silence.topic for one in silences if one.silence.topic and one.silence.side in sides}
    for stated in silences:
        if stated.silence.side in sides and stated.silence.topic in voices:
            voices[stated.silence.topic].add(stated.silence.side)
    ordered = sorted(voices, key=lambda topic: (-len(voices[topic]), -len(articles[topic]), topic))
    return [*ordered, *sorted(silent - voices.keys())]


def _cell(side: str, topic: str, material: Material, said: Sequence[LedgerStatement], readouts: int) -> Cell:
    """Own words count first, then a stated silence on the topic, then that there is no readout at all.

    What an article says of a silence, and what others say for the side, is told in every state.
    """
    raised = [one for one in said if topic in one.topics]
    own = tuple(one for one in raised if side in one.accounts)
    others = tuple(one for one in raised if side not in one.accounts and _speaks_for(one, side))
    claims = [claim for claim in material.claims if _claims_for(claim, side) and _is_about(claim, topic)]
    claimants = {name for one in others for name in one.accounts} | {_claimant(claim) for claim in claims}
    silent = _silences(material.silences, side, topic)
    state = _state(bool(own), bool(silent), bool(claimants), readouts)
    if state == "raised":
        return Cell(state=state, statements=own, silences=silent, n_readouts=readouts)
    return Cell(
        state=state,
        statements=others if claimants else (),
        claimed_by=tuple(sorted(name for name in claimants if name)),
        claims=_words(claims),
        silences=silent or (() if readouts else _silences(material.silences, side, None)),
        n_readouts=readouts,
    )


def _state(own: bool, silent: bool, claimed: bool, readouts: int) -> CellState:
    if own:
        return "raised"
    if silent:
        return "stated-silence"
    if not readouts:
        return "no-readout"
    return "claimed-by-other" if claimed else "not-mentioned"


def _speaks_for(one: LedgerStatement, side: str) -> bool:
    """The words of another side's account are put into this side's mouth, or say that both agreed."""
    return one.speaker.country == side or one.force == _AGREES


def _silences(
    silences: Iterable[SourcedSilence], side: str | None, topic: str | None, sides: Sequence[str] = ()
) -> tuple[SourcedEvidence, ...]:
    return tuple(
        words
        for one in silences
        if one.silence.topic == topic and (one.silence.side == side if side else one.silence.side in sides)
        for words in one.words
    )


def _claimant(claim: Claim) -> str | None:
    return claim.commitment.claimed_by.country if claim.commitment.claimed_by else None


def _claims_for(claim: Claim, side: str) -> bool:
    """Another side says that this side promises something."""
    claimant = _claimant(claim)
    return claim.commitment.committer.country == side and claimant is not None and claimant != side


def _is_about(claim: Claim, topic: str) -> bool:
    """The goods belong to the topic, as `commodities.tsv` has it, or are called like it."""
    thing = claim.commitment.object
    if thing is None:
        return False
    name = folded(thing.name)
    return topic in (_topics_of_goods().get(name), name.replace(" ", "-"))


@cache
def _topics_of_goods() -> dict[str, str]:
    """Folded names of goods and the topic of each."""
    return {folded(name): topic for name, topic in columns("shared/commodities.tsv", "id", "topic") if topic}


def _words(claims: Iterable[Claim]) -> tuple[SourcedEvidence, ...]:
    return tuple(
        SourcedEvidence(
            article=claim.article_id,
            publisher=claim.article.publisher,
            url=claim.article.url,
            published=claim.article.published,
            evidence=evidence,
        )
        for claim in claims
        for evidence in claim.commitment.evidence
    )


def _first(said: Sequence[LedgerStatement], sides: Sequence[str]) -> FirstReadout | None:
    """The side whose words were published before those of every other side; no single one where they came together.

    A stamp with an hour and a day without one are compared by their days.
    """
    dated = [one for one in said if one.published]
    if not dated:
        return None
    first = min(dated, key=lambda one: (one.published or "", one.article, one.content.start))
    together = [one for one in dated if one.article == first.article or _no_later(one.published, first.published)]
    spoke = {side for one in together for side in one.accounts}
    ahead = tuple(side for side in sides if side in spoke)
    return FirstReadout(
        side=ahead[0] if len(ahead) == 1 else None,
        together=ahead if len(ahead) > 1 else (),
        same_article=len({one.article for one in together}) == 1,
        published=first.published or "",
        article=first.article,
        publisher=first.publisher,
        url=first.url,
    )


def _no_later(stamp: str | None, first: str | None) -> bool:
    known = min(len(stamp or ""), len(first or ""))
    return (stamp or "")[:known] <= (first or "")[:known]


def differences_of(claims: Sequence[Claim]) -> list[Difference]:
    """Numbers for one object that are not the same, different deadlines, and numbers that only one side gives.

    Like is compared with like: what is done so far is no other number than what is promised, nor is the target of one
    season that of another, or an amount for each year a total.
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        thing = object_code(claim.commitment.object)
        if thing:
            groups.setdefault((thing, *_question(claim.commitment)), []).append(claim)
    groups = _with_untimed(groups)
    return [
        Difference(
            object=_name(group),
            action=group[0].commitment.action,
            kind=kind,
            claims=tuple(_number(claim) for claim in group),
        )
        for _, group in sorted(groups.items())
        for kind in _kinds(group)
    ]


def _question(one: Commitment) -> tuple[str, str, str, str]:
    """What a number answers: which action, done or not, for each period or in all, for when (empty where unknown)."""
    done = "done" if one.stage in DONE else one.stage if one.stage in ENDED else "to come"
    basis = "each" if one.quantity and one.quantity.basis == "per-period" else "total"
    when = one.period if done == "to come" else None
    return one.action, done, basis, (when.edtf or when.name or when.text) if when else ""


def _with_untimed(groups: dict[tuple[str, ...], list[Claim]]) -> dict[tuple[str, ...], list[Claim]]:
    """The groups; claims that name no period stand with those of the one period that is named."""
    joined: dict[tuple[str, ...], list[Claim]] = {}
    for key, group in sorted(groups.items()):
        timed = [other for other in groups if other[:-1] == key[:-1] and other[-1]]
        joined.setdefault(timed[0] if len(timed) == 1 and not key[-1] else key, []).extend(group)
    return joined


def _kinds(group: Sequence[Claim]) -> list[DifferenceKind]:
    numbers = [claim.commitment.quantity for claim in group if claim.commitment.quantity]
    deadlines = {
        claim.commitment.deadline.edtf or claim.commitment.deadline.text for claim in group if claim.commitment.deadline
    }
    found: list[DifferenceKind] = []
    if any(not same_quantity(numbers[0], number) for number in numbers[1:]):
        found.append("quantity")
    if len(deadlines) > 1:
        found.append("deadline")
    sides = {_claimant(claim) for claim in group if claim.commitment.quantity and _claimant(claim)}
    if not found and len(sides) == 1:
        found.append("one-sided")
    return found


def _name(group: Sequence[Claim]) -> str:
    return min(claim.commitment.object.name for claim in group if claim.commitment.object)


def _number(claim: Claim) -> NumberClaim:
    one = claim.commitment
    return NumberClaim(
        side=_claimant(claim),
        claimed_by=one.claimed_by,
        measured_by=one.measured_by,
        stage=one.stage,
        quantity=one.quantity,
        deadline=one.deadline,
        period=one.period,
        published=claim.article.published,
        article=claim.article_id,
        evidence=one.evidence,
    )
