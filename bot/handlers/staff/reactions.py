"""What the people of the office set under an owner's message."""

from bot.actions.people.staff_members import met
from bot.actions.talks import reactions
from bot.desk import Work
from bot.incoming import Reacted
from storage import conversations


async def staff_reacted(work: Work, reacted: Reacted) -> bool:
    """False in the private chat of a manager, where it is about their own talk as an owner."""
    found = await conversations.message_at(work.session, reacted.chat_id, reacted.message_id)
    if found is None:
        return False
    message, copy = found
    conversation = await conversations.lock_conversation(work.session, message.conversation_id)
    if conversation.chat_id == reacted.chat_id:
        return False
    staff = await met(work, reacted.sender, reacted.chat_id)
    await reactions.staff_reacted(work, conversation, staff, message, copy, reacted.emojis)
    return True
