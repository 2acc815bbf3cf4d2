"""Pages of a contact that many papers report, and the start page's choice among what was reported most."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from readout.api import open_ledger, read
from readout.model.records import Article
from readout.web.app import make_app
from readout.web.settings import Settings

PAPERS = ("Báo Một", "Báo Hai", "Báo Ba")
LATE = 20


def told(number: int) -> Article:
    """One of many reports of one meeting: the first two tell of a plan, and no side is quoted."""
    verb = "sẽ gặp" if number < 2 else "đã gặp"
    text = f"Bài {number}. Ngày 14/3 ông Macron {verb} ông El-Sisi."
    day = "2026-03-10" if number < 2 else f"2026-03-{14 + number % 3}"
    return Article(id=f"bai-{number}", text=text, title=f"Bài {number}", published=day, publisher=PAPERS[number % 3])


QUOTED = Article(
    id="loi",
    title="Hai bên hội đàm",
    published="2026-03-15",
    publisher=PAPERS[0],
    text="Ngày 15/3, Thủ tướng Nhật Bản Sanae Takaichi gặp Tổng thống Hàn Quốc Lee Jae Myung tại Seoul. "
    "Tại cuộc gặp, bà Takaichi nói: “Nhật Bản và Hàn Quốc cần nối lại hợp tác về bán dẫn”.",
)  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place = Path(tmp_path_factory.mktemp("many")) / "ledger.sqlite"
    with open_ledger(str(place)) as book:
        book.add_all(read(one) for one in (*map(told, range(LATE)), QUOTED))
    with TestClient(make_app(Settings(ledger=str(place), rate=0)), headers={"accept-language": "en"}) as client:
        yield client


def test_many_reports_show_first_what_each_paper_and_each_status_began_with(client: TestClient) -> None:
    contact = client.get("/api/v1/contacts?pair=FR-EG").json()["items"][0]
    assert contact["reports"] == LATE
    page = client.get(f"/contacts/{contact['id']}").text
    first, more = page.split('<details class="more-reports">')
    assert f"{LATE} texts" in first and "11 more texts" in more
    assert all(f">Bài {number}<" in first + more for number in range(LATE))
    assert ">Bài 0<" in first and ">Bài 2<" in first and ">Bài 10<" not in first and ">Bài 10<" in more


def test_what_can_be_compared_leads_the_page(client: TestClient) -> None:
    page = client.get("/").text
    lead = page[page.index('class="kicker"') : page.index('id="h-days"')]
    assert "Takaichi" in lead and "side by side" in lead and "Macron" not in lead
