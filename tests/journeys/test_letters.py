"""Whoever writes a whole letter is understood as whoever writes a line, and is asked only what it does not say."""

from tests.journeys.desk import staff_with
from tests.journeys.people import settles_in
from tests.journeys.town import Town


async def test_a_letter_that_says_everything_is_taken_down_in_one_go(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    letter = (
        "안녕하세요. 105동 1203호 김민지입니다. 며칠 전부터 안방 천장에서 물이 조금씩 새는 것 같아서 연락드립니다. "
        "제 번호는 010-1234-5678입니다. 확인 부탁드립니다. 감사합니다."
    )
    await owner.sends(letter)
    asked = await owner.hears("'누수' 건으로 접수해서")
    assert "동의하시겠어요" in asked.text
    await owner.hears("처음 오셨군요")
    await owner.taps("동의합니다")
    summary = await owner.hears()
    assert "이렇게 접수할까요? [누수]" in summary.text
    assert "105동 1203호" in summary.text
    assert "김민지 010-1234-5678" in summary.text
    await owner.taps("접수하기")
    await owner.hears("T-1001")
    staff = await staff_with(town, "105-1203 김민지")
    assert letter in (await staff.sees("상태: 접수됨")).text


async def test_the_home_in_a_letter_is_its_writers_whatever_it_is_about(town: Town) -> None:
    owner = await town.sandbox.user("Alex Kim", language_code="en")
    await owner.sends(
        "Good evening, I'm Daniel Park, unit 101-1203. My upstairs neighbours have been stomping around past midnight "
        "every day this week. Could you please talk to them? You can reach me on 010-3131-4141. Many thanks, Daniel"
    )
    await owner.hears("Do you agree?")
    await owner.hears("/start")
    await owner.taps("I agree")
    summary = await owner.hears()
    assert "Shall we record it like this?" in summary.text
    assert "Daniel Park 010-3131-4141" in summary.text


async def test_a_question_in_a_letter_is_answered(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("안녕하세요 102동 703호입니다. 관리비 자동이체 신청 방법 알고 싶습니다. 감사합니다.")
    assert "자동이체" in (await owner.hears("출처")).text
