"""Every code that an export can hold stands in the codebooks.

Written down from the sources, not from our code: CAMEO's numbers from the code list of openeventdata/text_to_CAMEO;
types, modes, contexts and quadrants from `PLOVER_MANUAL.tex` of openeventdata/PLOVER (commit 6b85b9a) and, for `host`,
from its `CAMEO2PLOVER-2021.txt`.
"""

import csv
import io
from itertools import product
from typing import get_args

import pytest

from readout.api import Ledger
from readout.knowledge import load
from readout.model.answers import HistoryEntry, LedgerContact, ThreadVersion
from readout.model.records import ContactTime, Participant, Place
from readout.model.vocabulary import Action, Mode, Role, Stage, Status
from readout.publish import Source, export
from readout.publish.plover import _CONTEXTS, QUADS, Code, contact_code, version_code


def words(text: str) -> list[str]:
    return text.split()


CAMEO = words("""
    030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354 0355 0356
    036 037 038 039 040 041 042 043 044 045 046 050 051 052 053 054 055 056 057 060 061 062 063 064 070 071 072 073
    074 075 120 121 1211 1212 1213 1214 122 1221 1222 1223 1224 123 124 125 126 127 128 129 130 131 1311 1312 1313
    132 133 134 135 136 137 138 139 160 161 162 1621 1622 1623 163 164 165 166 1661 1662 1663
""")
TYPE_OF_CUE = {"03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "12": "REJECT",
               "13": "THREATEN", "16": "SANCTION"}  # fmt: skip
QUAD = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "REJECT": 3, "THREATEN": 3, "SANCTION": 4}
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone", "host"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
}
CONTEXTS = set(
    words("""
    military intelligence peacekeeping economic diplomatic resource disease enviro_disaster migration humanitarian
    asylum legal human_rights rights_freedoms gender lgbt terrorism human_security religion_ethnicity executive
    election legislative cbrn cyber political_institutions corruption crime illegal_drugs
""")
)


def contacts() -> list[LedgerContact]:
    """A contact of every mode, status, pair of roles and place."""
    roles = product(get_args(Role), get_args(Role))
    return [
        LedgerContact(
            id="c-x", mode=mode, status=status, time=ContactTime(edtf="2026-02-04"), place=place,
            participants=(Participant(country="US", role=first), Participant(country="CN", role=second)),
            history=(HistoryEntry(status=status, article="a-x"),),
        )
        for mode, status, (first, second), place in product(
            get_args(Mode), get_args(Status), roles, (None, Place(country="US"), Place(country="KR")))
    ]  # fmt: skip


def codes() -> set[Code]:
    """Whatever our code can say of any contact and any promise."""
    told = {contact_code(one, *one.participants) for one in contacts()}
    told |= {
        version_code(ThreadVersion(action=action, stage=stage, article="a-x"))
        for action, stage in product(get_args(Action), get_args(Stage))
    }
    return {one for one in told if one}


def test_every_code_stands_in_the_codebooks() -> None:
    found = codes()
    assert len(found) > 15
    for one in found:
        assert one.cameo in CAMEO and TYPE_OF_CUE[one.cameo[:2]] == one.type, one
        assert one.mode is None or one.mode in MODES[one.type], one


def test_quadrants_and_contexts_are_those_of_the_manual() -> None:
    assert QUADS == QUAD
    assert set(_CONTEXTS.values()) <= CONTEXTS
    assert _CONTEXTS.keys() <= set(load().topics)


@pytest.mark.parametrize("stage", get_args(Stage))
def test_no_tariff_is_cooperation(stage: Stage) -> None:
    found = version_code(ThreadVersion(action="raise-tariff", stage=stage, article="a-x"))
    assert found is None or QUAD[found.type] > 2


def test_what_is_exported_holds_only_such_codes(ledger: Ledger) -> None:
    stream = io.BytesIO()
    export(Source(ledger), "plover", None, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert rows
    for row in rows:
        assert row["cameo_code"] in CAMEO and TYPE_OF_CUE[row["cameo_code"][:2]] == row["event_type"]
        assert set(row["contexts"].split("; ")) <= CONTEXTS
        assert not row["event_mode"] or row["event_mode"] in MODES[row["event_type"]]
