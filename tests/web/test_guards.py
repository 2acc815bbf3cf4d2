"""What keeps the server and its readers safe: limits, headers, sessions, and that a stranger changes nothing."""

import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine
from starlette.requests import Request
from starlette.testclient import TestClient

from readout.api import open_ledger
from readout.ledger.tables import metadata
from readout.web import outlets, pages, rest
from readout.web.accounts import Accounts, password_line, password_matches
from readout.web.app import SIGN_INS, make_app
from readout.web.guards import Buckets
from readout.web.settings import LONGEST, Settings

from .conftest import PASSWORD, filled
from .newsdesk import HOSTILE, hostile, readings
from .test_pages import contact_id


def sign_in(client: TestClient) -> str:
    """Sign in as the editor; returns the session's mark for forms."""
    answer = client.post("/sign-in", data={"name": "lan", "password": PASSWORD, "to": "/paste"}, follow_redirects=False)
    assert answer.status_code == 303
    page = client.get("/").text
    return page.split('name="csrf" value="')[1].split('"')[0]


def test_every_answer_carries_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/static/readout.css", "/api/v1/topics", "/nothing", "/feeds/articles.atom"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


def test_no_page_needs_what_the_policy_forbids(client: TestClient) -> None:
    for path in ("/", "/pairs/US-CN", "/contacts", "/topics/trade"):
        text = client.get(path).text
        assert " style=" not in text and "<style" not in text and "onclick" not in text
        assert "http://" not in text.replace("http://testserver", "") and "https://" not in text


def test_hostile_words_are_shown_and_do_nothing(client: TestClient) -> None:
    listed = client.get("/api/v1/articles?limit=100").json()["items"]
    article = next(one["id"] for one in listed if one["name"] == "hostile")
    contact = client.get("/api/v1/contacts?since=2025-11-20&until=2025-11-20&mode=meeting").json()["items"][0]["id"]
    for path in (f"/articles/{article}", f"/contacts/{contact}", "/", "/articles", f"/explain/{article}", "/people"):
        text = client.get(path).text
        assert "<script>document" not in text and "<img src=x" not in text and "<b>rule</b>" not in text
        assert 'href="javascript:' not in text
        assert not set("\x00\x1b\u202e\u2066") & set(text)
    assert "[U+202E]" in client.get(f"/articles/{article}").text
    assert "␀" in client.get(f"/articles/{article}").text


def test_an_article_of_ten_megabytes_is_shown_in_parts(tmp_path: Path) -> None:
    one = hostile("large")
    large = replace(one, article=replace(one.article, text=one.article.text + "Tin dài. " * 1_200_000, url=None))
    path = tmp_path / "large.sqlite"
    with open_ledger(str(path)) as book:
        book.add(large)
        found = book.articles()[0].id
    with TestClient(make_app(Settings(ledger=str(path)))) as client:
        started = time.monotonic()
        answer = client.get(f"/articles/{found}?part=3")
        assert answer.status_code == 200 and len(answer.content) < 500_000
        assert time.monotonic() - started < 10


@pytest.mark.parametrize("path", ["/paste", "/api/v1/read", "/sign-in"])
def test_a_body_that_is_too_large_is_refused(client: TestClient, path: str) -> None:
    assert client.post(path, content=b"x" * 2_000_001).status_code == 413

    def endless():  # type: ignore[no-untyped-def]
        for _ in range(300):
            yield b"x" * 10_000

    assert client.post(path, content=endless()).status_code == 413


def test_a_text_that_would_be_read_for_long_is_refused(client: TestClient) -> None:
    text = "Tin dài. " * (LONGEST // 9 + 1)
    assert client.post("/api/v1/read", json={"text": text}).status_code == 422
    pasted = client.post("/paste", data={"text": text}, headers={"accept-language": "vi"})
    assert pasted.status_code == 422 and "quá dài" in pasted.text
    assert client.post("/api/v1/read", json={"text": text[: LONGEST // 10]}).status_code == 200


def test_a_form_that_is_refused_is_answered_in_words(settings: Settings) -> None:
    with TestClient(make_app(replace(settings, rate=1))) as client:
        long = client.post("/paste", data={"text": "ê" * 200_000})
        assert long.status_code == 413 and "hãy dán một bài báo" in long.text and 'id="outcome"' in long.text
        client.post("/paste", data={"text": "x"})
        often = client.post("/paste", data={"text": "x"})
        assert often.status_code == 429 and "hãy thử lại" in often.text and often.headers["retry-after"]


def test_the_api_has_a_rate_limit_and_pages_have_none(place: Path) -> None:
    with TestClient(make_app(Settings(ledger=str(place), rate=5))) as client:
        codes = [client.get("/api/v1/topics").status_code for _ in range(7)]
        assert codes[:5] == [200] * 5 and codes[5:] == [429, 429]
        refused = client.get("/api/v1/topics")
        assert refused.headers["content-type"] == "application/problem+json" and int(refused.headers["retry-after"]) > 0
        assert client.get("/contacts").status_code == 200


def test_answers_have_an_etag_and_are_compressed(client: TestClient) -> None:
    first = client.get("/api/v1/contacts")
    again = client.get("/api/v1/contacts", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    raw = client.get("/contacts", headers={"accept-encoding": "gzip"})
    assert raw.headers["content-encoding"] == "gzip" and "<html" in raw.text
    assert client.head("/contacts").status_code == 200


def test_a_kept_answer_is_forgotten_when_the_ledger_changes(tmp_path: Path) -> None:
    path = filled(tmp_path / "ledger.sqlite")
    with TestClient(make_app(Settings(ledger=str(path)))) as client:
        before = client.get("/articles").headers["etag"]
        assert client.get("/articles").headers["etag"] == before
        one = readings()[0]
        with open_ledger(str(path)) as other:
            other.add(replace(one, article=replace(one.article, id="another", url=None)))
        assert client.get("/articles").headers["etag"] != before


CHANGES = {
    "/paste/add": {"text": "Ông Trump gặp ông Tập.", "title": "Gặp", "published": "2026-02-05"},
    "/edit/{one}/correct": {"field": "place.name", "value": "Washington", "why": "x"},
    "/edit/{one}/merge": {"into": "{other}", "why": "x"},
    "/edit/{one}/split": {"articles": "{article}", "why": "x"},
    "/edit/{one}/undo": {"number": "1", "why": "x"},
}
"""Forms that change the ledger, each filled in so that an editor could send it."""


def filled_in(client: TestClient, path: str) -> tuple[str, dict[str, str]]:
    """The form with ids of the ledger; there is a correction to undo."""
    one, other = contact_id(client), contact_id(client, since="2025-09-19", until="2025-09-19")
    with open_ledger(client.app.state.settings.ledger) as book:  # type: ignore[attr-defined]
        book.correct(one, "place.name", "Geneva", who="lan", why="x")
        ids = {"one": one, "other": other, "article": book.contact(one).history[0].article}
    return path.format(**ids), {name: value.format(**ids) for name, value in CHANGES[path].items()}


def rows_of(client: TestClient) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the ledger holds."""
    engine = create_engine(f"sqlite:///{client.app.state.settings.ledger}")  # type: ignore[attr-defined]
    with engine.connect() as connection:
        return {
            one.name: sorted(map(tuple, connection.execute(one.select())), key=repr) for one in metadata.sorted_tables
        }


def test_every_form_that_changes_something_is_known() -> None:
    routes = [route for router in (*rest.ROUTERS, *outlets.ROUTERS, *pages.ROUTERS) for route in router.routes]
    posted = {route.path for route in routes if route.methods - {"GET", "HEAD"}}  # type: ignore[attr-defined]
    changes = {path.replace("{one}", "{subject}") for path in CHANGES}
    assert posted == changes | {"/paste", "/sign-in", "/sign-out", "/api/v1/read", "/api/v1/articles"}


@pytest.mark.parametrize("path", CHANGES)
def test_nothing_changes_without_a_session(own: TestClient, path: str) -> None:
    address, sent = filled_in(own, path)
    before = rows_of(own)
    assert own.post(address, data=sent | {"csrf": "x"}).status_code == 403
    mark = sign_in(own)
    assert own.post(address, data=sent | {"csrf": mark[:-1]}).status_code == 403
    assert rows_of(own) == before
    assert own.post(address, data=sent | {"csrf": mark}, follow_redirects=False).status_code == 303
    assert rows_of(own) != before


def test_passwords_are_tried_a_few_times_only_whatever_the_rate(settings: Settings) -> None:
    assert settings.rate == 0
    app = make_app(settings)
    app.state.sign_ins = Buckets(SIGN_INS, clock=lambda: 0.0)  # a slow machine checks less than one a second
    with TestClient(app, headers={"accept-language": "en"}) as client:
        tried = [client.post("/sign-in", data={"name": "lan", "password": "wrong"}) for _ in range(SIGN_INS + 1)]
        assert [one.status_code for one in tried] == [403] * SIGN_INS + [429]
        assert "Wait a minute" in tried[-1].text and int(tried[-1].headers["retry-after"]) > 0
        assert client.post("/sign-in", data={"name": "lan", "password": PASSWORD}).status_code == 429
        assert client.get("/sign-in").status_code == 200 and client.get("/api/v1/topics").status_code == 200


def test_a_session_behind_a_secure_address_is_sent_to_it_only(settings: Settings) -> None:
    for address, secure in ((None, False), ("https://readout.example", True)):
        with TestClient(make_app(replace(settings, address=address))) as client:
            answer = client.post("/sign-in", data={"name": "lan", "password": PASSWORD}, follow_redirects=False)
            assert ("Secure" in answer.headers["set-cookie"]) is secure


def test_signing_in_takes_nothing_from_the_rate_of_the_api(settings: Settings) -> None:
    with TestClient(make_app(replace(settings, rate=2))) as client:
        for _ in range(3):
            client.post("/sign-in", data={"name": "lan", "password": "wrong"})
        assert [client.get("/api/v1/topics").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize("host", [b"\xff\xfe", b"a b", b"[::1", b"x:port", b"<b>", b""])
def test_a_host_that_cannot_be_read_is_refused_in_plain_words(client: TestClient, host: bytes) -> None:
    answer = client.get("/", headers=[(b"host", host)])
    assert answer.status_code == 400 and "Host" in answer.text and "máy chủ" in answer.text
    assert answer.headers["content-type"].startswith("text/plain") and "content-security-policy" in answer.headers


@pytest.mark.parametrize("host", ["readout.example", "web_1:8080", "[::1]:8080", "127.0.0.1"])
def test_a_host_that_is_a_name_or_an_address_is_served(client: TestClient, host: str) -> None:
    assert client.get("/contacts", headers={"host": host}).status_code == 200


def test_readers_share_an_answer_and_an_editor_gets_another(own: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    one, desk, made = contact_id(own), own.app.state.desk, []  # type: ignore[attr-defined]
    whole = desk.whole
    monkeypatch.setattr(desk, "whole", lambda asked, *how: made.append(asked) or whole(asked, *how))
    for cookies in ("", "other=1", "other=2; readout_theme=pink"):
        assert "/edit/" not in own.get(f"/contacts/{one}", headers={"cookie": cookies}).text
    assert made == [one]
    own.get(f"/contacts/{one}", headers={"cookie": "readout_theme=dark"})
    own.get(f"/contacts/{one}", headers={"cookie": "readout_lang=vi"})
    assert len(made) == 3
    sign_in(own)
    assert "/edit/" in own.get(f"/contacts/{one}").text
    own.cookies.clear()
    assert "/edit/" not in own.get(f"/contacts/{one}").text


def test_a_server_without_editors_has_no_way_in(place: Path) -> None:
    with TestClient(make_app(Settings(ledger=str(place)))) as client:
        assert client.get("/sign-in").status_code == 404
        assert client.post("/sign-in", data={"name": "lan", "password": PASSWORD}).status_code == 404
        assert client.post("/api/v1/articles", json={"text": "x"}).status_code == 401
        assert "/sign-in" not in client.get("/").text


def test_an_editor_adds_an_article_and_a_forged_form_does_not(own: TestClient) -> None:
    mark = sign_in(own)
    sent = {"text": "Ngày 4/2, Tổng thống Mỹ Donald Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.",
            "published": "2026-02-05", "publisher": "Báo Dán", "title": "Dán", "url": ""}  # fmt: skip
    assert own.post("/paste/add", data=sent | {"csrf": "forged"}).status_code == 403
    elsewhere = {"origin": "https://evil.invalid"}
    assert own.post("/paste/add", data=sent | {"csrf": mark}, headers=elsewhere).status_code == 403
    added = own.post("/paste/add", data=sent | {"csrf": mark}, follow_redirects=False)
    assert added.status_code == 303 and added.headers["location"].startswith("/articles/a-")
    assert "Báo Dán" in own.get("/articles").text
    assert own.post("/sign-out", data={"csrf": mark}, follow_redirects=False).status_code == 303


def test_passwords_are_hashed_and_sessions_cannot_be_made_up(tmp_path: Path, accounts: tuple[str, str, str]) -> None:
    line = password_line("an", "correct horse")
    assert "correct" not in line
    assert password_matches("correct horse", line.split(":", 1)[1]) and not password_matches("x", line.split(":", 1)[1])
    ours, theirs = Accounts(accounts[0], None, "one"), Accounts(accounts[0], None, "two")
    cookie = ours.sign_in("lan", PASSWORD)
    assert cookie and ours.sign_in("lan", "wrong password") is None and ours.sign_in("nobody", PASSWORD) is None

    asked = Request({"type": "http", "headers": [(b"cookie", f"readout_session={cookie}".encode())]})
    session = ours.session_of(asked)
    assert session is not None and session.name == "lan"
    assert theirs.session_of(asked) is None


def test_a_key_adds_and_a_wrong_one_does_not(own: TestClient, accounts: tuple[str, str, str]) -> None:
    body = {"text": "Ông Trump điện đàm với ông Tập.", "published": "2026-02-05"}
    assert own.post("/api/v1/articles", json=body, headers={"authorization": "Bearer no"}).status_code == 401
    sent = [own.post("/api/v1/articles", json=body, headers={"authorization": f"Bearer {accounts[2]}"}) for _ in "12"]
    assert [(one.status_code, one.json()["outcome"]) for one in sent] == [(201, "added"), (200, "unchanged")]


def test_hostile_text_can_be_pasted(client: TestClient) -> None:
    answer = client.post("/paste", data={"text": HOSTILE * 20, "title": HOSTILE[:80]})
    assert answer.status_code == 200 and "<script>document" not in answer.text
    assert client.post("/paste", data={"text": "  "}).status_code == 422
    assert client.post("/paste", data={"text": "Ông Trump", "published": "yesterday"}).status_code == 422
