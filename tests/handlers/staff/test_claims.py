"""Claiming: one holder, everybody else is told who; releasing, passing on, giving back, leaving."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions.talks import handoff
from bot.actions.tickets.events import record
from bot.rules.business_time import QuietHours
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Actor
from storage.models import EventKind, Floor, OutboxState, TicketState
from tests.builders import labels, promised
from tests.handlers.staff.conftest import HANEUL, MINSU, Room

SEOUL = ZoneInfo("Asia/Seoul")


async def test_a_tap_on_the_card_claims_the_matter_and_the_floor(room: Room) -> None:
    answer = await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, room.ticket.version)
    assert answer == "맡으셨습니다."
    assert room.ticket.state == TicketState.ASSIGNED
    assert room.talk.floor == Floor.HELD
    assert [text for text in await room.hears_texts() if "이민수" in text and room.ticket.number in text]
    assert any("이민수 님이 맡았습니다" in line for line in await room.lines())


async def test_what_its_owner_writes_meanwhile_makes_no_card_too_old_to_claim(room: Room) -> None:
    drawn = room.ticket.version
    await record(room.work, room.ticket, EventKind.OWNER_ADDED, Actor.owner(room.person.id), text="사진도 보내요")
    assert await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, drawn) == "맡으셨습니다."
    assert room.ticket.state == TicketState.ASSIGNED


async def test_of_two_who_claim_the_second_is_told_who_has_it(room: Room) -> None:
    version = room.ticket.version
    await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, version)
    answer = await room.taps(HANEUL, Verb.CARD_CLAIM, room.ticket.id, version)
    assert "이민수" in answer
    await room.says(HANEUL, "/claim")
    assert "이미 이민수 님이 맡았습니다." in (await room.lines())[-1]
    assert len([text for text in await room.hears_texts() if "정하늘" in text]) == 0


async def test_a_typed_claim_takes_the_one_matter_that_nobody_has(room: Room) -> None:
    await room.says(MINSU, "/claim@haedap_bot")
    assert room.ticket.state == TicketState.ASSIGNED
    assert room.talk.floor == Floor.HELD


async def test_an_old_card_says_so_and_is_refreshed(room: Room) -> None:
    await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, room.ticket.version)
    answer = await room.taps(MINSU, Verb.CARD_MOVE, room.ticket.id, 0, "release")
    assert "카드가 바뀌었습니다" in answer
    assert room.ticket.state == TicketState.ASSIGNED


async def test_at_night_whoever_writes_is_introduced_first_and_otherwise_in_the_morning(room: Room) -> None:
    office = replace(room.work.desk.office, quiet_hours=QuietHours(SEOUL, time(22), time(8)))
    desk = replace(room.work.desk, office=office)
    room.work = replace(room.work, now=datetime(2026, 11, 23, 23, 0, tzinfo=SEOUL).astimezone(UTC), desk=desk)
    await room.taps(MINSU, Verb.CARD_CLAIM, room.ticket.id, room.ticket.version)
    await room.says(MINSU, "//내일 자재를 봄")  # begins the investigation, and overtakes no introduction
    waiting = (await room.hears())[-1]
    assert "이민수 직원이 맡았습니다" in waiting.params["text"]
    assert waiting.due_at.astimezone(SEOUL) == datetime(2026, 11, 24, 8, 0, tzinfo=SEOUL)
    await room.says(MINSU, "지금 가겠습니다")
    first, second = (await room.hears())[-2:]
    assert (first.id, first.state, second.state) == (waiting.id, OutboxState.SENT, OutboxState.SENT)
    assert first.telegram_message_id < second.telegram_message_id


async def test_whoever_asked_for_a_person_learns_place_and_then_who_is_there(room: Room) -> None:
    await handoff.ask_for_person(room.work, room.talk, room.person, reason="사람과 얘기하고 싶어요")
    await room.post.deliver(room.work)
    assert "첫 번째" in (await room.hears_texts())[-1]
    wanted = [row for row in await promised(room.work, topic=room.topic) if labels(row) == ["맡기"]]
    assert "사람과 얘기하고 싶어요" in wanted[-1].params["text"]
    answer = await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    assert answer == ""
    assert "이민수" in (await room.hears_texts())[-1]
    assert (room.talk.floor, room.ticket.state) == (Floor.HELD, TicketState.ASSIGNED)


async def test_releasing_frees_matter_and_floor(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "/release")
    assert (room.ticket.state, room.ticket.assignee_id) == (TicketState.RECEIVED, None)
    assert room.talk.floor == Floor.BOT
    await room.says(HANEUL, "/claim")
    assert room.ticket.state == TicketState.ASSIGNED


async def test_only_the_holder_gives_back_and_the_owner_is_told(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(HANEUL, "/bot")
    assert "이민수 님이 맡고 있습니다" in (await room.lines())[-1]
    assert room.talk.floor == Floor.HELD
    await room.says(MINSU, "/bot")
    assert room.talk.floor == Floor.BOT
    assert "자동 안내로 돌아왔습니다" in (await room.hears_texts())[-1]


async def test_a_takeover_is_ended_by_a_button_under_the_line_that_it_began_with(room: Room) -> None:
    await handoff.ask_for_person(room.work, room.talk, room.person, reason="")
    await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    began = next(row for row in await promised(room.work, topic=room.topic) if labels(row)[:1] == ["자동 안내로"])
    assert (labels(began)[1], "이민수 님이 맡았습니다" in began.params["text"]) == ("대화 내려놓기", True)
    assert "이민수 님이 맡고" in await room.taps(HANEUL, Verb.HAND_BACK, room.talk.id)
    await room.taps(MINSU, Verb.RELEASE, room.talk.id)
    assert room.talk.floor == Floor.WAITING
    await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    await room.taps(MINSU, Verb.HAND_BACK, room.talk.id)
    assert room.talk.floor == Floor.BOT
    told = await room.hears_texts()
    assert "맡은 사람이 없습니다" in await room.taps(MINSU, Verb.HAND_BACK, room.talk.id)
    assert await room.hears_texts() == told  # nobody is told twice that the bot is back


async def test_a_matter_is_passed_on_with_a_note(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "/transfer 미화팀 쓰레기장 배수구입니다")
    assert (room.ticket.department, room.ticket.state) == ("cleaning", TicketState.RECEIVED)
    assert any("인계: 쓰레기장 배수구입니다" in line for line in await room.lines())
    assert any("미화팀" in text for text in await room.hears_texts())
    assert not any("쓰레기장" in text for text in await room.hears_texts())


async def test_passing_on_asks_for_department_and_note(room: Room) -> None:
    await room.says(MINSU, "/transfer 모르는팀 내용")
    assert "시설팀" in (await room.lines())[-1]
    await room.says(MINSU, "/transfer 미화팀")
    assert "인계 내용을 답장으로" in (await room.lines())[-1]
    await room.says(MINSU, "배수구가 막혔습니다")
    assert room.ticket.department == "cleaning"


async def test_who_leaves_the_group_gives_everything_back(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.leaves(MINSU)
    assert room.talk.floor == Floor.BOT
    assert (room.ticket.state, room.ticket.assignee_id) == (TicketState.RECEIVED, None)
    assert any("이민수 님이 나가서" in line for line in await room.lines())


async def test_an_idle_takeover_ends_and_says_so_on_both_sides(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await handoff.lease_ended(room.work, room.talk)
    assert room.talk.floor == Floor.HELD  # too early
    later = room.work.now.replace(hour=3)
    work = type(room.work)(room.work.session, later, room.work.desk, room.work.real_now)
    await handoff.lease_ended(work, room.talk)
    assert room.talk.floor == Floor.BOT
    assert "자동 안내로 돌렸습니다" in (await room.lines())[-1]
    assert "자동 안내로 돌아왔습니다" in (await room.hears_texts())[-1]


def a_minute_later(room: Room) -> None:
    room.work = replace(room.work, now=room.work.now + timedelta(minutes=1))


async def lapses(room: Room) -> None:
    """Nobody has written for longer than a takeover lasts."""
    room.talk.lease_until = room.work.now
    await handoff.lease_ended(room.work, room.talk)


async def test_whoever_was_left_without_an_answer_waits_again(room: Room) -> None:
    room.ticket.state = TicketState.CLOSED  # no clock of a matter watches over this talk
    await handoff.ask_for_person(room.work, room.talk, room.person, reason="")
    await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    await room.says(MINSU, "무엇을 도와드릴까요?")
    a_minute_later(room)
    await room.owner_says("이사 날짜를 바꾸고 싶어요")
    await lapses(room)
    assert room.talk.floor == Floor.WAITING
    assert "다시 기다립니다" in (await room.lines())[-1]
    assert "기다리시게 해서 죄송합니다. 다른 직원이" in (await room.hears_texts())[-1]


async def test_of_a_matter_that_goes_on_the_owner_hears_that_an_answer_is_owed(room: Room) -> None:
    await room.says(MINSU, "/claim")
    a_minute_later(room)
    await room.owner_says("지금 집에 있어요")
    await lapses(room)
    assert room.talk.floor == Floor.BOT
    assert "기다리시게 해서 죄송합니다. 접수된 일은" in (await room.hears_texts())[-1]


async def test_to_thanks_no_answer_is_owed(room: Room) -> None:
    await handoff.ask_for_person(room.work, room.talk, room.person, reason="")
    await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    await room.says(MINSU, "내일 오전에 전화드리겠습니다.")
    a_minute_later(room)
    await room.owner_says("네 감사합니다~")
    await lapses(room)
    assert room.talk.floor == Floor.BOT
    assert "한동안 말씀이 없어" in (await room.hears_texts())[-1]


async def test_whoever_asked_and_never_got_a_word_waits_again(room: Room) -> None:
    await handoff.ask_for_person(room.work, room.talk, room.person, reason="")
    await room.taps(MINSU, Verb.CLAIM, room.talk.id)
    later = room.work.now.replace(hour=3)
    work = type(room.work)(room.work.session, later, room.work.desk, room.work.real_now)
    await handoff.lease_ended(work, room.talk)
    assert room.talk.floor == Floor.WAITING
    assert room.talk.waiting_since == later
