"""What is said about staff stays with the managers, whatever anybody does with it (S1, M1)."""

import pytest

from bot.rules.tap_verbs import Verb
from storage.models import Floor, OutboxRow, Ticket
from tests.builders import MANAGER_CHAT, STAFF_CHAT, an_open_ticket, labels, promised, said, texts_to
from tests.handlers.staff.conftest import BOSS, Room, manager_says, serve

WORDS = "경비원이 욕을 했어요"


async def a_complaint(room: Room) -> Ticket:
    ticket = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words=WORDS)
    await room.post.deliver(room.work)
    return ticket


async def card_of(room: Room, ticket: Ticket) -> OutboxRow:
    """The card in the managers' chat."""
    rows = await promised(room.work, chat_id=MANAGER_CHAT)
    return next(row for row in rows if ticket.number in str(row.params.get("text")) and "맡기" in labels(row))


async def test_no_department_can_be_handed_what_is_said_about_its_people(room: Room) -> None:
    ticket = await a_complaint(room)
    card = await card_of(room, ticket)
    assert "다른 부서로" not in labels(card)
    before = await room.lines()
    await manager_says(room.work, room.post, "/transfer 보안팀 확인 바랍니다", card.telegram_message_id)
    assert f"{ticket.number} 건은 다른 부서로 넘길 수 없습니다" in (await texts_to(room.work, chat_id=MANAGER_CHAT))[-1]
    assert ticket.department == "manager"
    assert await room.lines() == before


@pytest.mark.parametrize("way", ["gives it back", "leaves the office"])
async def test_the_staff_learn_nothing_of_a_manager_who_lays_it_down(room: Room, way: str) -> None:
    ticket = await a_complaint(room)
    card = await card_of(room, ticket)
    await manager_says(room.work, room.post, "/claim", card.telegram_message_id)
    assert room.talk.floor == Floor.HELD
    before = await room.lines()
    if way == "gives it back":
        await room.taps(BOSS, Verb.CARD_MOVE, ticket.id, ticket.version, "release", chat=MANAGER_CHAT)
        await room.post.deliver(room.work)
    else:
        await room.leaves(BOSS)
    assert room.talk.floor == Floor.BOT
    assert await room.lines() == before
    assert any("대화를 내려놓았습니다" in text for text in await texts_to(room.work, chat_id=MANAGER_CHAT))


async def test_a_managers_list_in_general_names_no_talk_about_the_staff(room: Room) -> None:
    ticket = await a_complaint(room)
    card = await card_of(room, ticket)
    await manager_says(room.work, room.post, "/claim", card.telegram_message_id)
    assert room.talk.floor == Floor.HELD
    await serve(room.work, said(STAFF_CHAT, "/mine", sender=BOSS.id, name=BOSS.name))
    assert "김영희" not in (await texts_to(room.work, chat_id=STAFF_CHAT))[-1]
