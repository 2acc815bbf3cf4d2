"""Links of facets: each narrows the list by its value or takes it away, and keeps the rest of the address."""

from types import SimpleNamespace
from typing import cast
from urllib.parse import parse_qs, urlsplit

import pytest

from readout.ledger.catalogue import Facets
from readout.web.facets import facet_groups
from readout.web.filters import listing
from readout.web.render import Visit
from readout.web.words import words

FOUND = Facets(country=(("CN", 3), ("US", 2)), publisher=(("Tin & Ảnh 100%", 2),), year=(("2025", 4),))


@pytest.mark.parametrize(
    ("group", "asked", "name", "chosen", "kept"),
    [
        ("country", {}, "China", False, {"country": "CN"}),
        ("country", {"country": "US"}, "China", False, {"country": "US,CN"}),
        ("country", {"country": "US,CN", "q": "gạo & ngô"}, "China", True, {"country": "US", "q": "gạo & ngô"}),
        ("paper", {"page": "3"}, "Tin & Ảnh 100%", False, {"paper": "Tin & Ảnh 100%"}),
        ("paper", {"paper": "Tin & Ảnh 100%", "sort": "oldest"}, "Tin & Ảnh 100%", True, {"sort": "oldest"}),
        ("year", {"q": "%00"}, "2025", False, {"since": "2025", "until": "2025", "q": "%00"}),
        ("year", {"since": "2025", "until": "2025"}, "2025", True, {}),
        ("year", {"since": "2025"}, "2025", False, {"since": "2025", "until": "2025"}),
    ],
)
def test_a_facet_narrows_or_widens(
    group: str, asked: dict[str, str], name: str, chosen: bool, kept: dict[str, str]
) -> None:
    spoken = words("en")
    visit = cast("Visit", SimpleNamespace(words=spoken, language=spoken.language))
    groups = {field: values for field, _, values in facet_groups(visit, listing("/search", asked), FOUND)}
    value = next(one for one in groups[group] if one.name == name)
    assert value.chosen == chosen
    assert {key: one[0] for key, one in parse_qs(urlsplit(value.href).query).items()} == kept
