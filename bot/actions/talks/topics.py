"""The topic of a conversation in a staff chat: made once, named by unit and owner, headed by who it is (S1)."""

from datetime import timedelta

from bot.actions.outgoing import Terms, call, text, topic_place
from bot.actions.talks.briefing import last_lines, owner_facts, owner_title
from bot.actions.talks.mirror import change_sent
from bot.actions.tickets.events import open_tickets
from bot.desk import Work
from bot.rules.plain_text import TOPIC_NAME_LIMIT, one_line
from bot.rules.routing import MANAGER
from bot.rules.ticket_flow import OPEN
from storage import conversations, outbox_changes, topics
from storage.models import Conversation, Floor, OutboxRow, Priority, Ticket, TicketState, Topic, TopicState

_RENAMED = ("editForumTopic",)
TRY_AGAIN = timedelta(minutes=5)
"""After Telegram refused to make a topic (rights are missing, say): the conversation waits, nothing is lost."""


async def ensure_topic(
    work: Work, conversation: Conversation, *, department: str, opened: Ticket | None = None
) -> Topic | None:
    """The conversation's topic in the department's staff chat, promised now where it does not exist (with its header)
    and reopened where it was closed. None: no staff chat is set up. `opened`: the matter whose card comes next.

    The row is reserved under the conversation's lock before Telegram is asked, because making a topic cannot be
    repeated (facts: "Topics, albums, edits"): five lines within a second make one topic."""
    chat = work.desk.staff_chat_of(department)
    if chat is None:
        return None
    topic = await conversations.topic_of(work.session, conversation.id, chat)
    if topic is None:
        icon, name = await _icon(work, conversation), await owner_title(work, conversation)
        topic = await conversations.reserve_topic(
            work.session, conversation_id=conversation.id, staff_chat_id=chat, name=name, icon=icon, at=work.now
        )
        await make(work, topic)
        await head(work, conversation, topic, urgency_of(opened), opened=opened)
    await open_again(work, topic)
    return topic


def urgency_of(ticket: Ticket | None) -> Priority:
    """What tells of an emergency waits behind nobody's talk: a group takes twenty messages a minute in all."""
    alarm = ticket is not None and ticket.kind == "emergency" and ticket.state in OPEN
    return Priority.EMERGENCY if alarm else Priority.DIRECT


async def open_again(work: Work, topic: Topic) -> None:
    """Somebody closed the topic by hand and there is something to say in it: members who are no administrators could
    not answer in a closed one."""
    if topic.state == TopicState.CLOSED:
        topic.state = TopicState.OPEN
        await call(work, topic_place(topic), "reopenForumTopic", {})


async def closed_by_hand(work: Work, chat_id: int, thread_id: int, *, closed: bool) -> None:
    """Remembered, so that whatever is said there next opens it again first."""
    topic = await conversations.topic_at(work.session, chat_id, thread_id)
    if topic is not None:
        topic.state = TopicState.CLOSED if closed else TopicState.OPEN


async def make(work: Work, topic: Topic, terms: Terms | None = None) -> OutboxRow:
    """Promises to ask Telegram for the topic of the present generation."""
    row_terms = terms or Terms()
    place = topic_place(topic)
    row = await call(
        work,
        place,
        "createForumTopic",
        {"name": shown_name(topic)},
        Terms(
            priority=Priority.EMERGENCY,
            due_at=row_terms.due_at,
            repeatable=False,
            dedupe_key=f"topic:{topic.id}:{topic.generation}",
            follow_up={"kind": "topic_created", "topic_id": topic.id},
        ),
    )
    row.chat_id = topic.staff_chat_id
    return row


async def head(
    work: Work,
    conversation: Conversation,
    topic: Topic,
    priority: Priority = Priority.DIRECT,
    *,
    opened: Ticket | None = None,
) -> None:
    """The opening message: who writes, what is open, what was said last, the bot's answers included; not how the matter
    `opened` was taken down, because its card says that."""
    locale = work.desk.office_locale
    told_from = None if opened is None else await conversations.told_from(work.session, opened.id)
    open_ones = await open_tickets(work, conversation.id)
    matters = [ticket.number for ticket in open_ones if ticket.department != MANAGER]
    parts = [
        await owner_facts(work, conversation, locale),
        work.say(locale, "staff-header-open", numbers=", ".join(matters)) if matters else "",
        await last_lines(work, conversation, locale, until=told_from),
    ]
    await text(
        work,
        topic_place(topic),
        "\n\n".join(part for part in parts if part),
        None,
        Terms(
            priority=priority,
            dedupe_key=f"header:{topic.id}:{topic.generation}",
            relevance={"kind": "header", "topic_id": topic.id, "generation": topic.generation},
        ),
    )


async def refresh_header(work: Work, conversation: Conversation, topic: Topic) -> None:
    """Who writes, as it is known now; the rest of the opening message stays."""
    row = await outbox_changes.row_by_key(work.session, f"header:{topic.id}:{topic.generation}")
    if row is None:
        return
    _, *rest = str(row.params["text"]).split("\n\n")
    words = "\n\n".join((await owner_facts(work, conversation, work.desk.office_locale), *rest))
    params = {**row.params, "text": words}
    if words == row.params["text"] or await outbox_changes.amend(work.session, row, params):
        return
    row.params = params
    await change_sent(work, topic_place(topic), row, "editMessageText", {"text": words})


async def refresh_topics(work: Work, conversation: Conversation) -> None:
    """Name and status icon of the conversation's topics follow what is known and what is going on."""
    for topic in await topics.topics_of(work.session, conversation.id):
        await refresh_topic(work, conversation, topic)


async def refresh_topic(work: Work, conversation: Conversation, topic: Topic) -> None:
    """One pending change a topic: edits count against the group's 20 a minute."""
    icon, name = await _icon(work, conversation), await owner_title(work, conversation)
    if (topic.icon, topic.name) == (icon, name):
        return
    topic.icon, topic.name = icon, name
    params = {"name": shown_name(topic)}
    waiting = await outbox_changes.row_by_key(work.session, f"topic:{topic.id}:{topic.generation}")
    if topic.thread_id is None and waiting is not None and await outbox_changes.amend(work.session, waiting, params):
        return
    stream = topic_place(topic).stream
    for row in await outbox_changes.pending_of_stream(work.session, stream, _RENAMED):
        if await outbox_changes.amend(work.session, row, params):
            return
    await call(
        work,
        topic_place(topic),
        "editForumTopic",
        params,
        Terms(priority=Priority.STAGE, due_at=work.now + work.desk.office.times.card_debounce),
    )


def shown_name(topic: Topic) -> str:
    """The name in the list of topics, its status sign first."""
    return one_line(f"{topic.icon or ''} {topic.name}", TOPIC_NAME_LIMIT)


async def _icon(work: Work, conversation: Conversation) -> str:
    """One sign that tells the list of topics apart: the most pressing thing wins."""
    open_ones = [ticket for ticket in await open_tickets(work, conversation.id) if ticket.department != MANAGER]
    return _sign(conversation, open_ones)


def _sign(conversation: Conversation, open_ones: list[Ticket]) -> str:
    states = {ticket.state for ticket in open_ones}
    if any(ticket.priority == "urgent" for ticket in open_ones):
        return "🚨"
    if conversation.floor == Floor.WAITING:
        return "🙋"
    if conversation.floor == Floor.HELD:
        return "💬"
    if TicketState.RECEIVED in states:
        return "🆕"
    if states & {TicketState.ASSIGNED, TicketState.INVESTIGATING}:
        return "🔧"
    return "⏳" if states else "✅"


async def lost(work: Work, topic: Topic) -> None:
    """Somebody deleted the topic: a new one, with its header, goes out before anything else that waits for it."""
    conversation = await conversations.lock_conversation(work.session, topic.conversation_id)
    topic.thread_id, topic.generation, topic.state = None, topic.generation + 1, TopicState.RESERVED
    await make(work, topic)
    await head(work, conversation, topic, Priority.EMERGENCY)
