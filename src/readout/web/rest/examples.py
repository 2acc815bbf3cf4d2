"""One example of each answer, for the description of the API. The tests hold them to the schemas."""

from readout.model.answers import (
    Cell,
    CommitmentThread,
    Comparison,
    HistoryEntry,
    LedgerArticle,
    LedgerContact,
    LedgerStatement,
    ThreadVersion,
    TopicRow,
)
from readout.model.records import (
    Article,
    Contact,
    ContactTime,
    Deadline,
    Duration,
    Evidence,
    Participant,
    Party,
    Quantity,
    Reading,
    Span,
    Speaker,
    TradeObject,
)
from readout.model.searching import SearchHit

TEXT = "Ngày 24/11, ông Trump điện đàm với Chủ tịch Trung Quốc Tập Cận Bình."
WORDS = Evidence(start=12, end=67, text=TEXT[12:67], rule="vi.contact.subject-noun-with")
PARTIES = (
    Participant(person="Donald Trump", person_id="donald-trump", office="president", country="US"),
    Participant(person="Xi Jinping", person_id="xi-jinping", office="president", country="CN"),
)
DAY = ContactTime(edtf="2025-11-24", basis="stated", text="Ngày 24/11")
ARTICLE = LedgerArticle(
    id="a-3kfzq7m2xa",
    name="bao-mau-1",
    publisher="Báo Mẫu",
    title="Hai ông điện đàm",
    published="2025-11-25T08:40:00+07:00",
    language="vi",
    contacts=1,
)
READING = Reading(
    article=Article(id="bao-mau-1", published="2025-11-25", published_basis="given", language="vi", text=TEXT),
    contacts=(Contact(id="c1", mode="phone-call", status="held", participants=PARTIES, time=DAY, evidence=(WORDS,)),),
)
CONTACT = LedgerContact(
    id="c-rgrlcdpuxt", mode="phone-call", status="held", participants=PARTIES, time=DAY,
    duration=Duration(iso8601="PT1H", approximate=True), topics=("trade", "taiwan"), reports=1,
    publishers=("Báo Mẫu",), first_published="2025-11-25T08:40:00+07:00", series="CN-US remote", series_number=3,
    history=(HistoryEntry(status="held", edtf="2025-11-24", published="2025-11-25T08:40:00+07:00",
                          article=ARTICLE.id, publisher="Báo Mẫu", mode="phone-call", evidence=(WORDS,)),),
)  # fmt: skip
STATEMENT = LedgerStatement(
    id="s-5xq2mrwz7b", contact=CONTACT.id, speaker=Speaker(name="Xi Jinping", person_id="xi-jinping", country="CN"),
    kind="indirect", force="says", medium="foreign-ministry", topics=("taiwan",),
    content=Span(start=0, end=6, text="Taiwan"), article=ARTICLE.id, publisher="Báo Mẫu", published="2025-11-25",
)  # fmt: skip
COMPARISON = Comparison(
    contact=CONTACT.id, sides=("US", "CN"), as_of="2025-11-30", n_readouts={"US": 1, "CN": 1}, statements=(STATEMENT,),
    topics=(TopicRow(topic="taiwan", cells={"US": Cell(state="not-mentioned", n_readouts=1),
                                            "CN": Cell(state="raised", statements=(STATEMENT,), n_readouts=1)}),),
)  # fmt: skip
HIT = SearchHit(
    id=ARTICLE.id,
    article=ARTICLE.id,
    title=ARTICLE.title,
    publisher="Báo Mẫu",
    published="2025-11-25",
    snippet=TEXT,
    start=0,
    marks=((12, 20),),
    score=1.5,
)
THREAD = CommitmentThread(
    id="k-2mcw5tqz4d", committer=Party(country="CN"), counterparty=Party(country="US"), action="buy",
    object=TradeObject(name="soybeans", hs="1201"),
    versions=(ThreadVersion(action="buy", stage="pledged", quantity=Quantity(value=12_000_000, unit="t"),
                            deadline=Deadline(edtf="2025-12-31", text="cuối năm 2025"),
                            claimed_by=Party(name="Scott Bessent", country="US"), article=ARTICLE.id,
                            published="2025-11-25", publisher="Báo Mẫu"),),
)  # fmt: skip
