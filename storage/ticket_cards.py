"""Cards of tickets: where they stand, and which one a message is."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OutboxRow, Ticket, TicketCard


async def cards_of(session: AsyncSession, ticket_id: int) -> list[TicketCard]:
    """All cards of a ticket, one per chat."""
    return list(
        await session.scalars(select(TicketCard).where(TicketCard.ticket_id == ticket_id).order_by(TicketCard.id))
    )


async def cards_of_topic(session: AsyncSession, conversation_id: int, topic_id: int) -> list[tuple[TicketCard, Ticket]]:
    """The cards that stand in one topic, with their tickets."""
    found = await session.execute(
        select(TicketCard, Ticket)
        .join(Ticket, Ticket.id == TicketCard.ticket_id)
        .where(Ticket.conversation_id == conversation_id, TicketCard.topic_id == topic_id)
        .order_by(TicketCard.id)
    )
    return [(card, ticket) for card, ticket in found]


async def ticket_of_card(
    session: AsyncSession, conversation_id: int, chat_id: int, telegram_message_id: int
) -> Ticket | None:
    """The ticket whose card, in this chat, is this message."""
    return await session.scalar(
        select(Ticket)
        .join(TicketCard, TicketCard.ticket_id == Ticket.id)
        .join(OutboxRow, OutboxRow.id == TicketCard.outbox_id)
        .where(
            Ticket.conversation_id == conversation_id,
            TicketCard.chat_id == chat_id,
            OutboxRow.telegram_message_id == telegram_message_id,
        )
    )
