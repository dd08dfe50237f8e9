"""What owners say about a matter that was recorded reaches the people who come for it."""

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import reports_in_english, resolves, settles_in_english, staff_with
from tests.journeys.people import a_leak_is_reported, reports, settles_in
from tests.journeys.town import Town

HOUR = 3600


async def test_wishes_about_the_visit_reach_the_staff_and_questions_are_answered(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    for wish in (
        "내일 오전에만 집에 있어요 오후엔 없어요",
        "강아지 있으니까 벨 누르지 마세요",
        "지금 당장 누구라도 보내주세요",
    ):
        await talk.owner.sends(wish)
        await talk.owner.hears("T-1001에 덧붙여 담당 부서에 전했습니다")
        await talk.minsu.sees(wish)
        await town.sandbox.advance(HOUR)
    await talk.owner.sends("누가 언제 오나요?")
    await talk.owner.hears("T-1001 누수")
    await talk.owner.sends("오지 마세요 이제 됐어요")
    await talk.minsu.sees("오지 마세요 이제 됐어요")
    assert "T-1001 누수 취소" in (await talk.owner.hears("취소할")).button_texts


async def test_in_english_too_and_what_was_no_part_of_the_matter_becomes_one_of_its_own(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in_english(owner)
    await reports_in_english(owner)
    staff = await staff_with(town, "101-1203")
    await owner.sends("the key is under the mat")
    key = await owner.hears("Added to T-1001")
    await staff.sees("the key is under the mat")
    for wish in ("only after 5pm please", "can you come after 6pm? i work"):
        await owner.sends(wish)
        await owner.hears("Added to T-1001")
        await staff.sees(wish)
        await town.sandbox.advance(HOUR)
    await owner.taps("Record it anew", key.id)
    assert "the key is under the mat" in (await owner.hears("Shall we record it like this?")).text


async def test_what_came_back_after_it_was_over_opens_the_matter_again(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"feedback_after": "1h", "close_after": "1d"})
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner, "세면대 배수구가 막혔어요")
    await resolves(await staff_with(town))
    await town.sandbox.advance(HOUR)
    await owner.hears("해결됐나요")
    await owner.sends("네 해결됐어요 감사합니다")
    await owner.hears()
    await town.sandbox.advance(5 * HOUR)
    await owner.sends("또 막혔어요 ㅠㅠ")
    await owner.hears("다시 살펴보겠습니다")
