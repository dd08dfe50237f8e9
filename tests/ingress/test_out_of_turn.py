"""What cannot wait is worked before its turn; whatever stands before it in its lane stays where it is."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import Work
from bot.ingress.order import OutOfTurn
from storage.inbox import Head
from tests.builders import Bench
from tests.ingress.inbox_story import InboxStory, message
from tests.waiting import until

OWNER, NEIGHBOUR, GUEST = 5001, 5002, 5003
_BETWEEN_LOOKS = 1.0


@pytest.fixture
def story(bench: Bench) -> InboxStory:
    return InboxStory(bench)


def _is_cry(raw: Any) -> bool:
    return "불" in raw["message"]["text"]


async def test_cries_come_first_and_once_and_the_rest_keeps_its_order(story: InboxStory) -> None:
    await story.receives(message(OWNER, "안녕"), message(OWNER, "전등"), message(NEIGHBOUR, "질문"))
    await story.receives(message(OWNER, "불이야"), message(OWNER, "5층"), message(OWNER, "불이 커져"))
    async with story.working(order=OutOfTurn(_is_cry)):
        await until(lambda: len(story.served) == 2)
        await story.receives(message(NEIGHBOUR, "불났어"))
        await until(lambda: len(story.served) == 3)
    assert story.served == [["불이야"], ["불이 커져"], ["불났어"]]
    async with story.working():
        rows = await story.worked()
    assert [said for said in story.served[3:] if said != ["질문"]] == [["안녕"], ["전등"], ["5층"]]
    assert {(row.state, row.tries) for row in rows} == {("done", 1)}


async def test_a_cry_that_could_not_be_served_is_tried_again_before_its_turn(story: InboxStory) -> None:
    failed: list[str] = []

    async def fail_once(_work: Work, updates: Sequence[Any]) -> None:
        if not failed:
            failed.append(updates[0]["message"]["text"])
            raise RuntimeError("not yet")

    story.serve = fail_once
    await story.receives(message(OWNER, "안녕"), message(OWNER, "불이야"))
    async with story.working(order=OutOfTurn(_is_cry)):
        await until(lambda: _was_noted(story))
        story.pass_time(60)
        await until(lambda: story.served == [["불이야"]])


async def _was_noted(story: InboxStory) -> bool:
    return any(row.failures for row in await story.rows())


async def test_a_part_of_an_album_waits_for_the_others(story: InboxStory) -> None:
    await story.receives(message(OWNER, "불 사진", group="g"), message(GUEST, "불이야"))
    async with story.working(order=OutOfTurn(_is_cry)):
        await until(lambda: len(story.served) == 1)
    assert story.served == [["불이야"]]


async def test_a_cry_behind_more_than_one_look_reads_is_found_without_a_pause(story: InboxStory) -> None:
    await story.receives_all([message(OWNER, "안녕") for _ in range(700)])
    await story.receives(message(NEIGHBOUR, "불이야"))
    worker = story.worker(order=OutOfTurn(_is_cry))
    pauses = [await worker.step() for _ in range(3)]
    await until(lambda: story.served == [["불이야"]])
    assert max(pauses[:2]) < _BETWEEN_LOOKS


async def test_many_cries_of_one_lane_leave_room_for_that_of_another(story: InboxStory) -> None:
    await story.receives_all([message(OWNER, "불이야") for _ in range(40)])
    await story.receives(message(NEIGHBOUR, "불났어"))
    order = OutOfTurn(_is_cry)

    async def heads(*busy: str) -> list[Head]:
        async with story.bench.database.unit_of_work(reading=True) as unit:
            return await order.heads(unit.session, timedelta(), 32, busy)

    owner, neighbour = await heads()
    assert [await heads(owner.lane), await heads(owner.lane, neighbour.lane)] == [[neighbour], []]
