"""Before the start, and for `doctor`: does Telegram accept us, are the chats what they must be, may we do what we need?
Is the database there and ours? Is the office written down without mistakes?

Every finding is one line that says what is wrong and how to mend it. Fatal ones stop the start."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, Chat
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.delivery.sender import can_write, open_bot
from bot.desk import Chats
from bot.errors import ApiError, DatabaseError, OfficeError, OperatorError, Problem
from bot.http import WEBHOOK_PATH
from bot.knowledge import Knowledge, Sources
from bot.office import Office, load_office
from bot.operator_text import line, lines
from bot.settings import Settings
from storage.database import Database
from storage.errors import DataKeyError, StorageError
from storage.installation import check_data_key, claim_bot
from storage.revision import check_revision

_TRIES = 3
_PAUSE_SECONDS = 1.0
_STAFF_RIGHTS = ("can_manage_topics", "can_pin_messages")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and whether the service can run with it."""

    problem: Problem
    fatal: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot as Telegram knows it."""

    id: int
    username: str
    sees_all_group_messages: bool


async def identify(bot: Bot, settings: Settings) -> Identity:
    """Asks who we are. Raises ApiError (one line) when the token is refused or nobody answers after a few tries."""
    for attempt in range(_TRIES):
        try:
            me = await bot.get_me()
        except InvalidToken:
            raise ApiError("api-token-refused", where="TELEGRAM_BOT_TOKEN") from None
        except TelegramError as error:
            if attempt == _TRIES - 1:
                raise _unreachable(settings, error) from None
            await asyncio.sleep(_PAUSE_SECONDS)
        else:
            return Identity(me.id, me.username or "", bool(me.can_read_all_group_messages))
    raise AssertionError("unreachable: the last try returns or raises")


async def check_chats(bot: Bot, settings: Settings, identity: Identity) -> tuple[Finding, ...]:
    """Looks at the staff group and the managers; any trouble in asking raises ApiError."""
    try:
        staff = await _staff_chat(bot, "STAFF_CHAT_ID", settings.staff_chat_id, identity)
        return (*staff, *await _managers(bot, settings))
    except TelegramError as error:
        raise _unreachable(settings, error) from None


async def check_departments(
    bot: Bot, settings: Settings, identity: Identity, office: Office, chats: Chats, known: frozenset[int] = frozenset()
) -> tuple[Finding, ...]:
    """Looks at the groups that departments have of their own, where they are by now (`chats`), except those that are
    `known` already; any trouble in asking raises ApiError."""
    found: list[Finding] = []
    try:
        for name, department in office.departments.items():
            chat = chats.now(department.staff_chat)
            where = f"{office.folder / 'office.yaml'}, departments.{name}.staff_chat"
            if chat is not None and chat == chats.manager:
                found.append(_fatal("office-department-managers", where, {}))
            elif chat != chats.staff and chat not in known:
                found += await _staff_chat(bot, where, chat, identity)
    except TelegramError as error:
        raise _unreachable(settings, error) from None
    return tuple(found)


def chats_of(settings: Settings) -> Chats:
    """The office's chats as they are written down."""
    return Chats(settings.staff_chat_id, settings.manager_chat_id, settings.manager_user_ids)


def check_webhook(settings: Settings) -> tuple[Finding, ...]:
    """A proxy in front may lead another path here, so this is no mistake for certain."""
    given = settings.webhook_url
    path = "" if given is None else urlsplit(given).path
    if given is None or path == WEBHOOK_PATH:
        return ()
    about = {"path": path or "/", "served": WEBHOOK_PATH}
    return (Finding(Problem("setting-webhook-url-path", "WEBHOOK_URL", about), fatal=False),)


def missing_settings(settings: Settings) -> tuple[Finding, ...]:
    """What the service cannot run without."""
    found = []
    if settings.telegram_bot_token is None:
        found.append(Finding(Problem("setting-telegram-bot-token-missing", "TELEGRAM_BOT_TOKEN"), fatal=True))
    if settings.staff_chat_id is None:
        found.append(Finding(Problem("setting-staff-chat-id-missing", "STAFF_CHAT_ID"), fatal=True))
    return tuple(found)


def stop_or_warn(findings: tuple[Finding, ...], warn: Callable[[str], None]) -> None:
    """Warns of what can wait; raises ApiError with every fatal finding."""
    for finding in findings:
        if not finding.fatal:
            warn(line(finding.problem))
    fatal = [finding.problem for finding in findings if finding.fatal]
    if fatal:
        error = ApiError(fatal[0].key, where=fatal[0].where, **fatal[0].args)
        error.problems = tuple(fatal)
        raise error


async def _staff_chat(bot: Bot, where: str, chat_id: int | None, identity: Identity) -> tuple[Finding, ...]:
    if chat_id is None:
        return ()
    about: Mapping[str, Any] = {"chat": chat_id}
    try:
        chat = await bot.get_chat(chat_id)
        me = await bot.get_chat_member(chat_id, identity.id)
    except (BadRequest, Forbidden):
        return (_fatal("api-staff-chat-missing", where, about),)
    if chat.type != "supergroup" or not chat.is_forum:
        return (await _no_forum(bot, where, about),)
    if me.status in ("left", "kicked"):
        return (_fatal("api-staff-chat-missing", where, about),)
    if me.status != "administrator":
        found = [_fatal("api-staff-chat-not-admin", where, about)]
        if not identity.sees_all_group_messages:
            found.append(_fatal("api-privacy-mode", where, {}))
        return tuple(found)
    return tuple(
        _fatal("api-staff-chat-right-missing", where, {**about, "right": right})
        for right in _STAFF_RIGHTS
        if not getattr(me, right, False)
    )


async def _no_forum(bot: Bot, where: str, about: Mapping[str, Any]) -> Finding:
    """A group without topics. One that was upgraded is still shown under its old id; it only refuses writing."""
    try:
        await can_write(bot, about["chat"])
    except ChatMigrated as moved:
        return _fatal("api-staff-chat-upgraded", where, {**about, "new": moved.new_chat_id})
    return _fatal("api-staff-chat-no-forum", where, about)


def _fatal(key: str, where: str, args: Mapping[str, Any]) -> Finding:
    return Finding(Problem(key, where, args), fatal=True)


async def _managers(bot: Bot, settings: Settings) -> tuple[Finding, ...]:
    if settings.manager_chat_id is None and not settings.manager_user_ids:
        return (Finding(Problem("api-manager-none", "MANAGER_CHAT_ID"), fatal=False),)
    found = []
    if settings.manager_chat_id is not None and not await _hears(bot, settings.manager_chat_id):
        problem = Problem("api-manager-chat-missing", "MANAGER_CHAT_ID", {"chat": settings.manager_chat_id})
        found.append(Finding(problem, fatal=False))
    for user in settings.manager_user_ids:
        if user != settings.manager_chat_id and not await can_write(bot, user):
            alone = settings.manager_chat_id is None
            key = "api-manager-silent" if alone else "api-manager-not-started"
            problem = Problem(key, "MANAGER_USER_IDS", {"user": user})
            found.append(Finding(problem, fatal=False))
    return tuple(found)


async def _hears(bot: Bot, chat_id: int) -> bool:
    """A group that became a supergroup hears too: what is sent to its old id is sent again to the new one."""
    try:
        return await can_write(bot, chat_id)
    except ChatMigrated:
        return True


def _unreachable(settings: Settings, error: TelegramError) -> ApiError:
    host = urlsplit(settings.telegram_api_url).netloc
    reason = type(error.__cause__ or error).__name__
    return ApiError("api-unreachable", where="TELEGRAM_API_URL", host=host, reason=reason)


def database_error(error: StorageError) -> DatabaseError:
    """The line about the variable that must be mended."""
    where = "DATA_KEY" if isinstance(error, DataKeyError) else "DATABASE_URL"
    return DatabaseError(f"database-{error.reason}", where=where, **error.details)


async def examine(settings: Settings) -> tuple[str, ...]:
    """`doctor`: everything that is wrong, as lines; nothing when all is well."""
    findings = [*missing_settings(settings), *check_webhook(settings)]
    out = [line(finding.problem) for finding in findings]
    for check in (_examine_telegram, _examine_database, _examine_office):
        try:
            out += await check(settings)
        except OperatorError as error:
            out += lines(error)
    return tuple(out)


async def _examine_telegram(settings: Settings) -> list[str]:
    if settings.telegram_bot_token is None:
        return []
    async with open_bot(settings) as bot:
        identity = await identify(bot, settings)
        found = await check_chats(bot, settings, identity)
        if settings.staff_chat_id is None:
            found += await _chats_seen(bot)
        with suppress(OfficeError):  # said where the office is looked at
            office = load_office(settings.office_dir)
            found += await check_departments(bot, settings, identity, office, chats_of(settings))
        return [line(finding.problem) for finding in found]


async def _chats_seen(bot: Bot) -> tuple[Finding, ...]:
    """The ids that the operator is looking for: who wrote to the bot lately, and which groups it is in. Nothing is
    acknowledged, so the service still receives all of it; with a webhook Telegram does not say."""
    try:
        updates = await bot.get_updates(timeout=0, limit=100)
    except TelegramError:
        return ()
    seen = {update.effective_chat.id: update.effective_chat for update in updates if update.effective_chat is not None}
    return tuple(Finding(_chat_seen(chat), fatal=False) for chat in seen.values())


def _chat_seen(chat: Chat) -> Problem:
    name = chat.title or chat.full_name or ""
    if chat.id < 0:
        return Problem("doctor-group-seen", "STAFF_CHAT_ID", {"name": name, "chat": chat.id})
    return Problem("doctor-person-seen", "MANAGER_USER_IDS", {"name": name, "chat": chat.id})


async def _examine_database(settings: Settings) -> list[str]:
    """A database that is new or has an older form is brought up to date by the start."""
    try:
        database = Database.open(settings.database_url, data_key=settings.data_key)
        try:
            await database.prove()
            await check_revision(database)
            await _examine_owner(database, settings)
        finally:
            await database.dispose()
    except StorageError as error:
        if error.reason != "behind":
            raise database_error(error) from None
    return []


async def _examine_owner(database: Database, settings: Settings) -> None:
    """The start's own questions, never committed: looking changes nothing."""
    async with database.unit_of_work() as unit:
        await check_data_key(unit.session, database.cipher)
        if settings.telegram_bot_token is not None:
            await claim_bot(unit.session, int(settings.telegram_bot_token.split(":")[0]))


async def _examine_office(settings: Settings) -> list[str]:
    Knowledge.read(settings, {}, Sources())
    return []


def main(settings: Settings) -> int:
    """`python -m bot doctor`: 0 when all is well, else 1 with one line per finding."""
    found = asyncio.run(examine(settings))
    for words in found:
        sys.stdout.write(words + "\n")
    if not found:
        sys.stdout.write(line(Problem("doctor-well")) + "\n")
    return 1 if found else 0
