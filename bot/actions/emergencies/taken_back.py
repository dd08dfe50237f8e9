"""An owner takes an alarm back, by a late no or by changing the words: staff and managers who were woken learn of it.
The emergency stays open until somebody of the office ends it."""

from bot.actions.managers import alarm_news
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import Terms, to_owner
from bot.actions.talks.office_lines import tell_of_ticket
from bot.desk import Work
from bot.rules.danger import DESPAIR, cries, kind_of
from bot.rules.plain_text import one_line
from bot.rules.ticket_flow import OPEN
from intents.extract import find_slots, words_beside_slots
from intents.result import Match
from storage.models import Conversation, Message, Person, Priority, Ticket

SAFE = "safe_at"
"""In the details of an emergency: since when its owner says that they are safe."""
_URGENT = Terms(priority=Priority.EMERGENCY)
_SHOWN = 200


async def by_no(work: Work, conversation: Conversation, person: Person, message: Message, read: Match) -> bool:
    """A no after the yes. True: there was an alarm to take back, which may have been done before."""
    ticket = await _alarm(work, message.ticket_id)
    if ticket is None or not _is_its_own(work, ticket, message, read):
        return False
    if SAFE not in ticket.details:
        if ticket.intent != DESPAIR:  # whoever despaired is not taken for safe by a word
            ticket.details = {**ticket.details, SAFE: work.now.isoformat()}
        words = work.say(work.desk.office_locale, "button-emergency-no")
        await tell_of_ticket(work, ticket, "staff-owner-takes-back", None, _URGENT, number=ticket.number, words=words)
        await alarm_news.tell(work, ticket, "alerts-owner-takes-back", words=words)
    await to_owner(work, conversation, _answer(work, person, ticket, "emergency-taken-back"), None, _URGENT)
    return True


async def by_edit(
    work: Work, conversation: Conversation, person: Person, message: Message, before: str, matter: int | None
) -> None:
    """The words of an alarm were changed into some that tell of no danger: people judge what that means. A mere place
    and another cry take nothing back. What is about staff now only managers read; the staff learn that it changed.
    `matter`: the ticket that the message belonged to."""
    ticket = await _alarm(work, matter)
    if ticket is None or not message.text or (find_slots(message.text) and not words_beside_slots(message.text)):
        return
    if cries(understand(work, message.text), message.text, work.desk.texts.phrases):
        return
    args = {"before": one_line(before, _SHOWN), "words": one_line(message.text, _SHOWN)}
    kept = message.for_managers
    seen = {"before": args["before"]} if kept else args
    key = "staff-alarm-changed-kept" if kept else "staff-alarm-changed"
    await tell_of_ticket(work, ticket, key, None, _URGENT, number=ticket.number, **seen)
    await alarm_news.tell(work, ticket, "alerts-alarm-changed", private=kept, **args)
    answer = _answer(work, person, ticket, "emergency-changed-kept" if kept else "emergency-changed")
    await to_owner(work, conversation, answer, None, _URGENT)


async def _alarm(work: Work, ticket_id: int | None) -> Ticket | None:
    """The open emergency that a message belongs to."""
    ticket = None if ticket_id is None else await work.session.get(Ticket, ticket_id)
    return ticket if ticket is not None and ticket.kind == "emergency" and ticket.state in OPEN else None


def _is_its_own(work: Work, ticket: Ticket, message: Message, read: Match) -> bool:
    """Whether the message raised this alarm; one that was asked about for a second danger only joined the first."""
    return ticket.words == message.text or kind_of(read, message.text, work.desk.texts.phrases) == ticket.intent


def _answer(work: Work, person: Person, ticket: Ticket, key: str) -> str:
    if ticket.intent != DESPAIR:
        return work.say(person.locale, key, number=ticket.number)
    phones = work.desk.office.phones
    lifeline, fire = phones.get("lifeline", ""), phones.get("fire", "")
    return work.say(person.locale, "emergency-noted-despair", lifeline=lifeline, fire=fire)
