"""Owners and staff who do not know that the service dies around them, and a turnstile that lets them act one by one."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.client import Found, SandboxClient
from bot.sandbox.errors import Json
from bot.sandbox.journey import Person
from bot.sandbox.world import STAFF_CHAT_ID
from tests.journeys.people import reports, settles_in

PATIENCE_SECONDS = 300.0
QUESTIONS = (
    ("관리비 언제까지 내야 돼요?", "말일"),
    ("분리수거 무슨 요일이에요?", "재활용품은 매주"),
    ("헬스장 몇 시까지 해요?", "헬스장: 06:00"),
    ("관리사무소 전화번호 알려 주세요", "관리동 1층"),
    ("강아지 키워도 되나요?", "반려동물과 함께"),
)
LINES = ("첫째 줄", "둘째 줄", "셋째 줄")


@dataclass(slots=True)
class Turnstile:
    """Nobody acts without a pass; the passes of a life are handed out by whoever ends it."""

    _passes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def wait(self) -> None:
        await self._passes.acquire()

    def let_through(self, number: int) -> None:
        for _ in range(number):
            self._passes.release()


class Crowd(SandboxClient):
    """The look-alike as its people use it: every act waits for a pass and is noted, and nobody loses patience."""

    def __init__(self, base_url: str) -> None:
        super().__init__(base_url)
        self.turnstile = Turnstile()
        self.messages_sent: list[tuple[int, int]] = []
        self.taps: list[str] = []

    @property
    def acts(self) -> int:
        return len(self.messages_sent) + len(self.taps)

    async def act(self, **wish: Any) -> Json:
        await self.turnstile.wait()
        done = await super().act(**wish)
        if wish["do"] == "tap":
            self.taps.append(done["callback_id"])
        else:
            self.messages_sent += [(wish["chat"], number) for number in done["message_ids"]]
        return done

    async def eventually(
        self,
        probe: Callable[[], Awaitable[Found | None]],
        seconds: float = PATIENCE_SECONDS,
        failure: Callable[[], Awaitable[str]] | None = None,
    ) -> Found:
        return await super().eventually(probe, PATIENCE_SECONDS, failure)

    async def newcomer(self, name: str) -> Person:
        """Somebody who has pressed Start once and speaks Korean."""
        return await self.user(name, started=True, language_code="ko")


async def asks(owner: Person, number: int) -> None:
    """One question after the other, without waiting for answers."""
    for place in range(number):
        await owner.sends(QUESTIONS[place % len(QUESTIONS)][0])


async def reports_a_leak(owner: Person) -> None:
    """From /start to the receipt, and a question after it."""
    await settles_in(owner)
    await reports(owner)
    await owner.sends(QUESTIONS[0][0])
    await owner.hears(QUESTIONS[0][1])


async def talks_to_a_person(crowd: Crowd, owner: Person, colleague: str) -> None:
    """A person is asked for and comes; both say three things in a row; the bot takes over again."""
    await owner.sends("상담원 연결해 주세요")
    staff = (await crowd.user(colleague)).in_topic(await _topic_of(crowd, owner))
    await staff.sends("/claim")
    await owner.hears("적어 주신 내용을 보고 있습니다")
    for line in LINES:
        await staff.sends(f"{owner.name}님께 {line}")
    await owner.hears(LINES[-1])
    for line in LINES:
        await owner.sends(f"{owner.name}의 {line}")
    await staff.sees(f"{owner.name}의 {LINES[-1]}")
    await staff.sends("/bot")
    await owner.hears("자동 안내로 돌아왔습니다")


async def _topic_of(crowd: Crowd, owner: Person) -> int:
    """The topic in which the owner is announced. Another one may stand empty, made by a process that then died."""

    async def probe() -> int | None:
        for topic in await crowd.topics():
            said = await crowd.messages(STAFF_CHAT_ID, topic["thread"]) if owner.name in topic["name"] else []
            if any("맡기" in message.button_texts for message in said):
                return int(topic["thread"])
        return None

    return await crowd.eventually(probe)
