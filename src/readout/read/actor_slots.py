"""The slots that a rule of actors may have, as places in a list of the tokens that fill them."""

from typing import Final

SIDE: Final = 0
THIS_COUNTRY: Final = 1
SEAT: Final = 2
OFFICE: Final = 3
OFFICE_B: Final = 4
OFFICE_C: Final = 5
FORMER: Final = 6
COUNTERPART: Final = 7
CAPITAL: Final = 8
INSTITUTION: Final = 9
SEX: Final = 10
PERSON: Final = 11
PAIR: Final = 12
LEADER: Final = 13
GROUP: Final = 14
OTHER: Final = 15
COUNT: Final = 16
BY_NAME: Final = {
    "side": SIDE,
    "there": THIS_COUNTRY,
    "seat": SEAT,
    "office": OFFICE,
    "office_b": OFFICE_B,
    "office_c": OFFICE_C,
    "former": FORMER,
    "counterpart": COUNTERPART,
    "capital": CAPITAL,
    "institution": INSTITUTION,
    "sex": SEX,
    "person": PERSON,
    "pairref": PAIR,
    "leader": LEADER,
    "group": GROUP,
    "other": OTHER,
}
