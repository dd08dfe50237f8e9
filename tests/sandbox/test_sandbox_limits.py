"""Flood control: 30 a second in all, 1 a second per private chat after a small burst, 20 a minute per group."""

import pytest
import telegram
from telegram.error import RetryAfter

from bot.sandbox import limits as limits_module
from bot.sandbox.client import SandboxClient, SandboxRefused
from bot.sandbox.errors import TooManyRequests
from bot.sandbox.limits import Limits, LimitSettings
from bot.sandbox.model import Chat
from bot.sandbox.world import MANAGER_CHAT_ID, STAFF_CHAT_ID

PRIVATE = Chat(5_100_000_001, "private")
GROUP = Chat(STAFF_CHAT_ID, "supergroup")


class Seconds:
    """A monotonic clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    seconds = Seconds()
    monkeypatch.setattr(limits_module, "time", seconds)
    return seconds


def test_a_private_chat_takes_a_burst_then_one_a_second(clock: Seconds) -> None:
    limits = Limits(LimitSettings(private_burst=3))
    for _ in range(3):
        limits.spend(PRIVATE)
    with pytest.raises(TooManyRequests) as refused:
        limits.spend(PRIVATE)
    assert refused.value.parameters == {"retry_after": 1}
    clock.now += 1
    limits.spend(PRIVATE)
    with pytest.raises(TooManyRequests):
        limits.spend(PRIVATE)


def test_a_group_takes_twenty_a_minute(clock: Seconds) -> None:
    limits = Limits(LimitSettings())
    for _ in range(20):
        limits.spend(GROUP)
        clock.now += 1
    with pytest.raises(TooManyRequests) as refused:
        limits.spend(GROUP)
    assert refused.value.parameters == {"retry_after": 40}
    clock.now += 40
    limits.spend(GROUP)
    with pytest.raises(TooManyRequests):
        limits.spend(GROUP, 2)


def test_all_chats_share_thirty_a_second(clock: Seconds) -> None:
    limits = Limits(LimitSettings())
    for number in range(30):
        limits.spend(Chat(number + 1, "private"))
    with pytest.raises(TooManyRequests):
        limits.spend(Chat(99, "private"))
    clock.now += 1
    for number in range(30):
        limits.spend(Chat(number + 100, "private"))


def test_nothing_is_counted_when_lifted(clock: Seconds) -> None:
    limits = Limits(LimitSettings(enabled=False))
    for _ in range(500):
        limits.spend(GROUP)


async def test_topics_edits_and_messages_share_the_groups_minute(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.limits(enabled=True, group_per_minute=4)
    topic = await bot.create_forum_topic(STAFF_CHAT_ID, "101동")
    card = await bot.send_message(STAFF_CHAT_ID, "카드", message_thread_id=topic.message_thread_id)
    await card.edit_text("바뀐 카드")
    await bot.send_message(STAFF_CHAT_ID, "일반")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(STAFF_CHAT_ID, "하나 더")
    assert 50 <= refused.value.retry_after <= 60  # type: ignore[operator]
    await bot.send_message(MANAGER_CHAT_ID, "다른 방은 됩니다")
    refusals = [entry for entry in await sandbox.journal("sendMessage") if not entry["ok"]]
    assert [(entry["chat"], entry["applied"], entry["error"]["error_code"]) for entry in refusals] == [
        (STAFF_CHAT_ID, False, 429)
    ]


async def test_an_unknown_limit_is_refused(sandbox: SandboxClient) -> None:
    with pytest.raises(SandboxRefused, match="unknown limit 'speed'"):
        await sandbox.limits(speed=3)
