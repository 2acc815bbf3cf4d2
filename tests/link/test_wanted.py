"""What a search asks of a text: the words and their diacritics, how well it answers, and the piece that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.link.wanted import phrases_of, score_of, snippet_of
from readout.link.wording import spans_of, words_of

CALL = "Hai nhà lãnh đạo điện đàm sáng 3/11. Nội dung điện đàm, theo phía Hà Nội, gồm thương mại và hàng hải."
FILLER = "Phần còn lại nói về mùa vụ, thời tiết và giá cả ở các tỉnh miền núi. " * 12


def asked(query: str, text: str) -> tuple[float, list[str]]:
    """The score, and the words that are marked."""
    phrases, words = phrases_of(query), words_of(text)
    written, folded = " ".join(words.written), " ".join(words.folded)
    start, snippet, marks = snippet_of(text, phrases, written, folded)
    assert text[start : start + len(snippet)] == snippet
    return score_of(phrases, written, folded), [snippet[begin:end] for begin, end in marks]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("điện đàm", CALL, ["điện", "đàm", "điện", "đàm"]),
        ('"điện đàm"', CALL, ["điện đàm", "điện đàm"]),
        ("dien", CALL, ["điện", "điện"]),
        ("điện", "Cuộc dien đàm và cung điện; diện mạo", ["dien", "điện"]),
        ('"hà nội"', "Ha Noi, Hà Nội và hạ nội", ["Ha Noi", "Hà Nội"]),
        ("mại", FILLER + CALL, ["mại"]),
        ("xanh", "xanh xanh xanh, Xanh!", ["xanh", "xanh", "xanh", "Xanh"]),
        ("11", CALL, ["11"]),
        ("会谈", "双方在北京会谈。", ["会谈"]),
        ("京", "双方在北京会谈。", ["北京", "京会"]),
        ('"tàu chở"', "İzmir đón tàu chở ngô; tàu chở dầu", ["tàu chở", "tàu chở"]),
    ],
)
def test_the_words_asked_for_are_marked(query: str, text: str, marked: list[str]) -> None:
    score, found = asked(query, text)
    assert score > 0 and found == marked


@pytest.mark.parametrize(
    ("query", "text"),
    [("diện", CALL), ('"đàm điện"', CALL), ("tàu", CALL), ("thương mãi", CALL), ("谈会", "会谈")],
)
def test_a_text_that_lacks_a_word_is_no_answer(query: str, text: str) -> None:
    assert asked(query, text)[0] == 0


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("gạo", "Gạo tăng giá, gạo nếp cũng tăng ở chợ", "Gạo tăng giá, ngô và sắn cũng tăng ở chợ"),
        ("gạo", "Giá gạo. " + FILLER, FILLER + "Giá gạo."),
        ("gạo", "Giá gạo tăng.", "Giá gạo tăng. " + FILLER),
        ("gạo", "Giá gạo tăng", "Giá gao tăng"),
        ("giá gạo", "Tăng giá gạo", "Gạo tăng giá"),
        ("gia gao", "Tăng giá gạo", "Gạo tăng giá"),
    ],
    ids=["often", "early", "short", "as spelled", "in order", "in order, without diacritics"],
)
def test_which_text_answers_better(query: str, better: str, worse: str) -> None:
    assert asked(query, better)[0] > asked(query, worse)[0] > 0


SOME_WORDS = st.lists(st.sampled_from("xa xá Xa xà, xa. dong đông Đông, ß İ 12 中国 国 xaxa x".split()), max_size=60)  # noqa: SIM905


@given(SOME_WORDS, st.sampled_from(["xa", "xá", "xá dong", "đông", "12", "國", "中国", '"xa dong"', '"xá đông"']))
def test_every_mark_is_whole_words_of_the_text(pieces: list[str], query: str) -> None:
    text = " ".join(pieces)
    phrases, words = phrases_of(query), words_of(text)
    start, _, marks = snippet_of(text, phrases, " ".join(words.written), " ".join(words.folded))
    whole = spans_of(text)
    for begin, end in marks:
        assert start + begin in {one for one, _ in whole} and start + end in {one for _, one in whole}
        marked = words_of(text[start + begin : start + end]).folded
        assert any(tuple(marked) == one.folded for one in phrases)
