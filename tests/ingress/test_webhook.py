"""The webhook's endpoint: who may post, what, and when 200 is said."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest

from bot.faults import Moment
from bot.http import application
from bot.ingress.webhook import MAX_BODY, SECRET_HEADER, Webhook
from tests.builders import Bench
from tests.ingress.inbox_story import InboxStory, message

SECRET = "sesame_1"


@pytest.fixture
def story(bench: Bench) -> InboxStory:
    return InboxStory(bench)


@pytest.fixture
async def telegram(story: InboxStory) -> AsyncIterator[httpx.AsyncClient]:
    """Whoever posts to the endpoint."""
    app = application(_well, _no_metrics, Webhook(SECRET, story.receives_all).post)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        yield client


async def _well() -> Mapping[str, bool]:
    return {"database": True}


async def _no_metrics(_parts: Mapping[str, bool]) -> bytes:
    return b""


async def post(telegram: httpx.AsyncClient, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret.encode()}
    return (await telegram.post("/telegram/webhook", content=body, headers=headers)).status_code


def written(update: Any) -> bytes:
    return json.dumps(update).encode()


async def test_an_update_is_kept_before_200_is_said(telegram: httpx.AsyncClient, story: InboxStory) -> None:
    at_commit: list[int] = []

    async def look(moment: Moment) -> None:
        if moment is Moment.AFTER_INBOX_COMMIT:
            at_commit.append(len(await story.rows()))

    story.reached = look
    assert await post(telegram, written(message(5001, "안녕하세요"))) == 200
    assert at_commit == [1]


async def test_the_same_update_again_is_accepted_and_kept_once(telegram: httpx.AsyncClient, story: InboxStory) -> None:
    update = message(5001, "안녕하세요")
    assert [await post(telegram, written(update)) for _ in range(3)] == [200, 200, 200]
    assert len(await story.rows()) == 1


async def test_a_database_that_is_away_is_no_200(telegram: httpx.AsyncClient, story: InboxStory) -> None:
    async def away(_moment: Moment) -> None:
        raise ConnectionError("the database is away")

    story.reached = away
    assert await post(telegram, written(message(5001, "안녕하세요"))) == 500
    assert await story.rows() == []


@pytest.mark.parametrize("secret", [None, "", "sesame_2", "sesame_", "sesame_11", "Sesame_1", "세서미"])
async def test_a_stranger_is_turned_away(telegram: httpx.AsyncClient, story: InboxStory, secret: str | None) -> None:
    assert await post(telegram, written(message(5001, "안녕하세요")), secret) == 403
    assert await story.rows() == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"hello", b"[1, 2]", b"null", b"7", b'"text"', b"\xff\xfe", b"[" * 100_000]
)
async def test_what_is_no_update_is_refused(telegram: httpx.AsyncClient, story: InboxStory, body: bytes) -> None:
    assert await post(telegram, body) == 400
    assert await story.rows() == []


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY, 200), (MAX_BODY + 1, 413), (3 * MAX_BODY, 413)])
async def test_a_body_larger_than_any_update_is_refused(telegram: httpx.AsyncClient, size: int, status: int) -> None:
    frame = len(written({"update_id": 1, "x": ""}))
    assert await post(telegram, written({"update_id": 1, "x": "x" * (size - frame)})) == status


@pytest.mark.parametrize("strange", ["\0", "\ud800", "\0" * 90])
async def test_what_no_database_takes_is_kept_all_the_same(
    telegram: httpx.AsyncClient, story: InboxStory, strange: str
) -> None:
    """On every way in: polling stores through the same door."""
    part, other = (message(5001, f"사진{strange}", group=f"13{strange}") for _ in range(2))
    assert await post(telegram, written(part)) == 200
    await story.receives(other)
    kept = await story.rows()
    assert [row.payload for row in kept] == [part, other]
    assert len({row.media_group for row in kept}) == 1


async def test_whoever_goes_away_in_the_middle_of_a_request_leaves_no_trace(story: InboxStory) -> None:
    app = application(_well, _no_metrics, Webhook(SECRET, story.receives_all).post)
    answered: list[Any] = []

    async def leaves() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def hears(event: Any) -> None:
        answered.append(event)

    headers = [(SECRET_HEADER.lower().encode(), SECRET.encode())]
    request = {"type": "http", "method": "POST", "path": "/telegram/webhook", "query_string": b"", "headers": headers}
    await app(request, leaves, hears)
    assert answered[0]["status"] == 499
    assert await story.rows() == []
