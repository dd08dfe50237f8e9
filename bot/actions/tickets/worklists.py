"""Worklists of the staff: who waits, what is mine, what is late, and where something is (S9)."""

import re

from bot.actions.managers.alert_texts import lasted_text
from bot.actions.people.staff_members import staff_of
from bot.actions.talks.briefing import owner_title
from bot.actions.talks.places import held_by_managers, topic_link, topic_of_department
from bot.actions.tickets.service_levels import is_overdue
from bot.actions.wording import department_name, matter_title, name_of
from bot.desk import Work
from bot.rules.access import may_see
from intents.extract import find_slots
from storage import conversations, people, tickets
from storage.models import Conversation, StaffMember, Ticket, Topic

_LISTED = 20
_SEARCHED = 2000
_COUNTER = re.compile(r"(?<=\d)\D+$")
"""What people write behind the number of a home, also where the building stands before it with a hyphen."""


async def queue(work: Work, staff: StaffMember) -> str:
    """Owners who wait for a person, longest first, then matters that nobody has taken."""
    locale = work.desk.office_locale
    waiting = (await conversations.waiting_queue(work.session))[:_LISTED]
    lines = []
    for place, conversation in enumerate(waiting, 1):
        lines.append(
            work.say(
                locale,
                "staff-queue-person",
                place=str(place),
                owner=await owner_title(work, conversation),
                lasted=lasted_text(work, locale, work.now - (conversation.waiting_since or work.now)),
                link=topic_link(await _topic(work, conversation, None)),
            )
        )
    free = [t for t in await tickets.unclaimed(work.session, limit=_LISTED * 2) if _visible(t)][:_LISTED]
    lines += [await _line(work, ticket) for ticket in free]
    return _list(work, "staff-queue", lines)


async def mine(work: Work, staff: StaffMember) -> str:
    """What the person who asks has in hand: talks they hold, and matters."""
    talks = await conversations.held_by(work.session, staff.id)
    held = [talk for talk in talks if not await held_by_managers(work, talk)]  # General is read by everybody
    lines = [
        work.say(
            work.desk.office_locale,
            "staff-mine-talk",
            owner=await owner_title(work, conversation),
            link=topic_link(await _topic(work, conversation, None)),
        )
        for conversation in held
    ]
    found = [t for t in await tickets.assigned_to(work.session, staff.id) if _visible(t)]
    lines += [await _line(work, ticket) for ticket in found[:_LISTED]]
    return _list(work, "staff-mine", lines)


async def overdue(work: Work, staff: StaffMember) -> str:
    """Matters whose answer or result is late by their service level."""
    lines: list[str] = []
    last = 0
    while len(lines) < _LISTED and (page := await tickets.open_tickets(work.session, limit=50, after_id=last)):
        last = page[-1].id
        lines += [await _line(work, t) for t in page if _visible(t) and await is_overdue(work, t)]
    return _list(work, "staff-overdue", lines[:_LISTED])


async def find(work: Work, staff: StaffMember, words: str) -> str:
    """By number, unit, name or the owner's words, newest first."""
    found = {ticket.id: ticket for ticket in await tickets.search(work.session, words, _home(words), _LISTED)}
    for person_id in await _people_named(work, words):
        conversation = await conversations.conversation_of_person(work.session, person_id)
        if conversation is not None:
            for ticket in await tickets.tickets_of_conversation(work.session, conversation.id, limit=5):
                found.setdefault(ticket.id, ticket)
    lines = [await _line(work, ticket) for ticket in list(found.values())[:_LISTED] if _visible(ticket)]
    return _list(work, "staff-found", lines)


def _home(words: str) -> tuple[str | None, str | None] | None:
    """Building and unit, or what is said of them; a bare number may be a unit."""
    told = words.strip()
    found = {**find_slots(_COUNTER.sub("", told)), **find_slots(told)}
    unit = found.get("unit") or (told if told.isdecimal() else None)
    building = found.get("building")
    return None if unit is None and building is None else (building, unit)


async def _people_named(work: Work, words: str) -> list[int]:
    """Persons whose name holds the words. Names are sealed, so the latest are opened one by one."""
    wanted = words.strip().casefold()
    if len(wanted) < 2:
        return []
    latest = await people.latest_people(work.session, _SEARCHED)
    return [person.id for person in latest if wanted in name_of(work, person).casefold()][:5]


async def _line(work: Work, ticket: Ticket) -> str:
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    holder = await staff_of(work, ticket.assignee_id)
    locale = work.desk.office_locale
    return work.say(
        locale,
        "staff-list-ticket",
        number=ticket.number,
        title=matter_title(work, locale, ticket.intent),
        owner=await owner_title(work, conversation),
        department=department_name(work, locale, ticket.department),
        holder=holder.name if holder is not None else work.say(locale, "cards-nobody"),
        state=work.say(locale, "cards-state-name", state=ticket.state, until=""),
        link=topic_link(await _topic(work, conversation, ticket.department)),
    )


async def _topic(work: Work, conversation: Conversation, department: str | None) -> Topic | None:
    if department is not None:
        return await topic_of_department(work, conversation.id, department)
    chat = work.desk.chats.staff
    return None if chat is None else await conversations.topic_of(work.session, conversation.id, chat)


def _list(work: Work, key: str, lines: list[str]) -> str:
    locale = work.desk.office_locale
    if not lines:
        return work.say(locale, f"{key}-none")
    return "\n".join((work.say(locale, f"{key}-title", count=str(len(lines))), *lines))


def _visible(ticket: Ticket) -> bool:
    """General is read by everybody: matters for managers never show there, whoever asks."""
    return may_see(ticket.department, manager=False)
