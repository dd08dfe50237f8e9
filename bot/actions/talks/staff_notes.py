"""Internal notes: recorded, never sent (S4)."""

from bot.actions.outgoing import Place, Terms
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.relay import record_staff_message
from bot.actions.tickets import moves
from bot.desk import Work
from bot.errors import NotUnderstood
from bot.incoming import Said
from storage.models import Conversation, StaffMember, Ticket


async def write_note(
    work: Work,
    conversation: Conversation,
    place: Place,
    staff: StaffMember,
    said: Said,
    words: str,
    ticket: Ticket | None,
) -> None:
    """A note to a ticket (the first one after the claim is the investigation note), or to the talk where there is none.

    Raises NotUnderstood for a note without words or file."""
    if not words.strip() and not said.media:
        raise NotUnderstood("staff-note-empty")
    shown = words.strip() or work.say(work.desk.office_locale, "staff-media", kind=said.media[0].kind)
    await record_staff_message(
        work,
        conversation,
        staff,
        said,
        internal=True,
        ticket_id=None if ticket is None else ticket.id,
        words=shown,
    )
    reply = Terms(reply_to_message_id=said.message_id)
    if ticket is None:
        await tell_office(work, place, "staff-note-kept", None, reply)
        return
    first = not ticket.investigation
    await moves.note(work, ticket, staff, shown)
    key = "staff-note-first" if first else "staff-note-added"
    await tell_office(work, place, key, None, reply, number=ticket.number)
