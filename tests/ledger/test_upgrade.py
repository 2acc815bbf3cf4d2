"""A ledger that an older readout made, once opened, is the ledger that this one would make of the same readings."""

import gzip
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from alembic import command
from newsroom import Story
from sqlalchemy import Connection, insert, inspect, select, text, update
from test_durability import healthy
from test_order import dump

from readout.ledger import Ledger, backup_ledger, open_ledger, restore_ledger
from readout.ledger.dialect import engine_for, reading, writing
from readout.ledger.opening import HEAD, alembic_config
from readout.ledger.rows import article_row, decode_reading
from readout.ledger.tables import anchor, article, report
from readout.link.identity import content_id
from readout.model.records import Reading

WHY = {"who": "An", "why": "seen on both sides' sites"}
NewPlace = Callable[[], str]


def at(story: Story, **of_article: Any) -> Reading:
    """The reading of an article that came with these values."""
    made = story.reading()
    return msgspec.structs.replace(made, article=msgspec.structs.replace(made.article, **of_article))


def readings() -> list[Reading]:
    """What older rules took otherwise: sections of papers, moved plans, prints of one text, calls of other people."""
    made = []
    for number, section in enumerate(("VnExpress - Thế Giới", "VnExpress")):
        story = Story(f"section-{number}", "2025-11-25", section)
        call = story.contact("phone-call", "held", "Trump Xi", "2025-11-24", topics=("trade",))
        story.said(call, "Trump", "We spoke about trade and soybeans.", "trade")
        story.promised("ordered", 12e6, by="US", contact=call)
        made.append(at(story, url=f"https://vnexpress.net/{number}.html"))
    for number, people in enumerate(("Rubio Wang", "Trump Xi")):
        story = Story(f"call-{number}", f"2025-12-1{number}")
        story.contact("phone-call", "held", people, f"2025-12-0{number + 5}")
        made.append(story.reading())
    for day, status, edtf, moved in (
        ("2026-01-28", "planned", "2026-02-02", None),
        ("2026-01-31", "planned", "2026-02-20", "2026-02-02"),
        ("2026-02-21", "held", "2026-02-20", None),
    ):
        story = Story(f"plan {day}", day)
        story.contact("meeting", status, "Trump Putin", edtf, moved_from=moved)
        made.append(story.reading())
    for paper in ("Tuổi Trẻ", "Thanh Niên"):
        story = Story(f"denied {paper}", "2026-03-21", paper)
        story.contact("phone-call", "denied", "Putin Zelensky", words="Both deny that they spoke by phone this week.")
        made.append(story.reading())
    return made


@contextmanager
def older_rules(monkeypatch: pytest.MonkeyPatch) -> Any:
    """As papers were named, series told, and plans and prints compared before."""
    with monkeypatch.context() as rules:
        rules.setattr("readout.ledger.rows.paper_of", lambda name, url: name)
        rules.setattr("readout.link.telling._series", lambda reports, people: reports[0].report.block)
        rules.setattr("readout.link.reports._move", lambda *told: None)
        rules.setattr("readout.link.reports._TELLING", 10**6)
        rules.setattr("readout.ledger.relinking.tells_of_plan", lambda node: False)
        yield


def decide(ledger: Ledger) -> None:
    """What a person corrected."""
    first = next(one for one in ledger.contacts() if one.time.edtf == "2025-12-05")
    other = next(one for one in ledger.contacts() if one.time.edtf == "2025-12-06")
    ledger.correct(first.id, "place.name", "Anchorage", **WHY)
    ledger.merge(other.id, first.id, **WHY)
    ledger.correct(ledger.commitments()[0].id, "stage", "pledged", of="section-1", **WHY)


def as_before(place: str, schema: str) -> None:
    """The tables of an older schema."""
    with writing(engine_for(place)) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, schema)


def change(place: str, done: Callable[[Connection], object]) -> None:
    with writing(engine_for(place)) as connection:
        done(connection)


def forget_what_was_added_to_records(connection: Connection) -> None:
    """Reports, readings and anchors without the fields that came later."""
    for row in connection.execute(select(report.c.id, report.c.report)).all():
        shorter = msgspec.json.encode(msgspec.json.decode(row.report)[:15]).decode()
        connection.execute(update(report).where(report.c.id == row.id).values(report=shorter))
    for row in connection.execute(select(article.c.id, article.c.reading)).all():
        whole = msgspec.json.decode(row.reading)
        for one in whole["contacts"]:
            if one["moved_from"] is None:
                del one["moved_from"]
        shorter = msgspec.json.encode(whole).decode()
        connection.execute(update(article).where(article.c.id == row.id).values(reading=shorter, digest="older"))
    connection.execute(update(anchor).values(mark=None))


@pytest.fixture
def older(new_place: NewPlace, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger that an older readout made, with corrections."""
    place = new_place()
    with older_rules(monkeypatch), open_ledger(place) as ledger:
        ledger.add_all(readings())
        decide(ledger)
    change(place, forget_what_was_added_to_records)
    return place


@pytest.fixture
def fresh(new_place: NewPlace) -> str:
    place = new_place()
    with open_ledger(place) as ledger:
        ledger.add_all(readings())
        decide(ledger)
    return place


def rows(place: str) -> dict[str, list[Any]]:
    """What is derived, as it lies in the tables."""
    with reading(engine_for(place)) as connection:
        return {
            name: sorted(map(repr, connection.execute(text(f"SELECT {columns} FROM {name}")).all()))
            for name, columns in {
                "article": "id, publisher, digest, source, signature, reading",
                "report": "id, block, day, report, data, root_id, contact_id, rule, why",
                "contact": "id, node, joined, join_rule, plan_day, series, data",
                "commitment": "id, block, other, first_day, last_day, thread_id, rule, stage",
                "passage": "subject, day, words, folded",
                "anchor": "correction, position, row_id, mark",
                "unlinked": "*",
            }.items()
        }


@pytest.mark.parametrize("schema", ["0009", "0008", "0007", "0005", "0003", "0002"])
def test_an_older_ledger_becomes_what_a_new_one_would_be(older: str, fresh: str, schema: str) -> None:
    before = dump(older)
    as_before(older, schema)
    told: list[int] = []
    open_ledger(older, told.append).close()
    assert before != dump(fresh) == dump(older)
    assert told == [len(readings())]
    assert rows(older) == rows(fresh)
    with open_ledger(older) as ledger:
        assert {ledger.add(one) for one in readings()} == {"unchanged"}
        assert ledger.contacts(), ledger.history()


def test_a_backup_of_an_older_ledger_is_restored_as_a_new_one(
    older: str, fresh: str, new_place: NewPlace, tmp_path: Path
) -> None:
    with open_ledger(older) as ledger:
        backup_ledger(ledger, str(tmp_path / "l.backup"))
    given = tmp_path / "older.backup"
    whole = gzip.decompress((tmp_path / "l.backup").read_bytes())
    given.write_bytes(gzip.compress(whole.replace(f'"schema": "{HEAD}"'.encode(), b'"schema": "0009"', 1)))
    target = new_place()
    restore_ledger(target, str(given))
    assert dump(target) == dump(fresh)


def test_ids_of_an_older_ledger_lead_on(older: str) -> None:
    with open_ledger(older) as ledger:
        known = {one.id: {entry.article for entry in one.history} for one in ledger.contacts()}
    as_before(older, "0009")
    with open_ledger(older) as ledger:
        for one, articles in known.items():
            assert articles & {entry.article for entry in ledger.contact(one).history}


UPGRADE = """
import os, signal, sys
from readout.ledger import open_ledger, opening
def killed(*given): os.kill(os.getpid(), signal.SIGKILL)
setattr(opening, sys.argv[2], killed)
open_ledger(sys.argv[1])
"""


@pytest.mark.parametrize("step", ["derive_anew", "relink"])
def test_a_killed_upgrade_leaves_the_ledger_as_it_was(older: str, fresh: str, step: str) -> None:
    as_before(older, "0006")
    done = subprocess.run([sys.executable, "-c", UPGRADE, older, step], env={"PYTHONPATH": ":".join(sys.path)})
    assert done.returncode == -signal.SIGKILL
    healthy(older)
    with reading(engine_for(older)) as connection:
        assert connection.execute(text("SELECT version_num FROM readout_version")).scalar_one() == "0006"
        assert "plan_day" not in {one["name"] for one in inspect(connection).get_columns("contact")}
    assert dump(older) == dump(fresh)


def call(name: str, url: str, published: str, words: str = "Both sides spoke about trade by phone.") -> Reading:
    story = Story(name, published)
    story.contact("phone-call", "held", "Trump Xi", "2025-11-24", words=words)
    return at(story, url=f"https://example.org/{url}")


def old_version(connection: Connection, of: str, told: Reading) -> None:
    """A version as schema 0006 kept it: named by the article and what it says."""
    row = article_row(told)
    columns = {"id": content_id("v", of, row["source"]), "article_id": of} | {
        name: row[name] for name in ("published", "reading")
    }
    connection.execute(text("INSERT INTO version VALUES (:id, :article_id, :published, :reading)"), columns)


@pytest.mark.parametrize(
    ("words", "old_before_new"),
    [("Both sides spoke of trade by phone.", True), ("They spoke about trade by phone.", False)],
    ids=["the old ids come first", "the new id comes first"],
)
def test_versions_that_two_articles_kept_become_one(new_place: NewPlace, words: str, old_before_new: bool) -> None:
    """The oldest has the first one's id and the second one's address: the three are one article, and a version that a
    newer readout had named already is not kept twice."""
    first, between, last = (
        call("a", "a", "2025-11-25", words),
        call("a", "b", "2025-11-24", words),
        call("b", "b", "2025-11-26", words),
    )
    older, fresh = new_place(), new_place()
    with open_ledger(fresh) as ledger:
        ledger.add_all([first, between, last])
    with open_ledger(older) as ledger:
        ledger.add(between)
        ledger.add(first)  # newer: `between` becomes its version, named as today
        (named,) = (one.id for one in ledger.versions("a"))
    as_before(older, "0006")

    def as_two(connection: Connection) -> None:
        held = connection.execute(select(article.c.id)).scalar_one()
        row = article_row(last)
        connection.execute(insert(article), row)
        for owner in (held, row["id"]):
            old_version(connection, owner, between)
        first_id = connection.execute(text("SELECT min(id) FROM version")).scalar_one()
        assert (first_id != named) == old_before_new

    change(older, as_two)
    assert dump(older) == dump(fresh)
    kept = []
    for place in (older, fresh):
        with open_ledger(place) as ledger:
            kept.append(ledger.versions("b"))
    assert kept[0] == kept[1]
    assert len(kept[0]) == 2


def test_the_version_that_counts_today_counts(new_place: NewPlace) -> None:
    """Before, the one that came last did."""
    short, whole = (
        call("a", "a", "2025-11-25"),
        call("a", "a", "2025-11-25", "Both sides spoke about trade for an hour."),
    )
    older, fresh = new_place(), new_place()
    for place in (older, fresh):
        with open_ledger(place) as ledger:
            ledger.add_all([short, whole])
    as_before(older, "0006")

    def swap(connection: Connection) -> None:
        connection.execute(update(article).values(article_row(short)))
        connection.execute(text("DELETE FROM version"))
        old_version(connection, article_row(whole)["id"], whole)

    change(older, swap)
    assert dump(older) == dump(fresh)
    with reading(engine_for(older)) as connection:
        assert decode_reading(connection.execute(select(article.c.reading)).scalar_one()) == whole
