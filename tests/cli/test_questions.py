"""Questions to a ledger: what they print in a pipe, on a terminal and as JSON."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import pytest
from msgspec import structs
from typer.testing import Result

from readout.api import open_ledger
from readout.model.answers import CommitmentThread, Comparison, Explanation, LedgerContact
from readout.model.records import Silence

Run = Callable[..., Result]


def contact_id(run: Run) -> str:
    return run("contacts", "--ids").stdout.strip()


def test_contacts_in_a_pipe_are_one_line_each(run: Run, filled: Path) -> None:
    header, row, summary = run("contacts").stdout.splitlines()
    assert header.split()[:3] == ["id", "date", "what"]
    assert re.fullmatch(r"c-\w+  24 Nov 2025  ● phone call  Donald Trump \(US\) · Xi Jinping \(CN\) +2", row)
    assert summary == "1 contact"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--pair", "CN-US"], 1),
        (["--pair", "US-RU"], 0),
        (["--person", "trump"], 1),
        (["--mode", "meeting"], 0),
        (["--status", "held"], 1),
        (["--since", "2025-11", "--until", "2025-11"], 1),
        (["--until", "2025-10"], 0),
        (["--topic", "taiwan"], 1),
        (["--sort", "reports", "--limit", "1"], 1),
    ],
)
def test_contacts_are_filtered(run: Run, filled: Path, filters: list[str], found: int) -> None:
    assert len(run("contacts", *filters, "--json").stdout.splitlines()) == found


def test_no_match_is_said_and_is_no_failure(run: Run, filled: Path) -> None:
    result = run("contacts", "--pair", "US-RU")
    assert (result.exit_code, result.stdout) == (0, "no contacts match\n")
    assert run("commitments", "maize").stdout == "no commitments match\n"


def test_a_comparison_in_a_pipe_says_what_each_side_raised_and_where_it_is_silent(run: Run, filled: Path) -> None:
    text = run("compare", contact_id(run)).stdout
    assert text.startswith("Donald Trump (US)  ↔  Xi Jinping (CN)    phone call · 24 Nov 2025 · about 1 hour · held\n")
    assert "first to be heard: United States (Báo Thử, 25 Nov 2025)" in text
    assert "United States: ● Donald Trump, press briefing, via Reuters: “Chúng tôi nói về thương mại.”" in text
    assert "China: ○ not in this one readout" in text
    assert "\t" not in text and "\x1b" not in text


def test_before_a_side_has_spoken_there_is_no_readout_of_it(run: Run, filled: Path) -> None:
    text = run("compare", contact_id(run), "--as-of", "2025-11-25").stdout
    assert "China: ○ no readout published as of 25 Nov 2025" in text


def test_a_stated_silence_says_whose_it_is_and_in_which_words(run: Run, filled: Path) -> None:
    with open_ledger(str(filled)) as book:
        one = book.reading("1")
        words = one.contacts[0].evidence
        book.add(structs.replace(one, silences=(Silence(side="CN", contact="contact-1", evidence=words),)))
    text = run("compare", contact_id(run), "--brief").stdout
    assert "○ China is silent, says Báo Thử, 25 Nov 2025: Hai ông điện đàm hôm 24/11.\n" in text


def test_a_cell_of_stated_silence_says_what_the_side_did_not_do(run: Run, filled: Path) -> None:
    with open_ledger(str(filled)) as book:
        one = book.reading("1")
        words = tuple(structs.replace(found, text="chưa xác nhận") for found in one.contacts[0].evidence)
        silence = Silence(side="CN", topic="fentanyl", contact="contact-1", evidence=words)
        book.add(structs.replace(one, silences=(silence,)))
    text = run("compare", contact_id(run), "--brief").stdout
    assert "China: ○ stated: has not confirmed\n" in text


def test_columns_can_be_drawn_in_a_pipe_as_well(run: Run, filled: Path) -> None:
    lines = run("compare", contact_id(run), "--columns").stdout.splitlines()
    (header,) = (line for line in lines if line.startswith("│ topic"))
    assert [cell.strip() for cell in header.strip("│").split("│")] == ["topic", "United States", "China"]
    assert len({len(line) for line in lines if line.startswith(("│", "├", "╭", "╰"))}) == 1


def test_a_terminal_gets_colour_and_columns(on_terminal: Callable[..., str], run: Run, filled: Path) -> None:
    drawn = on_terminal("compare", contact_id(run))
    assert "\x1b[" in drawn and "│" in drawn
    colour = re.compile(r"\x1b\[(?:\d+;)*3\d")
    assert colour.search(drawn) and not colour.search(on_terminal("compare", contact_id(run), NO_COLOR="1"))
    assert "│" not in on_terminal("compare", contact_id(run), columns=60)


def test_a_thread_shows_its_versions_in_time_and_how_much_was_done(run: Run, filled: Path) -> None:
    text = run("commitments", "soy").stdout
    assert "China → United States: buy soybeans" in text
    assert text.index("12 million t") < text.index("3 million t")
    assert "by 31 Dec 2025" in text and "25%" in text and "████░░░" in text


def test_a_contact_shows_its_reports(run: Run, filled: Path) -> None:
    text = run("show", contact_id(run)).stdout
    assert "2 reports in 2 papers" in text and "What the reports say of it" in text and "readout compare c-" in text


def test_one_text_in_several_papers_is_told_as_one(run: Run, ledger: Path, tmp_path: Path) -> None:
    text = "Ngày 24/11/2025, Tổng thống Mỹ Donald Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình về thương mại."
    lines = [{"id": day, "publisher": paper, "published": f"2025-11-{day}", "text": text}
             for day, paper in (("25", "Báo A"), ("26", "Báo B"))]  # fmt: skip
    lines.append(lines[0] | {"id": "c", "publisher": "Báo C", "text": "Ông Trump điện đàm ông Tập hôm 24/11/2025."})
    file = tmp_path / "copies.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    run("add", file)
    shown = run("show", contact_id(run)).stdout
    assert "3 reports in 3 papers" in shown and "\none text in 2 articles: Báo A, Báo B\n" in shown


def test_commitments_statements_and_articles_can_be_shown(run: Run, filled: Path) -> None:
    thread = json.loads(run("commitments", "--json").stdout)
    assert "buy soybeans" in run("show", thread["id"]).stdout
    assert "Chúng tôi nói về thương mại" in run("show", "1").stdout
    statement = json.loads(run("compare", contact_id(run), "--json").stdout)["statements"][0]
    assert statement["content"]["text"] in run("show", statement["id"]).stdout


def test_a_timeline_is_told_year_by_year(run: Run, filled: Path) -> None:
    text = run("timeline", "US-CN").stdout
    assert text.startswith("United States – China: 1 contact\n\n2025\n  24 Nov 2025  ● phone call  Donald Trump (US)")


def test_an_explanation_names_the_words_the_rule_and_the_article(run: Run, filled: Path) -> None:
    text = run("explain", contact_id(run)).stdout
    assert "test.contact" in text and "⟦Hai ông điện đàm hôm 24/11⟧" in text and "Báo Thử, 25 Nov 2025" in text


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        (["contacts"], LedgerContact),
        (["timeline", "US-CN"], LedgerContact),
        (["show", "ID"], LedgerContact),
        (["compare", "ID"], Comparison),
        (["explain", "ID"], Explanation),
        (["commitments"], CommitmentThread),
    ],
)
def test_json_is_one_record_per_line(run: Run, filled: Path, command: list[str], shape: type) -> None:
    words = [contact_id(run) if word == "ID" else word for word in command]
    (line,) = run(*words, "--json").stdout.splitlines()
    msgspec.json.decode(line, type=shape)


def test_what_the_ledger_does_not_know_is_one_line_and_code_1(run: Run, filled: Path) -> None:
    for command in ("show", "compare", "explain"):
        result = run(command, "c-zzzz")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("readout: ") and result.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(program: list[str], filled: Path) -> None:
    pipe = subprocess.run(["sh", "-c", f"{' '.join(program)} contacts --json | head -c 1"], capture_output=True)
    assert pipe.stderr == b""


def test_the_schema_is_printed(run: Run) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema").stdout))
