"""Several processes at one database, and a database that cuts them off: every chat keeps its order, nothing is lost."""

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.sandbox.client import SandboxClient
from bot.sandbox.process import free_port
from storage.database import Database
from tests.faults.conftest import a_town
from tests.faults.crowd import LINES, QUESTIONS, Crowd, asks, talks_to_a_person
from tests.faults.door import door
from tests.faults.ledger import Ledger, in_order
from tests.faults.lives import all_told, learn_examples, lives, when_settled
from tests.journeys.town import ROOT, Town
from tests.waiting import until

ASKERS, QUESTIONS_EACH, TALKERS = 5, 10, 3
ONLY_POSTGRESQL = pytest.mark.parametrize("database_kind", ["postgresql"])
CUT_OFF = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid()"
)


@ONLY_POSTGRESQL
async def test_one_replica_is_killed_while_another_goes_on(
    sandbox: SandboxClient, database_url: str, tmp_path: Path
) -> None:
    await learn_examples()
    await sandbox.limits(webhook_retry_seconds=0.1, webhook_retry_max_seconds=0.5)
    ports = free_port(), free_port()
    async with door(*ports) as entrance:
        env = {"WEBHOOK_URL": f"http://127.0.0.1:{entrance}/telegram/webhook", "WEBHOOK_SECRET": "sesame"}
        towns = [a_town(sandbox, database_url, tmp_path / str(port), port, **env) for port in ports]
        async with Crowd(sandbox.base_url) as crowd, lives(towns[0]) as first, lives(towns[1]) as second:
            await first.begin()
            await second.begin()
            await first.serves()
            await second.serves()
            people, stories = await _begin(crowd)
            await _acts(crowd, 20)
            await first.kill()
            await _acts(crowd, 20)
            await first.begin()
            await _acts(crowd, 10)
            await second.kill()
            crowd.turnstile.let_through(1000)
            await all_told(stories, first, second)
            ledger = await when_settled(towns[0])
            await first.stop()
    _all_is_well(ledger, crowd, people)


@ONLY_POSTGRESQL
async def test_a_database_that_cuts_everybody_off_is_gone_back_to(town: Town) -> None:
    """Those who lead poller and dispatcher lose the lead with their session, and lead again."""
    database = Database.open(town.database_url)
    async with Crowd(town.sandbox.base_url) as crowd, lives(town) as service:
        await service.begin()
        await service.serves()
        people, stories = await _begin(crowd)
        for _ in range(3):
            await _acts(crowd, 15)
            async with database.unit_of_work() as unit:
                await unit.session.execute(CUT_OFF)
        crowd.turnstile.let_through(1000)
        await all_told(stories, service)
        ledger = await when_settled(town)
        await service.stop()
    await database.dispose()
    _all_is_well(ledger, crowd, people)


async def test_an_operators_commands_at_the_same_database_disturb_nothing(town: Town, tmp_path: Path) -> None:
    async with Crowd(town.sandbox.base_url) as crowd, lives(town) as service:
        await service.begin()
        await service.serves()
        people, stories = await _begin(crowd)
        crowd.turnstile.let_through(1000)
        told = asyncio.create_task(all_told(stories, service))
        ends = [await _storage(town, "check"), await _storage(town, "backup", str(tmp_path / "copy"))]
        await told
        ledger = await when_settled(town)
        await service.stop()
    assert ends == [0, 0]
    _all_is_well(ledger, crowd, people)


async def _begin(crowd: Crowd) -> tuple[list[int], list[asyncio.Task[None]]]:
    """The chats of those who ask, and everybody's stories, which wait at the turnstile."""
    askers = [await crowd.newcomer(f"묻는 사람 {number}") for number in range(ASKERS)]
    talkers = [await crowd.newcomer(f"상담하는 사람 {number}") for number in range(TALKERS)]
    stories = [asks(owner, QUESTIONS_EACH) for owner in askers]
    stories += [talks_to_a_person(crowd, owner, "이민수") for owner in talkers]
    return [owner.id for owner in askers], [asyncio.create_task(story) for story in stories]


async def _acts(crowd: Crowd, number: int) -> None:
    """Lets so many through and waits until they have acted."""
    wanted = crowd.acts + number
    crowd.turnstile.let_through(number)
    await until(lambda: crowd.acts >= wanted)


async def _storage(town: Town, *words: str) -> int:
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "storage", *words, cwd=ROOT, env=town.environment(), stdout=asyncio.subprocess.DEVNULL
    )
    return await command.wait()


def _all_is_well(ledger: Ledger, crowd: Crowd, askers: list[int]) -> None:
    assert ledger.unserved(crowd.messages_sent, crowd.taps) == []
    assert {row.state for row in ledger.inbox} == {"done"}
    assert {row.state for row in ledger.outbox} <= {"sent", "dropped", "ambiguous"}
    assert ledger.given_up() == []
    assert ledger.unseen() == []
    assert ledger.unexplained() == []
    assert ledger.out_of_order() == []
    wanted = [QUESTIONS[place % len(QUESTIONS)][1] for place in range(QUESTIONS_EACH)]
    for chat in askers:
        assert in_order(wanted, ledger.texts_to(chat)) == QUESTIONS_EACH
    said = [message.text for message in ledger.messages]
    for number in range(TALKERS):
        assert [words for words in said if words.startswith(f"상담하는 사람 {number}의")] == [
            f"상담하는 사람 {number}의 {line}" for line in LINES
        ]
