"""What a takeover leaves behind that lapses while its holder owes an answer (S2: nobody is forgotten)."""

from bot.actions.tickets.events import open_tickets
from bot.desk import Work
from bot.rules.fragments import is_courtesy
from storage import conversations, topics
from storage.models import Author, Conversation

_LOOKED_AT = 20
"""How far back the talk is searched for an unanswered line."""


async def is_unheard(work: Work, conversation: Conversation) -> bool:
    """Whether the owner asked for a person, and whoever came has not said a word."""
    claimed = await topics.latest_handoff(work.session, conversation.id)
    spoke = conversation.last_staff_at
    spoken = spoke is not None and (claimed is None or spoke >= claimed.at)
    return conversation.waiting_since is not None and not spoken


async def is_left_unanswered(work: Work, conversation: Conversation) -> bool:
    """Whether the owner said more than thanks to the holder, who has not said anything since."""
    claimed = await topics.latest_handoff(work.session, conversation.id)
    moments = (None if claimed is None else claimed.at, conversation.last_staff_at)
    since = max((at for at in moments if at is not None), default=None)
    return any(
        message.author == Author.OWNER
        and (since is None or message.at > since)
        and (message.media or not is_courtesy(message.text, work.desk.texts.phrases))
        for message in await conversations.history(work.session, conversation.id, _LOOKED_AT)
    )


async def is_followed_up(work: Work, conversation: Conversation) -> bool:
    """Whether the holder has a matter of this owner: its own clocks go on, and tell when an answer is late."""
    return any(t.assignee_id == conversation.holder_id for t in await open_tickets(work, conversation.id))
