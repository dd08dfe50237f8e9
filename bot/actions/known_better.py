"""Who an owner is has become known, or known better: what the staff have before them follows."""

from bot.actions.cards import show_card
from bot.actions.ticket_events import open_tickets
from bot.actions.topics import refresh_header, refresh_topics
from bot.desk import Work
from storage import topics
from storage.models import Conversation


async def follow(work: Work, conversation: Conversation) -> None:
    """Names and headers of the owner's topics, and the cards of what is open."""
    await work.session.flush()
    await refresh_topics(work, conversation)
    for topic in await topics.topics_of(work.session, conversation.id):
        await refresh_header(work, conversation, topic)
    for ticket in await open_tickets(work, conversation.id):
        await show_card(work, ticket)
