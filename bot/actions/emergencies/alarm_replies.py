"""What an owner is answered in the midst of an emergency: the instructions again, who comes, that it was passed on,
or a warm word (O5)."""

from collections.abc import Sequence
from datetime import datetime

from bot.actions.emergencies.emergencies import URGENT, expect_details, offer_branches, what_to_do
from bot.actions.emergencies.taken_back import SAFE
from bot.actions.flow import FlowKind, flow_of
from bot.actions.managers import alarm_news, alerts
from bot.actions.messages.answers import brief_answer
from bot.actions.outgoing import to_owner
from bot.actions.people.staff_members import introduced, staff_of
from bot.actions.talks.mirror import mirror_once
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.talks.places import place_of_ticket
from bot.actions.wording import moment
from bot.desk import Work
from bot.rules.danger import DESPAIR, asks, asks_of_help, asks_to_do, help_told, kind_of, says_help_came
from bot.rules.other_matter import is_surely_read
from bot.rules.plain_text import one_line
from intents.result import Decision, Match
from storage.models import Conversation, Floor, Message, Person, Ticket

_CRIME = "emergency.crime"


def asks_for_facts(work: Work, match: Match, text: str) -> bool:
    """A clear question that the office's answers serve. Words that may be a place, or ask what to do, must be read the
    more surely: "104, car 2" reads like one about parking."""
    known = work.desk.intents.get(match.intent)
    if known is None or known.kind != "inquiry" or match.emergency is not None:
        return False
    phrases = work.desk.texts.phrases
    asked = not match.slots and asks(text, phrases) and not asks_to_do(text, phrases)
    return is_surely_read(match) or (asked and match.decision is Decision.ANSWER)


async def answer_facts(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match, ticket: Ticket
) -> None:
    """The staff see the question too; it does not make the emergency go on longer."""
    place = await place_of_ticket(work, ticket)
    if place is not None:
        await mirror_once(work, conversation, message, place, None)
    if conversation.floor == Floor.BOT:
        await to_owner(work, conversation, brief_answer(work, person, match.intent), None, URGENT)


async def reply(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match | None, ticket: Ticket
) -> None:
    """What to do, to whoever asks that; who comes, to whoever asks that; to news a line."""
    phrases = work.desk.texts.phrases
    helped = None if match is None else help_told(match, message.text, phrases)
    if ticket.intent != DESPAIR and helped is not None:
        await to_owner(work, conversation, work.say(person.locale, f"emergency-help-{helped}"), None, URGENT)
    elif ticket.intent != DESPAIR and asks_of_help(message.text, phrases):
        await to_owner(work, conversation, await _who_comes(work, person, ticket), None, URGENT)
    elif asks(message.text, work.desk.texts.phrases):
        await _guide(work, conversation, person, ticket, ticket.details.get("branch"), None)
    else:
        await to_owner(work, conversation, noted(work, person, ticket), None, URGENT)


async def cried(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match, ticket: Ticket
) -> None:
    """All instructions again: what may be left out of them nobody knows who is not there. Where the alarm itself is
    repeated the situation may be another by now, and after words of relief the managers must be woken anew."""
    renewed = kind_of(match, message.text, work.desk.texts.phrases) == ticket.intent
    choice = None if renewed else ticket.details.get("branch")
    told = None if ticket.intent == DESPAIR or SAFE in ticket.details else ticket.created_at
    await _guide(work, conversation, person, ticket, choice, told)
    if renewed:
        await offer_branches(work, conversation, person, ticket)
    if SAFE in ticket.details:
        ticket.details = {name: value for name, value in ticket.details.items() if name != SAFE}
        key, words = f"emergency:{ticket.id}:{message.id}", message.text
        await alerts.raise_alert(work, "emergency", key=key, ticket=ticket, conversation=conversation, words=words)
    flow = flow_of(conversation)
    if flow is None or flow.kind not in (FlowKind.EMERGENCY_DETAILS, FlowKind.PAUSED):
        await expect_details(work, conversation, ticket)


async def _guide(
    work: Work, conversation: Conversation, person: Person, ticket: Ticket, choice: str | None, told: datetime | None
) -> None:
    """What to do, and that this was passed on, too. `told`: since when help knows, where that is worth saying."""
    words = what_to_do(work, person, ticket.intent, choice)
    key, args = "emergency-passed-on", {}
    if told is not None:
        key, args = "emergency-told", {"at": moment(work, person.locale, told)}
    await to_owner(work, conversation, f"{words}\n{work.say(person.locale, key, **args)}", None, URGENT)


async def relieved(
    work: Work, conversation: Conversation, person: Person, message: Message, going: Sequence[Ticket]
) -> None:
    """A warm word, and the office knows; the tickets stay open, for it is the staff who end them."""
    for ticket in going:
        if SAFE not in ticket.details and ticket.intent != DESPAIR:
            ticket.details = {**ticket.details, SAFE: work.now.isoformat()}
            args = {"number": ticket.number, "words": message.text}
            await tell_of_ticket(work, ticket, "staff-owner-safe", None, URGENT, **args)
            await alarm_news.tell(work, ticket, "alerts-owner-safe", words=one_line(message.text, 200))
    if conversation.floor != Floor.HELD:
        await to_owner(work, conversation, work.say(person.locale, "emergency-relief"), None, URGENT)


async def at_ease(work: Work, conversation: Conversation, person: Person, message: Message) -> None:
    """Help is there, or whoever despaired feels better: a gentle word, and no claim that they are safe."""
    helped = says_help_came(message.text, work.desk.texts.phrases)
    if conversation.floor == Floor.HELD:
        return
    words = work.say(person.locale, "emergency-help-came")
    if not helped:
        lifeline = work.desk.office.phones.get("lifeline", "")
        words = work.say(person.locale, "emergency-better-despair", lifeline=lifeline)
    await to_owner(work, conversation, words, None, URGENT)


async def _who_comes(work: Work, person: Person, ticket: Ticket) -> str:
    """Whoever has taken it, else that the duty staff know; and whom to call when it cannot wait."""
    holder = await staff_of(work, ticket.assignee_id)
    phones = _phones(work, ticket)
    if holder is None:
        return work.say(person.locale, "emergency-who-comes", **phones)
    who = introduced(work, person.locale, holder, ticket.department)
    return work.say(person.locale, "emergency-who-has-it", holder=who, **phones)


def noted(work: Work, person: Person, ticket: Ticket) -> str:
    """Passed on, and whom to call when it cannot wait."""
    phones = work.desk.office.phones
    if ticket.intent == DESPAIR:
        args = {"lifeline": phones.get("lifeline", ""), "fire": phones.get("fire", "")}
        return work.say(person.locale, "emergency-noted-despair", **args)
    return work.say(person.locale, "emergency-noted", **_phones(work, ticket))


def _phones(work: Work, ticket: Ticket) -> dict[str, str]:
    known = work.desk.office.phones
    urgent = known.get("police" if ticket.intent == _CRIME else "fire", "")
    return {"urgent": urgent, "duty": known.get("duty", "")}
