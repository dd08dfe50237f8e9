"""A picture whose caption is a short answer: the answer is served, and the picture goes where its matter goes."""

from dataclasses import asdict, replace

from bot.actions.flow import draft_kept, enter, flow_of
from bot.actions.messages.in_between import Told
from bot.actions.talks import relay
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from storage.models import Conversation, Floor, Message, Person, Ticket


def show_suspended(conversation: Conversation, message: Message) -> None:
    """The report that is laid aside holds what is shown with the answer that brings it back."""
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if message.media and flow is not None and flow.suspended is not None and draft is not None:
        enter(conversation, replace(flow, suspended=asdict(draft.holding(message, words=False))))


async def shown_beside(work: Work, conversation: Conversation, person: Person, told: Told) -> None:
    """What was shown with an answer joins the ticket that the answer made or named, or is seen by the person that it
    asked for. A report that began with it holds it already."""
    message, draft = told.message, draft_kept(conversation)
    if not message.media or message.ticket_id is not None or (draft is not None and message.id in draft.message_ids):
        return
    asked = await work.session.get(Message, told.flow.data.get("message_id") or 0)
    if asked is not None and asked.ticket_id is not None:
        message.for_managers = asked.for_managers
        await add_words(work, await work.session.get_one(Ticket, asked.ticket_id), message)
    elif conversation.floor != Floor.BOT:
        await relay.owner_said(work, conversation, told.said, message)
