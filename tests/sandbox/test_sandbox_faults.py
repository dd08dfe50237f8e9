"""The fault plan: what the bot sees, what was applied all the same, and what the journal says of it."""

import asyncio
import time

import pytest
import telegram
from telegram.error import BadRequest, NetworkError, TimedOut

from bot.sandbox.client import SandboxClient, SandboxRefused
from bot.sandbox.faults import FaultPlan
from bot.sandbox.world import MANAGER_CHAT_ID
from tests.sandbox.new_bots import new_bot


@pytest.mark.parametrize(
    ("fault", "error", "applied"),
    [
        ("error 500", NetworkError, False),
        ("applied 502", NetworkError, True),
        ("error 400 Bad Request: message thread not found", BadRequest, False),
        ("timeout before", TimedOut, False),
        ("timeout after", TimedOut, True),
        ("reset before", NetworkError, False),
        ("reset after", NetworkError, True),
    ],
)
async def test_what_goes_wrong_once(sandbox: SandboxClient, fault: str, error: type[Exception], applied: bool) -> None:
    await sandbox.faults({"method": "sendMessage", "times": 1, "fault": fault})
    async with new_bot(sandbox, read_timeout=0.5) as bot:
        with pytest.raises(error):
            await bot.send_message(MANAGER_CHAT_ID, "전해졌나요")
        await bot.send_message(MANAGER_CHAT_ID, "두 번째")
    texts = [message.text for message in await sandbox.messages(MANAGER_CHAT_ID)]
    entry = (await sandbox.journal("sendMessage"))[0]
    assert texts == (["전해졌나요"] if applied else []) + ["두 번째"]
    assert (entry["applied"], entry["fault"]) == (applied, fault)


async def test_a_delay_only_delays(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.faults({"method": "send*", "fault": "delay 300"})
    began = time.monotonic()
    await bot.send_message(MANAGER_CHAT_ID, "천천히")
    assert time.monotonic() - began >= 0.3


async def test_the_api_is_down_for_a_while(sandbox: SandboxClient, bot: telegram.Bot) -> None:
    await sandbox.faults({"fault": "down 0.6"})
    with pytest.raises(NetworkError):
        await bot.get_me()
    refused = 0
    while refused < 200:
        try:
            await bot.get_me()
            break
        except NetworkError:
            refused += 1
            await asyncio.sleep(0.02)
    assert 0 < refused < 200
    assert (await sandbox.get("faults"))["rules"][0]["remaining_seconds"] == 0


async def test_an_update_that_no_library_can_read(sandbox: SandboxClient) -> None:
    await sandbox.faults({"method": "getUpdates", "times": 1, "fault": "malformed update"})
    updates = (await sandbox.call("getUpdates"))["result"]
    assert updates[0]["message"]["message_id"] == "not a number"
    with pytest.raises((TypeError, AttributeError, KeyError)):
        telegram.Update.de_json(updates[0], None)


def test_chance_is_repeatable_and_choosy() -> None:
    rule = {"method": "send*", "probability": 0.2, "seed": 7, "fault": "error 500"}

    def strikes() -> list[bool]:
        plan = FaultPlan()
        plan.replace([rule])
        return [plan.strike("sendMessage", 1) is not None for _ in range(200)]

    assert strikes() == strikes()
    assert 20 <= sum(strikes()) <= 60
    plan = FaultPlan()
    plan.replace([{"method": "sendMessage", "chat": 5, "skip": 1, "times": 1, "fault": "429 3"}])
    assert [plan.strike(*call) is not None for call in (("getMe", 5), ("sendMessage", 6))] == [False, False]
    assert [plan.strike("sendMessage", 5) is not None for _ in range(3)] == [False, True, False]


async def test_a_fault_that_does_not_exist(sandbox: SandboxClient) -> None:
    with pytest.raises(SandboxRefused, match="unknown fault 'explode'"):
        await sandbox.faults({"fault": "explode"})
