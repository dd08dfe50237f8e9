"""What an owner wrote before they cried for help and is understood only after it, because a cry does not wait for its
turn while the examples are being learnt. Such words answer nothing that was asked since, and tell neither where the
danger is nor that it is over."""

from collections.abc import Sequence

from bot.actions.emergencies.alarm_replies import answer_facts, asks_for_facts, noted
from bot.actions.emergencies.alarm_words import note_other_matter, pass_on
from bot.actions.emergencies.emergencies import URGENT
from bot.actions.managers.about_staff import sounds_about_staff
from bot.actions.outgoing import to_owner
from bot.actions.talks import relay
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.incoming import Said
from bot.rules.fragments import tells_details, tells_who
from intents.extract import find_slots, words_beside_slots
from intents.result import Match
from storage import conversations
from storage.models import Conversation, Floor, Message, Person, Ticket


async def is_written_before(work: Work, said: Said, going: Sequence[Ticket]) -> bool:
    """Whether the message stands in the chat above the cries with which all these emergencies began."""
    first = [await conversations.first_place(work.session, ticket.id, said.chat_id) for ticket in going]
    return all(place is not None and said.message_id < place for place in first)


async def served(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message,
    said: Said,
    match: Match | None,
    going: Sequence[Ticket],
) -> bool:
    """The staff read it with the alarm, a question is answered, a report waits until its owner is safe. False for what
    tells of danger or of staff: that is served as ever."""
    if match is not None and (match.emergency is not None or await sounds_about_staff(work, conversation, match)):
        return False
    if conversation.floor != Floor.BOT:
        await relay.owner_said(work, conversation, said, message)
    if match is not None and asks_for_facts(work, match, said.text):
        await answer_facts(work, conversation, person, message, match, going[0])
        return True
    if _is_about_themselves(said.text):
        await pass_on(work, conversation, person, message, said, going[0])
    else:
        await add_words(work, going[0], message)
    if match is not None:
        await note_other_matter(work, conversation, message, match, going)
    if conversation.floor != Floor.HELD:
        await to_owner(work, conversation, noted(work, person, going[0]), None, URGENT)
    return True


def _is_about_themselves(text: str) -> bool:
    """Home, name or number and hardly anything else: in a report it may be a neighbour's."""
    slots = find_slots(text) if text else {}
    return tells_who(slots) and tells_details(slots, words_beside_slots(text))
