"""Owners, in their private chats: commands, messages, edits, blocking. Taps: see owner_taps.py."""

from collections.abc import Awaitable, Callable

from bot.actions import conversation
from bot.actions.flow import FlowKind, draft_kept, enter, flow_of
from bot.actions.intake import intake
from bot.actions.intake.paused import back_from_aside
from bot.actions.managers import about_staff
from bot.actions.messages.history import record_owner_message
from bot.actions.outgoing import to_owner
from bot.actions.people import onboarding, people
from bot.actions.talks import corrections, handoff, reactions
from bot.actions.tickets import my_tickets
from bot.desk import Desk, Work
from bot.handlers.commands import command_of
from bot.handlers.owner_taps import owner_tapped
from bot.handlers.route import Route, route
from bot.incoming import Edited, MemberChanged, Reacted, Said, Tapped
from storage import conversations
from storage.models import Conversation, Message, Person

_ASIDE = frozenset({FlowKind.ADDING, FlowKind.PROFILE})
"""What an owner asked for in the middle of a report: calling that off leaves the report."""

Command = Callable[[Work, Conversation, Person, Message, str], Awaitable[None]]


def is_of_owner(desk: Desk, chat_id: int) -> bool:
    """A private chat's id is its person's; the managers' own chat is not an owner's."""
    return chat_id > 0 and chat_id != desk.chats.manager


async def _said(work: Work, said: Said) -> None:
    person, talk = await people.owner_of_chat(work, said.sender, said.chat_id, said.text)
    command = command_of(said.text, work.desk.bot_username)
    handler = COMMANDS.get(command.name) if command is not None else None
    if command is not None and handler is not None:
        asked = await record_owner_message(work, talk, said)
        await handler(work, talk, person, asked, command.rest)
        return
    await conversation.owner_wrote(work, talk, person, said)


async def _edited(work: Work, edited: Edited) -> None:
    person, talk = await people.owner_of_chat(work, edited.said.sender, edited.said.chat_id)
    known = await corrections.owner_edited(work, talk, person, edited.said)
    if not known and edited.said.text:
        await conversation.owner_wrote(work, talk, person, edited.said)


async def _reacted(work: Work, reacted: Reacted) -> None:
    """To something that the desk knows, in the owner's own chat; whatever else it may be wants no attention."""
    found = await conversations.message_at(work.session, reacted.chat_id, reacted.message_id)
    if found is None or reacted.sender.id != reacted.chat_id:
        return
    talk = await conversations.lock_conversation(work.session, found[0].conversation_id)
    if talk.chat_id == reacted.chat_id:
        await reactions.owner_reacted(work, talk, *found, reacted)


async def _blocked_or_back(work: Work, change: MemberChanged) -> None:
    person, _ = await people.owner_of_chat(work, change.user, change.chat_id)
    await people.blocked_or_back(work, person, blocked=not change.is_member)


async def _new(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await intake.begin_anew(work, talk, person)


async def _human(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await about_staff.want_person(work, talk, person, asked, rest)


async def _cancel(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    if await handoff.leave_queue(work, talk, person):
        return
    flow = flow_of(talk)
    if flow is not None and flow.kind in _ASIDE and flow.suspended is not None:
        await back_from_aside(work, talk, person)
        return
    if draft_kept(talk) is not None:
        await intake.cancel(work, talk, person)
        return
    enter(talk, None)
    await to_owner(work, talk, work.say(person.locale, "owner-nothing-to-cancel"))


async def _start(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await onboarding.start(work, talk, person)


async def _help(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await onboarding.help_text(work, talk, person)


async def _tickets(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await my_tickets.show_list(work, talk, person)


async def _language(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await onboarding.ask_language(work, talk)


async def _me(work: Work, talk: Conversation, person: Person, asked: Message, rest: str) -> None:
    await onboarding.about_me(work, talk, person)


async def _privacy(work: Work, talk: Conversation, person: Person, message: Message, rest: str) -> None:
    await onboarding.show_privacy(work, talk, person)


COMMANDS: dict[str, Command] = {
    "start": _start,
    "help": _help,
    "tickets": _tickets,
    "new": _new,
    "human": _human,
    "cancel": _cancel,
    "language": _language,
    "me": _me,
    "privacy": _privacy,
}

OWNER_ROUTES: tuple[Route, ...] = (
    route("owner said", Said, _said, lambda desk, said: is_of_owner(desk, said.chat_id)),
    route("owner edited", Edited, _edited, lambda desk, edited: is_of_owner(desk, edited.said.chat_id)),
    route("owner reacted", Reacted, _reacted, lambda desk, reacted: is_of_owner(desk, reacted.chat_id)),
    route("owner tapped", Tapped, owner_tapped, lambda desk, tapped: is_of_owner(desk, tapped.chat_id)),
    route("owner blocked or came back", MemberChanged, _blocked_or_back, lambda desk, c: is_of_owner(desk, c.chat_id)),
)
