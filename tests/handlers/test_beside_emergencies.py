"""Something else is told in the midst of an emergency: the staff see it at once, and it becomes a ticket afterwards."""

import pytest
from sqlalchemy import select

from bot.actions.talks import handoff
from bot.desk import Work
from storage.models import Conversation, StaffMember, Ticket
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import FIRE, danger, foreign, seen_by_staff, tickets

NOISE = "윗집이 밤마다 시끄러워요"
OFFER = "'층간소음·생활 소음' 일은 담당자가 보았지만"


async def hand_back(work: Work, talk: Conversation) -> None:
    await handoff.hand_back(work, talk, await work.session.get_one(StaffMember, 1))


async def offers(story: Story) -> int:
    return sum(OFFER in text for text in await story.heard())


async def test_what_is_told_beside_the_danger_is_asked_about_when_its_owner_is_safe(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    before = await tickets(story)
    await story.writes(NOISE, understood_as("complaint.noise"))
    await story.writes("연기가 많아요", foreign)
    assert NOISE in await seen_by_staff(story)
    assert "당직자에게 바로 전했습니다" in (await story.heard())[-1]
    assert await offers(story) == 0

    await story.writes("다 나왔어요", foreign)
    assert OFFER in (await story.heard())[-1]
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == before + 1
    async with story.bench.transaction() as work:
        newest = await work.session.scalar(select(Ticket).order_by(Ticket.id.desc()).limit(1))
    assert newest is not None
    assert (newest.intent, newest.words) == ("complaint.noise", NOISE)


async def test_it_waits_behind_the_report_that_the_alarm_interrupted(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("주방에 불이 났어요", danger)
    await story.writes(NOISE, understood_as("complaint.noise"))
    assert "적으시던 '난방·온수 안 됨' 접수는 그대로 있습니다" in (await story.heard())[-1]
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    assert "이어서 접수할 일: 층간소음·생활 소음" in (await story.heard())[-1]


async def test_who_does_not_say_that_they_are_safe_is_reminded_of_it(story: Story) -> None:
    await story.writes("주방에 불이 났어요", danger)
    await story.writes(NOISE, understood_as("complaint.noise"))
    await story.pass_time(minutes=31)
    assert any("아직 접수되지 않았습니다" in text for text in await story.heard())
    assert "'층간소음·생활 소음' 건으로" in (await story.heard())[-1]


@pytest.mark.parametrize("floor", ["waiting", "held"])
async def test_what_belongs_to_the_danger_or_to_whoever_talks_with_the_owner_is_nothing_of_its_own(
    story: Story, floor: str
) -> None:
    async def nothing_is_kept(work: Work, talk: Conversation) -> None:
        assert not (talk.flow or {}).get("suspended")

    await story.writes("주방에 불이 났어요", danger)
    await story.writes("복도에 연기 냄새가 나요", understood_as("complaint.smoking"))
    await story.writes("소방차가 못 들어와요 차 빼 주세요", understood_as("complaint.parking.move_car"))
    await story.edit(nothing_is_kept)
    async with story.bench.transaction() as work:
        fire = await work.session.scalar(select(Ticket.id).where(Ticket.intent == FIRE))
    await (story.claimed(fire) if floor == "held" else story.sends("/human"))
    await story.writes(NOISE, understood_as("complaint.noise"))
    await story.writes("다 나왔어요", foreign)
    await story.edit(nothing_is_kept)
    assert await offers(story) == 0


async def test_the_report_that_an_alarm_interrupted_waits_for_the_end_of_a_talk(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    await story.claimed()
    await story.writes("불이야", danger)
    before = len(await story.heard())
    await story.writes("밖으로 나왔어요", foreign)
    assert not any("적으시던" in text for text in (await story.heard())[before:])
    await story.edit(hand_back)
    assert "난방" in (await story.heard())[-1]
