"""A web page, saved or fetched: its article with title, lead, body, captions and related headlines, and its date.

trafilatura finds where the article is; the paragraphs are then taken from the page's own elements, so that captions and
related headlines, which it drops or mixes in, keep their place and can be told from the body by their form.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import cast

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from readout.collect.article import Found, Origin, Problem, article_from
from readout.collect.page_blocks import Block, blocks_of, captions_between, paragraphs_of, tidy, words_of
from readout.collect.page_encoding import UTF16_MARKS, broken_words, page_text
from readout.collect.page_metadata import Declared, declared_by, web_address
from readout.collect.stamps import corrected, visible_stamps
from readout.collect.tags import has_crowded_tag
from readout.model.records import Article
from readout.text.layout import HEADLINE_LENGTH, kind_of

ELEMENTS_LIMIT = 60_000
"""Elements of a page; the longest newspaper page has a tenth of it, and extraction takes seconds beyond it."""
_DEPTH_LIMIT = 200
_KEY = 48
_SHARE = 0.6
"""Share of the extracted words that the article's element must hold."""
_LEAD = re.compile(
    r"sapo|summary|description|chapp?eau|(?:^|[\s_-])(?:lead|desc|excerpt|intro|standfirst)(?:$|[\s_-])", re.I
)
_SENTENCE = re.compile(r"[.!?…][\"”’'»)\]]*$")
_STAMPED = re.compile(r"date|time|publish|meta|ngay|clock|info", re.I)
_DATELINE = re.compile(r"^\(?[^\W\d_][\w. ]{1,24}\)?\s*[-–—:]\s+")
_CAPTION_MARK = {"vi": "(ảnh trong bài)", None: "(Photo in the article)"}


def article_from_page(
    data: bytes, origin: Origin, published: str | None = None, address: str | None = None, charset: str | None = None,
) -> Iterator[Article | Problem]:  # fmt: skip
    """Extract one article; a page without an article's text is a problem.

    `address` is where the page was fetched from: it is the article's URL and id (the canonical address of the same host
    goes before it). `charset` is what the server declares, used where the page declares none.
    """
    if not data.strip():
        yield origin.problem("empty: there is no text to read")
    elif b"\0" in data[:4096] and not data.startswith(UTF16_MARKS):
        yield origin.problem("binary: not a web page")
    else:
        page = page_text(data, charset)
        found = extracted(page.text, address) if page else "the page's encoding cannot be told: not UTF-8"
        if isinstance(found, str):
            yield origin.problem(found)
            return
        if page and page.broken:
            yield origin.problem(broken_words(page.broken), lost=False)
        yield from article_from(found, origin, published)


def extracted(page: str, address: str | None = None) -> Found | str:
    """Return what was found in the page, or why there is nothing."""
    if has_crowded_tag(page):
        return "the page has a tag with too many attributes"
    tree = _tree(page)
    if tree is None or not _within_limits(tree):
        return "no article text found in the page" if tree is None else "the page has too many or too deep elements"
    declared = declared_by(tree, web_address(address) if address else None)
    text = _extracted_text(tree)
    if not text:
        return "no article text found in the page"
    title = declared.headline if _agree(declared.headline, declared.title) else declared.title or declared.headline
    body = _body(tree, text, title, declared)
    stamp = _stamp(tree, declared)
    return Found(
        body="\n\n".join(body),
        id=declared.url if address else None,
        url=declared.url,
        publisher=declared.publisher,
        title=title,
        published=stamp,
        basis="metadata",
        language=declared.language,
        author=declared.author,
    )


def _tree(page: str) -> HtmlElement | None:
    """Parse without network, without huge trees."""
    try:
        parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
        return cast(HtmlElement, document_fromstring(page.encode("utf-8", "replace"), parser=parser))
    except (ParserError, LookupError, ValueError):
        return None


def _within_limits(tree: HtmlElement) -> bool:
    depth = elements = 0
    from lxml.etree import iterwalk

    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEPTH_LIMIT or elements > ELEMENTS_LIMIT:
            return False
    return True


def _extracted_text(tree: HtmlElement) -> str:

    import trafilatura

    page = trafilatura.bare_extraction(deepcopy(tree), fast=True, include_comments=False, with_metadata=False)
    text = (page.text or "").strip() if isinstance(page, trafilatura.settings.Document) else ""
    return text if re.search(r"\w{2}", text) else ""


def _body(tree: HtmlElement, text: str, title: str | None, declared: Declared) -> list[str]:
    """The lead and the blocks of the article's element; the extracted text where that element cannot be told."""
    lines = [line for line in map(tidy, text.splitlines()) if line]
    container, held = _container(tree, lines)
    blocks = [] if container is None else list(blocks_of(container, held))
    if sum(len(block.text) for block in blocks if block.kind == "body") < _SHARE * sum(map(len, _prose(lines))):
        blocks, container = [Block("body", line) for line in lines], None
    blocks = [block for block in blocks if not _agree(block.text, title)]
    lead, head = _lead(tree, container, blocks, declared), next(tree.iter("h1"), None)
    if container is not None and head is not None:
        blocks = [*captions_between(tree, head, container), *blocks]
    if lead:
        blocks = [Block("body", lead), *(block for block in blocks if block.text != lead)]
    language = "vi" if declared.language is None or declared.language.lower().startswith("vi") else None
    return list(dict.fromkeys(words for block in blocks if (words := _written(block, language))))


def _prose(lines: list[str]) -> list[str]:
    """Lines that are sentences: what the extraction takes from menus and lists of headlines is none."""
    return [line for line in lines if len(line) >= 40 and _SENTENCE.search(line)] or lines


def _container(tree: HtmlElement, lines: list[str]) -> tuple[HtmlElement | None, frozenset[HtmlElement]]:
    """The deepest element that holds most of the extracted words, and every element that holds a good part of them."""
    keys = {line[:_KEY]: len(line) for line in _prose(lines)}
    weights: dict[HtmlElement, int] = {}
    seen: set[str] = set()
    for element in tree.iter("p", "div", "h2", "h3", "li", "blockquote", "td", "section", "span", "article"):
        found = {words[:_KEY] for words in paragraphs_of(element)} & keys.keys() - seen
        seen |= found
        for above in [element, *element.iterancestors()] if found else ():
            weights[above] = weights.get(above, 0) + sum(keys[key] for key in found)
    whole = sum(keys.values())
    fitting = [element for element, weight in weights.items() if weight >= _SHARE * whole]
    held = frozenset(element for element, weight in weights.items() if weight >= 0.3 * whole)
    return max(fitting, key=lambda one: sum(1 for _ in one.iterancestors()), default=None), held


def _lead(tree: HtmlElement, container: HtmlElement | None, blocks: list[Block], declared: Declared) -> str | None:
    """The lead where it stands outside the article's element: the page's own element, else the description."""
    body = _key(" ".join(block.text for block in blocks if block.kind == "body"))
    inside = set(container.iter()) if container is not None else set()
    for element in tree.iter("h2", "p", "div", "span", "strong"):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if element not in inside and _LEAD.search(name) and (container is None or container not in element.iter()):
            words = " ".join(block.text for block in blocks_of(element) if block.kind == "body")
            if 40 <= len(words) <= 1500 and _first_words(words, declared.description):
                return None if _held(words, body) else words
    description = declared.description
    if not description or len(description) < 20 or _agree(description, declared.title) or _held(description, body):
        return None
    return description


def _first_words(words: str, description: str | None) -> bool:
    """Whether the element says what the description says; a page without a description is trusted."""
    return not description or _held(description, _key(words)) or _held(words, _key(description))


def _held(words: str, body: str) -> bool:
    key = _key(_DATELINE.sub("", words.rstrip(" .…")))[:_KEY]
    return key in body


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().lower()


def _agree(one: str | None, other: str | None) -> bool:
    first, second = _key(one or ""), _key(other or "")
    return bool(first) and bool(second) and (first == second or (second.startswith(first) and len(first) > 20))


def _written(block: Block, language: str | None) -> str:
    """A block as a paragraph whose kind can be told by its form (`readout.text.layout`).

    A caption without a credit gets a mark in brackets, a related headline loses its final stop and what is too long for
    a headline.
    """
    words = block.text
    if block.kind == "caption" and kind_of(words, 1, False) not in ("caption", "credit"):
        return f"{words[:360]} {_CAPTION_MARK[language]}"
    if block.kind == "related":
        return words[:HEADLINE_LENGTH].rstrip(" .!?…:;\"”’'»)]")
    return words


def _stamp(tree: HtmlElement, declared: Declared) -> str | None:
    """When it was first published: as declared (a time of day before a bare day), checked against what is shown."""
    seen = [moment for words in _stamp_places(tree) for moment in visible_stamps(words)]
    timed = [stamp for stamp in declared.stamps if "T" in stamp and not stamp.endswith("T00:00:00")]
    stamp = next(iter([*timed, *(stamp[:10] for stamp in declared.stamps)]), None)
    if stamp is None or len(stamp) == 10 or len(stamp) == 19:
        same = [moment for moment in seen if stamp is None or f"{moment:%Y-%m-%d}" == stamp[:10]]
        agreeing = [moment for moment in same if stamp is None or len(stamp) == 10 or stamp[11:16] == f"{moment:%H:%M}"]
        return agreeing[0].isoformat() if agreeing else stamp or _searched(tree)
    return corrected(stamp, seen)


def _stamp_places(tree: HtmlElement) -> Iterator[str]:
    """Words of the small elements that are named for a date, those nearest to the heading first."""
    head = next(tree.iter("h1"), None)
    near = list(head.iterancestors())[:4] if head is not None else []
    found = [
        element for element in tree.iter("time", "span", "div", "p", "li", "em", "small", "i", "b")
        if element.tag == "time" or _STAMPED.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    ]  # fmt: skip
    short = [(not any(up in near for up in one.iterancestors()), words) for one in found
             if len(words := words_of(one)) < 200]  # fmt: skip
    yield from (words for _, words in sorted(short, key=lambda one: one[0]))


def _searched(tree: HtmlElement) -> str | None:
    """htmldate's answer from the markup (never from the running text) as a bare day."""
    from htmldate import find_date

    try:
        return find_date(tree, original_date=True, extensive_search=False)
    except (ValueError, TypeError):
        return None
