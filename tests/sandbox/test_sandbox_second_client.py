"""An independent second client (aiogram) talks to the look-alike, so that it and the bot cannot share one mistake."""

import asyncio
from collections.abc import AsyncIterator

import aiogram
import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyParameters,
)

from bot.sandbox.client import SandboxClient
from bot.sandbox.images import plain_png
from bot.sandbox.journey import Person
from bot.sandbox.world import BOT_ID, OWNER_ALEX_ID, SANDBOX_TOKEN, STAFF_CHAT_ID

PNG = plain_png(400, 300, (200, 30, 30))


def _bot(sandbox: SandboxClient, token: str = SANDBOX_TOKEN) -> aiogram.Bot:
    return aiogram.Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url)))


@pytest.fixture
async def second(sandbox: SandboxClient) -> AsyncIterator[aiogram.Bot]:
    bot = _bot(sandbox)
    yield bot
    await bot.session.close()


@pytest.fixture
async def owner(sandbox: SandboxClient) -> Person:
    owner = await sandbox.user("박철수")
    await owner.starts("unit-101")
    return owner


async def test_it_polls_and_acknowledges(second: aiogram.Bot, owner: Person) -> None:
    assert (await second.get_me()).id == BOT_ID
    await owner.sends("주차 등록하려고요")
    updates = await second.get_updates(timeout=1)
    assert [u.message.text for u in updates if u.message] == ["/start unit-101", "주차 등록하려고요"]
    assert await second.get_updates(offset=updates[-1].update_id + 1) == []


async def test_every_medium_that_an_owner_sends_is_read(second: aiogram.Bot, owner: Person) -> None:
    kinds = [
        "photo",
        "video",
        "voice",
        "audio",
        "document",
        "sticker",
        "animation",
        "video_note",
        "location",
        "contact",
    ]
    for kind in kinds:
        await owner.sends_media(kind)
    messages = [u.message for u in await second.get_updates() if u.message][1:]
    assert [m.content_type for m in messages] == kinds
    photo = messages[0].photo
    assert photo
    downloaded = await second.download(photo[-1])
    assert downloaded is not None
    assert downloaded.read().startswith(b"\x89PNG")


async def test_every_medium_goes_out(second: aiogram.Bot, owner: Person) -> None:
    file = BufferedInputFile(b"some bytes", "파일.bin")
    picture = BufferedInputFile(PNG, "사진.png")
    sent = [
        await second.send_photo(owner.id, picture, caption="사진"),
        await second.send_video(owner.id, file, duration=3),
        await second.send_voice(owner.id, file),
        await second.send_audio(owner.id, file, title="소음"),
        await second.send_document(owner.id, file),
        await second.send_sticker(owner.id, file),
        await second.send_animation(owner.id, file),
        await second.send_video_note(owner.id, file),
        await second.send_location(owner.id, 37.5, 127.0),
        await second.send_contact(owner.id, "+8210", "관리실"),
    ]
    album = await second.send_media_group(owner.id, [InputMediaPhoto(media=picture), InputMediaPhoto(media=picture)])
    copies = await second.copy_messages(STAFF_CHAT_ID, owner.id, [m.message_id for m in (*sent, *album)])
    assert len(copies) == 12
    assert [m.content_type for m in sent][:5] == ["photo", "video", "voice", "audio", "document"]
    assert album[0].media_group_id == album[1].media_group_id


async def test_topics_cards_and_buttons(sandbox: SandboxClient, second: aiogram.Bot) -> None:
    topic = await second.create_forum_topic(STAFF_CHAT_ID, "101동 1203호")
    buttons = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="맡기", callback_data="claim:1")]])
    card = await second.send_message(
        STAFF_CHAT_ID, "T-1042", message_thread_id=topic.message_thread_id, reply_markup=buttons
    )
    await second.pin_chat_message(STAFF_CHAT_ID, card.message_id)
    staff = await sandbox.user("이민수")
    tap = await staff.in_topic(topic.message_thread_id).taps("맡기")
    query = (await second.get_updates())[-1].callback_query
    assert query is not None
    await second.answer_callback_query(query.id, text="맡으셨습니다")
    edited = await second.edit_message_text("T-1042 · 이민수", chat_id=STAFF_CHAT_ID, message_id=card.message_id)
    assert (await tap.answer())["text"] == "맡으셨습니다"
    assert isinstance(edited, aiogram.types.Message)
    assert (edited.is_topic_message, edited.reply_markup) == (True, None)
    await second.set_message_reaction(STAFF_CHAT_ID, card.message_id, [ReactionTypeEmoji(emoji="👌")])
    await second.close_forum_topic(STAFF_CHAT_ID, topic.message_thread_id)
    assert (await sandbox.topics())[0]["closed"]
    assert (await second.get_chat(STAFF_CHAT_ID)).is_forum


async def test_refusals_become_its_exceptions(sandbox: SandboxClient, second: aiogram.Bot, owner: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await second.send_message(STAFF_CHAT_ID, "x", message_thread_id=999)
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await second.send_message(owner.id, "x", reply_parameters=ReplyParameters(message_id=999))
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await second.send_message(OWNER_ALEX_ID, "x")
    old = await sandbox.new_chat("소장단", type="group", members=[{"user_id": owner.id}])
    new = await sandbox.migrate(old)
    with pytest.raises(TelegramMigrateToChat) as migrated:
        await second.send_message(old, "x")
    assert migrated.value.migrate_to_chat_id == new
    with pytest.raises(TelegramNotFound):
        await second(aiogram.methods.SendDice(chat_id=owner.id))
    stranger = _bot(sandbox, "42:stranger")
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    await stranger.session.close()


async def test_flood_faults_and_conflicts(sandbox: SandboxClient, second: aiogram.Bot, owner: Person) -> None:
    await sandbox.faults(
        {"method": "sendMessage", "times": 1, "fault": "429 7"}, {"method": "getMe", "fault": "error 502"}
    )
    with pytest.raises(TelegramRetryAfter) as flood:
        await second.send_message(owner.id, "x")
    assert flood.value.retry_after == 7
    with pytest.raises(TelegramServerError, match="Bad Gateway"):
        await second.get_me()
    await second.get_updates(offset=-1)
    waiting = (await second.get_updates())[-1].update_id
    first = asyncio.create_task(second.get_updates(offset=waiting + 1, timeout=10))
    await sandbox.eventually(lambda: _polling(sandbox), 5)
    other = _bot(sandbox)
    await other.get_updates()
    with pytest.raises(TelegramConflictError, match="only one bot instance"):
        await first
    await other.session.close()


async def _polling(sandbox: SandboxClient) -> bool | None:
    await asyncio.sleep(0.01)
    return (await sandbox.state())["polling"] or None
