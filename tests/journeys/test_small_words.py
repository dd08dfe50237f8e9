"""In the middle of a report people say yes, no and "I have none" in words of their own."""

from tests.journeys.desk import said_to, staff_with
from tests.journeys.people import settles_in
from tests.journeys.town import Town


async def test_consent_in_words_no_telephone_and_a_number_after_all(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await owner.sends("윗집이 너무 시끄러워요")
    await owner.hears("동의하시겠어요")
    await owner.sends("동의함")
    await owner.hears("몇 호")
    await owner.sends("101동 1203호")
    await owner.hears("성함")
    await owner.sends("김영희")
    await owner.hears("번호")
    await owner.sends("전화 없서요")
    assert "• 연락: 김영희\n" in (await owner.hears("이렇게 접수할까요")).text
    await owner.sends("제 번호 010-1234-5678 로 전화 주세요")
    summary = await owner.hears("이렇게 접수할까요")
    assert "• 내용: 윗집이 너무 시끄러워요\n" in summary.text
    assert "• 연락: 김영희 010-1234-5678\n" in summary.text
    assert len(await said_to(owner, "번호를 알려")) == 1


async def test_whoever_says_record_it_is_asked_nothing_more(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("윗집이 너무 시끄러워요")
    await owner.hears("몇 호")
    await owner.sends("101동 1203호 김영희")
    await owner.hears("번호")
    await owner.sends("네 접수해 주세요")
    await owner.hears("이렇게 접수할까요")
    await owner.sends("네 접수해 주세요")
    await owner.hears("T-1001")


async def test_a_report_that_waited_for_a_talk_goes_on_without_consent_and_keeps_the_home(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await owner.sends("안녕하세요. 101동 1203호입니다. 윗집이 너무 시끄러워요.")
    asked = await owner.hears("동의하시겠어요")
    await owner.sends("장난하냐 사람 불러")
    await owner.hears("첫 번째 순서")
    staff = await staff_with(town, "김영희", seen="적던 접수")
    await staff.taps("맡기")
    await owner.hears("이민수")
    await staff.sends("/bot")
    await owner.hears("이어서 하시겠어요")
    await owner.sends("접수된거냐고")
    kept = await owner.hears("아직 접수되지 않았습니다")
    assert kept.button_texts == ["이어서 접수하기", "접수 그만두기"]
    await owner.taps("동의 없이 접수", asked.id)
    assert "101동 1203호" in (await owner.hears("이렇게 접수할까요")).text
    await owner.taps("접수하기")
    await owner.hears("T-1001")


async def test_what_is_wrong_is_no_place(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("엘리베이터가 고장났어요")
    await owner.hears("어느 엘리베이터인지")
    await owner.sends("문이 안 닫혀요")
    assert "장소를" in (await owner.hears('"문이 안 닫혀요" 말씀도 함께')).text
    await owner.sends("103동이요")
    await owner.hears("성함")
    await owner.sends("김영희 010-1234-5678")
    summary = await owner.hears("이렇게 접수할까요")
    assert "엘리베이터가 고장났어요 / 문이 안 닫혀요" in summary.text
    assert "• 장소: 103동이요 엘리베이터" in summary.text


async def test_the_first_questions_are_answered_by_typing(town: Town) -> None:
    for name, language, asked, agreed, served in (
        ("김영희", "한국어", "동의하시겠어요", "네 동의해요", "무엇을 도와드릴까요"),
        ("박철수", "한국어", "동의하시겠어요", "네", "무엇을 도와드릴까요"),
        ("정하늘", "한국어", "동의하시겠어요", "아니요", "민원을 접수하실 때 다시 여쭙겠습니다"),
        ("Alex", "English", "Do you agree?", "agree", "How can we help?"),
        ("王芳", "中文", "您同意吗", "同意", "有什么可以帮您的"),
    ):
        owner = await town.sandbox.user(name)
        await owner.starts()
        await owner.hears("언어")
        await owner.sends(language)
        await owner.hears(asked)
        await owner.sends(agreed)
        await owner.hears(served)
