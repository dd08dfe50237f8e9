"""What was promised does not come in time: the owner hears it before they have to ask, once a step (D3)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.tickets import moves
from bot.actions.tickets.promises import promises_of
from bot.actions.tickets.tickets import dispatch_done
from bot.desk import Work
from bot.rules.business_time import Calendar, Hours, QuietHours
from storage.models import Conversation, StaffMember, Ticket
from tests.builders import MANAGER_CHAT, STAFF_CHAT, Bench, Post, said, the_topic
from tests.desk_story import Story

SEOUL = ZoneInfo("Asia/Seoul")
OFFICE_HOURS = Calendar(SEOUL, dict.fromkeys(range(5), (Hours(time(9), time(18)),)), holidays=frozenset[date]())
MOVE_CAR = "complaint.parking.move_car"  # dispatched, high: a first answer within half an hour
GAS = "emergency.gas"  # urgent: within five minutes, around the clock
LEAK = "complaint.leak"  # high, not dispatched
NOT_DONE = "아직 처리했다는 답을 받지 못했습니다"
NOBODY_ON_DUTY = "아직 당직자의 답을 받지 못했습니다"
FIRST, AGAIN = "아직 연락드리지 못했습니다", "아직 살펴볼 직원이 정해지지 않았습니다"


def seoul(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


async def begin(bench: Bench, post: Post, at: datetime, intent: str) -> Story:
    bench.change(calendar=OFFICE_HOURS, times={"unclaimed_alert": None, "alert_repeat": None})
    bench.clock.at = at
    return await Story.begin(bench, post, intent=intent)


async def told(story: Story, words: str) -> int:
    return sum(words in text for text in await story.heard())


async def ticket_does(story: Story, act: str) -> None:
    async def do(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        if act == "done":
            await dispatch_done(work, ticket, by="owner")
        else:
            await moves.claim_ticket(work, ticket, staff)

    await story.edit(do)


async def test_what_was_dispatched_and_not_answered_is_said_once_with_regret(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), MOVE_CAR)
    await story.pass_time(minutes=29)
    assert await told(story, NOT_DONE) == 0
    await story.pass_time(minutes=1)
    assert await told(story, NOT_DONE) == 1
    last = (await story.heard())[-1]
    assert "보안팀에 다시 알렸습니다" in last
    assert "02-000-0100" in last  # the office is open
    await story.pass_time(days=2)
    await story.fire_again("first_response")
    assert await told(story, NOT_DONE) == 1
    assert await told(story, AGAIN) == 0  # nothing more was promised


@pytest.mark.parametrize("act", ["done", "claimed"])
async def test_what_is_done_or_taken_in_time_is_not_late(bench: Bench, post: Post, act: str) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), MOVE_CAR)
    await story.pass_time(minutes=20)
    await ticket_does(story, act)
    await story.pass_time(hours=3)
    assert await told(story, NOT_DONE) == 0


async def test_what_is_late_in_the_evening_is_said_when_nobody_sleeps(bench: Bench, post: Post) -> None:
    quiet = QuietHours(SEOUL, time(22), time(9, 30))
    story = await begin(bench, post, seoul(11, 23, 17, 40), MOVE_CAR)
    bench.change(calendar=OFFICE_HOURS, quiet_hours=quiet, times={"unclaimed_alert": None, "alert_repeat": None})
    await story.pass_time(hours=15, minutes=35)  # a quarter past nine: ten minutes of the half hour had been left
    assert await told(story, NOT_DONE) == 0
    await story.pass_time(minutes=20)
    assert await told(story, NOT_DONE) == 1


async def test_in_an_emergency_nobody_waits_for_the_morning_to_be_told_whom_to_call(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 28, 3), GAS)
    await story.pass_time(minutes=4)
    assert await told(story, NOBODY_ON_DUTY) == 0
    await story.pass_time(minutes=1)
    last = (await story.heard())[-1]
    assert NOBODY_ON_DUTY in last
    assert f"당직실 {story.bench.desk.office.phones['duty']}" in last
    await story.pass_time(days=1)
    await story.fire_again("first_response")
    assert await told(story, NOBODY_ON_DUTY) == 1
    assert await told(story, FIRST) == 0
    assert any("첫 답변 시한" in str(row.params["text"]) for row in await story.posted(MANAGER_CHAT))


async def test_an_emergency_that_somebody_has_taken_is_not_late(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 28, 3), GAS)
    await ticket_does(story, "claimed")
    await story.pass_time(hours=5)
    assert await told(story, NOBODY_ON_DUTY) == 0


@pytest.mark.parametrize("intent", [MOVE_CAR, GAS])
async def test_nobody_promised_a_time_for_what_cannot_wait(bench: Bench, post: Post, intent: str) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), intent)
    await story.pass_time(hours=1)
    async with bench.transaction() as work:
        assert await promises_of(work, await work.session.get_one(Ticket, story.ticket_id)) == ()
    await story.sends("/tickets")
    assert "까지" not in (await story.heard())[-1]


async def test_the_first_word_says_when_more_follows_and_the_second_is_the_last(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), LEAK)
    await story.pass_time(minutes=30)
    first = (await story.heard())[-1]
    assert FIRST in first
    assert "오늘 11:00까지 어떻게 되어 가는지" in first
    async with bench.transaction() as work:
        promised = await promises_of(work, await work.session.get_one(Ticket, story.ticket_id))
    assert (promised[0].kind, promised[0].at) == ("first", seoul(11, 23, 11))
    await story.pass_time(minutes=30)
    assert AGAIN in (await story.heard())[-1]
    await story.pass_time(days=2)
    assert (await told(story, FIRST), await told(story, AGAIN)) == (1, 1)


async def test_who_comes_after_the_first_word_makes_the_second_needless(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), LEAK)
    await story.pass_time(minutes=40)
    await ticket_does(story, "claimed")
    await story.pass_time(hours=2)
    assert (await told(story, FIRST), await told(story, AGAIN)) == (1, 0)


async def test_a_day_that_was_put_off_to_and_on_which_nobody_came_is_told(bench: Bench, post: Post) -> None:
    async def puts_off(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "부품 주문")
        await moves.defer(work, ticket, staff, work.now + timedelta(days=1), "부품이 옵니다")

    story = await begin(bench, post, seoul(11, 23, 10), LEAK)
    await ticket_does(story, "claimed")
    await story.edit(puts_off)
    await story.pass_time(days=1)
    assert await told(story, "아직 소식을 드리지 못했습니다") == 0
    await story.pass_time(hours=1)
    assert await told(story, "아직 소식을 드리지 못했습니다") == 1


async def test_the_staff_take_a_late_matter_on_where_they_read_of_it_and_answer_there(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 10), LEAK)
    await story.pass_time(hours=2)
    notice = next(row for row in await story.posted() if "늦어진다고" in str(row.params["text"]))
    async with bench.transaction() as work:
        thread = (await the_topic(work, 1)).thread_id
    answer = said(
        STAFF_CHAT, "오늘 15시에 가겠습니다", sender=77, thread_id=thread, reply_to=notice.telegram_message_id
    )

    await story.manager_does(answer)
    assert await told(story, "오늘 15시에 가겠습니다") == 0
    assert "맡고 보낼까요" in str((await story.posted())[-1].params["text"])
    assert await story.manager_taps("맡기", notice, chat=STAFF_CHAT)
    await story.manager_does(replace(answer, message_id=answer.message_id + 1, message_ids=(answer.message_id + 1,)))
    assert await told(story, "오늘 15시에 가겠습니다") == 1
