"""What /start asks, typed instead of tapped: the language, and whether the notice is agreed to."""

from bot.actions.flow import FlowKind, flow_of
from bot.actions.people import onboarding, people
from bot.desk import Work
from bot.rules.intake_replies import agrees
from bot.rules.phrases import fold
from storage.models import Conversation, Person

_NOTHING_ASKED = frozenset({None, FlowKind.GIVEN_UP})


async def answered(work: Work, conversation: Conversation, person: Person, text: str) -> bool:
    """Whether the words were such an answer. The name of a language chooses it where nothing else is asked; consent
    counts from whoever has been shown the notice."""
    flow = flow_of(conversation)
    if (flow.kind if flow is not None else None) not in _NOTHING_ASKED:
        return False
    language = _language_named(work, text)
    if language is not None:
        await onboarding.choose_language(work, conversation, person, language)
        return True
    if not person.locale_chosen or not agrees(text, work.desk.texts.phrases):
        return False
    if await people.has_consented(work, person):
        return False
    await onboarding.answer_consent(work, conversation, person, agreed=True)
    return True


def _language_named(work: Work, text: str) -> str | None:
    """The language whose name the whole message is, as it stands on the button."""
    typed = fold(text)
    names = {fold(work.say(locale, "language-name")): locale for locale in work.desk.office.languages}
    return names.get(typed) if typed else None
