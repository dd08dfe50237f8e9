"""What the owner is told when a matter has been recorded: number, department, expected time (O4)."""

from bot.actions.messages.closed_hours import closed_note
from bot.actions.outgoing import to_owner
from bot.actions.wording import called, department_name, moment
from bot.desk import Work
from bot.rules.routing import MANAGER
from bot.rules.service_levels import calendar_for
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Tap
from storage.models import Conversation, Person, Ticket


async def confirm_ticket(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """One message that fits the kind of matter."""
    department = department_name(work, person.locale, ticket.department)
    names = {"number": ticket.number, "department": department, "who": called(work, person)}
    if ticket.handling == "dispatch":
        done = Button(work.say(person.locale, "button-ticket-done"), Tap(Verb.TICKET_DONE, ticket.id))
        note, terms = await closed_note(work, conversation, person.locale)
        words = "\n".join([work.say(person.locale, "receipt-dispatch", **names), *note])
        await to_owner(work, conversation, words, ((done,),), terms)
        return
    if ticket.kind == "feedback":
        await to_owner(work, conversation, work.say(person.locale, f"receipt-feedback-{ticket.intent}", **names))
        return
    key = "receipt-private" if ticket.department == MANAGER else "receipt"
    note, terms = await closed_note(work, conversation, person.locale)
    lines = [work.say(person.locale, key, **names), *_promises(work, person.locale, ticket, department), *note]
    lines.append(work.say(person.locale, "receipt-timeline"))
    await to_owner(work, conversation, "\n".join(lines), None, terms)


def _promises(work: Work, locale: str, ticket: Ticket, department: str) -> list[str]:
    """The next step and its time (korean.md 6), from the service level of the ticket's priority."""
    office = work.desk.office
    level = office.service_levels[ticket.priority]
    calendar = calendar_for(ticket.priority, office.calendar)
    lines = []
    if level.first_response is not None:
        due = moment(work, locale, calendar.add_working(work.now, level.first_response))
        key = "receipt-first-managers" if ticket.department == MANAGER else "receipt-first"
        lines.append(work.say(locale, key, time=due, department=department))
    if ticket.handling == "advise":
        lines.append(work.say(locale, "receipt-advise"))
    elif level.resolution is not None:
        due = moment(work, locale, calendar.add_working(work.now, level.resolution))
        lines.append(work.say(locale, "receipt-expected", time=due))
    return lines
