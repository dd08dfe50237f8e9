"""What /start asks, typed instead of tapped: the language, and whether the notice is agreed to."""

from datetime import datetime, timedelta

from bot.actions.flow import Flow, FlowKind, flow_of
from bot.actions.people import onboarding, people
from bot.desk import Work
from bot.rules.intake_replies import agrees
from bot.rules.phrases import fold
from bot.rules.short_replies import Reply, short_reply
from storage import outbox_changes
from storage.models import Conversation, Person

_STILL_IN_MIND = timedelta(minutes=30)
"""So long a bare yes or no can be the answer to the question about the notice."""


async def answered(work: Work, conversation: Conversation, person: Person, text: str) -> bool:
    """Whether the words were such an answer, where nothing else is asked. The name of a language chooses it. Words
    that agree can mean nothing but the notice; a bare yes or no is about whatever the desk said last."""
    flow = flow_of(conversation)
    if flow is not None and flow.kind is not FlowKind.CONSENT:
        return False
    language = _language_named(work, text)
    if language is not None:
        await onboarding.choose_language(work, conversation, person, language)
        return True
    agreed = await _agreed(work, conversation, flow, text)
    if agreed is None or not person.locale_chosen or await people.has_consented(work, person):
        return False
    await onboarding.answer_consent(work, conversation, person, agreed=agreed)
    return True


async def _agreed(work: Work, conversation: Conversation, flow: Flow | None, text: str) -> bool | None:
    phrases = work.desk.texts.phrases
    if agrees(text, phrases):
        return True
    reply = short_reply(text, phrases, among=(Reply.YES, Reply.NO, Reply.SKIP))
    if reply is None or flow is None or not await _is_last_asked(work, conversation, flow):
        return None
    return reply is Reply.YES


async def _is_last_asked(work: Work, conversation: Conversation, flow: Flow) -> bool:
    """Whether the desk has put nothing into the chat since the question, and that was not long ago."""
    if work.now - datetime.fromisoformat(flow.data["at"]) > _STILL_IN_MIND:
        return False
    last = await outbox_changes.last_in_chat(work.session, conversation.chat_id, work.now)
    return last is not None and last.id == flow.data.get("asked")


def _language_named(work: Work, text: str) -> str | None:
    """The language whose name the whole message is, as it stands on the button."""
    typed = fold(text)
    names = {fold(work.say(locale, "language-name")): locale for locale in work.desk.office.languages}
    return names.get(typed) if typed else None
