"""Buttons that staff tap: role, state and freshness are checked again before anything happens (architecture §4)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.actions.feedback import phone as feedback_phone
from bot.actions.feedback.phone import CallResult
from bot.actions.outgoing import answer_tap
from bot.actions.people.staff_members import actor_of, met
from bot.actions.talks import handoff, prompts
from bot.actions.talks.relay import send_kept, waits_to_be_sent
from bot.actions.tickets import declining, moves, tickets
from bot.actions.tickets.cards import show_card
from bot.actions.tickets.events import ensure_allowed, ensure_fresh
from bot.desk import Desk, Work
from bot.errors import DeskError, NotAllowed, OutOfDate
from bot.handlers.staff.commands import aliases, run
from bot.handlers.staff.here import Here, in_office_chat
from bot.incoming import Said, Tapped
from bot.rules.access import may_be_staff
from bot.rules.routing import MANAGER
from bot.rules.staff_words import read_command
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Move
from bot.taps import Tap
from storage import conversations, message_copies
from storage.models import Conversation, Message, Survey, Ticket

Act = Callable[[Work, Here, Tap, Tapped], Awaitable[str]]
"""Does what a tap says and returns the key of the line that answers it, or nothing."""

_PROMPTS = {
    Move.NOTE: "/note",
    Move.RESOLVE: "/resolve",
    Move.DECLINE: "/decline",
    Move.PROPOSE_DECLINE: "/decline",
    Move.DEFER: "/defer",
}


async def staff_tapped(work: Work, tapped: Tapped) -> None:
    """Every tap is answered once; a refusal says why and leaves nothing behind."""
    tap = Tap.unpack(tapped.data)
    locale = work.desk.office_locale
    if tap is None or not may_be_staff(tapped.sender.id, anonymous=False):
        await answer_tap(work, tapped.callback_id, work.say(locale, "staff-old-button"))
        return
    conversation = await _conversation(work, tap)
    if conversation is None:
        await answer_tap(work, tapped.callback_id, work.say(locale, "staff-old-button"))
        return
    topic = None
    if tapped.thread_id is not None:
        topic = await conversations.topic_at(work.session, tapped.chat_id, tapped.thread_id)
    here = Here(conversation, await met(work, tapped.sender, tapped.chat_id), topic, tapped.chat_id)
    refused: DeskError | None = None
    key = ""
    try:
        async with work.session.begin_nested():
            key = await _ACTS[tap.verb](work, here, tap, tapped)
    except DeskError as error:
        refused = error
    if refused is None:
        await answer_tap(work, tapped.callback_id, work.say(locale, key) if key else "")
        return
    await answer_tap(work, tapped.callback_id, work.say(locale, refused.key, **refused.args_), alert=True)
    if isinstance(refused, OutOfDate) and tap.verb in (Verb.CARD_CLAIM, Verb.CARD_MOVE):
        await show_card(work, await work.session.get_one(Ticket, tap.id, populate_existing=True))


def is_staff_tap(desk: Desk, tapped: Tapped) -> bool:
    """In a group of the office also what is no button of ours any more: the tap must not spin for ever."""
    tap = Tap.unpack(tapped.data)
    ours = tap.verb in _ACTS if tap is not None else tapped.chat_id < 0
    return ours and in_office_chat(desk, tapped.chat_id)


async def _conversation(work: Work, tap: Tap) -> Conversation | None:
    """The conversation that a tap is about, locked before anything else is read."""
    if tap.verb in (Verb.CLAIM, Verb.RELEASE, Verb.HAND_BACK):
        found = await work.session.get(Conversation, tap.id)
        conversation_id = None if found is None else found.id
    else:
        model: type[Ticket] | type[Message] | type[Survey] = Ticket
        if tap.verb == Verb.CLAIM_AND_SEND:
            model = Message
        elif tap.verb == Verb.CALLED:
            model = Survey
        owner: Ticket | Message | Survey | None = await work.session.get(model, tap.id)
        conversation_id = None if owner is None else owner.conversation_id
    return None if conversation_id is None else await conversations.lock_conversation(work.session, conversation_id)


async def _claim(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    """The floor, and the one matter of this owner that nobody has."""
    free = [t for t in await here.open_tickets(work) if t.assignee_id is None]
    if len(free) == 1:
        await moves.claim_ticket(work, free[0], here.staff)
        return ""
    claimed = await handoff.claim(work, here.conversation, here.staff, topic_id=here.topic_id)
    return "" if claimed else "staff-claimed-already"


async def _claim_and_send(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    message = await work.session.get_one(Message, tap.id, populate_existing=True)
    if not waits_to_be_sent(message):
        raise OutOfDate("staff-nothing-to-send")
    if message.staff_id != here.staff.id:
        raise NotAllowed("staff-not-your-words")
    ticket = await work.session.get(Ticket, message.ticket_id) if message.ticket_id is not None else None
    free = [t for t in await here.open_tickets(work) if t.assignee_id is None]
    about = ticket if ticket is not None and ticket in free else free[0] if len(free) == 1 and ticket is None else None
    if about is not None:
        await moves.claim_ticket(work, about, here.staff)
    if here.conversation.holder_id != here.staff.id:
        await handoff.claim(work, here.conversation, here.staff, topic_id=here.topic_id)
    await send_kept(work, here.conversation, here.staff, message)
    return "staff-sent"


async def _release(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    await handoff.release(work, here.conversation, here.staff)
    return ""


async def _hand_back(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    await handoff.hand_back(work, here.conversation, here.staff)
    return ""


async def _card_claim(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    """What nobody has is free to take, however much its owner has written since the card was drawn; who came second is
    told who has it."""
    ticket = await _ticket(work, here, tap)
    if ticket.assignee_id == here.staff.id:
        return "staff-claimed-already"
    await moves.claim_ticket(work, ticket, here.staff)
    return "staff-claimed-tap"


async def _card_move(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    ticket = await _ticket(work, here, tap)
    name, _, choice = tap.choice.partition(":")
    move = Move(name) if name in set(Move) else None
    if move is None:
        raise OutOfDate("staff-old-button")
    actor = actor_of(here.staff)
    # Before anything is said about an old card: what is in the way now is the better answer.
    await ensure_allowed(work, ticket, move, actor)
    if not _only_asks(move, choice):
        await ensure_fresh(work, ticket, tap.version, actor)
    if move in _PROMPTS:
        await prompts.ask_words(work, here.conversation, here.place, here.staff, _PROMPTS[move], ticket)
    elif move == Move.TRANSFER and not choice:
        await prompts.ask_department(work, here.place, ticket)
    elif move == Move.TRANSFER:
        await prompts.ask_words(work, here.conversation, here.place, here.staff, f"/transfer {choice}", ticket)
    elif move == Move.MERGE and not choice:
        others = [other for other in await here.open_tickets(work) if other.id != ticket.id]
        await prompts.ask_target(work, here.place, ticket, others)
    elif move == Move.MERGE:
        target = await work.session.get(Ticket, replace(tap, choice=choice).number or 0)
        if target is None:
            raise OutOfDate("staff-old-button")
        await moves.merge(work, ticket, here.staff, target.number)
    elif move in (Move.WAIT_OWNER, Move.WAIT_VENDOR):
        await moves.wait(work, ticket, here.staff, for_owner=move == Move.WAIT_OWNER)
    elif move == Move.RESUME:
        await moves.resume(work, ticket, actor)
    elif move == Move.RELEASE:
        await moves.release(work, ticket, actor)
    elif move == Move.DONE:
        await tickets.dispatch_done(work, ticket, actor)
    elif move == Move.REOPEN:
        await tickets.reopen(work, ticket, by=actor)
    return ""


async def _choose_ticket(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    """The matter that a waiting command meant; only its writer may say."""
    ticket = await _ticket(work, here, tap)
    waiting = await work.session.get(Message, tap.number or 0)
    if waiting is None or waiting.retracted_at is not None or waiting.conversation_id != here.conversation.id:
        raise OutOfDate("staff-old-button")
    if waiting.staff_id != here.staff.id:
        raise NotAllowed("staff-not-your-words")
    command = read_command(waiting.text, work.desk.bot_username, aliases(work.desk))
    if command is None:
        raise OutOfDate("staff-old-button")
    waiting.retracted_at = work.now  # carried out once
    await prompts.settle(work, here.conversation, here.staff, ticket)
    originals = await message_copies.originals_of(work.session, waiting.id)
    first = originals[0].telegram_message_id if originals else tapped.message_id
    await run(work, here, _as_said(tapped, waiting, first), command, ticket)
    return ""


async def _confirm_decline(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    ticket = await _ticket(work, here, tap)
    if not actor_of(here.staff).manager:
        raise NotAllowed("staff-only-managers")
    await declining.confirm_decline(work, ticket, here.staff, tap.version, agreed=tap.choice == "yes")
    return "staff-thanks"


async def _called(work: Work, here: Here, tap: Tap, tapped: Tapped) -> str:
    """A telephone task is done: what the owner said, as staff heard it."""
    if tap.choice not in set(CallResult):
        raise OutOfDate("staff-old-button")
    survey = await work.session.get_one(Survey, tap.id, populate_existing=True)
    done = await feedback_phone.phone_result(work, survey, tap.choice, by=actor_of(here.staff), by_name=here.staff.name)
    return "" if done else "feedback-phone-done"


async def _ticket(work: Work, here: Here, tap: Tap) -> Ticket:
    """The ticket as it is now, seen only where it may be seen."""
    ticket = await work.session.get_one(Ticket, tap.id, populate_existing=True)
    if ticket.conversation_id != here.conversation.id:
        raise OutOfDate("staff-old-button")
    if ticket.department == MANAGER and not actor_of(here.staff).manager:
        raise NotAllowed("staff-only-managers")
    return ticket


def _only_asks(move: Move, choice: str) -> bool:
    """Whether the tap changes nothing yet: whoever answers has read what the desk asks, not the card."""
    return move in _PROMPTS or (move in (Move.TRANSFER, Move.MERGE) and not choice)


def _as_said(tapped: Tapped, waiting: Message, message_id: int) -> Said:
    """The stored command as if it were written now: its originals are on record already."""
    return Said(
        chat_id=tapped.chat_id,
        thread_id=tapped.thread_id,
        sender=tapped.sender,
        anonymous=False,
        message_id=message_id,
        message_ids=(message_id,),
        text=waiting.text,
        media=(),
        album=False,
        reply_to_message_id=None,
        quote=None,
        contact_phone=None,
        at=waiting.at,
    )


_ACTS: Mapping[Verb, Act] = {
    Verb.CLAIM: _claim,
    Verb.CLAIM_AND_SEND: _claim_and_send,
    Verb.RELEASE: _release,
    Verb.HAND_BACK: _hand_back,
    Verb.CARD_CLAIM: _card_claim,
    Verb.CARD_MOVE: _card_move,
    Verb.CHOOSE_TICKET: _choose_ticket,
    Verb.CONFIRM_DECLINE: _confirm_decline,
    Verb.CALLED: _called,
}
