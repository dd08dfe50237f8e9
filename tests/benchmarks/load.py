"""Many owners who write at a steady rate to a bot in a process of its own, and what came of it."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.client import SandboxClient
from bot.sandbox.world import BOT_ID, MANAGER_CHAT_ID, MANAGER_USER_IDS, SANDBOX_TOKEN, STAFF_CHAT_ID

ROOT = Path(__file__).parents[2]
START_SECONDS = 300.0
DRAIN_SECONDS = 120.0
_QUIET_SECONDS = 2.0
QUESTIONS = (
    "관리비 언제까지 내야 하나요?",
    "분리수거 무슨 요일이에요?",
    "헬스장 몇 시까지 해요?",
    "관리사무소 전화번호 알려 주세요",
    "When is the maintenance fee due?",
    "강아지 키워도 되나요?",
    "택배 어디서 찾아요?",
    "다음 단수 언제예요?",
)


@dataclass(frozen=True, slots=True)
class Process:
    """A bot in its own process, with what the machine counts of it."""

    running: asyncio.subprocess.Process

    def cpu_seconds(self) -> float:
        """User and system time so far, of /proc."""
        fields = Path(f"/proc/{self.running.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_megabytes(self) -> float:
        """The largest resident size so far."""
        status = Path(f"/proc/{self.running.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One load: `sent` messages in `seconds`, the delays from update to first reply, CPU and memory of the bot."""

    sent: int
    answered: int
    seconds: float
    delays: tuple[float, ...]
    cpu_per_update: float
    peak_megabytes: float

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds

    def percentile(self, share: float) -> float:
        """Seconds; 0.5 is the median."""
        ordered = sorted(self.delays)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


@asynccontextmanager
async def bot_process(*arguments: str, env: Mapping[str, str]) -> AsyncIterator[Process]:
    """Starts `python <arguments>` and ends that process afterwards."""
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield Process(running)
    finally:
        if running.returncode is None:
            running.terminate()
        await running.wait()


async def owners(sandbox: SandboxClient, count: int) -> list[int]:
    """People who have pressed Start."""
    found = []
    for number in range(count):
        user = await sandbox.post("users", {"first_name": f"입주민{number}", "started": True, "language_code": "ko"})
        found.append(int(user["id"]))
    return found


async def get_acquainted(sandbox: SandboxClient, people: list[int]) -> None:
    """Everybody writes once and is answered, so that neither the bot's start is measured nor what it says to newcomers
    only. Ends when nothing more is sent."""
    deadline = time.time() + START_SECONDS
    for owner in people:
        await sandbox.act(as_=owner, chat="private", do="text", text="안녕하세요")
    said: list[int] = []
    before, waiting = -1, set(people)
    while waiting or len(said) != before:
        if time.time() > deadline:
            raise SystemExit(f"{len(waiting)} of {len(people)} people were not answered within {START_SECONDS:.0f} s")
        before = len(said) if not waiting else -1
        await asyncio.sleep(_QUIET_SECONDS)
        said = [int(entry["chat"]) for entry in await sandbox.journal("sendMessage") if entry["applied"]]
        waiting = set(people) - set(said)


async def load(
    sandbox: SandboxClient, bot: Process, people: list[int], *, per_second: float | None, messages: int
) -> Run:
    """Sends `messages` round robin, at a rate or (None) as fast as the look-alike takes them; waits for the replies."""
    journal_from = max((entry["seq"] for entry in await sandbox.journal("sendMessage")), default=0)
    cpu_before, began = bot.cpu_seconds(), time.time()
    sent_at = await _send(sandbox, people, per_second, messages)
    answered_at = await _answers(sandbox, journal_from, len(sent_at), set(people))
    delays, answered = _delays(sent_at, answered_at)
    last = max((at for times in answered_at.values() for at in times), default=time.time())
    return Run(
        sent=len(sent_at),
        answered=answered,
        seconds=last - began,
        delays=tuple(delays),
        cpu_per_update=(bot.cpu_seconds() - cpu_before) / max(1, len(sent_at)),
        peak_megabytes=bot.peak_megabytes(),
    )


async def _send(
    sandbox: SandboxClient, people: list[int], per_second: float | None, messages: int
) -> list[tuple[int, float]]:
    """(owner, when) of each message, in order."""
    sent: list[tuple[int, float]] = []
    began = time.time()
    for number in range(messages):
        if per_second is not None:
            await asyncio.sleep(max(0.0, began + number / per_second - time.time()))
        owner = people[number % len(people)]
        sent.append((owner, time.time()))
        await sandbox.act(as_=owner, chat="private", do="text", text=QUESTIONS[number % len(QUESTIONS)])
    return sent


async def _answers(sandbox: SandboxClient, since: int, wanted: int, people: set[int]) -> dict[int, list[float]]:
    """When each owner was answered; ends when all are or nothing more comes."""
    deadline = time.time() + DRAIN_SECONDS
    while True:
        entries = [e for e in await sandbox.journal("sendMessage", since=since) if e["applied"] and e["chat"] in people]
        if len(entries) >= wanted or time.time() > deadline:
            break
        await asyncio.sleep(0.5)
    found: dict[int, list[float]] = {}
    for entry in entries:
        found.setdefault(int(entry["chat"]), []).append(float(entry["time"]))
    return found


def _delays(sent: list[tuple[int, float]], answered: dict[int, list[float]]) -> tuple[list[float], int]:
    """The n-th message of an owner is answered by their n-th reply: lanes keep the order."""
    delays: list[float] = []
    nth: dict[int, int] = {}
    for owner, at in sent:
        index = nth.get(owner, 0)
        nth[owner] = index + 1
        replies = answered.get(owner, [])
        if index < len(replies):
            delays.append(replies[index] - at)
    return delays, len(delays)


def bot_environment(sandbox: SandboxClient, folder: Path, **more: str) -> dict[str, str]:
    """Environment of a bot that talks to the look-alike and keeps its files in `folder`."""
    return {
        "TELEGRAM_BOT_TOKEN": SANDBOX_TOKEN,
        "TELEGRAM_API_URL": sandbox.base_url,
        "STAFF_CHAT_ID": str(STAFF_CHAT_ID),
        "MANAGER_CHAT_ID": str(MANAGER_CHAT_ID),
        "MANAGER_USER_IDS": ",".join(map(str, MANAGER_USER_IDS)),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench-{BOT_ID}.db",
        "HTTP_PORT": "0",
        "LOG_LEVEL": "WARNING",
        **more,
    }
