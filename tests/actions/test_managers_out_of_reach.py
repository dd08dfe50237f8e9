"""Managers without a group of theirs: what only they may read goes to one who can be written to."""

from dataclasses import replace

import pytest

from bot.handlers.owner import OWNER_ROUTES
from bot.incoming import MemberChanged, Sender
from bot.outcome import FailureReason
from intents.result import Match
from tests.builders import STAFF_CHAT, Bench, Post, a_staff_member, labels
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import danger, foreign

FIRST, SECOND = 4711, 4712
STAFF_MATTER = "complaint.staff"
HINT = "관리소장에게 쓸 수 없어"


async def a_complaint_about_staff(bench: Bench, post: Post) -> Story:
    chats = replace(bench.desk.chats, manager=None, manager_ids=(FIRST, SECOND))
    bench.desk = replace(bench.desk, chats=chats)
    story = await Story.begin(bench, post, intent=STAFF_MATTER, words="경비원이 반말을 했어요")
    async with bench.transaction() as work:
        story.staff_id = (await a_staff_member(work, "한소장", manager=True)).id
    return story


async def read_by(story: Story, manager: int) -> list[str]:
    """What reached a manager."""
    return [str(row.params["text"]) for row in await story.posted(manager) if row.state == "sent"]


async def has_card(story: Story, manager: int) -> bool:
    rows = [row for row in await story.posted(manager) if row.state == "sent"]
    return any((row.follow_up or {}).get("kind") == "card" and labels(row) for row in rows)


async def back_again(story: Story, manager: int) -> None:
    """A manager presses Start."""
    async with story.bench.transaction() as work:
        back = MemberChanged(manager, Sender(manager, "한소장", "ko"), is_member=True, about_bot=True, at=work.now)
        await next(route for route in OWNER_ROUTES if route.matches(work.desk, back)).handle(work, back)


@pytest.mark.parametrize("reason", [FailureReason.BLOCKED, FailureReason.CHAT_GONE])
async def test_the_card_of_a_confidence_goes_to_the_next_manager(bench: Bench, post: Post, reason: str) -> None:
    post.refuse[("sendMessage", FIRST)] = FailureReason(reason)
    story = await a_complaint_about_staff(bench, post)
    assert await has_card(story, SECOND)
    assert await story.posted(STAFF_CHAT) == []


async def test_what_becomes_of_it_follows_to_whoever_can_be_reached(bench: Bench, post: Post) -> None:
    story = await a_complaint_about_staff(bench, post)
    assert await has_card(story, FIRST)
    await story.resolved()
    for method in ("sendMessage", "editMessageText"):
        post.refuse[(method, FIRST)] = FailureReason.BLOCKED
    await story.pass_time(hours=1)
    await story.taps("아직이에요")
    await story.pass_time(minutes=1)
    assert any("다시 열렸" in text for text in await read_by(story, SECOND))
    assert await has_card(story, SECOND)


async def test_the_owners_words_about_it_are_not_lost(bench: Bench, post: Post) -> None:
    story = await a_complaint_about_staff(bench, post)
    post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    await story.writes("정문 초소에서 그랬어요", understood_as(STAFF_MATTER))
    await story.taps("T-1001에 덧붙이기")
    await story.pass_time(minutes=1)
    assert any("정문 초소에서" in text for text in await read_by(story, SECOND))


async def test_who_comes_back_is_the_first_again(bench: Bench, post: Post) -> None:
    post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    story = await a_complaint_about_staff(bench, post)
    del post.refuse[("sendMessage", FIRST)]
    await back_again(story, FIRST)
    await story.another_ticket(intent=STAFF_MATTER, words="또 반말을 했어요")
    await story.pass_time(seconds=1)
    assert any("또 반말" in text for text in await read_by(story, FIRST))


async def test_what_came_of_a_call_stands_where_the_task_went(bench: Bench, post: Post) -> None:
    story = await a_complaint_about_staff(bench, post)
    await story.resolved()
    await story.refused(FailureReason.BLOCKED)
    post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    await story.pass_time(hours=1)
    task = next(row for row in await story.posted(SECOND) if "통화함, 해결" in labels(row))
    assert task.state == "sent"
    assert await story.manager_taps("통화함, 해결", task, user=SECOND)
    shown = [row for row in await story.posted(SECOND, "editMessageText") if row.target_id == task.id]
    assert "전화로 알림, 해결" in str(shown[-1].params["text"])
    assert not labels(shown[-1])


@pytest.mark.parametrize("managers", [(FIRST,), (FIRST, SECOND)])
async def test_that_no_manager_can_be_written_to_is_said_to_the_staff_without_the_words(
    bench: Bench, post: Post, managers: tuple[int, ...]
) -> None:
    story = await a_complaint_about_staff(bench, post)
    bench.desk = replace(bench.desk, chats=replace(bench.desk.chats, manager_ids=managers))
    for manager in managers:
        post.refuse[("sendMessage", manager)] = FailureReason.BLOCKED
    for words in ("정문 초소에서 그랬어요", "어제 저녁이었어요"):
        await story.writes(words, understood_as(STAFF_MATTER))
        await story.taps("T-1001에 덧붙이기")
        await story.pass_time(minutes=1)
    told = [str(row.params["text"]) for row in await story.posted(STAFF_CHAT)]
    assert len(told) == 1, "once a day is enough"
    assert "관리소장에게 전할 글" in told[0]
    assert not [secret for secret in ("초소", "T-1001", "김영희", "반말") if secret in told[0]]


def fire_or_staff(text: str) -> Match:
    """A recogniser that knows a cry of fire and a complaint about the guard."""
    if "경비원" in text:
        return understood_as(STAFF_MATTER)(text)
    return danger(text) if "불이야" in text else foreign(text)


async def an_alarm(bench: Bench, post: Post, *managers: int) -> Story:
    bench.desk = replace(bench.desk, chats=replace(bench.desk.chats, manager=None, manager_ids=managers))
    story = await Story.begin(bench, post)
    await story.writes("불이야", fire_or_staff)
    return story


@pytest.mark.parametrize("managers", [(FIRST,), (FIRST, SECOND)])
async def test_news_of_an_alarm_goes_on_to_whoever_can_be_told(
    bench: Bench, post: Post, managers: tuple[int, ...]
) -> None:
    story = await an_alarm(bench, post, *managers)
    for manager in managers:
        post.refuse[("sendMessage", manager)] = FailureReason.BLOCKED
    await story.edits("불이야", "불고기 파티 하는 날이 언제예요")
    told = [str(row.params["text"]) for row in await story.posted(STAFF_CHAT)]
    assert [("불고기" in text, HINT in text) for text in told] == [(True, True)]


async def test_news_that_one_manager_has_read_goes_no_further(bench: Bench, post: Post) -> None:
    story = await an_alarm(bench, post, FIRST, SECOND)
    post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    await story.edits("불이야", "불고기 파티 하는 날이 언제예요")
    assert any("불고기" in text for text in await read_by(story, SECOND))
    assert await story.posted(STAFF_CHAT) == []


async def test_what_became_a_complaint_about_staff_goes_to_no_staff_where_no_manager_reads(
    bench: Bench, post: Post
) -> None:
    story = await an_alarm(bench, post, FIRST)
    post.refuse[("sendMessage", FIRST)] = FailureReason.BLOCKED
    await story.edits("불이야", "경비원이 반말을 했어요")
    assert not [row for row in await story.posted(STAFF_CHAT) if "반말" in str(row.params["text"])]
