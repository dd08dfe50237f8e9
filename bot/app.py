"""The wiring room: everything is made and joined here, and nowhere else."""

import asyncio
import gc
import logging
import signal
from collections.abc import Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Bot
from telegram.error import TelegramError

from bot import http, preflight
from bot.actions import deliveries
from bot.actions.managers import knowledge as knowledge_actions
from bot.actions.managers import quarantine
from bot.actions.people import groups
from bot.actions.relevance import still_relevant
from bot.clock import DueTimers, Sweep, Ticks
from bot.command_lists import show_commands
from bot.delivery.dispatcher import Dispatcher, Hooks
from bot.delivery.limits import Limits, Throttle
from bot.delivery.sender import get_updates, open_bot, send
from bot.desk import Desk, Work
from bot.errors import ApiError, OperatorError
from bot.faults import Reached, nothing
from bot.handlers.routes import handle
from bot.handlers.timers import handle_timer
from bot.handlers.urgent import cannot_wait
from bot.ingress.lanes import ALLOWED_UPDATES
from bot.ingress.order import InTurn, Order, OutOfTurn
from bot.ingress.polling import POLL_SECONDS, Poller
from bot.ingress.receive import Receiver
from bot.ingress.webhook import Webhook
from bot.ingress.worker import Handlers, Worker
from bot.knowledge import Examples, Follower, Knowledge, Sources, learned_examples
from bot.leading import while_leading
from bot.log import set_up
from bot.meanwhile import meanwhile
from bot.metrics import Metrics
from bot.now import Now, real_now
from bot.opening import claim, follow_migrations, greet_groups, learn_moves, make_desk, open_database
from bot.operator_text import lines, sentence
from bot.settings import PROJECT, Settings
from storage.database import Database
from storage.installation import migrated_chat

_log = logging.getLogger("bot")

CACHE = PROJECT / ".cache" / "intents"


@dataclass(frozen=True, slots=True)
class Parts:
    """What a test may swap."""

    now: Now = real_now
    limits: Limits = field(default_factory=Limits)
    reached: Reached = nothing
    cache: Path | None = CACHE
    sources: Sources = field(default_factory=Sources)
    gather_seconds: float = 0.08
    """What comes, or goes, so close together shares its transactions: a fifth less work at twenty messages a second."""


async def run(settings: Settings, *, now: Now = real_now, parts: Parts | None = None) -> None:
    """The service until SIGTERM or SIGINT. Raises OperatorError where it must not start."""
    set_up(settings.log_level, settings.log_format)
    chosen = parts or Parts(now=now)
    async with AsyncExitStack() as stack:
        socket_ = http.listen(settings.http_host, settings.http_port)
        stack.callback(socket_.close)
        database = await stack.enter_async_context(open_database(settings))
        bot = await stack.enter_async_context(open_bot(settings))
        identity = await preflight.identify(bot, settings)
        await claim(database, identity.id)
        settings = await follow_migrations(database, settings)
        chats = await preflight.check_chats(bot, settings, identity)
        preflight.stop_or_warn((*preflight.check_webhook(settings), *chats), _log.warning)
        edition, learned = await learned_examples(database)
        knowledge = Knowledge.read(settings, learned, chosen.sources)
        desk = make_desk(settings, database, identity.username, knowledge)
        await learn_moves(database, desk.chats)
        departments = await preflight.check_departments(bot, settings, identity, desk.office, desk.chats)
        preflight.stop_or_warn(departments, _log.warning)
        await greet_groups(database, desk, chosen.now())
        learning = asyncio.create_task(knowledge.taught(desk, chosen.cache, chosen.sources))
        del knowledge, learned  # nobody keeps the sentences once the desk was taught with them
        service = Service(settings, database, bot, identity, desk, chosen, edition)
        await service.run(socket_, learning)


def _keep_what_was_read() -> None:
    """No collection need walk it again. The second one teaches the collector that little is left to walk: it waits
    until there is a quarter more than it last saw, which was everything (40 MB of garbage)."""
    gc.collect()
    gc.freeze()
    gc.collect()


class Service:
    """The running parts of one process."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        bot: Bot,
        identity: preflight.Identity,
        desk: Desk,
        parts: Parts,
        edition: str,
    ) -> None:
        self._settings, self._database, self._bot, self._identity = settings, database, bot, identity
        self._desk, self._parts = desk, parts
        self._inbox_wake, self._outbox_wake, self._stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
        receiver = Receiver(database, identity.id, self._inbox_wake, real_now, parts.reached)
        self._receive = receiver.receive
        fetch = partial(get_updates, bot, read_timeout=POLL_SECONDS + 10)
        self._poller = Poller(fetch, self._receive, self._tell_operator, parts.gather_seconds)
        self._dispatcher = self._make_dispatcher()
        self._worker = self._make_worker(InTurn())
        self._watch = self._make_worker(OutOfTurn(lambda raw: cannot_wait(self._desk, raw)))
        self._follower = Follower(database, self._load_desk, self._exchange, self._tell_knowledge, edition)
        self._polls = self._dispatches = self._serves = False
        self._refused: OperatorError | None = None
        self._showing: asyncio.Task[None] | None = None

    async def run(self, socket_: Any, learning: asyncio.Task[Desk]) -> None:
        """Until a signal; then each part ends what it is doing. A part that dies ends the service. `learning`: becomes
        the desk that serves; until then cries for help are all that is understood."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._end)
        await self._announce()
        self._show_commands()
        due = DueTimers(self._database, self._parts.now, real_now, self._inbox_wake.set)
        sweep = Sweep(self._database, self._parts.now, real_now)
        moves = partial(learn_moves, self._database, self._desk.chats)
        ticks = Ticks(due.tick, self._outbox_wake.set, moves, sweep.tick)
        ticks.begin()
        webhook = Webhook(self._settings.webhook_secret or "", self._receive) if self._settings.uses_webhook else None
        metrics = Metrics.of(self._database)
        app = http.application(self._health, metrics.text, None if webhook is None else webhook.post)
        rouse = self._outbox_wake.set
        jobs: list[Coroutine[Any, Any, None]] = [
            http.serve(app, socket_, self._stop),
            self._serve(learning),
            while_leading(self._database, "dispatcher", self._dispatch, self._stop, rouse),
        ]
        if webhook is None:
            jobs.append(while_leading(self._database, "poller", self._poll, self._stop, rouse))
        try:
            async with asyncio.TaskGroup() as group:
                for job in jobs:
                    group.create_task(self._until_stop(job))
        finally:
            if self._showing is not None:
                self._showing.cancel()
            await ticks.end()
        if self._refused is not None:
            raise self._refused

    async def _serve(self, learning: asyncio.Task[Desk]) -> None:
        """Whoever calls for help does not wait until the examples are learnt; everybody else does, and is then served
        in the order of their chat."""
        try:
            desk = await meanwhile(learning, self._watch.run, self._stop, self._inbox_wake.set)
        except OperatorError as error:
            self._refused = error
            return
        if desk is None:
            return
        self._desk = desk
        _keep_what_was_read()
        self._serves = True
        _log.info(sentence("service-ready"))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._until_stop(self._worker.run(self._stop)))
            group.create_task(self._until_stop(self._follower.run(self._stop)))

    def _end(self) -> None:
        self._stop.set()
        self._inbox_wake.set()

    async def _until_stop(self, job: Coroutine[Any, Any, None]) -> None:
        try:
            await job
        finally:
            self._end()

    async def _announce(self) -> None:
        """Tells Telegram how updates are to come."""
        try:
            if self._settings.webhook_url is not None:
                await self._bot.set_webhook(
                    self._settings.webhook_url,
                    secret_token=self._settings.webhook_secret,
                    allowed_updates=list(ALLOWED_UPDATES),
                    drop_pending_updates=False,
                )
            else:
                await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            raise ApiError("api-webhook-refused", where="WEBHOOK_URL", reason=error.message) from None

    def _show_commands(self) -> None:
        """Beside everything else: nobody waits for it. An earlier list must not arrive after this one."""
        if self._showing is not None:
            self._showing.cancel()
        self._showing = asyncio.create_task(show_commands(partial(send, self._bot), self._desk))

    async def _poll(self, over: asyncio.Event) -> None:
        self._polls = True
        try:
            await self._poller.run(over)
        finally:
            self._polls = False

    async def _dispatch(self, over: asyncio.Event) -> None:
        self._dispatches = True
        try:
            await self._dispatcher.run(over)
        finally:
            self._dispatches = False

    async def _health(self) -> Mapping[str, bool]:
        return {
            "database": await self._database_answers(),
            "telegram": (not self._polls or self._poller.healthy)
            and (not self._dispatches or self._dispatcher.healthy),
            "workers": self._serves and not self._stop.is_set(),
        }

    async def _database_answers(self) -> bool:
        try:
            async with self._database.unit_of_work(reading=True) as unit:
                await migrated_chat(unit.session, 0)
        except Exception:
            return False
        return True

    async def _load_desk(self, learned: Examples) -> Desk:
        """Raises OperatorError for what is written down wrongly, and for a new group in which the bot cannot work."""
        knowledge = await asyncio.to_thread(Knowledge.read, self._settings, learned, self._parts.sources)
        chats, known = self._desk.chats, self._desk.staff_chats
        asked = (self._bot, self._settings, self._identity, knowledge.office, chats, known)
        preflight.stop_or_warn(await preflight.check_departments(*asked), _log.warning)
        return await knowledge.taught(self._desk, self._parts.cache, self._parts.sources)

    def _exchange(self, desk: Desk) -> None:
        """From the next transaction on; what is under way ends with the desk that it began with."""
        self._desk = desk
        self._show_commands()

    async def _tell_knowledge(self, edition: str, error: Exception | None) -> None:
        problems = lines(error, self._desk.office_locale) if isinstance(error, OperatorError) else []
        for problem in problems:
            _log.error(problem)
        async with self._database.unit_of_work() as unit:
            await knowledge_actions.tell_outcome(self._make_work(unit.session), edition, problems)
            await unit.commit()
        self._outbox_wake.set()

    def _tell_operator(self, key: str) -> None:
        _log.error(sentence(key))

    def _make_work(self, session: AsyncSession) -> Work:
        return Work(session, self._parts.now(), self._desk, real_now())

    def _make_worker(self, order: Order) -> Worker:
        return Worker(
            database=self._database,
            make_work=self._make_work,
            handlers=Handlers(handle, handle_timer, quarantine.quarantined),
            album=lambda: self._desk.office.times.album,
            wake=self._inbox_wake,
            promised=self._outbox_wake,
            real_now=real_now,
            reached=self._parts.reached,
            order=order,
        )

    def _make_dispatcher(self) -> Dispatcher:
        hooks = Hooks(
            settle=deliveries.settle,
            still_relevant=still_relevant,
            topic_lost=deliveries.topic_lost,
            topic_closed=deliveries.topic_closed,
            chat_migrated=deliveries.chat_migrated,
            bot_blocked=deliveries.bot_blocked,
            keeps=groups.keeps,
            barred=groups.bar,
            arrived=groups.arrived,
        )
        return Dispatcher(
            database=self._database,
            make_work=self._make_work,
            send=partial(send, self._bot),
            hooks=hooks,
            throttle=Throttle(self._parts.limits, monotonic),
            wake=self._outbox_wake,
            real_now=real_now,
            reached=self._parts.reached,
            gather_seconds=self._parts.gather_seconds,
        )
