"""How PostgreSQL goes about a search: by its index of words, also while new words wait to be put into it and nothing is
known of how many there are."""

from collections.abc import Iterator

import pytest
from cluster import Server
from sqlalchemy import event, text

from readout.ledger import matching, open_ledger
from readout.ledger.dialect import engine_for, reading, writing
from readout.ledger.words import id_of_day
from readout.link.wanted import phrases_of

_NUMBER = 6_000
_FILLED = """
INSERT INTO article (id, name, digest, contacts, statements, commitments, reading)
SELECT 'a-' || n, 'n' || n, '', 0, 0, 0, '{}' FROM generate_series(1, :number) n;
INSERT INTO passage (id, subject, article_id, day, words, folded)
SELECT :first + n, 'a-' || n, 'a-' || n, '2025-11-01', said, said FROM (
    SELECT n, string_agg('word' || (n * k) % 997, ' ') || CASE WHEN n % 9 = 0 THEN ' my' ELSE ' phap' END AS said
    FROM generate_series(1, :number) n, generate_series(1, 110) k GROUP BY n) told
"""


@pytest.fixture
def crowded(server: Server) -> Iterator[str]:
    """A ledger into which much came just now: no statistics, and the server is kept from making any."""
    url = server.database()
    open_ledger(url).close()
    with writing(engine_for(url)) as connection:
        connection.execute(text("ALTER TABLE passage SET (autovacuum_enabled = off)"))
        for statement in _FILLED.split(";"):
            connection.execute(text(statement), {"number": _NUMBER, "first": id_of_day("2025-11-01")})
    yield url
    server.drop(url)


@pytest.mark.parametrize("words", ["my", "word1", "word1 word2", '"word1 word2"', "no such words"])
@pytest.mark.parametrize("known", [False, True], ids=["without statistics", "with statistics"])
def test_words_are_looked_up_in_their_index(crowded: str, words: str, known: bool) -> None:
    engine = engine_for(crowded)
    if known:
        with writing(engine) as connection:
            connection.execute(text("ANALYZE passage"))
    with reading(engine) as connection:
        plans: list[str] = []

        def explained(_: object, cursor: object, statement: str, values: object, *rest: object) -> None:
            if "to_tsquery" in statement and not statement.startswith("EXPLAIN"):
                found = connection.exec_driver_sql(f"EXPLAIN {statement}", values)  # type: ignore[arg-type]
                plans.append("\n".join(found.scalars()))

        event.listen(connection, "before_cursor_execute", explained)
        matching.newest(connection, phrases_of(words), (), 200)
    engine.dispose()
    assert plans
    for plan in plans:
        assert "Bitmap Index Scan on ix_passage_folded" in plan


def test_few_new_words_wait(crowded: str) -> None:
    """All that wait are read by every search."""
    engine = engine_for(crowded)
    with writing(engine) as connection:
        pages = connection.execute(text("SELECT gin_clean_pending_list('ix_passage_folded')")).scalar_one()
    engine.dispose()
    assert pages <= 40
