"""Kinds of silence by the words of the cue."""

import pytest

from readout.knowledge.silence import silence_kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("không nhắc tới", "mention"),
        ("Không đề cập", "mention"),
        ("chưa xác nhận", "confirm"),
        ("từ chối xác nhận", "confirm"),
        ("vẫn chưa công bố", "publish"),
        ("chưa đưa ra tuyên bố nào", "publish"),
        ("từ chối bình luận", "decline"),
        ("chưa phản hồi", "answer"),
        ("không tiết lộ", "detail"),
        ("words that no cue is in", "mention"),
    ],
)
def test_kind_of_the_words(words: str, kind: str) -> None:
    assert silence_kind(words) == kind
