"""The REST API: the shapes of the command line, cursors, problems; and schemathesis on its own description."""

import jsonschema
import pytest
from starlette.testclient import TestClient

from readout.api import reading_schema

schemathesis = pytest.importorskip("schemathesis")


def test_the_description_is_openapi_with_examples_that_hold(client: TestClient) -> None:
    spec = client.get("/api/v1/openapi.json").json()
    assert spec["openapi"].startswith("3.1")
    for path, operations in spec["paths"].items():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                for kind, body in answer.get("content", {}).items():
                    schema = {**body["schema"], "components": spec["components"]}
                    jsonschema.validate(body["example"], schema)
                    assert kind == ("application/json" if status[0] == "2" else "application/problem+json"), path


def test_cursors_lead_through_everything_once(client: TestClient) -> None:
    for path in ("/api/v1/contacts", "/api/v1/contacts?sort=oldest", "/api/v1/contacts?sort=reports",
                 "/api/v1/articles", "/api/v1/people"):  # fmt: skip
        seen: list[str] = []
        cursor = None
        while True:
            answer = client.get(path, params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
            seen += [one["id"] for one in answer["items"]]
            cursor = answer["next"]
            if cursor is None:
                break
        whole = [one["id"] for one in client.get(path, params={"limit": 200}).json()["items"]]
        assert seen == whole and len(set(seen)) == len(seen) > 3


@pytest.mark.parametrize(("path", "status"), [
    ("/api/v1/contacts?cursor=nonsense", 422), ("/api/v1/contacts?limit=0", 422), ("/api/v1/contacts?mode=dinner", 422),
    ("/api/v1/contacts/c-0", 404), ("/api/v1/nothing", 404), ("/api/v1/contacts?since=yesterday", 422),
    ("/api/v1/contacts?pair=US-XX", 422), ("/api/v1/contacts?country=U1", 422), ("/api/v1/contacts?pair=US", 422),
    ("/api/v1/contacts?topic=gossip", 422), ("/api/v1/contacts?countries=US", 422), ("/api/v1/topics?limit=3", 422),
    ("/api/v1/commitments?committer=XX", 422), ("/api/v1/people?country=nowhere", 422),
])  # fmt: skip
def test_errors_are_problems(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status and answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status and answer.json()["detail"]


def test_the_filters_are_those_of_the_command_line(client: TestClient) -> None:
    def count(query: str) -> int:
        return len(client.get(f"/api/v1/contacts?limit=200&{query}").json()["items"])

    assert count("country=US&country=CN") == count("pair=us-cn") == 4
    assert count("pair=US-CN&country=RU") == 0 == count("pair=AFRICAN-UNION-US")
    assert count("country=us&country=ru&status=cancelled") == 1
    assert count("person=putin&mode=phone-call") == 2
    assert count("topic=taiwan") == 1 and count("since=2025-11&until=2025-11") == 3
    assert count("since=2025-11-01&until=2025-11-30") == 3 == count("since=2025-10-31&until=2025-11-31")
    assert count("since=2025-11-31") == count("since=2025-11-30") < count("since=2025-10")
    assert count("paper=B%C3%A1o%203") == 1


def test_a_text_is_read_and_a_contact_told_by_both_sides(client: TestClient) -> None:
    sent = {"text": "Ngày 4/2, Tổng thống Mỹ Donald Trump điện đàm với ông Tập Cận Bình.", "published": "2026-02-05"}
    jsonschema.validate(client.post("/api/v1/read", json=sent).json(), reading_schema())
    call = client.get("/api/v1/contacts?since=2025-11-24&until=2025-11-24").json()["items"][0]["id"]
    sides = client.get(f"/api/v1/contacts/{call}/readouts").json()["items"]
    assert {one["side"]: len(one["statements"]) for one in sides} == {"US": 3, "CN": 2}
    cells = client.get(f"/api/v1/contacts/{call}/comparison").json()["topics"]
    assert {one["topic"]: one["cells"]["US"]["state"] for one in cells}["taiwan"] == "stated-silence"


def test_fuzzing_finds_no_failure_and_no_undocumented_answer(client: TestClient) -> None:
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    profile = settings(max_examples=12, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
                       suppress_health_check=list(HealthCheck))  # fmt: skip
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)

    def fuzz(operation):  # type: ignore[no-untyped-def]
        @profile
        @given(case=operation.as_strategy())
        def holds(case):  # type: ignore[no-untyped-def]
            # A cursor is opaque, and a pair two codes of a list: no schema tells either from other letters.
            made_up = {"cursor", "pair"} & (case.query or {}).keys()
            case.call_and_validate(excluded_checks=[positive_data_acceptance] if made_up else [])

        holds()

    operations = [one.ok() for one in schema.get_all_operations()]
    assert len(operations) >= 15
    for operation in operations:
        fuzz(operation)
