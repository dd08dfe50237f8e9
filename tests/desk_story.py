"""A day at the desk, told step by step: due moments fire, promises are delivered, owners tap and write, staff work."""

from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from sqlalchemy import select

from bot.actions.conversation import owner_wrote
from bot.actions.tickets import moves
from bot.desk import Work
from bot.handlers.manager import MANAGER_ROUTES
from bot.handlers.owner import OWNER_ROUTES
from bot.handlers.owner_taps import owner_tapped
from bot.handlers.staff import STAFF_ROUTES
from bot.handlers.timers import handle_timer
from bot.incoming import Edited, Said, Sender, Tapped
from bot.outcome import FailureReason
from intents.result import Candidate, Decision, Match
from storage import conversations, timers
from storage.models import (
    Alert,
    AlertState,
    Conversation,
    OutboxRow,
    Person,
    StaffMember,
    Survey,
    Ticket,
    Timer,
    TimerState,
)
from tests.builders import Bench, Post, a_staff_member, an_open_ticket, an_owner, labels, promised, said


def understood_as(intent: str) -> Any:
    """A recogniser that is sure of one thing."""
    return lambda text: Match(intent, Decision.ANSWER, None, 0.9, (Candidate(intent, 0.9),), (intent,))


@dataclass(slots=True)
class Story:
    """One owner, one staff member, one matter between them; more can be added."""

    bench: Bench
    post: Post
    owner_id: int
    staff_id: int
    ticket_id: int
    _callbacks: Any = field(default_factory=lambda: count(1))
    _written: dict[str, int] = field(default_factory=dict)  # the owner's messages as they read now: Telegram's numbers

    @classmethod
    async def begin(cls, bench: Bench, post: Post, **ticket: Any) -> "Story":
        """The matter has just been handed in."""
        async with bench.transaction() as work:
            person, conversation = await an_owner(work)
            staff = await a_staff_member(work)
            matter = await an_open_ticket(work, conversation, person, **ticket)
            await post.deliver(work)
            return cls(bench, post, person.id, staff.id, matter.id)

    async def another_ticket(self, **ticket: Any) -> int:
        async with self.bench.transaction() as work:
            person = await work.session.get_one(Person, self.owner_id)
            conversation = await self._talk(work)
            return (await an_open_ticket(work, conversation, person, **ticket)).id

    async def claimed(self, ticket_id: int | None = None) -> None:
        async with self.bench.transaction() as work:
            await self._talk(work)
            ticket = await work.session.get_one(Ticket, ticket_id or self.ticket_id)
            await moves.claim_ticket(work, ticket, await work.session.get_one(StaffMember, self.staff_id))
            await self.post.deliver(work)

    async def resolved(self, conclusion: str = "패킹을 교체했습니다.", ticket_id: int | None = None) -> None:
        """Claimed where that is still to be done, investigated and concluded."""
        async with self.bench.transaction() as work:
            await self._talk(work)
            ticket = await work.session.get_one(Ticket, ticket_id or self.ticket_id)
            staff = await work.session.get_one(StaffMember, self.staff_id)
            if ticket.assignee_id is None:
                await moves.claim_ticket(work, ticket, staff)
            await moves.note(work, ticket, staff, "현장 확인")
            await moves.resolve(work, ticket, staff, conclusion)
            await self.post.deliver(work)

    async def pass_time(self, **delta: float) -> None:
        """The clock moves on; everything that comes due happens, in order, each in a transaction of its own."""
        self.bench.clock.advance(**delta)
        while True:
            async with self.bench.transaction() as work:
                due = await timers.due(work.session, work.now, 1)
                if not due:
                    await self.post.deliver(work)
                    return
                await timers.mark_fired(work.session, due[0])
                await handle_timer(work, due[0].kind, due[0].data)
                await self.post.deliver(work)

    async def fire_again(self, kind: str) -> None:
        """A timer that fired comes once more, as after a crash between firing and recording."""
        async with self.bench.transaction() as work:
            rows = await _all(work, Timer)
            row = next(timer for timer in rows if timer.kind == kind and timer.state == TimerState.FIRED)
            await handle_timer(work, kind, row.data)
            await self.post.deliver(work)

    async def taps(self, label: str, row: OutboxRow | None = None) -> None:
        """The owner taps a button of a message, by default of the latest one that has it."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            found = row or [r for r in await promised(work, chat_id=talk.chat_id) if label in labels(r)][-1]
            await owner_tapped(work, self._tapped(found, label, talk.chat_id, talk.chat_id, "김영희"))
            await self.post.deliver(work)

    async def taps_data(self, data: str) -> None:
        """The owner's app sends callback data that need not be a button's."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            tapped = Tapped(
                f"cb{next(self._callbacks)}", data, talk.chat_id, None, 1, Sender(talk.chat_id, "김영희", "ko")
            )
            await owner_tapped(work, tapped)
            await self.post.deliver(work)

    async def writes(self, text: str, understand: Any = None, photos: int = 0) -> None:
        """The owner types something or sends photos with it; `understand` is what the recogniser makes of it."""
        if understand is not None:
            self.bench.desk = replace(self.bench.desk, understand=understand)
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            person = await work.session.get_one(Person, self.owner_id)
            message = said(talk.chat_id, text, media=("photo",) * photos)
            self._written[text] = message.message_id
            await owner_wrote(work, talk, person, message)
            await self.post.deliver(work)

    async def sends(self, command: str) -> None:
        """The owner types a command."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            incoming = said(talk.chat_id, command)
            route = next(route for route in OWNER_ROUTES if route.matches(work.desk, incoming))
            await route.handle(work, incoming)
            await self.post.deliver(work)

    async def edits(self, before: str, text: str) -> None:
        """The owner changes what they wrote."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            number = self._written[text] = self._written.pop(before)
            incoming = Edited(said(talk.chat_id, text, message_id=number))
            route = next(route for route in OWNER_ROUTES if route.matches(work.desk, incoming))
            await route.handle(work, incoming)
            await self.post.deliver(work)

    async def manager_taps(
        self, label: str, row: OutboxRow, *, name: str = "한소장", user: int = 77, chat: int | None = None
    ) -> bool:
        """A tap on a message of the office; False when no route of the office wants it."""
        chat = chat if chat is not None else (row.chat_id or 0)
        return await self.manager_does(self._tapped(row, label, chat, user, name))

    async def manager_says(self, text: str, chat: int, user: int = 77) -> bool:
        return await self.manager_does(said(chat, text, sender=user, name="한소장"))

    async def manager_does(self, incoming: Tapped | Said) -> bool:
        async with self.bench.transaction() as work:
            for route in (*MANAGER_ROUTES, *STAFF_ROUTES):
                if route.matches(work.desk, incoming):
                    await route.handle(work, incoming)
                    await self.post.deliver(work)
                    return True
        return False

    async def ticket(self, ticket_id: int | None = None) -> Ticket:
        async with self.bench.transaction() as work:
            return await work.session.get_one(Ticket, ticket_id or self.ticket_id)

    async def surveys(self) -> list[Survey]:
        async with self.bench.transaction() as work:
            return await _all(work, Survey)

    async def timers(self) -> list[Timer]:
        async with self.bench.transaction() as work:
            return await _all(work, Timer)

    async def heard(self) -> list[str]:
        """What the owner has read, in order."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            rows = await promised(work, chat_id=talk.chat_id)
            return [str(row.params["text"]) for row in rows if row.method == "sendMessage" and row.state == "sent"]

    async def last_with(self, label: str) -> OutboxRow:
        """The owner's latest message with such a button."""
        async with self.bench.transaction() as work:
            talk = await self._talk(work)
            return [row for row in await promised(work, chat_id=talk.chat_id) if label in labels(row)][-1]

    async def is_still_called(self, words: str) -> bool:
        """Whether an alert about such words is open."""
        async with self.bench.transaction() as work:
            alert = next(alert for alert in await _all(work, Alert) if words in str(alert.data.get("words")))
            return alert.state == AlertState.OPEN

    async def posted(self, chat: int | None = None, method: str = "sendMessage") -> list[OutboxRow]:
        """What went out to an office chat; None: to topics."""
        async with self.bench.transaction() as work:
            rows = await promised(work)
            wanted = [r for r in rows if r.method == method and r.state in ("sent", "dead")]
            return [r for r in wanted if (r.topic_id is not None if chat is None else r.chat_id == chat)]

    async def edit(self, change: Any) -> None:
        """Something is changed behind the desk's back, in a transaction: `change(work, talk)`."""
        async with self.bench.transaction() as work:
            await change(work, await self._talk(work))
            await self.post.deliver(work)

    def _tapped(self, row: OutboxRow, label: str, chat: int, user: int, name: str) -> Tapped:
        keyboard = row.params["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for line in keyboard for button in line if button["text"] == label)
        message = row.telegram_message_id or 0
        return Tapped(f"cb{next(self._callbacks)}", data, chat, None, message, Sender(user, name, "ko"))

    async def refused(self, reason: FailureReason) -> None:
        """From now on Telegram delivers nothing to the owner."""
        async with self.bench.transaction() as work:
            self.post.refuse[("sendMessage", (await self._talk(work)).chat_id)] = reason

    async def _talk(self, work: Work) -> Conversation:
        found = await conversations.conversation_of_person(work.session, self.owner_id)
        assert found is not None
        return await conversations.lock_conversation(work.session, found.id)


async def _all(work: Work, model: Any) -> list[Any]:
    return list(await work.session.scalars(select(model).order_by(model.id)))
