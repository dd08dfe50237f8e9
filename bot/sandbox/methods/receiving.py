"""How the bot receives: polling or webhook; who it is; what it says of itself."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.access import readable_chat
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Conflict, Json
from bot.sandbox.methods.method import Handler, Method
from bot.sandbox.params import Args, declare, read
from bot.sandbox.posting import privacy_mode
from bot.sandbox.render import user_json
from bot.sandbox.webhook import DEFAULT_CONNECTIONS, WebhookSettings

_WEBHOOK_PORTS = frozenset({80, 88, 443, 8443})


def get_me(box: Sandbox, args: Args) -> Json:
    return {
        **user_json(box.world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not privacy_mode(box),
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


async def get_updates(box: Sandbox, args: Args) -> list[Any]:
    if box.webhook.settings.url:
        raise Conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    box.updates.allow(args.get("allowed_updates"))
    limit = min(max(args.get("limit", 100), 1), 100)
    return await box.updates.poll(args.get("offset", 0), limit, max(args.get("timeout", 0), 0))


def _check_address(url: str) -> None:
    """https on one of Telegram's four ports; on loopback, where Telegram itself never comes, any address will do."""
    if not url:
        return
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise BadRequest("bad webhook: invalid URL specified") from None
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", url):
        raise BadRequest("bad webhook: invalid URL specified")
    if host == "localhost" or host == "::1" or host.startswith("127."):
        return
    if parts.scheme != "https":
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _WEBHOOK_PORTS:
        raise BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


async def set_webhook(box: Sandbox, args: Args) -> bool:
    url = args.get("url", "")
    _check_address(url)
    secret = args.get("secret_token", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise BadRequest("secret token contains unallowed characters")
    box.updates.allow(args.get("allowed_updates"))
    if args.get("drop_pending_updates"):
        box.updates.drop_all()
    connections = min(max(args.get("max_connections", DEFAULT_CONNECTIONS), 1), 100)
    await box.webhook.set(WebhookSettings(url, secret, connections, args.get("ip_address", "")))
    return True


async def delete_webhook(box: Sandbox, args: Args) -> bool:
    if args.get("drop_pending_updates"):
        box.updates.drop_all()
    await box.webhook.set(WebhookSettings())
    return True


def get_webhook_info(box: Sandbox, args: Args) -> Json:
    return box.webhook.info()


_IN_A_CHAT = ("chat", "chat_administrators", "chat_member")
_EVERYWHERE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def _scope(box: Sandbox, args: Args) -> Json:
    """The scope that commands are for, as it is kept; 400 for one that there is not."""
    scope = args.get("scope", {"type": "default"})
    kind = scope.get("type")
    if kind in _EVERYWHERE:
        return {"type": kind}
    if kind not in _IN_A_CHAT:
        raise BadRequest("can't parse BotCommandScope: unsupported type specified")
    named = read(_PARTS_OF_SCOPE, scope, {})
    if "chat_id" not in named:
        raise BadRequest("chat_id is empty")
    chat = readable_chat(box, named["chat_id"])
    if chat.type == "private" and kind != "chat":
        raise BadRequest("can't use specified scope in private chats")
    kept: Json = {"type": kind, "chat_id": chat.id}
    if kind == "chat_member":
        if named.get("user_id") not in box.world.users:
            raise BadRequest("invalid user_id specified")
        kept["user_id"] = named["user_id"]
    return kept


def _language(args: Args) -> str:
    code: str = args.get("language_code", "")
    if not re.fullmatch(r"([a-z]{2})?", code):
        raise BadRequest("invalid language code specified")
    return code


def set_my_commands(box: Sandbox, args: Args) -> bool:
    commands, scope, language = args["commands"], _scope(box, args), _language(args)
    for command in commands:
        if not isinstance(command, dict) or not re.fullmatch(r"/?[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise BadRequest("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    kept = [{"command": c["command"].lstrip("/"), "description": c["description"]} for c in commands]
    box.profile.set("commands", scope, language, kept)
    return True


def delete_my_commands(box: Sandbox, args: Args) -> bool:
    box.profile.drop("commands", _scope(box, args), _language(args))
    return True


def get_my_commands(box: Sandbox, args: Args) -> Any:
    return box.profile.get("commands", _scope(box, args), _language(args), [])


def _setter(field: str, limit: int) -> Handler:
    def put(box: Sandbox, args: Args) -> bool:
        value = args.get(field, "")
        if len(value) > limit:
            raise BadRequest(f"{field.replace('_', ' ')} is too long")
        box.profile.set(field, None, args.get("language_code", ""), value)
        return True

    return put


def _getter(field: str) -> Handler:
    def get(box: Sandbox, args: Args) -> Json:
        default = box.world.bot.first_name if field == "name" else ""
        return {field: box.profile.get(field, None, args.get("language_code", ""), default)}

    return get


def set_chat_menu_button(box: Sandbox, args: Args) -> bool:
    button = args.get("menu_button", {"type": "default"})
    box.profile.set("menu_button", {"chat_id": args.get("chat_id", 0)}, "", button)
    return True


def get_chat_menu_button(box: Sandbox, args: Args) -> Any:
    return box.profile.get("menu_button", {"chat_id": args.get("chat_id", 0)}, "", {"type": "commands"})


def done(box: Sandbox, args: Args) -> bool:
    """logOut and close have nothing to end here."""
    return True


_SCOPE = "scope: BotCommandScope, language_code: String"
_PARTS_OF_SCOPE = declare("chat_id: Integer|String, user_id: Integer")

METHODS = (
    Method("getMe", "", get_me),
    Method(
        "getUpdates",
        "offset: Integer, limit: Integer, timeout: Integer, allowed_updates: Array of String",
        get_updates,
    ),
    Method(
        "setWebhook",
        "url!: String, certificate: InputFile, ip_address: String, max_connections: Integer, "
        "allowed_updates: Array of String, drop_pending_updates: Boolean, secret_token: String",
        set_webhook,
    ),
    Method("deleteWebhook", "drop_pending_updates: Boolean", delete_webhook),
    Method("getWebhookInfo", "", get_webhook_info),
    Method("setMyCommands", "commands!: Array of BotCommand, " + _SCOPE, set_my_commands),
    Method("deleteMyCommands", _SCOPE, delete_my_commands),
    Method("getMyCommands", _SCOPE, get_my_commands),
    Method("setMyName", "name: String, language_code: String", _setter("name", 64)),
    Method("getMyName", "language_code: String", _getter("name")),
    Method("setMyDescription", "description: String, language_code: String", _setter("description", 512)),
    Method("getMyDescription", "language_code: String", _getter("description")),
    Method(
        "setMyShortDescription",
        "short_description: String, language_code: String",
        _setter("short_description", 120),
    ),
    Method("getMyShortDescription", "language_code: String", _getter("short_description")),
    Method("setChatMenuButton", "chat_id: Integer, menu_button: MenuButton", set_chat_menu_button),
    Method("getChatMenuButton", "chat_id: Integer", get_chat_menu_button),
    Method("logOut", "", done),
    Method("close", "", done),
)
