"""What reading an article again would change. No I/O."""

from typing import Any, Literal

from readout.model.records import Record

ChangeKind = Literal["gained", "lost", "changed"]
FactKind = Literal["contact", "statement", "commitment", "silence", "figure"]


class FieldChange(Record, frozen=True, kw_only=True):
    """One field of a fact, as JSON holds it, before and after."""

    field: str
    old: Any = None
    new: Any = None


class FactChange(Record, frozen=True, kw_only=True):
    """A fact that comes, goes or is read differently; `text` are its words, `rule` what read them (last)."""

    kind: ChangeKind
    fact: FactKind
    text: str
    rule: str | None = None
    fields: tuple[FieldChange, ...] = ()


class RereadArticle(Record, frozen=True, kw_only=True):
    """An article that is read differently now; without changes only times, amounts or evidence differ."""

    article: str
    name: str
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    changes: tuple[FactChange, ...] = ()
