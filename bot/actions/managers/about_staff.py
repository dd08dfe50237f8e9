"""What an owner says about a member of staff goes to the managers and to nobody else (S1, M1)."""

from bot.actions.flow import Draft, FlowKind, flow_of
from bot.actions.intake.course import go_on
from bot.actions.intake.draft_parts import sorted_by, with_address
from bot.actions.intake.other_matters import note_other
from bot.actions.managers.alerts import raise_alert
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.talks import handoff, relay
from bot.actions.talks.briefing import telling_managers
from bot.actions.talks.mirror import change_mirrored, mirrored
from bot.actions.talks.places import held_by_managers, talk_place
from bot.actions.tickets import tickets as desk_tickets
from bot.desk import Work
from bot.errors import OutOfDate
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import OPEN
from bot.rules.word_parts import halves
from bot.taps import Button, Keyboard, Tap
from intents.result import Decision, Match
from storage import conversations, tickets
from storage.models import Conversation, Floor, Message, Person, Ticket

_LIKELY = 0.75
"""The chance from which on a message that might be about staff is taken for it although nobody can be asked."""
LIKELY_TO_THEIR_FACE = 0.4
"""The same while one of the staff reads along, whom it may be about: a tap passes the words on after all."""
_JOINING = frozenset({FlowKind.ADDING, FlowKind.EMERGENCY_DETAILS})
"""In the middle of these, whatever is said joins a matter of the staff."""


def is_about_staff(work: Work, match: Match, likely: float = _LIKELY) -> bool:
    """Whether the words are a complaint about staff, or hold one beside something else. `likely`: the chance from which
    on a first guess counts for it."""
    named = [wish for wish in match.wishes if work.desk.is_for_managers(wish)]
    if not named or match.decision not in (Decision.ANSWER, Decision.CONFIRM):
        return False
    if match.decision is Decision.ANSWER or match.intent not in named:
        return True  # a wish beside the first one was clear on its own
    return match.candidates[0].score >= likely


async def sounds_about_staff(work: Work, conversation: Conversation, match: Match) -> bool:
    """The same for words that nobody can be asked about: sooner while one of the staff reads along."""
    talking = conversation.floor != Floor.BOT and not await held_by_managers(work, conversation)
    return is_about_staff(work, match, LIKELY_TO_THEIR_FACE if talking else _LIKELY)


def names_both(work: Work, match: Match, intent: str) -> bool:
    """Whether one message tells of staff and of a matter that the staff are to work on."""
    return intent in match.wishes and not work.desk.is_for_managers(intent) and is_about_staff(work, match)


def also_named(work: Work, message: Message, intent: str) -> bool:
    """`names_both` for a message that was read before."""
    match = meaning_of(work, message)
    return match is not None and names_both(work, match, intent)


def meaning_of(work: Work, message: Message) -> Match | None:
    """What a message says about staff; None: nothing."""
    match = understand(work, message.text) if message.text else None
    return match if match is not None and is_about_staff(work, match) else None


async def heard(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> bool:
    """Marks an owner's words that are about staff. True where they would have reached the staff: then they went to the
    managers instead, and whatever was going on goes on."""
    if not await sounds_about_staff(work, conversation, match):
        return False
    message.for_managers = True
    if not await _reaches_staff(work, conversation):
        return False
    await tell_managers(work, conversation, person, message, match)
    return True


async def kept_from_report(
    work: Work, conversation: Conversation, person: Person, draft: Draft, message: Message, match: Match
) -> bool:
    """True where words about staff came in the middle of a report that the staff will see: neither its words nor its
    place may hold them, only the address among them. What is clear goes to the managers at once, what is doubtful waits
    its turn."""
    sorted_ = sorted_by(work, draft, match)
    if work.desk.is_for_managers(sorted_.intent) or not is_about_staff(work, match):
        return False
    draft = with_address(work, person.locale, sorted_, match.slots)
    if match.decision is not Decision.ANSWER and work.desk.is_for_managers(match.intent):
        await note_other(work, conversation, person, draft, message, match.intent, match)
        return True
    await tell_managers(work, conversation, person, message, match)
    await go_on(work, conversation, person, draft.patiently())
    return True


async def tell_managers(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> None:
    """A complaint for the managers, or more for the one that is open; the owner is told who knows of it."""
    message.for_managers = True
    intent = _intent_of(work, match)
    known = await tickets.open_same_intent(work.session, conversation.id, intent)
    if known:
        ticket = known[0]
        await desk_tickets.add_words(work, ticket, message)
    else:
        ticket = await desk_tickets.open_ticket(
            work, conversation, person, intent=intent, words=message.text, details={}, message_ids=(message.id,)
        )
    talking = conversation.floor != Floor.BOT
    told = work.say(person.locale, "owner-staff-kept", number=ticket.number, talking="yes" if talking else "no")
    doubtful = talking and match.decision is not Decision.ANSWER
    await to_owner(work, conversation, told, _way_out(work, person, message, talking=talking, doubtful=doubtful))


async def alert_in_doubt(work: Work, conversation: Conversation, message: Message) -> None:
    """Whoever was asked whether they meant a complaint about staff and left it open: the managers see the words."""
    match = meaning_of(work, message)
    if match is not None and message.ticket_id is None:
        key = f"staff_complaint:message:{message.id}"
        await raise_alert(work, "staff_complaint", key=key, conversation=conversation, words=message.text)


async def edited(work: Work, conversation: Conversation, person: Person, message: Message, words: str) -> bool:
    """A message was changed. True where its copies must not follow, because the words are about staff now: the managers
    learn of them, unless they have the message already or will be asked about it."""
    if message.for_managers and (message.ticket_id is not None or telling_managers(work, conversation)):
        return False
    match = understand(work, words) if words else None
    if match is None or not await sounds_about_staff(work, conversation, match):
        return False
    await tell_managers(work, conversation, person, message, match)
    return True


async def want_person(
    work: Work, conversation: Conversation, person: Person, message: Message | None, reason: str
) -> None:
    """A person is wanted: staff, or the managers where a member of the staff is the reason."""
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.CHOICE and conversation.floor == Floor.BOT:
        asked = await work.session.get(Message, flow.data["message_id"])
        if asked is not None and asked is not message:
            await alert_in_doubt(work, conversation, asked)
    match = _reason_about_staff(work, reason)
    if message is not None and match is not None:
        await tell_managers(work, conversation, person, message, match)
        return
    hidden = message is not None and message.for_managers
    await handoff.ask_for_person(work, conversation, person, reason="" if hidden else reason)


async def pass_on(work: Work, conversation: Conversation, person: Person, message: Message | None) -> None:
    """It was meant for the staff after all: they hear it, and the managers are told that it is no complaint, unless
    another one was added to it meanwhile."""
    if message is None or not message.for_managers or conversation.floor == Floor.BOT:
        raise OutOfDate("owner-old-button")
    ticket = await work.session.get(Ticket, message.ticket_id) if message.ticket_id is not None else None
    message.for_managers, message.ticket_id = False, None
    opened_it = ticket is not None and ticket.words == message.text and ticket.state in OPEN
    if ticket is not None and opened_it and not await conversations.anything_said_of(work.session, ticket.id):
        await desk_tickets.withdraw(work, ticket)
    place = await talk_place(work, conversation)
    if place is not None and await mirrored(work, message, place) is not None:
        await change_mirrored(work, conversation, message, 0)  # they have it as it was before the owner changed it
    else:
        await relay.owner_said(work, conversation, None, message)
    await to_owner(work, conversation, work.say(person.locale, "owner-staff-passed-on"))


async def _reaches_staff(work: Work, conversation: Conversation) -> bool:
    """Whether plain words go to the staff at this moment, or join what the staff work on."""
    if conversation.floor != Floor.BOT:
        return not await held_by_managers(work, conversation)
    flow = flow_of(conversation)
    if flow is None or flow.kind not in _JOINING:
        return False
    ticket = await tickets.ticket_by_id(work.session, flow.data["ticket_id"])
    return ticket is not None and not work.desk.is_for_managers(ticket.intent)


def _reason_about_staff(work: Work, reason: str) -> Match | None:
    """What the reason says about staff, as a whole or in one of its halves: the wish itself is heard louder than what
    led to it."""
    if not reason:
        return None
    for words in (reason, *halves(reason)):
        match = understand(work, words)
        if is_about_staff(work, match):
            return match
    return None


def _intent_of(work: Work, match: Match) -> str:
    return next(intent for intent in match.wishes if work.desk.is_for_managers(intent))


def _way_out(work: Work, person: Person, message: Message, *, talking: bool, doubtful: bool) -> Keyboard | None:
    """For what was not meant as a complaint; and for whoever wants the staff all the same."""
    if doubtful:
        return ((Button(work.say(person.locale, "button-tell-staff"), Tap(Verb.TELL_STAFF, message.id)),),)
    return None if talking else ((person_button(work, person),),)
