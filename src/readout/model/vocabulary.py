"""The closed word lists of the contract: what a field may say.

These are the values a reader of the JSON can rely on. Lists that grow with the knowledge (topics, offices,
commodities, media) are not here: they are rows of the data files and `readout knowledge check` proves them.
"""

from typing import Literal

PublishedBasis = Literal["given", "metadata", "text", "unknown"]
Mode = Literal["phone-call", "video-call", "meeting", "talks", "visit", "summit", "letter", "contact"]
Status = Literal["held", "ongoing", "planned", "invited", "proposed", "cancelled", "denied", "hypothetical"]
Role = Literal["initiator", "host", "guest", "mediator", "participant"]
Part = Literal["early", "mid", "late"]
ContactTimeBasis = Literal["stated", "relative", "caption", "published", "unknown"]
StatementKind = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "says",
    "confirms",
    "denies",
    "urges",
    "warns",
    "promises",
    "invites",
    "praises",
    "thanks",
    "criticises",
    "proposes",
    "declines-comment",
    "agrees",
    "hopes",
    "asks",
    "announces",
    "threatens",
    "accuses",
]
Action = Literal[
    "buy",
    "sell",
    "deliver",
    "sign",
    "suspend",
    "resume",
    "cut-tariff",
    "raise-tariff",
    "invest",
    "aid",
    "set-date",
    "withdraw",
    "build",
    "lend",
    "cut",
    "other",
]
Stage = Literal[
    "considered",
    "expected",
    "pledged",
    "agreed",
    "ordered",
    "shipped",
    "delivered",
    "resumed",
    "suspended",
    "refused",
]
Comparator = Literal["=", "~", "<", "<=", ">", ">=", "range"]
QuantityBasis = Literal["total", "additional", "per-period"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal[
    "second",
    "minute",
    "hour",
    "part-of-day",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "half-year",
    "year",
    "decade",
    "century",
]
TimeBasis = Literal["stated", "relative", "holiday", "unknown"]
SilenceBasis = Literal["stated"]
ParagraphKind = Literal["title", "body", "caption", "headline", "credit"]
