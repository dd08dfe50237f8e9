"""What was said and is changed or taken back afterwards: the copy on the other side follows (S3)."""

from bot.actions.emergencies import emergencies
from bot.actions.intake import corrected_reports
from bot.actions.managers import about_staff
from bot.actions.outgoing import Place, Terms, call, owner_of
from bot.actions.people.staff_members import actor_of
from bot.actions.talks.mirror import CAPTIONED, change_mirrored, change_sent
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.relay import NEVER_SENT, relay_key, waits_to_be_sent
from bot.desk import Work
from bot.errors import MoveRefused, NotUnderstood
from bot.incoming import Said
from bot.rules.plain_text import CAPTION_LIMIT, TEXT_LIMIT, pages
from storage import conversations, message_copies, outbox_changes
from storage.models import Author, Conversation, Message, Person, StaffMember


async def owner_edited(work: Work, conversation: Conversation, person: Person, said: Said) -> bool:
    """An edit by the owner changes our row, its copy in the office wherever that is by now, and the report that it
    belongs to; what is about staff afterwards is the managers' (S1). False: the message never reached the desk."""
    found = await conversations.message_at(work.session, said.chat_id, said.message_id)
    if found is None:
        return False
    message, copy = found
    before, matter = message.text, message.ticket_id
    changed = said.text != before
    if copy.position > 0:  # a caption under a further picture: what stands under the first stays
        message.text = "\n".join(filter(None, (before, said.text)))
    else:
        message.text = said.text
    message.edited_at = work.now
    if changed and await about_staff.edited(work, conversation, person, message, said.text):
        await emergencies.edited(work, conversation, person, message, before, matter)
        return True
    mirrored = await change_mirrored(work, conversation, message, copy.position)
    if message.text != before:
        await corrected_reports.follow(work, conversation, person, message, before, mirrored=mirrored)
        await emergencies.edited(work, conversation, person, message, before, matter)
    return True


async def staff_edited(work: Work, conversation: Conversation, place: Place, said: Said, note: str | None) -> None:
    """A staff member changed a message. `note`: the words are a note now, without its mark.

    What was a note stays one, whatever is written into it. What went to the owner and has become a note is taken back
    there. Otherwise the owner's copy follows."""
    found = await conversations.message_at(work.session, said.chat_id, said.message_id)
    if found is None or not found[1].original:
        return
    message, copy = found
    reply = Terms(reply_to_message_id=said.message_id)
    message.edited_at = work.now
    if message.internal:
        kept = waits_to_be_sent(message)
        message.text = note if note is not None else said.text
        if note is not None:
            message.parts = NEVER_SENT  # "claim and send" must not send a note
        elif not kept:
            await tell_office(work, place, "staff-note-stays", None, reply)
        return
    if note is not None:
        message.internal, message.text, message.parts = True, note, NEVER_SENT
        await retract(work, conversation, message)
        await tell_office(work, place, "staff-became-note", None, reply)
        return
    message.text = said.text
    await _change_relayed(work, conversation, message, copy.position)


async def take_back(work: Work, conversation: Conversation, staff: StaffMember, message: Message | None) -> None:
    """/undo: its writer may, whoever has the conversation, and managers. Raises NotUnderstood for what went to nobody,
    MoveRefused for others and where it was done before."""
    if message is None or message.author != Author.STAFF or message.internal:
        raise NotUnderstood("staff-undo-what")
    if staff.id not in (message.staff_id, conversation.holder_id) and not actor_of(staff).manager:
        raise MoveRefused("staff-undo-not-yours")
    if message.retracted_at is not None:
        raise MoveRefused("staff-undo-done")
    await retract(work, conversation, message)


async def retract(work: Work, conversation: Conversation, message: Message) -> None:
    """Takes a message back from the owner: not sent at all where it still waits, else deleted there (Telegram allows it
    for 48 hours; a refusal is reported in the topic)."""
    message.retracted_at = work.now
    row = await outbox_changes.row_by_key(work.session, relay_key(message))
    if row is None or await outbox_changes.drop(work.session, row):
        return
    follow_up = {"kind": "retracted", "message_id": message.id}
    ids = row.result if isinstance(row.result, list) else None
    if ids and len(ids) > 1:
        await call(work, owner_of(conversation), "deleteMessages", {"message_ids": ids}, Terms(follow_up=follow_up))
    else:
        await call(work, owner_of(conversation), "deleteMessage", {}, Terms(target_id=row.id, follow_up=follow_up))


async def _change_relayed(work: Work, conversation: Conversation, message: Message, position: int) -> None:
    row = await outbox_changes.row_by_key(work.session, relay_key(message))
    if row is None:
        return
    place = owner_of(conversation)
    if row.method == "sendMessage":
        params = {"text": message.text[:TEXT_LIMIT]}
        if not await outbox_changes.amend(work.session, row, {**row.params, **params}):
            await change_sent(work, place, row, "editMessageText", params)
    elif row.method == "copyMessages":
        copies = await message_copies.copies_of(work.session, message.id, conversation.chat_id)
        for copy in copies:
            if copy.position == position:
                target = Terms(target_message_id=copy.telegram_message_id)
                caption = pages(message.text, CAPTION_LIMIT)[0]
                await call(work, place, "editMessageCaption", {"caption": caption}, target)
    elif (message.media or [{}])[0].get("kind") in CAPTIONED:
        params = {"caption": pages(message.text, CAPTION_LIMIT)[0]}
        if not await outbox_changes.amend(work.session, row, {**row.params, **params}):
            await change_sent(work, place, row, "editMessageCaption", params)
