"""Tags that a parser would need minutes for are found before it sees them."""

import pytest

from readout.collect.feeds import words_of_html
from readout.collect.page import extracted
from readout.collect.tags import ATTRIBUTES_LIMIT, has_crowded_tag

MANY = [f"a{number}" for number in range(ATTRIBUTES_LIMIT + 1)]


@pytest.mark.parametrize(
    "tag",
    [
        f"<p {' '.join(MANY)}>",
        "<p " + " ".join(f'{name}=">"' for name in MANY) + ">",
        "<p " + "".join(f"{name}='1'" for name in MANY) + ">",
        f"<p {'/'.join(MANY)}>",
        f'<p title=b" {" ".join(MANY)}>',
        f'<p title="never closed {" ".join(MANY)}',
        f"<P\n{chr(10).join(MANY)}>",
    ],
    ids=["bare", "valued", "unparted", "slashes", "false quote", "open quote", "lines"],
)
def test_a_crowded_tag_is_refused(tag: str) -> None:
    assert has_crowded_tag(tag)
    page = f"<html><body><h1>Ông Trump gặp ông Tập</h1>{tag}<p>Hai bên hội đàm hôm 30/10.</p></body></html>"
    assert extracted(page) == "the page has a tag with too many attributes"
    assert words_of_html(tag + "Hai bên hội đàm.") == ""


@pytest.mark.parametrize(
    "page",
    [
        f"<p {' '.join(MANY[:-2])}>",
        '<img src="data:image/png;base64,' + "A" * 100_000 + '" alt="' + "một hai " * 5_000 + '">',
        "<p>" + "câu chuyện " * 5_000 + "</p>",
        "1 < 2 " * 5_000,
    ],
    ids=["just enough", "long values", "long text", "less than"],
)
def test_long_values_and_texts_are_no_attributes(page: str) -> None:
    assert not has_crowded_tag(page)


@pytest.mark.parametrize("piece", ['<a "', "<a ='", '<a ="', "<a", "= ", "<a = "])
def test_the_search_sees_each_letter_a_few_times_only(piece: str) -> None:
    """Backtracking would need hours for these."""
    has_crowded_tag(piece * 500_000)
