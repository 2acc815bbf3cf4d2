"""The JSON Schema (2020-12) of a reading, generated from the records."""

from typing import Any

import msgspec

from readout.model.records import Reading

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "urn:readout:schema:reading:1"


def reading_schema() -> dict[str, Any]:
    """Return the schema that every line of `readout read --json` holds to, as a plain dictionary."""
    (reference,), definitions = msgspec.json.schema_components([Reading], ref_template="#/$defs/{name}")
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "Reading",
        "description": "What readout read from one article; offsets count Unicode code points in article.text.",
        **reference,
        "$defs": definitions,
    }
