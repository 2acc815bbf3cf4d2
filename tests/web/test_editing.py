"""Corrections from the page: a value, a merge, a split, undoing them; the history names the editor."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from readout.ledger import LedgerError, correcting
from readout.link import editing
from readout.link.editing import FIELDS
from readout.model.answers import LedgerContact
from readout.model.records import Commitment
from readout.web import terms
from readout.web.pages import editing as pages_editing
from readout.web.pages.editing import value_from
from readout.web.words import words

from .test_guards import sign_in
from .test_pages import contact_id


def test_a_value_is_corrected_shown_in_the_history_and_undone(own: TestClient) -> None:
    mark, one = sign_in(own), contact_id(own)
    assert "Correct, merge, split" in own.get(f"/contacts/{one}").text
    sent = {"field": "place.name", "value": "Washington", "why": "Nhà Trắng nói vậy", "csrf": mark}
    assert own.post(f"/edit/{one}/correct", data=sent, follow_redirects=False).status_code == 303
    assert "Washington" in own.get(f"/contacts/{one}").text
    history = own.get(f"/history/{one}").text
    assert "lan" in history and "Nhà Trắng nói vậy" in history and "place.name" in history
    assert own.post(f"/edit/{one}/undo", data={"number": 1, "why": "nhầm", "csrf": mark}).status_code == 200
    assert "Washington" not in own.get(f"/contacts/{one}").text
    assert "undone by lan" in own.get(f"/history/{one}").text


def test_the_form_names_every_field_and_value_in_the_readers_language(own: TestClient) -> None:
    sign_in(own)
    thread = own.get("/api/v1/commitments?q=soybeans").json()["items"][0]["id"]
    for one, kind, value in ((contact_id(own), LedgerContact, "đã hủy"), (thread, Commitment, "đã giao")):
        page = own.get(f"/edit/{one}", headers={"accept-language": "vi"}).text
        assert set(FIELDS[kind]) <= set(terms.FIELDS) and value in page
        for field in FIELDS[kind]:
            assert f'<option value="{field}">{words("vi").term(terms.FIELDS, field)}' in page


def test_a_value_that_cannot_be_is_explained(own: TestClient) -> None:
    mark, one = sign_in(own), contact_id(own)
    for field, value in (("mode", "dinner"), ("time.edtf", "soon"), ("round", "many"), ("evidence", "x")):
        answer = own.post(f"/edit/{one}/correct", data={"field": field, "value": value, "why": "x", "csrf": mark})
        assert answer.status_code == 422 and 'role="alert"' in answer.text
    nothing = own.post(f"/edit/{one}/correct", data={"field": "mode", "value": "talks", "why": " ", "csrf": mark})
    assert nothing.status_code == 422


def test_what_the_ledger_refuses_is_told_in_the_readers_language(own: TestClient) -> None:
    mark, one = sign_in(own), contact_id(own)
    article = own.get(f"/api/v1/contacts/{contact_id(own, person='vladimir-putin')}").json()["history"][0]["article"]
    own.post(f"/edit/{one}/correct", data={"field": "place.name", "value": "Washington", "why": "x", "csrf": mark})
    own.post(f"/edit/{one}/undo", data={"number": 1, "why": "x", "csrf": mark})
    for verb, sent, told in (
        ("correct", {"field": "mode", "value": "dinner"}, "“dinner” không thể là giá trị của “loại”"),
        ("correct", {"field": "round", "value": "many"}, "“many” không thể là giá trị của “vòng”"),
        ("correct", {"field": "time.edtf", "value": "soon"}, "“soon” không phải là ngày"),
        ("correct", {"field": "evidence", "value": "x"}, "“evidence” không sửa được"),
        ("correct", {"field": "mode", "value": "talks", "why": " "}, "Hãy nêu lý do."),
        ("merge", {"into": one}, "không gộp được"),
        ("split", {"articles": article}, "Không tách như vậy được"),
        ("undo", {"number": "1"}, "Lần sửa 1 đã được lan hoàn tác rồi."),
    ):
        answer = own.post(
            f"/edit/{one}/{verb}", data={"why": "x", "csrf": mark} | sent, headers={"accept-language": "vi"}
        )
        assert answer.status_code == 422 and told in answer.text, told


def test_every_reason_to_refuse_has_words() -> None:
    source = "".join(Path(one.__file__).read_text("utf-8") for one in (correcting, editing, pages_editing))
    named = set(re.findall(r'(?:Refused|CannotBe)\([^()]*(?:\([^()]*\)[^()]*)*?, "([a-z-]+)"', source))
    assert named == set(terms.REFUSALS)


def test_two_contacts_become_one_and_one_becomes_two(own: TestClient) -> None:
    mark, one = sign_in(own), contact_id(own)
    other = contact_id(own, person="donald-trump", since="2025-09-19", until="2025-09-19")
    sent = {"into": f"http://testserver/contacts/{one}", "why": "x", "csrf": mark}
    merged = own.post(f"/edit/{other}/merge", data=sent, follow_redirects=False)
    assert merged.headers["location"] == f"/contacts/{one}"
    assert own.get(f"/api/v1/contacts/{one}").json()["reports"] == 5
    article = own.get("/api/v1/contacts/" + one).json()["history"][0]["article"]
    sent = {"articles": article, "why": "x", "csrf": mark}
    apart = own.post(f"/edit/{one}/split", data=sent, follow_redirects=False)
    assert apart.status_code == 303
    assert own.get(f"/api/v1/contacts/{one}").json()["reports"] == 4


def test_a_reader_sees_the_history_and_no_form(client: TestClient) -> None:
    one = contact_id(client)
    assert "Nobody has corrected this." in client.get(f"/history/{one}").text
    assert client.get(f"/edit/{one}").status_code == 403
    assert "/edit/" not in client.get(f"/contacts/{one}").text


@pytest.mark.parametrize(("field", "text"), [("quantity.value", "nan"), ("quantity.value", "inf"),
                                             ("participants", "[" * 100_000)])  # fmt: skip
def test_what_is_no_number_or_no_list_is_refused(field: str, text: str) -> None:
    with pytest.raises(LedgerError, match="cannot be"):
        value_from(field, text)


def test_one_claim_of_a_commitment_is_corrected_from_its_page(own: TestClient) -> None:
    mark = sign_in(own)
    thread = own.get("/api/v1/commitments?q=soybeans").json()["items"][0]
    claim = thread["versions"][0]["id"]
    assert f'<option value="{claim}">1: ' in own.get(f"/edit/{thread['id']}").text
    sent = {"claim": claim, "field": "stage", "value": "refused", "why": "bài báo nói vậy", "csrf": mark}
    assert own.post(f"/edit/{thread['id']}/correct", data=sent, follow_redirects=False).status_code == 303
    told = own.get(f"/api/v1/commitments/{thread['id']}").json()["versions"]
    assert [one["stage"] for one in told] == ["refused", *(one["stage"] for one in thread["versions"][1:])]
    assert "bài báo nói vậy" in own.get(f"/history/{thread['id']}").text


def test_what_is_no_claim_of_the_commitment_is_not_corrected_from_its_page(own: TestClient) -> None:
    mark, contact = sign_in(own), contact_id(own)
    thread = own.get("/api/v1/commitments?q=soybeans").json()["items"][0]
    claim_of_thread = thread["versions"][0]["id"]
    for subject, claim, field, value in (
        (thread["id"], contact, "status", "denied"),
        (thread["id"], thread["id"], "stage", "refused"),
        (contact, claim_of_thread, "stage", "refused"),
    ):
        sent = {"claim": claim, "field": field, "value": value, "why": "x", "csrf": mark}
        answer = own.post(f"/edit/{subject}/correct", data=sent, headers={"accept-language": "vi"})
        assert answer.status_code == 422 and f"“{claim}” không phải là lời kể của cam kết này" in answer.text
        assert "Nobody has corrected this." in own.get(f"/history/{claim}", headers={"accept-language": "en"}).text
