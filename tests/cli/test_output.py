"""Pages of text: aligned, inert, cut at words."""

import pytest

from readout.cli.output import Page, clipped, inert


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\nb\t c", "a b c"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("abc\u202edef", "abc\ufffddef"),
        ("Tiếng Việt, 中文", "Tiếng Việt, 中文"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_nothing_of_an_article_can_steer_a_terminal(words: str, shown: str) -> None:
    assert inert(words) == shown


def test_cut_words_end_with_an_ellipsis() -> None:
    assert clipped("một hai ba bốn", 100) == "một hai ba bốn"
    assert clipped("một hai, ba bốn", 12) == "một hai …"


def test_cells_are_aligned_by_their_width_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    Page().rows([["Tập Cận Bình", "1"], [[("习近平", "bold")], "2"]], ("who", "n"))
    assert capsys.readouterr().out == "who           n\nTập Cận Bình  1\n习近平        2\n"


def test_a_page_in_a_pipe_has_neither_colour_nor_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    page.heading("Đầu")
    page.line(("đậm", "bold"), "\tnhạt [red]không[/red]", indent=2)
    assert capsys.readouterr().out == "\nĐầu\n  đậm nhạt [red]không[/red]\n"
