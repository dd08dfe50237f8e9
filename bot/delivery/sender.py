"""The only caller of the Bot API's sending methods."""

import json
import ssl
import sys
import warnings
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import Any

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.settings import Settings

IN_FLIGHT = 16
"""httpx gets slower with more (facts: "Sending")."""

_MAKES_MESSAGE = ("send", "copy", "forward")
_MAKES_ALBUMS = frozenset({"copyMessages", "forwardMessages", "sendMediaGroup"})

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Bot]:
    """The client library's Bot, used for nothing but calls; fetching updates has a pool of its own."""
    assert settings.telegram_bot_token is not None
    if find_spec("sniffio") is None:
        # httpcore imports it at every lock; what is not there would be looked for in every folder each time.
        sys.modules["sniffio"] = None  # type: ignore[assignment]
    # Raw calls are meant: rows hold the Bot API's own names.
    warnings.filterwarnings("ignore", category=PTBUserWarning, message=".*Please use 'Bot.*")
    # One set of certificates for both pools, and none where nothing is encrypted: each costs some megabytes.
    verify = httpx.create_ssl_context() if settings.telegram_api_url.startswith("https:") else False
    calls, updates = _request(IN_FLIGHT, verify), _request(1, verify)
    bot = Bot(
        settings.telegram_bot_token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=calls,
        get_updates_request=updates,
    )
    async with calls, updates:
        yield bot


class Request(HTTPXRequest):
    """The client library's, which takes whatever JSON there is for Telegram's and stumbles over what it misses."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Raises TelegramError for an answer that somebody on the way gave instead of Telegram."""
        code, body = await super().do_request(*args, **kwargs)
        if not _is_telegrams(code, body):
            raise TelegramError(f"the answer {code} is not Telegram's")
        return code, body


def _is_telegrams(code: int, body: bytes) -> bool:
    """Whether it has the form of the Bot API: a result, or a refusal with its reason. Files are not asked for here."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(answer, dict):
        return False
    if 200 <= code < 300:
        return answer.get("ok") is True and "result" in answer
    return answer.get("ok") is False and isinstance(answer.get("description"), str)


def _request(connections: int, verify: ssl.SSLContext | bool) -> HTTPXRequest:
    return Request(
        httpx_kwargs={"verify": verify},
        connection_pool_size=connections,
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=_READ_SECONDS,
        write_timeout=_READ_SECONDS,
        pool_timeout=_READ_SECONDS,
    )


async def send(bot: Bot, method: str, params: Mapping[str, Any]) -> Any:
    """One call; the Bot API's result as plain JSON. Raises the client library's errors, and TelegramError for a result
    that names nothing of what the call makes: that is no answer of Telegram's either."""
    result = await bot.do_api_request(method, api_kwargs=dict(params))
    if not _names_what_it_made(method, result):
        raise TelegramError(f"the answer to {method} names nothing that was sent")
    return result


def _names_what_it_made(method: str, result: Any) -> bool:
    """Whether every message, or the topic, that a call makes has its number in the result."""
    if method == "createForumTopic":
        return _has_number(result, "message_thread_id")
    if method in _MAKES_ALBUMS:
        return isinstance(result, list) and all(_has_number(one, "message_id") for one in result)
    return not method.startswith(_MAKES_MESSAGE) or _has_number(result, "message_id")


def _has_number(result: Any, name: str) -> bool:
    return isinstance(result, dict) and type(result.get(name)) is int


async def get_updates(bot: Bot, *, read_timeout: float, **params: Any) -> list[Any]:
    """Raw updates, as Telegram wrote them: the library would refuse a whole batch for one that it cannot parse."""
    given = {name: value for name, value in params.items() if value is not None}
    updates = await bot.do_api_request("getUpdates", api_kwargs=given, read_timeout=read_timeout)
    if not isinstance(updates, list):
        raise TelegramError("the answer is no list of updates")
    return updates


async def can_write(bot: Bot, chat_id: int) -> bool:
    """Whether a message would be accepted; "typing…" asks that without leaving a trace."""
    try:
        await bot.send_chat_action(chat_id, "typing")
    except (BadRequest, Forbidden):
        return False
    return True
