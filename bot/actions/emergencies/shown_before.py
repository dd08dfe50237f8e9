"""What an owner showed in the moment before a cry for help: it tells of the danger, and travels with it."""

from datetime import timedelta

from bot.actions.flow import draft_kept, enter
from bot.actions.intake import timetable
from bot.actions.intake.draft_parts import about_person
from bot.actions.tickets.tickets import kinds_of
from bot.desk import Work
from bot.rules.acknowledgements import is_mere_picture
from bot.rules.fragments import tells_details, tells_who
from intents.extract import find_slots, words_beside_slots
from storage import conversations
from storage.models import Author, Conversation, Message

_JUST_BEFORE = timedelta(minutes=2)
_TOLD_BEFORE = timedelta(minutes=30)
_WHO = ("building", "unit", "name", "phone")
_LOOKED_AT = 8


async def who_told_before(work: Work, conversation: Conversation, message: Message) -> dict[str, str]:
    """Home, name and number that the owner gave in a report of theirs that is not finished, or in the last minutes by
    themselves: what is told of a neighbour's home stays out."""
    draft = draft_kept(conversation)
    told = {} if draft is None else about_person(draft)
    for earlier in reversed(await conversations.said_before(work.session, message, message.at - _TOLD_BEFORE)):
        slots = find_slots(earlier.text) if earlier.text and not earlier.for_managers else {}
        if tells_who(slots) and tells_details(slots, words_beside_slots(earlier.text)):
            told.update({name: slots[name] for name in _WHO if name in slots})
    return told


async def take_along(work: Work, conversation: Conversation, message: Message) -> list[Message]:
    """Pictures that belong to nothing yet, oldest first. A report that holds them and no word of its own is over with
    that; what tells of something else keeps its pictures."""
    draft = draft_kept(conversation)
    told = [] if draft is None else [words for words in draft.words if words != message.text]
    reported = set(draft.message_ids) if draft is not None and told else set()
    earlier = await conversations.history(work.session, conversation.id, _LOOKED_AT, before_id=message.id)
    shown = [one for one in earlier if one.id not in reported and _belongs_to_nothing(one, message)]
    if draft is not None and not told and shown and {one.id for one in (*shown, message)} >= set(draft.message_ids):
        await timetable.forget_draft(work, conversation)
        enter(conversation, None)
    return shown


def _belongs_to_nothing(shown: Message, message: Message) -> bool:
    if shown.author != Author.OWNER or not shown.media or shown.ticket_id is not None or shown.for_managers:
        return False
    return message.at - shown.at <= _JUST_BEFORE and not is_mere_picture(shown.text, kinds_of(shown))
