"""Who comes and goes in the office's chats, and topics that somebody closes by hand."""

from bot.actions.people import departures, groups
from bot.actions.talks.topics import closed_by_hand
from bot.desk import Desk, Work
from bot.handlers.staff.here import in_manager_chat, in_staff_chat
from bot.incoming import MemberChanged, TopicChanged


async def member_changed(work: Work, change: MemberChanged) -> None:
    """Leaving ends access at once. Coming in gives none yet: writing or tapping does. What the office is told waits
    while the bot itself is out."""
    if change.about_bot:
        await (groups.bot_is_in if change.is_member else groups.bar)(work, change.chat_id)
    elif not change.is_member:
        await departures.left(work, change.user.id, change.chat_id, change.at)


def in_office_group(desk: Desk, change: MemberChanged) -> bool:
    group = change.chat_id < 0
    return group and (in_staff_chat(desk, change.chat_id) or in_manager_chat(desk, change.chat_id))


async def topic_changed(work: Work, change: TopicChanged) -> None:
    """A topic closed by hand is reopened by the next matter; see actions/talks/topics.py."""
    await closed_by_hand(work, change.chat_id, change.thread_id, closed=change.closed)
