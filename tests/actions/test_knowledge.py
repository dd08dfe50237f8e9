"""The desk learns while it serves: every process follows, people hear of it once, a broken file changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions.managers import knowledge
from bot.desk import Desk
from bot.errors import NotFound, OfficeError, OperatorError
from bot.knowledge import Examples, Follower, Knowledge, Sources, learned_examples
from bot.operator_text import lines
from intents import elsewhere
from intents.catalogue import Catalogue
from storage.models import AuditEntry
from tests.builders import MANAGER_CHAT, Bench, promised


class Process:
    """One process that follows the knowledge; its desk remembers with what it was loaded."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.loaded: list[Examples] = []
        self.exchanged: list[Desk] = []
        self.refuse: Exception | None = None
        self.follower = Follower(bench.database, self._load, self.exchanged.append, self._tell, known="")

    async def _load(self, learned: Examples) -> Desk:
        if self.refuse is not None:
            raise self.refuse
        self.loaded.append(learned)
        return replace(self.bench.desk, bot_username="fresh")

    async def _tell(self, edition: str, error: Exception | None) -> None:
        async with self.bench.transaction() as work:
            await knowledge.tell_outcome(work, edition, [] if error is None else ["office.yaml:3: no such key"])


async def told(bench: Bench) -> list[str]:
    async with bench.transaction() as work:
        return [str(row.params["text"]) for row in await promised(work, chat_id=MANAGER_CHAT)]


async def test_an_example_reaches_every_process_and_the_managers_hear_of_it_once(bench: Bench) -> None:
    one, other = Process(bench), Process(bench)
    assert not await one.follower.step()
    async with bench.transaction() as work:
        await knowledge.add_example(work, "fee.amount", "물값 얼마나 나왔소", by="user:7")
    for process in (one, other):
        assert await process.follower.step()
        assert not await process.follower.step()
        assert process.loaded == [{"fee.amount": {"ko": ("물값 얼마나 나왔소",)}}]
        assert [desk.bot_username for desk in process.exchanged] == ["fresh"]
    lines = await told(bench)
    assert len(lines) == 1
    assert "새로 읽었습니다" in lines[0]


async def test_a_broken_file_keeps_the_old_desk_and_says_where(bench: Bench) -> None:
    process = Process(bench)
    process.refuse = OfficeError("office-folder-missing", where="office.yaml:3")
    async with bench.transaction() as work:
        await knowledge.ask_reload(work, by="user:7")
    assert not await process.follower.step()
    assert process.exchanged == []
    assert "office.yaml:3: no such key" in (await told(bench))[0]
    process.refuse = None
    assert not await process.follower.step(), "nobody has asked again"
    async with bench.transaction() as work:
        await knowledge.ask_reload(work, by="user:7")
    assert await process.follower.step()


@pytest.mark.parametrize("trouble", [OSError("no such file"), MemoryError()])
async def test_what_fails_in_an_unexpected_way_is_tried_again_until_it_is_told(
    bench: Bench, trouble: Exception
) -> None:
    process = Process(bench)
    async with bench.transaction() as work:
        await knowledge.ask_reload(work, by="user:7")
    process.refuse = trouble
    for _ in range(2):
        with pytest.raises(type(trouble)):
            await process.follower.step()
    process.refuse = None
    assert await process.follower.step()
    assert "새로 읽었습니다" in (await told(bench))[0]


DYING_TRAINER = """#!/bin/sh
cat > /dev/null
echo "cached weights cannot be used" >&2
echo "intents: the system ended a trainer, as it does when memory is short" >&2
exit 2
"""


async def test_a_training_that_ends_early_is_told_in_one_line(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = tmp_path / "trainer"
    trainer.write_text(DYING_TRAINER, encoding="utf-8")
    trainer.chmod(0o700)
    monkeypatch.setattr(elsewhere.sys, "executable", str(trainer))
    knowledge = Knowledge(bench.desk.office, bench.desk.texts, Catalogue({}))
    with pytest.raises(OperatorError) as told:
        await knowledge.taught(bench.desk, tmp_path / "cache", Sources())
    assert lines(told.value)[0].startswith(
        "The training on the examples ended early: the system ended a trainer, as it does when memory is short."
    )


async def test_an_example_of_an_unknown_intent_is_refused(bench: Bench) -> None:
    async with bench.transaction() as work:
        with pytest.raises(NotFound):
            await knowledge.add_example(work, "no.such.id", "무엇", by="user:7")
    assert (await learned_examples(bench.database))[1] == {}


async def test_who_taught_what_is_on_record(bench: Bench) -> None:
    async with bench.transaction() as work:
        await knowledge.add_example(work, "fee.amount", "물값 얼마", by="user:7")
        entry = await work.session.get_one(AuditEntry, 1)
        assert (entry.actor, entry.action, entry.subject) == ("user:7", "example.add", "fee.amount")
