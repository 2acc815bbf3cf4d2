"""What kind of contact a frame tells: a call, a meeting, talks, a visit, a summit, a letter."""

from typing import Final

from readout.model.vocabulary import Mode
from readout.read.analysis import View
from readout.read.contacts.candidate import Party
from readout.read.contacts.frames import Frame
from readout.read.offices import TOP_OFFICES

CEREMONIES: Final = (".witness", ".witnessed", ".signed-beside")
"""Rules of those who sign or look on: a meeting, however many leaders stand there."""
CALL_REACH: Final = 10
JOURNEYS: Final = ("visit", "invite", "travel", "host", "journey")


def mode_of(view: View, frame: Frame, parties: list[Party]) -> Mode | None:
    """The mode that the shape or the cue says; by video or by phone where the words around it say so."""
    if frame.shape in JOURNEYS:
        return "visit"
    if frame.shape == "errand":
        return "talks"
    if frame.shape in ("told", "denial"):
        return "contact"
    if frame.shape == "discussion":
        return "talks" if frame.rule.endswith(".agreed") else _meeting(view, frame, parties)
    if frame.rule.endswith(("conference-of", "attends-forum")):
        return "summit"
    mode = view.tokens[frame.cue].value("contact") or ("meeting" if frame.rule.endswith(CEREMONIES) else None)
    around = view.tokens[max(0, frame.cue - 1) : frame.last + 3]
    if any(token.has("by-video") for token in around) and mode in ("meeting", "talks", "phone-call"):
        return "video-call"
    if any(token.has("by-phone") for token in around) and mode in ("meeting", "contact"):
        return "phone-call"
    if view.tokens[frame.cue].has("generic") and _in_a_call(view, frame):
        return "phone-call"
    if mode == "meeting" and not frame.rule.endswith(CEREMONIES):
        return _meeting(view, frame, parties)
    return mode  # type: ignore[return-value]


def _in_a_call(view: View, frame: Frame) -> bool:
    """What they discussed "trong cuộc điện đàm", in the same clause."""
    for at in range(frame.last + 1, min(frame.last + CALL_REACH, len(view.tokens))):
        if view.tokens[at].has("call-n"):
            return view.tokens[at - 1].value("occasion") == "open" or view.tokens[at - 1].has("at-event")
        if view.actors.get(at) or view.tokens[at].has("contact"):
            return False
    return False


def _meeting(view: View, frame: Frame, parties: list[Party]) -> Mode:
    """Many leaders at one table are a summit, not many ministers; delegations that sit together hold talks."""
    cue = view.tokens[frame.cue]
    if cue.has("forum-n") and frame.shape == "summit":
        return "summit"
    if len({p.country for p in parties}) > 2 and sum(_leads(p) for p in parties) > 1:
        return "summit"
    leaders = {p.country for p in parties if p.actor.person or p.actor.kind in ("office", "leader")}
    if any("hội đàm" in e.form for e in cue.entries) and len(leaders) < 2:
        return "talks"
    if len(parties) > 1 and all(p.actor.kind == "delegation" for p in parties):
        return "talks"
    return "meeting"


def _leads(party: Party) -> bool:
    """A leader, or somebody of whom no lesser office is known."""
    if party.actor.kind == "leader":
        return True
    office = party.actor.office
    return party.actor.kind in ("person", "office") and (office is None or office in TOP_OFFICES)
