"""While somebody of the office talks with an owner, the clock says nothing in between, and at night nothing at all."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.talks import handoff
from bot.actions.talks.relay import staff_said
from bot.actions.tickets import moves
from bot.desk import Work
from bot.rules.business_time import QuietHours
from storage.models import Conversation, Floor, StaffMember, Ticket, TicketState
from storage.topics import topics_of
from tests.builders import STAFF_CHAT, Bench, Post, a_staff_member, said
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import tickets


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post)


async def talk_is_claimed(work: Work, talk: Conversation) -> None:
    """Somebody takes the talk and none of its matters."""
    await handoff.claim(work, talk, await work.session.get_one(StaffMember, 1))


async def holder_says(story: Story, text: str) -> None:
    async def speak(work: Work, talk: Conversation) -> None:
        (topic, *_) = await topics_of(work.session, talk.id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        words = said(STAFF_CHAT, text, sender=staff.telegram_id, thread_id=topic.thread_id)
        await staff_said(work, talk, topic, staff, words)

    await story.edit(speak)


async def hand_back(work: Work, talk: Conversation) -> None:
    await handoff.hand_back(work, talk, await work.session.get_one(StaffMember, 1))


async def claimed_by_a_colleague(story: Story, ticket_id: int) -> None:
    async def claim(work: Work, talk: Conversation) -> None:
        colleague = await a_staff_member(work, "정하늘")
        await moves.claim_ticket(work, await work.session.get_one(Ticket, ticket_id), colleague)

    await story.edit(claim)


@pytest.mark.parametrize("lease", [timedelta(minutes=30), None])
async def test_a_stage_of_another_matter_waits_however_long_the_talk_goes_on(
    story: Story, lease: timedelta | None
) -> None:
    story.bench.change(times={"takeover_lease": lease}, service_levels={})
    other = await story.another_ticket(intent="complaint.heating", words="난방이 안 돼요")
    await story.claimed()
    await claimed_by_a_colleague(story, other)
    for _ in range(4):
        await story.pass_time(minutes=10)
        await holder_says(story, "네, 보고 있습니다.")
    assert not any("정하늘" in text for text in await story.heard())
    await story.edit(hand_back)
    await story.pass_time(seconds=1)
    assert any("정하늘" in text for text in await story.heard())


async def test_nobody_who_talks_with_the_office_hears_that_nobody_has_come(story: Story) -> None:
    await story.sends("/human")
    await story.edit(talk_is_claimed)
    for _ in range(4):
        await story.pass_time(minutes=20)
        await holder_says(story, "누수는 지금 보고 있습니다.")
    await story.edit(hand_back)
    await story.pass_time(hours=8)
    assert not any("아직 연락드리지 못했습니다" in text for text in await story.heard())


async def test_nothing_is_handed_in_beside_a_talk(story: Story) -> None:
    story.bench.change(
        times={"draft_submit": timedelta(minutes=40), "draft_reminder": None, "takeover_lease": timedelta(hours=1)}
    )
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.sends("/human")
    await story.edit(talk_is_claimed)
    before = len(await story.heard())
    await story.pass_time(minutes=41)
    assert (await story.heard())[before:] == []
    assert await tickets(story) == 1
    await story.edit(hand_back)
    assert "적으시던" in (await story.heard())[-1]


async def test_that_a_talk_has_lapsed_is_said_in_the_morning(story: Story) -> None:
    quiet = QuietHours(ZoneInfo("Asia/Seoul"), time(22), time(8))
    story.bench.change(quiet_hours=quiet, times={"takeover_lease": timedelta(minutes=30)})
    await story.pass_time(hours=11, minutes=50)  # 21:50
    await story.sends("/human")
    await story.edit(talk_is_claimed)
    before = len(await story.heard())
    await story.pass_time(minutes=31)
    async with story.bench.transaction() as work:
        assert (await work.session.get_one(Conversation, 1)).floor == Floor.WAITING
    assert (await story.heard())[before:] == []
    await story.pass_time(hours=9, minutes=40)
    assert any("다른 직원이 이어서" in text for text in (await story.heard())[before:])


async def test_a_talk_that_lapses_once_more_in_a_night_is_told_of_as_things_are_then(story: Story) -> None:
    quiet = QuietHours(ZoneInfo("Asia/Seoul"), time(22), time(8))
    story.bench.change(quiet_hours=quiet, times={"takeover_lease": timedelta(minutes=30)})

    async def over(work: Work, talk: Conversation) -> None:
        (await work.session.get_one(Ticket, story.ticket_id)).state = TicketState.CLOSED

    async def open_again(work: Work, talk: Conversation) -> None:
        (await work.session.get_one(Ticket, story.ticket_id)).state = TicketState.RECEIVED

    await story.edit(over)
    await story.pass_time(hours=12, minutes=10)  # 22:10
    for change in (over, open_again):
        await story.sends("/human")
        await story.edit(talk_is_claimed)
        await holder_says(story, "확인하고 있습니다.")
        await story.edit(change)
        await story.pass_time(minutes=31)
    await story.pass_time(hours=9)
    told = [text for text in await story.heard() if "한동안 말씀이 없어" in text]
    assert len(told) == 1
    assert "접수된 일은 담당 직원이 계속 살펴봅니다" in told[0]
