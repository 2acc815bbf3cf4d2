"""Who is meant by a mention: the answer of `readout.read.actors`."""

from dataclasses import dataclass
from typing import Final

from mypy_extensions import mypyc_attr

_TWO_LETTERS: Final = ("EU", "UN", "G7", "WB", "E3")
"""Organisations whose code is as short as a country's."""


def is_organisation(code: str | None) -> bool:
    """The code is an organisation's, not a country's."""
    return code is not None and (len(code) != 2 or code in _TWO_LETTERS)


@mypyc_attr(acyclic=True)
@dataclass(slots=True, init=False)
class Actor:
    """Who a mention means; never changed. `country` is a code or None; `person` a name as the contract writes it, or
    None; `kind` is the mention's kind; `via` names what decided (for `explain`)."""

    country: str | None
    person: str | None
    person_id: str | None
    office: str | None
    kind: str
    sex: str
    via: str

    def __init__(  # written out because the compiler makes it faster than the generated one
        self,
        country: str | None,
        person: str | None = None,
        person_id: str | None = None,
        office: str | None = None,
        kind: str = "side",
        sex: str = "",
        via: str = "",
    ) -> None:
        self.country, self.person, self.person_id, self.office = country, person, person_id, office
        self.kind, self.sex, self.via = kind, sex, via

    def holding(self, office: str | None) -> "Actor":
        """The same actor in another office."""
        return Actor(self.country, self.person, self.person_id, office, self.kind, self.sex, self.via)

    def as_told(self, kind: str, via: str) -> "Actor":
        """The same actor, told by another kind of mention."""
        return Actor(self.country, self.person, self.person_id, self.office, kind, self.sex, via)

    @property
    def key(self) -> str:
        return self.person_id or (self.person or "").lower() or f"{self.office}@{self.country}"
