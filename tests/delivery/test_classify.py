"""What Telegram and the network say, and what it means for the row: through the real client library."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import TelegramError

from bot.delivery.classify import Judgement, Verdict, judge
from bot.delivery.sender import Request, get_updates, send
from bot.outcome import FailureReason

Answer = Callable[[httpx.Request], httpx.Response]


async def judged(answer: Answer, method: str = "sendMessage") -> Judgement:
    """The judgement on a call that met with this."""
    with pytest.raises(TelegramError) as raised:
        await called(answer, method)
    return judge(raised.value)


async def called(answer: Answer, method: str) -> Any:
    request = Request(httpx_kwargs={"transport": httpx.MockTransport(answer)})
    async with request:
        bot = Bot("1:abc", request=request, get_updates_request=request)
        return await send(bot, method, {"chat_id": 1})


def refusal(code: int, description: str, **parameters: Any) -> Answer:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return lambda _request: httpx.Response(code, json=body)


def accepted(result: Any) -> Answer:
    return lambda _request: httpx.Response(200, json={"ok": True, "result": result})


def trouble(kind: type[httpx.TransportError]) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        raise kind("trouble", request=request)

    return answer


@pytest.mark.parametrize(
    ("code", "description", "verdict", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", Verdict.DEAD, FailureReason.BLOCKED),
        (403, "Forbidden: user is deactivated", Verdict.DEAD, FailureReason.BLOCKED),
        (403, "Forbidden: bot can't initiate conversation with a user", Verdict.DEAD, FailureReason.BLOCKED),
        (403, "Forbidden: bot was kicked from the supergroup chat", Verdict.DEAD, FailureReason.CHAT_GONE),
        (403, "Forbidden: bot is not a member of the supergroup chat", Verdict.DEAD, FailureReason.CHAT_GONE),
        (400, "Bad Request: chat not found", Verdict.DEAD, FailureReason.CHAT_GONE),
        (400, "Bad Request: PEER_ID_INVALID", Verdict.DEAD, FailureReason.CHAT_GONE),
        (400, "Bad Request: not enough rights to manage topics", Verdict.DEAD, FailureReason.RIGHTS),
        (400, "Bad Request: not enough rights to send text messages to the chat", Verdict.DEAD, FailureReason.RIGHTS),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Verdict.DEAD, FailureReason.RIGHTS),
        (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", Verdict.DEAD, FailureReason.RIGHTS),
        (400, "Bad Request: not enough rights to send photos to the chat", Verdict.DEAD, FailureReason.KIND),
        (400, "Bad Request: not enough rights to send video notes to the chat", Verdict.DEAD, FailureReason.KIND),
        (400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Verdict.DEAD, FailureReason.KIND),
        (400, "Bad Request: CHAT_SEND_MEDIA_FORBIDDEN", Verdict.DEAD, FailureReason.KIND),
        (400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", Verdict.DEAD, FailureReason.KIND),
        (400, "Bad Request: message thread not found", Verdict.TOPIC_LOST, None),
        (400, "Bad Request: TOPIC_ID_INVALID", Verdict.TOPIC_LOST, None),
        (400, "Bad Request: TOPIC_DELETED", Verdict.TOPIC_LOST, None),
        (400, "Bad Request: TOPIC_CLOSED", Verdict.TOPIC_CLOSED, None),
        (400, "Bad Request: message to be replied not found", Verdict.WITHOUT_REPLY, None),
        (400, "Bad Request: QUOTE_TEXT_INVALID", Verdict.WITHOUT_REPLY, None),
        (400, "Bad Request: message is not modified: specified new message content is the same", Verdict.DONE, None),
        (400, "Bad Request: TOPIC_NOT_MODIFIED", Verdict.DONE, None),
        (400, "Bad Request: message to edit not found", Verdict.DEAD, FailureReason.GONE),
        (400, "Bad Request: message can't be edited", Verdict.DEAD, FailureReason.TOO_OLD),
        (400, "Bad Request: message can't be deleted for everyone", Verdict.DEAD, FailureReason.TOO_OLD),
        (400, "Bad Request: message to delete not found", Verdict.DROPPED, None),
        (400, "Bad Request: message to pin not found", Verdict.DROPPED, None),
        (
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            Verdict.DROPPED,
            None,
        ),
        (400, "Bad Request: message text is empty", Verdict.DEAD, FailureReason.REFUSED),
        (400, "Bad Request: something that Telegram has never said before", Verdict.DEAD, FailureReason.REFUSED),
        (401, "Unauthorized", Verdict.RETRY, None),
        (409, "Conflict: terminated by other getUpdates request", Verdict.RETRY, None),
        (500, "Internal Server Error", Verdict.AMBIGUOUS, None),
        (502, "Bad Gateway", Verdict.AMBIGUOUS, None),
        (504, "Gateway Timeout", Verdict.AMBIGUOUS, None),
    ],
)
async def test_what_telegram_says(code: int, description: str, verdict: Verdict, reason: FailureReason | None) -> None:
    judgement = await judged(refusal(code, description))
    assert (judgement.verdict, judgement.reason) == (verdict, reason)


async def test_flood_control_says_how_long() -> None:
    judgement = await judged(refusal(429, "Too Many Requests: retry after 9", retry_after=9))
    assert (judgement.verdict, judgement.seconds) == (Verdict.WAIT, 9)


async def test_a_group_that_became_a_supergroup_says_which() -> None:
    said = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009)
    judgement = await judged(said)
    assert (judgement.verdict, judgement.new_chat_id) == (Verdict.MIGRATED, -1009)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (httpx.ConnectError, Verdict.RETRY),
        (httpx.ConnectTimeout, Verdict.RETRY),
        (httpx.PoolTimeout, Verdict.RETRY),
        (httpx.ProxyError, Verdict.RETRY),
        (httpx.ReadTimeout, Verdict.AMBIGUOUS),
        (httpx.WriteTimeout, Verdict.AMBIGUOUS),
        (httpx.ReadError, Verdict.AMBIGUOUS),
        (httpx.WriteError, Verdict.AMBIGUOUS),
        (httpx.RemoteProtocolError, Verdict.AMBIGUOUS),
    ],
)
async def test_what_the_network_does(kind: type[httpx.TransportError], verdict: Verdict) -> None:
    assert (await judged(trouble(kind))).verdict is verdict


@pytest.mark.parametrize("code", [200, 400, 401, 403, 404, 502])
@pytest.mark.parametrize(
    "body",
    [
        "<html>a proxy's own page</html>",
        "",
        "[]",
        "{}",
        "null",
        '"ok"',
        '{"ok": true}',
        '{"ok": "yes", "result": []}',
        '{"ok": false}',
        '{"result": {"message_id": 5}}',
        '{"message": "blocked by policy"}',
        "[" * 100_000,
    ],
)
async def test_an_answer_that_is_not_telegrams_says_nothing_about_the_message(
    code: int, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    judgement = await judged(lambda _request: httpx.Response(code, text=body))
    assert judgement.verdict is Verdict.AMBIGUOUS
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("sendMessage", {}),
        ("sendMessage", True),
        ("sendMessage", []),
        ("sendMessage", {"message_id": "5"}),
        ("sendMessage", {"message_id": True}),
        ("copyMessage", None),
        ("copyMessages", {}),
        ("copyMessages", [{"message_id": 5}, {}]),
        ("sendMediaGroup", True),
        ("createForumTopic", {"message_id": 5}),
    ],
)
async def test_a_result_that_names_nothing_of_what_was_sent_is_not_telegrams(method: str, result: Any) -> None:
    judgement = await judged(accepted(result), method)
    assert judgement.verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("sendMessage", {"message_id": 5, "date": 1}),
        ("copyMessages", [{"message_id": 5}, {"message_id": 6}]),
        ("createForumTopic", {"message_thread_id": 7, "name": "101동 1203호"}),
        ("editMessageText", True),
        ("pinChatMessage", True),
    ],
)
async def test_a_result_that_names_what_was_made_is_taken_as_it_is(method: str, result: Any) -> None:
    assert await called(accepted(result), method) == result


async def test_updates_that_are_no_list_are_asked_for_again() -> None:
    request = Request(
        httpx_kwargs={
            "transport": httpx.MockTransport(lambda _: httpx.Response(200, text='{"ok": true, "result": {}}'))
        }
    )
    async with request:
        bot = Bot("1:abc", request=request, get_updates_request=request)
        with pytest.raises(TelegramError):
            await get_updates(bot, read_timeout=1)
