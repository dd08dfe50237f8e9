"""A matter of its own that is told together with another one: none is lost, and they are taken down one by one (O4)."""

from bot.actions.flow import Draft
from bot.actions.intake.course import Also, go_on, handling
from bot.actions.intake.draft_parts import of_place
from bot.actions.messages.answers import brief_answer
from bot.actions.outgoing import to_owner
from bot.actions.tickets.receipts import confirm_ticket
from bot.actions.tickets.tickets import open_ticket
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.other_matter import related
from intents.result import Decision, Match
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
        await _dispatch(work, conversation, person, message, intent, match)
        await go_on(work, conversation, person, draft.patiently())
        return
    also = ((intent, (message.id,)),)
    await go_on(work, conversation, person, draft.noting(intent, message).patiently(), noted(work, person, also))


async def told_beside(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match | None, intent: str
) -> Also:
    """What one message clearly tells beside the matter that it is taken down for. What cannot or need not wait is
    served at once; the rest is returned, to wait its turn."""
    waiting = []
    for wish in _others(work, match, intent) if match is not None else ():
        known = work.desk.intents[wish]
        if known.kind == "inquiry" and not known.actionable:
            await to_owner(work, conversation, brief_answer(work, person, wish))
        elif match is not None and known.handling == "dispatch":
            await _dispatch(work, conversation, person, message, wish, match)
        elif known.kind == "inquiry" or is_matter(work, wish):
            waiting.append(wish)
    # An answer with its offer stands best at the end.
    waiting.sort(key=lambda wish: work.desk.intents[wish].kind == "inquiry")
    return tuple((wish, (message.id,)) for wish in waiting)


def is_matter(work: Work, intent: str) -> bool:
    """Whether it is taken down as a ticket."""
    known = work.desk.intents.get(intent)
    return known is not None and known.kind in ("complaint", "request")


def noted(work: Work, person: Person, also: Also) -> str:
    """That other matters will follow; nothing where there are none."""
    titles = ", ".join(matter_title(work, person.locale, intent) for intent, _ in also)
    return work.say(person.locale, "intake-noted-other", title=titles) if titles else ""


def _others(work: Work, match: Match, intent: str) -> list[str]:
    """Wishes that are clear on their own. The best reading of the whole message is that only where it is certain."""
    doubtful = match.intent if match.decision is not Decision.ANSWER else None
    return [
        wish
        for wish in match.wishes
        if wish in work.desk.intents
        and wish != doubtful
        and not related(wish, intent)
        and not work.desk.is_for_managers(wish)
    ]


async def _dispatch(
    work: Work, conversation: Conversation, person: Person, message: Message, intent: str, match: Match
) -> None:
    """Passed on at once; name and number stand sealed in the profile or nowhere."""
    ticket = await open_ticket(
        work,
        conversation,
        person,
        intent=intent,
        words=message.text,
        details=of_place(match.slots),
        message_ids=(message.id,),
    )
    await confirm_ticket(work, conversation, person, ticket)
