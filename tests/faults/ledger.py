"""The books after the storm: what came in against what was served, what was promised against what Telegram saw."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.sandbox.client import SandboxClient
from storage.database import Database
from storage.models import InboxRow, Message, OutboxRow, OutboxState, Ticket, Topic

Entry = dict[str, Any]
Key = tuple[Any, ...]
_PROMISED = ("send", "copy", "edit", "create", "reopen", "pin", "deleteMessage", "answer", "setMessage")
_OPEN = (OutboxState.PENDING, OutboxState.CLAIMED)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every row of the database and every call that Telegram applied."""

    inbox: Sequence[InboxRow]
    outbox: Sequence[OutboxRow]
    tickets: Sequence[Ticket]
    messages: Sequence[Message]
    topics: dict[int, Topic]
    applied: Sequence[Entry]

    @classmethod
    async def read(cls, database: Database, sandbox: SandboxClient) -> "Ledger":
        """The rows first: whatever they say was sent is in the journal then."""
        async with database.unit_of_work(reading=True) as unit:

            async def every(model: Any) -> list[Any]:
                return list(await unit.session.scalars(select(model).order_by(model.id)))

            rows = [await every(model) for model in (InboxRow, OutboxRow, Ticket, Message)]
            topics = {topic.id: topic for topic in await every(Topic)}
        applied = [entry for entry in await sandbox.journal() if entry["applied"] and _is_promised(entry["method"])]
        return cls(*rows, topics=topics, applied=applied)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return not any(row.state == "pending" for row in self.inbox) and not any(
            row.state in _OPEN for row in self.outbox
        )

    def left(self) -> str:
        """What is not done, for whoever has to find out why."""
        inbox = [f"inbox {row.id}: {row.lane} {row.state}, {row.tries} tries, {row.error}" for row in self.inbox]
        undone = [words for words, row in zip(inbox, self.inbox, strict=True) if row.state != "done"]
        unsent = [_told(row) for row in self.outbox if row.state not in (OutboxState.SENT, OutboxState.DROPPED)]
        return "\n".join([*undone, *unsent])

    def wrongs(self, messages: Iterable[tuple[int, int]], taps: Iterable[str]) -> list[str]:
        """Everything that must not be, after people wrote these messages (chat, id) and made these taps."""
        odd = [row for row in self.inbox if row.state != "done"]
        refused = [row for row in self.outbox if row.state in (OutboxState.DEAD, *_OPEN)]
        return [
            *(f"not served: {one}" for one in self.unserved(messages, taps)),
            *(f"inbox row {row.id} is {row.state}: {row.error}" for row in odd),
            *(f"not sent: {_told(row)}" for row in refused),
            *(f"given up though it may go again: {words}" for words in self.given_up()),
            *(f"not seen by Telegram: {words}" for words in self.unseen()),
            *(f"repeated: {words}" for words in self.unexplained()),
            *(f"out of order: {words}" for words in self.out_of_order()),
        ]

    def unserved(self, messages: Iterable[tuple[int, int]], taps: Iterable[str]) -> list[Any]:
        """Messages (chat, id) and taps that people made and of which no row says that they were served."""
        served: set[Any] = set()
        for row in self.inbox:
            if row.state != "done" or not isinstance(row.payload, dict):
                continue
            if message := row.payload.get("message"):
                served.add((message["chat"]["id"], message["message_id"]))
            if query := row.payload.get("callback_query"):
                served.add(query["id"])
        return [one for one in (*messages, *taps) if one not in served]

    def texts_to(self, chat_id: int) -> list[str]:
        """What was sent to a private chat, in the order of the promises."""
        rows = [row for row in self.outbox if row.chat_id == chat_id and row.method == "sendMessage"]
        return [str(row.params["text"]) for row in rows if row.state == OutboxState.SENT]

    def unseen(self) -> list[str]:
        """Rows that say they were sent, and that Telegram never saw."""
        seen = {(entry["chat"], number) for entry in self.applied for number in _made(entry["result"])}
        known = [row for row in self.outbox if row.state == OutboxState.SENT and row.telegram_message_id is not None]
        return [_told(row) for row in known if (self._chat_of(row), row.telegram_message_id) not in seen]

    def given_up(self) -> list[str]:
        """Rows that did not go again though they may."""
        return [_told(row) for row in self.outbox if row.state == OutboxState.AMBIGUOUS and row.repeatable]

    def out_of_order(self) -> list[str]:
        """Streams in which a message stands before one that was promised earlier and as urgently."""
        latest: dict[Key, int] = {}
        wrong: list[str] = []
        for row in self.outbox:
            if row.method != "sendMessage" or row.telegram_message_id is None or row.due_at != row.created_at:
                continue
            key = (row.stream, row.priority)
            if row.telegram_message_id < latest.get(key, 0):
                wrong.append(_told(row))
            latest[key] = row.telegram_message_id
        return wrong

    def unexplained(self) -> list[str]:
        """Calls that Telegram applied more often than rows say, where no row is marked as having been uncertain."""
        spare: Counter[Key] = Counter()
        surplus: Counter[Key] = Counter()
        for key, rows, over in self._balance():
            uncertain = sum(row.tries - (row.state == OutboxState.SENT) for row in rows if row.ambiguous)
            # Words that were amended between an uncertain attempt and the next are found by their place alone.
            spare[key[:2]] += max(0, uncertain - over)
            surplus[key[:2]] += max(0, over - uncertain)
        missing = [f"{key}: {-over} not seen" for key, _, over in self._balance() if over < 0]
        return missing + [
            f"{place}: {over} more than explained" for place, over in surplus.items() if over > spare[place]
        ]

    @property
    def repeats(self) -> int:
        """How many calls were applied once more than rows were sent."""
        return sum(max(0, over) for _, _, over in self._balance())

    def _balance(self) -> Iterator[tuple[Key, list[OutboxRow], int]]:
        """For each kind of call to a place: its rows, and how many more were applied than rows were sent."""
        rows = _grouped((self._key_of_row(row), row) for row in self.outbox)
        entries = _grouped((self._key_of_entry(entry), entry) for entry in self.applied)
        for key in {**rows, **entries}:
            # "Already as it should be" is kept as an error of a row that counts as sent.
            sent = sum(row.state == OutboxState.SENT and not row.error for row in rows[key])
            yield key, rows[key], len(entries[key]) - sent

    @property
    def ambiguous(self) -> int:
        return sum(row.ambiguous for row in self.outbox)

    def _chat_of(self, row: OutboxRow) -> int | None:
        return row.chat_id if row.topic_id is None else self.topics[row.topic_id].staff_chat_id

    def _key_of_row(self, row: OutboxRow) -> Key:
        return (row.method, self._chat_of(row), *_content(row.method, row.params))

    def _key_of_entry(self, entry: Entry) -> Key:
        return (entry["method"], entry["chat"], *_content(entry["method"], entry["params"]))


def _is_promised(method: str) -> bool:
    return method.startswith(_PROMISED) and method != "sendChatAction"


def _told(row: OutboxRow) -> str:
    made = f"{row.telegram_message_id}, {row.tries} tries, {row.params}"
    return f"row {row.id}: {row.method} to {row.stream}, {row.state}, message {made}"


def _content(method: str, params: dict[str, Any]) -> tuple[str, ...]:
    """What tells two calls of a method to a chat apart; the ids of targets are not in the row."""
    told = ("text", "name", "from_chat_id", "message_ids", "callback_query_id")
    if method.startswith("copy"):
        told = (*told, "message_id")
    return tuple(_plain(params[name]) for name in told if name in params)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _made(result: Any) -> list[int]:
    """The ids of messages, or of a thread, in the Bot API's answer."""
    found = result if isinstance(result, list) else [result]
    ids = [one.get("message_id", one.get("message_thread_id")) for one in found if isinstance(one, dict)]
    return [number for number in ids if number is not None]


def _grouped(pairs: Iterable[tuple[Key, Any]]) -> defaultdict[Key, list[Any]]:
    groups: defaultdict[Key, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def in_order(wanted: Sequence[str], texts: Iterable[str]) -> int:
    """How many of the wanted words come in the texts, one after the other."""
    rest = iter(texts)
    for place, words in enumerate(wanted):
        if not any(words in text for text in rest):
            return place
    return len(wanted)
