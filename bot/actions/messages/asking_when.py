"""The owner asks when somebody comes: the matter's state with its promised time, and the staff learn of an old one."""

from bot.actions.outgoing import Terms, to_owner
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.talks.queue_wait import waiting_text
from bot.actions.tickets import my_tickets
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.promises import phone_now, promises_of
from bot.actions.wording import department_name, moment
from bot.desk import Work
from bot.rules.waiting_words import asks_anything, asks_for_anybody, asks_when, asks_when_you_come
from intents.result import Decision, Match
from storage.models import Conversation, Floor, Person, Ticket

STATUS = "ticket.status"
_ABOUT_WAITING = frozenset({STATUS, "human", "office.hours"})
_PASSED_ON_EVERY = 1800
"""Seconds: whoever asks again and again is answered each time, and the staff are told once meanwhile."""


async def asks(work: Work, conversation: Conversation, text: str, match: Match) -> bool:
    """Whether these words ask when something that is open here goes on; clear words about something else do not."""
    sure = match.decision is Decision.ANSWER
    phrases = work.desk.texts.phrases
    open_ones = await open_tickets(work, conversation.id)
    likely = match.intent == STATUS and match.decision is Decision.CONFIRM
    likely = likely and (asks_anything(text, phrases) or len(open_ones) != 1)
    worded = asks_when(text, phrases) and (not sure or match.intent == STATUS)
    visit = asks_when_you_come(text, phrases)
    return (likely or worded or visit) and bool(open_ones)


async def tell(work: Work, conversation: Conversation, person: Person) -> None:
    """One open matter is shown, several are listed; where a promised time has passed, its staff hear of it."""
    late = [ticket for ticket in await open_tickets(work, conversation.id) if await _pass_on(work, ticket)]
    await my_tickets.show_latest(work, conversation, person)
    if late:
        names = dict.fromkeys(department_name(work, person.locale, ticket.department) for ticket in late)
        words = work.say(person.locale, "promise-asked", department=", ".join(names), phone=phone_now(work))
        await to_owner(work, conversation, words)


async def answer_waiting(
    work: Work, conversation: Conversation, person: Person, text: str, match: Match | None
) -> None:
    """Whoever waits for a person and asks whether anybody is there is told how it stands; the staff see the question
    anyway."""
    if conversation.floor != Floor.WAITING or not text:
        return
    phrases = work.desk.texts.phrases
    meant = match is not None and match.decision is Decision.ANSWER and match.intent in _ABOUT_WAITING
    if meant or asks_when(text, phrases) or asks_for_anybody(text, phrases):
        await to_owner(work, conversation, await waiting_text(work, conversation, person, None))


async def _pass_on(work: Work, ticket: Ticket) -> bool:
    """Whether a promised time of the matter has passed; its staff then learn that the owner asked."""
    promised = await promises_of(work, ticket)
    if not promised or promised[0].at >= work.now:
        return False
    locale = work.desk.office_locale
    terms = Terms(dedupe_key=f"asked:{ticket.id}:{int(work.now.timestamp()) // _PASSED_ON_EVERY}")
    await tell_of_ticket(
        work,
        ticket,
        "tickets-owner-asks",
        None,
        terms,
        number=ticket.number,
        time=moment(work, locale, promised[0].at),
    )
    return True
