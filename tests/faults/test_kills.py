"""Two hundred updates, two dozen deaths of the process, and a Telegram that fails now and then: nothing is lost."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from bot.faults import Moment
from tests.faults.crowd import LINES, QUESTIONS, Crowd, asks, reports_a_leak, talks_to_a_person
from tests.faults.ledger import Ledger, in_order
from tests.faults.lives import Lives, all_told, lives, when_settled
from tests.journeys.town import Town

UPDATES = 200
DEATHS_OF_A_KIND = 4
ACTS_OF_A_LIFE = 8
ASKERS, QUESTIONS_EACH, REPORTERS, TALKERS = 8, 12, 6, 6
STAFF = ("이민수", "정하늘")
# The latest time at which a moment may bring death; early enough to come with a life's few acts.
LATEST = {
    Moment.BEFORE_INBOX_COMMIT: 2,
    Moment.AFTER_INBOX_COMMIT: 2,
    Moment.INSIDE_TRANSACTION: 5,
    Moment.AFTER_OUTBOX_CLAIM: 4,
    Moment.AFTER_ACCEPTANCE: 6,
}
SENDING = ("sendMessage", "copy*", "edit*", "create*", "pin*", "answer*", "setMessage*")
FAULTS = ("429 1", "error 500", "applied 502", "reset before", "reset after")


@pytest.fixture
def dice() -> random.Random:
    """FAULTS_SEED repeats a run: the order of deaths, their moments, and Telegram's failures."""
    seed = int(os.environ.get("FAULTS_SEED") or random.SystemRandom().randrange(10**6))
    sys.stdout.write(f"FAULTS_SEED={seed}\n")
    return random.Random(seed)


async def test_two_hundred_updates_outlive_two_dozen_kills(town: Town, dice: random.Random) -> None:
    await town.sandbox.faults(*_failures(dice))
    async with Crowd(town.sandbox.base_url) as crowd, lives(town) as service:
        people, stories = await _begin(crowd)
        deaths = 0
        for plan in _plans(dice):
            deaths += await _live_and_die(crowd, service, plan, dice)
        await service.begin()
        crowd.turnstile.let_through(10 * UPDATES)
        await all_told(stories, service)
        ledger = await when_settled(town)
        await service.stop()

    assert deaths == DEATHS_OF_A_KIND * (len(Moment) + 1)
    assert crowd.acts >= UPDATES
    assert ledger.wrongs(crowd.messages_sent, crowd.taps) == []
    assert len(ledger.tickets) == REPORTERS
    _everybody_was_heard_in_order(ledger, people)
    sys.stdout.write(
        f"{crowd.acts} updates, {deaths} kills, {len(ledger.outbox)} promises: "
        f"{ledger.repeats} repeats, {ledger.ambiguous} ambiguous rows\n"
    )


def _plans(dice: random.Random) -> Iterator[dict[str, Any]]:
    """Four deaths at each moment and four without one, shuffled."""
    moments: list[Moment | None] = [*Moment, None] * DEATHS_OF_A_KIND
    dice.shuffle(moments)
    for moment in moments:
        yield {} if moment is None else {"moment": moment, "times": dice.randint(1, LATEST[moment])}


def _failures(dice: random.Random) -> list[dict[str, Any]]:
    """One call in twenty fails, in one way or another; a few are never answered."""
    rules: list[dict[str, Any]] = [
        {"method": method, "fault": fault, "probability": 0.05 / len(FAULTS), "seed": dice.random()}
        for method in SENDING
        for fault in FAULTS
    ]
    silences = [
        {"method": "sendMessage", "fault": fault, "probability": 0.03, "times": 2, "seed": dice.random()}
        for fault in ("timeout before", "timeout after")
    ]
    return silences + rules


async def _begin(crowd: Crowd) -> tuple[dict[str, list[int]], list[asyncio.Task[None]]]:
    """Everybody's chat by what they do, and their stories, which wait at the turnstile."""
    people: dict[str, list[int]] = {"asks": [], "reports": [], "talks": []}
    stories = []
    for number in range(ASKERS):
        owner = await crowd.newcomer(f"묻는 사람 {number}")
        people["asks"].append(owner.id)
        stories.append(asks(owner, QUESTIONS_EACH))
    for number in range(REPORTERS):
        owner = await crowd.newcomer(f"신고하는 사람 {number}")
        people["reports"].append(owner.id)
        stories.append(reports_a_leak(owner))
    for number in range(TALKERS):
        owner = await crowd.newcomer(f"상담하는 사람 {number}")
        people["talks"].append(owner.id)
        stories.append(talks_to_a_person(crowd, owner, STAFF[number % len(STAFF)]))
    return people, [asyncio.create_task(story) for story in stories]


async def _live_and_die(crowd: Crowd, service: Lives, plan: dict[str, Any], dice: random.Random) -> int:
    """One life: people act, some of them before it has begun, until it ends as planned."""
    crowd.turnstile.let_through(ACTS_OF_A_LIFE // 4)
    await service.begin(**plan)
    ending = asyncio.create_task(service.over())
    crowd.turnstile.let_through(ACTS_OF_A_LIFE - ACTS_OF_A_LIFE // 4)
    if not plan:
        await asyncio.wait({ending}, timeout=dice.uniform(0.1, 2.5))
        os.kill(service.pid, signal.SIGKILL)
    while not (await asyncio.wait({ending}, timeout=1.0))[0]:
        crowd.turnstile.let_through(1)  # its moment has not come yet: somebody else does something
    assert ending.result() == -signal.SIGKILL
    return 1


def _everybody_was_heard_in_order(ledger: Ledger, people: dict[str, list[int]]) -> None:
    wanted = [QUESTIONS[place % len(QUESTIONS)][1] for place in range(QUESTIONS_EACH)]
    for chat in people["asks"]:
        assert in_order(wanted, ledger.texts_to(chat)) == QUESTIONS_EACH
    for chat in people["reports"]:
        assert sum("접수번호" in text for text in ledger.texts_to(chat)) == 1
    for number, chat in enumerate(people["talks"]):
        name = f"상담하는 사람 {number}"
        assert in_order([f"{name}님께 {line}" for line in LINES], ledger.texts_to(chat)) == len(LINES)
        said = [message.text for message in ledger.messages if message.text.startswith(f"{name}의 ")]
        assert said == [f"{name}의 {line}" for line in LINES]
