"""What owners said, kept as rows before anything is decided about it."""

from dataclasses import asdict

from bot.desk import Work
from bot.incoming import Said
from storage import conversations
from storage.models import Author, Conversation, Message


async def record_owner_message(work: Work, conversation: Conversation, said: Said) -> Message:
    """The message row with a copy row for each of its parts (an album has several)."""
    message = await conversations.add_message(
        work.session,
        conversation_id=conversation.id,
        author=Author.OWNER,
        text=said.text,
        media=[asdict(media) for media in said.media] or None,
        at=work.now,
    )
    for position, part in enumerate(said.message_ids):
        await conversations.add_copy(
            work.session,
            message_id=message.id,
            chat_id=said.chat_id,
            telegram_message_id=part,
            position=position,
            original=True,
        )
    conversation.last_owner_at = work.now
    return message
