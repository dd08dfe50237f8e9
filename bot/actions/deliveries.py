"""What follows from the fate of a promised call: copies remembered, marks set, failures said, topics made again."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.actions.managers import alarm_news, alert_posts
from bot.actions.outgoing import Place, Terms, call, text, topic_place
from bot.actions.people import groups, reach
from bot.actions.talks import topics
from bot.actions.talks.delivery_marks import conclusion_settled, mark_settled, relayed_settled, retracted_settled
from bot.actions.talks.mirror import chat_of, mirror_once, owner_words, words_in
from bot.actions.talks.office_lines import goes_on_to, tell_office
from bot.actions.talks.places import manager_in_reach, manager_places
from bot.actions.tickets import cards
from bot.desk import Work
from bot.outcome import FailureReason, Outcome
from bot.rules.ticket_flow import OPEN
from storage import conversations, installation, ticket_cards
from storage.models import (
    Conversation,
    Message,
    OutboxRow,
    OutboxState,
    Person,
    Priority,
    Ticket,
    Topic,
    TopicState,
)

__all__ = ["FailureReason", "Outcome", "bot_blocked", "chat_migrated", "settle", "topic_closed", "topic_lost"]

_FOR_A_MANAGER = frozenset({"copy", "card", "of_ticket"})
_EDITS = frozenset({"editMessageText", "editMessageReplyMarkup"})

Settler = Callable[[Work, OutboxRow, Outcome, Mapping[str, Any]], Awaitable[None]]


async def settle(work: Work, row: OutboxRow, outcome: Outcome) -> None:
    """Called in the transaction that records what became of `row`; unknown kinds of follow-up ask for nothing."""
    await reach.learn(work, row, outcome)
    about = row.follow_up or {}
    if about.get("kind") in _FOR_A_MANAGER and await _reaches_no_manager(work, row, outcome):
        await _say_no_manager(work)
    settler = _SETTLERS.get(str(about.get("kind")))
    if settler is not None:
        await settler(work, row, outcome, about)


async def topic_lost(work: Work, row: OutboxRow) -> None:
    """Telegram says "message thread not found": the topic is made again, with header and open cards, before `row` goes
    again. A topic that is being made again already stays as it is."""
    topic = None if row.topic_id is None else await work.session.get(Topic, row.topic_id, populate_existing=True)
    if topic is None or topic.thread_id is None:
        return
    await topics.lost(work, topic)
    for _, ticket in await ticket_cards.cards_of_topic(work.session, topic.conversation_id, topic.id):
        if ticket.state in OPEN:
            await cards.show_card(work, ticket, Priority.EMERGENCY)


async def topic_closed(work: Work, row: OutboxRow) -> None:
    """Somebody closed the topic by hand and an owner writes on: it is opened again before `row` goes again."""
    topic = None if row.topic_id is None else await work.session.get(Topic, row.topic_id, populate_existing=True)
    if topic is None or topic.thread_id is None:
        return
    topic.state = TopicState.OPEN
    key = f"reopen:{topic.id}:{row.id}:{row.tries}"
    await call(work, topic_place(topic), "reopenForumTopic", {}, Terms(priority=Priority.EMERGENCY, dedupe_key=key))


async def chat_migrated(work: Work, old: int, new: int) -> None:
    """A group became a supergroup: whatever is still to happen there happens under its new id."""
    await installation.follow_migration(work.session, old, new)
    work.desk.chats.follow(old, new)


async def bot_blocked(work: Work, row: OutboxRow) -> None:
    """The owner has stopped the bot: until they write again, results reach them by telephone only."""
    if row.chat_id is None:
        return
    conversation = await conversations.conversation_of_chat(work.session, row.chat_id)
    if conversation is not None:
        person = await work.session.get_one(Person, conversation.person_id)
        person.blocked_at = person.blocked_at or work.now


async def _topic_created(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    topic = await work.session.get(Topic, about["topic_id"], populate_existing=True)
    if topic is None or topic.thread_id is not None or row.dedupe_key != f"topic:{topic.id}:{topic.generation}":
        return
    if outcome.state == OutboxState.SENT and outcome.message_id is not None:
        topic.thread_id, topic.state = outcome.message_id, TopicState.OPEN
        if row.params.get("name") != topics.shown_name(topic):
            await call(work, topic_place(topic), "editForumTopic", {"name": topics.shown_name(topic)})
        return
    topic.generation += 1
    if outcome.state == OutboxState.AMBIGUOUS:
        # It may exist, and topics cannot be listed. Whoever waits must not wait for ever: another one is made, and the
        # office is told that the first may stand there empty.
        await topics.make(work, topic)
        await tell_office(work, Place(chat_id=topic.staff_chat_id), "staff-topic-twice", name=topic.name)
    else:
        await _say_no_topic(work, topic, outcome)
        await topics.make(work, topic, Terms(due_at=work.now + topics.TRY_AGAIN))
    await topics.head(work, await work.session.get_one(Conversation, topic.conversation_id), topic, Priority.EMERGENCY)


async def _say_no_topic(work: Work, topic: Topic, outcome: Outcome) -> None:
    """Once a topic: the managers learn that somebody's words wait, and what is in the way."""
    reason = outcome.reason.value if outcome.reason is not None else "refused"
    for place in manager_places(work) or (Place(chat_id=topic.staff_chat_id),):
        once = Terms(dedupe_key=f"no-topic:{topic.id}:{place.stream}")
        await tell_office(work, place, "staff-no-topic", None, once, name=topic.name, reason=reason)


async def _alert(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """Managers cannot be written to: somebody else must learn of it."""
    if outcome.state == OutboxState.DEAD:
        await alert_posts.undeliverable(work, row)


async def _alarm_news(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """The same for what is told of an alarm afterwards."""
    if outcome.state == OutboxState.DEAD:
        await alarm_news.undeliverable(work, row)


async def _copied(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """An owner's words have arrived in the office; where they could not be copied, the office learns of it."""
    if outcome.state == OutboxState.SENT:
        chat = await chat_of(work, _place_of(row))
        ids = outcome.message_ids or tuple(filter(None, (outcome.message_id,)))
        for position, arrived in enumerate(ids, int(about.get("position", 0))):
            if chat is not None:
                await conversations.add_copy(
                    work.session,
                    message_id=about["message_id"],
                    chat_id=chat,
                    telegram_message_id=arrived,
                    position=position,
                )
    elif outcome.state == OutboxState.DEAD and row.method not in _EDITS:
        message = await work.session.get(Message, about["message_id"])
        other = await _other_manager(work, row, outcome)
        if message is not None and other is not None:
            conversation = await work.session.get_one(Conversation, message.conversation_id)
            for one in await words_in(work, row):
                await mirror_once(work, conversation, one, other, None)
            return
        media = message.media if message is not None else None
        kind = str(media[0].get("kind", "document")) if media else "text"
        if outcome.reason is FailureReason.KIND and message is not None:
            await _cannot_show(work, row, message, kind)
        else:
            await tell_office(work, _place_of(row), "staff-mirror-failed", kind=kind)


async def _cannot_show(work: Work, row: OutboxRow, message: Message, kind: str) -> None:
    """The group takes no pictures: in the picture's place stand a line and what was written under it, and the rest of
    the talk goes on."""
    place = _place_of(row)
    said = work.say(work.desk.office_locale, "staff-cannot-show", kind=kind)
    if message.text:
        conversation = await work.session.get_one(Conversation, message.conversation_id)
        said = f"{said}\n{await owner_words(work, conversation, place, message.text)}"
    terms = Terms(
        priority=Priority.EMERGENCY,
        dedupe_key=f"cannot-show:{message.id}:{place.stream}",
        follow_up={"kind": "cannot_show", "row_id": row.id},
    )
    await text(work, place, said, None, terms)
    chat = await chat_of(work, _place_of(row))
    if chat is not None:
        await groups.takes_no_pictures(work, chat)


async def _said_cannot_show(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """Where not even this line was taken at first, nothing was: the picture is tried once more now."""
    if outcome.state != OutboxState.SENT or row.barred_at is None:
        return
    picture = await work.session.get_one(OutboxRow, about["row_id"])
    terms = Terms(dedupe_key=f"{picture.dedupe_key}:again", follow_up=picture.follow_up)
    await call(work, _place_of(picture), picture.method, picture.params, terms)


async def _of_ticket(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """A line about a confidence that one manager cannot be told is told to another."""
    other = await _other_manager(work, row, outcome)
    if other is not None:
        await goes_on_to(work, row, other)


async def _other_manager(work: Work, row: OutboxRow, outcome: Outcome) -> Place | None:
    """Whoever can be written to instead, where a manager in private cannot be."""
    if not reach.refused(outcome) or row.chat_id not in work.desk.chats.manager_ids or row.topic_id is not None:
        return None
    chat = await manager_in_reach(work)
    return None if chat in (None, row.chat_id) else Place(chat_id=chat)


async def _reaches_no_manager(work: Work, row: OutboxRow, outcome: Outcome) -> bool:
    """Whether what one manager cannot be told can be told to nobody else who may read it."""
    private = row.topic_id is None and row.chat_id in work.desk.chats.manager_ids
    return private and reach.refused(outcome) and await manager_in_reach(work) is None


async def _say_no_manager(work: Work) -> None:
    """Once a day, to the staff, who see the managers: not whose words wait, nor what they are about (S1)."""
    day = work.now.astimezone(work.desk.office.timezone).date()
    for chat in sorted(work.desk.staff_chats):
        once = Terms(dedupe_key=f"no-manager:{day}:{chat}")
        await tell_office(work, Place(chat_id=chat), "staff-managers-out-of-reach", None, once)


async def _card(work: Work, row: OutboxRow, outcome: Outcome, about: Mapping[str, Any]) -> None:
    """A card that somebody deleted is shown anew, and one that a manager cannot be shown to another."""
    if await _other_manager(work, row, outcome) is not None:
        hidden = await work.session.get(Ticket, about["ticket_id"])
        if hidden is not None and hidden.state in OPEN:
            await cards.show_card(work, hidden)
        return
    if outcome.state != OutboxState.DEAD or outcome.reason not in (FailureReason.GONE, FailureReason.TOO_OLD):
        return
    ticket = await work.session.get(Ticket, about["ticket_id"])
    if ticket is None or row.method not in _EDITS:
        return
    for card in await ticket_cards.cards_of(work.session, ticket.id):
        if card.outbox_id == row.target_id:
            await cards.show_anew(work, ticket, card)


def _place_of(row: OutboxRow) -> Place:
    return Place(chat_id=None if row.topic_id else row.chat_id, topic_id=row.topic_id)


_SETTLERS: Mapping[str, Settler] = {
    "topic_created": _topic_created,
    "copy": _copied,
    "cannot_show": _said_cannot_show,
    "card": _card,
    "of_ticket": _of_ticket,
    "alert": _alert,
    alarm_news.KIND: _alarm_news,
    "relayed": relayed_settled,
    "mark": mark_settled,
    "retracted": retracted_settled,
    "conclusion": conclusion_settled,
}
