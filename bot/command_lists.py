"""The commands that Telegram offers beside the field for writing: which ones, in which chats and languages."""

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram.error import TelegramError

from bot.desk import Desk
from bot.handlers import manager, owner
from bot.handlers.staff import commands as in_topics
from bot.handlers.staff import general
from bot.operator_text import sentence

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]
"""One call of the Bot API: method and parameters."""

_log = logging.getLogger("bot")


@dataclass(frozen=True, slots=True)
class CommandList:
    """What is offered in one scope to people of one language; "" is every language without a list of its own."""

    scope: Mapping[str, Any]
    language: str
    commands: tuple[tuple[str, str], ...]  # name and what it does


def command_lists(desk: Desk) -> tuple[CommandList, ...]:
    """Owners in their own language, the people of the office in the office's."""
    private = {"type": "all_private_chats"}
    tongue = desk.office_locale
    owners = {locale: _described(desk, "owner", locale, owner.COMMANDS) for locale in desk.office.languages}
    staff = _described(desk, "staff", tongue, dict.fromkeys((*in_topics.NAMES, *general.NAMES)))
    managers = _described(desk, "manager", tongue, manager.COMMANDS_IN_CHAT)
    lists = [CommandList(private, "", owners[tongue])]
    lists += [CommandList(private, locale, owners[locale]) for locale in desk.office.languages]
    lists += [CommandList(_chat(chat), "", staff) for chat in sorted(desk.staff_chats)]
    if desk.chats.manager is not None:
        lists.append(CommandList(_chat(desk.chats.manager), "", managers))
    own = _described(desk, "manager", tongue, manager.COMMANDS_IN_PRIVATE)
    for user in desk.chats.private_managers:
        lists.append(CommandList(_chat(user), "", (*own, *owners[tongue])))
    return tuple(lists)


async def show_commands(call: Call, desk: Desk) -> None:
    """Tells Telegram. What it refuses is said in one line: everything can be typed all the same."""
    refused: list[str] = []
    for shown in command_lists(desk):
        params = {
            "commands": [{"command": name, "description": words} for name, words in shown.commands],
            "scope": shown.scope,
            **({"language_code": shown.language} if shown.language else {}),
        }
        try:
            await call("setMyCommands", params)
        except TelegramError as error:
            refused.append(f"{shown.scope.get('chat_id', shown.language)}: {error.message}")
    if refused:
        _log.warning(sentence("commands-not-shown", reasons=", ".join(dict.fromkeys(refused))))


def _described(desk: Desk, role: str, locale: str, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, desk.texts.say(locale, f"commands-{role}-{name}")) for name in names)


def _chat(chat_id: int) -> Mapping[str, Any]:
    return {"type": "chat", "chat_id": chat_id}
