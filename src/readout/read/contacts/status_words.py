"""What a single word says of the status of a contact, and whether it speaks of the contact at all."""

from typing import Final

from readout.model.vocabulary import Status
from readout.read.analysis import View
from readout.read.contacts.frames import Frame
from readout.read.contacts.told_times import time_of
from readout.read.tokens import Token

OF_CLASS: dict[str, Status] = {
    "negate": "denied",
    "cancel": "cancelled",
    "invite": "invited",
    "desired": "proposed",
    "future": "planned",
    "condition": "hypothetical",
    "ongoing": "ongoing",
    "attend": "ongoing",
    "outcome": "held",
    "past": "held",
    "purpose": "planned",
    "accept": "planned",
}
_TELLING: Final = frozenset(OF_CLASS)
NEGATION_REACH: Final = 4
FILLERS: Final = 2
"""So many small words may stand between "chưa" and the verb that it negates."""


def event_distance(token: Token) -> Status | None:
    """ "Vài giờ trước cuộc gặp": told so long before or after it."""
    time = time_of(token)
    if time is None or not (time.rule or "").endswith("before-or-after-event"):
        return None
    return "planned" if time.text.endswith("trước") else "held"


def is_noun(token: Token) -> bool:
    return any(entry.cls.endswith("-n") for entry in token.entries)


def of_a_saying(token: Token, status: Status | None) -> bool:
    """What is proposed, promised or agreed is the content of a saying, not the contact."""
    return status == "proposed" or token.value("report") == "promises" or token.has("accept")


def is_denial(token: Token) -> bool:
    """A verb that denies a report, also of what is past ("bác tin vừa gặp"); a bare "không" does not reach so far."""
    return token.has("denial")


def of_something_else(view: View, token: Token, frame: Frame, status: Status, distance: int, crossed: bool) -> bool:
    """A negation or a condition that does not reach the noun."""
    far = crossed or distance > NEGATION_REACH
    return (status == "denied" and _not_denied(view, token, frame, far)) or (status == "hypothetical" and crossed)


def _not_denied(view: View, token: Token, frame: Frame, far: bool) -> bool:
    """A negation that is too far from the noun; news of a meeting is denied from further away ("bác tin hai bên
    nhất trí về cuộc gặp"), but not the meeting where the news is how it went ("diễn ra căng thẳng")."""
    if not token.has("no-such-news"):
        return far
    return any(t.has("takes-place") for t in view.tokens[frame.last + 1 :])


def status_of(view: View, index: int) -> Status | None:
    """What a word says of the status; who ends a war ("chấm dứt xung đột") calls nothing off."""
    token = view.tokens[index]
    if token.value("report") == "promises" and not token.has("desired"):
        return "planned"
    if token.has("withhold") and (told := _untold(view, index)):
        itself = view.tokens[told].has("announce-v") and any(t.has("contact") for t in view.tokens[told + 1 : told + 2])
        return "hypothetical" if itself else None
    if _TELLING.isdisjoint(token.meaning.classes):
        return None
    for entry in token.entries:
        found = OF_CLASS.get(entry.cls)
        if entry.cls == "purpose" and token.has("has"):
            continue  # "đang thực hiện chuyến thăm" makes it
        if found and not (found == "cancelled" and ends_a_war(view, index)):
            return found
    return None


def _untold(view: View, index: int) -> int | None:
    """Where the verb of telling stands that the word at `index` negates: whose details nobody has published is not
    denied ("chưa công bố chi tiết cuộc gặp"); a contact that is itself not published ("chưa công bố chuyến thăm") is
    open."""
    for at in range(index + 1, min(index + 2 + FILLERS, len(view.tokens))):
        if view.tokens[at].has("disclose"):
            return at
        if not view.tokens[at].has("filler"):
            return None
    return None


def ends_a_war(view: View, index: int) -> bool:
    return any(token.has("hostilities") for token in view.tokens[index + 1 : index + 2])
