"""From the inbox to transactions: in order, once, and none held up by another."""

import asyncio
import contextlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.clock import DueTimers
from bot.desk import Work
from bot.faults import Moment
from bot.incoming import TooEarly
from bot.ingress.worker import LANES_AT_ONCE, MAX_DEATHS, MAX_TRIES
from storage import inbox, timers
from storage.database import Database
from storage.inbox import Head, mark_done
from storage.installation import get_fact, set_fact
from storage.models import InboxRow, InboxState
from tests.builders import Bench
from tests.ingress.inbox_story import InboxStory, message
from tests.waiting import until

OWNER, NEIGHBOUR, GROUP = 5001, 5002, -1001

ONLY_WHERE_TWO_WRITE_AT_ONCE = pytest.mark.parametrize("database_kind", ["postgresql"])


@pytest.fixture
def story(bench: Bench) -> InboxStory:
    return InboxStory(bench)


async def test_a_chat_is_served_in_the_order_in_which_it_wrote(story: InboxStory) -> None:
    await story.receives(*(message(OWNER, str(number)) for number in range(8)))
    async with story.working():
        rows = await story.worked()
    assert story.served == [[str(number)] for number in range(8)]
    assert {(row.state, row.tries) for row in rows} == {("done", 1)}


async def test_chats_and_topics_do_not_wait_for_one_another(story: InboxStory) -> None:
    mended = asyncio.Event()

    async def fail_until_mended(_work: Work, updates: Sequence[Any]) -> None:
        if updates[0]["message"]["text"] == "느린 것" and not mended.is_set():
            raise RuntimeError("not yet")

    story.serve = fail_until_mended
    await story.receives(message(OWNER, "느린 것"), message(OWNER, "뒤에"), message(NEIGHBOUR, "이웃"))
    await story.receives(message(GROUP, "주제", thread=9), message(GROUP, "다른 주제", thread=10))
    async with story.working():
        await until(lambda: len(story.served) == 3)
        await until(lambda: _waits(story, 1))
        mended.set()
        story.pass_time(60)
        await until(lambda: len(story.served) == 5)
    assert sorted(story.served[:3]) == [["다른 주제"], ["이웃"], ["주제"]]
    assert story.served[3:] == [["느린 것"], ["뒤에"]]


async def test_an_update_that_came_twice_is_served_once(story: InboxStory) -> None:
    update = message(OWNER, "안녕하세요")
    await story.receives(update)
    await story.receives(update, update)
    async with story.working():
        await story.worked()
    assert story.served == [["안녕하세요"]]


async def test_an_update_id_that_is_used_again_for_something_else_is_another_update(story: InboxStory) -> None:
    first, second = message(OWNER, "하나"), message(OWNER, "둘")
    second["update_id"] = first["update_id"]
    await story.receives(first)
    await story.receives(second)
    async with story.working():
        await story.worked()
    assert story.served == [["하나"], ["둘"]]


async def test_an_album_is_served_as_one_once_no_more_parts_come(story: InboxStory) -> None:
    """The parts come apart, and are collected in the database: a restart in between loses none."""
    await story.receives(message(OWNER, "사진 1", group="g"))
    story.pass_time(1.0)
    async with story.working():
        await story.receives(message(OWNER, "사진 2", group="g"))
        await story.receives(message(OWNER, "사진 다음에"))
        story.pass_time(1.4)
        await story.receives(message(NEIGHBOUR, "이웃"))
        await until(lambda: story.served == [["이웃"]])
    async with story.working():
        story.pass_time(0.2)
        await story.worked()
    assert story.served == [["이웃"], ["사진 1", "사진 2"], ["사진 다음에"]]


async def test_an_attempt_is_counted_before_it_is_made(story: InboxStory) -> None:
    """So that an update which kills the process cannot do so for ever."""
    seen: list[int] = []

    async def look(moment: Moment) -> None:
        if moment is Moment.INSIDE_TRANSACTION:
            seen.extend(row.tries for row in await story.rows())

    story.reached = look
    await story.receives(message(OWNER, "안녕하세요"))
    async with story.working():
        await story.worked()
    assert seen == [1]


async def test_what_ends_the_process_each_time_is_put_aside_and_the_chat_goes_on(story: InboxStory) -> None:
    await story.receives(message(OWNER, "독"), message(OWNER, "뒤에"), message(NEIGHBOUR, "이웃"))
    for _ in range(MAX_DEATHS):
        await _killed_at(story, "독")
    async with story.working():
        poison, behind, neighbour = await story.worked()
    assert (poison.state, poison.tries) == ("quarantined", MAX_DEATHS + 1)
    assert (behind.state, neighbour.state) == ("done", "done")
    assert story.told == [poison.id]


async def test_the_neighbours_of_what_ends_the_process_are_not_put_aside_with_it(story: InboxStory) -> None:
    """They were being served at the same moment each time."""
    await story.receives(message(OWNER, "독"), *(message(6000 + number, str(number)) for number in range(7)))
    for _ in range(MAX_DEATHS):
        await _killed_at(story, "독")
    async with story.working():
        rows = await story.worked()
    assert [row.state for row in rows] == ["quarantined"] + ["done"] * 7
    assert story.told == [rows[0].id]


async def test_a_row_that_only_happened_to_be_there_at_many_deaths_is_served(story: InboxStory) -> None:
    """A machine that goes down again and again may find the same message each time; that it fails at something that
    passes, before and afterwards, does not make it the reason."""
    failures = [ValueError("afterwards"), TooEarly(), ValueError("before")]

    async def fail_once(_work: Work, _updates: Sequence[Any]) -> None:
        if failures:
            raise failures.pop()

    async def has_failed(left: int) -> bool:
        story.pass_time(1)
        return len(failures) == left and (await story.rows())[0].not_before is not None

    async def served_in_time() -> bool:
        story.pass_time(1)
        return [row.state for row in await story.rows()] == ["done"]

    story.serve = fail_once
    await story.receives(message(OWNER, "안녕하세요"))
    async with story.working():
        await until(lambda: has_failed(1))
    for _ in range(MAX_DEATHS - 1):
        await _killed_at(story, "안녕하세요")
    async with story.working():
        await until(served_in_time)
    assert not failures
    assert not story.told


async def test_what_fails_each_time_is_put_aside_with_an_error_number_that_stands_in_the_log(
    story: InboxStory, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(_work: Work, updates: Sequence[Any]) -> None:
        if updates[0]["message"]["text"] == "독":
            raise ValueError("cannot be served")

    story.serve = fail
    await story.receives(message(OWNER, "독"), message(OWNER, "뒤에"))
    async with story.working():
        for tries in range(1, MAX_TRIES):
            await until(lambda tries=tries: _waits(story, tries))
            story.pass_time(2.0)
        poison, behind = await story.worked()
    assert (poison.state, poison.tries, behind.state) == ("quarantined", MAX_TRIES, "done")
    number, _, kind = (poison.error or "").partition(": ")
    assert kind == "ValueError"
    assert f"error {number}" in caplog.text
    assert story.served == [["뒤에"]]


async def test_a_failure_leaves_nothing_of_what_was_begun(story: InboxStory) -> None:
    failures = [ValueError("half-way")]

    async def begin_and_fail(work: Work, _updates: Sequence[Any]) -> None:
        count = int(await get_fact(work.session, "count") or 0)
        await set_fact(work.session, "count", str(count + 1))
        if failures:
            raise failures.pop()

    story.serve = begin_and_fail
    await story.receives(message(OWNER, "안녕하세요"))
    async with story.working():
        await until(lambda: _waits(story, 1))
        story.pass_time(1.0)
        [row] = await story.worked()
    async with story.bench.transaction() as work:
        assert await get_fact(work.session, "count") == "1"
    assert (row.state, row.tries, row.error) == ("done", 2, None)


async def test_when_nobody_can_be_told_the_row_is_put_aside_all_the_same(story: InboxStory) -> None:
    async def fail(_work: Work, _updates: Sequence[Any]) -> None:
        raise ValueError("cannot be served")

    async def cannot_tell(_work: Work, _row: Any) -> None:
        raise ValueError("cannot be told")

    story.serve = fail
    await story.receives(message(OWNER, "독"))
    worker = story.worker()
    worker.handlers = type(worker.handlers)(worker.handlers.updates, worker.handlers.timer, cannot_tell)
    for _ in range(MAX_TRIES):
        await worker.step()
        await asyncio.gather(*worker._busy.values())
        story.pass_time(2.0)
    assert [row.state for row in await story.rows()] == ["quarantined"]


@ONLY_WHERE_TWO_WRITE_AT_ONCE
async def test_what_another_replica_is_serving_is_left_alone(story: InboxStory, database_url: str) -> None:
    """However often it is looked at: no attempt is counted, nothing is put aside, and other chats are served."""
    begun, end = asyncio.Event(), asyncio.Event()

    async def take_long(_work: Work, updates: Sequence[Any]) -> None:
        if updates[0]["message"]["text"] == "오래 걸리는 것":
            assert not begun.is_set(), "served by two replicas at once"
            begun.set()
            await end.wait()

    story.serve = take_long
    await story.receives(message(OWNER, "오래 걸리는 것"), message(OWNER, "뒤에"))
    other = Database.open(database_url)
    async with story.working():
        await begun.wait()
        try:
            second = story.worker(other)
            for _ in range(3 * MAX_TRIES):
                await second.step()
                await asyncio.gather(*second._busy.values())
            await story.receives(message(NEIGHBOUR, "이웃"))
            await second.step()
            await asyncio.gather(*second._busy.values())
            await until(lambda: story.served == [["이웃"]])
        finally:
            end.set()  # whatever went wrong: the first replica waits for it
        rows = await story.worked()
    await other.dispose()
    assert story.served == [["이웃"], ["오래 걸리는 것"], ["뒤에"]]
    assert [(row.state, row.tries) for row in rows] == [("done", 1)] * 3
    assert story.told == []


async def test_two_replicas_keep_the_order_of_every_chat(story: InboxStory, database_url: str) -> None:
    chats = range(6000, 6006)
    for number in range(10):
        await story.receives(*(message(chat, f"{chat} {number}") for chat in chats))
    other = Database.open(database_url)
    async with story.working(), story.working(other):
        rows = await story.worked()
    await other.dispose()
    for chat in chats:
        assert [texts for texts in story.served if texts[0].startswith(f"{chat} ")] == [
            [f"{chat} {number}"] for number in range(10)
        ]
    assert {row.state for row in rows} == {InboxState.DONE}


async def test_what_is_due_takes_the_way_of_an_update_once(story: InboxStory, database_url: str) -> None:
    """In its lane, behind what came before, however many replicas tick."""
    now = story.bench.clock.now()
    async with story.bench.transaction() as work:
        for minutes in (0, 5):
            await timers.plan(
                work.session,
                kind="survey_push",
                lane=f"chat:{OWNER}",
                due_at=now + timedelta(minutes=minutes),
                dedupe_key=f"survey_push:{minutes}",
                data={"survey_id": minutes},
                now=now,
            )
    await story.receives(message(OWNER, "먼저"))
    other = Database.open(database_url)
    ticks = [
        DueTimers(database, story.bench.clock.now, story.real.now, story.wake.set)
        for database in (story.bench.database, other)
    ]
    fired = await asyncio.gather(*(tick.tick() for tick in ticks for _ in range(3)))
    await other.dispose()
    assert sum(fired) == 1
    async with story.working():
        first, due = await story.worked()
    assert (first.kind, due.kind, due.lane, due.source) == ("update", "timer", f"chat:{OWNER}", "timer")
    assert story.timers == [("survey_push", {"survey_id": 0})]


@pytest.fixture
def only_woken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker looks when it is woken, and never by itself."""
    monkeypatch.setattr("bot.ingress.worker._IDLE_SECONDS", 3600.0)


@pytest.mark.usefixtures("only_woken")
async def test_what_waits_behind_another_is_taken_up_at_its_end(story: InboxStory) -> None:
    await story.receives(message(OWNER, "하나"), message(OWNER, "둘"))
    async with story.working():
        await story.worked()
    assert story.served == [["하나"], ["둘"]]


@pytest.mark.usefixtures("only_woken")
async def test_a_chat_for_which_there_was_no_room_is_taken_up_when_there_is(story: InboxStory) -> None:
    chats = range(6000, 6000 + 3 * LANES_AT_ONCE)
    await story.receives(*(message(chat, "안녕하세요") for chat in chats))
    async with story.working():
        await story.worked()
    assert len(story.served) == len(chats)


@pytest.mark.usefixtures("only_woken")
async def test_what_comes_while_its_chat_is_served_is_taken_up_at_the_end(story: InboxStory) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def take_long(_work: Work, _updates: Sequence[Any]) -> None:
        begun.set()
        await end.wait()

    story.serve = take_long
    await story.receives(message(OWNER, "하나"))
    async with story.working():
        await begun.wait()
        if story.bench.database.dialect == "postgresql":  # SQLite has one writer: it can only come afterwards
            await story.receives(message(OWNER, "둘"))
            await until(lambda: not story.wake.is_set())
            end.set()
        else:
            end.set()
            await story.receives(message(OWNER, "둘"))
        await story.worked()
    assert story.served == [["하나"], ["둘"]]


@pytest.mark.usefixtures("only_woken")
async def test_nobody_looks_for_more_where_nothing_can_have_come(story: InboxStory) -> None:
    looks = 0

    def count() -> timedelta:
        nonlocal looks
        looks += 1
        return timedelta(0)

    await story.receives(message(OWNER, "안녕하세요"))
    async with story.working() as worker:
        worker.album = count
        await story.worked()
        await until(lambda: not worker._busy and not story.wake.is_set())
    assert looks == 1


async def test_the_end_lets_what_is_under_way_finish(story: InboxStory) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def take_long(_work: Work, _updates: Sequence[Any]) -> None:
        begun.set()
        await end.wait()

    story.serve = take_long
    await story.receives(message(OWNER, "안녕하세요"))
    worker, stop = story.worker(), asyncio.Event()
    running = asyncio.create_task(worker.run(stop))
    await begun.wait()
    stop.set()
    worker.wake.set()
    await asyncio.wait({running}, timeout=0.05)
    assert not running.done()
    end.set()
    await running
    assert [row.state for row in await story.rows()] == ["done"]


async def _waits(story: InboxStory, tries: int) -> bool:
    """Whether a row has failed so often and is to be tried again later."""
    now = story.real.now()
    return any(row.tries == tries and row.not_before is not None and row.not_before > now for row in await story.rows())


async def _comes(moment: asyncio.Event) -> bool:
    """Whether it comes within a blink."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(moment.wait(), 0.05)
    return moment.is_set()


async def _killed_at(story: InboxStory, text: str) -> None:
    """A process that is gone when it comes to the message of this text, with whatever was begun beside it."""
    reached = asyncio.Event()

    async def die(_work: Work, updates: Sequence[Any]) -> None:
        if updates[0]["message"]["text"] == text:
            reached.set()
        elif not await _comes(reached):
            return
        await asyncio.Event().wait()

    usual, story.serve = story.serve, die
    worker = story.worker()
    while not await _comes(reached):
        await worker.step()
        story.pass_time(0.5)
    while worker._busy:
        for task in worker._busy.values():
            task.cancel()
        await asyncio.sleep(0)
    story.serve = usual


async def test_the_trouble_of_the_database_is_no_try_of_a_row(
    story: InboxStory, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that is full for a while, or a server that goes away, puts nobody's words aside."""
    troubles = [True] * (2 * MAX_TRIES)

    async def serve_if_there_is_room(work: Work, _updates: Sequence[Any]) -> None:
        await set_fact(work.session, "half-way", "begun")
        if troubles:
            troubles.pop()
            await _meet_trouble(work)
        await _allow_all_room(work)

    story.serve = serve_if_there_is_room
    await story.receives(message(OWNER, "불이야"), message(OWNER, "뒤에"))
    async with story.working():
        while troubles:
            left = len(troubles)
            await until(lambda left=left: len(troubles) < left)
            await until(lambda left=left: caplog.text.count("inbox row 1 waits") == 2 * MAX_TRIES - left + 1)
            assert (await story.rows())[0].tries == 1
            story.pass_time(60)
        rows = await story.worked()
    assert story.served == [["불이야"], ["뒤에"]]
    assert {(row.state, row.tries) for row in rows} == {("done", 1)}
    assert not story.told


async def test_a_row_that_another_replica_served_meanwhile_is_waited_for_no_longer(story: InboxStory) -> None:
    async def meet_trouble(_work: Work, _updates: Sequence[Any]) -> None:
        raise ConnectionRefusedError("the server is away")

    story.serve = meet_trouble
    await story.receives(message(OWNER, "안녕하세요"))
    async with story.working() as worker:
        await until(lambda: worker._troubles)
        async with story.bench.database.unit_of_work() as unit:
            [row] = await unit.session.scalars(select(InboxRow))
            mark_done([row], story.real.now())
            await unit.commit()
        story.pass_time(1)
        await until(lambda: not worker._troubles)


@pytest.mark.parametrize("database_kind", ["postgresql"])  # SQLite's one writer lets nobody look meanwhile
async def test_trouble_that_is_met_while_the_worker_looks_for_more_is_not_forgotten(
    story: InboxStory, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends = asyncio.Event(), asyncio.Event()
    worker = story.worker()
    look = inbox.heads

    async def meet_trouble(_work: Work, _updates: Sequence[Any]) -> None:
        begun.set()
        await ends.wait()
        raise ConnectionRefusedError("the server is away")

    async def look_slowly(*given: Any) -> list[Head]:
        found = await look(*given)
        ends.set()
        await until(lambda: worker._troubles and not worker._busy)
        return found

    story.serve = meet_trouble
    await story.receives(message(OWNER, "불이야"))
    await worker.step()
    await until(begun.is_set)
    monkeypatch.setattr(inbox, "heads", look_slowly)
    await worker.step()
    assert list(worker._troubles) == [(await story.rows())[0].id]


async def _meet_trouble(work: Work) -> None:
    """The disk is full, or the server ends the connection."""
    if work.session.get_bind().dialect.name == "sqlite":
        await work.session.execute(text("PRAGMA max_page_count=1"))  # as many as there are: no room for one more
        await set_fact(work.session, "too much", "x" * 100_000)
        await work.session.flush()
    else:
        await work.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    raise AssertionError("there was no trouble")


async def _allow_all_room(work: Work) -> None:
    if work.session.get_bind().dialect.name == "sqlite":
        await work.session.execute(text("PRAGMA max_page_count=1000000"))


async def test_what_comes_too_early_is_understood_a_little_later_and_that_was_no_try(story: InboxStory) -> None:
    left = MAX_TRIES + 2

    async def serve(work: Work, updates: Sequence[Any]) -> None:
        nonlocal left
        left -= 1
        if left > 0:
            raise TooEarly

    async def served_in_time() -> bool:
        story.pass_time(1)
        return ["그 다음"] in story.served

    story.serve = serve
    await story.receives(message(OWNER, "곧"), message(OWNER, "그 다음"))
    async with story.working():
        await until(served_in_time)
        rows = await story.worked()
    assert story.served == [["곧"], ["그 다음"]]
    assert {(row.state, row.tries) for row in rows} == {("done", 1)}
    assert not story.told
