"""How updates reach the bot by polling: acknowledged, redelivered, filtered, and for one poller only."""

import asyncio
import time

import pytest
import telegram
from telegram.error import Conflict, InvalidToken

from bot.sandbox.client import SandboxClient
from bot.sandbox.world import BOT_ID, STAFF_CHAT_ID
from tests.sandbox.new_bots import new_bot


async def test_the_bot_knows_itself(bot: telegram.Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot, me.can_read_all_group_messages) == (BOT_ID, "haedap_sandbox_bot", True, True)


async def test_a_wrong_token_is_unauthorized(sandbox: SandboxClient) -> None:
    stranger = telegram.Bot("1:wrong", base_url=f"{sandbox.base_url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_updates_come_again_until_they_are_acknowledged(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    owner = await sandbox.user("김영희")
    for text in ("하나", "둘", "셋"):
        await owner.sends(text)

    first = await bot.get_updates(limit=2)
    again = await bot.get_updates(limit=2)
    rest = await bot.get_updates(offset=first[-1].update_id + 1)

    assert [u.message.text for u in first if u.message] == ["하나", "둘"]
    assert [u.update_id for u in again] == [u.update_id for u in first]
    assert [u.message.text for u in rest if u.message] == ["셋"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_negative_offset_keeps_only_the_last_ones(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    owner = await sandbox.user("김영희")
    for number in range(5):
        await owner.sends(str(number))
    assert [u.message.text for u in await bot.get_updates(offset=-2) if u.message] == ["3", "4"]
    assert [u.message.text for u in await bot.get_updates() if u.message] == ["3", "4"]


async def test_a_long_poll_returns_as_soon_as_something_happens(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    owner = await sandbox.user("김영희")
    poll = asyncio.create_task(bot.get_updates(timeout=15))
    await _until_polled(sandbox)
    began = time.monotonic()
    await owner.sends("여보세요")
    updates = await poll
    assert [u.message.text for u in updates if u.message] == ["여보세요"]
    assert time.monotonic() - began < 5


async def test_a_second_poller_ends_the_first(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    async with new_bot(sandbox) as second:
        first = asyncio.create_task(bot.get_updates(timeout=15))
        await _until_polled(sandbox)
        owner = await sandbox.user("김영희")
        poll = asyncio.create_task(second.get_updates(timeout=15))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await owner.sends("누가 받나요")
        assert [u.message.text for u in await poll if u.message] == ["누가 받나요"]


async def test_kinds_that_must_be_asked_for(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    owner, staff = await sandbox.user("김영희"), await sandbox.user("정하늘")
    message_id = await owner.sends("안녕하세요")
    await owner.private.reacts(message_id, "👍")
    await staff.in_group().does("leave")
    kinds = [_kind(u) for u in await bot.get_updates()]
    assert kinds == ["message", "message"], "neither the reaction nor the member's change was asked for"

    await bot.get_updates(offset=-1, allowed_updates=["message", "message_reaction", "chat_member"])
    await owner.private.reacts(message_id, "🔥")
    await staff.in_group().does("join")
    by_kind = {_kind(u): u for u in await bot.get_updates()}
    reaction = by_kind["message_reaction"].message_reaction
    assert reaction is not None
    assert [r.emoji for r in reaction.new_reaction if isinstance(r, telegram.ReactionTypeEmoji)] == ["🔥"]
    member = by_kind["chat_member"].chat_member
    assert member is not None
    assert (member.old_chat_member.status, member.new_chat_member.status) == ("left", "member")


async def test_a_bot_never_receives_its_own_messages(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await bot.send_message(STAFF_CHAT_ID, "나는 봇입니다")
    assert await bot.get_updates() == ()


async def test_anonymous_administrators_write_as_the_group(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    staff = await sandbox.user("이민수")
    await sandbox.patch_chat(STAFF_CHAT_ID, members=[{"user_id": staff.id, "anonymous": True}])
    await staff.in_group().sends("누구게")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.sender_chat is not None
    assert message.from_user is not None
    assert (message.sender_chat.id, message.from_user.username) == (STAFF_CHAT_ID, "GroupAnonymousBot")


async def test_anything_can_be_injected_and_ids_can_begin_anew(sandbox: SandboxClient) -> None:
    await sandbox.raw_update({"message": "not a message"})
    await sandbox.raw_update(["not even an object"])
    await sandbox.post("update_ids", {"next": 5})
    owner = await sandbox.user("김영희")
    await owner.sends("새 번호")
    updates = (await sandbox.call("getUpdates"))["result"]
    assert updates[0]["message"] == "not a message"
    assert updates[1] == ["not even an object"]
    assert updates[2]["update_id"] == 5


async def test_privacy_mode_hides_what_is_not_for_the_bot(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.post("privacy", {"enabled": True})
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "member"})
    staff = await sandbox.user("이민수")
    await staff.in_group().sends("우리끼리 얘기")
    await staff.in_group().sends("/queue")
    texts = [u.message.text for u in await bot.get_updates() if u.message]
    assert texts == ["/queue"]


async def _until_polled(sandbox: SandboxClient) -> None:
    """Until the poll that was begun waits in the sandbox."""
    for _ in range(200):
        if (await sandbox.state())["polling"]:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nobody polls")


def _kind(update: telegram.Update) -> str:
    return next(name for name in update.to_dict() if name != "update_id")
