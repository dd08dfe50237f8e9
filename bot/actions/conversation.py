"""The one decision path of an owner's message: danger, whoever has the floor, what is expected, then meaning."""

from bot.actions.emergencies import danger_asked, emergencies, open_emergencies
from bot.actions.feedback.typed import typed_answer
from bot.actions.flow import flow_of
from bot.actions.managers import about_staff
from bot.actions.messages import abuse, asking_when
from bot.actions.messages.afresh import answered_or_afresh
from bot.actions.messages.history import record_owner_message
from bot.actions.outgoing import to_owner
from bot.actions.people.people import is_new
from bot.actions.talks import handoff, person_wanted, relay
from bot.actions.tickets import adding_words
from bot.desk import Work
from bot.incoming import Said
from bot.rules.danger import asks_what_if, kind_of
from bot.rules.said_solved import says_solved
from bot.rules.short_replies import Reply, short_reply
from bot.rules.visits import tells_of_failed_visit
from intents.result import Emergency, Match
from storage.models import Conversation, Floor, Message, Person


async def owner_wrote(work: Work, conversation: Conversation, person: Person, said: Said) -> None:
    """Serves one message (an album is one). Nothing is left unanswered."""
    last_said = conversation.last_owner_at
    message = await record_owner_message(work, conversation, said)
    match, abusive = abuse.calmly(work, said.text) if said.text else (None, False)
    if await open_emergencies.served(work, conversation, person, message, said, match, last_said):
        return
    unclear = abusive and not said.media and conversation.floor == Floor.BOT and abuse.says_nothing_else(match)
    served, afresh = not unclear, unclear
    if unclear and flow_of(conversation) is None:
        served = await typed_answer(work, conversation, person, message)  # "still broken", angrily
        afresh = not served
    elif match is not None or not unclear:
        afresh = await _serve(work, conversation, person, said, message, match)
    if abusive:
        await abuse.heard(work, conversation, person, message, served=served)
    if afresh and is_new(work, person) and not person.locale_chosen:
        office = work.desk.office.name_in(person.locale)
        await to_owner(work, conversation, work.say(person.locale, "owner-first-hello", office=office))


async def _serve(
    work: Work, conversation: Conversation, person: Person, said: Said, message: Message, match: Match | None
) -> bool:
    """True where it answered nothing that was asked and went to nobody: it was read afresh."""
    danger = match.emergency if match is not None else None
    kind = kind_of(match, said.text, work.desk.texts.phrases) if match is not None else None
    if danger is Emergency.CERTAIN and asks_what_if(said.text, work.desk.texts.phrases):
        danger = Emergency.POSSIBLE  # one tap says whether it is happening
    elif danger is Emergency.POSSIBLE and says_solved(said.text, work.desk.texts.phrases):
        danger = None
    if danger is Emergency.CERTAIN and kind is not None:
        if conversation.floor != Floor.BOT:
            await relay.owner_said(work, conversation, said, message)
        await emergencies.begin(work, conversation, person, kind, message)
        return False
    if match is not None and danger is None and await about_staff.heard(work, conversation, person, message, match):
        return False
    cancels = not said.media and short_reply(said.text, work.desk.texts.phrases, among=(Reply.CANCEL,)) is not None
    if conversation.floor == Floor.WAITING and cancels:
        await handoff.leave_queue(work, conversation, person)
        return False
    if conversation.floor != Floor.BOT:
        await relay.owner_said(work, conversation, said, message)
        await person_wanted.show_matter(work, conversation, message, match)
        if await danger_asked.answered(work, conversation, person, message, said, match):
            return False
        await adding_words.join_meanwhile(work, conversation, message)
        if danger is Emergency.POSSIBLE and kind is not None:
            await emergencies.check(work, conversation, person, kind, message)
        elif tells_of_failed_visit(said.text, work.desk.texts.phrases):
            await adding_words.reopen_meanwhile(work, conversation, message)
        else:
            await asking_when.answer_waiting(work, conversation, person, said.text, match)
        return False
    if await danger_asked.answered(work, conversation, person, message, said, match):
        return False
    if danger is Emergency.POSSIBLE and kind is not None:
        await adding_words.join_meanwhile(work, conversation, message)
        await emergencies.check(work, conversation, person, kind, message)
        return False
    return await answered_or_afresh(work, conversation, person, said, message, match)
