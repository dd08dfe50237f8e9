"""What a bot can learn about chats, members and files."""

from bot.sandbox.access import known_chat, readable_chat, writable_chat
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.files import MAX_DOWNLOAD
from bot.sandbox.membership import change_member
from bot.sandbox.methods.method import Method
from bot.sandbox.model import ADMINS, PRESENT, Member
from bot.sandbox.params import Args
from bot.sandbox.render import full_chat_json, member_json


def get_chat(box: Sandbox, args: Args) -> Json:
    return full_chat_json(box.world, readable_chat(box, args["chat_id"]))


def get_chat_member(box: Sandbox, args: Args) -> Json:
    chat = readable_chat(box, args["chat_id"])
    user_id = args["user_id"]
    if user_id not in box.world.users:
        raise BadRequest("user not found")
    if chat.type == "private":
        if user_id not in (chat.id, box.world.bot_id):
            raise BadRequest("member not found")
        return member_json(box.world, Member(user_id))
    return member_json(box.world, chat.members.get(user_id) or Member(user_id, "left"))


def get_chat_administrators(box: Sandbox, args: Args) -> list[Json]:
    chat = readable_chat(box, args["chat_id"])
    if chat.type == "private":
        raise BadRequest("there are no administrators in the private chat")
    return [member_json(box.world, member) for member in chat.members.values() if member.status in ADMINS]


def get_chat_member_count(box: Sandbox, args: Args) -> int:
    chat = readable_chat(box, args["chat_id"])
    if chat.type == "private":
        return 2
    return sum(member.status in PRESENT for member in chat.members.values())


def leave_chat(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    if chat.type == "private":
        raise BadRequest("chat member status can't be changed in private chats")
    change_member(box, chat, Member(box.world.bot_id, "left"), by=box.world.bot_id)
    return True


def get_file(box: Sandbox, args: Args) -> Json:
    stored = box.files.files.get(args["file_id"])
    if stored is None:
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    if stored.size > MAX_DOWNLOAD:
        raise BadRequest("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


def get_user_profile_photos(box: Sandbox, args: Args) -> Json:
    known_chat(box, args["user_id"])
    return {"total_count": 0, "photos": []}


METHODS = (
    Method("getChat", "chat_id!: Integer|String", get_chat),
    Method("getChatMember", "chat_id!: Integer|String, user_id!: Integer", get_chat_member),
    Method("getChatAdministrators", "chat_id!: Integer|String, return_bots: Boolean", get_chat_administrators),
    Method("getChatMemberCount", "chat_id!: Integer|String", get_chat_member_count),
    Method("leaveChat", "chat_id!: Integer|String", leave_chat),
    Method("getFile", "file_id!: String", get_file),
    Method("getUserProfilePhotos", "user_id!: Integer, offset: Integer, limit: Integer", get_user_profile_photos),
)
