"""Reactions cross like words: an owner's stands in the office as a line, a holder's under the owner's message (S3)."""

from collections.abc import Sequence

from bot.actions.outgoing import Place, Terms, call, owner_of, text
from bot.actions.talks.mirror import REACTION, chat_of, owner_words
from bot.actions.talks.places import talk_place
from bot.desk import Work
from bot.incoming import Reacted
from storage import message_copies, outbox_changes
from storage.models import Author, Conversation, Floor, Message, MessageCopy, OutboxRow, Priority, StaffMember


async def owner_reacted(
    work: Work, conversation: Conversation, message: Message, copy: MessageCopy, reacted: Reacted
) -> None:
    """To what a person of the office said to them. Only the latest to each message counts while the line waits, behind
    whatever was said in words; what is taken back afterwards stays said. The mark of arrival stays, too."""
    place = await talk_place(work, conversation)
    if place is None or message.author != Author.STAFF or message.internal:
        return
    original = await _part(work, message, copy.position)
    if original is None or original.chat_id != await chat_of(work, place):
        return  # it was written elsewhere: what managers said is not for the staff to read about
    line = await _waiting(work, place, original)
    if line is not None:
        words = await owner_words(work, conversation, place, " ".join(reacted.emojis))
        if not reacted.emojis and await outbox_changes.drop(work.session, line):
            return
        if await outbox_changes.amend(work.session, line, {**line.params, "text": words}):
            return
    if reacted.added:
        await text(
            work,
            place,
            await owner_words(work, conversation, place, " ".join(reacted.added)),
            None,
            Terms(
                priority=Priority.STAGE,
                due_at=work.now + work.desk.office.times.coalesce,
                follow_up={"kind": REACTION},
                reply_to_message_id=original.telegram_message_id,
            ),
        )


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


async def _waiting(work: Work, place: Place, original: MessageCopy) -> OutboxRow | None:
    """The line about the same message that has not gone out yet."""
    for row in await outbox_changes.pending_of_stream(work.session, place.stream):
        about = (row.follow_up or {}).get("kind")
        if about == REACTION and row.reply_to_message_id == original.telegram_message_id:
            return row
    return None


async def _part(work: Work, message: Message, position: int) -> MessageCopy | None:
    originals = await message_copies.originals_of(work.session, message.id)
    return next((part for part in originals if part.position == position), originals[0] if originals else None)
