"""Every question that is asked again and again is answered by an index, however many rows there are."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncSession

from storage import (
    alerts,
    audit,
    conversations,
    feedback,
    inbox,
    message_copies,
    outbox,
    outbox_changes,
    people,
    reports,
    ticket_cards,
    tickets,
    timers,
    topics,
    worn_out,
)
from storage.database import Database
from storage.inbox import Head
from storage.models import Message
from tests.storage.rows import NOON, STAFF_CHAT

# Few rows for ever (staff), or one row for each chat (lane): reading all of them is the quickest way.
SMALL = {"staff_member", "lane", "installation"}
# These indexes hold only what still waits: reading one from end to end is reading the waiting rows.
PARTIAL = ("ix_inbox_pending", "ix_outbox_pending", "ix_ticket_open", "ix_ticket_open_here")

# What a query has found already and goes through once more.
RESULTS = ("SCAN (subquery", "SCAN anon_", "SCAN CONSTANT")

Question = Callable[[AsyncSession], Awaitable[Any]]
LATER = NOON + timedelta(days=1)
QUESTIONS: dict[str, Question] = {
    "who is it": lambda s: people.person_by_telegram(s, 1),
    "did they agree": lambda s: people.has_consented(s, 1, "1"),
    "where do they live": lambda s: people.home_of(s, 1),
    "which unit": lambda s: people.unit_of(s, "101", "1203"),
    "which conversation, by chat": lambda s: conversations.conversation_of_chat(s, 1),
    "which conversation, by person": lambda s: conversations.conversation_of_person(s, 1),
    "who waits": conversations.waiting_queue,
    "my place in the queue": lambda s: conversations.queue_position(s, 1),
    "what do I hold": lambda s: conversations.held_by(s, 1),
    "what was said": lambda s: conversations.history(s, 1, 20, before_id=100),
    "what was said since": lambda s: conversations.said_after(s, Message(id=7, conversation_id=1), LATER),
    "what was said last": lambda s: message_copies.last_messages(s, 1, 5),
    "which message is this": lambda s: conversations.message_at(s, 1, 2),
    "where do its copies stand": lambda s: message_copies.copies_of(s, 1),
    "what stands in one copy": lambda s: message_copies.joined_to(s, 7),
    "in which copies does it stand": lambda s: message_copies.copies_joined(s, 7),
    "which topic, by thread": lambda s: conversations.topic_at(s, STAFF_CHAT, 7),
    "which topic, by conversation": lambda s: conversations.topic_of(s, 1, STAFF_CHAT),
    "all topics of a conversation": lambda s: topics.topics_of(s, 1),
    "who handed over last": lambda s: topics.latest_handoff(s, 1),
    "open matters of a conversation": lambda s: tickets.open_of_conversation(s, 1),
    "all matters of a conversation": lambda s: tickets.tickets_of_conversation(s, 1, 10, before_id=100),
    "the same matter again": lambda s: tickets.open_same_intent(s, 1, "repair.leak"),
    "events of a ticket": lambda s: tickets.events_of(s, 1),
    "how many attachments": lambda s: tickets.count_attachments(s, 1),
    "was anything said of it": lambda s: conversations.anything_said_of(s, 1),
    "since when it was told": lambda s: conversations.told_from(s, 1),
    "cards of a ticket": lambda s: ticket_cards.cards_of(s, 1),
    "unclaimed anywhere": lambda s: tickets.unclaimed(s, limit=20, after_id=5),
    "unclaimed in a department": lambda s: tickets.unclaimed(s, "facility", 20, 5),
    "mine": lambda s: tickets.assigned_to(s, 1),
    "everything open": lambda s: tickets.open_tickets(s, 50, 5),
    "the survey of a round": lambda s: feedback.survey_of(s, 1, 1),
    "forget the surveys": lambda s: feedback.cancel_surveys(s, 1),
    "how long did others wait": lambda s: audit.latest_of_subject(s, "handoffs", 20),
    "surveys that wait for an answer": lambda s: feedback.asked_surveys(s, 1),
    "what is due": lambda s: timers.due(s, NOON, 50),
    "forget timers": lambda s: timers.cancel_prefix(s, "draft_reminder:1:"),
    "hasten timers": lambda s: timers.hasten_prefix(s, "held:1:", NOON),
    "timers that are past": lambda s: worn_out.remove_past_timers(s, NOON, 50),
    "what came in and is done": lambda s: worn_out.remove_done_inbox(s, NOON, 50),
    "open alerts of a ticket": lambda s: alerts.open_alerts_of_ticket(s, 1),
    "open alerts of a conversation": lambda s: alerts.open_alerts_of_conversation(s, 1),
    "heads of the inbox": lambda s: inbox.heads(s, timedelta(seconds=1), 50, ["chat:1"]),
    "rows to work": lambda s: inbox.rows_to_work(s, Head(1, "chat:1", 0, 0, NOON)),
    "heads of the outbox": lambda s: outbox.heads(s, NOON, 50, ["chat:1"]),
    "what nobody knows": outbox.orphans,
    "a promise by its key": lambda s: outbox_changes.row_by_key(s, "k"),
    "a promise by its place": lambda s: outbox_changes.row_at(s, 1, 2),
    "edits that wait": lambda s: outbox_changes.pending_of_target(s, 1),
    "what a chat was told": lambda s: outbox_changes.said_in_chat(s, 1, 10),
    "figures of a day": lambda s: reports.figures(s, NOON, LATER),
    "first responses of a day": lambda s: reports.first_responses(s, NOON, LATER),
}

Statement = tuple[str, Any]


async def statements_of(database: Database, question: Question) -> list[Statement]:
    """What is sent to the database to answer a question, with its parameters."""
    sent: list[Statement] = []

    def note(_connection: Connection, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        sent.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        async with database.unit_of_work() as work:
            await question(work.session)
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)
    return [found for found in sent if not found[0].startswith("INSERT")]


def full_reads(database: Database, plan: list[Any]) -> list[str]:
    """Lines of a plan in which a table that grows is read from end to end."""
    if database.dialect == "sqlite":
        scans = [row[3] for row in plan if row[3].startswith("SCAN")]
        waiting = [line for line in scans if any(line.endswith(f"INDEX {name}") for name in PARTIAL)]
        of_tables = [line for line in scans if line not in waiting]
    else:
        of_tables = [f"SCAN {row[0].split('Seq Scan on ')[1].split()[0]}" for row in plan if "Seq Scan on" in row[0]]
    return [line for line in of_tables if line.split()[1] not in SMALL and not line.startswith(RESULTS)]


@pytest.mark.parametrize("name", QUESTIONS)
async def test_no_table_that_grows_is_read_from_end_to_end(database: Database, name: str) -> None:
    statements = await statements_of(database, QUESTIONS[name])
    assert statements

    explain = "EXPLAIN QUERY PLAN" if database.dialect == "sqlite" else "EXPLAIN"
    async with database.unit_of_work() as work:
        connection = await work.session.connection()
        if database.dialect == "postgresql":  # tables are empty here: reading them would be the cheapest
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for statement, parameters in statements:
            plan = list((await connection.exec_driver_sql(f"{explain} {statement}", parameters)).all())
            assert full_reads(database, plan) == [], (statement, plan)
