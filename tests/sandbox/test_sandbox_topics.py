"""Forum topics: numbers, General, closed and deleted ones, rights."""

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox.client import SandboxClient
from bot.sandbox.world import BOT_ID, STAFF_CHAT_ID


async def test_a_topic_is_a_thread_of_its_own(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    topic = await bot.create_forum_topic(STAFF_CHAT_ID, "101동 1203호 김영희", icon_color=0xFB6F5F)
    sent = await bot.send_message(STAFF_CHAT_ID, "새 민원", message_thread_id=topic.message_thread_id)
    staff = await sandbox.user("이민수")
    await staff.in_topic(topic.message_thread_id).sends("제가 볼게요")
    received = (await bot.get_updates())[-1].message

    assert topic.message_thread_id > 1
    assert sent.is_topic_message
    assert received is not None
    assert (received.message_thread_id, received.is_topic_message) == (topic.message_thread_id, True)
    root = received.reply_to_message
    assert root is not None, "in a topic every plain message answers the service message that created it"
    assert (root.message_id, root.forum_topic_created is not None) == (topic.message_thread_id, True)
    assert [t["name"] for t in await sandbox.topics()] == ["101동 1203호 김영희"]


async def test_general_has_no_thread_and_its_replies_have_one_that_is_no_topic(
    sandbox: SandboxClient, bot: telegram.Bot
) -> None:
    posted = await bot.send_message(STAFF_CHAT_ID, "오늘의 대기열")
    staff = await sandbox.user("이민수")
    await staff.in_group().sends("네", reply_to=posted.message_id)
    reply = (await bot.get_updates())[-1].message
    assert posted.message_thread_id is None
    assert reply is not None
    assert (reply.message_thread_id, reply.is_topic_message) == (posted.message_id, None)
    with pytest.raises(BadRequest, match="(?i)message thread not found"):
        await bot.send_message(STAFF_CHAT_ID, "거기 아님", message_thread_id=reply.message_thread_id)
    with pytest.raises(BadRequest, match="(?i)message thread not found"):
        await bot.send_message(STAFF_CHAT_ID, "General 의 번호", message_thread_id=1)


async def test_a_deleted_topic_takes_its_messages_along(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    thread = (await bot.create_forum_topic(STAFF_CHAT_ID, "102동")).message_thread_id
    card = await bot.send_message(STAFF_CHAT_ID, "카드", message_thread_id=thread)
    staff = await sandbox.user("이민수")
    await staff.in_topic(thread).does("delete_topic")
    with pytest.raises(BadRequest, match="(?i)message thread not found"):
        await bot.send_message(STAFF_CHAT_ID, "있나요", message_thread_id=thread)
    with pytest.raises(BadRequest, match="(?i)message to edit not found"):
        await card.edit_text("바뀐 카드")
    with pytest.raises(BadRequest, match="(?i)topic_id_invalid"):
        await bot.edit_forum_topic(STAFF_CHAT_ID, thread, name="새 이름")
    assert await sandbox.topics() == []
    assert await bot.get_updates() == (), "nobody is told of a deleted topic"


async def test_a_closed_topic_is_open_to_those_who_manage_topics(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    thread = (await bot.create_forum_topic(STAFF_CHAT_ID, "103동")).message_thread_id
    await bot.close_forum_topic(STAFF_CHAT_ID, thread)
    await bot.send_message(STAFF_CHAT_ID, "아직 됩니다", message_thread_id=thread)
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"can_manage_topics": False})
    with pytest.raises(BadRequest, match="(?i)topic_closed"):
        await bot.send_message(STAFF_CHAT_ID, "이제 안 됩니다", message_thread_id=thread)
    with pytest.raises(BadRequest, match="(?i)not enough rights to create a topic"):
        await bot.create_forum_topic(STAFF_CHAT_ID, "104동")
    await bot.reopen_forum_topic(STAFF_CHAT_ID, thread)
    with pytest.raises(BadRequest, match="(?i)topic_not_modified"):
        await bot.reopen_forum_topic(STAFF_CHAT_ID, thread)


async def test_names_and_icons(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    icons = await bot.get_forum_topic_icon_stickers()
    topic = await bot.create_forum_topic(STAFF_CHAT_ID, "가" * 128, icon_custom_emoji_id=icons[0].custom_emoji_id)
    await bot.edit_forum_topic(STAFF_CHAT_ID, topic.message_thread_id, name="짧은 이름")
    with pytest.raises(BadRequest, match="(?i)topic_title_too_long"):
        await bot.create_forum_topic(STAFF_CHAT_ID, "가" * 129)
    shown = (await sandbox.topics())[0]
    assert (shown["name"], shown["icon_custom_emoji_id"]) == ("짧은 이름", icons[0].custom_emoji_id)


async def test_a_group_without_topics(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    staff = await sandbox.user("이민수")
    group = await sandbox.new_chat("소장 모임", type="supergroup", members=[{"user_id": staff.id}])
    with pytest.raises(BadRequest, match="(?i)the chat is not a forum"):
        await bot.create_forum_topic(group, "없음")
    assert (await bot.get_chat(group)).is_forum is None
    assert (await bot.get_chat(STAFF_CHAT_ID)).is_forum is True


async def test_who_is_in_the_group(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    staff, owner = await sandbox.user("이민수"), await sandbox.user("김영희")
    assert (await bot.get_chat_member(STAFF_CHAT_ID, staff.id)).status == "administrator"
    assert (await bot.get_chat_member(STAFF_CHAT_ID, owner.id)).status == "left"
    me = await bot.get_chat_member(STAFF_CHAT_ID, BOT_ID)
    assert isinstance(me, telegram.ChatMemberAdministrator)
    assert me.can_manage_topics
    assert await bot.get_chat_member_count(STAFF_CHAT_ID) == 4
    assert {admin.user.id for admin in await bot.get_chat_administrators(STAFF_CHAT_ID)} >= {staff.id, BOT_ID}
