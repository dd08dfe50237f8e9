"""Where the office's side of a conversation is: a topic, or the manager chat for what only managers may see (S1)."""

from bot.actions.outgoing import Place, topic_place
from bot.actions.people.reach import first_manager, reached_manager
from bot.actions.people.staff_members import staff_of
from bot.actions.tickets.events import open_tickets
from bot.desk import Work
from bot.rules.routing import MANAGER
from storage import conversations, topics
from storage.models import Conversation, Floor, Ticket, Topic

_SUPERGROUP = "-100"


async def manager_chat(work: Work) -> int | None:
    """The chat of the managers, where cards stand; without one the private chat of the first whom the settings name and
    who can be written to."""
    chats = work.desk.chats
    return chats.manager if chats.manager is not None else await first_manager(work)


async def manager_in_reach(work: Work) -> int | None:
    """The same, and None where no manager can be written to as far as is known."""
    chats = work.desk.chats
    return chats.manager if chats.manager is not None else await reached_manager(work)


def manager_places(work: Work) -> tuple[Place, ...]:
    """Where all managers read what is told to them: their chat, or each one's own."""
    chats = work.desk.chats
    found = chats.private_managers if chats.manager is None else (chats.manager,)
    return tuple(Place(chat_id=chat) for chat in found)


async def place_of_ticket(work: Work, ticket: Ticket) -> Place | None:
    """Where the ticket's card stands and its owner's words arrive; None where no such chat is set up."""
    if ticket.department == MANAGER:
        chat = await manager_chat(work)
        return None if chat is None else Place(chat_id=chat)
    topic = await topic_of_department(work, ticket.conversation_id, ticket.department)
    return None if topic is None else topic_place(topic)


async def topic_of_department(work: Work, conversation_id: int, department: str) -> Topic | None:
    chat = work.desk.staff_chat_of(department)
    return None if chat is None else await conversations.topic_of(work.session, conversation_id, chat)


def topic_link(topic: Topic | None) -> str:
    """A link into a topic that Telegram has made already, in supergroups only; empty where there is none."""
    if topic is None or topic.thread_id is None or not str(topic.staff_chat_id).startswith(_SUPERGROUP):
        return ""
    return f"https://t.me/c/{str(topic.staff_chat_id).removeprefix(_SUPERGROUP)}/{topic.thread_id}"


async def talk_topic(work: Work, conversation: Conversation) -> Topic | None:
    """The topic in which the talk with the owner goes on; with several (departments with groups of their own) the one
    of the latest hand-off."""
    found = await topics.topics_of(work.session, conversation.id)
    if len(found) > 1:
        entry = await topics.latest_handoff(work.session, conversation.id)
        chosen = [topic for topic in found if entry is not None and entry.data.get("topic_id") == topic.id]
        return chosen[0] if chosen else found[-1]
    return found[0] if found else None


async def talk_place(work: Work, conversation: Conversation) -> Place | None:
    """Where the owner's words go while a person has the floor or is asked for."""
    if await held_by_managers(work, conversation):
        chat = await _chat_of_holder(work, conversation)
        return None if chat is None else Place(chat_id=chat)
    topic = await talk_topic(work, conversation)
    return None if topic is None else topic_place(topic)


async def _chat_of_holder(work: Work, conversation: Conversation) -> int | None:
    """The managers' chat; where each has only a private one, the holder's own."""
    holder = await staff_of(work, conversation.holder_id)
    chats = work.desk.chats
    if chats.manager is None and holder is not None and holder.telegram_id in chats.manager_ids:
        return holder.telegram_id
    return await manager_chat(work)


async def held_by_managers(work: Work, conversation: Conversation) -> bool:
    """Whether the holder has claimed a matter that the staff must not see; that they are a manager no longer does not
    make it the staff's."""
    if conversation.floor != Floor.HELD:
        return False
    open_ones = await open_tickets(work, conversation.id)
    return any(t.department == MANAGER and t.assignee_id == conversation.holder_id for t in open_ones)
