"""A matter of its own that is told together with another one: none is lost, and they are taken down one by one (O4)."""

from bot.actions.flow import Draft
from bot.actions.intake_course import go_on, handling
from bot.actions.receipts import confirm_ticket
from bot.actions.tickets import open_ticket
from bot.actions.wording import matter_title
from bot.desk import Work
from intents.result import Match
from storage.models import Conversation, Message, Person


async def note_other(
    work: Work,
    conversation: Conversation,
    person: Person,
    draft: Draft,
    message: Message,
    intent: str,
    match: Match,
) -> None:
    """A matter of its own in the middle of a report: a car in the way is passed on at once, the rest waits its turn."""
    message.for_managers = work.desk.is_for_managers(intent)
    if handling(work, intent) == "dispatch":
        ticket = await open_ticket(
            work,
            conversation,
            person,
            intent=intent,
            words=message.text,
            details=dict(match.slots),
            message_ids=(message.id,),
        )
        await confirm_ticket(work, conversation, person, ticket)
        await go_on(work, conversation, person, draft.patiently())
        return
    title = matter_title(work, person.locale, intent)
    noted = work.say(person.locale, "intake-noted-other", title=title)
    await go_on(work, conversation, person, draft.noting(intent, message).patiently(), noted)
