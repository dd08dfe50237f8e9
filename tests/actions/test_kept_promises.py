"""What the desk says by itself when time runs out: never of a promise that was kept, never at a wrong hour, and to
somebody in despair in words of their own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.actions.emergencies import emergencies
from bot.actions.messages.history import record_owner_message
from bot.actions.tickets import moves, tickets
from bot.desk import Work
from bot.office import SAMPLE_OFFICE, load_office
from bot.outcome import FailureReason
from bot.rules.danger import DESPAIR
from bot.rules.ticket_flow import Actor
from storage.models import Conversation, Person, StaffMember, Ticket
from tests.builders import MANAGER_CHAT, Bench, Post, said
from tests.desk_story import Story

AN_HOUR_BEFORE_CLOSING = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
async def story(bench: Bench, post: Post) -> Story:
    return await Story.begin(bench, post)


def by_staff(story: Story, move: Any) -> Any:
    """A change behind the desk's back: `move(work, ticket, staff)`."""

    async def change(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await move(work, ticket, await work.session.get_one(StaffMember, story.staff_id))

    return change


async def test_a_day_on_which_the_staff_did_something_is_no_broken_promise(story: Story) -> None:
    async def put_off(work: Work, ticket: Ticket, staff: StaffMember) -> None:
        await moves.note(work, ticket, staff, "확인")
        await moves.defer(work, ticket, staff, work.now + timedelta(days=1), "부품을 기다림")

    async def wait(work: Work, ticket: Ticket, staff: StaffMember) -> None:
        await moves.wait(work, ticket, staff, for_owner=False)

    async def go_on(work: Work, ticket: Ticket, staff: StaffMember) -> None:
        await moves.resume(work, ticket, Actor.staff(staff.id))

    await story.claimed()
    await story.edit(by_staff(story, put_off))
    await story.pass_time(days=1, seconds=1)
    await story.pass_time(minutes=5)
    await story.edit(by_staff(story, wait))
    await story.pass_time(minutes=5)
    await story.edit(by_staff(story, go_on))
    await story.pass_time(days=2)
    assert not any("이어서 진행하기로 했는데" in text for text in await story.heard())


async def test_a_word_for_office_hours_does_not_go_out_because_a_talk_ends(bench: Bench, post: Post) -> None:
    bench.desk = replace(bench.desk, office=load_office(SAMPLE_OFFICE))
    bench.clock.at = AN_HOUR_BEFORE_CLOSING
    story = await Story.begin(bench, post)
    other = await story.another_ticket(intent="complaint.elevator")
    await story.claimed(other)
    before = len(await story.heard())

    await story.pass_time(minutes=30)
    await story.pass_time(minutes=31)
    assert not any("T-1001" in text for text in (await story.heard())[before:])

    await story.pass_time(hours=15)
    assert any("T-1001" in text for text in (await story.heard())[before:])


async def test_no_managers_are_called_for_a_result_whose_matter_is_open_again(story: Story) -> None:
    await story.refused(FailureReason.BLOCKED)
    await story.resolved()
    await story.pass_time(hours=2)

    async def reopen(work: Work, ticket: Ticket, staff: StaffMember) -> None:
        await tickets.reopen(work, ticket, by=Actor.staff(staff.id), words="전화했더니 아직 샌다고 하심")

    await story.edit(by_staff(story, reopen))
    await story.pass_time(days=8)
    assert not any("결과를 전하지 못한" in row.params["text"] for row in await story.posted(MANAGER_CHAT))


async def test_whoever_is_in_despair_hears_no_form_and_no_diagnosis(story: Story) -> None:
    async def despairs(work: Work, talk: Conversation) -> None:
        person = await work.session.get_one(Person, story.owner_id)
        message = await record_owner_message(work, talk, said(talk.chat_id, "더 이상 살고 싶지 않아요"))
        await emergencies.begin(work, talk, person, DESPAIR, message)

    await story.edit(despairs)
    await story.pass_time(minutes=6)
    heard = await story.heard()
    assert "혼자 견디지 마시고" in heard[-1]
    assert "109" in heard[-1]

    await story.claimed(story.ticket_id + 1)
    assert not any("자살 위험" in text for text in await story.heard())
    assert any("자살 위험" in row.params["text"] for row in await story.posted(MANAGER_CHAT))
