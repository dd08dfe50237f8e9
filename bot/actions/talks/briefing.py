"""What staff read about an owner before they answer: who it is, and what was said last."""

from collections.abc import Mapping
from datetime import datetime

from bot.actions.wording import detail_of, home_text, name_of, phone_of, unit_text
from bot.desk import Work
from bot.rules.fragments import tells_details
from bot.rules.plain_text import one_line
from bot.rules.routing import MANAGER
from bot.rules.ticket_flow import ENDED, TicketState
from intents.extract import find_slots, words_beside_slots
from intents.letter import read_letter
from storage import conversations, message_copies, outbox_changes, people, tickets
from storage.models import Author, Conversation, Floor, Message, OutboxState, Person, ResidencyStatus

SHOWN = 8
_LOOKED_AT = 10
_LONGEST = 200
_UNSENT = frozenset({OutboxState.DEAD, OutboxState.DROPPED})
_OVER = ENDED | {TicketState.ARCHIVED}


async def owner_facts(work: Work, conversation: Conversation, locale: str) -> str:
    """Name, home, telephone and language; what nobody has verified says so (O1)."""
    person = await work.session.get_one(Person, conversation.person_id)
    home = await people.home_of(work.session, person.id)
    told = await _home_told(work, conversation) if home is None else None
    told_text = unit_text(work, locale, *told) if told is not None else None
    verified = home is not None and home[0].status == ResidencyStatus.VERIFIED
    return work.say(
        locale,
        "staff-header",
        name=name_of(work, person),
        home=await home_text(work, person, locale) or told_text or work.say(locale, "unknown-home"),
        verified="yes" if verified else "no",
        phone=phone_of(work, person) or work.say(locale, "unknown-phone"),
        language=work.say(person.locale, "language-name"),
    )


async def last_lines(work: Work, conversation: Conversation, locale: str, until: datetime | None = None) -> str:
    """The last lines between owner, bot and office before `until`, oldest first; empty when there is nothing that staff
    may see.

    A complaint about staff must not show here (S1): nothing while one is being taken down or looked into, and later
    nothing that was said up to the last word on it, even if it was never handed in."""
    private = [
        ticket
        for ticket in await tickets.tickets_of_conversation(work.session, conversation.id, limit=50)
        if ticket.department == MANAGER
    ]
    if telling_managers(work, conversation) or any(ticket.state not in _OVER for ticket in private):
        return ""
    events = [event for ticket in private for event in await tickets.events_of(work.session, ticket.id)]
    told = await message_copies.last_hidden(work.session, conversation.id)
    since = max((*(event.at for event in events), *filter(None, [told])), default=None)
    hidden = {ticket.id for ticket in private}
    said: list[tuple[object, int, str]] = []
    for message in await message_copies.last_messages(work.session, conversation.id, SHOWN):
        shown = (since is None or message.at > since) and (until is None or message.at < until)
        if shown and message.ticket_id not in hidden:
            said.append(
                (message.at, 0, work.say(locale, f"staff-line-{message.author}", text=_words(work, locale, message)))
            )
    for row in await outbox_changes.said_in_chat(work.session, conversation.chat_id, SHOWN) if since is None else ():
        relayed = (row.follow_up or {}).get("kind") == "relayed"
        if not relayed and row.state not in _UNSENT and (until is None or row.created_at < until):
            words = one_line(str(row.params.get("text", "")), _LONGEST)
            said.append((row.created_at, 1, work.say(locale, f"staff-line-{Author.BOT}", text=words)))
    said.sort(key=lambda line: line[:2])
    return "\n".join(line[2] for line in said[-SHOWN:])


async def _home_told(work: Work, conversation: Conversation) -> tuple[str, str] | None:
    """(building, unit) as told with a matter, by an owner who did not want it kept with their name."""
    for ticket in await tickets.tickets_of_conversation(work.session, conversation.id, limit=_LOOKED_AT):
        if ticket.department != MANAGER and (number := detail_of(ticket, "unit")):
            return detail_of(ticket, "building"), number
    return await _home_told_while_waiting(work, conversation)


async def _home_told_while_waiting(work: Work, conversation: Conversation) -> tuple[str, str] | None:
    """What the staff read in the words of somebody who waits for them anyway. Beside those words it stands in the name
    and the head of the topic, and with no person."""
    if conversation.floor == Floor.BOT or conversation.waiting_since is None:
        return None
    for message in reversed(await conversations.history(work.session, conversation.id, _LOOKED_AT)):
        if message.author != Author.OWNER or message.for_managers or message.at < conversation.waiting_since:
            continue
        told = _own_home(message.text) if message.text else {}
        if "unit" in told:
            return told.get("building", ""), told["unit"]
    return None


def _own_home(text: str) -> Mapping[str, str]:
    """Where whoever writes says that they live: by itself, or as they introduce themselves. Told with a matter it may
    be a neighbour's."""
    told = find_slots(text)
    return told if tells_details(told, words_beside_slots(text)) else read_letter(text).writer


def telling_managers(work: Work, conversation: Conversation) -> bool:
    """Whether a complaint about staff is being taken down, or may be what is meant."""
    flow = conversation.flow or {}
    parts = [flow.get(part) or {} for part in ("data", "suspended")]
    intents = [str(intent) for part in parts for intent in (part.get("intent"), *part.get("candidates", ()))]
    return any(map(work.desk.is_for_managers, intents))


def _words(work: Work, locale: str, message: Message) -> str:
    kinds = [str(media["kind"]) for media in message.media or []]
    shown = " ".join(work.say(locale, "staff-media", kind=kind) for kind in dict.fromkeys(kinds))
    return one_line(f"{shown} {message.text}".strip(), _LONGEST)


async def owner_title(work: Work, conversation: Conversation) -> str:
    """ "101-1203 김영희", or the name alone while the home is unknown."""
    person = await work.session.get_one(Person, conversation.person_id)
    home = await people.home_of(work.session, person.id)
    told = (home[1].building, home[1].number) if home is not None else await _home_told(work, conversation)
    unit = "-".join(filter(None, told or ()))
    return one_line(f"{unit} {name_of(work, person)}".strip(), 100)
