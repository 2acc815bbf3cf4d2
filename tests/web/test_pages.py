"""Pages without a browser: every page answers, in both languages, in every form; switches, paging, empty states."""

import csv
import gc
import io
import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from readout.api import CommitmentQuery
from readout.web.app import make_app
from readout.web.charts.thread import chart
from readout.web.settings import Settings

PAGES = ["/", "/contacts", "/search?q=trump", "/commitments", "/people", "/people/donald-trump", "/topics",
         "/topics/trade", "/articles", "/paste", "/pairs/US-CN", "/sign-in", "/api"]  # fmt: skip


def contact_id(client: TestClient, **filters: str) -> str:
    found = client.get(
        "/api/v1/contacts", params=filters or {"country": ["US", "CN"], "since": "2025-11-24", "until": "2025-11-24"}
    ).json()
    return str(found["items"][0]["id"])


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_answers_in_the_readers_language(client: TestClient, path: str, lang: str) -> None:
    answer = client.get(path, headers={"accept-language": lang})
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert ("Tiếp xúc" in answer.text) == (lang == "vi")


def test_a_comparison_shows_words_and_says_why_cells_are_empty(client: TestClient) -> None:
    page = client.get(f"/contacts/{contact_id(client)}").text
    assert "Truth Social" in page and "trọng tâm cuộc gọi là thương mại" in page
    assert "did not mention it" in page and "Phía Mỹ không nhắc tới Đài Loan." in page
    assert "not in this 1 readout" in page and "not in these 2 readouts" in page
    assert "not confirmed here; said by:" in page
    assert "12 million tonnes" in page and "about 1 hour" in page
    assert re.search(r"follows:.*phone call", page)


def test_one_text_in_several_papers_is_folded(client: TestClient) -> None:
    page = client.get(f"/contacts/{contact_id(client, country='RU', since='2025-11-20', person='xi-jinping')}").text
    assert "the same text in 2 more" in page


def test_an_article_leads_to_what_the_ledger_made_of_it(client: TestClient) -> None:
    made = client.get("/api/v1/commitments?q=soybeans").json()["items"][0]
    told = next(one for one in made["versions"] if one.get("contact"))
    page = client.get(f"/articles/{told['article']}").text
    assert f'href="/contacts/{told["contact"]}"' in page and f'href="/commitments/{made["id"]}"' in page


def test_what_is_new_are_articles_that_tell_something(own: TestClient, accounts: tuple[str, str, str]) -> None:
    sent = {"text": "Giá rau ở chợ tăng nhẹ trước lễ.", "title": "Giá rau tăng", "published": "2025-12-31"}
    assert own.post("/api/v1/articles", json=sent, headers={"authorization": f"Bearer {accounts[2]}"}).is_success
    assert "Giá rau" not in own.get("/").text and "Giá rau" in own.get("/articles").text
    for path in ("/articles?telling=1", "/articles.csv?telling=1", "/feeds/articles.atom?telling=1"):
        assert "Giá rau" not in own.get(path).text and "soy-4" in own.get(path).text


def test_an_empty_cell_of_the_start_page_says_why(own: TestClient) -> None:
    page = own.get("/").text
    assert "not in these 2 readouts" in page or "not in this 1 readout" in page, page


def test_a_promise_shows_its_contradiction_and_progress(client: TestClient) -> None:
    thread = client.get("/api/v1/commitments?q=soybeans").json()["items"][0]["id"]
    page = client.get(f"/commitments/{thread}").text
    assert "the same promise with different deadlines:" in page
    assert "67%" in page and "USDA" in page and "<svg" in page


def test_cargoes_are_not_drawn_where_tonnes_are_told(client: TestClient) -> None:
    desk = client.app.state.desk  # type: ignore[attr-defined]
    thread = desk.ledger.commitments(CommitmentQuery(text="soybeans"))[0]
    told = [one for one in thread.versions if one.quantity][:4]
    cargoes = [replace(one, quantity=replace(one.quantity, value=3, unit="cargoes")) for one in told[:2]]
    drawn = chart(replace(thread, versions=(*cargoes, *told[2:])))
    assert drawn is not None and drawn.unit == told[-1].quantity.unit


@pytest.mark.parametrize("path", ["/contacts", "/search", "/pairs/US-CN", "/people/donald-trump", "/topics/trade",
                                  "/articles", "/commitments", "/people", "/topics"])  # fmt: skip
def test_every_list_exports(client: TestClient, path: str) -> None:
    rows = list(csv.reader(io.StringIO(client.get(f"{path}.csv").text.lstrip("\ufeff"))))
    assert len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows)
    assert json.loads(client.get(f"{path}.json").text)


def test_an_export_of_a_search_holds_what_its_page_shows(client: TestClient) -> None:
    page = client.get("/search?q=trump").text
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=trump").text.lstrip("\ufeff"))))
    assert {row["kind"] for row in rows} == {"article", "statement", "contact"}
    for link in re.findall(r'href="(/(?:articles|contacts)/[^"]+)"', page.split('id="results"')[1]):
        assert any(row["link"].endswith(link) for row in rows), link
    said = next(row for row in rows if row["kind"] == "statement")
    assert said["words"] and said["title"] and said["paper"] and not said["participants"]
    told = client.get("/search.json?q=trump").json()
    assert [(one["kind"], one["id"]) for one in told] == [(row["kind"], row["id"]) for row in rows]
    assert {one["kind"] for one in client.get("/search.json").json()} == {"contact"}
    assert "kind" not in client.get("/contacts.json?q=trump").json()[0]


@pytest.mark.parametrize("path", ["/contacts", "/search?q=trump", "/pairs/US-CN", "/people", "/people/donald-trump",
                                  "/topics", "/topics/trade", "/articles?telling=1", "/commitments?q=soybeans",
                                  ])  # fmt: skip
def test_every_list_links_to_its_exports_and_its_feed(client: TestClient, path: str) -> None:
    links = [
        one.replace("&amp;", "&")
        for one in re.findall(r'href="([^"]+(?:\.csv|\.json|/feeds/|calendar)[^"]*)"', client.get(path).text)
    ]
    assert any(".csv" in one for one in links) and any(".json" in one for one in links)
    for link in links:
        assert client.get(link).status_code == 200, link


def test_a_feed_follows_the_words_and_filters_of_its_list(client: TestClient) -> None:
    for path, feed in (
        ("/search?q=putin&mode=phone-call", "/feeds/contacts.atom?q=putin&mode=phone-call"),
        ("/commitments?q=soybeans&stage=ordered", "/feeds/commitments.atom?q=soybeans&stage=ordered"),
        ("/articles?paper=B%C3%A1o+3", "/feeds/articles.atom?paper=B%C3%A1o+3"),
    ):
        assert feed in client.get(path).text.replace("&amp;", "&")
    assert "<entry>" in client.get("/feeds/commitments.atom?q=soybeans").text
    assert "<entry>" not in client.get("/feeds/commitments.atom?q=wheat").text


def test_a_promise_is_found_by_what_the_readers_language_calls_it(client: TestClient) -> None:
    for words in ("đậu tương", "dau nanh", "soy", "1201"):
        assert ">1 promise<" in client.get("/commitments", params={"q": words}).text, words
    assert ">0 promises<" in client.get("/commitments", params={"q": "gạo"}).text


def test_lists_are_sorted_as_asked(client: TestClient) -> None:
    names = [one["key"] for one in client.get("/people.json?sort=name").json()]
    assert names == sorted(names) != [one["key"] for one in client.get("/people.json").json()]
    days = [one["versions"][-1]["published"] for one in client.get("/commitments.json?sort=newest").json()]
    assert days == sorted(days, reverse=True)


def test_one_contact_and_one_article_export(client: TestClient) -> None:
    one = contact_id(client)
    assert "not-mentioned" in client.get(f"/contacts/{one}.csv").text
    assert client.get(f"/contacts/{one}.json").json()["comparison"]["contact"] == one
    article = client.get("/api/v1/articles").json()["items"][0]["id"]
    assert client.get(f"/articles/{article}.csv").status_code == 200
    assert client.get(f"/articles/{article}.json").json()["article"]["text"]


def test_a_csv_cell_never_becomes_a_formula(client: TestClient) -> None:
    from readout.web.render import as_csv

    body = as_csv("x", ["a"], [["=1+1"], ["@x"], ["-3"], ["+x"], ["="]]).body
    assert bytes(body).decode().splitlines()[1:] == ["'=1+1", "'@x", "-3", "'+x", "="]


def test_filters_narrow_and_paging_reaches_everything(client: TestClient) -> None:
    page = client.get("/contacts?country=RU&status=cancelled").text
    assert ">1 contact<" in page and "Budapest" in page
    assert "Take all filters away" in client.get("/contacts?country=VN").text
    assert client.get("/contacts?page=999&mode=nonsense&since=yesterday&sort=?").status_code == 200


def test_search_knows_names_of_countries_and_topics_in_both_languages(client: TestClient) -> None:
    for words in ("nga điện đàm"[:3], "Russia", "putin"):
        assert "Vladimir Putin" in client.get("/search", params={"q": words}).text
    assert "Busan" in client.get("/search", params={"q": "thuong mai trung quoc"}).text


@pytest.mark.parametrize(("lang", "words", "title"), [
    ("en", "đậu nành đơn hàng zzz", "Search: đậu nành đơn hàng zzz – nothing"),
    ("vi", "zzz", "Tìm: zzz – không có gì"),
    ("en", "bản tin", r"Search: bản tin – (at least )?\d+ places? in articles, no contacts"),
    ("vi", "bản tin", r"Tìm: bản tin – (ít nhất )?\d+ chỗ trong bài báo, không có cuộc tiếp xúc nào"),
    ("en", "putin", r"Search: putin – (at least )?\d+ places? in articles, [1-9]\d* contacts?"),
    ("vi", "putin", r"Tìm: putin – (ít nhất )?\d+ chỗ trong bài báo, [1-9]\d* cuộc tiếp xúc"),
    ("en", "", "Search"), ("vi", "", "Tìm"),
])  # fmt: skip
def test_a_search_says_what_was_searched_and_what_was_found(
    client: TestClient, lang: str, words: str, title: str
) -> None:
    page = client.get("/search", params={"q": words, "lang": lang}).text
    told = re.search(r"<title>(.*?) · Readout</title>", page)
    assert told and re.fullmatch(title, told[1]), told
    assert not re.search(r">0 (contacts|cuộc tiếp xúc)<", page)


def test_the_timeline_zooms_by_links(client: TestClient) -> None:
    page = client.get("/pairs/US-CN").text
    closer = re.search(r'href="([^"]+)">closer', page)
    assert closer is not None
    assert "from=" in closer[1] and client.get(closer[1].replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("path", ["/contacts/c-nothing", "/pairs/US", "/pairs/US-US", "/people/nobody-at-all", "/x",
                                  "/topics/nothing", "/commitments/k-0", "/articles/a-0", "/explain/zz",
                                  "/contacts/%00"])  # fmt: skip
def test_what_is_not_there_is_a_clear_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
    told = re.search(r'<p class="lede"><bdi>(.*?)</bdi>', answer.text)
    ours = client.get(path, headers={"accept-language": "vi"}).text
    assert "Ở đây không có gì" in ours and (told is None or told[1] not in ours)


def test_switches_keep_language_and_theme_and_stay_on_this_server(client: TestClient) -> None:
    answer = client.get("/switch?lang=vi&to=/topics", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/topics")
    assert "readout_lang=vi" in answer.headers["set-cookie"]
    for elsewhere in ("https://elsewhere.invalid/", "//elsewhere.invalid", "/\\elsewhere.invalid", "data:,x"):
        assert client.get("/switch", params={"to": elsewhere}, follow_redirects=False).headers["location"] == "/"
    client.cookies.clear()


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(make_app(Settings(ledger=str(tmp_path / "new.sqlite"))), headers={"accept-language": "en"}) as new:
        assert "The ledger is empty" in new.get("/").text
        for path in PAGES[1:]:
            assert new.get(path).status_code in (200, 404)


def test_why_leads_from_a_record_to_sentence_rule_and_article(client: TestClient) -> None:
    page = client.get(f"/explain/{contact_id(client)}").text
    assert "test.contact" in page and "Ông Trump và ông Tập điện đàm hôm 24/11" in page
    assert client.get(f"/explain/{contact_id(client)}.json").json()["steps"]
    assert client.get(f"/history/{contact_id(client)}.json").json() == []


def test_reasons_are_told_in_the_readers_language(client: TestClient) -> None:
    one = contact_id(client)
    thread = client.get("/api/v1/commitments?q=soybeans").json()["items"][0]["id"]
    said = client.get(f"/api/v1/contacts/{one}/readouts").json()["items"][0]["statements"][0]["id"]
    told = {"contact": (one, "điện đàm · 24/11/2025", "cùng các bên, cùng loại tiếp xúc, cùng ngày (24/11/2025)"),
            "commitment": (thread, "đã hứa · mua đậu tương 12 triệu tấn", "cùng bên hứa"),
            "statement": (said, "Donald Trump (Mỹ)", "chính bài báo gắn lời này với cuộc tiếp xúc")}  # fmt: skip
    for subject, what, why in told.values():
        page = client.get(f"/explain/{subject}", headers={"accept-language": "vi"}).text
        assert what in page and why in page, page
        assert not re.search("phone-call|pledged|kind of|soybeans", page)


def test_feeds_and_calendar_follow_the_filters(client: TestClient) -> None:
    import xml.etree.ElementTree as Xml

    from icalendar import Calendar
    from lxml.etree import RelaxNG, fromstring

    feed = Xml.fromstring(client.get("/feeds/contacts.atom?country=RU").content)
    titles = [one.text or "" for one in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert len(titles) > 2 and all("Putin" in title for title in titles[1:])
    schema = RelaxNG(file=str(Path(__file__).parents[1] / "publish" / "atom.rng"))
    for path in ("/feeds/contacts.atom?q=điện đàm", "/feeds/articles.atom", "/feeds/commitments.atom"):
        schema.assertValid(fromstring(client.get(path).content))
    events = Calendar.from_ical(client.get("/calendar.ics").text).walk("VEVENT")
    assert any("Xi Jinping" in str(one["SUMMARY"]) and one["STATUS"] == "TENTATIVE" for one in events)
    assert sum("soybeans" in str(one["SUMMARY"]) for one in events) == 2


def test_a_page_leaves_nothing_that_only_the_garbage_collector_would_find(client: TestClient) -> None:
    for path in ("/contacts", f"/contacts/{contact_id(client)}"):
        client.get(path)
        gc.collect()
        gc.set_debug(gc.DEBUG_SAVEALL)
        try:
            client.get(path, headers={"x-again": "1", "cookie": "readout_theme=dark"})
            gc.collect()
            left = {type(one).__name__ for one in gc.garbage}
        finally:
            gc.set_debug(0)
            gc.garbage.clear()
        assert not left & {"LedgerContact", "Macro", "Visit", "HistoryEntry"}
