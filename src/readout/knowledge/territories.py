"""The English names of countries and territories, which CLDR has and an installation keeps."""

from functools import cache

from readout.knowledge import prepared


@cache
def english_names() -> dict[str, str]:
    """The name of every territory of CLDR by its code, also of those that ISO 3166-1 does not know."""
    return prepared.kept_names() or names_in_cldr()


def names_in_cldr() -> dict[str, str]:
    """The same, asked for anew."""
    from babel import Locale

    return {code: str(name) for code, name in Locale("en").territories.items()}
