"""What owner and office say to each other, both ways and in order (S3): quotes, and what must not leave."""

from dataclasses import asdict
from typing import Any

from bot.actions.outgoing import Place, Terms, call, owner_of, to_owner
from bot.actions.people.staff_members import actor_of
from bot.actions.talks import lease
from bot.actions.talks.mirror import (
    CAPTIONED,
    NOTHING,
    Answering,
    caption_goes_on,
    chat_of,
    mirror,
    mirror_key,
    mirrored_as,
)
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import talk_place
from bot.actions.talks.topics import open_again
from bot.actions.tickets import service_levels
from bot.actions.tickets.cards import show_card
from bot.actions.tickets.events import open_tickets, record
from bot.actions.tickets.stages import introduce
from bot.actions.tickets.tickets import answers_holder, owner_answered
from bot.desk import Work
from bot.incoming import Said
from bot.rules.plain_text import CAPTION_LIMIT, pages
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Tap
from storage import conversations, message_copies, outbox_changes
from storage.models import Author, Conversation, EventKind, Floor, Message, OutboxRow, Person, StaffMember, Topic

NEVER_SENT: list[str] = []
"""`Message.parts` of what is never sent on: notes and commands."""


async def owner_said(work: Work, conversation: Conversation, said: Said | None, message: Message) -> None:
    """The owner's message (recorded already; None: long ago) to whoever has the floor or is waited for; matters that
    waited for the owner go on."""
    place = await talk_place(work, conversation)
    if place is None:
        return
    if place.topic_id is not None:
        await open_again(work, await work.session.get_one(Topic, place.topic_id))
    await mirror(work, conversation, message, place, await _answering(work, place, said))
    lease.prolong(work, conversation)
    for ticket in await open_tickets(work, conversation.id):
        waited = ticket.version
        if answers_holder(conversation, ticket):
            await owner_answered(work, ticket, message)
        if ticket.assignee_id is not None and ticket.assignee_id == conversation.holder_id:
            await service_levels.plan_clocks(work, ticket)
        if ticket.version != waited:
            await show_card(work, ticket)


async def record_staff_message(
    work: Work,
    conversation: Conversation,
    staff: StaffMember,
    said: Said,
    *,
    internal: bool,
    ticket_id: int | None = None,
    words: str | None = None,
) -> Message:
    """What a staff member wrote, as a row with its originals. `internal`: it stays in the office; with `words` (a note
    without its mark, a command) for good."""
    message = await conversations.add_message(
        work.session,
        conversation_id=conversation.id,
        author=Author.STAFF,
        staff_id=staff.id,
        ticket_id=ticket_id,
        internal=internal,
        text=said.text if words is None else words,
        media=[asdict(media) for media in said.media] or None,
        at=work.now,
    )
    message.parts = None if words is None else NEVER_SENT
    for position, part in enumerate(said.message_ids):
        await conversations.add_copy(
            work.session,
            message_id=message.id,
            chat_id=said.chat_id,
            telegram_message_id=part,
            position=position,
            original=True,
        )
    return message


async def staff_said(
    work: Work,
    conversation: Conversation,
    topic: Topic | None,
    staff: StaffMember,
    said: Said,
    ticket_id: int | None = None,
) -> None:
    """Plain words in a topic (or an answer in the manager chat, then without topic): the holder's go to the owner;
    anybody else's stay, and the desk offers to claim and send them (contract: Commands)."""
    holds = conversation.floor == Floor.HELD and conversation.holder_id == staff.id
    message = await record_staff_message(work, conversation, staff, said, internal=not holds, ticket_id=ticket_id)
    if holds:
        await send_to_owner(work, conversation, staff, message, await _answered_row(work, conversation, said))
        return
    place = Place(chat_id=said.chat_id) if topic is None else Place(topic_id=topic.id)
    label = work.say(work.desk.office_locale, "staff-button-claim-and-send")
    holder = await work.session.get(StaffMember, conversation.holder_id) if conversation.holder_id else None
    await tell_office(
        work,
        place,
        "staff-not-sent-held" if holder is not None else "staff-not-sent",
        None if holder is not None else ((Button(label, Tap(Verb.CLAIM_AND_SEND, message.id)),),),
        Terms(reply_to_message_id=said.message_id),
        holder=holder.name if holder is not None else "",
    )


async def send_kept(work: Work, conversation: Conversation, staff: StaffMember, message: Message) -> None:
    """Words that stayed in the office go out after all, because their writer has claimed the conversation."""
    message.internal = False
    await send_to_owner(work, conversation, staff, message, NOTHING)


async def send_to_owner(
    work: Work, conversation: Conversation, staff: StaffMember, message: Message, answering: Answering
) -> None:
    """Promises the staff's message to the owner. The mark in the topic follows when Telegram has accepted it (S3)."""
    await introduce(work, conversation)
    terms = Terms(
        dedupe_key=relay_key(message),
        follow_up={"kind": "relayed", "message_id": message.id},
        reply_to_message_id=answering.message_id,
        reply_to_id=answering.row_id,
    )
    if message.media:
        await _send_media(work, conversation, message, terms, answering)
    else:
        params: dict[str, Any] = {"text": message.text}
        if answering.quote is not None:
            params["_quote"] = answering.quote
        await call(work, owner_of(conversation), "sendMessage", params, terms)
    conversation.last_staff_at = work.now
    lease.prolong(work, conversation)
    for ticket in await open_tickets(work, conversation.id):
        # Whoever talks with the owner answers for what nobody has taken yet, too.
        if ticket.assignee_id in (None, staff.id) and message.ticket_id in (None, ticket.id):
            ticket.first_response_at = ticket.first_response_at or work.now
            await record(work, ticket, EventKind.STAFF_REPLIED, actor_of(staff), internal=True)
            await work.session.flush()
            await service_levels.plan_clocks(work, ticket)
            await show_card(work, ticket)


def waits_to_be_sent(message: Message) -> bool:
    """Whether these are plain words that the desk offered to send: not a note, not sent, not taken back."""
    return (
        message.author == Author.STAFF and message.internal and message.parts is None and message.retracted_at is None
    )


def relay_key(message: Message) -> str:
    return f"relay:{message.id}"


async def _send_media(
    work: Work, conversation: Conversation, message: Message, terms: Terms, answering: Answering
) -> None:
    originals = await message_copies.originals_of(work.session, message.id)
    ids = [original.telegram_message_id for original in originals]
    params: dict[str, Any] = {"from_chat_id": originals[0].chat_id}
    kind = (message.media or [{}])[0].get("kind")
    if len(ids) > 1:
        if answering != NOTHING:
            person = await work.session.get_one(Person, conversation.person_id)
            words = work.say(person.locale, "owner-human-album")
            await to_owner(work, conversation, words, None, Terms(reply_to_message_id=answering.message_id))
        params["message_ids"] = ids
        terms = Terms(dedupe_key=terms.dedupe_key, follow_up=terms.follow_up)
    else:
        params["message_id"] = ids[0]
        if kind in CAPTIONED:
            # Said explicitly, so that a caption edited into a note before the copy is made does not leave with it.
            params["caption"] = pages(message.text, CAPTION_LIMIT)[0]
    await call(work, owner_of(conversation), "copyMessages" if len(ids) > 1 else "copyMessage", params, terms)
    if "caption" in params:
        await caption_goes_on(work, owner_of(conversation), message.text)


async def _answering(work: Work, place: Place, said: Said | None) -> Answering:
    """What the owner's reply points at, as it stands in the office: the staff's original, or our copy."""
    if said is None or said.reply_to_message_id is None:
        return NOTHING
    chat = await chat_of(work, place)
    found = await conversations.message_at(work.session, said.chat_id, said.reply_to_message_id)
    if found is None or chat is None:
        return NOTHING
    message, copy = await mirrored_as(work, found[0], place), found[1]
    return await _counterpart(work, message, chat, copy.position, said.quote, mirror_key(message, place))


async def _answered_row(work: Work, conversation: Conversation, said: Said) -> Answering:
    """What the staff's reply points at, as it stands with the owner; nothing for cards and lines of the desk."""
    if said.reply_to_message_id is None:
        return NOTHING
    found = await conversations.message_at(work.session, said.chat_id, said.reply_to_message_id)
    if found is None or found[0].conversation_id != conversation.id or _is_note(found[0]):
        return NOTHING
    return await _counterpart(work, found[0], conversation.chat_id, found[1].position, said.quote, relay_key(found[0]))


def _is_note(message: Message) -> bool:
    return message.internal and message.author == Author.STAFF


async def _counterpart(
    work: Work, message: Message, chat_id: int, position: int, quote: str | None, key: str
) -> Answering:
    copies = await message_copies.copies_of(work.session, message.id, chat_id)
    chosen = [copy for copy in copies if copy.position == position] or copies
    if chosen:
        return Answering(message_id=chosen[0].telegram_message_id, quote=quote)
    row: OutboxRow | None = await outbox_changes.row_by_key(work.session, key)
    return NOTHING if row is None else Answering(row_id=row.id, quote=quote)
