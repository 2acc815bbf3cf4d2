"""Firms that commit themselves: who they are and for which country they count."""

from functools import cache

from readout.knowledge.tables import columns
from readout.model.records import Amount, Party
from readout.read.analysis import View
from readout.read.tokens import Token


@cache
def _countries() -> dict[str, str]:
    """Firm → ISO 3166-1 alpha-2, from `shared/firms.tsv`."""
    return dict(columns("shared/firms.tsv", "name", "country"))  # type: ignore[arg-type]


def firm_at(text: str, token: Token) -> Party | None:
    """The firm that a token is the whole name of, or None."""
    name = text[token.start : token.end]
    country = _countries().get(name)
    return Party(country=country, organisation=name) if country else None


def maker_of(text: str, token: Token) -> Party | None:
    """The firm whose name ends the name of goods (`103 máy bay Boeing`), or None."""
    if not (token.has("commodity") or isinstance(token.record, Amount)):
        return None
    name = text[token.start : token.end].rsplit(" ", 1)[-1]
    country = _countries().get(name)
    return Party(country=country, organisation=name) if country else None


def is_that_firm(view: View, at: int) -> bool:
    """`hãng này`: the firm that was spoken of last."""
    this = at + 1 < len(view.tokens) and view.tokens[at + 1].has("this")
    return this and view.tokens[at].has("firm-noun")
