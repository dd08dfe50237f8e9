"""Raw updates into values of our own. Parsed without a Bot, so that a handler cannot send by accident."""

from collections.abc import Sequence
from typing import Any

from telegram import ChatMember, Message, MessageReactionUpdated, ReactionTypeEmoji, Update, User

from bot.incoming import (
    ChatMigrated,
    Edited,
    Incoming,
    Media,
    MemberChanged,
    Reacted,
    Said,
    Sender,
    Tapped,
    TopicChanged,
    Unreadable,
)
from bot.rules.plain_text import clean, is_visible, one_line

_NAME_LIMIT = 120
_EMOJI_LIMIT = 16
_FILES = ("video", "voice", "audio", "animation", "document", "sticker", "video_note")
_UNSPOKEN = (
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
    "group_chat_created", "supergroup_chat_created", "channel_chat_created", "message_auto_delete_timer_changed",
    "pinned_message", "successful_payment", "refunded_payment", "users_shared", "chat_shared", "connected_website",
    "write_access_allowed", "passport_data", "proximity_alert_triggered", "boost_added", "chat_background_set",
    "checklist_tasks_done", "checklist_tasks_added", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
    "forum_topic_reopened", "video_chat_scheduled", "video_chat_started", "video_chat_ended", "giveaway_completed",
)  # fmt: skip
"""What Telegram says of a chat and nobody has said: it wants no answer."""
_COPIED = ("location", "contact", "dice", "poll")
"""What has no file and is passed on all the same."""
_IN_CHAT = frozenset({ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER})


def read_update(raws: Sequence[dict[str, Any]]) -> Incoming | None:
    """What one update, or the parts of one album in order, say; None for what the desk has no use for.

    Raises Unreadable: the worker then quarantines it.
    """
    try:
        return _read([Update.de_json(raw, None) for raw in raws])
    except Unreadable:
        raise
    except Exception as error:  # the client library has no error of its own for what it cannot parse
        raise Unreadable(f"{type(error).__name__}: {error}") from None


def _read(updates: Sequence[Update]) -> Incoming | None:
    first = updates[0]
    if first.message is not None:
        return _message([update.message for update in updates if update.message is not None])
    if first.edited_message is not None:
        said = _said([first.edited_message])
        return None if said is None else Edited(said)
    if first.callback_query is not None:
        return _tapped(first)
    if first.message_reaction is not None:
        return _reacted(first.message_reaction)
    if first.my_chat_member is not None or first.chat_member is not None:
        return _member_changed(first)
    return None


def _message(messages: list[Message]) -> Incoming | None:
    message = messages[0]
    _check_ids(message.chat.id, *(part.message_id for part in messages))
    if message.migrate_to_chat_id is not None:
        return ChatMigrated(message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        return ChatMigrated(message.migrate_from_chat_id, message.chat.id)
    if message.forum_topic_closed is not None or message.forum_topic_reopened is not None:
        if message.message_thread_id is None:
            return None
        return TopicChanged(message.chat.id, message.message_thread_id, closed=message.forum_topic_closed is not None)
    return _said(messages)


def _said(messages: list[Message]) -> Said | None:
    message = messages[0]
    user = message.from_user
    media = tuple(found for part in messages for found in _media(part))
    text = clean("\n".join(filter(None, (part.text or part.caption for part in messages))))
    if user is None or message.chat.type == "channel":
        return None
    if not (media or message.text is not None or text or _wants_an_answer(message)):
        return None
    in_topic = bool(message.is_topic_message)
    return Said(
        chat_id=message.chat.id,
        thread_id=message.message_thread_id if in_topic else None,
        sender=_sender(user),
        anonymous=message.sender_chat is not None,
        message_id=message.message_id,
        message_ids=tuple(part.message_id for part in messages),
        text=text,
        media=media,
        album=len(messages) > 1,
        reply_to_message_id=_reply_to(message),
        quote=message.quote.text if message.quote is not None else None,
        contact_phone=_own_phone(message),
        at=message.date,
    )


def _reacted(change: MessageReactionUpdated) -> Reacted | None:
    """None for whoever reacts in the name of a chat: nobody knows by whom it is. Of the reactions only emojis can be
    said in words."""
    if change.user is None or change.actor_chat is not None:
        return None
    _check_ids(change.chat.id, change.message_id)
    before, now = (
        tuple(_emoji(reaction) for reaction in found if isinstance(reaction, ReactionTypeEmoji))
        for found in (change.old_reaction, change.new_reaction)
    )
    added = tuple(emoji for emoji in now if emoji not in before)
    return Reacted(change.chat.id, change.message_id, _sender(change.user), now, added)


def _emoji(reaction: ReactionTypeEmoji) -> str:
    if not isinstance(reaction.emoji, str):
        raise Unreadable("an emoji is no text")
    return one_line(reaction.emoji, _EMOJI_LIMIT)


def _wants_an_answer(message: Message) -> bool:
    """Something that the desk cannot read (a game, a story, what Telegram has invented since) was sent to it alone."""
    return message.chat.type == "private" and not any(getattr(message, name, None) for name in _UNSPOKEN)


def _check_ids(*numbers: int) -> None:
    """Refuses what no database could keep: it is put aside at once instead of being tried again."""
    if not all(isinstance(number, int) and abs(number) < 2**63 for number in numbers):
        raise Unreadable("an id is no number of 64 bits")


def _reply_to(message: Message) -> int | None:
    """In a topic every message replies to the one that opened it unless it replies to something else."""
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return None
    return replied.message_id


def _own_phone(message: Message) -> str | None:
    """A shared contact counts only if it is the sender's own (facts: contact.user_id == from.id)."""
    contact, user = message.contact, message.from_user
    if contact is None or user is None or contact.user_id != user.id:
        return None
    return clean(contact.phone_number)


def _media(message: Message) -> list[Media]:
    found: list[Media] = []
    if message.photo:
        largest = message.photo[-1]
        found.append(_file("photo", largest, message))
    for kind in _FILES:
        file = getattr(message, kind)
        # An animation also comes as a document, for older clients.
        if file is not None and not (kind == "document" and message.animation is not None):
            found.append(_file(kind, file, message))
    for kind in _COPIED:
        if getattr(message, kind) is not None:
            unique = f"{kind}:{message.chat.id}:{message.message_id}"
            found.append(Media(kind, "", unique, message.message_id))
    return found


def _file(kind: str, file: Any, message: Message) -> Media:
    return Media(kind, clean(file.file_id), clean(file.file_unique_id), message.message_id)


def _tapped(update: Update) -> Tapped | None:
    query = update.callback_query
    if query is None or query.message is None or query.data is None:
        return None
    message = query.message
    thread = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    return Tapped(
        callback_id=clean(query.id),
        data=clean(query.data),
        chat_id=message.chat.id,
        thread_id=thread,
        message_id=message.message_id,
        sender=_sender(query.from_user),
    )


def _member_changed(update: Update) -> MemberChanged | None:
    change = update.my_chat_member or update.chat_member
    if change is None:
        return None
    new = change.new_chat_member
    inside = new.status in _IN_CHAT or (new.status == ChatMember.RESTRICTED and bool(getattr(new, "is_member", False)))
    about_bot = update.my_chat_member is not None
    user = change.from_user if about_bot else new.user
    return MemberChanged(
        chat_id=change.chat.id, user=_sender(user), is_member=inside, about_bot=about_bot, at=change.date
    )


def _sender(user: User) -> Sender:
    _check_ids(user.id)
    name = one_line(user.full_name or "", _NAME_LIMIT)
    language = user.language_code if isinstance(user.language_code, str) else None
    return Sender(user.id, name if is_visible(name) else str(user.id), language)
