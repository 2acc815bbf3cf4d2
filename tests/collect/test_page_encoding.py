"""Pages in any encoding: read as what they are, or refused; never mangled."""

import time
import unicodedata
from collections.abc import Callable

import pytest

from readout.collect.article import Origin, Problem
from readout.collect.kinds import ListError
from readout.collect.lists import listing_of
from readout.collect.page import article_from_page
from readout.collect.page_encoding import PageText, page_text
from readout.model.records import Article

WORDS = "Ngoại trưởng hai nước hội đàm tại Hà Nội sáng nay và thống nhất sẽ gặp lại vào mùa thu, theo thông cáo chung."
TITLE = "Hội đàm ở Hà Nội"


def page(declared: str | None = None, words: str = WORDS, title: str = TITLE) -> str:
    head = f"<meta charset='{declared}'>" if declared else ""
    return (
        f"<html><head>{head}<title>{title}</title><script>var a = 1 < 2;</script></head>"
        f"<body><article><h1>{title}</h1><p>{words}</p><p>{words} {words}</p></article></body></html>"
    )


def cp1258(text: str) -> bytes:
    """windows-1258 has no letter with two marks: the tone follows its letter."""
    data = b""
    for char in text:
        first, *rest = unicodedata.normalize("NFD", char)
        for marks in ((), *((mark,) for mark in rest), tuple(rest)):
            letter = unicodedata.normalize("NFC", first + "".join(marks))
            tones = "".join(mark for mark in rest if mark not in marks)
            try:
                data += (letter + tones).encode("cp1258")
                break
            except UnicodeEncodeError:
                continue
        else:
            data += char.encode("cp1258")
    return data


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (page("utf-8").encode(), None), (page().encode(), None), (page("iso-8859-1").encode(), "windows-1258"),
        (page("x-tcvn3").encode(), None), (b"\xef\xbb\xbf" + page().encode(), None), (page().encode("utf-16"), None),
        (cp1258(page("windows-1258")), None), (cp1258(page()), "windows-1258"), (cp1258(page()), None),
        (cp1258(page("utf-8")), None), (cp1258(page()), "utf-8"), (page("utf-16").encode(), "utf-16"),
        (cp1258(page("iso-8859-1")), None), (cp1258(page()), "windows-1252"), (cp1258(page("koi8-r")), "koi8-r"),
    ],
)  # fmt: skip
def test_vietnamese_is_read_whatever_the_page_calls_its_encoding(data: bytes, charset: str | None) -> None:
    (article,) = article_from_page(data, Origin(source="x"), charset=charset)
    assert isinstance(article, Article)
    assert article.title == TITLE and WORDS in article.text and "\ufffd" not in article.text


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("gb2312", "gb18030", "两国外交部长今天上午在河内举行会谈，双方同意秋天再次会面，联合公报说。"),
        ("Shift_JIS", "shift_jis", "両首脳は電話で会談し、貿易問題について意見を交わしました。"),
        ("windows-1251", "cp1251", "Министры иностранных дел обсудили по телефону подготовку предстоящего визита."),
        ("iso-8859-1", "cp1252", "The ministers “agreed” to meet again in the autumn, the statement said – at last."),
    ],
)
def test_a_declared_encoding_that_fits_is_believed(declared: str, encoding: str, words: str) -> None:
    *_, article = article_from_page(page(declared, words, "x").encode(encoding), Origin(source="x"))
    assert isinstance(article, Article) and words in article.text


@pytest.mark.parametrize(
    "data",
    [
        page("utf-8", "两国外交部长今天上午在河内举行会谈，双方同意秋天再次会面，联合公报说。", "x").encode("gbk"),
        page(None, "Министры иностранных дел обсудили по телефону подготовку визита.", "x").encode("cp1251"),
        page("no-such-charset", "ÂØÞëÐ " * 40, "x").encode("latin-1"),
        page("utf-7", "ÂØÞëÐ " * 40, "x").encode("latin-1"),
    ],
)
def test_what_cannot_be_told_is_refused_and_not_mangled(data: bytes) -> None:
    (told,) = article_from_page(data, Origin(source="x"))
    assert isinstance(told, Problem) and told.what == "the page's encoding cannot be told: not UTF-8"


HIDDEN = "<script>var ad = '<meta charset=koi8-r>';</script><!-- <meta charset='koi8-r'> -->"


@pytest.mark.parametrize(
    ("declared", "charset"),
    [("utf-8", None), (None, None), ("iso-8859-1", None), ("windows-1254", "koi8-r"), (None, "windows-1250")],
)  # fmt: skip
@pytest.mark.parametrize("hidden", ["", HIDDEN])
def test_a_few_broken_bytes_cost_a_few_characters_and_are_told(
    declared: str | None, charset: str | None, hidden: str
) -> None:
    """Whatever is declared: every byte is possible in most encodings of one byte per letter."""
    whole = page(declared).replace("<head>", f"<head>{hidden}")
    data = whole.encode().replace("mùa thu".encode(), b"m\xf9a thu")
    told, article = article_from_page(data, Origin(source="x"), charset=charset)
    assert str(told).endswith("3 × a character that cannot be told, shown as \ufffd")
    assert isinstance(article, Article) and "vào m\ufffda thu" in article.text and TITLE in article.text


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_broken_utf_16_is_told_or_refused(encoding: str, mark: bytes) -> None:
    data = mark + page().encode(encoding)
    assert page_text(data) == PageText(page())
    cut = page_text(data[:-1])
    assert cut and cut.broken == 1 and cut.text.endswith("\ufffd")
    half = "\ud800".encode(encoding, "surrogatepass")
    lone = page_text(mark + page(words=f"{WORDS} x").encode(encoding).replace(" x".encode(encoding), half))
    assert lone and lone.broken == 3
    assert page_text(mark + half * 500) is None


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_a_declaration_in_a_script_is_none(declared: str) -> None:
    data = page(declared, "Les ministres se sont téléphoné après l’été, dit le communiqué.", "x").replace(
        "<head>", f"<head>{HIDDEN}").encode("cp1252")  # fmt: skip
    *_, article = article_from_page(data, Origin(source="x"))
    assert isinstance(article, Article) and "téléphoné après l’été" in article.text


@pytest.mark.parametrize("part", [b"<script", b"<", b"<script>\xff", b"\xff<style>", b"<!--\xff"])
def test_a_page_made_to_be_slow_to_tell_is_told_soon(part: bytes) -> None:
    started = time.process_time()
    page_text(b"\xff\xfa\xf5" + part * (3_000_000 // len(part)))
    assert time.process_time() - started < 5


def rss(declared: str | None) -> str:
    prolog = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    items = "".join(f"<item><title>{TITLE} {n}</title><description>{WORDS}</description></item>" for n in range(3))
    return f"{prolog}<rss version='2.0'><channel><title>Báo Thử</title>{items}</channel></rss>"


STRAY = "mùa thu".encode(), b"m\xf9a thu"


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1258"])
@pytest.mark.parametrize(
    ("encoded", "broken"),
    [(str.encode, 0), (cp1258, 0), (lambda text: text.encode().replace(*STRAY, 1), 1)],
)  # fmt: skip
def test_a_feed_is_read_whatever_it_calls_its_encoding(
    declared: str | None, encoded: Callable[[str], bytes], broken: int
) -> None:
    found = listing_of("feed", encoded(rss(declared)))
    titles, words = ([unicodedata.normalize("NFC", one or "") for one in told] for told in (
        (one.title for one in found.items), (one.html for one in found.items)))  # fmt: skip
    assert titles == [f"{TITLE} {n}" for n in range(3)]
    assert words == [WORDS.replace("ù", "\ufffd") if n < broken else WORDS for n in range(3)]
    assert found.fault is None and bool(found.note) == bool(broken)


def test_a_sitemap_is_read_whatever_it_calls_its_encoding() -> None:
    page = f"<url><loc>https://thu.example/1</loc><title>{TITLE}</title><name>{WORDS}</name></url>"
    data = f"<?xml version='1.0' encoding='koi8-r'?><urlset>{page}</urlset>".encode().replace(*STRAY)
    (item,) = listing_of("sitemap", data).items
    assert item.title == TITLE and item.publisher == WORDS.replace("ù", "\ufffd")


def test_a_feed_whose_encoding_cannot_be_told_is_refused() -> None:
    with pytest.raises(ListError, match="its encoding cannot be told"):
        listing_of("feed", rss("utf-8").replace(WORDS, "两国外交部长今天上午在河内举行会谈").encode("gb18030"))
