"""While an emergency is open, whatever its owner says belongs to it: it goes to the staff, and the owner gets a fitting
word (O5). Its kind never changes by itself; a second danger that the words name is a second emergency."""

from collections.abc import Sequence
from datetime import datetime

from bot.actions.emergencies import before_alarm
from bot.actions.emergencies.alarm_replies import answer_facts, asks_for_facts, at_ease, cried, relieved, reply
from bot.actions.emergencies.alarm_words import note_other_matter, offer_report, pass_on, tells_place
from bot.actions.emergencies.emergencies import STILL_GOING, check
from bot.actions.emergencies.taken_back import SAFE
from bot.actions.feedback.typed import answers_result
from bot.actions.flow import FlowKind, flow_of
from bot.actions.managers.about_staff import sounds_about_staff
from bot.actions.talks import relay
from bot.desk import Work
from bot.incoming import Said
from bot.rules.danger import DESPAIR, cries, kind_of, names_another, says_better, says_help_came, says_safe
from bot.rules.other_matter import is_surely_read
from bot.rules.short_replies import Reply, short_reply
from intents.extract import find_slots
from intents.result import Emergency, Match
from storage import tickets
from storage.models import Conversation, Floor, Message, Person, Ticket

_ASKED = frozenset({FlowKind.PAUSED, FlowKind.EMERGENCY_CHECK})
_OWNERS_WISH = frozenset(
    {
        FlowKind.INTAKE,
        FlowKind.PROFILE,
        FlowKind.ADDING,
        FlowKind.SAME_MATTER,
        FlowKind.CHOICE,
        FlowKind.OFFER,
        FlowKind.RATING,
        FlowKind.REASON,
    }
)
"""What nobody comes to in the midst of an emergency but by a tap or a command of their own."""


async def served(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message,
    said: Said,
    match: Match | None,
    last_said: datetime | None,
) -> bool:
    """True when the message belongs to an emergency that is open, and has been served. `last_said`: when the owner had
    written before; nobody's emergency is open who was silent for so long."""
    if last_said is None or work.now - last_said > STILL_GOING or not (said.text or said.media or said.contact_phone):
        return False
    going = await tickets.emergencies_spoken_of(work.session, conversation.id, work.now - STILL_GOING)
    if not going:
        return False
    if await before_alarm.is_written_before(work, said, going):
        return await before_alarm.served(work, conversation, person, message, said, match, going)
    if await _is_something_else(work, conversation, said, match, going):
        return False
    if conversation.floor == Floor.BOT and await answers_result(work, conversation, said.text):
        return False
    if conversation.floor != Floor.BOT:
        await relay.owner_said(work, conversation, said, message)
    kind = _kind(work, said.text, match)
    ticket = next((one for one in going if one.intent == kind), going[0])
    if conversation.floor == Floor.HELD and not _matters(work, conversation, said, match, ticket):
        return True
    if match is not None and asks_for_facts(work, match, said.text):
        await answer_facts(work, conversation, person, message, match, ticket)
        return True
    await pass_on(work, conversation, person, message, said, ticket)
    kinds = [one.intent for one in going]
    if match is not None:
        await note_other_matter(work, conversation, message, match, going)
    calm = _is_good_news(work, conversation, said.text, ticket)
    phrases = work.desk.texts.phrases
    if match is not None and kind is not None and not calm and names_another(match, said.text, kind, kinds, phrases):
        await check(work, conversation, person, kind, message)  # perhaps a second danger: asked, never assumed
        return True
    if _says_safe(work, conversation, said.text, ticket):
        await relieved(work, conversation, person, message, going)
    elif calm:
        await at_ease(work, conversation, person, message)
    elif match is not None and cries(match, said.text, phrases):
        await cried(work, conversation, person, message, match, ticket)
        return True
    elif conversation.floor != Floor.HELD:
        await reply(work, conversation, person, message, match, ticket)
    await offer_report(work, conversation, person, message, going)
    return True


async def _is_something_else(
    work: Work, conversation: Conversation, said: Said, match: Match | None, going: Sequence[Ticket]
) -> bool:
    """A second danger, an answer to what was asked, or what the owner does on purpose or says once they are safe."""
    phrases = work.desk.texts.phrases
    flow = flow_of(conversation)
    if match is None:
        return flow is not None and flow.kind in _OWNERS_WISH
    kinds = [ticket.intent for ticket in going]
    kind = _kind(work, said.text, match)
    calm = any(_is_good_news(work, conversation, said.text, ticket) for ticket in going)
    if not calm and names_another(match, said.text, kind, kinds, phrases):
        return match.emergency is Emergency.CERTAIN
    if flow is not None and flow.kind in _ASKED:
        among = (Reply.YES, Reply.NO, Reply.CANCEL)
        if short_reply(said.text, phrases, among=among) is not None:
            return True
    if calm or cries(match, said.text, phrases):
        return False
    if flow is not None and flow.kind in _OWNERS_WISH:
        return kind not in kinds
    if match.emergency is None and await sounds_about_staff(work, conversation, match):
        return True  # what is said about staff does not go to them, in an emergency neither
    return is_surely_read(match) and not match.slots and all(SAFE in ticket.details for ticket in going)


def _matters(work: Work, conversation: Conversation, said: Said, match: Match | None, ticket: Ticket) -> bool:
    """Whether the emergency's card and the managers need what an owner says to the person who talks with them."""
    if said.contact_phone or find_slots(said.text) or _is_good_news(work, conversation, said.text, ticket):
        return True
    phrases = work.desk.texts.phrases
    if match is None:
        return False
    if tells_place(work, conversation, said.text, ticket):
        return True
    doubt = match.emergency is Emergency.POSSIBLE
    return doubt or cries(match, said.text, phrases)


def _says_safe(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    talking = conversation.floor == Floor.HELD
    return says_safe(text, ticket.intent, work.desk.texts.phrases, talking=talking)


def _is_good_news(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    """Relief, help that has come, a better mood: never a danger, whatever the recogniser hears in the words."""
    phrases = work.desk.texts.phrases
    better = ticket.intent == DESPAIR and says_better(text, phrases)
    return better or says_help_came(text, phrases) or _says_safe(work, conversation, text, ticket)


def _kind(work: Work, text: str, match: Match | None) -> str | None:
    return None if match is None else kind_of(match, text, work.desk.texts.phrases)
