"""What an owner's words in the midst of an emergency add to it: to the staff, the card and the managers' alert; and
what they tell of something else, which waits until its owner is safe (O5)."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from bot.actions.emergencies.taken_back import SAFE
from bot.actions.flow import Draft, Flow, FlowKind, draft_kept, enter, flow_of
from bot.actions.intake import timetable
from bot.actions.intake.paused import offer, pause
from bot.actions.managers import alerts
from bot.actions.people import known_better, people
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.incoming import Said
from bot.rules import places_told
from bot.rules.beside_danger import is_part_of
from bot.rules.other_matter import is_surely_read
from bot.rules.places_told import details_of
from intents.extract import find_slots
from intents.result import Match
from storage.models import Conversation, Floor, Message, Person, Ticket

_PERSONAL = ("building", "unit", "name", "phone")
_NOTED = "noted"


async def pass_on(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, ticket: Ticket
) -> None:
    """To the topic; place and number onto the card and the managers' alert, to the profile only with consent."""
    told = dict(find_slots(said.text))
    if said.contact_phone:
        told["phone"] = said.contact_phone
    before = ticket.details
    ticket.details = details_of(before, told, said.text, place=tells_place(work, conversation, said.text, ticket))
    await add_words(work, ticket, message)
    about = {name: told[name] for name in _PERSONAL if name in told}
    if await people.has_consented(work, person) and await people.learn(work, person, about):
        await known_better.follow(work, conversation)
    news = {name: ticket.details[name] for name in ("where", "phone") if ticket.details.get(name) != before.get(name)}
    if news:
        await alerts.add_news(work, ticket, **news)


def tells_place(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    """Where they are, the more surely while that is asked for or not known."""
    flow = flow_of(conversation)
    asked = "where" not in ticket.details or (flow is not None and flow.kind is FlowKind.EMERGENCY_DETAILS)
    return places_told.tells_place(text, ticket.intent, work.desk.texts.phrases, find_slots, asked=asked)


async def note_other_matter(
    work: Work, conversation: Conversation, message: Message, match: Match, going: Sequence[Ticket]
) -> None:
    """A clear report of something else: the staff see it at once, and it is kept as a report of its own, of which the
    owner is asked when they are safe. What cannot wait is the staff's already."""
    known = work.desk.intents.get(match.intent)
    if (
        not is_surely_read(match)
        or known is None
        or known.kind not in ("complaint", "request")
        or known.handling == "dispatch"
    ):
        return
    if conversation.floor != Floor.BOT or is_part_of(match.intent, [ticket.intent for ticket in going]):
        return
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if draft is not None and flow is not None:
        kept = draft.noting(match.intent, message) if draft.intent != match.intent else draft.holding(message)
    else:
        if flow is None or flow.kind is FlowKind.EMERGENCY_DETAILS:  # else something is asked, and stays open
            flow = Flow(FlowKind.EMERGENCY_DETAILS, {"ticket_id": going[0].id, _NOTED: True})
        kept = Draft(match.intent, details=dict(match.slots)).holding(message)
    enter(conversation, replace(flow, suspended=asdict(kept)))
    await timetable.plan_draft(work, conversation)


async def offer_report(
    work: Work, conversation: Conversation, person: Person, message: Message, going: Sequence[Ticket]
) -> None:
    """The report that the alarm interrupted waits for a calm word of the owner: nobody in danger is asked for their
    unit. What was told in the midst of it waits until they are safe, and both until a talk with a person is over."""
    flow = flow_of(conversation)
    if not message.text or flow is None or flow.kind is not FlowKind.EMERGENCY_DETAILS or flow.suspended is None:
        return
    noted = bool(flow.data.get(_NOTED))
    if noted and not all(SAFE in ticket.details for ticket in going):
        return
    draft = await pause(work, conversation, flow.data["ticket_id"])
    if draft is not None and conversation.floor != Floor.HELD:
        await offer(work, conversation, person, draft, "emergency-other-matter" if noted else "emergency-report-kept")
