"""Creating people and groups, and changing groups, as the control API asks for it."""

from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ControlError, Json
from bot.sandbox.membership import change_member, member_fields, migrate
from bot.sandbox.model import ADMIN_RIGHTS, PERMISSIONS, Chat, Member, User
from bot.sandbox.seed import add_person, all_rights
from bot.sandbox.view import chat_view, user_view

STATUSES = ("creator", "administrator", "member", "restricted", "left", "kicked")


def create_user(box: Sandbox, wish: Json) -> User:
    """A new person with a private chat that is not started (unless `started`)."""
    _refuse_unknown(wish, {"id", "first_name", "last_name", "username", "language_code", "started"})
    if not isinstance(wish.get("first_name"), str) or not wish["first_name"]:
        raise ControlError("a person needs a first_name")
    user_id = int(wish.get("id") or box.world.fresh_user_id())
    if user_id in box.world.users or user_id <= 0:
        raise ControlError(f"user {user_id} exists already or is no positive number", 409)
    user = User(**{**wish, "id": user_id})
    add_person(box, user)
    box.events.emit("user", user=user_view(user))
    return user


def create_chat(box: Sandbox, wish: Json) -> Chat:
    """A new group, as if it had always been there: no update tells of it."""
    _refuse_unknown(wish, {"id", "type", "title", "is_forum", "members", "bot", "available_reactions", "permissions"})
    kind = wish.get("type", "supergroup")
    if kind not in ("supergroup", "group"):
        raise ControlError("type must be supergroup or group")
    chat_id = int(wish.get("id") or box.world.fresh_chat_id(kind))
    if chat_id >= 0 or chat_id in box.world.chats:
        raise ControlError(f"chat {chat_id} exists already or is no negative number", 409)
    chat = Chat(chat_id, kind, title=str(wish.get("title") or "Group"), is_forum=_forum(kind, wish.get("is_forum")))
    members = [_member(box, item) for item in wish.get("members", [])]
    chat.members = {member.user_id: member for member in members}
    bot = Member(box.world.bot_id, "administrator", rights=all_rights())
    chat.members[bot.user_id] = _changed_bot(bot, wish.get("bot") or {})
    _set_rules(chat, wish)
    box.world.save_chat(chat)
    box.events.emit("chat", chat_id=chat.id, chat=chat_view(box.world, chat))
    return chat


def change_chat(box: Sandbox, chat: Chat, wish: Json) -> Chat:
    """Change a group; `by` does it (default: its creator or first person). Returns the new chat after a migration."""
    known = {"title", "is_forum", "available_reactions", "permissions", "bot", "members", "by", "migrate"}
    _refuse_unknown(wish, known)
    if "title" in wish:
        chat.title = str(wish["title"])
    if "is_forum" in wish:
        chat.is_forum = _forum(chat.type, wish["is_forum"])
    _set_rules(chat, wish)
    box.world.save_chat(chat)
    by = int(wish.get("by") or _somebody(box, chat))
    for item in wish.get("members", []):
        change_member(box, chat, _member(box, item, chat.members.get(int(item["user_id"]))), by=by)
    if "bot" in wish:
        change_member(box, chat, _changed_bot(box.world.bot_member(chat), wish["bot"]), by=by)
    if wish.get("migrate"):
        return migrate(box, chat)
    box.events.emit("chat", chat_id=chat.id, chat=chat_view(box.world, chat))
    return chat


def _forum(kind: str, wanted: Any) -> bool:
    if wanted and kind != "supergroup":
        raise ControlError("only supergroups have topics; migrate the group first")
    return bool(wanted)


def _set_rules(chat: Chat, wish: Json) -> None:
    if "available_reactions" in wish:
        chat.available_reactions = wish["available_reactions"]
    for name, allowed in (wish.get("permissions") or {}).items():
        if name not in PERMISSIONS:
            raise ControlError(f"unknown permission {name!r}")
        chat.permissions[name] = bool(allowed)


def _member(box: Sandbox, item: Json, before: Member | None = None) -> Member:
    """A member from {user_id, status?, anonymous?, rights?}; what is not said stays as it was."""
    _refuse_unknown(item, {"user_id", "status", "anonymous", "rights", "custom_title"})
    user = box.world.user(int(item["user_id"]))
    fields = member_fields(before or Member(user.id))
    fields.update(item)
    if fields["status"] not in STATUSES:
        raise ControlError(f"unknown status {fields['status']!r}")
    return Member(**fields)


def _changed_bot(bot: Member, wish: Json) -> Member:
    """The bot's place after {"status"?, right: bool, …}. A promotion without named rights gives all of them."""
    _refuse_unknown(wish, {"status", "anonymous", *ADMIN_RIGHTS})
    changed = Member(**member_fields(bot))
    changed.status = str(wish.get("status", bot.status))
    if changed.status not in STATUSES:
        raise ControlError(f"unknown status {changed.status!r}")
    if changed.status == "administrator" and bot.status != "administrator":
        changed.rights = all_rights()
    changed.rights.update({name: bool(value) for name, value in wish.items() if name in ADMIN_RIGHTS})
    return changed


def _somebody(box: Sandbox, chat: Chat) -> int:
    people = [member for member in chat.members.values() if member.user_id != box.world.bot_id]
    creators = [member for member in people if member.status == "creator"]
    if not people:
        return box.world.bot_id
    return (creators or people)[0].user_id


def _refuse_unknown(wish: Json, known: set[str]) -> None:
    unknown = set(wish) - known
    if unknown:
        raise ControlError(f"unknown field(s): {', '.join(sorted(unknown))}; known: {', '.join(sorted(known))}")
