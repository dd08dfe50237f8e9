"""Joining, leaving, being promoted, and a group that becomes a supergroup."""

from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ControlError, Json
from bot.sandbox.model import ADMINS, PRESENT, Chat, Member
from bot.sandbox.posting import Draft, post
from bot.sandbox.render import chat_json, member_json, user_json
from bot.sandbox.view import chat_view


def change_member(box: Sandbox, chat: Chat, member: Member, by: int) -> int | None:
    """Put a member's new state in place; service message, my_chat_member or chat_member update (its id, if sent)."""
    before = chat.members.get(member.user_id) or Member(member.user_id, "left")
    is_bot = member.user_id == box.world.bot_id
    joined = before.status not in PRESENT and member.status in PRESENT
    left = before.status in PRESENT and member.status not in PRESENT
    if left and is_bot:
        update_id = _member_update(box, chat, before, member, by)
    if joined or left:
        content: Json = (
            {"new_chat_members": [user_json(box.world.users[member.user_id])]}
            if joined
            else {"left_chat_member": user_json(box.world.users[member.user_id])}
        )
    chat.members[member.user_id] = member
    box.world.save_chat(chat)
    if joined or left:
        post(box, chat, Draft(sender_id=by, content=content))
    if not (left and is_bot):
        update_id = _member_update(box, chat, before, member, by)
    box.events.emit("chat", chat_id=chat.id, chat=chat_view(box.world, chat))
    return update_id


def private_status(box: Sandbox, user_id: int, blocked: bool) -> int | None:
    """Block or unblock the bot: a my_chat_member update in the private chat."""
    user = box.world.user(user_id)
    if user.blocked == blocked:
        return None
    user.blocked = blocked
    box.world.save_user(user)
    box.events.emit("chat", chat_id=user_id, chat=chat_view(box.world, box.world.chat(user_id)))
    states = [Member(box.world.bot_id, "member"), Member(box.world.bot_id, "kicked")]
    before, after = states if blocked else reversed(states)
    return _member_update(box, box.world.chat(user_id), before, after, user_id)


def migrate(box: Sandbox, chat: Chat) -> Chat:
    """Upgrade a basic group: a new id, service messages in both, the old one refuses everything from now on."""
    if chat.type != "group" or chat.migrated_to is not None:
        raise ControlError(f"chat {chat.id} is not a basic group that can be upgraded")
    new = Chat(
        id=box.world.fresh_chat_id("supergroup"),
        type="supergroup",
        title=chat.title,
        members={user_id: Member(**member_fields(member)) for user_id, member in chat.members.items()},
        permissions=dict(chat.permissions),
        available_reactions=chat.available_reactions,
        migrated_from=chat.id,
    )
    box.world.save_chat(new)
    actor = _migrator(box, chat)
    post(box, chat, Draft(sender_id=actor, content={"migrate_to_chat_id": new.id}))
    chat.migrated_to = new.id
    box.world.save_chat(chat)
    post(box, new, Draft(sender_id=actor, content={"migrate_from_chat_id": chat.id}, anonymous=True))
    for changed in (chat, new):
        box.events.emit("chat", chat_id=changed.id, chat=chat_view(box.world, changed))
    return new


def member_fields(member: Member) -> dict[str, Any]:
    """A member's fields, for a copy with changes."""
    return {
        "user_id": member.user_id,
        "status": member.status,
        "anonymous": member.anonymous,
        "rights": dict(member.rights),
        "custom_title": member.custom_title,
    }


def _migrator(box: Sandbox, chat: Chat) -> int:
    people = [member.user_id for member in chat.members.values() if member.user_id != box.world.bot_id]
    if not people:
        raise ControlError(f"chat {chat.id} has no person who could upgrade it")
    return people[0]


def _member_update(box: Sandbox, chat: Chat, before: Member, after: Member, by: int) -> int | None:
    kind = "my_chat_member" if after.user_id == box.world.bot_id else "chat_member"
    if kind == "chat_member" and box.world.bot_member(chat).status not in ADMINS:
        return None
    body = {
        "chat": chat_json(box.world, chat),
        "from": user_json(box.world.users[by]),
        "date": box.clock.now(),
        "old_chat_member": member_json(box.world, before),
        "new_chat_member": member_json(box.world, after),
    }
    return box.updates.push(kind, body, chat.id)
