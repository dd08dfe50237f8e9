"""How long somebody who asked for a person will wait, from how long the last ones did (O12)."""

from datetime import timedelta
from statistics import median

from bot.actions.flow import Draft
from bot.actions.wording import called, duration, matter_title, moment
from bot.desk import Work
from storage import audit, conversations
from storage.models import Conversation, Person

_SUBJECT = "handoffs"
_LAST = 20


async def waiting_text(work: Work, conversation: Conversation, person: Person, draft: Draft | None) -> str:
    """When there will be an answer, and that the report which was being taken down is kept."""
    words = await _when(work, conversation, person)
    if draft is None:
        return words
    title = matter_title(work, person.locale, draft.intent)
    return f"{words}\n{work.say(person.locale, 'intake-kept-meanwhile', title=title)}"


async def _when(work: Work, conversation: Conversation, person: Person) -> str:
    """Place in the queue and expected time; outside hours the next opening and the number for what cannot wait."""
    locale = person.locale
    calendar = work.desk.office.calendar
    if not calendar.is_open(work.now):
        return work.say(
            locale,
            "owner-human-closed",
            who=called(work, person),
            opens=moment(work, locale, calendar.next_opening(work.now)),
            duty=work.desk.office.phones.get("duty", ""),
        )
    position = max(1, await conversations.queue_position(work.session, conversation.id))
    wait = await expected_wait(work, position)
    return work.say(
        locale,
        "owner-human-queued",
        who=called(work, person),
        position=str(position),
        wait="none" if wait is None else "known",
        lasts="" if wait is None else duration(work, locale, wait),
        duty=work.desk.office.phones.get("duty", ""),
    )


async def expected_wait(work: Work, position: int) -> timedelta | None:
    """The usual wait of the last hand-offs, longer further back; None while there is nothing to go by."""
    found = await audit.latest_of_subject(work.session, _SUBJECT, _LAST)
    waits = [int(entry.data.get("waited_seconds", 0)) for entry in found]
    return timedelta(seconds=median(waits)) * position if waits else None


async def note_wait(work: Work, waited: timedelta) -> None:
    await audit.record(
        work.session,
        at=work.now,
        actor="system",
        action="handoff.waited",
        subject=_SUBJECT,
        data={"waited_seconds": int(waited.total_seconds())},
    )
