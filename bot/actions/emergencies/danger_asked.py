"""The answer to "is somebody in danger?": yes is an emergency as if it had been certain at once; after no, what was
said is served as if nobody had asked."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.emergencies import emergencies, taken_back
from bot.actions.feedback.typed import typed_answer
from bot.actions.flow import Flow, FlowKind, correct_draft, draft_kept, draft_of, enter, flow_of, leave
from bot.actions.intake import intake
from bot.actions.intake.other_matters import is_matter, note_other
from bot.actions.managers import about_staff, alerts
from bot.actions.messages import abuse
from bot.actions.messages.afresh import answered_or_afresh
from bot.actions.messages.choices import own_message
from bot.actions.messages.in_between import Told
from bot.actions.messages.meaning import ask_same_matter
from bot.actions.messages.pictures import show_suspended, shown_beside
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.talks.mirror import mirror_once
from bot.actions.talks.places import talk_place
from bot.actions.tickets import my_tickets
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.errors import OutOfDate
from bot.incoming import Media, Said, Sender
from bot.rules.beside_danger import is_part_of
from bot.rules.calm_reading import without_danger
from bot.rules.danger import danger_told, denies_only, nobody_inside, says_safe
from bot.rules.short_replies import Reply
from bot.rules.waiting_words import goes_on
from intents.result import Decision, Match
from storage.models import Conversation, Floor, Message, Person, Ticket

_LATE = timedelta(minutes=30)
"""After that nobody expects an answer to bring back what the question was about."""
_GIVES_WAY = frozenset({FlowKind.CHOICE, FlowKind.OFFER, FlowKind.ADDING, FlowKind.RATING, FlowKind.FOLLOW_UP})
"""What is left open for words that were put off."""
_LOOKED_AT = 3


async def answered(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, match: Match | None
) -> bool:
    """True when the words were a yes or no to that question, and it has been served. Who talks with a person may have
    been asked something else by them since."""
    flow = flow_of(conversation)
    if flow is None or flow.kind is not FlowKind.EMERGENCY_CHECK:
        return False
    told = Told(flow, message, said, match)
    reply = told.reply(work, Reply.YES, Reply.NO)
    hinted = match is not None and match.emergency is not None
    longer = danger_told(said.text, work.desk.texts.phrases, hinted=hinted)
    danger = longer if reply is None else reply is Reply.YES
    at_ease = danger is None and _is_at_ease(work, said.text, flow.data["intent"])
    danger = False if at_ease else danger
    if danger is None or await _somebody_spoke(work, conversation, flow):
        return False
    intent, asked = flow.data["intent"], flow.data["message_id"]
    if danger:
        await confirmed(work, conversation, person, intent, asked)
        if reply is None:
            await _add_to_alarm(work, conversation, message, intent)
    else:
        show_suspended(conversation, message)
        await denied(work, conversation, person, asked)
        if reply is None and not at_ease and not denies_only(said.text, work.desk.texts.phrases):
            await _serve(work, conversation, person, message, intent)
    await shown_beside(work, conversation, person, told)
    return True


def _is_at_ease(work: Work, text: str, kind: str) -> bool:
    """Nobody is in the lift, or it was nothing: a no in other words."""
    phrases = work.desk.texts.phrases
    return nobody_inside(text, kind, phrases) or says_safe(text, kind, phrases)


async def _add_to_alarm(work: Work, conversation: Conversation, message: Message, intent: str) -> None:
    """What was told beside the yes."""
    ticket = await emergencies.running(work, conversation, intent)
    if ticket is not None:
        await add_words(work, ticket, message)


async def confirmed(work: Work, conversation: Conversation, person: Person, intent: str, message_id: int) -> None:
    """It is happening: the emergency flow, as if it had been certain at once."""
    message = await own_message(work, conversation, message_id)
    known = work.desk.intents.get(intent)
    if message is None or known is None or known.kind != "emergency":
        raise OutOfDate("owner-old-button")
    leave(conversation)
    await alerts.doubt_is_over(work, conversation, emergencies.doubt_key(message_id))  # the certain one follows
    await emergencies.begin(work, conversation, person, intent, message)


async def denied(work: Work, conversation: Conversation, person: Person, message_id: int) -> None:
    """Nobody is in danger: the interrupted intake goes on, or what was said is served for what else it says. A question
    about another danger that was put since stays open."""
    message = await own_message(work, conversation, message_id)
    await alerts.doubt_is_over(work, conversation, emergencies.doubt_key(message_id))
    flow = flow_of(conversation)
    asked = flow is not None and flow.kind is FlowKind.EMERGENCY_CHECK
    if flow is not None and asked and flow.data["message_id"] != message_id:
        await emergencies.ask_again(work, conversation, person, flow)
        return
    if (
        not asked
        and message is not None
        and await taken_back.by_no(work, conversation, person, message, understand(work, message.text))
    ):
        return
    await to_owner(work, conversation, work.say(person.locale, "emergency-not"))
    if flow is None or not asked:
        await _left_behind(work, conversation, person, message)
        return
    before = emergencies.asked_before(flow)
    if before is not None:
        enter(conversation, before)
    elif (resumed := leave(conversation)) is not None:
        await intake.take_up(work, conversation, person, draft_of(resumed))
        return
    for put_off in (*flow.data.get("also", ()), message_id):
        await _serve(work, conversation, person, await own_message(work, conversation, put_off), flow.data["intent"])


async def _serve(work: Work, conversation: Conversation, person: Person, message: Message | None, danger: str) -> None:
    """As if danger had never been asked; what has reached a matter meanwhile is there."""
    if message is None or not message.text:
        return
    if message.ticket_id is not None:
        ticket = await work.session.get_one(Ticket, message.ticket_id)
        await to_owner(work, conversation, work.say(person.locale, "ticket-added", number=ticket.number))
        return
    match = _calm(work, message, expected=flow_of(conversation) is not None)
    if await about_staff.heard(work, conversation, person, message, match):
        return
    if conversation.floor != Floor.BOT:
        place = await talk_place(work, conversation)
        if place is not None:
            await mirror_once(work, conversation, message, place, None)
    elif flow_of(conversation) is not None or not await _goes_to_its_matter(
        work, conversation, person, message, match, danger
    ):
        await answered_or_afresh(work, conversation, person, _said_again(conversation, message), message, match)


async def _goes_to_its_matter(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match, danger: str
) -> bool:
    """What is no danger goes on with the matter that it may have come of: more water with the leak. Where it may be a
    report of its own, one tap says which."""
    if await typed_answer(work, conversation, person, message):
        return True
    clear = match.decision is Decision.ANSWER
    if clear and not is_part_of(match.intent, [danger]):
        return False
    likely = [candidate.intent for candidate in match.candidates[:_LOOKED_AT]]
    fitting = [
        ticket
        for ticket in await open_tickets(work, conversation.id)
        if ticket.kind != "emergency" and (is_part_of(ticket.intent, [danger]) or ticket.intent in likely)
        if not work.desk.is_for_managers(ticket.intent)
    ]
    if not fitting:
        return False
    if len(fitting) == 1 and (not clear or goes_on(message.text, work.desk.texts.phrases)):
        await my_tickets.add(work, conversation, person, fitting[0], message)
        return True
    meant = match.intent if clear else fitting[-1].intent
    await ask_same_matter(work, conversation, person, fitting[-1].id, meant, message, "same-matter-which")
    return True


async def _left_behind(work: Work, conversation: Conversation, person: Person, message: Message | None) -> None:
    """The question about danger was left for other words: what it was about is served now, unless it is long ago or
    kept already. Words that still wait to be understood tell more of it."""
    if message is None or message.ticket_id is not None or work.now - message.at > _LATE or not message.text:
        return
    flow, kept = flow_of(conversation), draft_kept(conversation)
    if kept is not None:
        held = {*kept.message_ids, *(told for _, ids in kept.also for told in ids)}
        match = understand(work, message.text)
        matter = next((c.intent for c in match.candidates if is_matter(work, c.intent)), None)
        if message.id not in held and flow is not None and flow.kind is FlowKind.INTAKE and matter is not None:
            await note_other(work, conversation, person, kept, message, matter, match)
        return
    unclear = None
    if flow is not None:
        if flow.kind not in _GIVES_WAY or flow.data.get("message_id") == message.id:
            return
        unclear = await own_message(work, conversation, flow.data.get("message_id") or 0)
        enter(conversation, None)
    danger = understand(work, message.text).emergency_intent or ""
    await _serve(work, conversation, person, message, danger)
    begun = flow_of(conversation)
    if unclear is not None and not unclear.for_managers and begun is not None and begun.kind is FlowKind.INTAKE:
        draft = draft_of(begun)
        if unclear.id not in draft.message_ids:
            correct_draft(conversation, draft.holding(unclear))


def _calm(work: Work, message: Message, *, expected: bool) -> Match:
    """What the words say beside the danger that there is not; a photo with words that say little is a report."""
    read, _ = abuse.calmly(work, message.text)
    match = read if read is not None else understand(work, message.text)

    def kind(intent: str) -> str:
        known = work.desk.intents.get(intent)
        return "" if known is None else str(known.kind)

    calm = without_danger(match, kind, expected=expected)
    little = message.media and not expected and calm.decision is Decision.CONFIRM
    return replace(calm, decision=Decision.UNSURE) if little else calm


def _said_again(conversation: Conversation, message: Message) -> Said:
    """The message as it came."""
    media = tuple(Media(**part) for part in message.media or ())
    return Said(
        chat_id=conversation.chat_id,
        thread_id=None,
        sender=Sender(conversation.chat_id, "", None),
        anonymous=False,
        message_id=0,
        message_ids=(),
        text=message.text,
        media=media,
        album=len(media) > 1,
        reply_to_message_id=None,
        quote=None,
        contact_phone=None,
        at=message.at,
    )


async def _somebody_spoke(work: Work, conversation: Conversation, flow: Flow) -> bool:
    """Whether whoever talks with the owner has said something since the question."""
    asked = await work.session.get(Message, flow.data["message_id"])
    spoke = conversation.last_staff_at
    return conversation.floor == Floor.HELD and asked is not None and spoke is not None and spoke > asked.at
