"""Who an owner is has become known, or known better: what the staff have before them follows."""

from bot.actions.people import people
from bot.actions.talks.topics import refresh_header, refresh_topics
from bot.actions.tickets.cards import show_card
from bot.actions.tickets.events import open_tickets
from bot.desk import Work
from storage import topics
from storage.models import Conversation, Person


async def by_contact(work: Work, conversation: Conversation, person: Person, phone: str | None) -> bool:
    """Whether a number that its owner shared is kept: with consent alone, and then the staff see it."""
    if phone is None or not await people.has_consented(work, person):
        return False
    if await people.learn(work, person, {"phone": phone}):
        await follow(work, conversation)
    return True


async def follow(work: Work, conversation: Conversation) -> None:
    """Names and headers of the owner's topics, and the cards of what is open."""
    await work.session.flush()
    await refresh_topics(work, conversation)
    for topic in await topics.topics_of(work.session, conversation.id):
        await refresh_header(work, conversation, topic)
    for ticket in await open_tickets(work, conversation.id):
        await show_card(work, ticket)
