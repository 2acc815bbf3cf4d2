"""Records in English words: who, what, when, how much, in which medium."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from readout.cli.output import clipped
from readout.knowledge.territories import english_names
from readout.model.records import Contact, Deadline, Participant, Party, Quantity, Speaker, Statement, TradeObject
from readout.text.dates import date_words, duration_words, stamp_words

if TYPE_CHECKING:  # a start that reads one article asks no ledger
    from readout.model.answers import LedgerContact, LedgerStatement

OPEN = "/.."
"""End of an EDTF interval that has no last day."""
SIGNS = {"held": "●", "ongoing": "◐", "cancelled": "×", "denied": "×"}
_COMPARATORS = {"=": "", "~": "about ", "<": "less than ", "<=": "up to ", ">": "more than ", ">=": "at least ",
                "range": ""}  # fmt: skip
_SAME_IN_PLURAL = frozenset(("t", "percent", "aircraft", "people", "head", "teu", "btu", "mmbtu", "%"))
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def country_name(code: str | None) -> str:
    """The English name in CLDR; an organisation that CLDR does not know keeps its code, no code is `unknown side`."""
    return english_names().get(code, code) if code else "unknown side"


def plain(identifier: str) -> str:
    """`phone-call` → `phone call`."""
    return identifier.replace("-", " ")


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def participant_words(party: Participant) -> str:
    """`Donald Trump (US)`; an office where no person is named, else the country's name."""
    if party.person:
        return f"{party.person} ({party.country})" if party.country else party.person
    if party.office:
        return f"{plain(party.office)} ({party.country})" if party.country else plain(party.office)
    return country_name(party.country)


def who(parties: Sequence[Participant], between: str = " · ") -> str:
    """All parties; hosts and mediators are told as such."""
    roles = {"host": ", host", "mediator": ", mediator"}
    return between.join(participant_words(p) + roles.get(p.role, "") for p in parties) or "unknown parties"


def contact_words(contact: "Contact | LedgerContact") -> str:
    """What, when, how long, where and whether: `phone call · 24 Nov 2025 · about 1 hour · held`."""
    place = contact.place
    parts = [
        plain(contact.mode),
        date_words(contact.time.edtf, contact.time.part) or "date not known",
        duration_words(contact.duration.iso8601, contact.duration.approximate) if contact.duration else "",
        (place.name or country_name(place.country)) if place else "",
        f"round {contact.round}" if contact.round else "",
        contact.status,
    ]
    return " · ".join(part for part in parts if part)


def speaker_words(speaker: Speaker) -> str:
    """The name, else the institution, else the office, else the country."""
    if speaker.name or speaker.organisation:
        return speaker.name or speaker.organisation or ""
    country = country_name(speaker.country)
    return f"{country}, {plain(speaker.office)}" if speaker.office else country


def voices_words(statement: "Statement | LedgerStatement") -> str:
    """The speaker and those who say it together with the speaker: `Vladimir Putin and Narendra Modi`."""
    *others, last = [speaker_words(one) for one in (statement.speaker, *statement.joint_with)]
    return f"{', '.join(others)} and {last}" if others else last


def sides_of(statement: "Statement | LedgerStatement") -> list[str]:
    """The countries of those who say it, each once."""
    voices = (statement.speaker, *statement.joint_with)
    return list(dict.fromkeys(one.country for one in voices if one.country))


def who_shortly(parties: Sequence[Participant], most: int = 3) -> str:
    """The first parties and how many more there are, so that a summit does not widen a whole table."""
    more = len(parties) - most
    return who(parties) if more <= 1 else f"{who(parties[:most])} · {more} more"


def channel_words(statement: "Statement | LedgerStatement") -> str:
    """Where it was said and who passed it on: `truth social, via Reuters`; empty where the article does not say.

    An institution that speaks is not told twice: a foreign ministry that speaks as one has no other medium.
    """
    ministry = statement.medium == "foreign-ministry" and "Foreign" in speaker_words(statement.speaker)
    medium = [plain(statement.medium)] if statement.medium and not ministry else []
    via = [f"via {', '.join(statement.reported_via)}"] if statement.reported_via else []
    told = [f"as told by {country_name(statement.account_of)}"] if statement.account_of else []
    return ", ".join(medium + via + told)


def quoted(statement: "Statement | LedgerStatement", length: int | None = None) -> str:
    """The words, cut at `length` characters, in quotation marks where they are the speaker's own."""
    words = statement.content.text
    bare = words.strip('“”"') if statement.kind == "direct" else words
    shown = clipped(bare, length) if length else bare
    return f"“{shown}”" if statement.kind == "direct" else shown


def source_words(source: str, published: str | None) -> str:
    """`Báo Mẫu, 25 Nov 2025`; the source is the paper, or the article's id where no paper is named."""
    return f"{source}, {stamp_words(published)}"


def party_words(party: Party | None, nobody: str = "nobody named") -> str:
    """A person of a country, an organisation, or the country itself."""
    if party is None:
        return nobody
    name = party.name or party.organisation
    return (
        f"{name} ({party.country})"
        if name and party.country
        else name or (country_name(party.country) if party.country else nobody)
    )


def quantity_words(quantity: Quantity | None) -> str:
    """`about 12 million tonnes`, `10–12 million tonnes`; empty where no number was stated."""
    if quantity is None:
        return ""
    number = _number(quantity.value) if quantity.high is None else _range(quantity.value, quantity.high)
    basis = {"additional": " more", "per-period": " per period"}.get(quantity.basis, "")
    unit = f" {unit_words(quantity.unit, quantity.high or quantity.value)}" if quantity.unit else ""
    comparator = "nearly " if quantity.nearly else _COMPARATORS[quantity.comparator]
    return f"{comparator}{number}{unit}{basis}"


def unit_words(unit: str, amount: float) -> str:
    """`tonnes`, `barrels per day`, `USD`: the unit as it is written behind an amount."""
    noun, *rest = plain(unit).split(" per ")
    alone = abs(amount) == 1 or noun.isupper() or noun.endswith("s") or noun in _SAME_IN_PLURAL
    many = noun if alone else f"{noun[:-4]}feet" if noun.endswith("foot") else f"{noun}s"
    return " per ".join([many, *rest])


def deadline_words(deadline: Deadline | None, period: Deadline | None) -> str:
    """`by the end of 2025, for 2026`: the dates where they could be resolved, else names, else the words."""
    return ", ".join(words for words in (by_words(deadline), period_words(period)) if words)


def by_words(deadline: Deadline | None) -> str:
    """`by 28 February 2026`, `by the end of 2025`, `by the next season`; empty where there is none."""
    if deadline is None:
        return ""
    by = "by the end of" if len(deadline.edtf or "") == len("2025") else "by"
    told = date_words(deadline.edtf) or (f"the {deadline.name}" if deadline.name else f"“{deadline.text}”")
    return f"{by} {told}"


def period_words(period: Deadline | None) -> str:
    """`for 2026 – 2028`, `for the next season`, `each year`, `over 3 years`; else the article's own words, quoted."""
    if period is None:
        return ""
    if period.edtf:
        return date_words(period.edtf) if period.edtf.endswith(OPEN) else f"for {date_words(period.edtf)}"
    name = period.name or ""
    if name.startswith(("each ", "every ")):
        return name
    if name[:1].isdigit():
        return f"over {name}"
    return f"for the {name}" if name else f"“{period.text}”"


def thing_words(action: str, thing: TradeObject | None) -> str:
    """`buy soybeans`."""
    return f"{plain(action)} {thing.name}" if thing else plain(action)


def topics_words(topics: Iterable[str]) -> str:
    """`trade, south china sea`."""
    return ", ".join(map(plain, topics))


def _range(low: float, high: float) -> str:
    scale, name = _scale(high)
    return f"{low / scale:,.10g}–{high / scale:,.10g}{name}"


def _number(value: float) -> str:
    scale, name = _scale(value)
    return f"{value / scale:,.10g}{name}"


def _scale(value: float) -> tuple[float, str]:
    return next(((scale, f" {name}") for scale, name in _SCALES if abs(value) >= scale), (1.0, ""))
