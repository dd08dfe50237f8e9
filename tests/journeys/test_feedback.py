"""The desk comes back with the result and asks, every round anew, until the owner says that it is solved."""

import pytest

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import reports_in_english, resolves, said_to, settles_in_english, staff_with
from tests.journeys.people import a_leak_is_reported, a_leak_is_taken_on
from tests.journeys.town import Town

HOUR, DAY = 3600, 86400


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(hurried=True, times={"feedback_after": "1h", "reminder_after": "1d", "close_after": "7d"})


async def test_not_yet_reopens_the_same_matter_and_the_next_round_is_asked_about_again(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    owner, staff = talk.owner, talk.minsu
    await resolves(staff)
    assert not await said_to(owner, "해결됐나요?")

    await town.sandbox.advance(HOUR)
    told = await owner.hears("해결됐나요?")
    assert "패킹을 교체했습니다. 또 새면 알려 주세요." in told.text
    assert told.button_texts == ["네, 해결됐어요", "아직이에요"]

    await owner.taps("아직이에요")
    await owner.hears("어떤 점이 아직 불편하신지")
    await owner.sends("밤이 되면 다시 똑똑 떨어져요")
    again = await staff.sees("다시 열렸습니다")
    assert "T-1001" in again.text
    assert "두 번째" in again.text
    await staff.sees("밤이 되면 다시 똑똑 떨어져요")

    await resolves(staff, "배관 이음을 새로 조였습니다.")
    await town.sandbox.advance(HOUR)
    assert "배관 이음을 새로 조였습니다." in (await owner.hears("해결됐나요?")).text
    await owner.taps("아직이에요", told.id)
    await owner.hears("지난번 결과에 대한 것입니다")
    await owner.taps("네, 해결됐어요")
    stars = await owner.hears("몇 점")
    assert stars.button_texts == ["★1", "★2", "★3", "★4", "★5", "건너뛰기"]
    await owner.taps("건너뛰기")
    await owner.hears("알겠습니다")
    await staff.sees("상태: 마침")
    await town.sandbox.advance(30 * DAY)
    assert len(await said_to(owner, "건의 결과를 알려 드립니다")) == 2


async def test_answers_are_typed_and_thanks_alone_answer_nothing(town: Town) -> None:
    manager = await town.sandbox.user("한소장")
    talk = await a_leak_is_reported(town)
    owner, staff = talk.owner, talk.minsu
    await resolves(staff)
    await town.sandbox.advance(HOUR)
    await owner.hears("해결됐나요?")
    await owner.sends("고마워요~")
    await owner.hears("고맙습니다, 김영희 님")
    await owner.sends("아직도 그대로예요")
    await owner.hears("T-1001 민원을 다시 살펴보겠습니다")
    assert "아직도 그대로예요" in (await staff.hears("두 번째")).text

    await resolves(staff, "윗집 배관까지 교체했습니다.")
    await town.sandbox.advance(HOUR)
    await owner.hears("윗집 배관까지 교체했습니다.")
    await owner.sends("네 해결됐어요")
    await owner.hears("몇 점")
    await owner.sends("별 하나")
    await owner.hears("어떤 점이 아쉬우셨는지")
    await owner.sends("두 번이나 오셔야 했어요")
    await owner.hears("관리소장에게 그대로 전했습니다")
    low = await manager.sees("낮은 점수를 받았습니다")
    assert "점수: ★\n" in low.text
    await manager.sees("이유: 두 번이나 오셔야 했어요")
    await owner.sends("감사합니다")
    await owner.hears("고맙습니다, 김영희 님")
    await owner.sends("/tickets")
    assert "T-1001 누수 - 마침" in (await owner.hears("접수하신 민원입니다")).text
    assert len(await town.sandbox.topics()) == 1


async def test_who_does_not_answer_is_reminded_once_and_then_it_is_closed(town: Town) -> None:
    owner = await town.sandbox.user("Alex")
    await settles_in_english(owner)
    await reports_in_english(owner)
    staff = await staff_with(town, "Alex")
    await resolves(staff, "The pipe above was replaced.")
    await town.sandbox.advance(HOUR)
    asked = await owner.hears("Is it solved? One tap is enough.")
    assert "The pipe above was replaced." in asked.text
    await town.sandbox.advance(DAY)
    reminder = await owner.hears("is everything fine now with T-1001")
    assert reminder.button_texts == ["Yes, it is solved", "Not yet"]
    await town.sandbox.advance(5 * DAY)
    await owner.sends("/tickets")
    assert "is solved" not in (await owner.hears("T-1001")).text
    await town.sandbox.advance(DAY)
    await owner.hears("We have not heard from you, so T-1001")
    assert len(await said_to(owner, "is everything fine now")) == 1

    await owner.sends("ok thanks!")
    await owner.hears("Thank you, Alex Kim")
    await owner.taps("Please open it again")
    await owner.hears("what is still wrong")
    await staff.hears("두 번째")


async def test_what_is_not_solved_reaches_the_office_whatever_the_matter_went_through_and_however_it_is_said(
    town: Town,
) -> None:
    talk = await a_leak_is_taken_on(town)
    owner, staff = talk.owner, talk.minsu
    await staff.sends("/note 윗집 욕실 배관에서 샘")
    await staff.sends("/wait owner")
    await staff.sees("상태: 입주민 답 대기")
    await staff.sends("/resolve 윗집 배관을 교체했습니다. 또 새면 알려 주세요.")
    await staff.hears("처리를 마쳐")
    await town.sandbox.advance(HOUR)
    await owner.hears("해결됐나요?")
    await owner.sends("아직도 안돼요")
    await owner.hears("T-1001 민원을 다시 살펴보겠습니다")
    assert "아직도 안돼요" in (await staff.hears("두 번째")).text

    await resolves(staff, "배관 이음을 새로 조였습니다.")
    await town.sandbox.advance(HOUR)
    await owner.hears("해결됐나요?")
    await owner.taps("아직이에요")
    await owner.hears("어떤 점이 아직 불편하신지")
    await owner.sends("여전히 안 내려가요 처리완료가 뭡니까")
    await owner.hears("T-1001에 덧붙여")
    await staff.sees("👤 여전히 안 내려가요 처리완료가 뭡니까")
    assert not await said_to(owner, "마친 민원이 아직 없습니다")
