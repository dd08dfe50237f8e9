"""A message of a report is changed by its owner: the report says it as it stands now, handed in or not."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions.flow import FlowKind, correct_draft, draft_kept, flow_of
from bot.actions.intake.course import go_on
from bot.actions.intake.draft_parts import of_place, with_home
from bot.actions.managers import alerts
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.tickets.cards import show_card
from bot.actions.tickets.events import record
from bot.actions.wording import place_text
from bot.desk import Work
from bot.rules.intake_questions import Step
from bot.rules.places_told import details_of, tells_place
from bot.rules.plain_text import one_line
from bot.rules.ticket_flow import ENDED, Actor
from intents.extract import find_slots
from storage.models import Conversation, EventKind, Floor, Message, Person, Ticket

_SHOWN = 500


async def follow(
    work: Work, conversation: Conversation, person: Person, message: Message, before: str, *, mirrored: bool
) -> None:
    """`before`: what stood there; `mirrored`: the office has a copy of the message, which has changed with it."""
    await _draft(work, conversation, person, message, before)
    ticket = await work.session.get(Ticket, message.ticket_id) if message.ticket_id is not None else None
    if ticket is not None and ticket.state not in ENDED:
        await _ticket(work, person, ticket, message, before, mirrored=mirrored)


async def _draft(work: Work, conversation: Conversation, person: Person, message: Message, before: str) -> None:
    """The summary is shown again; at an earlier question it will be."""
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if flow is None or draft is None or message.id not in draft.message_ids:
        return
    told = find_slots(before)
    words = [message.text if one == before else one for one in draft.words]
    if not before:
        words.append(message.text)  # a picture was given a caption
    draft = replace(
        draft,
        words=tuple(filter(None, words)),
        where=_where(work, person.locale, draft.where, before, message.text),
        details=_details(draft.details, before, message.text),
    )
    if draft.home and draft.home[-1] == told.get("unit"):
        draft = with_home(draft, find_slots(message.text))
    correct_draft(conversation, draft)
    if flow.kind is FlowKind.INTAKE and draft.step is Step.SUMMARY and conversation.floor == Floor.BOT:
        await go_on(work, conversation, person, draft.patiently())


async def _ticket(work: Work, person: Person, ticket: Ticket, message: Message, before: str, *, mirrored: bool) -> None:
    """The card says what stands there now, and whoever has read the old words sees that they have changed."""
    if ticket.kind == "emergency":
        await _alarm(work, ticket, message, before)
    else:
        _change(work, person, ticket, message, before)
    await record(work, ticket, EventKind.OWNER_ADDED, Actor.owner(person.id), text=message.text, internal=True)
    await show_card(work, ticket)
    if not mirrored:
        words = one_line(message.text, _SHOWN)
        await tell_of_ticket(work, ticket, "tickets-words-changed", number=ticket.number, words=words)


def _change(work: Work, person: Person, ticket: Ticket, message: Message, before: str) -> None:
    if before in ticket.words:
        changed = ticket.words.replace(before, message.text, 1) if before else f"{ticket.words}\n{message.text}"
        ticket.words = changed.strip()
    details = _details(ticket.details, before, message.text)
    where = _where(work, person.locale, details.get("where", ""), before, message.text)
    ticket.details = {**of_place(details), **_own_unit(ticket.details), **({"where": where} if where else {})}


async def _alarm(work: Work, ticket: Ticket, message: Message, before: str) -> None:
    """Of a cry for help nothing is taken away, whatever becomes of it; where, and whom to call, reach the managers."""
    if before and before in message.text and before in ticket.words:
        ticket.words = ticket.words.replace(before, message.text, 1)
    else:
        ticket.words = f"{ticket.words}\n{message.text}".strip()
    known = ticket.details
    place = tells_place(message.text, ticket.intent, work.desk.texts.phrases, find_slots, asked="where" not in known)
    ticket.details = details_of(known, find_slots(message.text), message.text, place=place)
    news = {name: ticket.details[name] for name in ("where", "phone") if ticket.details.get(name) != known.get(name)}
    if news:
        await alerts.add_news(work, ticket, **news)


def _details(details: Mapping[str, str], before: str, words: str) -> dict[str, str]:
    """What the old words said and the new ones do not say is gone."""
    told = find_slots(before)
    return {**{name: value for name, value in details.items() if told.get(name) != value}, **find_slots(words)}


def _own_unit(details: Mapping[str, str]) -> dict[str, str]:
    return {"unit": details["unit"]} if "unit" in details else {}


def _where(work: Work, locale: str, where: str, before: str, words: str) -> str:
    """The place as it was told, in words of its own or within those about the matter."""
    if before and before in where:
        return where.replace(before, words)
    named = place_text(work, locale, find_slots(before))
    return place_text(work, locale, find_slots(words)) if named and where == named else where
