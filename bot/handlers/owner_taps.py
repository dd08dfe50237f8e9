"""Taps of owners: the verb chooses the action; what a button is about is looked up and must be the owner's own."""

from collections.abc import Awaitable, Callable

from bot.actions.emergencies import danger_asked, emergencies
from bot.actions.feedback import answers as feedback_answers
from bot.actions.flow import FlowKind, draft_kept, flow_of
from bot.actions.intake import intake
from bot.actions.intake.paused import put_back
from bot.actions.managers import about_staff
from bot.actions.messages import choices, menu, said_solved
from bot.actions.outgoing import answer_tap
from bot.actions.people import onboarding, people
from bot.actions.tickets import adding_words, my_tickets
from bot.desk import Work
from bot.errors import DeskError, OutOfDate
from bot.incoming import Tapped
from bot.rules.tap_verbs import Verb
from bot.taps import Tap
from storage import feedback as surveys
from storage import tickets
from storage.models import Conversation, Floor, Person, Survey, Ticket

Handler = Callable[[Work, Conversation, Person, Tap], Awaitable[None]]
OfTicket = Callable[[Work, Conversation, Person, Ticket], Awaitable[None]]

_FRESH_ONLY = frozenset({Verb.INTAKE_SEND, Verb.INTAKE_EDIT, Verb.INTAKE_CANCEL})
"""Buttons of one step: the conversation must still be at it."""
_OF_A_QUESTION = frozenset({Verb.MEANT, Verb.TAKE_ON, Verb.ADD_HERE, Verb.NEW_MATTER})
"""Buttons under a question that a report has left behind: an answer to it would drop what was told since."""


async def owner_tapped(work: Work, tapped: Tapped) -> None:
    """Does what a tap says, and answers it once."""
    person, talk = await people.owner_of_chat(work, tapped.sender, tapped.chat_id)
    tap = Tap.unpack(tapped.data)
    handler = None if tap is None else HANDLERS.get(tap.verb)
    if tap is None or handler is None or _is_old(talk, tap):
        await answer_tap(work, tapped.callback_id, work.say(person.locale, "owner-old-button"))
        return
    before = flow_of(talk) if tap.verb in _OF_A_QUESTION else None
    try:
        await handler(work, talk, person, tap)
        await put_back(work, talk, person, before)
    except DeskError:  # raised before anything was done: the matter has moved on
        await answer_tap(work, tapped.callback_id, work.say(person.locale, "owner-old-button"))
    else:
        await answer_tap(work, tapped.callback_id)


def _is_old(talk: Conversation, tap: Tap) -> bool:
    if tap.verb in _FRESH_ONLY:
        return tap.version != talk.version
    flow, draft = flow_of(talk), draft_kept(talk)
    if tap.verb is Verb.INTAKE_SKIP:  # a question that was put twice may be left out with the button of either
        return flow is None or flow.kind is not FlowKind.INTAKE or draft is None or draft.step != tap.choice
    if tap.verb not in _OF_A_QUESTION or draft is None or not draft.tells_something:
        return False
    asked = flow.data.get("message_id") if flow is not None else None
    return asked is None or asked not in (tap.id, tap.number)


def of_ticket(action: OfTicket) -> Handler:
    """A handler whose tap names a ticket; a ticket of somebody else does not exist for this owner."""

    async def handle(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
        await action(work, talk, person, await _own_ticket(work, talk, tap))

    return handle


async def _own_ticket(work: Work, talk: Conversation, tap: Tap) -> Ticket:
    ticket = await tickets.ticket_by_id(work.session, tap.id)
    if ticket is None or ticket.conversation_id != talk.id:
        raise OutOfDate("owner-old-button")
    return ticket


async def _language(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await onboarding.choose_language(work, talk, person, tap.choice)


async def _consent(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    flow, draft = flow_of(talk), draft_kept(talk)
    waits = flow is not None and flow.kind is FlowKind.PAUSED and talk.floor == Floor.BOT
    if flow is not None and draft is not None and (flow.kind is FlowKind.INTAKE or waits):
        await intake.agree(work, talk, person, agreed=tap.choice == "yes")
    else:
        await onboarding.answer_consent(work, talk, person, agreed=tap.choice == "yes")


async def _meant(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.meant(work, talk, person, tap.id, tap.choice)


async def _take_on(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.take_on(work, talk, person, tap.choice, tap.id)


async def _decline(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.decline_offer(work, talk, person)


async def _helped(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.helped(work, talk, person, tap.choice == "yes")


async def _person(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await about_staff.want_person(work, talk, person, None, "")


async def _tell_staff(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await about_staff.pass_on(work, talk, person, await choices.own_message(work, talk, tap.id))


async def _menu(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await menu.choose(work, talk, person, tap.choice)


async def _submit(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await intake.submit(work, talk, person)


async def _edit(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await intake.edit(work, talk, person)


async def _cancel(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await intake.cancel(work, talk, person)


async def _skip(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await intake.skip(work, talk, person, tap.choice)


async def _resume(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await intake.resume(work, talk, person)


async def _emergency_yes(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await danger_asked.confirmed(work, talk, person, tap.choice, tap.id)


async def _emergency_no(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await danger_asked.denied(work, talk, person, tap.id)


async def _branch(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await emergencies.branch(work, talk, person, await _own_ticket(work, talk, tap), tap.choice)


async def _list(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await my_tickets.show_list(work, talk, person)


async def _add_here(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.add_here(work, talk, person, tap.id, tap.number or 0)


async def _new_matter(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await choices.new_matter(work, talk, person, tap.choice, tap.id)


async def _done_adding(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await adding_words.no_more(work, talk, person)


async def _profile(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await onboarding.ask_profile(work, talk, person)


async def _own_survey(work: Work, talk: Conversation, tap: Tap) -> Survey:
    survey = await surveys.survey_by_id(work.session, tap.id)
    if survey is None or survey.conversation_id != talk.id:
        raise OutOfDate("owner-old-button")
    return survey


async def _solved(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    await feedback_answers.answer(work, await _own_survey(work, talk, tap), tap.choice == "yes")


async def _stars(work: Work, talk: Conversation, person: Person, tap: Tap) -> None:
    survey = await _own_survey(work, talk, tap)
    if tap.choice != "skip" and tap.number not in range(1, 6):
        raise OutOfDate("owner-old-button")
    await feedback_answers.rate(work, survey, tap.number)


HANDLERS: dict[Verb, Handler] = {
    Verb.LANGUAGE: _language,
    Verb.CONSENT: _consent,
    Verb.MEANT: _meant,
    Verb.TAKE_ON: _take_on,
    Verb.DECLINE_OFFER: _decline,
    Verb.HELPED: _helped,
    Verb.PERSON: _person,
    Verb.TELL_STAFF: _tell_staff,
    Verb.MENU: _menu,
    Verb.INTAKE_SEND: _submit,
    Verb.INTAKE_EDIT: _edit,
    Verb.INTAKE_CANCEL: _cancel,
    Verb.INTAKE_SKIP: _skip,
    Verb.INTAKE_RESUME: _resume,
    Verb.EMERGENCY_YES: _emergency_yes,
    Verb.EMERGENCY_NO: _emergency_no,
    Verb.EMERGENCY_BRANCH: _branch,
    Verb.TICKET_LIST: _list,
    Verb.TICKET_SHOW: of_ticket(my_tickets.show),
    Verb.TICKET_ADD: of_ticket(my_tickets.ask_addition),
    Verb.TICKET_WITHDRAW: of_ticket(my_tickets.withdraw),
    Verb.TICKET_REOPEN: of_ticket(my_tickets.reopen),
    Verb.TICKET_DONE: of_ticket(said_solved.is_done),
    Verb.ADD_HERE: _add_here,
    Verb.NEW_MATTER: _new_matter,
    Verb.DONE_ADDING: _done_adding,
    Verb.PROFILE_EDIT: _profile,
    Verb.SOLVED: _solved,
    Verb.STARS: _stars,
}
