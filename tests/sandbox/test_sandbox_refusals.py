"""Errors arrive as the exceptions and sentences that real Telegram causes in the real library."""

import httpx
import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.sandbox.client import SandboxClient, SandboxRefused
from bot.sandbox.world import MANAGER_CHAT_ID, OWNER_ALEX_ID, SANDBOX_TOKEN, STAFF_CHAT_ID

_UNPARSED = "Bad Request: can't parse reply markup JSON object"


async def test_somebody_who_never_started_cannot_be_written_to(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(OWNER_ALEX_ID, "hello")
    await bot.send_message(MANAGER_CHAT_ID, "소장님은 시작하셨습니다")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(987654321, "누구")


async def test_somebody_who_blocked_the_bot(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    owner = await sandbox.user("김영희")
    await owner.starts()
    await owner.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(owner.id, "계세요?")
    with pytest.raises(SandboxRefused, match="blocked"):
        await owner.sends("아직 막았는데")
    await owner.starts()
    await bot.send_message(owner.id, "반갑습니다")
    changes = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert changes == ["kicked", "member"]


async def test_a_bot_that_was_removed(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "kicked"})
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(STAFF_CHAT_ID, "저예요")
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "left"})
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.get_chat(STAFF_CHAT_ID)
    last = (await bot.get_updates())[-1].my_chat_member
    assert last is not None
    assert last.new_chat_member.status == "left"


async def test_rights_that_are_missing(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"can_pin_messages": False})
    message = await bot.send_message(STAFF_CHAT_ID, "카드")
    with pytest.raises(BadRequest, match="(?i)not enough rights to pin a message"):
        await message.pin()
    await sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "member"}, permissions={"can_send_messages": False})
    with pytest.raises(BadRequest, match="(?i)not enough rights to send text messages to the chat"):
        await bot.send_message(STAFF_CHAT_ID, "쉿")


async def test_a_group_becomes_a_supergroup(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    manager = await sandbox.user("한소장")
    old = await sandbox.new_chat("소장단", type="group", members=[{"user_id": manager.id, "status": "creator"}])
    await bot.send_message(old, "알림")
    new = await sandbox.migrate(old)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old, "알림")
    assert caught.value.new_chat_id == new
    await bot.send_message(new, "알림")
    services = [u.message for u in await bot.get_updates() if u.message]
    assert [(m.chat.id, m.migrate_to_chat_id, m.migrate_from_chat_id) for m in services] == [
        (old, new, None),
        (new, None, old),
    ]


async def test_texts_that_do_not_fit(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="(?i)message is too long"):
        await bot.send_message(MANAGER_CHAT_ID, "가" * 4097)
    with pytest.raises(BadRequest, match="(?i)message text is empty"):
        await bot.send_message(MANAGER_CHAT_ID, "  ")
    with pytest.raises(BadRequest, match="(?i)message caption is too long"):
        await bot.send_document(MANAGER_CHAT_ID, b"x", caption="가" * 1025)


@pytest.mark.parametrize(("data", "fits"), [("가" * 21 + "a", True), ("가" * 22, False), ("", False)])
async def test_callback_data_has_one_to_64_bytes(sandbox: SandboxClient, data: str, fits: bool) -> None:
    markup = {"inline_keyboard": [[{"text": "단추", "callback_data": data}]]}
    answer = await sandbox.call("sendMessage", chat_id=MANAGER_CHAT_ID, text="?", reply_markup=markup)
    assert answer["ok"] is fits
    assert answer.get("description") == (None if fits else "Bad Request: BUTTON_DATA_INVALID")


async def test_edits_that_change_nothing_or_nobody_has(bot: telegram.Bot) -> None:
    message = await bot.send_message(MANAGER_CHAT_ID, "카드")
    with pytest.raises(BadRequest, match="specified new message content and reply markup are exactly the same"):
        await message.edit_text("카드")
    with pytest.raises(BadRequest, match="(?i)message to edit not found"):
        await bot.edit_message_text("카드", MANAGER_CHAT_ID, 999)


async def test_replies_to_what_is_gone(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="(?i)message to be replied not found"):
        await bot.send_message(MANAGER_CHAT_ID, "답", reply_parameters=telegram.ReplyParameters(999))
    careless = telegram.ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(MANAGER_CHAT_ID, "답", reply_parameters=careless)).reply_to_message is None


async def test_a_parse_mode_is_refused_because_nothing_here_may_use_one(bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="(?i)unsupported parse_mode"):
        await bot.send_message(MANAGER_CHAT_ID, "<b>굵게</b>", parse_mode="HTML")


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": "somewhere", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": MANAGER_CHAT_ID, "text": "x", "reply_markup": "{"}, _UNPARSED),
        ({"chat_id": MANAGER_CHAT_ID, "text": "\ud800"}, "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_parameters_that_cannot_be_read(
    sandbox: SandboxClient, params: dict[str, object], description: str
) -> None:
    answer = await sandbox.call("sendMessage", **params)
    assert (answer["ok"], answer["description"]) == (False, description)


@pytest.mark.parametrize(
    "params",
    [
        {"entities": [{"type": "bold"}]},
        {"entities": [{"type": "bold", "offset": "x", "length": 1}]},
        {"entities": [5]},
        {"reply_parameters": {"message_id": "x"}},
        {"reply_parameters": {"quote": "x"}},
        {"reply_parameters": {"message_id": 1, "quote": 5}},
    ],
    ids=str,
)
async def test_parts_of_parameters_that_cannot_be_read(sandbox: SandboxClient, params: dict[str, object]) -> None:
    answer = await sandbox.call("sendMessage", chat_id=MANAGER_CHAT_ID, text="x", **params)
    assert answer["error_code"] == 400
    assert "can't parse" in answer["description"]


@pytest.mark.parametrize("wrong", [{"caption": 5}, {"caption": "x", "caption_entities": "x"}], ids=str)
async def test_parts_of_an_album_that_cannot_be_read(
    sandbox: SandboxClient, bot: telegram.Bot, wrong: dict[str, object]
) -> None:
    sent = await bot.send_document(MANAGER_CHAT_ID, b"x")
    assert sent.document is not None
    good = {"type": "document", "media": sent.document.file_id}
    answer = await sandbox.call("sendMediaGroup", chat_id=MANAGER_CHAT_ID, media=[good, {**good, **wrong}])
    assert answer["error_code"] == 400
    assert (await sandbox.call("sendMediaGroup", chat_id=MANAGER_CHAT_ID, media=[good, good]))["ok"]


async def test_a_broken_upload_is_refused_in_json(sandbox: SandboxClient) -> None:
    headers = {"Content-Type": "multipart/form-data"}
    async with httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, verify=False) as http:
        answer = await http.post(f"/bot{SANDBOX_TOKEN}/sendPhoto", content=b"--nothing", headers=headers)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"scope": {"type": "everywhere"}}, "unsupported type"),
        ({"scope": {"type": "chat"}}, "chat_id is empty"),
        ({"scope": {"type": "chat", "chat_id": 424242}}, "chat not found"),
        ({"scope": {"type": "chat", "chat_id": OWNER_ALEX_ID}}, "chat not found"),
        ({"scope": {"type": "chat_administrators", "chat_id": MANAGER_CHAT_ID}}, "private chats"),
        ({"scope": {"type": "chat_member", "chat_id": STAFF_CHAT_ID}}, "invalid user_id"),
        ({"language_code": "kor"}, "invalid language code"),
        ({"commands": [{"command": "Help", "description": "도움말"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_lists_of_commands_that_telegram_does_not_take(
    sandbox: SandboxClient, wish: dict[str, object], why: str
) -> None:
    call = {"commands": [{"command": "help", "description": "도움말"}], **wish}
    answer = await sandbox.call("setMyCommands", **call)
    assert not answer["ok"]
    assert why in answer["description"]
    assert (await sandbox.call("getMyCommands"))["result"] == []


async def test_lists_of_commands_are_kept_by_scope_and_language(sandbox: SandboxClient) -> None:
    scope = {"type": "chat", "chat_id": STAFF_CHAT_ID}
    command = {"command": "queue", "description": "기다리는 일"}
    assert (await sandbox.call("setMyCommands", commands=[command], scope=scope, language_code="ko"))["result"] is True
    assert (await sandbox.call("getMyCommands", scope=scope, language_code="ko"))["result"] == [command]
    assert (await sandbox.call("getMyCommands", scope=scope))["result"] == []
    assert (await sandbox.call("deleteMyCommands", scope=scope, language_code="ko"))["ok"]
    assert (await sandbox.call("getMyCommands", scope=scope, language_code="ko"))["result"] == []


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://desk.example/telegram/webhook", "HTTPS URL must be provided"),
        ("https://desk.example:8080/telegram/webhook", "only on ports 80, 88, 443 or 8443"),
        ("ftp://desk.example", "invalid URL"),
        ("https://", "invalid URL"),
        ("https://desk.example:99999", "invalid URL"),
    ],
)
async def test_webhooks_that_telegram_does_not_take(sandbox: SandboxClient, url: str, why: str) -> None:
    answer = await sandbox.call("setWebhook", url=url)
    assert not answer["ok"]
    assert why in answer["description"]
    assert (await sandbox.call("getWebhookInfo"))["result"]["url"] == ""


@pytest.mark.parametrize("url", ["https://desk.example:8443/x", "https://desk.example", "http://127.0.0.1:5050/x"])
async def test_webhooks_that_telegram_takes_and_any_on_loopback(sandbox: SandboxClient, url: str) -> None:
    assert (await sandbox.call("setWebhook", url=url))["ok"]
    assert (await sandbox.call("setWebhook", url=""))["ok"]
