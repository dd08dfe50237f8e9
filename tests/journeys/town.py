"""The stage of a journey: the look-alike, the real service as its own process, an office, and the people."""

import asyncio
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
import yaml

from bot.sandbox.client import SandboxClient
from bot.sandbox.process import free_port
from bot.sandbox.world import MANAGER_CHAT_ID, MANAGER_USER_IDS, SANDBOX_TOKEN, STAFF_CHAT_ID
from tests.journeys.service_process import CommandProcess, ServiceProcess

ROOT = Path(__file__).parents[2]
SEOUL = ZoneInfo("Asia/Seoul")
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
START_SECONDS = 300.0  # the first start after a change of the example sentences trains the recogniser
STOP_SECONDS = 30.0

QUICK = {
    "album": "700ms",
    "coalesce": "300ms",
    "card_debounce": "300ms",
    "unclaimed_alert": "1h",
    "alert_repeat": "1h",
    "takeover_lease": "1h",
    "feedback_after": "1s",
    "reminder_after": "1h",
    "close_after": "2h",
    "draft_reminder": "1h",
    "draft_submit": "1d",
}


def write_office(folder: Path, *, times: Mapping[str, str] | None = None, **more: object) -> Path:
    """An office that is always open and never quiet, with waiting times of a test."""
    folder.mkdir(parents=True, exist_ok=True)
    office: dict[str, object] = {"hours": "always", "holidays": "none", "quiet_hours": "none"}
    office["times"] = {**QUICK, **(times or {})}
    office.update(more)
    (folder / "office.yaml").write_text(yaml.safe_dump(office, allow_unicode=True), encoding="utf-8")
    return folder


@dataclass(slots=True)
class Town:
    """`sandbox` is Telegram; `start`, `stop` and `kill` are about the service. `hurried`: it sends without waiting."""

    sandbox: SandboxClient
    database_url: str
    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    hurried: bool = False
    stumbles: bool = False  # the journey breaks something on purpose: tracebacks are to be expected
    port: int = field(default_factory=free_port)
    _service: ServiceProcess | None = None

    async def start(self) -> None:
        """Starts the service and waits until it is ready."""
        await self._begin()
        await self._until_ready()

    async def begins_to_learn(self) -> None:
        """Starts a service that does not know the examples yet: it learns them when `has_learnt` says so."""
        await self._begin(self.folder / "lesson")

    async def has_learnt(self) -> None:
        (self.folder / "lesson").touch()
        await self._until_ready()

    async def _begin(self, lesson: Path | None = None) -> None:
        assert self._service is None
        self._service = ServiceProcess(
            hurried=self.hurried,
            clock=await self._clock_file(self.folder / "clock.json"),
            folder=self.folder,
            env=self.environment(),
            log=self.folder / "service.out",
            lesson=lesson,
        )

    async def ready(self) -> bool:
        """Whether /readyz says so."""
        async with httpx.AsyncClient(trust_env=False, verify=False) as http:
            return (await http.get(f"http://127.0.0.1:{self.port}/readyz")).status_code == 200

    async def stop(self) -> int | None:
        """What it ended with; None where none was running."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """kill -9, as a power cut would."""
        await self._end(signal.SIGKILL)

    async def restart(self) -> None:
        await self.kill()
        await self.start()

    async def tries(self, command: str = "run", **env: str) -> tuple[int, list[str]]:
        """What `python -m bot COMMAND` ends with and says, for a start that is expected to fail."""
        log = self.folder / f"{command}-{uuid4().hex}.out"
        process = CommandProcess(command, folder=self.folder, env={**self.environment(), **env}, log=log)
        return await process.result(START_SECONDS)

    async def comes(self, weekday: int, clock: str) -> None:
        """The clock moves on to the next such moment in Seoul: `comes(SATURDAY, "20:00")`."""
        now = datetime.fromtimestamp((await self.sandbox.get("clock"))["now"], SEOUL)
        days = (weekday - now.weekday()) % 7
        then = datetime.combine(now.date() + timedelta(days=days), time.fromisoformat(clock), SEOUL)
        if then <= now:
            then += timedelta(days=7)
        await self.sandbox.advance((then - now).total_seconds())

    def log(self) -> str:
        path = self.folder / "service.out"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def check_log(self) -> None:
        """Whatever the people of a journey do, nothing of it may surprise the code."""
        log = self.log()
        at = log.find("Traceback")
        assert self.stumbles or at < 0, f"the service stumbled:\n{log[max(0, at - 1000) : at + 6000]}"

    async def _end(self, how: signal.Signals) -> int | None:
        service, self._service = self._service, None
        if service is not None and service.returncode is None:
            service.send_signal(how)
            if not await service.wait(STOP_SECONDS):
                service.send_signal(signal.SIGKILL)
                await service.wait()
        return None if service is None else service.returncode

    async def _clock_file(self, default: Path) -> Path:
        """The look-alike's own clock file, which moves when a journey advances the clock."""
        return self.sandbox.server.data / "clock.json" if self.sandbox.server is not None else default

    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
        return {
            **inherited,
            "PYTHONPATH": str(ROOT),  # this checkout, whichever is installed
            "TELEGRAM_BOT_TOKEN": SANDBOX_TOKEN,
            "TELEGRAM_API_URL": self.sandbox.base_url,
            "STAFF_CHAT_ID": str(STAFF_CHAT_ID),
            "MANAGER_CHAT_ID": str(MANAGER_CHAT_ID),
            "MANAGER_USER_IDS": ",".join(map(str, MANAGER_USER_IDS)),
            "DATABASE_URL": self.database_url,
            "OFFICE_DIR": str(self.folder / "office"),
            "HTTP_PORT": str(self.port),
            **self.env,
        }

    async def _until_ready(self) -> None:
        deadline = asyncio.get_running_loop().time() + START_SECONDS
        async with httpx.AsyncClient(trust_env=False, verify=False) as http:
            while asyncio.get_running_loop().time() < deadline:
                assert self._service is not None
                if self._service.returncode is not None:
                    raise AssertionError(f"the service ended at its start:\n{self.log()[-4000:]}")
                try:
                    if (await http.get(f"http://127.0.0.1:{self.port}/readyz")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.05)
        raise AssertionError(f"the service did not become ready:\n{self.log()[-4000:]}")
