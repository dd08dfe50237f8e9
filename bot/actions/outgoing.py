"""Promises to send: every message of the service becomes outbox rows here, in the transaction that promises it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.desk import Work
from bot.rules.plain_text import pages
from bot.taps import Keyboard, keyboard_markup
from storage import outbox
from storage.models import Conversation, OutboxRow, Priority, Topic


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, or one of our topics (its chat and thread are looked up when sending)."""

    chat_id: int | None = None
    topic_id: int | None = None

    @property
    def stream(self) -> str:
        """What must stay in order."""
        if self.topic_id is not None:
            return f"topic:{self.topic_id}"
        return f"chat:{self.chat_id}" if self.chat_id is not None else "none"


@dataclass(frozen=True, slots=True)
class Terms:
    """How a row is to be sent; the defaults are those of a direct reply.

    `relevance` is rechecked before sending (see actions/relevance.py), `follow_up` says what to do with the result
    (see actions/deliveries.py), `repeatable` whether it may go again when it is unclear that it arrived. `apart`: it
    waits for nothing else that is to go there.
    """

    priority: Priority = Priority.DIRECT
    due_at: datetime | None = None
    expires_in: timedelta | None = None
    dedupe_key: str | None = None
    relevance: Mapping[str, Any] | None = None
    follow_up: Mapping[str, Any] | None = None
    repeatable: bool = True
    apart: bool = False
    reply_to_message_id: int | None = None
    reply_to_id: int | None = None
    target_id: int | None = None
    target_message_id: int | None = None


DIRECT = Terms()


def owner_of(conversation: Conversation) -> Place:
    return Place(chat_id=conversation.chat_id)


def topic_place(topic: Topic) -> Place:
    return Place(topic_id=topic.id)


async def call(work: Work, place: Place, method: str, params: Mapping[str, Any], terms: Terms = DIRECT) -> OutboxRow:
    """One Bot API call as an outbox row. With a dedupe key that exists already, the existing row is returned."""
    row = OutboxRow(
        method=method,
        params=dict(params),
        chat_id=place.chat_id,
        topic_id=place.topic_id,
        stream=f"apart:{place.stream}" if terms.apart else place.stream,
        target_id=terms.target_id,
        target_message_id=terms.target_message_id,
        reply_to_id=terms.reply_to_id,
        reply_to_message_id=terms.reply_to_message_id,
        priority=int(terms.priority),
        repeatable=terms.repeatable,
        relevance=None if terms.relevance is None else dict(terms.relevance),
        follow_up=None if terms.follow_up is None else dict(terms.follow_up),
        dedupe_key=terms.dedupe_key,
        due_at=terms.due_at or work.now,
        expires_at=None if terms.expires_in is None else work.real_now + terms.expires_in,
        created_at=work.now,
    )
    return await outbox.put(work.session, row)


async def text(
    work: Work, place: Place, words: str, keyboard: Keyboard | None = None, terms: Terms = DIRECT
) -> OutboxRow:
    """Plain text, in several messages where it is longer than Telegram takes; returns the last, with the keyboard."""
    parts = pages(words)
    for index, part in enumerate(parts[:-1]):
        key = None if terms.dedupe_key is None else f"{terms.dedupe_key}:{index}"
        await call(
            work,
            place,
            "sendMessage",
            {"text": part},
            Terms(terms.priority, terms.due_at, dedupe_key=key, relevance=terms.relevance, apart=terms.apart),
        )
    params: dict[str, Any] = {"text": parts[-1]}
    if keyboard:
        params["reply_markup"] = keyboard_markup(keyboard)
    return await call(work, place, "sendMessage", params, terms)


async def to_owner(
    work: Work,
    conversation: Conversation,
    words: str,
    keyboard: Keyboard | None = None,
    terms: Terms = DIRECT,
) -> OutboxRow:
    """Plain text to the owner's private chat."""
    return await text(work, owner_of(conversation), words, keyboard, terms)


async def answer_tap(work: Work, callback_id: str, words: str = "", *, alert: bool = False) -> OutboxRow:
    """Ends the waiting circle on a tapped button. Expires with the callback and is never sent late."""
    params = {"callback_query_id": callback_id, "text": words[:200], "show_alert": alert}
    terms = Terms(
        priority=Priority.EMERGENCY,
        expires_in=work.desk.office.times.callback_expiry,
        repeatable=False,
        dedupe_key=f"tap:{callback_id}",
    )
    return await call(work, Place(), "answerCallbackQuery", params, terms)
