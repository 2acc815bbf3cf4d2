"""The records of one reading: plain, immutable, without I/O.

Field names and meanings are the published contract (`readout schema` prints it as JSON Schema 2020-12): fields may be
added, never renamed. Offsets count Unicode code points in `Article.text`; for every record that carries `start`, `end`
and `text`, `article.text[start:end] == text` holds. Dates are EDTF strings at the precision that was stated; a value
that is not known is None, never a guess.
"""

from typing import Annotated

from msgspec import Meta, Struct

from readout.model.vocabulary import (
    Action,
    Comparator,
    ContactTimeBasis,
    Force,
    Grain,
    Mode,
    Part,
    PublishedBasis,
    QuantityBasis,
    Role,
    SilenceBasis,
    Stage,
    StatementKind,
    Status,
    TimeBasis,
    TimeType,
)

Offset = Annotated[int, Meta(ge=0)]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all records: immutable, compared by value; nothing that one holds leads back to it (`gc=False`)."""


class Article(Record, frozen=True, kw_only=True):
    """One article as stored: NFC text, the title (where there is one) as its first paragraph."""

    id: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date or date-time with offset, as given; a bare date where only the text told it."""
    published_basis: PublishedBasis = "unknown"
    language: str | None = None
    """BCP 47 tag of the language that was read, or of the language that cannot be read yet."""
    author: str | None = None
    """Who wrote it, as the page or the feed names them."""
    text: str


class Span(Record, frozen=True, kw_only=True):
    """Exact words of the article."""

    start: Offset
    end: Offset
    text: str


class Evidence(Record, frozen=True, kw_only=True):
    """Exact words of the article, and the id of the rule that read a fact from them."""

    start: Offset
    end: Offset
    text: str
    rule: str


class Participant(Record, frozen=True, kw_only=True):
    """One party of a contact: a person in an office, or a country or organisation without a named person."""

    person: str | None = None
    """Usual English spelling of a foreigner, Vietnamese name with diacritics, else the form as written."""
    person_id: str | None = None
    office: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, or the code of an organisation such as EU, UN, NATO."""
    role: Role = "participant"


class ContactTime(Record, frozen=True, kw_only=True):
    """When a contact took or takes place."""

    edtf: str | None = None
    part: Part | None = None
    basis: ContactTimeBasis = "unknown"
    text: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where: a city or venue by its usual English name, and its country (ISO 3166-1 alpha-2)."""

    name: str | None = None
    country: str | None = None


class Duration(Record, frozen=True, kw_only=True):
    """How long, as an ISO 8601 duration."""

    iso8601: str
    approximate: bool = False


class Contact(Record, frozen=True, kw_only=True):
    """An exchange between people who act for two or more countries or organisations."""

    id: str
    mode: Mode
    status: Status
    participants: tuple[Participant, ...] = ()
    time: ContactTime = ContactTime()
    moved_from: ContactTime | None = None
    """Where the words say that it was put off or brought forward: for when it was planned before, without `edtf` where
    they do not tell that. None where nothing was moved."""
    place: Place | None = None
    duration: Duration | None = None
    topics: tuple[str, ...] = ()
    round: int | None = None
    """Number of this contact in a series, where the article counts ("the second round")."""
    evidence: tuple[Evidence, ...] = ()


class Speaker(Record, frozen=True, kw_only=True):
    """Who says it: a person, or an institution that speaks for its country."""

    name: str | None = None
    person_id: str | None = None
    office: str | None = None
    country: str | None = None
    organisation: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """What somebody said, as this article reports it."""

    id: str
    contact: str | None = None
    speaker: Speaker
    joint_with: tuple[Speaker, ...] = ()
    """Who says it together with the speaker ("hai bên nhất trí …"): the words are of their sides too."""
    kind: StatementKind
    force: Force = "says"
    medium: str | None = None
    reported_via: tuple[str, ...] = ()
    """The wires and papers in between."""
    account_of: str | None = None
    """The other side whose account puts the words into the speaker's mouth ("Theo Trung Quốc, ông Trump nói …")."""
    topics: tuple[str, ...] = ()
    content: Span
    cue: Span | None = None
    evidence: tuple[Evidence, ...] = ()


class TradeObject(Record, frozen=True, kw_only=True):
    """What a commitment is about, named in English, with its HS code where it is a commodity."""

    name: str
    hs: str | None = None


class Quantity(Record, frozen=True, kw_only=True):
    """An amount as stated: `value` in `unit`; `high` is the upper end of a range; `nearly`: a comparator `<` whose
    value is almost reached.
    """

    value: float
    unit: str | None = None
    comparator: Comparator = "="
    high: float | None = None
    basis: QuantityBasis = "total"
    nearly: bool = False

    def unit_beside(self, thing: str | None) -> str:
        """The unit to be said before `thing`: nothing where the thing itself is counted ("20 aircraft")."""
        return self.unit if self.unit and self.unit != thing else ""


class Deadline(Record, frozen=True, kw_only=True):
    """A period or a deadline: EDTF where it can be resolved, and the words.

    `name` is English for what no date tells: `next season`, `each year`, `90 days`.
    """

    edtf: str | None = None
    text: str
    name: str | None = None


class Party(Record, frozen=True, kw_only=True):
    """A country or organisation, and who acts or speaks for it where the article names somebody."""

    country: str | None = None
    name: str | None = None
    person_id: str | None = None
    organisation: str | None = None


class Commitment(Record, frozen=True, kw_only=True):
    """A promise, expectation or act of trade, investment or policy with its claimed state."""

    id: str
    contact: str | None = None
    committer: Party
    counterparty: Party | None = None
    action: Action
    object: TradeObject | None = None
    quantity: Quantity | None = None
    made: Deadline | None = None
    """When it was promised, where the article dates that to before its publication."""
    period: Deadline | None = None
    deadline: Deadline | None = None
    stage: Stage
    claimed_by: Party | None = None
    measured_by: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Time(Record, frozen=True, kw_only=True):
    """A time expression: `edtf` for DATE, TIME and SET, `iso8601` for DURATION; `part` for a vague end."""

    start: Offset
    end: Offset
    text: str
    type: TimeType
    edtf: str | None = None
    iso8601: str | None = None
    part: Part | None = None
    grain: Grain | None = None
    basis: TimeBasis = "stated"
    rule: str | None = None


class Amount(Record, frozen=True, kw_only=True):
    """A number with its unit; `currency` is ISO 4217 where the unit is money; `nearly`: it is almost reached."""

    start: Offset
    end: Offset
    text: str
    value: float
    high: float | None = None
    comparator: Comparator = "="
    unit: str | None = None
    currency: str | None = None
    nearly: bool = False


class Figure(Record, frozen=True, kw_only=True):
    """A measured or forecast number between parties that is nobody's promise (a trade volume, a price)."""

    what: str
    value: float
    unit: str | None = None
    period: str | None = None
    parties: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Silence(Record, frozen=True, kw_only=True):
    """The article says that a side did not mention something, did not confirm it or has published nothing."""

    side: str | None = None
    topic: str | None = None
    contact: str | None = None
    basis: SilenceBasis = "stated"
    evidence: tuple[Evidence, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """Everything that was read from one article."""

    article: Article
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    figures: tuple[Figure, ...] = ()
    silences: tuple[Silence, ...] = ()
