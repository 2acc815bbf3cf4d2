"""What a contact takes over from the one told right before it: its way, its day, how far ahead it is."""

from dataclasses import replace

from readout.read.actor import is_organisation
from readout.read.contacts.candidate import Candidate


def likewise_told(candidate: Candidate, before: Candidate) -> Candidate:
    """The contact in the way and, unless it has its own, on the day of the one told before."""
    time = candidate.time if candidate.time.edtf else before.time
    return replace(candidate, mode=before.mode, time=time, generic=False)


def of_the_summit_told(candidate: Candidate, before: list[Candidate]) -> Candidate:
    """A bare "hội nghị G20" is the summit that the article told of before, whatever stands beside it."""
    forum = {p.country for p in candidate.parties if is_organisation(p.country)}
    told = any(one.mode == "summit" and forum & one.countries for one in before)
    return replace(candidate, certain_status=candidate.certain_status and not told)


def as_ahead_as(candidate: Candidate, before: Candidate) -> Candidate:
    """ "Sẽ dự hội nghị X và làm việc tại Y": the work is as far ahead as what it is joined to, and on its day."""
    of_the_name = (before.time.text or "").isdecimal()  # the year of "hội nghị X 2025" is the conference's alone
    time = candidate.time if candidate.time.edtf or of_the_name else before.time
    return replace(candidate, status=before.status, certain_status=before.certain_status, time=time)
