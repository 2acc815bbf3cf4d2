"""Readings as a newsroom would give them: one call told by two sides, a promise with numbers, a visit to come.

The words are the tests' own. No reading of text is involved, so that the pages are tested whatever the reader reads.
"""

from readout.model.records import (
    Article,
    Commitment,
    Contact,
    ContactTime,
    Deadline,
    Duration,
    Evidence,
    Participant,
    Party,
    Place,
    Quantity,
    Reading,
    Silence,
    Span,
    Speaker,
    Statement,
    TradeObject,
)
from readout.model.vocabulary import Mode, Stage, Status

TRUMP = Participant(person="Donald Trump", person_id="donald-trump", office="president", country="US")
XI = Participant(person="Xi Jinping", person_id="xi-jinping", office="president", country="CN")
PUTIN = Participant(person="Vladimir Putin", person_id="vladimir-putin", office="president", country="RU")
HOSTILE = (
    "<script>document.title='taken'</script> <img src=x onerror=\"document.title='taken'\"> "
    "\u202eđảo ngược\u202c \u2066ẩn\u2069 \x00 \x1b[31m {{ 7*7 }} ${7*7} javascript:alert(1) ]]> & < > ' \" "
)


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _evidence(text: str, words: str, rule: str = "test.rule") -> Evidence:
    start, end = _span(text, words)
    return Evidence(start=start, end=end, text=words, rule=rule)


def _words(text: str, words: str) -> Span:
    start, end = _span(text, words)
    return Span(start=start, end=end, text=words)


def _article(name: str, text: str, published: str, publisher: str, title: str) -> Article:
    return Article(id=name, url=f"https://samples.invalid/{name}", publisher=publisher, title=title,
                   published=published, published_basis="given", language="vi", text=f"{title}\n\n{text}")  # fmt: skip


def account(
    name: str,
    side: str,
    speaker: str,
    said: list[tuple[str, tuple[str, ...]]],
    published: str,
    publisher: str = "Báo Thử",
    medium: str | None = None,
    silence: str | None = None,
) -> Reading:
    """One side's account of the call of 24 November 2025."""
    event = "Ông Trump và ông Tập điện đàm hôm 24/11"
    words = " ".join(f"{one}." for one, _ in said)
    quiet = "Phía Mỹ không nhắc tới Đài Loan." if silence else ""
    article = _article(name, f"{event}. {words} {quiet}", published, publisher, f"Điện đàm Mỹ - Trung ({name})")
    text = article.text
    contact = Contact(
        id="c1", mode="phone-call", status="held", participants=(TRUMP, XI),
        topics=tuple(dict.fromkeys(topic for _, topics in said for topic in topics)),
        time=ContactTime(edtf="2025-11-24", basis="stated", text="24/11"),
        duration=Duration(iso8601="PT1H", approximate=True), evidence=(_evidence(text, event, "test.contact"),),
    )  # fmt: skip
    statements = tuple(
        Statement(id=f"s{number}", contact="c1", speaker=Speaker(name=speaker, country=side), kind="indirect",
                  medium=medium, topics=topics, content=_words(text, one),
                  evidence=(_evidence(text, one, "test.statement"),))
        for number, (one, topics) in enumerate(said)
    )  # fmt: skip
    silences = (Silence(side="US", topic="taiwan", contact="c1", evidence=(_evidence(text, quiet, "test.silence"),)),)
    return Reading(article=article, contacts=(contact,), statements=statements, silences=silences if silence else ())


def promise(
    name: str,
    published: str,
    stage: Stage,
    tonnes: float,
    who: str,
    deadline: str | None = None,
    measured: str | None = None,
    contact: bool = False,
) -> Reading:
    """One report of China's soybean purchases, made in the call where `contact` says so."""
    words = f"Trung Quốc mua {tonnes / 1e6:g} triệu tấn đậu nành Mỹ"
    event = "Ông Trump và ông Tập điện đàm hôm 24/11"
    article = _article(name, f"{words}, theo {who}. {event}.", published, "Báo Nông sản", f"Đậu nành, bản tin {name}")
    call = Contact(id="c1", mode="phone-call", status="held", participants=(TRUMP, XI),
                   time=ContactTime(edtf="2025-11-24", basis="stated", text="24/11"),
                   evidence=(_evidence(article.text, event, "test.contact"),))  # fmt: skip
    made = Commitment(
        id="k1", contact="c1" if contact else None, committer=Party(country="CN"), counterparty=Party(country="US"),
        action="buy", object=TradeObject(name="soybeans", hs="1201"), quantity=Quantity(value=tonnes, unit="t"),
        deadline=Deadline(edtf=deadline, text="hạn chót") if deadline else None, stage=stage,
        claimed_by=Party(name=who, country="US"), measured_by=measured,
        evidence=(_evidence(article.text, words, "test.promise"),),
    )  # fmt: skip
    return Reading(article=article, contacts=(call,) if contact else (), commitments=(made,))


def event(
    name: str,
    mode: Mode,
    status: Status,
    edtf: str,
    people: tuple[Participant, ...],
    published: str,
    place: str | None = None,
    topics: tuple[str, ...] = (),
    publisher: str = "Báo Thử",
) -> Reading:
    """One report of a contact."""
    words = f"Tin {name}: cuộc tiếp xúc được báo chí hai nước nhắc tới trong ngày hôm nay"
    article = _article(name, f"{words}.", published, publisher, f"Tin {name}")
    contact = Contact(id="c1", mode=mode, status=status, participants=people, topics=topics,
                      time=ContactTime(edtf=edtf, basis="stated"), place=Place(name=place) if place else None,
                      evidence=(_evidence(article.text, words, "test.contact"),))  # fmt: skip
    return Reading(article=article, contacts=(contact,))


def copy(number: int) -> Reading:
    """One text in several papers."""
    told = event(
        "copy", "phone-call", "held", "2025-11-20", (XI, PUTIN), f"2025-11-2{number}", publisher=f"Báo {number}"
    )
    one = told.article
    own = Article(
        id=f"copy-{number}",
        publisher=one.publisher,
        title=one.title,
        published=one.published,
        published_basis="given",
        language="vi",
        text=one.text,
    )
    return Reading(article=own, contacts=told.contacts)


def hostile(name: str = "hostile") -> Reading:
    """An article that tries to act instead of being read, with facts all over it."""
    article = Article(
        id=name,
        url="javascript:alert(1)",
        publisher=HOSTILE[:60],
        title=HOSTILE,
        published="2025-11-25",
        published_basis="given",
        language="vi",
        text=HOSTILE + "\n\n" + HOSTILE * 3,
    )
    piece = Evidence(start=0, end=40, text=article.text[:40], rule="<b>rule</b>")
    contact = Contact(id='c"><script>', mode="meeting", status="held", topics=("trade",), evidence=(piece,),
                      participants=(Participant(person=HOSTILE[:50], country="US"), PUTIN),
                      time=ContactTime(edtf="2025-11-20", basis="stated"))  # fmt: skip
    said = Statement(
        id="s1",
        contact=contact.id,
        speaker=Speaker(name=HOSTILE[:50], country="US"),
        kind="direct",
        topics=("trade",),
        content=Span(start=5, end=90, text=article.text[5:90]),
        evidence=(piece,),
    )
    return Reading(article=article, contacts=(contact,), statements=(said,))


def readings() -> list[Reading]:
    """The whole newsroom."""
    taiwan = "Đài Loan trở về Trung Quốc là một phần quan trọng của trật tự quốc tế sau chiến tranh"
    return [
        account("us-1", "US", "Donald Trump", [
            ("hai bên nói về Ukraine, fentanyl và đậu nành", ("ukraine", "fentanyl", "soybeans")),
            ("thỏa thuận lớn cho nông dân Mỹ sẽ còn tốt hơn", ("agriculture", "trade"))],
            "2025-11-24T22:10:00+07:00", medium="truth-social"),
        account("us-2", "US", "Karoline Leavitt", [("trọng tâm cuộc gọi là thương mại", ("trade",))],
                "2025-11-25T03:00:00+07:00", "Báo Khác", "press-briefing", silence="taiwan"),
        account("cn-1", "CN", "Xi Jinping", [
            (taiwan, ("taiwan", "international-order")), ("hai nước nên mở rộng hợp tác thương mại", ("trade",))],
            "2025-11-24T21:40:00+07:00", "Báo Thử", "foreign-ministry"),
        promise("soy-1", "2025-10-31", "pledged", 12_000_000, "Scott Bessent", "2025-12-31"),
        promise("soy-2", "2025-11-14", "ordered", 332_000, "USDA", measured="USDA"),
        promise("soy-3", "2025-11-25", "pledged", 12_000_000, "Brooke Rollins", "2026-02-28", contact=True),
        promise("soy-4", "2025-12-20", "ordered", 8_000_000, "USDA", measured="USDA"),
        event("busan", "meeting", "held", "2025-10-30", (TRUMP, XI), "2025-10-31", "Busan", ("trade",)),
        event("september", "phone-call", "held", "2025-09-19", (TRUMP, XI), "2025-09-20", None, ("tiktok", "trade")),
        event("beijing", "visit", "planned", "2026-04", (TRUMP, XI), "2025-11-25", "Beijing", ("visits",)),
        event("moscow", "phone-call", "held", "2025-10-16", (TRUMP, PUTIN), "2025-10-17", None, ("ukraine",)),
        event("budapest", "meeting", "cancelled", "2025-10-22", (TRUMP, PUTIN), "2025-10-22", "Budapest", ("ukraine",)),
        *(copy(number) for number in (1, 2, 3)),
        hostile(),
    ]  # fmt: skip
