"""Somebody of the office came and could not mend it: the staff learn of that, and of reproaches only the managers."""

import pytest
from sqlalchemy import select

from bot.actions.tickets.tickets import withdraw
from bot.desk import Work
from intents.result import Candidate, Decision, Match
from storage.models import Conversation, Ticket
from tests.desk_story import Story
from tests.handlers.understanding import seen_by_managers, seen_by_staff, tickets

IN_VAIN = "직원이 왔는데 못 고치고 갔어요"


def about_staff(text: str) -> Match:
    """A recogniser that takes whatever names staff for a complaint about them."""
    candidates = (Candidate("complaint.staff", 0.92), Candidate("human", 0.05))
    return Match("complaint.staff", Decision.CONFIRM, None, 0.78, candidates, ("complaint.staff",))


async def test_whoever_talks_with_the_owner_learns_of_a_visit_in_vain(story: Story) -> None:
    await story.claimed()
    before = await tickets(story)
    await story.writes(IN_VAIN, about_staff)
    await story.pass_time(seconds=10)
    assert IN_VAIN in await seen_by_staff(story)
    assert IN_VAIN not in await seen_by_managers(story)
    assert await tickets(story) == before


async def test_in_the_middle_of_a_talk_the_matter_that_was_said_to_be_solved_is_open_again(story: Story) -> None:
    other = await story.another_ticket(intent="complaint.heating")
    await story.resolved()
    await story.claimed(other)
    await story.writes(IN_VAIN, about_staff)
    ticket = await story.ticket()
    assert (ticket.round, ticket.state) == (2, "investigating")
    assert (await story.ticket(other)).round == 1


@pytest.mark.parametrize(
    "words",
    ["직원이 반말하고 불친절해요", "직원이 왔는데 못 고치고 욕만 하고 갔어요", "이민수 직원이 왔는데 못 고치고 갔어요"],
)
async def test_a_reproach_beside_it_goes_to_the_managers_alone(story: Story, words: str) -> None:
    await story.claimed()
    await story.writes(words, about_staff)
    await story.pass_time(seconds=10)
    assert words not in await seen_by_staff(story)
    assert words in await seen_by_managers(story)


async def test_said_to_the_desk_it_opens_what_was_said_to_be_solved(story: Story) -> None:
    await story.resolved()
    await story.writes(IN_VAIN, about_staff)
    assert (await story.ticket()).round == 2
    assert IN_VAIN in await seen_by_staff(story)
    assert "다시 살펴보겠습니다" in (await story.heard())[-1]


async def test_where_the_desk_knows_of_no_matter_it_is_taken_down_as_one(story: Story) -> None:
    async def takes_back(work: Work, talk: Conversation) -> None:
        await withdraw(work, await work.session.get_one(Ticket, story.ticket_id))

    await story.edit(takes_back)
    await story.writes(IN_VAIN, about_staff)
    await story.taps("동의합니다")
    await story.taps("접수하기")
    async with story.bench.transaction() as work:
        newest = await work.session.scalar(select(Ticket).order_by(Ticket.id.desc()).limit(1))
    assert newest is not None
    assert (newest.intent, newest.words) == ("complaint.other", IN_VAIN)
