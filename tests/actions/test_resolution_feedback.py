"""After the resolution: the result is brought, the owner is asked, and what they say counts once (O10, O11)."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.feedback.phone import phone_result
from bot.actions.feedback.questions import plan_survey
from bot.actions.talks.handoff import claim, hand_back
from bot.actions.talks.relay import staff_said
from bot.actions.tickets.tickets import reopen
from bot.desk import Work
from bot.outcome import FailureReason
from bot.rules.business_time import QuietHours
from bot.rules.ticket_flow import Actor
from storage import conversations
from storage.models import (
    Conversation,
    EventKind,
    Floor,
    Person,
    StaffMember,
    StaffRole,
    Survey,
    SurveyState,
    Ticket,
    TicketState,
)
from storage.tickets import events_of
from tests.builders import MANAGER_CHAT, STAFF_CHAT, Bench, Post, a_staff_member, said
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign

YES, NO = "네, 해결됐어요", "아직이에요"
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post)


async def event_kinds(story: Story) -> list[str]:
    async with story.bench.transaction() as work:
        return [event.kind for event in await events_of(work.session, story.ticket_id)]


async def test_the_whole_way_not_yet_then_yes_then_stars(story: Story) -> None:
    await story.resolved("천장 위 배관 이음매가 헐거워 교체했습니다.")
    await story.pass_time(minutes=59)
    assert (await story.surveys())[0].state == SurveyState.PLANNED

    await story.pass_time(minutes=1)
    told = (await story.heard())[-1]
    assert "천장 위 배관 이음매가 헐거워 교체했습니다." in told
    assert "T-1001" in told
    assert "해결됐나요?" in told
    assert EventKind.TOLD_OWNER in await event_kinds(story)
    assert (await story.surveys())[0].handler_id == story.staff_id

    await story.taps(NO)
    ticket = await story.ticket()
    assert (ticket.state, ticket.round) == (TicketState.INVESTIGATING, 2)
    assert "어떤 점이 아직 불편하신지" in (await story.heard())[-1]
    assert "T-1001" in str((await story.posted())[-1].params["text"])  # the office learns of it in the topic

    await story.writes("밤에만 새요", understood_as("complaint.leak"))
    async with story.bench.transaction() as work:
        added = [e for e in await events_of(work.session, story.ticket_id) if e.kind == EventKind.OWNER_ADDED]
    assert [event.text for event in added] == ["밤에만 새요"]

    await story.resolved("윗집 배수관까지 교체했습니다.")
    await story.pass_time(hours=1)
    assert "윗집 배수관까지 교체했습니다." in (await story.heard())[-1]
    await story.taps(YES)
    assert (await story.ticket()).state == TicketState.CLOSED
    assert "몇 점이었나요?" in (await story.heard())[-1]

    await story.taps("★5")
    first, second = await story.surveys()
    assert (first.state, first.round) == (SurveyState.NOT_SOLVED, 1)
    assert (second.state, second.round, second.stars) == (SurveyState.SOLVED, 2, 5)
    assert (await event_kinds(story))[-1] == EventKind.RATED
    assert not await story.posted(MANAGER_CHAT)


async def test_one_reminder_then_it_closes_with_a_word(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.pass_time(days=1)
    reminders = [text for text in await story.heard() if "그 뒤로 괜찮으신가요" in text]
    assert len(reminders) == 1

    await story.pass_time(days=5)
    assert (await story.ticket()).state == TicketState.RESOLVED
    await story.pass_time(days=1)
    assert (await story.ticket()).state == TicketState.CLOSED
    assert (await story.surveys())[0].state == SurveyState.AUTO_CLOSED
    assert "마무리해 두었습니다" in (await story.heard())[-1]
    assert [text for text in await story.heard() if "그 뒤로 괜찮으신가요" in text] == reminders


async def test_steps_that_fire_twice_say_everything_once(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.fire_again("survey_push")
    await story.pass_time(days=1)
    await story.fire_again("survey_reminder")
    await story.pass_time(days=7)
    await story.fire_again("survey_close")
    heard = await story.heard()
    for words in ("해결됐나요?", "그 뒤로 괜찮으신가요", "마무리해 두었습니다"):
        assert len([text for text in heard if words in text]) == 1, words
    assert len(await story.surveys()) == 1


async def test_a_step_that_fires_again_after_the_answer_changes_nothing(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.fire_again("survey_push")
    assert [survey.state for survey in await story.surveys()] == [SurveyState.SOLVED]


async def test_one_survey_a_round_however_often_it_is_planned(story: Story) -> None:
    await story.resolved()

    async def again(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        first, second = await plan_survey(work, ticket), await plan_survey(work, ticket)
        assert first is second

    await story.edit(again)
    assert len(await story.surveys()) == 1


async def test_stars_count_once(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.taps("★5")
    await story.taps("★1")
    assert (await story.surveys())[0].stars == 5
    assert (await event_kinds(story)).count(EventKind.RATED) == 1
    assert not await story.posted(MANAGER_CHAT)


async def test_two_taps_count_once_and_old_ones_get_a_kind_word(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    before = await story.ticket()
    await story.taps(YES)
    await story.taps(NO)
    after = await story.ticket()
    assert (after.state, after.round, after.version) == (before.state, before.round, before.version)
    assert "이미 마무리했습니다" in (await story.heard())[-1]
    assert (await story.surveys())[0].state == SurveyState.SOLVED


async def test_no_tapped_twice_is_one_round_more(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(NO)
    await story.taps(NO)
    assert (await story.ticket()).round == 2
    assert "다시 살펴보는 중입니다" in (await story.heard())[-1]


@pytest.mark.parametrize("text", ["고맙습니다", "Thanks!", "감사합니다 수고하세요"])
async def test_thanks_neither_reopen_nor_close(story: Story, text: str) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes(text, understood_as("thanks"))
    assert (await story.ticket()).state == TicketState.RESOLVED
    assert (await story.surveys())[0].state == SurveyState.ASKED

    await story.taps(YES)
    await story.taps("★4")
    await story.writes(text, understood_as("thanks"))
    assert (await story.ticket()).state == TicketState.CLOSED


@pytest.mark.parametrize(
    ("text", "state", "round_"),
    [
        ("네 해결됐어요", TicketState.CLOSED, 1),
        ("네", TicketState.CLOSED, 1),
        ("yes it's fixed, thank you", TicketState.CLOSED, 1),
        ("별 네 개", TicketState.CLOSED, 1),
        ("해결해 주세요", TicketState.INVESTIGATING, 2),
        ("꼭 해결 부탁드려요", TicketState.INVESTIGATING, 2),
        ("please fix it", TicketState.INVESTIGATING, 2),
        ("아직 안 됐어요", TicketState.INVESTIGATING, 2),
        ("not yet", TicketState.INVESTIGATING, 2),
        ("물이 아직 새요", TicketState.INVESTIGATING, 2),
    ],
)
async def test_typed_instead_of_tapped(story: Story, text: str, state: TicketState, round_: int) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes(text, understood_as("complaint.leak"))
    ticket = await story.ticket()
    assert (ticket.state, ticket.round) == (state, round_)
    assert (await story.surveys())[0].stars == (4 if text == "별 네 개" else None)


async def test_more_than_a_bare_not_yet_is_kept_as_the_owners_words(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes("물이 아직 새요 밤마다요", understood_as("complaint.leak"))
    async with story.bench.transaction() as work:
        reopened = [e for e in await events_of(work.session, story.ticket_id) if e.data.get("move") == "reopen"]
    assert [event.text for event in reopened] == ["물이 아직 새요 밤마다요"]


async def test_a_yes_long_after_the_question_belongs_to_something_else(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes("안녕하세요", understood_as("greeting"))
    await story.writes("네", understood_as("greeting"))
    assert (await story.ticket()).state == TicketState.RESOLVED


async def test_not_looked_yet_is_neither_yes_nor_no(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes("아직 확인 못 했어요", understood_as("complaint.leak"))
    assert (await story.ticket()).state == TicketState.RESOLVED
    assert "천천히 확인하시고" in (await story.heard())[-1]
    await story.taps(YES)
    assert (await story.ticket()).state == TicketState.CLOSED


@pytest.mark.parametrize("text", ["부탁드려요", "아니요 괜찮아요", "no it is fine now", "5점은 못 드려요", "好了没"])
async def test_what_could_be_either_is_asked_again(story: Story, text: str) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes(text, understood_as("thanks"))
    ticket = await story.ticket()
    assert (ticket.state, ticket.round, (await story.surveys())[0].stars) == (TicketState.RESOLVED, 1, None)
    assert "해결됐나요?" in (await story.heard())[-1]
    await story.taps(YES)
    assert (await story.ticket()).state == TicketState.CLOSED


@pytest.mark.parametrize("text", ["5점 만점에 1점", "별 5개 중에 1개", "out of 5 stars i'd give 1", "빵점이에요"])
async def test_the_lowest_score_on_its_scale_closes_nothing_and_reaches_a_manager(story: Story, text: str) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes(text, understood_as("thanks"))
    assert (await story.ticket()).state == TicketState.RESOLVED
    assert (await story.surveys())[0].stars == 1
    assert any("낮은 점수" in str(row.params["text"]) for row in await story.posted(MANAGER_CHAT))


async def test_two_scores_are_asked_for_again(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.writes("4점이나 5점", understood_as("thanks"))
    assert (await story.surveys())[0].stars is None
    await story.taps("★4")
    assert (await story.surveys())[0].stars == 4


async def test_with_two_questions_open_the_owner_is_asked_which(story: Story) -> None:
    other = await story.another_ticket(intent="complaint.elevator", words="승강기가 흔들려요")
    await story.resolved()
    await story.resolved("브레이크를 조정했습니다.", ticket_id=other)
    await story.pass_time(hours=1)
    await story.writes("네 해결됐어요", understood_as("thanks"))
    assert (await story.ticket()).state == (await story.ticket(other)).state == TicketState.RESOLVED
    assert "어느 일을 말씀하시나요" in (await story.heard())[-1]
    await story.taps("T-1002 해결")
    assert (await story.ticket(other)).state == TicketState.CLOSED
    assert (await story.ticket()).state == TicketState.RESOLVED


async def test_a_low_score_asks_why_and_reaches_a_manager(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.writes("2점", understood_as("thanks"))
    alerts = await story.posted(MANAGER_CHAT)
    assert len(alerts) == 1
    assert "낮은 점수" in str(alerts[0].params["text"])
    assert "★★" in str(alerts[0].params["text"])
    assert "아쉬우셨는지" in (await story.heard())[-1]

    await story.writes("기사님이 신발을 신고 들어오셨어요", understood_as("complaint.staff"))
    assert (await story.surveys())[0].reason == "기사님이 신발을 신고 들어오셨어요"
    edited = await story.posted(MANAGER_CHAT, "editMessageText")
    assert "기사님이 신발을 신고 들어오셨어요" in str(edited[-1].params["text"])
    assert (await story.ticket()).state == TicketState.CLOSED


async def test_a_low_score_before_the_answer_closes_nothing(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes("1점", understood_as("thanks"))
    assert (await story.ticket()).state == TicketState.RESOLVED
    assert (await story.surveys())[0].stars == 1
    assert "그런데 일은 해결됐나요" in (await story.heard())[-1]
    await story.taps(YES)
    assert (await story.ticket()).state == TicketState.CLOSED
    assert "몇 점이었나요?" not in (await story.heard())[-1]


async def test_stars_are_asked_for_again_of_whoever_only_wonders(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.writes("??", foreign)
    assert (await story.heard())[-1].startswith("이번 처리는 몇 점이었나요?")
    await story.writes("네 개요", foreign)
    assert (await story.surveys())[0].stars == 4


async def test_stars_may_be_skipped(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.taps("건너뛰기")
    assert (await story.surveys())[0].stars is None
    await story.writes("고맙습니다", understood_as("thanks"))
    assert (await story.ticket()).state == TicketState.CLOSED


async def test_where_only_advice_was_possible_no_score_is_asked(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="complaint.noise", words="윗집이 뛰어요")
    await story.resolved("해당 세대에 협조를 요청했습니다.")
    assert (await story.ticket()).outcome == "advised"
    await story.pass_time(hours=1)
    told = (await story.heard())[-1]
    assert "해당 세대에 협조를 요청했습니다." in told
    assert "해결됐나요?" not in told
    await story.pass_time(days=7)
    assert (await story.ticket()).state == TicketState.CLOSED
    assert not [text for text in await story.heard() if "몇 점" in text or "그 뒤로 괜찮으신가요" in text]


async def test_praise_is_thanked_for_and_asked_nothing(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="praise", words="경비 아저씨가 친절하세요")
    await story.resolved("말씀을 그대로 전했습니다.")
    await story.pass_time(hours=1)
    assert "말씀을 그대로 전했습니다." in (await story.heard())[-1]
    heard = len(await story.heard())
    await story.pass_time(days=8)
    assert (await story.ticket()).state == TicketState.CLOSED
    assert len(await story.heard()) == heard


async def test_nothing_goes_out_at_night(bench: Bench, post: Post) -> None:
    bench.change(quiet_hours=QuietHours(SEOUL, time(22), time(8)))
    story = await Story.begin(bench, post)
    bench.clock.at = datetime(2026, 11, 23, 21, 30, tzinfo=SEOUL).astimezone(UTC)
    await story.resolved()
    await story.pass_time(hours=2)
    assert not [text for text in await story.heard() if "해결됐나요?" in text]
    await story.pass_time(hours=8, minutes=29)
    assert not [text for text in await story.heard() if "해결됐나요?" in text]
    await story.pass_time(minutes=1)
    assert [text for text in await story.heard() if "해결됐나요?" in text]


async def test_a_step_that_was_planned_before_the_night_was_declared_quiet_waits_too(bench: Bench, post: Post) -> None:
    bench.clock.at = datetime(2026, 11, 23, 22, 30, tzinfo=SEOUL).astimezone(UTC)
    story = await Story.begin(bench, post)
    await story.resolved()
    bench.change(quiet_hours=QuietHours(SEOUL, time(22), time(8)))
    await story.pass_time(hours=1)
    assert not [text for text in await story.heard() if "해결됐나요?" in text]
    await story.pass_time(hours=9)
    assert len([text for text in await story.heard() if "해결됐나요?" in text]) == 1


@pytest.mark.parametrize("lease", [timedelta(minutes=30), None])
async def test_a_push_about_another_matter_waits_until_the_talk_is_over_and_looks_seldom(
    story: Story, lease: timedelta | None
) -> None:
    story.bench.change(times={"takeover_lease": lease})
    await story.resolved()
    other = {}

    async def takes(work: Work, talk: Conversation) -> None:
        other["id"] = (await a_staff_member(work, "박선영")).id
        await claim(work, talk, await work.session.get_one(StaffMember, other["id"]))

    async def writes(work: Work, talk: Conversation) -> None:
        staff = await work.session.get_one(StaffMember, other["id"])
        await staff_said(work, talk, None, staff, said(STAFF_CHAT, "확인 중입니다."))

    async def hands_back(work: Work, talk: Conversation) -> None:
        await hand_back(work, talk, await work.session.get_one(StaffMember, other["id"]))

    await story.edit(takes)
    for _ in range(9):
        await story.pass_time(minutes=20)
        await story.edit(writes)
    assert not [text for text in await story.heard() if "해결됐나요?" in text]
    looked = [timer for timer in await story.timers() if timer.kind == "survey_push"]
    assert len(looked) <= 3 * 60 / 20

    await story.edit(hands_back)
    await story.pass_time(seconds=1)
    assert [text for text in await story.heard() if "해결됐나요?" in text]


async def test_a_push_that_waits_goes_out_when_the_takeover_ends_by_itself(story: Story) -> None:
    await story.resolved()

    async def takes(work: Work, talk: Conversation) -> None:
        await claim(work, talk, await a_staff_member(work, "박선영"))

    await story.pass_time(minutes=50)
    await story.edit(takes)
    for _ in range(3):
        await story.pass_time(minutes=10, seconds=5)
    assert [text for text in await story.heard() if "해결됐나요?" in text]


async def test_a_push_about_the_matter_that_is_held_goes_out(story: Story) -> None:
    await story.resolved()

    async def held_by_its_holder(work: Work, talk: Conversation) -> None:
        staff = await work.session.get_one(StaffMember, story.staff_id)
        talk.floor, talk.holder_id = Floor.HELD, staff.id

    await story.edit(held_by_its_holder)
    await story.pass_time(hours=1)
    assert [text for text in await story.heard() if "해결됐나요?" in text]


async def test_an_owner_who_blocked_the_bot_is_called(story: Story) -> None:
    await story.resolved("배관을 교체했습니다.")
    await story.refused(FailureReason.BLOCKED)
    await story.pass_time(hours=1)

    assert (await story.surveys())[0].state == SurveyState.PHONE_TASK
    kinds = await event_kinds(story)
    assert kinds.count(EventKind.NOT_TOLD) == 1
    assert EventKind.TOLD_OWNER not in kinds
    task = [row for row in await story.posted() if "전화로 알려 주세요" in str(row.params["text"])]
    assert len(task) == 1
    for part in ("김영희", "010-0000-1203", "T-1001", "배관을 교체했습니다."):
        assert part in str(task[0].params["text"])

    await _called(story, "no_answer")
    assert (await story.ticket()).state == TicketState.RESOLVED
    await _called(story, "solved")
    assert (await story.ticket()).state == TicketState.CLOSED
    assert (await story.surveys())[0].state == SurveyState.SOLVED
    assert (await event_kinds(story)).count(EventKind.TOLD_OWNER) == 1
    assert "전화로 알림, 해결: 이민수" in str((await story.posted(None, "editMessageText"))[-1].params["text"])
    assert not await _called(story, "not_solved")


async def test_a_call_that_finds_it_unsolved_reopens(story: Story) -> None:
    await story.resolved()

    async def blocked(work: Work, talk: Conversation) -> None:
        (await work.session.get_one(Person, story.owner_id)).blocked_at = work.now

    await story.edit(blocked)
    await story.pass_time(hours=1)
    assert (await story.surveys())[0].state == SurveyState.PHONE_TASK
    assert (await event_kinds(story)).count(EventKind.NOT_TOLD) == 1
    await _called(story, "not_solved")
    assert (await story.ticket()).round == 2


async def test_a_call_that_nobody_makes_reaches_a_manager_instead_of_closing(story: Story) -> None:
    await story.resolved()
    await story.refused(FailureReason.BLOCKED)
    await story.pass_time(hours=1)
    await story.pass_time(days=7)
    assert (await story.ticket()).state == TicketState.RESOLVED
    assert any("전화가 필요합니다" in str(row.params["text"]) for row in await story.posted(MANAGER_CHAT))


async def test_a_complaint_about_staff_is_called_about_from_the_manager_chat(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="complaint.staff", words="경비원이 반말을 했어요")

    async def by_a_manager(work: Work, talk: Conversation) -> None:
        (await work.session.get_one(StaffMember, story.staff_id)).role = StaffRole.MANAGER

    await story.edit(by_a_manager)
    await story.resolved("사과를 전합니다.")
    await story.refused(FailureReason.BLOCKED)
    await story.pass_time(hours=1)
    task = [row for row in await story.posted(MANAGER_CHAT) if "전화로 알려 주세요" in str(row.params["text"])]
    assert len(task) == 1
    assert await story.posted() == await story.posted(STAFF_CHAT) == []
    assert await story.manager_taps("통화함, 해결", task[0])
    assert (await story.ticket()).state == TicketState.CLOSED


async def test_is_it_still_fine(bench: Bench, post: Post) -> None:
    bench.change(times={"follow_up_after": timedelta(days=14)})
    story = await Story.begin(bench, post)
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.taps("★5")
    await story.pass_time(days=14)
    assert "지금도 괜찮으신가요" in (await story.heard())[-1]
    await story.taps("네, 괜찮아요")
    assert "다행입니다" in (await story.heard())[-1]
    await story.taps("아니요, 또 그래요")
    assert (await story.ticket()).state == TicketState.CLOSED


async def test_not_fine_any_more_long_after_is_a_new_linked_matter(bench: Bench, post: Post) -> None:
    bench.change(times={"follow_up_after": timedelta(days=14)})
    story = await Story.begin(bench, post)
    await story.resolved()
    await story.pass_time(hours=1)
    await story.taps(YES)
    await story.pass_time(days=14)
    await story.taps("아니요, 또 그래요")
    linked = await story.ticket(story.ticket_id + 1)
    assert linked.reopened_from_id == story.ticket_id
    assert linked.state == TicketState.RECEIVED


async def test_a_question_that_was_overtaken_is_not_asked(story: Story) -> None:
    await story.resolved()

    async def reopened(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await reopen(work, ticket, by=Actor.staff(story.staff_id))

    await story.edit(reopened)
    await story.pass_time(hours=2)
    assert not [text for text in await story.heard() if "해결됐나요?" in text]
    assert (await story.surveys())[0].state == SurveyState.CANCELLED


async def test_the_third_round_reaches_a_manager_once(story: Story) -> None:
    for _ in range(2):
        await story.resolved()
        await story.pass_time(hours=1)
        await story.taps(NO)
    alerts = [r for r in await story.posted(MANAGER_CHAT) if "두 번 이상 다시 열렸습니다" in str(r.params["text"])]
    assert len(alerts) == 1
    assert (await story.ticket()).round == 3


async def _called(story: Story, result: str) -> bool:
    """What the staff's handler does with a tap under the task."""
    async with story.bench.transaction() as work:
        survey = await work.session.get_one(Survey, 1)
        await conversations.lock_conversation(work.session, survey.conversation_id)
        done = await phone_result(work, survey, result, by=Actor.staff(story.staff_id), by_name="이민수")
        await story.post.deliver(work)
        return done


async def test_the_reason_for_a_low_score_is_one_although_the_owner_had_been_adding_to_the_matter(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=2)
    await story.taps(NO)
    await story.writes("아직 조금씩 새요", understood_as("complaint.leak"))
    await story.resolved("한 곳을 더 바꿨습니다.")
    await story.pass_time(hours=2)
    await story.taps(YES)
    await story.taps("★2")

    await story.writes("너무 늦었어요", understood_as("complaint.other"))
    assert "관리소장에게 그대로 전했습니다" in (await story.heard())[-1]
