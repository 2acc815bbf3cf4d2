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


def test_what_reached_a_target_late_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    from readout.cli.commitments_view import show_threads
    from readout.model.answers import CommitmentThread, Progress
    from readout.model.records import Deadline, Party, Quantity

    whole = Quantity(value=80, unit="aircraft")
    told = [("2027-11-30", 40.0, False), ("2028-02-10", 80.0, True)]
    steps = tuple(
        Progress(target=whole, deadline=Deadline(edtf="2027", text="trước năm 2028"), target_article="a-1",
                 done=Quantity(value=done, unit="aircraft"), stage="ordered", ratio=done / 80, late=late,
                 published=day, article=f"a-{day}")
        for day, done, late in told
    )  # fmt: skip
    show_threads([CommitmentThread(id="k-1", committer=Party(country="JP"), action="buy", progress=steps)])
    first, second = (line for line in capsys.readouterr().out.splitlines() if "%" in line)
    assert "50%" in first and "deadline" not in first
    assert "100%" in second and "reached after the deadline, says the article, 10 Feb 2028" in second
