"""What a frame of contacts fits and yet tells no contact: general words of something else, words to everybody."""

from typing import Final

from readout.model.vocabulary import Mode, Status
from readout.read.analysis import View
from readout.read.contacts.frames import Frame

CHANCE_REACH: Final = 3
"""So many tokens before the talks stands the chance for them that somebody is given."""


def is_no_contact(view: View, frame: Frame, mode: Mode, status: Status, with_others: bool) -> bool:
    """Whether the words tell something else; `with_others` where the frame names whom a pair of subjects meets."""
    cue = view.tokens[frame.cue]
    general = cue.has("generic") or (mode == "talks" and cue.has("dialogue-n"))
    return (
        (general and _is_something_else(view, frame, status, with_others))
        or (frame.shape == "told" and _is_for_everybody(view, frame))
        or (frame.shape == "discussion" and status == "hypothetical")  # "đạt thỏa thuận hay không": nobody has spoken
        or (frame.shape == "implied" and _is_a_chance(view, frame))
    )


def _is_something_else(view: View, frame: Frame, status: Status, with_others: bool) -> bool:
    """General words: "trao đổi với Cuba kinh nghiệm", "đối mặt nhau trên chiến trường", "hai bên cần tiếp tục trao đổi"
    (what they should do together), "hai nước đối mặt với nhiều thách thức"."""
    behind = view.tokens[frame.last + 1 : frame.last + 2]
    if any(token.has("experience") or token.has("elsewhere") for token in behind):
        return True
    both = view.tokens[frame.slots.get("a", frame.cue)].has("pair-ref")
    return with_others or (status == "proposed" and both)


def _is_for_everybody(view: View, frame: Frame) -> bool:
    """ "Nói với ông Putin trên mạng X" or on television."""
    behind = view.tokens[frame.last + 1 : frame.last + 4]
    return any(token.has(cls) for token in behind for cls in ("medium", "said-in", "on-air"))


def _is_a_chance(view: View, frame: Frame) -> bool:
    """Who gives another a chance to negotiate ("trao cơ hội cho Nga đàm phán") does not say with whom."""
    return any(token.has("chance-given") for token in view.tokens[max(0, frame.cue - CHANCE_REACH) : frame.cue])
