"""Commands that staff type in a topic, or as an answer in the manager chat: read, then one action each (contract)."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time, timedelta

from bot.actions.outgoing import Terms
from bot.actions.people.staff_members import actor_of
from bot.actions.talks import handoff, prompts
from bot.actions.talks.corrections import take_back
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.relay import record_staff_message
from bot.actions.talks.staff_notes import write_note
from bot.actions.tickets import declining, moves
from bot.actions.tickets.events import ensure_allowed
from bot.desk import Desk, Work
from bot.errors import NotUnderstood
from bot.handlers.staff.here import Here, spellings
from bot.incoming import Said
from bot.rules.conclusions import says_too_little
from bot.rules.routing import read_department
from bot.rules.staff_words import Command, DateWords, TimeWords, holds_note, read_date, read_number, read_time
from bot.rules.ticket_flow import Move
from storage import alerts, conversations, outbox_changes, ticket_cards, tickets
from storage.models import Alert, Ticket

NAMES = ("claim", "release", "transfer", "note", "wait", "defer", "resolve", "decline", "merge", "bot", "undo", "help")
_WITHOUT_TICKET = frozenset({"claim", "release", "bot", "undo", "help"})
_LONGEST_DEFERRAL = timedelta(days=731)
_READ_BY_OWNERS = frozenset({"resolve", "decline", "defer"})
_TAKES_WORDS = _READ_BY_OWNERS | {"note"}

Run = Callable[[Work, Here, Said, str, Ticket | None], Awaitable[None]]


def aliases(desk: Desk) -> Mapping[str, str]:
    """Other spellings of the commands in topics."""
    return spellings(desk, NAMES)


async def run(work: Work, here: Here, said: Said, command: Command, ticket: Ticket | None = None) -> None:
    """Does what a command says. `ticket`: the matter it is about, where that is known already; otherwise the card it
    replies to, the only open one, or a question which one is meant."""
    if command.name not in NAMES:
        await tell_office(work, here.place, "staff-unknown-command", None, Terms(reply_to_message_id=said.message_id))
        return
    if command.name in _READ_BY_OWNERS and holds_note(f"\n{command.words}"):
        raise NotUnderstood("staff-note-inside")
    ticket = ticket or await ticket_meant(work, here, said)
    if ticket is None and command.name not in _WITHOUT_TICKET:
        found = await _candidates(work, here, command)
        if len(found) > 1:
            words = f"/{command.name} {command.words}".strip()
            kept = await record_staff_message(work, here.conversation, here.staff, said, internal=True, words=words)
            await prompts.ask_ticket(work, here.place, kept, found, said.message_id)
            return
        ticket = found[0] if found else None
    if command.name in _TAKES_WORDS and not command.words and not said.media:
        if command.name != "note":
            _need_ticket(ticket)
        await prompts.ask_words(
            work, here.conversation, here.place, here.staff, f"/{command.name}", ticket, said.message_id
        )
        return
    await _COMMANDS[command.name](work, here, said, command.words, ticket)


async def ticket_meant(work: Work, here: Here, said: Said) -> Ticket | None:
    """The ticket whose card, or whose message, is replied to."""
    if said.reply_to_message_id is None:
        return None
    found = await ticket_cards.ticket_of_card(
        work.session, here.conversation.id, here.chat_id, said.reply_to_message_id
    )
    if found is not None:
        return found
    message = await conversations.message_at(work.session, here.chat_id, said.reply_to_message_id)
    if message is not None and message[0].ticket_id is not None:
        return await tickets.ticket_by_id(work.session, message[0].ticket_id)
    if here.topic is None:
        return await ticket_of_row(work, here.chat_id, said.reply_to_message_id)
    return None


async def ticket_of_row(work: Work, chat_id: int, message_id: int) -> Ticket | None:
    """The ticket that a message of ours in the manager chat is about: its card, an alert, a question."""
    row = await outbox_changes.row_at(work.session, chat_id, message_id)
    about = (row.follow_up or row.relevance or {}) if row is not None else {}
    if "ticket_id" in about:
        return await tickets.ticket_by_id(work.session, about["ticket_id"])
    alert = await alert_of_row(work, chat_id, message_id)
    if alert is None or alert.ticket_id is None:
        return None
    return await tickets.ticket_by_id(work.session, alert.ticket_id)


async def alert_of_row(work: Work, chat_id: int, message_id: int) -> Alert | None:
    """The alert that a message of ours is, however often it went out."""
    row = await outbox_changes.row_at(work.session, chat_id, message_id)
    about = (row.follow_up or {}) if row is not None else {}
    return await alerts.alert_by_id(work.session, about["alert_id"]) if "alert_id" in about else None


async def _candidates(work: Work, here: Here, command: Command) -> list[Ticket]:
    found = await here.open_tickets(work)
    if command.name == "merge":
        target = read_number(command.words)
        found = [ticket for ticket in found if ticket.number != f"T-{target}"]
    return found


async def _claim(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    if ticket is not None:
        await moves.claim_ticket(work, ticket, here.staff)
        return
    free = [found for found in await here.open_tickets(work) if found.assignee_id is None]
    if len(free) == 1:
        await moves.claim_ticket(work, free[0], here.staff)
        return
    if not await handoff.claim(work, here.conversation, here.staff, topic_id=here.topic_id) and not free:
        await tell_office(work, here.place, "staff-claimed-already", None, Terms(reply_to_message_id=said.message_id))
    if free:
        kept = await record_staff_message(work, here.conversation, here.staff, said, internal=True, words="/claim")
        await prompts.ask_ticket(work, here.place, kept, free, said.message_id)


async def _release(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    actor = actor_of(here.staff)
    mine = [ticket] if ticket is not None else [t for t in await here.open_tickets(work) if t.assignee_id == actor.id]
    for found in mine:
        await moves.release(work, found, actor)
    if here.conversation.holder_id == here.staff.id or not mine:
        await handoff.release(work, here.conversation, here.staff)


async def _transfer(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    departments = {key: department.names for key, department in work.desk.office.departments.items()}
    found = read_department(words, departments)
    if found is None:
        names = ", ".join(names.get(work.desk.office_locale, key) for key, names in departments.items())
        raise NotUnderstood("staff-transfer-where", departments=names)
    department, note = found
    if not note:
        await prompts.ask_words(
            work, here.conversation, here.place, here.staff, f"/transfer {department}", ticket, said.message_id
        )
    elif ticket is not None:
        await moves.transfer(work, ticket, here.staff, department, note)
    else:
        await handoff.transfer(work, here.conversation, here.staff, department, note)


async def _note(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    await write_note(work, here.conversation, here.place, here.staff, said, words, ticket)


async def _wait(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    """What is written behind the party is a note; an owner is asked in plain words, and staff are told so."""
    found = _need_ticket(ticket)
    party, more = (*words.split(maxsplit=1), "", "")[:2]
    for_owner = party.casefold() in work.desk.texts.phrases("wait-owner")
    if not for_owner and party.casefold() not in work.desk.texts.phrases("wait-vendor"):
        raise NotUnderstood("staff-wait-whom")
    if more or said.media:
        await write_note(work, here.conversation, here.place, here.staff, said, more, found)
        if for_owner:
            await tell_office(work, here.place, "staff-wait-note", None, Terms(reply_to_message_id=said.message_id))
    await moves.wait(work, found, here.staff, for_owner=for_owner)


async def _defer(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    found = _need_ticket(ticket)
    office = work.desk.office
    today = work.now.astimezone(office.timezone).date()
    read = read_date(words, today, date_words(work.desk))
    if read is None:
        raise NotUnderstood("staff-defer-when")
    day, reason = read
    if day - today > _LONGEST_DEFERRAL:
        raise NotUnderstood("staff-defer-too-far")
    clock = read_time(reason, time_words(work.desk))
    if clock is None:
        # The office takes the matter up again when it opens on that day.
        until = office.calendar.next_opening(datetime.combine(day, time.min, tzinfo=office.timezone))
    else:
        until, reason = datetime.combine(day, clock[0], tzinfo=office.timezone), clock[1]
    if not reason and until > work.now:
        await ensure_allowed(work, found, Move.DEFER, actor_of(here.staff))
        await prompts.ask_words(
            work, here.conversation, here.place, here.staff, f"/defer {words}", found, said.message_id, "defer-why"
        )
        return
    await moves.defer(work, found, here.staff, until, reason)


async def _resolve(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    """What says hardly a word is asked about once before it goes out."""
    found = _need_ticket(ticket)
    too_little = found.handling != "dispatch" and says_too_little(words, work.desk.texts.phrases)
    if too_little and not await prompts.was_asked_for_a_sentence(work, found):
        await ensure_allowed(work, found, Move.RESOLVE, actor_of(here.staff))
        kept = await record_staff_message(
            work, here.conversation, here.staff, said, internal=True, ticket_id=found.id, words=f"/resolve {words}"
        )
        await prompts.ask_for_a_sentence(work, here.conversation, here.place, here.staff, found, kept, said.message_id)
        return
    await moves.resolve(work, found, here.staff, words)


async def _decline(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    await declining.decline(work, _need_ticket(ticket), here.staff, words)


async def _merge(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    found = _need_ticket(ticket)
    number = read_number(words)
    if number is None:
        raise NotUnderstood("staff-merge-what")
    await moves.merge(work, found, here.staff, f"T-{number}")


async def _bot(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    await handoff.hand_back(work, here.conversation, here.staff)


async def _undo(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    """Takes back what the replied message sent."""
    reply = said.reply_to_message_id
    found = None if reply is None else await conversations.message_at(work.session, here.chat_id, reply)
    await take_back(work, here.conversation, here.staff, None if found is None else found[0])


async def _help(work: Work, here: Here, said: Said, words: str, ticket: Ticket | None) -> None:
    await tell_office(work, here.place, "staff-help-topic", None, Terms(reply_to_message_id=said.message_id))


def date_words(desk: Desk) -> DateWords:
    """How days are named, from the catalogues of every language."""

    def words(kind: str) -> tuple[str, ...]:
        return desk.texts.phrases(f"date-{kind}")

    ahead = {word.casefold(): days for days, kind in enumerate(("today", "tomorrow", "after")) for word in words(kind)}
    named = (*desk.texts.phrases("weekday"), *desk.texts.phrases("weekday-short"))
    weekdays = {word.casefold(): at % 7 for at, word in enumerate(named)}  # each language names seven
    return DateWords(
        ahead=ahead,
        days=words("days"),
        weeks=words("weeks"),
        year=words("year"),
        month=words("month"),
        day=words("day"),
        weekdays=weekdays,
        next_week=words("next-week"),
    )


def time_words(desk: Desk) -> TimeWords:
    """How the time of a day is told, from the catalogues of every language."""
    kinds = ("morning", "afternoon", "hour", "minute", "half", "before", "behind")
    return TimeWords(*(desk.texts.phrases(f"time-{kind}") for kind in kinds))


def _need_ticket(ticket: Ticket | None) -> Ticket:
    if ticket is None:
        raise NotUnderstood("staff-no-open-ticket")
    return ticket


_COMMANDS: Mapping[str, Run] = {
    "claim": _claim,
    "release": _release,
    "transfer": _transfer,
    "note": _note,
    "wait": _wait,
    "defer": _defer,
    "resolve": _resolve,
    "decline": _decline,
    "merge": _merge,
    "bot": _bot,
    "undo": _undo,
    "help": _help,
}
