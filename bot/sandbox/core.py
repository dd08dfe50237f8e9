"""The sandbox as one object: every part that the routes work with, built in one place."""

from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.clock import Clock
from bot.sandbox.events import EventLog
from bot.sandbox.faults import FaultPlan
from bot.sandbox.files import Files
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits, LimitSettings
from bot.sandbox.profile import Profile
from bot.sandbox.store import Store
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook, WebhookSettings
from bot.sandbox.world import World


@dataclass(slots=True)
class Sandbox:
    """All parts share one store; `save` writes what a request changed."""

    store: Store
    clock: Clock
    world: World
    files: Files
    events: EventLog
    journal: Journal
    limits: Limits
    faults: FaultPlan
    updates: UpdateQueue
    webhook: Webhook
    profile: Profile

    def save(self) -> None:
        self.store.flush()

    def change_limits(self, settings: LimitSettings) -> None:
        self.limits.change(settings)
        self.store.put("meta", "limits", settings)

    async def reset(self) -> None:
        """Forget everything: people, chats, files, updates, webhook, journal, faults, limits, the clock's offset."""
        await self.webhook.set(WebhookSettings())
        # Not 409: that says that another program took the updates away, and there is none.
        self.updates.let_go()
        self.files.forget_all()
        self.store.clear()
        self.updates.forget_all()
        self.journal.clear()
        self.faults.replace([])
        self.limits.change(LimitSettings())
        self.profile.values.clear()
        self.clock.set(0)
        self.world.forget_all()

    def stop_waiting(self) -> None:
        """Let go of everybody who waits for news, so that the server can end."""
        self.events.close()
        self.updates.close()

    async def close(self) -> None:
        await self.webhook.stop()
        self.store.close()


def open_sandbox(folder: Path, token: str) -> Sandbox:
    """Open (or begin) the sandbox whose files are in `folder`. Call inside a running event loop."""
    store = Store(folder)
    limits = Limits(LimitSettings().changed(store.load_one("meta", "limits") or {}))
    updates = UpdateQueue(store, lambda: limits.settings.update_hours)
    return Sandbox(
        store=store,
        clock=Clock(folder),
        world=World(store, token),
        files=Files(store, folder),
        events=EventLog(),
        journal=Journal(store),
        limits=limits,
        faults=FaultPlan(),
        updates=updates,
        webhook=Webhook(store, updates, lambda: limits.settings),
        profile=Profile(store),
    )
