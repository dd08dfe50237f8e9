"""What managers ask for: how much came in and was solved, how fast, how content owners were; and what is open now."""

from datetime import date, datetime, time, timedelta
from statistics import median

from bot.actions.managers.alert_texts import lasted_text
from bot.actions.people.staff_members import staff_of
from bot.actions.tickets.service_levels import is_overdue
from bot.actions.wording import department_name, home_text, matter_title, name_of
from bot.desk import Work
from bot.rules.report_range import Days
from bot.rules.service_levels import calendar_for
from storage import conversations, reports, tickets
from storage.models import Person, Ticket

_LISTED = 25
_LOOKED_AT = 1000
"""So many open matters are looked at for lateness; an office with more has other worries."""


async def report_text(work: Work, days: Days) -> str:
    """The compact report of some days, both included, in the office's time zone."""
    locale = work.desk.office_locale
    start, end = _midnight(work, days.first), _midnight(work, days.last + timedelta(days=1))
    found = await reports.figures(work.session, start, end)
    open_ones = await tickets.open_tickets(work.session, limit=_LOOKED_AT)
    late = [ticket for ticket in open_ones if await is_overdue(work, ticket)]
    none = work.say(locale, "manager-none")
    responded = await _median_first_response(work, start, end)
    stars = none if found.average_stars is None else f"{found.average_stars:.1f}"
    return work.say(
        locale,
        "manager-report",
        first=f"{days.first:%Y-%m-%d}",
        last=f"{days.last:%Y-%m-%d}",
        received=str(found.received),
        resolved=str(found.resolved),
        reopened=str(found.reopened),
        open=str(found.open_now),
        overdue=str(len(late)),
        response=none if responded is None else lasted_text(work, locale, responded),
        solved=str(found.solved),
        notsolved=str(found.not_solved),
        stars=stars,
        ratings=str(found.ratings),
    )


async def queue_text(work: Work) -> str:
    """Who waits for a person and which matters are open, oldest first; the managers' own among them."""
    locale = work.desk.office_locale
    waiting = await conversations.waiting_queue(work.session)
    open_ones = await tickets.open_tickets(work.session, limit=_LISTED)
    if not waiting and not open_ones:
        return work.say(locale, "manager-queue-empty")
    lines = []
    for conversation in waiting[:_LISTED]:
        person = await work.session.get_one(Person, conversation.person_id)
        lasted = lasted_text(work, locale, work.now - (conversation.waiting_since or work.now))
        who = await _who(work, person)
        lines.append(work.say(locale, "manager-queue-waiting", who=who, lasted=lasted))
    lines += [await _line(work, ticket) for ticket in open_ones]
    more = await reports.count_open(work.session) - len(open_ones)
    if more > 0:
        lines.append(work.say(locale, "manager-queue-more", count=str(more)))
    return "\n".join((work.say(locale, "manager-queue"), *lines))


async def _line(work: Work, ticket: Ticket) -> str:
    locale = work.desk.office_locale
    holder = await staff_of(work, ticket.assignee_id)
    late = await is_overdue(work, ticket)
    return work.say(
        locale,
        "manager-queue-line",
        mark="⏰" if late else ("🚨" if ticket.priority == "urgent" else "•"),
        number=ticket.number,
        title=matter_title(work, locale, ticket.intent),
        who=await _who(work, await work.session.get_one(Person, ticket.person_id)),
        department=department_name(work, locale, ticket.department),
        holder=holder.name if holder is not None else work.say(locale, "alerts-nobody"),
        lasted=lasted_text(work, locale, work.now - ticket.created_at),
    )


async def _who(work: Work, person: Person) -> str:
    home = await home_text(work, person, work.desk.office_locale)
    return " ".join(part for part in (home, name_of(work, person)) if part)


async def _median_first_response(work: Work, start: datetime, end: datetime) -> timedelta | None:
    """In office hours, urgent matters around the clock: as the targets count."""
    calendar = work.desk.office.calendar
    taken = [
        calendar_for(priority, calendar).working_between(opened, answered)
        for priority, opened, answered in await reports.first_responses(work.session, start, end)
    ]
    return timedelta(seconds=median(one.total_seconds() for one in taken)) if taken else None


def _midnight(work: Work, day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=work.desk.office.timezone)
