"""What /start asks, typed instead of tapped: the language, and whether the notice is agreed to."""

from bot.actions.flow import Flow, FlowKind, flow_of
from bot.actions.people import onboarding, people
from bot.desk import Work
from bot.rules.intake_replies import agrees
from bot.rules.phrases import fold
from bot.rules.short_replies import Reply, short_reply
from storage.models import Conversation, Person

_NOTHING_ELSE_ASKED = frozenset({None, FlowKind.CONSENT, FlowKind.GIVEN_UP})


async def answered(work: Work, conversation: Conversation, person: Person, text: str) -> bool:
    """Whether the words were such an answer. The name of a language chooses it where nothing else is asked; consent
    counts from whoever has been shown the notice."""
    flow = flow_of(conversation)
    if (flow.kind if flow is not None else None) not in _NOTHING_ELSE_ASKED:
        return False
    language = _language_named(work, text)
    if language is not None:
        await onboarding.choose_language(work, conversation, person, language)
        return True
    agreed = _agreed(work, flow, text)
    if agreed is None or not person.locale_chosen or await people.has_consented(work, person):
        return False
    await onboarding.answer_consent(work, conversation, person, agreed=agreed)
    return True


def _agreed(work: Work, flow: Flow | None, text: str) -> bool | None:
    """A bare yes or no is an answer right after the question only."""
    phrases = work.desk.texts.phrases
    if agrees(text, phrases):
        return True
    if flow is None:
        return None
    reply = short_reply(text, phrases, among=(Reply.YES, Reply.NO, Reply.SKIP))
    return None if reply is None else reply is Reply.YES


def _language_named(work: Work, text: str) -> str | None:
    """The language whose name the whole message is, as it stands on the button."""
    typed = fold(text)
    names = {fold(work.say(locale, "language-name")): locale for locale in work.desk.office.languages}
    return names.get(typed) if typed else None
