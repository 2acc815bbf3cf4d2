"""The pages in Debian's Chromium: every page, both languages, keyboard, paste, axe; nothing leaves the machine."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import PASSWORD

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
CALL = "/contacts?country=US,CN&since=2025-11-24&until=2025-11-24"


def open_call(visit: Any, **more: Any) -> Any:
    """The page of the call of 24 November, by a click in the list."""
    page = visit(CALL, **more)
    page.click("#results .line-who")
    page.wait_for_selector(".compare")
    return page


def serious(page: Any) -> list[str]:
    """What axe finds serious or critical; the script comes from disk, past the page's policy, as a debugger's would."""
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", ["/", "/contacts", "/search?q=nga", "/pairs/US-CN", "/commitments", "/people",
                                  "/people/xi-jinping", "/topics", "/topics/trade", "/articles", "/paste", "/sign-in",
                                  "/api", "/nothing"])  # fmt: skip
@pytest.mark.parametrize(("lang", "theme", "width"), [("vi", "light", 1280), ("en", "dark", 390)])
def test_each_page_is_accessible(visit: Any, path: str, lang: str, theme: str, width: int) -> None:
    page = visit(path, lang=lang, theme=theme, width=width)
    assert page.locator("h1").count() == 1
    assert not serious(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), "the page scrolls sideways"


@pytest.mark.parametrize(("lang", "theme", "width"), [("vi", "dark", 1280), ("en", "light", 390)])
def test_the_contact_page(visit: Any, lang: str, theme: str, width: int) -> None:
    page = open_call(visit, lang=lang, theme=theme, width=width)
    assert not serious(page)
    assert page.locator(".compare td.quiet").count() >= 4
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")
    page.click(".compare .why summary >> nth=0")
    assert page.locator(".compare .why .echo a").first.is_visible()


def test_every_cell_opens_its_words_in_the_article(visit: Any) -> None:
    page = open_call(visit)
    words = page.locator(".compare td.raised .quote").first
    told = words.inner_text()
    words.click()
    page.wait_for_selector(".reading")
    target = page.locator(".fact:has(.anchor:target)")
    assert target.count() == 1
    target.locator("a").first.click()
    assert page.locator(".hit:target").inner_text() in told


def test_facts_and_words_light_up_together(visit: Any) -> None:
    page = open_call(visit)
    page.click(".reports a >> nth=0")
    page.wait_for_selector(".fact")
    page.locator(".fact").first.hover()
    assert page.locator(".hit.lit").count() >= 1
    page.locator(".hit").last.hover()
    assert page.locator(".fact.lit").count() == 1
    assert page.locator(".rule").first.is_visible()


def test_the_commitment_page(visit: Any) -> None:
    page = visit("/commitments?q=soybeans")
    page.click(".line-who")
    page.wait_for_selector("svg.thread")
    assert page.locator("a.target").count() == 2 and page.locator("a.point").count() == 2
    assert page.locator("tr.contradicted").count() == 2
    assert not serious(page)


@pytest.mark.parametrize("script", [True, False])
def test_paste_shows_the_reading_beside_the_text(visit: Any, script: bool) -> None:
    page = visit("/paste", java_script_enabled=script)
    page.fill("textarea[name=text]", "Tổng thống Mỹ Donald Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.")
    page.fill("input[name=published]", "2026-02-05")
    page.press("input[name=published]", "Enter")
    page.wait_for_selector(".reading .fact")
    assert "Xi Jinping" in page.locator(".facts-list").inner_text()
    assert "Only signed-in editors" in page.content()


def test_a_text_that_is_too_long_is_told_so(visit: Any) -> None:
    page = visit("/paste")
    page.evaluate("document.querySelector('textarea[name=text]').value = 'ê'.repeat(200000)")
    page.click(".paste button")
    page.wait_for_selector("#outcome .problem")
    assert "one article" in page.locator("#outcome").inner_text()


def test_an_editor_signs_in_and_adds(visit: Any) -> None:
    page = visit("/paste")
    page.click("text=Sign in to edit")
    page.fill("input[name=name]", "lan")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/paste")
    page.fill("textarea[name=text]", "Ngày 3/2, Thủ tướng Ấn Độ Narendra Modi điện đàm với Tổng thống Mỹ Donald Trump.")
    page.fill("input[name=published]", "2026-02-03")
    page.click(".paste button")
    page.click("text=Add to the ledger")
    page.wait_for_url("**/articles/a-*")
    assert "Narendra Modi" in page.content()


def test_an_editor_corrects_a_contact(visit: Any) -> None:
    page = visit("/sign-in?to=/contacts?country=RU")
    page.fill("input[name=name]", "lan")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.click("text=Budapest >> xpath=../a")
    page.click("text=Correct, merge, split")
    page.select_option("select[name=field]", "place.name")
    page.fill("input[name=value]", "Praha")
    page.fill("#h-correct + form input[name=why]", "đổi chỗ")
    page.click("#h-correct + form button")
    page.wait_for_url("**/contacts/c-*")
    assert "Praha" in page.locator(".head .facts").inner_text()
    page.click("text=History of corrections")
    assert "lan" in page.locator(".corrections").inner_text()
    page.go_back()
    page.click("text=Correct, merge, split")
    page.fill(".corrections input[name=why]", "thử xong")
    page.click(".corrections button")
    assert "Budapest" in page.locator(".head .facts").inner_text()


def test_everything_is_reached_by_keyboard(visit: Any) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/c-*")
    page = open_call(visit)
    page.locator(".compare summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".compare details[open]").count() >= 1


def test_language_and_theme_switch_and_stay(visit: Any) -> None:
    page = visit("/topics", lang="en")
    page.click("text=Tiếng Việt")
    assert page.locator("html").get_attribute("lang") == "vi" and page.url.endswith("/topics")
    page.click("[aria-label=tối]")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.goto("/contacts")
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 22, 26)"


def test_filters_and_zoom_work_with_and_without_a_script(visit: Any) -> None:
    for script in (True, False):
        page = visit("/contacts", java_script_enabled=script)
        page.select_option("select[name=status]", "cancelled")
        page.click(".filter button")
        page.wait_for_url("**status=cancelled**")
        page.wait_for_function("document.querySelectorAll('#results .line').length === 1") if script else None
        assert page.locator("#results .line").count() == 1
        page.goto("/pairs/US-CN")
        before = page.locator("svg.timeline").inner_html()
        page.click("text=closer")
        page.wait_for_url("**from=**")
        page.wait_for_timeout(300)
        assert page.locator("svg.timeline").inner_html() != before


def test_hostile_words_do_nothing_in_a_browser(visit: Any) -> None:
    page = visit("/articles")
    page.click("text=document.title")
    page.wait_for_selector(".reading")
    page.wait_for_timeout(200)
    assert page.title() != "taken" and page.evaluate("document.querySelector('.text script, .text img')") is None


def test_exports_download(visit: Any) -> None:
    page = open_call(visit, accept_downloads=True)
    with page.expect_download() as download:
        page.click(".head >> text=CSV")
    assert "trade" in Path(download.value.path()).read_text(encoding="utf-8")


def test_the_contact_page_prints(visit: Any, tmp_path: Path) -> None:
    page = open_call(visit)
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible() and page.locator(".compare").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf(path=tmp_path / "contact.pdf")) > 10_000
