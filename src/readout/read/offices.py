"""What an office says by itself: who leads, what many hold at once, whose a title without a country is."""

from typing import Final

TOP_OFFICES: Final = (
    "president",
    "prime-minister",
    "general-secretary",
    "supreme-leader",
    "monarch",
    "crown-prince",
    "president-of-state-affairs",
    "commission-president",
    "secretary-general",
    "chief-executive",
)
OFFICES_OF_MANY: Final = frozenset(
    ("ambassador", "consul-general", "charge-d-affaires", "deputy-minister", "special-envoy")
)
"""Offices that a country fills many times at once: the one holder of the table need not be the one meant."""
SPOKESPEOPLE: Final = ("press-secretary", "foreign-ministry-spokesperson", "government-spokesperson", "spokesperson")
AIDES: Final = frozenset(("presidential-aide", "press-secretary", "special-envoy", "national-security-adviser"))
_HOME: Final = (
    "tổng bí thư",
    "chủ tịch nước",
    "thủ tướng",
    "chủ tịch quốc hội",
    "chủ tịch ubnd",
    "phó chủ tịch ubnd",
    "bí thư thành ủy",
    "bí thư tỉnh ủy",
)
"""Titles that a Vietnamese newspaper gives its own officials without a country, also without a name."""
_NAMED: Final = ("phó thủ tướng", "thường trực ban bí thư", "phó chủ tịch nước", "bộ trưởng", "thứ trưởng")
"""Titles that it gives them so only with a name."""
_LOWER: Final = ("deputy-", "vice-", "assistant-", "former-", "acting-")
"""How offices begin that are not the one they end with."""
_ANY: Final = ("official", "senior-official", "leader")
"""What anybody in an office may be called."""


def is_home_title(title: str, named: bool) -> bool:
    """The newspaper gives the title to its own country's officials without naming the country."""
    return title.lower().startswith((*_HOME, *_NAMED) if named else _HOME)


def is_general_for(office: str, special: str | None) -> bool:
    """The office is a general word for the special one: a minister for the foreign minister, an official for both."""
    if special is None:
        return False
    return office in _ANY or (special.endswith("-" + office) and not special.startswith(_LOWER))
