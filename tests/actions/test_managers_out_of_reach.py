"""Managers without a group of theirs: what only they may read goes to one who can be written to."""

from dataclasses import replace

import pytest

from bot.handlers.owner import OWNER_ROUTES
from bot.incoming import MemberChanged, Sender
from bot.outcome import FailureReason
from tests.builders import STAFF_CHAT, Bench, Post, a_staff_member, labels
from tests.desk_story import Story, understood_as

FIRST, SECOND = 4711, 4712
STAFF_MATTER = "complaint.staff"


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
    async with bench.transaction() as work:
        back = MemberChanged(FIRST, Sender(FIRST, "한소장", "ko"), is_member=True, about_bot=True, at=work.now)
        await next(route for route in OWNER_ROUTES if route.matches(work.desk, back)).handle(work, back)
    await story.another_ticket(intent=STAFF_MATTER, words="또 반말을 했어요")
    await story.pass_time(seconds=1)
    assert any("또 반말" in text for text in await read_by(story, FIRST))
