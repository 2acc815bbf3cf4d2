"""The bundled samples, end to end: each event with its participants and dates."""

from functools import cache

import pytest

from readout.api import read_files, samples
from readout.model.records import Contact, Reading

EVENTS = [
    # sample, modes that may be said of it, status, who must be there, date, place's country (or None)
    ("sample-01", "phone-call", "held", "donald-trump xi-jinping", "2025-09-19", None),
    ("sample-01", "meeting summit", "planned", "donald-trump xi-jinping", "2025-10", None),
    ("sample-02", "phone-call", "held", "donald-trump xi-jinping", "2025-09-19", None),
    ("sample-03", "meeting summit", "planned", "donald-trump xi-jinping", "2025-10-30", None),
    ("sample-04", "meeting summit", "held", "donald-trump xi-jinping", "2025-10-30", "KR"),
    ("sample-05", "meeting summit", "held", "donald-trump xi-jinping", "2025-10-30", "KR"),
    ("sample-08", "phone-call", "held", "donald-trump xi-jinping", "2025-11-24", None),
    ("sample-09", "phone-call", "held", "donald-trump xi-jinping", "2025-11-24", None),
    ("sample-10", "phone-call", "held", "CN US", "2025-11-24", None),
    ("sample-14", "phone-call", "held", "donald-trump xi-jinping", None, None),
    ("sample-15", "phone-call", "held", "donald-trump xi-jinping", "2026-02-04", None),
    ("sample-17", "video-call", "held", "xi-jinping vladimir-putin", "2026-02-04", None),
    ("sample-18", "meeting summit", "planned", "donald-trump vladimir-putin", "2025-08-15", None),
    ("sample-19", "meeting summit", "held", "donald-trump vladimir-putin", "2025-08-15", "US"),
    ("sample-20", "meeting summit", "held", "donald-trump vladimir-putin", None, None),
    ("sample-21", "phone-call", "held", "donald-trump vladimir-putin", "2025-10-16", None),
    ("sample-22", "meeting summit", "cancelled", "donald-trump vladimir-putin", None, None),
    ("sample-22", "phone-call", "held", "marco-rubio sergei-lavrov", "2025-10-20", None),
    ("sample-23", "meeting", "held", "donald-trump volodymyr-zelensky", None, None),
    ("sample-23", "phone-call", "held", "donald-trump vladimir-putin", None, None),
    ("sample-25", "meeting", "held", "to-lam lee-jae-myung", "2025-08-11", "KR"),
    ("sample-26", "meeting", "held", "to-lam keir-starmer", "2025-10-29", None),
    ("sample-27", "phone-call", "held", "vladimir-putin to-lam", "2026-01-24", None),
    ("sample-28", "visit", "held ongoing", "thongloun-sisoulith", None, None),
    ("sample-29", "phone-call", "held", "donald-trump narendra-modi", "2026-02-02", None),
    ("sample-31", "meeting", "held", "sanae-takaichi donald-trump", "2025-10-28", "JP"),
    ("sample-32", "meeting", "held", "sanae-takaichi xi-jinping", "2025-10-31", "KR"),
    ("sample-33", "meeting", "denied", "li-qiang sanae-takaichi", None, None),
    ("sample-34", "phone-call", "held", "donald-trump sanae-takaichi", "2025-11-25", None),
    ("sample-37", "contact talks meeting", "denied", "abbas-araghchi steve-witkoff", None, None),
    ("sample-38", "talks", "held", "IR US", "2026-02-06", "OM"),
    ("sample-35", "talks meeting", "held ongoing", "TH KH", "2025-12-24", None),
    ("sample-36", "meeting", "held", "TH KH", None, None),
]


@cache
def readings() -> dict[str, Reading]:
    return {r.article.id: r for r in read_files([samples()]) if isinstance(r, Reading)}


def who(contact: Contact) -> set[str]:
    return {name for p in contact.participants for name in (p.person_id, p.country) if name}


@pytest.mark.parametrize(("sample", "modes", "statuses", "present", "date", "country"), EVENTS)
def test_event(sample: str, modes: str, statuses: str, present: str, date: str | None, country: str | None) -> None:
    fitting = [
        c
        for c in readings()[sample].contacts
        if c.mode in modes.split()
        and c.status in statuses.split()
        and set(present.split()) <= who(c)
        and (date is None or c.time.edtf == date)
        and (country is None or (c.place and c.place.country == country))
    ]
    assert fitting, [(c.mode, c.status, sorted(who(c)), c.time.edtf, c.place) for c in readings()[sample].contacts]


@pytest.mark.parametrize(("sample", "side", "topic"), [("sample-10", "US", "taiwan")])
def test_stated_silence(sample: str, side: str, topic: str) -> None:
    assert (side, topic) in {(s.side, s.topic) for s in readings()[sample].silences}


def test_no_sample_tells_of_its_main_event_twice() -> None:
    for name, reading in readings().items():
        told = [(c.mode, c.status, tuple(sorted(who(c))), c.time.edtf) for c in reading.contacts]
        assert len(told) == len(set(told)), name
