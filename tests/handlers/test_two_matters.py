"""Several matters in one breath, or one in the middle of another: each gets its ticket, one after the other."""

import pytest
from sqlalchemy import select

from intents.result import Decision
from storage.models import Ticket
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_staff, wishes


async def tickets_of(story: Story) -> list[Ticket]:
    """All but the one that every story begins with."""
    async with story.bench.transaction() as work:
        return list(await work.session.scalars(select(Ticket).where(Ticket.id != story.ticket_id).order_by(Ticket.id)))


BOTH = "엘리베이터 고장났고 옆집 개가 밤새 짖어요"


async def test_of_two_matters_in_one_message_the_second_waits_its_turn_and_follows(story: Story) -> None:
    await story.writes(BOTH, wishes("complaint.elevator", "complaint.pet"))
    asked = (await story.heard())[-1]
    assert (
        "'승강기 고장' 건으로 접수해서 담당 부서에 전하겠습니다.\n'이웃 반려동물 불만' 말씀도 적어 두었습니다" in asked
    )
    assert "어느 엘리베이터인지" in asked
    await story.writes("101동 1호기요", foreign)
    assert "개인정보 안내" in (await story.heard())[-1]
    await story.taps("동의합니다")
    assert "이어서 접수할 일: 이웃 반려동물 불만" in (await story.heard())[-1]
    await story.taps("접수하기")
    summary = (await story.heard())[-1]
    assert "[이웃 반려동물 불만]" in summary
    assert BOTH in summary
    assert "1호기" not in summary
    await story.taps("접수하기")
    first, second = await tickets_of(story)
    assert (first.intent, second.intent) == ("complaint.elevator", "complaint.pet")
    assert "area" not in second.details


async def test_the_second_matter_follows_when_the_first_is_cancelled_or_joins_what_is_open(story: Story) -> None:
    await story.writes(BOTH, wishes("complaint.elevator", "complaint.pet"))
    await story.writes("취소", foreign)
    heard = await story.heard()
    assert "그만두었습니다" in heard[-2]
    assert "'이웃 반려동물 불만' 건으로 접수해서" in heard[-1]
    await story.taps("동의합니다")
    await story.taps("접수하기")
    await story.writes(BOTH, wishes("complaint.pet", "complaint.elevator"))
    await story.taps("T-1002에 덧붙이기")
    assert "'승강기 고장' 건으로 접수해서" in (await story.heard())[-1]


async def test_what_cannot_wait_goes_at_once_and_a_question_is_answered_before_the_report(story: Story) -> None:
    await story.writes(
        "복도 전등이 나갔고 차도 좀 빼 주세요", wishes("repair.common", "complaint.parking.move_car", "fee.amount")
    )
    heard = await story.heard()
    assert any("바로" in text and "접수번호는" in text for text in heard)
    assert any("관리비" in text for text in heard)
    assert "어느 복도인지" in heard[-1]
    assert [ticket.intent for ticket in await tickets_of(story)] == ["complaint.parking.move_car"]


@pytest.mark.parametrize("when", ["beside the first", "in the middle of it"])
async def test_who_and_whose_unit_are_told_with_a_car_are_not_kept_with_it(story: Story, when: str) -> None:
    car = "103동 1501호 차 좀 빼 주세요 제 이름은 박철수 010-1234-5678"
    move_car = "complaint.parking.move_car"
    if when == "beside the first":
        await story.writes(f"복도 전등이 나갔고 {car}", wishes("repair.common", move_car))
    else:
        await story.writes("복도 전등이 나갔어요", wishes("repair.common"))
        await story.writes(car, wishes(move_car))
    (ticket,) = await tickets_of(story)
    assert ticket.intent == move_car
    assert not {"name", "phone", "unit"} & ticket.details.keys()
    assert "103동 1501호 김영희" not in await seen_by_staff(story)


async def test_a_second_wish_that_is_in_doubt_starts_nothing_and_one_that_is_clear_does(story: Story) -> None:
    doubtful = wishes("complaint.elevator", "complaint.pet", decision=Decision.CONFIRM)
    await story.writes(BOTH, doubtful)
    await story.taps("이웃 반려동물 불만")
    assert "이어서 받겠습니다" not in (await story.heard())[-1]
    await story.sends("/cancel")
    await story.writes(BOTH, doubtful)
    await story.taps("승강기 고장")
    assert "'이웃 반려동물 불만' 말씀도 적어 두었습니다" in (await story.heard())[-1]


async def test_what_was_told_twice_of_the_second_matter_is_not_halved(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("옆집 개가 짖어요", understood_as("complaint.pet"))
    await story.writes("그 개가 복도에서도 짖어요", understood_as("complaint.pet"))
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert "옆집 개가 짖어요 / 그 개가 복도에서도 짖어요" in (await story.heard())[-1]
