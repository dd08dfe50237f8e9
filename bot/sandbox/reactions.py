"""Reactions: which emoji exist, which a chat allows, and what happens when somebody sets one."""

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.model import ADMINS, Chat, Message
from bot.sandbox.posting import announce
from bot.sandbox.render import chat_json, user_json

_LISTED = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 "
    "💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 "
    "🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
#: Every emoji that may be a reaction (Bot API, ReactionTypeEmoji). ✅ and ❌ are not among them.
ALLOWED = frozenset(_LISTED.split())


def normal(emoji: str) -> str:
    """Without the variation selector that keyboards add to ❤️ and the like."""
    return emoji.replace("\ufe0f", "")


def check(chat: Chat, emojis: list[str]) -> None:
    """400 REACTION_INVALID for an emoji that is no reaction or that this chat does not allow."""
    allowed = ALLOWED if chat.available_reactions is None else {normal(emoji) for emoji in chat.available_reactions}
    if not all(emoji in ALLOWED and emoji in allowed for emoji in emojis):
        raise BadRequest("REACTION_INVALID")


def react(box: Sandbox, chat: Chat, message: Message, actor_id: int, emojis: list[str]) -> int | None:
    """Replace an actor's reactions; the id of the bot's message_reaction update, if it gets one."""
    before = message.reactions.get(str(actor_id), [])
    if before == emojis:
        return None
    if emojis:
        message.reactions[str(actor_id)] = emojis
    else:
        del message.reactions[str(actor_id)]
    box.world.save_message(message)
    announce(box, "reaction", message, by=actor_id)
    visible = chat.type == "private" or box.world.bot_member(chat).status in ADMINS
    if actor_id == box.world.bot_id or not visible:
        return None
    body: Json = {
        "chat": chat_json(box.world, chat),
        "message_id": message.id,
        "user": user_json(box.world.users[actor_id]),
        "date": box.clock.now(),
        "old_reaction": [{"type": "emoji", "emoji": emoji} for emoji in before],
        "new_reaction": [{"type": "emoji", "emoji": emoji} for emoji in emojis],
    }
    return box.updates.push("message_reaction", body, chat.id)
