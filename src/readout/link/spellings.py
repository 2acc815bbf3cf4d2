"""Who is meant by a name as another language spells it: "Tập Cận Bình" asks for Xi Jinping."""

from functools import cache

from readout.knowledge.tables import columns
from readout.text.names import folded


def people_called(name: str) -> frozenset[str]:
    """Ids of the known people with this whole name, in any case, with or without diacritics; one word names nobody."""
    asked = folded(name)
    return _forms().get(asked, frozenset()) if " " in asked else frozenset()


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, person, kind in columns("vi/people.tsv", "form", "person", "kind"):
        if kind == "full" and " " in form:
            found.setdefault(folded(form), set()).add(person)
    return {form: frozenset(people) for form, people in found.items()}
