"""Who wrote or tapped, where, about whose conversation: what every staff handler starts from."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.actions.outgoing import Place, Terms
from bot.actions.people import presence
from bot.actions.people.staff_members import met
from bot.actions.talks.office_lines import tell_office
from bot.actions.tickets.events import open_tickets
from bot.desk import Desk, Work
from bot.errors import DeskError
from bot.incoming import Said, Sender
from bot.rules.access import may_be_staff
from bot.rules.routing import MANAGER
from storage import conversations, people
from storage.models import Conversation, StaffMember, Ticket, Topic


@dataclass(frozen=True, slots=True)
class Here:
    """One staff member at one conversation (locked), in its topic or, without one, in the manager chat."""

    conversation: Conversation
    staff: StaffMember
    topic: Topic | None
    chat_id: int

    @property
    def place(self) -> Place:
        return Place(chat_id=self.chat_id) if self.topic is None else Place(topic_id=self.topic.id)

    @property
    def topic_id(self) -> int | None:
        return None if self.topic is None else self.topic.id

    async def open_tickets(self, work: Work) -> list[Ticket]:
        """The open matters that may be seen here: complaints about staff in the manager chat only (S1)."""
        found = await open_tickets(work, self.conversation.id)
        return [ticket for ticket in found if (ticket.department == MANAGER) == (self.topic is None)]


def spellings(desk: Desk, names: Iterable[str]) -> Mapping[str, str]:
    """What else these commands may be called, in every language: spelling to name."""
    return {word.casefold(): name for name in names for word in desk.texts.phrases(f"command-{name}")}


def in_staff_chat(desk: Desk, chat_id: int) -> bool:
    """One of the groups where the staff work."""
    return chat_id in desk.staff_chats


def in_manager_chat(desk: Desk, chat_id: int) -> bool:
    """The managers' group or, where it is one, their private chat."""
    return chat_id == desk.chats.manager


def in_manager_private(desk: Desk, chat_id: int) -> bool:
    """The private chat of a manager where there is no manager chat: what they answer there is read like in that one."""
    return desk.chats.manager is None and chat_id in desk.chats.manager_ids


def in_office_chat(desk: Desk, chat_id: int) -> bool:
    """Where buttons for staff and managers can stand; without a manager group also in the managers' private chats."""
    return in_staff_chat(desk, chat_id) or in_manager_chat(desk, chat_id) or chat_id in desk.chats.manager_ids


async def here_in_topic(work: Work, sender: Sender, chat_id: int, thread_id: int) -> Here | None:
    """None: the topic is none of ours. Locks the conversation before anything is read."""
    topic = await conversations.topic_at(work.session, chat_id, thread_id)
    if topic is None:
        return None
    conversation = await conversations.lock_conversation(work.session, topic.conversation_id)
    return Here(conversation, await met(work, sender, chat_id), topic, chat_id)


async def welcome(work: Work, said: Said, *, place: Place | None = None) -> bool:
    """Whether the sender is staff, or can be from now on; not who has left since they wrote, for topics are read beside
    what happens in the group. An anonymous admin is told once how to be seen."""
    if may_be_staff(said.sender.id, anonymous=said.anonymous):
        member = await people.staff_by_telegram(work.session, said.sender.id)
        return member is None or not await presence.left_since(work, member, said.chat_id, said.at)
    once = Terms(dedupe_key=f"anonymous:{said.chat_id}")
    await tell_office(work, place or Place(chat_id=said.chat_id), "staff-anonymous", None, once)
    return False


async def guarded(work: Work, attempt: Callable[[], Awaitable[None]], place: Place, reply_to: int | None) -> None:
    """Runs a wish of the staff; when it is refused, nothing of it stays and the reason is said as a reply."""
    refused: DeskError | None = None
    try:
        async with work.session.begin_nested():
            await attempt()
    except DeskError as error:
        refused = error
    if refused is not None:
        terms = Terms(reply_to_message_id=reply_to)
        await tell_office(work, place, refused.key, None, terms, **refused.args_)
