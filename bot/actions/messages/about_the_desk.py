"""Who answers here, said honestly."""

from bot.actions.flow import FlowKind, draft_kept, flow_of
from bot.actions.intake.course import go_on
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.desk import Work
from storage.models import Conversation, Person


async def say_who_answers(work: Work, conversation: Conversation, person: Person) -> None:
    """What was asked before stays asked."""
    words = work.say(person.locale, "owner-what-i-am", office=work.desk.office.name_in(person.locale))
    await to_owner(work, conversation, words, ((person_button(work, person),),))
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if flow is not None and flow.kind is FlowKind.INTAKE and draft is not None:
        await go_on(work, conversation, person, draft.patiently())
