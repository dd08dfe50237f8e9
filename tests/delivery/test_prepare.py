"""From a row to a call: our ids become Telegram's, and what is not there yet is waited for."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.outgoing import Place, Terms, call
from bot.delivery.prepare import Call, NotNow, prepare
from bot.desk import Work
from storage import conversations
from storage.database import Database
from storage.models import OutboxRow, OutboxState, Topic
from tests.builders import STAFF_CHAT, Bench, an_owner

OWNER = 5001


@pytest.fixture
async def work(database: Database) -> AsyncIterator[Work]:
    async with Bench.on(database).transaction() as made:
        yield made


async def a_row(
    work: Work, method: str = "sendMessage", params: dict[str, Any] | None = None, **terms: Any
) -> OutboxRow:
    place = Place(terms.pop("chat_id", OWNER), terms.pop("topic_id", None))
    return await call(work, place, method, {"text": "안녕하세요"} if params is None else params, Terms(**terms))


async def a_topic(work: Work, thread: int | None) -> Topic:
    _, talk = await an_owner(work)
    topic = await conversations.reserve_topic(
        work.session, conversation_id=talk.id, staff_chat_id=STAFF_CHAT, name="101-1203", icon=None, at=work.now
    )
    topic.thread_id = thread
    return topic


async def prepared(work: Work, row: OutboxRow) -> dict[str, Any] | NotNow:
    """The parameters, or why there is no call."""
    result = await prepare(work.session, row, work.real_now)
    return dict(result.params) if isinstance(result, Call) else result


async def test_a_message_to_an_owner(work: Work) -> None:
    row = await a_row(work, params={"text": "안녕하세요", "_note": "never sent"})
    assert await prepared(work, row) == {"text": "안녕하세요", "chat_id": OWNER}


async def test_a_topic_stands_for_its_group_and_thread(work: Work) -> None:
    topic = await a_topic(work, 9)
    row = await a_row(work, chat_id=None, topic_id=topic.id)
    assert await prepared(work, row) == {"text": "안녕하세요", "chat_id": STAFF_CHAT, "message_thread_id": 9}


async def test_what_belongs_into_a_topic_waits_until_there_is_one(work: Work) -> None:
    topic = await a_topic(work, None)
    row = await a_row(work, chat_id=None, topic_id=topic.id)
    making = await a_row(work, "createForumTopic", {"name": "101-1203"}, chat_id=None, topic_id=topic.id)
    assert await prepared(work, row) is NotNow.WAITS
    assert await prepared(work, making) == {"name": "101-1203", "chat_id": STAFF_CHAT}


@pytest.mark.parametrize("method", ["editMessageText", "pinChatMessage", "deleteMessage", "setMessageReaction"])
async def test_what_changes_a_message_names_no_thread(work: Work, method: str) -> None:
    topic = await a_topic(work, 9)
    row = await a_row(work, method, {}, chat_id=None, topic_id=topic.id, target_message_id=44)
    assert await prepared(work, row) == {"chat_id": STAFF_CHAT, "message_id": 44}


@pytest.mark.parametrize("state", [OutboxState.PENDING, OutboxState.CLAIMED])
async def test_a_change_waits_until_its_message_has_arrived(work: Work, state: OutboxState) -> None:
    target = await a_row(work)
    target.state = state
    row = await a_row(work, "editMessageText", target_id=target.id)
    assert await prepared(work, row) is NotNow.WAITS

    target.state, target.telegram_message_id = OutboxState.SENT, 44
    assert await prepared(work, row) == {"text": "안녕하세요", "chat_id": OWNER, "message_id": 44}


@pytest.mark.parametrize("state", [OutboxState.DEAD, OutboxState.DROPPED, OutboxState.AMBIGUOUS])
async def test_a_change_of_what_never_arrived_is_pointless(work: Work, state: OutboxState) -> None:
    target = await a_row(work)
    target.state = state
    assert await prepared(work, await a_row(work, "editMessageText", target_id=target.id)) is NotNow.POINTLESS


async def test_an_answer_waits_for_its_partner_and_goes_alone_where_that_never_arrived(work: Work) -> None:
    partner = await a_row(work)
    row = await a_row(work, params={"text": "네", "_quote": "언제"}, reply_to_id=partner.id)
    assert await prepared(work, row) is NotNow.WAITS

    partner.telegram_message_id = 44
    reply = {"message_id": 44, "allow_sending_without_reply": True, "quote": "언제"}
    assert await prepared(work, row) == {"text": "네", "chat_id": OWNER, "reply_parameters": reply}

    partner.telegram_message_id, partner.state = None, OutboxState.DEAD
    assert await prepared(work, row) == {"text": "네", "chat_id": OWNER}


async def test_an_answer_may_be_sent_though_somebody_deleted_what_it_answers(work: Work) -> None:
    found = await prepared(work, await a_row(work, reply_to_message_id=44))
    assert isinstance(found, dict)
    assert found["reply_parameters"] == {"message_id": 44, "allow_sending_without_reply": True}


@pytest.mark.parametrize(("seconds", "pointless"), [(149.9, False), (150, True)])
async def test_an_answer_to_a_tap_expires(work: Work, seconds: float, pointless: bool) -> None:
    row = await a_row(work, "answerCallbackQuery", {}, chat_id=None, expires_in=timedelta(seconds=150))
    found = await prepare(work.session, row, work.real_now + timedelta(seconds=seconds))
    assert (found is NotNow.POINTLESS) == pointless


@pytest.mark.parametrize(
    ("params", "messages"), [({"text": "하나"}, 1), ({"message_ids": [1, 2, 3]}, 3), ({"media": [{}, {}]}, 2)]
)
async def test_the_parts_of_an_album_count_each(work: Work, params: dict[str, Any], messages: int) -> None:
    found = await prepare(work.session, await a_row(work, params=params), work.real_now)
    assert isinstance(found, Call)
    assert found.messages == messages
