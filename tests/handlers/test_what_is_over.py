"""Words for a matter that is over, or that nobody waits for any more: they join nothing that is dead."""

from typing import Any

import pytest

from bot.actions.conversation import owner_wrote
from bot.actions.talks import handoff
from bot.actions.tickets import declining, moves
from bot.desk import Work
from bot.rules.ticket_flow import Actor
from storage.models import Conversation, Person, StaffMember, Ticket
from tests.builders import a_staff_member, said
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_staff, tickets, undecided

STICKER = "(a sticker)"
LEAK = undecided("complaint.leak", "complaint.water")


async def adds(story: Story) -> None:
    await story.writes("안방 천장이에요", understood_as("complaint.leak"))
    await story.taps("T-1001에 덧붙이기")


async def withdrawn(story: Story) -> None:
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await story.taps("접수 취소")


async def declined(story: Story) -> None:
    async def decline(work: Work, talk: Conversation) -> None:
        manager = await a_staff_member(work, "한소장", manager=True)
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await moves.claim_ticket(work, ticket, manager)
        await moves.note(work, ticket, manager, "현장 확인")
        await declining.decline(work, ticket, manager, "세대 안 배관이라 세대에서 고치셔야 합니다.")
        if talk.holder_id is not None:
            await handoff.hand_back(work, talk, manager)

    await story.edit(decline)


async def sends(story: Story, words: str) -> None:
    if words != STICKER:
        await story.writes(words, foreign)
        return

    async def send(work: Work, talk: Conversation) -> None:
        person = await work.session.get_one(Person, story.owner_id)
        await owner_wrote(work, talk, person, said(talk.chat_id, "", media=("sticker",)))

    await story.edit(send)


async def waits_for_the_owner(story: Story, *, then: str = "", talks: bool = False) -> None:
    async def ask(work: Work, talk: Conversation) -> None:
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        staff = await work.session.get_one(StaffMember, story.staff_id)
        await moves.note(work, ticket, staff, "현장 확인")
        await moves.wait(work, ticket, staff, for_owner=True)
        if then == "resume":
            await moves.resume(work, ticket, Actor.staff(staff.id))
        if talk.holder_id is not None and not talks:
            await handoff.hand_back(work, talk, staff)

    await story.claimed()
    await story.edit(ask)


async def test_nothing_joins_a_matter_that_its_owner_took_back(story: Story) -> None:
    await adds(story)
    await withdrawn(story)
    await story.writes("아 다시 떨어지네요 와 주세요", LEAK)
    assert "T-1001에 덧붙여" not in (await story.heard())[-1]
    assert "무엇을 말씀하시나요" in (await story.heard())[-1]


async def test_an_old_button_adds_nothing_to_what_is_over(story: Story) -> None:
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await withdrawn(story)
    await story.taps("내용 더하기")
    assert "상황이 바뀌었습니다" in (await story.heard())[-2]
    await story.writes("다시 떨어져요", LEAK)
    assert "T-1001에 덧붙여" not in (await story.heard())[-1]


@pytest.mark.parametrize("added", [False, True])
async def test_what_is_said_to_a_refusal_opens_the_matter_again(story: Story, added: bool) -> None:
    if added:
        await adds(story)
    await declined(story)
    assert any("확인이 필요하시면 적어 주세요" in text for text in await story.heard())
    await story.writes("공용 배관이 틀림없다니까요", LEAK, photos=1)
    assert any("T-1001 민원을 다시 살펴보겠습니다" in text for text in await story.heard())
    ticket = await story.ticket()
    assert ticket.round == 2
    assert ticket.state in ("received", "assigned", "investigating")
    assert "공용 배관이 틀림없다니까요" in await seen_by_staff(story)


async def test_a_picture_alone_against_a_refusal_opens_it_and_asks_why(story: Story) -> None:
    await declined(story)
    await story.writes("", photos=1)
    assert "어떤 점이 아직 불편하신지" in (await story.heard())[-1]
    assert (await story.ticket()).round == 2


@pytest.mark.parametrize(
    ("words", "understand"),
    [
        ("고맙습니다", understood_as("thanks")),
        ("관리비 얼마예요?", understood_as("fee.amount")),
        ("난방이 안 돼요", understood_as("complaint.heating")),
    ],
)
async def test_what_is_no_objection_leaves_a_refusal(story: Story, words: str, understand: Any) -> None:
    await declined(story)
    await story.writes(words, understand)
    assert (await story.ticket()).state == "declined"
    assert "덧붙인 내용" not in (await story.heard())[-1]


@pytest.mark.parametrize(
    "words", ["네", "아 네..", "네 알겠습니다", "어쩔 수 없죠", "ㅠㅠ", "👍", "ok got it", "那好吧", STICKER]
)
async def test_whoever_takes_a_refusal_gets_a_kind_word_and_may_still_object(story: Story, words: str) -> None:
    await declined(story)
    await sends(story, words)
    ticket = await story.ticket()
    assert (ticket.state, ticket.round) == ("declined", 1)
    assert "원하시던 답을 드리지 못해" in (await story.heard())[-1]

    await story.writes("공용 배관이 틀림없다니까요", LEAK)
    assert (await story.ticket()).round == 2


@pytest.mark.parametrize("words", ["왜요?", "아니요", "부탁드려요", "네네 잘 알겠습니다 참 대단하시네요"])
async def test_whoever_may_be_taking_a_refusal_opens_it_with_one_button(story: Story, words: str) -> None:
    await declined(story)
    await story.writes(words, foreign)
    assert (await story.ticket()).state == "declined"
    assert "아래를 눌러 주세요" in (await story.heard())[-1]
    assert words in await seen_by_staff(story)

    await story.taps("다시 열어 주세요")
    assert (await story.ticket()).round == 2


async def test_long_after_a_refusal_the_owner_is_asked_what_it_is_about(story: Story) -> None:
    await declined(story)
    await story.pass_time(hours=2)
    await story.writes("공용 배관이 틀림없다니까요", LEAK)
    await story.taps("T-1001에 덧붙이기")
    assert "T-1001 민원을 다시 살펴보겠습니다" in (await story.heard())[-1]
    assert (await story.ticket()).round == 2


@pytest.mark.parametrize(
    "words", ["네", "감사합니다", "👍", "이따 보낼게요", "네 저녁에 사진 보낼게요", "ok thanks", STICKER]
)
async def test_who_only_takes_note_is_still_waited_for(story: Story, words: str) -> None:
    await waits_for_the_owner(story)
    await sends(story, words)
    assert (await story.ticket()).state == "waiting_owner"
    assert "T-1001 담당 부서에 그대로 전했습니다" in (await story.heard())[-1]
    assert words in await seen_by_staff(story) or await story.posted(method="copyMessage")

    await story.pass_time(days=1)
    await story.writes("오후 3시에 있어요", foreign)
    assert (await story.ticket()).state == "investigating"


@pytest.mark.parametrize(
    ("words", "state"),
    [("네 알겠습니다", "waiting_owner"), (STICKER, "waiting_owner"), ("3시에 있어요", "investigating")],
)
async def test_in_a_talk_too_an_answer_alone_makes_the_matter_go_on(story: Story, words: str, state: str) -> None:
    await waits_for_the_owner(story, talks=True)
    await sends(story, words)
    assert (await story.ticket()).state == state


async def test_what_is_said_to_one_member_of_staff_does_not_answer_another(story: Story) -> None:
    other = await story.another_ticket(intent="complaint.heating", words="난방이 안 돼요")

    async def ask(work: Work, talk: Conversation) -> None:
        somebody = await a_staff_member(work, "박수리")
        ticket = await work.session.get_one(Ticket, other)
        await moves.claim_ticket(work, ticket, somebody)
        await moves.note(work, ticket, somebody, "현장 확인")
        await moves.wait(work, ticket, somebody, for_owner=True)
        if talk.holder_id is not None:
            await handoff.hand_back(work, talk, somebody)

    await story.edit(ask)
    await waits_for_the_owner(story, talks=True)
    await story.writes("3시에 있어요", foreign)
    assert (await story.ticket()).state == "investigating"
    assert (await story.ticket(other)).state == "waiting_owner"


async def test_a_sticker_adds_nothing_to_a_matter(story: Story) -> None:
    await adds(story)
    await sends(story, STICKER)
    assert "T-1001에 덧붙여" not in (await story.heard())[-1]


@pytest.mark.parametrize("then", ["resume", "resolve"])
async def test_what_the_staff_wait_for_no_longer_does_not_take_the_next_report(story: Story, then: str) -> None:
    await waits_for_the_owner(story, then=then)
    if then == "resolve":
        await story.resolved()
    await story.pass_time(minutes=40)
    before = (await story.ticket()).state
    await story.writes("엘리베이터가 멈춰 있어요", understood_as("complaint.elevator"))
    assert "T-1001에 덧붙여" not in (await story.heard())[-1]
    await story.taps("새로 접수")
    assert "어디에서 있는 일인가요" in (await story.heard())[-1]
    assert (await story.ticket()).state == before


async def test_a_late_answer_to_what_is_waited_for_no_longer_can_still_join(story: Story) -> None:
    await waits_for_the_owner(story, then="resume")
    await story.pass_time(days=1)
    await story.writes("오후에 있어요", foreign)
    await story.taps("T-1001에 덧붙이기")
    assert "T-1001에 덧붙여" in (await story.heard())[-1]


async def test_words_for_a_matter_that_was_merged_join_the_one_that_goes_on(story: Story) -> None:
    other = await story.another_ticket(intent="complaint.heating")
    await adds(story)

    async def merge(work: Work, talk: Conversation) -> None:
        staff = await work.session.get_one(StaffMember, story.staff_id)
        ticket = await work.session.get_one(Ticket, story.ticket_id)
        await moves.claim_ticket(work, ticket, staff)
        await moves.merge(work, ticket, staff, "T-1002")
        if talk.holder_id is not None:
            await handoff.hand_back(work, talk, staff)

    await story.edit(merge)
    await story.writes("벽지도 젖었어요", LEAK)
    assert "T-1002에 덧붙여" in (await story.heard())[-1]
    assert (await story.ticket(other)).state == "received"
    assert await tickets(story) == 2


async def test_a_picture_that_shows_that_it_is_not_solved_joins_what_is_opened_again(story: Story) -> None:
    await adds(story)
    await story.resolved()
    await story.writes("아직도 떨어져요", understood_as("complaint.leak"), photos=1)
    assert (await story.ticket()).round == 2
    assert len(await story.posted(method="copyMessage")) == 1
