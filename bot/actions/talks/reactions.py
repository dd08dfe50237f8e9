"""Reactions cross like words: an owner's stands in the office as a line, a holder's under the owner's message (S3)."""

from collections.abc import Sequence

from bot.actions.outgoing import Terms, call, owner_of, text
from bot.actions.talks.mirror import chat_of, owner_words
from bot.actions.talks.places import talk_place
from bot.desk import Work
from storage import message_copies
from storage.models import Author, Conversation, Floor, Message, MessageCopy, StaffMember


async def owner_reacted(
    work: Work, conversation: Conversation, message: Message, copy: MessageCopy, added: Sequence[str]
) -> None:
    """To what a person of the office said to them; what is taken back stays said. The mark of arrival stays, too."""
    place = await talk_place(work, conversation)
    if place is None or not added or message.author != Author.STAFF or message.internal:
        return
    original = await _part(work, message, copy.position)
    if original is None or original.chat_id != await chat_of(work, place):
        return  # it was written elsewhere: what managers said is not for the staff to read about
    words = await owner_words(work, conversation, place, " ".join(added))
    await text(work, place, words, None, Terms(reply_to_message_id=original.telegram_message_id))


async def staff_reacted(
    work: Work,
    conversation: Conversation,
    staff: StaffMember,
    message: Message,
    copy: MessageCopy,
    emojis: Sequence[str],
) -> None:
    """Whoever has the floor reacts to the owner; others do among colleagues. A bot may set one; none takes it back."""
    holds = conversation.floor == Floor.HELD and conversation.holder_id == staff.id
    original = await _part(work, message, copy.position)
    if not holds or message.author != Author.OWNER or original is None:
        return
    reaction = [{"type": "emoji", "emoji": emoji} for emoji in emojis[:1]]
    target = Terms(target_message_id=original.telegram_message_id)
    await call(work, owner_of(conversation), "setMessageReaction", {"reaction": reaction}, target)


async def _part(work: Work, message: Message, position: int) -> MessageCopy | None:
    originals = await message_copies.originals_of(work.session, message.id)
    return next((part for part in originals if part.position == position), originals[0] if originals else None)
