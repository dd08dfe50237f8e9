"""Small words in the middle of a report that are neither yes nor no: what follows from each."""

from dataclasses import replace

from bot.actions.flow import Draft
from bot.actions.intake.course import go_on
from bot.actions.people import people
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.intake_questions import PERSONAL, Step
from bot.rules.intake_replies import (
    asks_whether_recorded,
    detail_withheld,
    goes_on_without_consent,
    wants_it_recorded,
)
from storage.models import Conversation, Person

_WHO = (Step.NAME, Step.PHONE)


async def served(work: Work, conversation: Conversation, person: Person, draft: Draft, text: str) -> bool:
    """True where the message was such a word, and the report has gone on."""
    phrases = work.desk.texts.phrases
    if draft.step is Step.CONSENT and goes_on_without_consent(text, phrases):
        await settle_consent(work, conversation, person, draft, agreed=False)
    elif draft.step in _WHO and wants_it_recorded(text, phrases):
        await go_on(work, conversation, person, left_out(draft, *_WHO))
    elif draft.step in PERSONAL and (withheld := detail_withheld(text, draft.step, phrases)) is not None:
        await go_on(work, conversation, person, left_out(draft, withheld))
    elif draft.words and asks_whether_recorded(text, phrases):
        title = matter_title(work, person.locale, draft.intent)
        noted = work.say(person.locale, "intake-not-recorded", title=title)
        await go_on(work, conversation, person, draft.patiently(), noted)
    else:
        return False
    return True


async def settle_consent(work: Work, conversation: Conversation, person: Person, draft: Draft, *, agreed: bool) -> None:
    """Without consent the matter is taken down without personal details."""
    if agreed:
        await people.consent(work, person)
    await go_on(work, conversation, person, draft if agreed else left_out(draft, Step.CONSENT))


def left_out(draft: Draft, *steps: Step) -> Draft:
    return replace(draft, skipped=(*draft.skipped, *(step for step in steps if step not in draft.skipped)))
