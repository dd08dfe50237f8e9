"""Every kind of timer has a handler, and what came too late or too early changes nothing."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.flow import flow_of
from bot.actions.intake import course as intake_course
from bot.actions.intake import intake
from bot.actions.tickets import moves
from bot.desk import Work
from bot.handlers.timers import TIMERS, handle_timer
from bot.rules.business_time import QuietHours
from storage.models import Conversation, Floor, Person, StaffMember, Ticket, TicketState
from storage.tickets import tickets_of_conversation
from tests.builders import Bench, Post
from tests.desk_story import Story, understood_as

SEOUL = ZoneInfo("Asia/Seoul")
KINDS = {
    "survey_push",
    "survey_reminder",
    "survey_close",
    "lease_end",
    "unclaimed_ticket",
    "unclaimed_conversation",
    "first_response",
    "next_response",
    "resolution",
    "alert_repeat",
    "draft_reminder",
    "draft_submit",
    "draft_forgotten",
    "deferred_until",
    "follow_up",
    "late_again",
    "late_again_person",
    "late_visit",
}


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post)


def test_every_kind_is_served() -> None:
    assert set(TIMERS) == KINDS


async def test_a_kind_that_nobody_knows_is_an_error(work: Work) -> None:
    with pytest.raises(LookupError):
        await handle_timer(work, "no_such_timer", {})


async def begin_intake(story: Story) -> None:
    async def start(work: Work, talk: Conversation) -> None:
        person = await work.session.get_one(Person, story.owner_id)
        await intake_course.begin(work, talk, person, "repair.common", None, {})

    await story.edit(start)


async def drafts(story: Story) -> tuple[bool, int]:
    """Whether an intake is under way, and how many matters there are."""
    async with story.bench.transaction() as work:
        talk = await work.session.get_one(Conversation, 1)
        return flow_of(talk) is not None, len(await tickets_of_conversation(work.session, talk.id, limit=10))


async def test_a_report_told_to_its_end_is_asked_about_once_and_then_handed_in(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.pass_time(minutes=30)
    assert any("아직 접수되지 않았습니다" in text for text in (await story.heard())[-2:])
    await story.pass_time(hours=10)
    assert len([text for text in await story.heard() if "아직 접수되지 않았습니다" in text]) == 1
    await story.pass_time(hours=14)
    assert await drafts(story) == (False, 2)
    assert any("잊지 않도록" in text for text in await story.heard())


async def test_whoever_went_on_is_not_reminded_of_an_earlier_step(story: Story) -> None:
    await begin_intake(story)

    async def cancel(work: Work, talk: Conversation) -> None:
        await intake.cancel(work, talk, await work.session.get_one(Person, story.owner_id))

    await story.edit(cancel)
    await story.pass_time(days=2)
    assert await drafts(story) == (False, 1)
    assert not [text for text in await story.heard() if "아직 접수되지 않았습니다" in text]


async def test_drafts_wait_for_the_morning(bench: Bench, post: Post) -> None:
    bench.change(quiet_hours=QuietHours(SEOUL, time(22), time(8)))
    bench.clock.at = datetime(2026, 11, 23, 21, 50, tzinfo=SEOUL).astimezone(UTC)
    story = await Story.begin(bench, post)
    await begin_intake(story)
    await story.pass_time(hours=1)
    assert not [text for text in await story.heard() if "아직 접수되지 않았습니다" in text]
    await story.pass_time(hours=9, minutes=10)
    assert [text for text in await story.heard() if "아직 접수되지 않았습니다" in text]


async def test_what_was_put_off_comes_back_on_its_day(story: Story) -> None:
    await story.claimed()

    async def defer(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "부품 주문")
        until = datetime(2026, 11, 26, 0, 0, tzinfo=UTC)
        await moves.defer(work, ticket, staff, until, "부품이 목요일에 옵니다")

    await story.edit(defer)
    assert (await story.ticket()).state == TicketState.DEFERRED
    await story.pass_time(days=3)
    assert (await story.ticket()).state == TicketState.INVESTIGATING
    assert any("T-1001" in str(row.params["text"]) for row in (await story.posted())[-2:])


async def test_a_lease_ends_when_nobody_writes(story: Story) -> None:
    await story.claimed()
    await story.pass_time(minutes=30)
    async with story.bench.transaction() as work:
        assert (await work.session.get_one(Conversation, 1)).floor == Floor.BOT


@pytest.mark.parametrize("kept", [True, False])
async def test_an_owner_hears_once_that_nobody_came_on_the_promised_day(story: Story, kept: bool) -> None:
    async def defer(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "부품 필요")
        await moves.defer(work, ticket, staff, work.now.replace(hour=1) + timedelta(days=1), "부품이 옵니다")

    async def go_on(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await moves.note(work, ticket, await work.session.get_one(StaffMember, story.staff_id), "다녀옴")

    await story.claimed()
    await story.edit(defer)
    await story.pass_time(days=1, hours=3)
    if kept:
        await story.edit(go_on)
    await story.pass_time(days=4)
    assert len([text for text in await story.heard() if "이어서 진행하기로 했는데" in text]) == (0 if kept else 1)
