"""Response and resolution times: counted from the events in office hours, paused while the office waits."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.talks.relay import staff_said
from bot.actions.tickets import moves
from bot.desk import Work
from bot.rules.business_time import Calendar, Hours
from bot.rules.service_levels import ServiceLevel
from bot.rules.ticket_flow import Actor
from storage.models import Conversation, Floor, StaffMember, Ticket, TimerState
from storage.topics import topics_of
from tests.builders import MANAGER_CHAT, Bench, Post, said
from tests.desk_story import Story, understood_as

SEOUL = ZoneInfo("Asia/Seoul")
HOURS = (Hours(time(9), time(12)), Hours(time(13), time(18)))
OFFICE_HOURS = Calendar(SEOUL, dict.fromkeys(range(5), HOURS), holidays=frozenset({date(2026, 12, 25)}))
HUMAN = understood_as("human")
PEST = "complaint.pest"  # normal: first response within 2 h, next within 4 h, resolution within 24 h


def seoul(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


async def begin(bench: Bench, post: Post, at: datetime, intent: str = PEST) -> Story:
    """Only the clock under test alerts: nobody is missed for not claiming."""
    bench.change(calendar=OFFICE_HOURS, times={"unclaimed_alert": None, "alert_repeat": None})
    bench.clock.at = at
    return await Story.begin(bench, post, intent=intent)


async def alerts(story: Story) -> list[str]:
    return [str(row.params["text"]).splitlines()[0] for row in await story.posted(MANAGER_CHAT)]


async def until(story: Story, at: datetime) -> None:
    await story.pass_time(seconds=(at - story.bench.clock.at).total_seconds())


async def floor(story: Story) -> str:
    async with story.bench.transaction() as work:
        return (await work.session.get_one(Conversation, 1)).floor


async def staff_replies(story: Story, text: str) -> None:
    async def reply(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await _reply(work, talk, ticket, await work.session.get_one(StaffMember, story.staff_id), text)

    await story.edit(reply)


async def test_a_lunch_break_does_not_count(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 11))
    await until(story, seoul(11, 23, 13, 59))
    assert await alerts(story) == []
    await until(story, seoul(11, 23, 14))
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다."]


async def test_neither_do_evenings_weekends_and_holidays(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(12, 24, 17))  # Thursday; the 25th is Christmas, then a weekend
    await until(story, seoul(12, 28, 9, 59))
    assert await alerts(story) == []
    await until(story, seoul(12, 28, 10))
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다."]


async def test_emergencies_run_around_the_clock(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 28, 3), "emergency.gas")
    await until(story, seoul(11, 28, 3, 5))
    assert "⏰ 첫 답변 시한을 넘겼습니다." in str((await story.posted(MANAGER_CHAT))[-1].params["text"])
    await until(story, seoul(11, 28, 7))
    assert "⏰ 처리 시한을 넘겼습니다." in str((await story.posted(MANAGER_CHAT))[-1].params["text"])


async def test_a_claim_is_a_first_response(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await until(story, seoul(11, 23, 10, 59))
    await story.claimed()
    await until(story, seoul(11, 24, 9))
    assert await alerts(story) == []


async def test_one_alert_for_each_clock_and_none_twice(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await until(story, seoul(11, 27, 18))
    await story.fire_again("first_response")
    await story.fire_again("resolution")
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다.", "⏰ 처리 시한을 넘겼습니다."]


@pytest.mark.parametrize("for_owner", [True, False])
async def test_waiting_for_owner_or_vendor_stops_the_clock(bench: Bench, post: Post, for_owner: bool) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.claimed()
    await until(story, seoul(11, 24, 9))  # 8 of 24 hours are gone

    async def wait(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "약품 주문")
        await moves.wait(work, ticket, staff, for_owner=for_owner)

    await story.edit(wait)
    waiting = [timer for timer in await story.timers() if timer.kind == "resolution"]
    assert [timer.state for timer in waiting] == [TimerState.CANCELLED]
    await until(story, seoul(12, 7, 9))

    async def resume(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await moves.resume(work, ticket, Actor.staff(story.staff_id))

    await story.edit(resume)
    await until(story, seoul(12, 8, 17, 59))  # 16 hours are left
    assert await alerts(story) == []
    await until(story, seoul(12, 8, 18))
    assert await alerts(story) == ["⏰ 처리 시한을 넘겼습니다."]


async def test_a_changed_calendar_counts_when_the_timer_fires(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    closed = Calendar(SEOUL, dict.fromkeys(range(5), HOURS), closed_on=frozenset({date(2026, 11, 23)}))
    bench.change(calendar=closed, times={"unclaimed_alert": None, "alert_repeat": None})
    await until(story, seoul(11, 23, 11))
    assert await alerts(story) == []
    await until(story, seoul(11, 24, 11))
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다."]


async def test_the_owner_wrote_and_nobody_answered(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.claimed()
    await until(story, seoul(11, 23, 9, 10))
    await story.writes("언제 오시나요?", HUMAN)
    await until(story, seoul(11, 23, 9, 30))
    await story.writes("집에 있어요", HUMAN)
    await until(story, seoul(11, 23, 10, 10))
    assert await floor(story) == Floor.BOT  # the takeover has lapsed; the question is still open
    await until(story, seoul(11, 23, 14, 9))
    assert await alerts(story) == []
    await until(story, seoul(11, 23, 14, 10))  # four working hours after the first unanswered line
    assert await alerts(story) == ["⏰ 입주민님의 말씀에 답하지 않은 채 시한을 넘겼습니다."]


@pytest.mark.parametrize("thanks", ["네 감사합니다 ㅎㅎ", "고맙심더", "고마버요"])
async def test_nobody_owes_an_answer_to_thanks(bench: Bench, post: Post, thanks: str) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.claimed()
    await until(story, seoul(11, 23, 9, 10))
    await staff_replies(story, "오늘 16시에 갑니다.")
    await until(story, seoul(11, 23, 9, 20))
    await story.writes(thanks, HUMAN)
    await until(story, seoul(11, 24, 9))
    assert await alerts(story) == []


async def test_an_answer_in_time_is_one(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.claimed()
    await until(story, seoul(11, 23, 9, 10))
    await story.writes("언제 오시나요?", HUMAN)
    await until(story, seoul(11, 23, 9, 30))
    await staff_replies(story, "오늘 16시에 갑니다.")
    assert "오늘 16시에 갑니다." in (await story.heard())[-1]
    await until(story, seoul(11, 24, 9))
    assert await alerts(story) == []


async def test_a_second_round_has_clocks_of_its_own(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.resolved()
    await until(story, seoul(11, 23, 10))
    await story.taps("아직이에요")
    await until(story, seoul(11, 23, 13, 1))
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다."]
    await until(story, seoul(11, 26, 10))
    assert await alerts(story) == ["⏰ 첫 답변 시한을 넘겼습니다.", "⏰ 처리 시한을 넘겼습니다."]


async def test_what_is_resolved_is_not_late(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    await story.resolved()
    await until(story, seoul(11, 28, 9))
    assert await alerts(story) == []


async def test_praise_waits_for_nobody(bench: Bench, post: Post) -> None:
    bench.change(calendar=OFFICE_HOURS)
    bench.clock.at = seoul(11, 23, 9)
    story = await Story.begin(bench, post, intent="praise", words="경비 아저씨 최고예요")
    await until(story, seoul(11, 30, 9))
    assert await alerts(story) == []


async def test_an_office_without_targets_misses_none(bench: Bench, post: Post) -> None:
    story = await begin(bench, post, seoul(11, 23, 9))
    levels = {"normal": ServiceLevel(first_response=timedelta(days=30))}
    bench.change(times={"unclaimed_alert": None}, service_levels=levels)
    await until(story, seoul(11, 28, 9))
    assert await alerts(story) == []


async def _reply(work: Work, talk: Conversation, ticket: Ticket, staff: StaffMember, text: str) -> None:
    topic = (await topics_of(work.session, talk.id))[0]
    words = said(topic.staff_chat_id, text, sender=staff.telegram_id, thread_id=topic.thread_id)
    await staff_said(work, talk, topic, staff, words)
