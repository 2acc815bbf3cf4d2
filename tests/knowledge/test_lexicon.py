"""The scan of words: case, tone marks, boundaries, longest match, true offsets."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.knowledge import load
from readout.knowledge.lexicon import Entry, Lexicon, lower_same_length

SMALL = Lexicon([
    Entry("Anh", "country", "GB"), Entry("Vương quốc Anh", "country", "GB"), Entry("Bắc Kinh", "place", "beijing"),
    Entry("hòa đàm", "talks", "talks"), Entry("Khánh Hòa", "place", "khanh-hoa"), Entry("thủy", "word", "water"),
    Entry("gặp", "meet", "meeting"), Entry("cuộc gặp", "meet", "meeting"), Entry("gặp gỡ", "meet", "meeting"),
    Entry("cuộc gặp gỡ báo chí", "noise", "press"), Entry("anh", "kin", "brother"), Entry("EU", "organisation", "EU"),
    Entry("4/2", "odd", "odd"), Entry("Mỹ", "country", "US"), Entry("khi", "time", "when"),
    Entry("khi đó", "time", "then"), Entry("đón", "meet", "welcome"),
])  # fmt: skip
FOUND = [
    # text, the words found with their classes
    ("Anh họp với Mỹ", ["Anh:country,kin", "Mỹ:country"]),
    ("người anh họp với cô mỹ", ["anh:kin"]),  # a country needs its capital
    ("ANH VÀ MỸ", ["ANH:country,kin", "MỸ:country"]),
    ("BẮC KINH", ["BẮC KINH:place"]),
    ("Bắc Kinh", ["Bắc Kinh:place"]),
    ("Bắc kinh", []),
    ("bắc Kinh", []),
    ("eu", []),
    ("EU", ["EU:organisation"]),
    ("hòa đàm", ["hòa đàm:talks"]),
    ("hoà đàm", ["hoà đàm:talks"]),  # the older placement of the mark
    ("Hoà đàm", ["Hoà đàm:talks"]),
    ("HÒA ĐÀM", ["HÒA ĐÀM:talks"]),
    ("HOÀ ĐÀM", ["HOÀ ĐÀM:talks"]),
    ("Khánh Hoà", ["Khánh Hoà:place"]),
    ("khánh hòa", []),
    ("thuỷ", ["thuỷ:word"]),
    ("cuộc gặp gỡ", ["cuộc gặp:meet"]),
    ("gặp gỡ", ["gặp gỡ:meet"]),
    ("cuộc gặp gỡ báo chí", ["cuộc gặp gỡ báo chí:noise"]),
    ("cuộc gặp gỡ báo chíp", ["cuộc gặp:meet"]),
    ("khi đó", ["khi đó:time"]),
    ("khi đón", ["khi:time", "đón:meet"]),  # "khi đó" ends inside a word that is one of the lexicon
    ("khi đóng", ["khi:time"]),
    ("gặpgỡ", []),
    ("gặp.", ["gặp:meet"]),
    ("“gặp”", ["gặp:meet"]),
    ("gặp-Anh", ["gặp:meet", "Anh:country,kin"]),
    ("Mỹ-Anh", ["Mỹ:country", "Anh:country,kin"]),
    ("Anhs", []),
    ("xAnh", []),
    ("thứ 4/2", ["4/2:odd"]),
    ("14/2", []),
    ("4/20", []),
    ("Vương quốc Anh", ["Vương quốc Anh:country"]),
    ("vương quốc Anh", ["Anh:country,kin"]),
    ("", []),
]
ALL = load().lexicon
FORMS = random.Random(7).sample(ALL.forms(), 400)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(
            st.sampled_from(FORMS),
            st.sampled_from(FORMS).map(str.upper),
            st.sampled_from(FORMS).map(str.title),
            st.sampled_from([",", ".", "İ", "ß", "ﬁ", "\u0301", "\n", "-"]),
        ),
        max_size=30,
    ).map(" ".join),
)


def found(lexicon: Lexicon, text: str) -> list[str]:
    return [f"{text[h.start : h.end]}:{','.join(sorted({e.cls for e in h.entries}))}" for h in lexicon.scan(text)]


@pytest.mark.parametrize(("text", "hits"), FOUND)
def test_scan(text: str, hits: list[str]) -> None:
    assert found(SMALL, text) == hits


@pytest.mark.parametrize("text", ["İ Anh họp", "İİİ Mỹ gặp Anh", "ﬁn ẞ Bắc Kinh", "𝔄 Anh 🇻🇳 Mỹ"])
def test_offsets_stay_true_where_lower_case_is_longer(text: str) -> None:
    assert all(text[h.start : h.end] in ("Anh", "Mỹ", "gặp", "Bắc Kinh") for h in SMALL.scan(text))
    assert len(SMALL.scan(text)) >= 1


@pytest.mark.parametrize(
    ("text", "cls", "meant"),
    [
        ("anh trai tôi", "country", None),
        ("nước Anh", "country", "GB"),
        ("đức tin", "country", None),
        ("nước Đức", "country", "DE"),
        ("pháp luật", "country", None),
        ("nhật ký", "country", None),
        ("ý kiến", "country", None),
        ("trung học", "country-short", None),
        ("séc ngân hàng", "country", None),
        ("lào xào", "country", None),
    ],
)
def test_common_words_are_no_countries(text: str, cls: str, meant: str | None) -> None:
    values = {e.value for h in ALL.scan(text) for e in h.entries if e.cls == cls}
    assert values == ({meant} if meant else set())


def test_a_form_may_mean_several_things() -> None:
    (hit,) = ALL.scan("Washington")
    assert {("place", "washington"), ("capital", "US")} <= {(e.cls, e.value) for e in hit.entries} or {
        e.cls for e in hit.entries
    } >= {"place", "capital"}


@given(st.text())
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower_same_length(text)) == len(text)


@given(TEXTS)
def test_hits_are_valid_and_in_order(text: str) -> None:
    here = 0
    for hit in ALL.scan(text):
        assert here <= hit.start < hit.end <= len(text)
        assert hit.entries
        here = hit.end


@given(TEXTS)
def test_hits_are_whole_words_of_the_lexicon(text: str) -> None:
    for hit in ALL.scan(text):
        assert ALL.entries_of(lower_same_length(text[hit.start : hit.end]))
        assert not (hit.start and text[hit.start - 1].isalnum() and text[hit.start].isalnum())
        assert not (hit.end < len(text) and text[hit.end].isalnum() and text[hit.end - 1].isalnum())


@given(TEXTS)
def test_the_same_text_has_the_same_hits(text: str) -> None:
    assert [(h.start, h.end, h.entries) for h in ALL.scan(text)] == [
        (h.start, h.end, h.entries) for h in ALL.scan(text)
    ]


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_first_scans_find_what_later_ones_find(text: str) -> None:
    new = Lexicon.unpacked(*ALL.packed())
    assert [(h.start, h.end, h.entries) for h in new.scan(text)] == [
        (h.start, h.end, h.entries) for h in ALL.scan(text)
    ]


def test_what_was_unpacked_is_packed_again() -> None:
    packed = ALL.packed()
    assert Lexicon.unpacked(*packed).packed() == packed


@given(st.sampled_from(FORMS))
def test_every_form_is_found_alone_in_capitals(form: str) -> None:
    capitals = form.upper()
    if len(capitals) == len(form) and capitals.isupper() and lower_same_length(capitals) == form:
        hits = ALL.scan(capitals)
        assert [(h.start, h.end) for h in hits] == [(0, len(form))]
