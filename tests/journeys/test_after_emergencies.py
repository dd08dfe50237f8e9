"""An emergency is over: its result is asked about like any other."""

import pytest

from bot.sandbox.journey import Place
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import resolves, settles_in_english, staff_with
from tests.journeys.people import settles_in
from tests.journeys.town import Town


async def ends(staff: Place) -> None:
    await resolves(staff, "승강기 문을 열고 점검을 마쳤습니다.")


async def test_a_typed_yes_answers_the_question_about_a_solved_emergency(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("엘리베이터에 갇혔어요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await ends(staff)
    await town.sandbox.advance(2)
    await owner.hears("해결됐나요?")
    await owner.sends("네 해결됐어요")
    await owner.hears("몇 점")
    await staff.sees("상태: 마침")


async def test_the_same_in_english(town: Town) -> None:
    owner = await town.sandbox.user("Alex")
    await settles_in_english(owner)
    await owner.sends("I'm stuck in the lift")
    await owner.hears("T-1001")
    staff = await staff_with(town, "Alex")
    await ends(staff)
    await town.sandbox.advance(2)
    await owner.hears("Is it solved?")
    await owner.sends("yes it's solved")
    await owner.hears("How did we do")
    await staff.sees("상태: 마침")


@pytest.mark.parametrize("words", ["네 해결됐어요", "네네 기사님 오셔서 잘 해결됐습니다"])
async def test_it_counts_while_another_emergency_is_open(town: Town, words: str) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("엘리베이터에 갇혔어요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await staff.sees(lambda message: "맡기" in message.button_texts)
    await staff.taps("맡기")
    await owner.hears("이민수")
    await staff.sends("/note 문을 열어 드렸음")
    card = await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "처리 완료" in m.button_texts)
    await owner.sends("가스 냄새가 심하게 나요")
    await owner.hears("T-1002")
    await staff.taps("처리 완료", card.id)
    await staff.sends("승강기 문을 열고 점검을 마쳤습니다.")
    await town.sandbox.advance(2)
    await owner.hears("해결됐나요?")
    await owner.sends(words)
    await owner.hears("몇 점")


async def test_good_news_before_the_question_opens_nothing_again(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"feedback_after": "1h"})
    owner = await town.sandbox.user("Alex")
    await settles_in_english(owner)
    await owner.sends("I'm stuck in the lift")
    await owner.hears("T-1001")
    staff = await staff_with(town, "Alex")
    await ends(staff)
    await staff.sees("상태: 처리됨, 확인 대기")
    await owner.sends("yes it's solved")
    await owner.hears("Thank you")
    await town.sandbox.advance(3600)
    await owner.hears("Is it solved?")
