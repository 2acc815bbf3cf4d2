"""Event data: who did what to whom, with PLOVER types, modes and contexts and the CAMEO codes that they come from.

Sources: CAMEO, Conflict and Mediation Event Observations, codebook 1.1b3 (Schrodt 2012) and the code list of
openeventdata/text_to_CAMEO; PLOVER, Political Language Ontology for Verifiable Event Records, `PLOVER_MANUAL.tex` of
openeventdata/PLOVER (Open Event Data Alliance 2021) for types, quadrants, modes and contexts; `CAMEO2PLOVER-2021.txt`
there for what a CAMEO code is in PLOVER. Where they differ: the mode `host` stands in that table only, the manual knows
the host as the recipient of a `visit`; SANCTION is material conflict in its section and in the summary, which holds
here, and verbal in one table of the manual.

Every event is directed, so an exchange between two sides is two events. An invitation or a proposal is an offer to
meet: AGREE, 036; CAMEO's 026 is for those who call on others to meet, and PLOVER dropped it. What has no code is not
forced into one: statements, silences, denied and hypothetical contacts, promises that are only considered or expected.
A meeting that was called off would be REJECT, but the ledger does not know who called it off; it has no event.
"""

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from typing import NamedTuple

from readout.model.answers import CommitmentThread, LedgerContact, ThreadVersion
from readout.model.records import Participant
from readout.publish.dates import day_range, precision
from readout.publish.selection import Source
from readout.publish.tables import Row, Table, columns


class Code(NamedTuple):
    """A PLOVER type and mode with the CAMEO code."""

    type: str
    mode: str | None
    cameo: str


QUADS = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "REJECT": 3, "THREATEN": 3, "SANCTION": 4}
"""The quadrant of each type used: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material."""
PHONE = Code("CONSULT", "phone", "041")
VISIT, HOST = Code("CONSULT", "visit", "042"), Code("CONSULT", "host", "043")
THIRD = Code("CONSULT", "third-party", "044")
MEDIATE, NEGOTIATE = Code("CONSULT", None, "045"), Code("CONSULT", None, "046")
CONSULT = Code("CONSULT", None, "040")
MEET = Code("AGREE", None, "036")
_ECONOMIC = frozenset({"buy", "sell", "deliver", "invest", "lend", "build", "cut-tariff"})
_DONE = frozenset({"ordered", "shipped", "delivered", "resumed"})
_PROMISED = frozenset({"pledged", "agreed"})
_COOPERATIVE = _ECONOMIC | {"aid", "sign", "resume", "set-date"}
_CONTEXTS = {
    "trade": "economic", "tariffs": "economic", "agriculture": "economic", "soybeans": "economic",
    "semiconductors": "economic", "investment": "economic", "aviation": "economic", "infrastructure": "economic",
    "tourism": "economic", "energy": "resource", "rare-earths": "resource", "south-china-sea": "resource",
    "border": "resource", "climate": "enviro_disaster", "arms-sales": "military", "military": "military",
    "nuclear": "cbrn", "human-rights": "human_rights", "migration": "migration", "fentanyl": "illegal_drugs",
}  # fmt: skip
"""Topics that the manual's table of contexts has a word for; `resource` is "territory and natural resources"."""
# Codes that CLDR still maps to today's country but that name a former one.
_FORMER = frozenset({"ANT", "BUR", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR", "CSK"})


def events(source: Source) -> Iterator[Row]:
    """The events of the contacts in order of date, then of the commitment threads."""
    for contact in source.contacts():
        yield from _contact_events(contact)
    for thread in source.threads():
        for number, version in enumerate(thread.versions, 1):
            yield from _version_events(thread, number, version)


def _contact_events(contact: LedgerContact) -> Iterator[Row]:
    parties = list({one.country: one for one in reversed(contact.participants) if one.country}.values())[::-1]
    for actor, other in permutations(parties, 2):
        code = contact_code(contact, actor, other)
        if code is None:
            continue
        done = contact.status in ("held", "ongoing")
        date = contact.time.edtf if done else (contact.first_published or "")[:10] or None
        contexts = {"diplomatic", *(_CONTEXTS[topic] for topic in contact.topics if topic in _CONTEXTS)}
        first, place = contact.history[0] if contact.history else None, contact.place
        yield (
            f"{contact.id}-{actor.country}-{other.country}", *_dated(date), None if done else contact.time.edtf,
            *_coded(code), "; ".join(sorted(contexts)), *_actor(actor.country, actor.person),
            *_actor(other.country, other.person), place.name if place else None,
            alpha3(place.country) if place else None,
            contact.id, contact.status, contact.reports, first.article if first else None,
            first.url if first else None,
        )  # fmt: skip


def contact_code(contact: LedgerContact, actor: Participant, other: Participant) -> Code | None:
    """What `actor` does to `other`; None where the contact is no event of the schemes."""
    if contact.status == "planned":
        return MEET
    if contact.status in ("invited", "proposed"):
        return MEET if actor.role in ("initiator", "host") else None
    if contact.status not in ("held", "ongoing"):
        return None
    if "mediator" in (actor.role, other.role):
        return MEDIATE if actor.role == "mediator" else CONSULT
    if contact.mode in ("phone-call", "video-call"):
        return PHONE
    if contact.mode in ("letter", "contact"):
        return CONSULT
    return _in_person(contact, actor, other)


def _in_person(contact: LedgerContact, actor: Participant, other: Participant) -> Code:
    """042 for the guest, 043 for the host, by role, else by the country of the place; 044 in a third country."""
    host = next((one.country for one in (actor, other) if one.role == "host"), None)
    where = host or (contact.place.country if contact.place else None)
    guest = next((one.country for one in (actor, other) if one.role == "guest"), None)
    if where is None and guest is not None and contact.mode == "visit":
        where = other.country if guest == actor.country else actor.country
    if where == actor.country:
        return HOST
    if where == other.country:
        return VISIT
    if contact.mode == "talks":
        return NEGOTIATE
    return THIRD if where is not None else CONSULT


def _version_events(thread: CommitmentThread, number: int, version: ThreadVersion) -> Iterator[Row]:
    code = version_code(version)
    other = thread.counterparty
    if code is None or not thread.committer.country or other is None or not other.country:
        return
    economic = version.action in _ECONOMIC or version.action in ("aid", "raise-tariff")
    yield (
        f"{thread.id}-{number}", *_dated((version.published or "")[:10] or None),
        version.deadline.edtf if version.deadline else None, *_coded(code), "economic" if economic else "diplomatic",
        *_actor(thread.committer.country, thread.committer.name), *_actor(other.country, other.name), None, None,
        thread.id, version.stage, 1, version.article, version.url,
    )  # fmt: skip


def version_code(version: ThreadVersion) -> Code | None:
    """The code of one claim about a promise; None for what is only considered or expected.

    None too where the action may be for or against the other side: to suspend is to stop buying or to stop punishing.
    """
    action, stage = version.action, version.stage
    if action == "raise-tariff":
        return Code("THREATEN", "restrict", "1312") if stage in _PROMISED else Code(
            "SANCTION", "discontinue", "163") if stage in _DONE else None  # fmt: skip
    if action not in _COOPERATIVE:
        return None
    if stage in _PROMISED:
        return Code("AGREE", None, "0311" if action in _ECONOMIC else "0331" if action == "aid" else "030")
    if stage in _DONE:
        return _done(action)
    if stage == "refused":
        return _refused(action)
    return Code("SANCTION", "discontinue", "160") if stage == "suspended" else None


def _done(action: str) -> Code | None:
    """A date that was set is an agreement, not material cooperation."""
    if action in _ECONOMIC:
        return Code("COOPERATE", None, "061")
    done = {"sign": Code("SUPPORT", None, "057"), "aid": Code("AID", None, "071"), "resume": Code(
        "COOPERATE", None, "060"), "set-date": MEET}  # fmt: skip
    return done.get(action)


def _refused(action: str) -> Code:
    if action in _ECONOMIC:
        return Code("REJECT", "assist", "1211")
    return Code("REJECT", "assist", "1221") if action == "aid" else Code("REJECT", None, "120")


def _dated(date: str | None) -> Row:
    days = day_range(date)
    return date, precision(date), days[0].isoformat() if days else None, days[1].isoformat() if days else None


def _coded(code: Code) -> Row:
    return code.type, code.mode, QUADS[code.type], code.cameo


def _actor(country: str | None, name: str | None) -> Row:
    return name, country, alpha3(country)


def alpha3(code: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code; the codes of organisations stay as they are."""
    return _alpha3().get(code, code) if code else None


@cache
def _alpha3() -> dict[str, str]:
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {
        codes[0]: three for three, codes in aliases.items()
        if len(three) == 3 and three.isalpha() and three not in _FORMER and three[0] != "Q" and len(codes) == 1
    }  # fmt: skip


EVENTS = Table("events", "One row per directed event between two sides.", columns(
    ("event_id", "Contact and sides, or commitment and version; the same in every export."),
    ("event_date", "EDTF: when it took place; for plans, invitations and promises, when they were first reported."),
    ("date_precision", "day, month, year, part, interval or unknown."),
    ("date_first", "First day that the date can mean."),
    ("date_last", "Last day that the date can mean."),
    ("due", "EDTF of what is planned or promised: the date of the meeting, the deadline of the promise."),
    ("event_type", "PLOVER type."),
    ("event_mode", "PLOVER mode; empty where the scheme has none that fits."),
    ("quad", "integer", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
    ("cameo_code", "CAMEO code, as text: leading zeros count."),
    ("contexts", "PLOVER contexts; `; ` between."),
    ("actor_name", "Person who acts, where one is named."),
    ("actor_country", "ISO 3166-1 alpha-2 of who acts, or an organisation's code."),
    ("actor_code", "ISO 3166-1 alpha-3 of who acts, as PLOVER writes it; an organisation keeps its own code."),
    ("recipient_name", "Person on the other side, where one is named."),
    ("recipient_country", "ISO 3166-1 alpha-2 of the other side."),
    ("recipient_code", "ISO 3166-1 alpha-3 of the other side."),
    ("place", "City or venue."),
    ("place_code", "ISO 3166-1 alpha-3 of the place's country."),
    ("subject", "Ledger id of the contact or commitment."),
    ("status", "Status of the contact, or stage of the promise."),
    ("reports", "integer", "Number of articles behind the event."),
    ("article", "Ledger id of the first article."),
    ("url", "Address of that article."),
), events)  # fmt: skip
