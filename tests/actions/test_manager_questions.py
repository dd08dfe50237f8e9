"""What managers ask for in their chat: help, what is open, and figures that are counted, not remembered (M1, M2)."""

from dataclasses import replace

import pytest

from bot.actions.talks.handoff import ask_for_person, hand_back
from bot.actions.tickets import declining, moves
from bot.actions.tickets.tickets import dispatch_done
from bot.desk import Work
from storage.models import ActorKind, Conversation, Person, StaffMember, Ticket
from tests.builders import MANAGER_CHAT, STAFF_CHAT, Bench, Post
from tests.desk_story import Story


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post)


async def answer(story: Story, text: str, chat: int = MANAGER_CHAT, user: int = 77) -> str | None:
    if not await story.manager_says(text, chat, user):
        return None
    return str((await story.posted(chat))[-1].params["text"])


async def test_help_names_only_what_works(story: Story) -> None:
    told = await answer(story, "/help") or ""
    assert "/queue" in told
    assert "/report" in told
    assert "/notice" not in told


async def test_the_queue_shows_who_waits_and_what_is_open(story: Story) -> None:
    await story.claimed()
    await story.another_ticket(intent="complaint.staff", words="경비원이 반말을 했어요")

    async def asks(work: Work, talk: Conversation) -> None:
        await hand_back(work, talk, await work.session.get_one(StaffMember, story.staff_id))
        await ask_for_person(work, talk, await work.session.get_one(Person, story.owner_id), reason="")

    await story.edit(asks)
    await story.pass_time(minutes=20)
    lines = (await answer(story, "/queue") or "").splitlines()
    assert lines[1] == "🙋 101동 1203호 김영희 님이 직원을 기다리고 계십니다 (20분째)"
    assert "T-1001" in lines[2]
    assert "담당 이민수" in lines[2]
    assert "시설팀" in lines[2]
    assert "T-1002" in lines[3]  # complaints about staff are the managers' own
    assert "담당 아직 없음" in lines[3]
    assert "20분째" in lines[3]


async def test_an_empty_queue_says_so(story: Story) -> None:
    await story.resolved()
    assert await answer(story, "/queue") == "지금 처리 중인 일이 없습니다."


async def test_the_report_counts_what_happened(story: Story) -> None:
    await story.pass_time(minutes=20)
    await story.resolved()
    other = await story.another_ticket(intent="complaint.pest", words="바퀴벌레가 나와요")
    await story.another_ticket(intent="praise", words="고마워요")
    await story.pass_time(minutes=40)
    await story.claimed(other)
    await story.pass_time(minutes=20)
    await story.taps("아직이에요")
    await story.resolved("다시 고쳤습니다.")
    await story.pass_time(hours=1)
    await story.taps("네, 해결됐어요")
    await story.taps("★4")
    told = await answer(story, "/report") or ""
    assert "접수 3 · 처리 2 · 다시 열림 1" in told
    assert "지금 처리 중 2 (시한 넘김 0)" in told
    assert "첫 답변까지(중앙값): 30분" in told  # 20 and 40 minutes
    assert "해결됐다고 하심 1 · 아직이라고 하심 1" in told
    assert "만족도: 4.0 (1건)" in told


async def test_another_day_has_other_figures(story: Story) -> None:
    await story.pass_time(days=1)
    today, yesterday = await answer(story, "/report today") or "", await answer(story, "/report yesterday") or ""
    assert "접수 0" in today
    assert "접수 1" in yesterday
    assert "지금 처리 중 1 (시한 넘김 1)" in today
    assert "첫 답변까지(중앙값): 없음" in today
    assert "접수 1" in (await answer(story, "/report 2026-11-23 2026-11-24") or "")
    assert "접수 1" in (await answer(story, "/report week") or "")


async def test_a_range_that_cannot_be_read_is_answered_with_examples(story: Story) -> None:
    assert "/report week" in (await answer(story, "/report 언젠가") or "")


async def test_a_dispatched_matter_counts_as_solved(bench: Bench, post: Post) -> None:
    story = await Story.begin(bench, post, intent="complaint.parking.move_car", words="차 빼 주세요")
    await story.edit(_done)
    told = await answer(story, "/report") or ""
    assert "접수 1 · 처리 1 · 다시 열림 0" in told


async def test_managers_ask_in_a_private_chat_of_their_own_too(story: Story) -> None:
    assert await answer(story, "/report", chat=4711, user=4711) is None
    story.bench.desk = replace(story.bench.desk, chats=replace(story.bench.desk.chats, manager_ids=(4711,)))
    assert "접수 1" in (await answer(story, "/report", chat=4711, user=4711) or "")


async def test_nobody_else_is_answered_here(story: Story) -> None:
    for text, chat, user in (("/report", 4712, 4712), ("그냥 하는 말", MANAGER_CHAT, 77)):
        assert not await story.manager_says(text, chat, user)


async def test_the_staffs_general_has_its_own_commands(story: Story) -> None:
    before = await story.posted(STAFF_CHAT)
    await story.manager_says("/report", STAFF_CHAT, 5)
    assert not [r for r in (await story.posted(STAFF_CHAT))[len(before) :] if "📊" in str(r.params["text"])]


async def test_a_declined_matter_counts_as_dealt_with(story: Story) -> None:
    await story.claimed()

    async def decline(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        ticket.kind = "request"
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "확인")
        await declining.decline(work, ticket, staff, "세대 안 부품은 세대에서 고치십니다.")

    await story.edit(decline)
    assert "접수 1 · 처리 1" in (await answer(story, "/report") or "")


async def _done(work: Work, talk: Conversation) -> None:
    await dispatch_done(work, await work.session.get_one(Ticket, 1), by=ActorKind.OWNER)
