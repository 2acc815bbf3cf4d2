"""Articles: what the ledger holds, and POST to read one or, with a key, to add it."""

import hashlib
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.api import read
from readout.model.answers import LedgerArticle
from readout.model.records import Article, Reading
from readout.text.compose import compose
from readout.web.rest.answering import (
    STRICT,
    Added,
    ArticlePage,
    Cursor,
    Limit,
    Words,
    answer,
    documented,
    next_offset,
    offset_of,
)
from readout.web.rest.contacts import desk_of, plain
from readout.web.rest.examples import ARTICLE, READING, TEXT
from readout.web.settings import LONGEST

router = APIRouter(prefix="/api/v1", tags=["articles"], default_response_class=Response, dependencies=STRICT)
key = HTTPBearer(auto_error=False, description="An API key, made with `readout serve --new-key NAME --keys FILE`.")


class ArticleIn(BaseModel):
    """An article to read."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"text": TEXT, "published": "2025-11-25", "publisher": "Báo Mẫu"}}
    )

    text: Annotated[str, Field(min_length=1, max_length=LONGEST, description="The body, without the title.")]
    title: Annotated[str | None, Field(max_length=1000)] = None
    published: AwareDatetime | date | None = Field(None, description="A day, or a time with its offset.")
    publisher: Annotated[str | None, Field(max_length=300)] = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    id: Annotated[str | None, Field(min_length=1, max_length=300, description="Else it follows from the text.")] = None

    def article(self) -> Article:
        """The article as it is stored."""
        text = compose(self.title, self.text)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        published = self.published.isoformat() if self.published else None
        return Article(id=self.id or f"sent-{digest}", url=self.url or None, publisher=self.publisher or None,
                       title=self.title or None, published=published, text=text,
                       published_basis="given" if published else "unknown")  # fmt: skip


@router.post("/read", responses=documented(Reading, READING), summary="Read an article; nothing is stored")
def read_one(sent: ArticleIn) -> Response:
    """Everything that is read from the text, with the words and the rules."""
    return answer(read(sent.article()))


@router.post("/articles", responses={
    **documented(Added, Added(outcome="added", article=ARTICLE), 201, "It was added."),
    **documented(Added, Added(outcome="unchanged", article=ARTICLE), 200, "The ledger held it already."),
}, status_code=201, summary="Add an article; needs a key")  # fmt: skip
def add(
    request: Request, sent: ArticleIn, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(key)]
) -> Response:
    """Read it, store it, link it. The same article again changes nothing."""
    if credentials is None or request.app.state.accounts.key_holder(credentials.credentials) is None:
        raise HTTPException(401, "adding needs an API key", {"WWW-Authenticate": "Bearer"})
    desk, reading = desk_of(request), read(sent.article())
    outcome = desk.ledger.add(reading)
    desk.touched()
    return answer(Added(outcome=outcome, article=desk.ledger.article(reading.article.id)),
                  201 if outcome == "added" else 200)  # fmt: skip


@router.get("/articles", responses=documented(ArticlePage, ArticlePage(items=(ARTICLE,))), summary="Articles")
def articles(request: Request, paper: Words = None, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """The newest first."""
    offset = offset_of(cursor)
    found = desk_of(request).articles(plain(paper or "") or None, limit + 1, offset)
    return answer(ArticlePage(items=found[:limit], next=next_offset(found, limit, offset)))


@router.get("/articles/{id}", responses=documented(LedgerArticle, ARTICLE), summary="One article")
def article(request: Request, id: str) -> Response:
    """By the ledger's id or its own."""
    return answer(desk_of(request).ledger.article(plain(id)))


@router.get("/articles/{id}/reading", responses=documented(Reading, READING), summary="What was read from an article")
def reading(request: Request, id: str) -> Response:
    """The whole reading, as it was added."""
    return answer(desk_of(request).ledger.reading(plain(id)))
