"""Managers answer complaints about staff in their own chat, by replying to card or owner's words (S1).

Without such a chat they do so in private, where they write as residents too: only what replies to the office's messages
counts."""

from datetime import timedelta

from bot.actions.managers.alert_texts import say_where_it_is_talked_about
from bot.actions.outgoing import Place, Terms
from bot.actions.people.staff_members import met
from bot.actions.talks.office_lines import tell_office
from bot.actions.tickets.events import open_tickets
from bot.desk import Desk, Work
from bot.handlers.staff.commands import NAMES, alert_of_row, aliases, ticket_of_row
from bot.handlers.staff.here import Here, in_manager_chat, in_manager_private, welcome
from bot.handlers.staff.talk import serve, serve_edit
from bot.incoming import Edited, Said, TooEarly
from bot.rules.routing import MANAGER
from bot.rules.staff_words import read_command
from storage import conversations, outbox_changes
from storage.models import Author, Conversation, Ticket

_ON_RECORD_AFTER = timedelta(seconds=30)


def answers_in_manager_chat(desk: Desk, said: Said) -> bool:
    """A reply, or a command about a matter; chat among managers is left alone."""
    if in_manager_private(desk, said.chat_id):
        return said.reply_to_message_id is not None
    if not in_manager_chat(desk, said.chat_id):
        return False
    command = read_command(said.text, desk.bot_username, aliases(desk))
    return said.reply_to_message_id is not None or (command is not None and command.name in NAMES)


async def said_to_managers(work: Work, said: Said) -> bool:
    """What is replied to says which owner and which matter are meant. False: a manager's own affair as a resident."""
    if not await welcome(work, said):
        return True
    terms, place = Terms(reply_to_message_id=said.message_id), Place(chat_id=said.chat_id)
    if said.reply_to_message_id is not None:
        alert = await alert_of_row(work, said.chat_id, said.reply_to_message_id)
        if alert is not None and await say_where_it_is_talked_about(work, alert, place, terms):
            return True
    found = await _meant(work, said.chat_id, said.reply_to_message_id)
    if found is None:
        if in_manager_private(work.desk, said.chat_id):
            await _await_what_is_answered(work, said)
            return False
        await tell_office(work, place, "staff-manager-reply", None, terms)
        return True
    conversation, ticket = found
    here = Here(conversation, await met(work, said.sender, said.chat_id), None, said.chat_id)
    await serve(work, here, said, ticket)
    return True


async def _await_what_is_answered(work: Work, said: Said) -> None:
    """A quick answer may come before Telegram's acceptance of our message is on record. Raises TooEarly."""
    if work.real_now - said.at < _ON_RECORD_AFTER and await outbox_changes.is_being_sent(work.session, said.chat_id):
        raise TooEarly


def says_something_else(desk: Desk, said: Said) -> bool:
    """In a manager's own chat with the desk; in a group of managers their chat among each other is left alone."""
    return in_manager_chat(desk, said.chat_id) and said.chat_id == said.sender.id


async def told_what_works_here(work: Work, said: Said) -> None:
    await tell_office(
        work, Place(chat_id=said.chat_id), "manager-hint", None, Terms(reply_to_message_id=said.message_id)
    )


def edited_in_manager_chat(desk: Desk, edited: Edited) -> bool:
    return in_manager_chat(desk, edited.said.chat_id) or in_manager_private(desk, edited.said.chat_id)


async def edited_by_manager(work: Work, edited: Edited) -> bool:
    """False: what a manager wrote as a resident."""
    said = edited.said
    found = await conversations.message_at(work.session, said.chat_id, said.message_id)
    if found is None or found[0].author == Author.OWNER:
        return not in_manager_private(work.desk, said.chat_id)
    conversation = await conversations.lock_conversation(work.session, found[0].conversation_id)
    here = Here(conversation, await met(work, said.sender, said.chat_id), None, said.chat_id)
    await serve_edit(work, here, said)
    return True


async def _meant(work: Work, chat_id: int, reply_to: int | None) -> tuple[Conversation, Ticket | None] | None:
    """The conversation (locked) and matter of a message in the manager chat."""
    if reply_to is None:
        return None
    ticket = await ticket_of_row(work, chat_id, reply_to)
    if ticket is None:
        found = await conversations.message_at(work.session, chat_id, reply_to)
        if found is None:
            return None
        conversation = await conversations.lock_conversation(work.session, found[0].conversation_id)
        if conversation.chat_id == chat_id:
            return None
        about = found[0].ticket_id
        ticket = await work.session.get(Ticket, about) if about is not None else None
        return conversation, ticket or await _only_matter(work, conversation)
    conversation = await conversations.lock_conversation(work.session, ticket.conversation_id)
    if conversation.chat_id == chat_id:
        return None
    await work.session.refresh(ticket)
    return conversation, ticket


async def _only_matter(work: Work, conversation: Conversation) -> Ticket | None:
    found = [ticket for ticket in await open_tickets(work, conversation.id) if ticket.department == MANAGER]
    return found[0] if len(found) == 1 else None
