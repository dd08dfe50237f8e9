"""What staff see of their messages' fate: a mark once Telegram accepted them, failures with the reason (S3)."""

from collections.abc import Mapping
from typing import Any

from bot.actions.feedback.phone import phone_task
from bot.actions.outgoing import Place, Terms, call
from bot.actions.talks.office_lines import tell_of_ticket, tell_office
from bot.actions.talks.places import talk_topic
from bot.actions.tickets.events import record
from bot.desk import Work
from bot.outcome import Outcome
from bot.rules.ticket_flow import SYSTEM
from storage import conversations, message_copies
from storage.models import Conversation, EventKind, Message, MessageCopy, OutboxRow, OutboxState, Survey, Ticket

ARRIVED = "👌"
"""Bots may set only the reactions that Telegram lists; this is one of them (facts: Sending)."""


async def relayed_settled(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """A staff member's message to the owner: arrived (copies remembered, mark), or refused (reason)."""
    message = await work.session.get(Message, about["message_id"])
    if message is None or outcome.state == OutboxState.DROPPED:
        return
    original = await _original(work, message)
    if original is None:
        return
    place = await _place_of(work, message, original)
    reply = Terms(reply_to_message_id=original.telegram_message_id)
    if outcome.state == OutboxState.SENT:
        await _remember(work, message, row, outcome)
        await call(
            work,
            place,
            "setMessageReaction",
            {"reaction": [{"type": "emoji", "emoji": ARRIVED}]},
            Terms(
                target_message_id=original.telegram_message_id,
                dedupe_key=f"mark:{message.id}",
                follow_up={"kind": "mark", "message_id": message.id},
            ),
        )
    elif outcome.state == OutboxState.DEAD:
        reason = outcome.reason.value if outcome.reason is not None else "refused"
        await tell_office(work, place, "staff-delivery-failed", None, reply, reason=reason)


async def mark_settled(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """Groups can restrict reactions: then the mark is a line."""
    message = await work.session.get(Message, about["message_id"])
    original = None if message is None else await _original(work, message)
    if outcome.state == OutboxState.DEAD and message is not None and original is not None:
        place = await _place_of(work, message, original)
        reply = Terms(reply_to_message_id=original.telegram_message_id)
        await tell_office(work, place, "staff-delivered", None, reply)


async def retracted_settled(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """Taken back at the owner's, or too late for that."""
    message = await work.session.get(Message, about["message_id"])
    original = None if message is None else await _original(work, message)
    if message is None or original is None or outcome.state not in (OutboxState.SENT, OutboxState.DEAD):
        return
    place = await _place_of(work, message, original)
    key = "staff-retracted" if outcome.state == OutboxState.SENT else "staff-retract-failed"
    await tell_office(work, place, key, None, Terms(reply_to_message_id=original.telegram_message_id))


async def conclusion_settled(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """Whether the owner was really told: in the ticket's history, and as a telephone task where they were not."""
    ticket = await work.session.get(Ticket, about["ticket_id"])
    if ticket is None or outcome.state not in (OutboxState.SENT, OutboxState.DEAD):
        return
    await conversations.lock_conversation(work.session, ticket.conversation_id)
    if outcome.state == OutboxState.SENT:
        await record(work, ticket, EventKind.TOLD_OWNER, SYSTEM)
        return
    await record(work, ticket, EventKind.NOT_TOLD, SYSTEM, text=outcome.error or "", internal=True)
    survey = await work.session.get(Survey, about["survey_id"]) if about.get("survey_id") is not None else None
    if survey is not None:
        await phone_task(work, survey)
    else:
        await tell_of_ticket(work, ticket, "tickets-call-owner", number=ticket.number)


async def _remember(work: Work, message: Message, row: OutboxRow, outcome: Outcome) -> None:
    ids = outcome.message_ids or tuple(filter(None, (outcome.message_id,)))
    for position, arrived in enumerate(ids):
        if row.chat_id is not None:
            await conversations.add_copy(
                work.session,
                message_id=message.id,
                chat_id=row.chat_id,
                telegram_message_id=arrived,
                position=position,
            )


async def _original(work: Work, message: Message) -> MessageCopy | None:
    originals = await message_copies.originals_of(work.session, message.id)
    return originals[0] if originals else None


async def _place_of(work: Work, message: Message, original: MessageCopy) -> Place:
    """Where the staff member wrote it: the conversation's topic in that chat, or the manager chat itself."""
    topic = await conversations.topic_of(work.session, message.conversation_id, original.chat_id)
    if topic is not None and original.chat_id != work.desk.chats.manager:
        return Place(topic_id=topic.id)
    if original.chat_id in {work.desk.chats.manager, *work.desk.chats.manager_ids}:
        return Place(chat_id=original.chat_id)
    conversation = await work.session.get_one(Conversation, message.conversation_id)
    found = await talk_topic(work, conversation)
    return Place(chat_id=original.chat_id) if found is None else Place(topic_id=found.id)
