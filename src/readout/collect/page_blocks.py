"""The blocks of an article's element in order: paragraphs, captions and related headlines, told apart by the markup."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml.html import HtmlElement

BlockKind = Literal["body", "caption", "related"]

_IGNORED = frozenset(
    ["script", "style", "noscript", "iframe", "form", "button", "svg", "template", "nav", "footer", "input", "select",
     "object", "embed", "video", "audio", "canvas", "source", "picture", "img", "label", "ins"]
)  # fmt: skip
_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "dfn", "em", "font", "i", "kbd",
     "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
_CAPTION = re.compile(r"caption|chu-?thich|img-?note|(?:image|photo)[-_]?(?:desc|note)|desc[-_]?image", re.I)
_PICTURE = re.compile(r"picture|image|photo|figure|thumb|tplcaption|avatar", re.I)
_RELATED = re.compile(
    r"relat(?:ed|e)|tin-?(?:lien-?quan|moi)|lien-?quan|doc-?them|xem-?them|read-?more|see-?more|more-?news|list-?news|"
    r"insert-?(?:wiki|news)|box-?(?:news|tin)|recommend|suggest|story-?box|noted-?news|same-?topic", re.I,
)  # fmt: skip
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:ads?|adv|advert\w*|qc|banner|sponsor\w*|share|sharing|social|comments?|tags?|keywords?|subscribe|"
    r"newsletter|vote|poll|player|breadcrumbs?|copyright|print|follow|d-none|hidden|toolbar|rating|author-?info|byline)"
    r"(?:$|[\s_-])", re.I,
)  # fmt: skip
_PLACE = re.compile(r"location|dateline", re.I)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_TITLE = re.compile(r"title|headline", re.I)
_LEADS_ON = re.compile(r"^\s*(?:>>|»|›|[-•]?\s*(?:xem thêm|đọc thêm|tin liên quan|read more|see also)\b)[:\s>»]*", re.I)
_LEAST_HEADLINE = 15
_SPACE = re.compile(r"[^\S\n]+")
_BLANKS = re.compile(r"\s*\n\s*")


class Block(NamedTuple):
    """One paragraph of the page and what its markup says it is."""

    kind: BlockKind
    text: str


def blocks_of(container: HtmlElement, keep: frozenset[HtmlElement] = frozenset()) -> Iterator[Block]:
    """Walk the element in document order without recursion. Elements in `keep` are never passed over as noise."""
    waiting: list[HtmlElement | Block] = [container]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Block):
            yield here
            continue
        if not isinstance(here.tag, str) or here.tag in _IGNORED or _hidden(here):
            continue
        if here is not container and here not in keep:
            found = _told_by_markup(here)
            if found is not None:
                waiting += reversed(found)
                continue
        waiting += reversed(_parts(here))


def _told_by_markup(element: HtmlElement) -> list[Block] | None:
    """The blocks of an element whose name says what it is; None for one that has to be looked into."""
    name = " ".join(element.get(key) or "" for key in ("class", "id", "type", "data-type", "data-component"))
    if element.tag == "figcaption" or (_CAPTION.search(name) and element.find(".//img") is None):
        return [Block("caption", words)] if (words := words_of(element)) else []
    if element.tag == "aside" or _RELATED.search(name):
        return [Block("related", words) for words in _headlines(element)]
    if _NOISE.search(name):
        return []
    if element.tag in ("table", "figure") or (element.tag == "div" and _PICTURE.search(name)):
        return _picture(element)
    return None


def paragraphs_of(element: HtmlElement) -> list[str]:
    """The element's own paragraphs: its runs of inline words, without those of its block children."""
    return [part.text for part in _parts(element) if isinstance(part, Block)]


def captions_between(tree: HtmlElement, heading: HtmlElement, container: HtmlElement) -> Iterator[Block]:
    """The captions of pictures that stand after the heading and before the article's element."""
    passed = False
    for element in tree.iter():
        if element is container:
            return
        passed = passed or element is heading
        if passed and element.tag in ("figure", "table") and container not in element.iter():
            yield from _told_by_markup(element) or ()


def _picture(element: HtmlElement) -> list[Block] | None:
    """A picture with its words beneath it: all of them are its caption. A table of figures is none."""
    if element.find(".//img") is None and element.tag != "figure":
        return None
    named = [
        one
        for one in element.iter()
        if isinstance(one.tag, str)
        and one is not element
        and (one.tag in ("figcaption", "caption") or _CAPTION.search(one.get("class") or ""))
    ]
    outer = [one for one in named if not any(above in named for above in one.iterancestors())]
    captions = [words for one in outer if (words := words_of(one))]
    if not captions:
        whole = words_of(element)
        if element.tag == "div" and len(whole) > 400:
            return None
        captions = [whole] if whole else []
    linked = {words_of(link) for link in element.iter("a")}
    return [Block("related" if words in linked else "caption", words) for words in dict.fromkeys(captions)]


def _headlines(element: HtmlElement) -> Iterator[str]:
    links = [_LEADS_ON.sub("", words_of(_titled(link))) or (link.get("title") or "").strip()
             for link in element.iter("a")]  # fmt: skip
    yield from dict.fromkeys(words for words in links if len(words) >= _LEAST_HEADLINE)


def _titled(link: HtmlElement) -> HtmlElement:
    """Where a link holds a title and a teaser, the title."""
    inner = (one for one in link.iterdescendants() if isinstance(one.tag, str))
    return next((one for one in inner if (one.tag in _HEADINGS or _TITLE.search(one.get("class") or ""))
                 and len(words_of(one)) >= _LEAST_HEADLINE), link)  # fmt: skip


def _parts(element: HtmlElement) -> list[HtmlElement | Block]:
    """The element's inline runs as paragraphs, and its block children to walk into, in order."""
    parts: list[HtmlElement | Block] = []
    run: list[HtmlElement | str] = [(element.text or "").replace("\n", " ")]
    for child in element:
        if _is_block(child) or (child.tag in _INLINE and any(map(_is_block, child.iterdescendants()))):
            parts += _paragraphs(run, element)
            parts.append(child)
            run = []
        else:
            run.append(child)
        run.append((child.tail or "").replace("\n", " "))
    return parts + _paragraphs(run, element)


def _is_block(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and element.tag not in _INLINE and element.tag not in _IGNORED


def _paragraphs(run: list[HtmlElement | str], element: HtmlElement) -> list[HtmlElement | Block]:
    words = "".join(one if isinstance(one, str) else _raw(one) for one in run)
    paragraphs = [line for part in words.split("\n\n") if (line := tidy(part))]
    if not paragraphs:
        return []
    if len(paragraphs) == 1:
        return [_paragraph(paragraphs[0], run, element)]
    return [Block("body", line) for line in paragraphs]


def _paragraph(words: str, run: list[HtmlElement | str], element: HtmlElement) -> Block:
    links = [one for part in run if not isinstance(part, str) for one in part.iter("a")]
    linked = " ".join(words_of(link) for link in links)
    bare = _LEADS_ON.sub("", words)
    if links and len(bare) >= _LEAST_HEADLINE and len(linked) >= (0.6 if bare != words else 0.95) * len(bare):
        return Block("related", _LEADS_ON.sub("", linked))
    return Block("caption" if _beneath_picture(element) and len(words) < 400 else "body", words)


def _beneath_picture(element: HtmlElement) -> bool:
    """A centred or wholly slanted paragraph right after one that holds only a picture."""
    before = element.getprevious()
    if element.tag != "p" or before is None or before.find(".//img") is None or words_of(before):
        return False
    style = f"{element.get('style') or ''} {element.get('align') or ''} {element.get('class') or ''}".lower()
    children = [one for one in element if isinstance(one.tag, str)]
    return "center" in style or (
        len(children) == 1
        and children[0].tag in ("em", "i")
        and not (element.text or "").strip()
        and not (children[0].tail or "").strip()
    )


def words_of(element: HtmlElement) -> str:
    """The visible words of an element on one line."""
    return tidy(_raw(element))


def tidy(words: str) -> str:
    """One line, single spaces."""
    return _SPACE.sub(" ", _BLANKS.sub(" ", words).replace("\u200b", "")).strip()


def _raw(element: HtmlElement) -> str:
    """Words with a double line feed for every `br`; a place stamp is set off, as it is on the page."""
    pieces: list[str] = []
    waiting: list[HtmlElement | str] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
            continue
        inside: list[HtmlElement | str] = []
        if isinstance(one.tag, str) and one.tag not in _IGNORED and not _hidden(one):
            around = "\n\n" if one.tag == "br" else "" if one.tag in _INLINE else " "
            stop = " - " if _PLACE.search(one.get("class") or "") else around if one.tag != "br" else ""
            inside = [around, (one.text or "").replace("\n", " "), *one, stop]
        if one is not element:
            inside.append((one.tail or "").replace("\n", " "))
        waiting += reversed(inside)
    return "".join(pieces)


def _hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
