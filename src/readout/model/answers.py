"""What the ledger answers: immutable records, the published shapes of `--json` and of the REST API. No I/O.

The field names are a contract like those of a reading: fields may be added, never renamed. Ids of the ledger are
derived from content and tell their kind by the first letter: `c-` contact, `s-` statement, `k-` commitment thread,
`p-` one claim in it, `a-` article.
"""

from typing import Literal

from readout.model.records import (
    ContactTime,
    Deadline,
    Duration,
    Evidence,
    Participant,
    Party,
    Place,
    Quantity,
    Record,
    Span,
    Speaker,
    TradeObject,
)
from readout.model.vocabulary import Action, Force, Mode, Stage, StatementKind, Status

AddOutcome = Literal["added", "unchanged", "updated"]
CellState = Literal["raised", "not-mentioned", "stated-silence", "claimed-by-other", "no-readout"]
DifferenceKind = Literal["quantity", "deadline", "one-sided"]
Move = Literal["postponed", "brought-forward"]
SubjectKind = Literal["contact", "statement", "commitment", "article"]


class LedgerArticle(Record, frozen=True, kw_only=True):
    """One stored article without its text (that is in its reading), and how much was read from it."""

    id: str
    """The ledger's id (`a-…`); `name` is the id that the article came with."""
    name: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    contacts: int = 0
    statements: int = 0
    commitments: int = 0


class SourcedEvidence(Record, frozen=True, kw_only=True):
    """Exact words, the rule that read them, and the article they stand in."""

    article: str
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    evidence: Evidence


class HistoryEntry(Record, frozen=True, kw_only=True):
    """What one report said of a contact: its status and date, and when that was published."""

    status: Status
    edtf: str | None = None
    part: str | None = None
    moved: Move | None = None
    """The plan was moved to this date: the report says so, or is the first that gives another day than the plans before
    it. `moved_from` is the date that it had until then, where known."""
    moved_from: str | None = None
    published: str | None = None
    article: str
    publisher: str | None = None
    url: str | None = None
    mode: Mode | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def told_as(self) -> str:
        """What became of the contact in one word: that it was moved, else its status."""
        return self.moved or self.status


class SameText(Record, frozen=True, kw_only=True):
    """One text that several articles carry: reprints and light edits of one wire."""

    articles: tuple[str, ...]
    publishers: tuple[str, ...] = ()


class LedgerContact(Record, frozen=True, kw_only=True):
    """One real exchange with all its reports; `history` in order of publication, undated reports last."""

    id: str
    mode: Mode
    status: Status
    participants: tuple[Participant, ...] = ()
    time: ContactTime = ContactTime()
    place: Place | None = None
    duration: Duration | None = None
    topics: tuple[str, ...] = ()
    reports: int = 0
    """Number of articles that report it."""
    texts: int = 0
    """Number of different texts among them: a wire that seven papers print is one."""
    same_text: tuple[SameText, ...] = ()
    """Texts that more than one of the articles carries."""
    publishers: tuple[str, ...] = ()
    first_published: str | None = None
    history: tuple[HistoryEntry, ...] = ()
    part_of: str | None = None
    """Id of the visit that contains this contact."""
    series: str | None = None
    """Name of the series: the sides and the kind of exchange, and the people where every side is known to have sent
    one: `CN-US remote Xi Jinping, Donald Trump`, `RU-UA-US in-person`."""
    series_number: int | None = None
    """Place in the series by date, from 1; None where the date is not known or it did not happen."""
    round: int | None = None
    """The number that the articles give it ("the second round")."""


class LedgerStatement(Record, frozen=True, kw_only=True):
    """A statement with its source. `contact` is the ledger's id (`c-…`) or None."""

    id: str
    contact: str | None = None
    speaker: Speaker
    joint_with: tuple[Speaker, ...] = ()
    """Who says it together with the speaker ("hai bên nhất trí …"): the words are of their sides too."""
    kind: StatementKind
    force: Force = "says"
    medium: str | None = None
    reported_via: tuple[str, ...] = ()
    account_of: str | None = None
    topics: tuple[str, ...] = ()
    content: Span
    cue: Span | None = None
    evidence: tuple[Evidence, ...] = ()
    article: str
    publisher: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def accounts(self) -> tuple[str, ...]:
        """The sides in whose account the words stand: the speaker's and those of who says it together with the speaker;
        words that another side puts into the speaker's mouth stand in the account of that side."""
        if self.account_of:
            return (self.account_of,)
        sides = [speaker.country for speaker in (self.speaker, *self.joint_with) if speaker.country]
        return tuple(dict.fromkeys(sides))


class Cell(Record, frozen=True, kw_only=True):
    """What one side's readouts hold on one topic.

    `statements` are the side's own words where the state is `raised`, else what others say for it or put into its
    mouth. `silences` are the words in which an article says that this side is silent, whatever the state. `n_readouts`
    counts the texts that carry words of this side on this contact: "not mentioned in these N readouts"; reprints of one
    text are one.
    """

    state: CellState
    statements: tuple[LedgerStatement, ...] = ()
    claimed_by: tuple[str, ...] = ()
    """Sides that say this side agreed or promised, where it raised nothing itself."""
    claims: tuple[SourcedEvidence, ...] = ()
    """Words of commitments claimed by another side for this one."""
    silences: tuple[SourcedEvidence, ...] = ()
    n_readouts: int = 0


class TopicRow(Record, frozen=True, kw_only=True):
    """One topic across the sides."""

    topic: str
    cells: dict[str, Cell]


class FirstReadout(Record, frozen=True, kw_only=True):
    """Which side's words are the first that were published, in which article.

    `side` is None where several sides' words came `together`: in one article, or in articles of one time.
    """

    side: str | None
    together: tuple[str, ...] = ()
    same_article: bool = True
    """All the words of that time stand in one article."""
    published: str
    article: str
    publisher: str | None = None
    url: str | None = None


class NumberClaim(Record, frozen=True, kw_only=True):
    """One number as one side, or an article in its own voice (`side` None), tells it."""

    side: str | None = None
    claimed_by: Party | None = None
    measured_by: str | None = None
    stage: Stage
    quantity: Quantity | None = None
    deadline: Deadline | None = None
    period: Deadline | None = None
    published: str | None = None
    article: str
    evidence: tuple[Evidence, ...] = ()


class Difference(Record, frozen=True, kw_only=True):
    """Numbers for one thing that are not the same, or that only one side gives."""

    object: str
    action: Action
    kind: DifferenceKind
    claims: tuple[NumberClaim, ...] = ()


class NamesOfThing(Record, frozen=True, kw_only=True):
    """One thing that the sides call by different names; `thing` is its neutral English name."""

    thing: str
    names: dict[str, tuple[str, ...]]
    """Side → the names in its account, the most frequent first."""


class Tone(Record, frozen=True, kw_only=True):
    """How one side speaks, listed and not scored."""

    forces: dict[Force, int]
    """The forces of its statements, with how many statements have each, the most frequent first."""
    words: tuple[str, ...] = ()
    """The words in them that judge, the most frequent first."""


class Comparison(Record, frozen=True, kw_only=True):
    """The readouts of one contact side by side, as of a date (None: all that the ledger holds)."""

    contact: str
    sides: tuple[str, ...]
    as_of: str | None = None
    topics: tuple[TopicRow, ...] = ()
    statements: tuple[LedgerStatement, ...] = ()
    """All statements of the sides on this contact in full, in order of publication."""
    n_readouts: dict[str, int]
    """Texts that carry words of the side; reprints of one text are one."""
    differences: tuple[Difference, ...] = ()
    names: tuple[NamesOfThing, ...] = ()
    tone: dict[str, Tone] = {}
    first: FirstReadout | None = None
    silences: tuple[SourcedEvidence, ...] = ()
    """Stated silences that name no topic ("has published nothing so far")."""


class ThreadVersion(Record, frozen=True, kw_only=True):
    """One claim about a promise, in one article."""

    id: str | None = None
    """Of the claim (`p-…`), by which it is corrected alone."""
    action: Action
    stage: Stage
    quantity: Quantity | None = None
    made: Deadline | None = None
    period: Deadline | None = None
    deadline: Deadline | None = None
    claimed_by: Party | None = None
    measured_by: str | None = None
    confirmed_by: tuple[str, ...] = ()
    """Countries that claim the same, other than the claimant's."""
    contact: str | None = None
    published: str | None = None
    article: str
    publisher: str | None = None
    url: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Progress(Record, frozen=True, kw_only=True):
    """How much of one claimed target one report says was done; `ratio` is done / target, of the same unit.

    `late`: counted up to a day after the target's deadline or period, so that nobody knows how much of it came in time.
    """

    target: Quantity
    period: Deadline | None = None
    deadline: Deadline | None = None
    target_claimed_by: Party | None = None
    target_article: str
    done: Quantity
    stage: Stage
    ratio: float
    late: bool = False
    measured_by: str | None = None
    claimed_by: Party | None = None
    published: str | None = None
    article: str


class Contradiction(Record, frozen=True, kw_only=True):
    """The same target with different deadlines, or the same period with different quantities; indices of `versions`."""

    kind: Literal["deadline", "quantity"]
    values: tuple[str, ...]
    versions: tuple[int, ...]


class CommitmentThread(Record, frozen=True, kw_only=True):
    """One promise through time; `versions` in order of publication."""

    id: str
    committer: Party
    counterparty: Party | None = None
    action: Action
    object: TradeObject | None = None
    versions: tuple[ThreadVersion, ...] = ()
    progress: tuple[Progress, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class ExplanationStep(Record, frozen=True, kw_only=True):
    """One step of the way from an article's words to what the ledger says."""

    what: str
    rule: str
    """Id of the reading rule or of the link rule that decided."""
    why: str | None = None
    """The decision in words; None where the text itself is the reason."""
    sentence: str | None = None
    """The sentence of the article that the words stand in."""
    text: str | None = None
    start: int | None = None
    end: int | None = None
    article: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


class Explanation(Record, frozen=True, kw_only=True):
    """Why the ledger says this: the reports, the rules that read them and the rules that joined them."""

    subject: str
    kind: SubjectKind
    title: str
    steps: tuple[ExplanationStep, ...] = ()


class ContactQuery(Record, frozen=True, kw_only=True):
    """Which contacts: every given field must hold. `since` and `until` are ISO days, compared with the event's date."""

    countries: tuple[str, ...] = ()
    """All of these take part."""
    person: str | None = None
    """A person id, or a part of the name; case and diacritics do not matter."""
    mode: Mode | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    topic: str | None = None
    limit: int | None = None


class CommitmentQuery(Record, frozen=True, kw_only=True):
    """Which threads: every given field must hold.

    `text` is a part of the object's name, what a language that is read calls it, or the beginning of its HS code.
    """

    text: str | None = None
    committer: str | None = None
    counterparty: str | None = None
    stage: Stage | None = None
