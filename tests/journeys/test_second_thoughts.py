"""What owners mean over several messages: two that tell of one matter, a report that is wanted after all."""

from tests.journeys.desk import staff_with
from tests.journeys.people import settles_in, tells_who
from tests.journeys.town import Town


async def test_two_messages_before_a_choice_belong_to_the_report_that_follows(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("위쪽이 좀 이상해요")
    await owner.hears("이 가운데 무엇을 말씀하시나요?")
    await owner.sends("천장도 좀 거시기해요")
    await owner.hears("이 가운데 무엇을 말씀하시나요?")
    await owner.taps("누수")
    await tells_who(owner)
    assert "위쪽이 좀 이상해요 / 천장도 좀 거시기해요" in (await owner.hears("이렇게 접수할까요")).text
    await owner.taps("접수하기")
    await owner.hears("T-1001")
    card = await (await staff_with(town)).sees("상태: 접수됨")
    assert "위쪽이 좀 이상해요\n천장도 좀 거시기해요" in card.text


async def test_what_is_clear_takes_up_what_was_not_only_where_it_may_have_meant_it(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("위쪽이 좀 이상해요")
    await owner.hears("이 가운데 무엇을 말씀하시나요?")
    await owner.sends("천장에서 물이 새요")
    await tells_who(owner)
    assert "위쪽이 좀 이상해요 / 천장에서 물이 새요" in (await owner.hears("이렇게 접수할까요")).text
    await owner.taps("접수하기")
    await owner.hears("T-1001")
    await owner.sends("위쪽이 좀 이상해요")
    await owner.hears()
    await owner.sends("윗집이 너무 시끄러워요")
    assert "• 내용: 윗집이 너무 시끄러워요\n" in (await owner.hears("이렇게 접수할까요")).text


async def test_a_report_that_was_dropped_is_taken_up_where_its_owner_protests(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("윗집이 너무 시끄러워요")
    await tells_who(owner)
    await owner.hears("이렇게 접수할까요")
    await owner.sends("아니요 접수하지 마세요")
    await owner.hears("그만두었습니다")
    await owner.sends("왜 접수 안 해요? 접수해 달라니까요")
    assert "윗집이 너무 시끄러워요" in (await owner.hears("이렇게 접수할까요")).text
    await owner.taps("접수하기")
    await owner.hears("T-1001")


async def test_an_offer_that_was_refused_is_taken_up_where_its_owner_protests(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("방문차량 등록 어떻게 해요")
    await owner.hears("접수해 드릴까요")
    await owner.sends("아니요")
    await owner.hears("알겠습니다")
    await owner.sends("왜 접수 안 해요? 접수해 달라니까요")
    await owner.hears("'방문 차량' 건으로 접수해서")


async def test_whoever_asks_who_answers_is_told_and_goes_on(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("윗집이 너무 시끄러워요")
    await owner.hears("몇 호")
    await owner.sends("너 사람이야?")
    told = await owner.hears("저는 사람이 아니라")
    assert told.button_texts == ["담당 직원과 이야기"]
    await tells_who(owner)
    assert "• 내용: 윗집이 너무 시끄러워요\n" in (await owner.hears("이렇게 접수할까요")).text


async def test_a_word_for_the_head_of_the_office_leads_to_a_person(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("관리소장에게 전해주세요")
    await owner.hears("첫 번째 순서")
    await staff_with(town, "김영희", seen="관리소장에게 전해주세요")


async def test_an_offer_is_accepted_as_people_say_it(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    for yes in ("네 부탁드릴게요", "응 해줘", "신청해주세요"):
        await owner.sends("방문차량 등록 어떻게 해요")
        await owner.hears("접수해 드릴까요")
        await owner.sends(yes)
        await owner.hears("'방문 차량' 건으로 접수해서")
        await owner.sends("취소")
        await owner.hears("그만두었습니다")


async def test_whoever_says_that_it_is_over_is_asked_before_it_is_recorded(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("승강기가 덜컹거려요 101동이요")
    await owner.hears("성함")
    await owner.sends("김영희 010-1234-5678")
    await owner.hears("이렇게 접수할까요")
    await owner.sends("아 이제 움직이네요")
    await owner.hears("그래도 접수할까요")
    await owner.sends("네")
    assert "움직이네요" not in (await owner.hears("이렇게 접수할까요")).text
    await owner.sends("actually forget it, it's fine now")
    await owner.hears("그래도 접수할까요")
    await owner.sends("아니요")
    await owner.hears("그만두었습니다")
