"""What the bot sends arrives, in the forms that the real library reads: text, every medium, copies, edits, buttons."""

import pytest
import telegram
from telegram.error import BadRequest

from bot.sandbox.client import SandboxClient
from bot.sandbox.images import plain_png
from bot.sandbox.journey import Person
from bot.sandbox.world import OWNER_KIM_ID, STAFF_CHAT_ID

PNG = plain_png(1200, 900, (10, 120, 80))
YES_NO = telegram.InlineKeyboardMarkup(
    [
        [
            telegram.InlineKeyboardButton("네", callback_data="y"),
            telegram.InlineKeyboardButton("아니요", callback_data="n"),
        ]
    ]
)


@pytest.fixture
async def owner(sandbox: SandboxClient) -> Person:
    owner = await sandbox.user("김영희")
    await owner.starts()
    return owner


@pytest.mark.parametrize(
    ("method", "field", "name"),
    [
        ("send_photo", "photo", "사진.png"),
        ("send_video", "video", "물 새는 곳.mp4"),
        ("send_voice", "voice", "말.oga"),
        ("send_audio", "audio", "소음.mp3"),
        ("send_document", "document", "계약서.pdf"),
        ("send_animation", "animation", "움직임.mp4"),
        ("send_sticker", "sticker", "스티커.webp"),
        ("send_video_note", "video_note", "동그라미.mp4"),
    ],
)
async def test_every_medium_goes_out_and_can_be_fetched_and_sent_again(
    bot: telegram.Bot, owner: Person, method: str, field: str, name: str
) -> None:
    data = PNG if field == "photo" else b"bytes of " + field.encode()
    upload = telegram.InputFile(data, filename=name)
    message = await getattr(bot, method)(owner.id, **{field: upload})
    sent = getattr(message, field)
    largest = sent[-1] if field == "photo" else sent
    assert bytes(await (await bot.get_file(largest.file_id)).download_as_bytearray()) == data

    again = await getattr(bot, method)(owner.id, **{field: largest.file_id})
    repeated = getattr(again, field)
    assert (repeated[-1] if field == "photo" else repeated).file_unique_id == largest.file_unique_id
    shown = (await owner.messages())[-1].media
    assert shown is not None
    assert shown["kind"] == field


async def test_a_photo_has_sizes_and_a_picture_must_be_one(bot: telegram.Bot, owner: Person) -> None:
    message = await bot.send_photo(owner.id, PNG, caption="벽에 금이 갔습니다")
    assert [(size.width, size.height) for size in message.photo] == [(90, 68), (320, 240), (800, 600), (1200, 900)]
    assert message.caption == "벽에 금이 갔습니다"
    again = await bot.send_photo(owner.id, message.photo[0].file_id)
    assert again.photo[-1].file_id == message.photo[-1].file_id
    with pytest.raises(BadRequest, match="(?i)image_process_failed"):
        await bot.send_photo(owner.id, b"this is no picture")
    with pytest.raises(BadRequest, match="(?i)can't use file of type photo as document"):
        await bot.send_document(owner.id, message.photo[-1].file_id)


async def test_an_album_stays_together_when_copied(sandbox: SandboxClient, bot: telegram.Bot, owner: Person) -> None:
    ids = await owner.sends_media("album", count=3, text="세 장입니다")
    updates = [u.message for u in await bot.get_updates() if u.message and u.message.photo]
    assert len({message.media_group_id for message in updates}) == 1
    assert [message.caption for message in updates] == ["세 장입니다", None, None]

    copies = await bot.copy_messages(STAFF_CHAT_ID, owner.id, ids)
    shown = await sandbox.messages(STAFF_CHAT_ID)
    assert [message.id for message in shown] == [copy.message_id for copy in copies]
    groups = {message.raw["media_group_id"] for message in shown}
    assert len(groups) == 1
    assert groups.isdisjoint({None, updates[0].media_group_id})
    assert not any(message.raw["forwarded"] for message in shown)


@pytest.mark.parametrize("count", [1, 11])
async def test_an_album_has_two_to_ten(sandbox: SandboxClient, owner: Person, count: int) -> None:
    answer = await sandbox.call("sendMediaGroup", chat_id=owner.id, media=[{"type": "photo", "media": "x"}] * count)
    assert answer["error_code"] == 400


async def test_the_bot_sends_an_album(bot: telegram.Bot, owner: Person) -> None:
    media = [telegram.InputMediaPhoto(PNG, caption="하나"), telegram.InputMediaPhoto(PNG)]
    sent = await bot.send_media_group(owner.id, media)
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["하나", None]


async def test_copies_hide_the_origin_and_forwards_show_it(bot: telegram.Bot, owner: Person) -> None:
    message_id = await owner.sends("윗집이 시끄러워요")
    copy = await bot.copy_message(STAFF_CHAT_ID, owner.id, message_id)
    forward = await bot.forward_message(STAFF_CHAT_ID, owner.id, message_id)
    origin = forward.forward_origin
    assert isinstance(origin, telegram.MessageOriginUser)
    assert (origin.sender_user.id, forward.message_id) == (OWNER_KIM_ID, copy.message_id + 1)


async def test_copying_what_is_not_there(bot: telegram.Bot, owner: Person) -> None:
    with pytest.raises(BadRequest, match="(?i)message to copy not found"):
        await bot.copy_message(STAFF_CHAT_ID, owner.id, 999)


async def test_location_and_contact(sandbox: SandboxClient, bot: telegram.Bot, owner: Person) -> None:
    assert (await bot.send_location(owner.id, 37.5, 127.0)).location == telegram.Location(127.0, 37.5)
    assert (await bot.send_contact(owner.id, "+8210", "관리실")).contact is not None
    await owner.sends_media("contact")
    await owner.sends_media("contact", user_id=None, first_name="이웃")
    own, other = [u.message.contact for u in await bot.get_updates() if u.message and u.message.contact]
    assert (own.user_id, other.user_id) == (owner.id, None)


async def test_an_edit_changes_text_and_buttons(bot: telegram.Bot, owner: Person) -> None:
    message = await bot.send_message(owner.id, "해결되었습니까?", reply_markup=YES_NO)
    edited = await message.edit_text("해결되었습니다")
    assert isinstance(edited, telegram.Message)
    assert edited.reply_markup is None
    seen = await owner.sees("해결되었습니다")
    assert (seen.id, seen.button_texts, seen.raw["edited"]) == (message.message_id, [], True)
    assert await bot.get_updates(offset=-1, timeout=0) != (), "only the /start of the owner"
    assert all(u.edited_message is None for u in await bot.get_updates())


async def test_an_owner_edits(bot: telegram.Bot, owner: Person) -> None:
    message_id = await owner.sends("101동 1203호")
    await owner.edits(message_id, "101동 1204호")
    update = (await bot.get_updates())[-1]
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (message_id, "101동 1204호")


async def test_a_reply_with_a_quote(bot: telegram.Bot, owner: Person) -> None:
    message_id = await owner.sends("물이 새고 문이 안 닫혀요")
    reply = telegram.ReplyParameters(message_id, quote="문이 안 닫혀요")
    answer = await bot.send_message(owner.id, "언제부터인가요?", reply_parameters=reply)
    assert answer.quote is not None
    assert answer.reply_to_message is not None
    assert (answer.quote.position, answer.reply_to_message.message_id) == (6, message_id)


async def test_a_tap_and_its_answer(bot: telegram.Bot, owner: Person) -> None:
    message = await bot.send_message(owner.id, "해결되었습니까?", reply_markup=YES_NO)
    tap = await owner.taps("네")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.message_id) == ("y", owner.id, message.message_id)
    await bot.answer_callback_query(query.id, "고맙습니다", show_alert=True)
    assert await tap.answer() == {
        "callback_id": query.id,
        "answered": True,
        "text": "고맙습니다",
        "show_alert": True,
        "url": None,
    }


async def test_a_tap_can_be_too_old_to_answer(sandbox: SandboxClient, bot: telegram.Bot, owner: Person) -> None:
    await bot.send_message(owner.id, "?", reply_markup=YES_NO)
    tap = await owner.taps("n")
    await sandbox.limits(enabled=False, callback_seconds=0)
    for callback_id in (tap.callback_id, "12345"):
        with pytest.raises(
            BadRequest, match="(?i)query is too old and response timeout expired or query id is invalid"
        ):
            await bot.answer_callback_query(callback_id)


async def test_reactions(sandbox: SandboxClient, bot: telegram.Bot, owner: Person) -> None:
    message_id = await owner.sends("고마워요")
    await bot.set_message_reaction(owner.id, message_id, "👌")
    assert (await owner.sees("고마워요")).raw["reactions"] == [{"emoji": "👌", "by": [bot.id]}]
    with pytest.raises(BadRequest, match="(?i)reaction_invalid"):
        await bot.set_message_reaction(owner.id, message_id, "✅")
    await sandbox.patch_chat(STAFF_CHAT_ID, available_reactions=["👀"])
    posted = await bot.send_message(STAFF_CHAT_ID, "접수")
    with pytest.raises(BadRequest, match="(?i)reaction_invalid"):
        await posted.set_reaction("👌")
    await posted.set_reaction("👀")


async def test_a_pin_is_said_in_the_chat(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    card = await bot.send_message(STAFF_CHAT_ID, "T-1042")
    await card.pin()
    shown = await sandbox.messages(STAFF_CHAT_ID)
    assert [message.raw["pinned"] for message in shown] == [True, False]
    assert shown[1].raw["service"]["kind"] == "pinned_message"
    pinned = (await bot.get_chat(STAFF_CHAT_ID)).pinned_message
    assert pinned is not None
    assert pinned.message_id == card.message_id
    assert await bot.get_updates() == ()


async def test_deleting(sandbox: SandboxClient, bot: telegram.Bot, owner: Person) -> None:
    message = await bot.send_message(owner.id, "잘못 보냈습니다")
    await message.delete()
    with pytest.raises(BadRequest, match="(?i)message to delete not found"):
        await message.delete()
    old = await bot.send_message(owner.id, "그저께")
    await sandbox.advance(49 * 3600)
    with pytest.raises(BadRequest, match="(?i)message can't be deleted"):
        await old.delete()


async def test_what_the_bot_says_of_itself(bot: telegram.Bot) -> None:
    commands = [telegram.BotCommand("help", "도움말"), telegram.BotCommand("tickets", "내 민원")]
    await bot.set_my_commands(commands, language_code="ko")
    assert list(await bot.get_my_commands(language_code="ko")) == commands
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(language_code="ko")
    assert await bot.get_my_commands(language_code="ko") == ()
    await bot.set_my_description("관리사무소 창구")
    assert (await bot.get_my_description()).description == "관리사무소 창구"
    await bot.send_chat_action(STAFF_CHAT_ID, telegram.constants.ChatAction.TYPING)
