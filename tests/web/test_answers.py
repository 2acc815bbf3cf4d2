"""Finished answers: pages do not wait for exports, and at most as many are made at a time as are allowed."""

import asyncio

from readout.web.answers import Answers
from readout.web.guards import Message, Receive, Scope, Send


def asked(path: str) -> Scope:
    return {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}


async def waiting() -> Message:
    return {"type": "http.request"}


def test_a_page_does_not_wait_for_an_export_but_for_another_page() -> None:
    made: list[str] = []

    async def slowly(scope: Scope, _receive: Receive, send: Send) -> None:
        made.append(scope["path"])
        await asyncio.sleep(0.2 if scope["path"].endswith(".csv") else 0.05)
        made.append(f"{scope['path']} done")
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def readers() -> None:
        answers = Answers(slowly, lambda: "one", size=0, at_once=1)

        async def nowhere(_message: Message) -> None: ...

        paths = ("/contacts.csv", "/contacts", "/search")
        await asyncio.gather(*(answers(asked(path), waiting, nowhere) for path in paths))

    asyncio.run(readers())
    assert made == ["/contacts.csv", "/contacts", "/contacts done", "/search", "/search done", "/contacts.csv done"]
