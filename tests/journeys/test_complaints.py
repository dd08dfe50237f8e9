"""An owner reports what is wrong: the intake asks only what is missing, and nothing is lost on the way."""

from bot.sandbox.journey import Person
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import staff_with
from tests.journeys.people import reports, settles_in, tells_who
from tests.journeys.town import Town


async def test_a_newcomers_complaint_is_recorded_with_number_department_and_time(paced_town: Town) -> None:
    town = paced_town
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    receipt = await reports(owner)
    assert "T-1001" in receipt.text
    assert "시설팀" in receipt.text
    assert "까지" in receipt.text
    topic = await town.sandbox.topic("101-1203 김영희")
    staff = (await town.sandbox.user("이민수")).in_topic(topic)
    card = await staff.sees("상태: 접수됨")
    assert "거실 천장에서 물이 새요" in card.text


async def test_the_second_complaint_asks_neither_who_nor_where_again(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    await owner.sends("우리집 난방이 어제부터 안 돼요")
    summary = await owner.hears("이렇게 접수할까요")
    assert "101동 1203호" in summary.text
    await owner.sends("네")
    assert "T-1002" in (await owner.hears("접수번호")).text


async def test_an_album_and_its_caption_are_one_complaint(paced_town: Town) -> None:
    town = paced_town
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends_media("album", count=3, text="화장실 천장에서 물이 뚝뚝 떨어져요")
    await tells_who(owner)
    summary = await owner.hears("이렇게 접수할까요")
    assert "3개" in summary.text
    await owner.taps("접수하기")
    await owner.hears("접수번호")
    topic = await town.sandbox.topic("김영희")
    staff = (await town.sandbox.user("이민수")).in_topic(topic)
    await staff.sees(lambda message: message.media is not None)

    async def three_photos() -> bool | None:
        shown = [m for m in await town.sandbox.messages(staff.chat_id, topic) if m.media is not None]
        return True if len(shown) == 3 else None

    await town.sandbox.eventually(three_photos)


async def test_a_photo_alone_begins_an_intake(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends_media("photo")
    await owner.hears("어떤 일인지")
    await owner.sends("싱크대 밑에서 물이 새요")
    await tells_who(owner)
    summary = await owner.hears("이렇게 접수할까요")
    assert "1개" in summary.text


async def test_a_restart_in_the_middle_of_an_intake_goes_on_where_it_was(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("거실 천장에서 물이 새요")
    await owner.hears("몇 호")
    await town.kill()
    await owner.sends("101동 1203호")
    await town.start()
    await owner.hears("성함")
    await owner.sends("김영희")
    await owner.hears("번호")
    await town.restart()
    await owner.sends("010-1234-5678")
    await owner.hears("이렇게 접수할까요")
    await owner.taps("접수하기")
    assert "T-1001" in (await owner.hears("접수번호")).text


async def test_everything_told_at_once_is_not_asked_again(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("변기가 막혀서 물이 안 내려가요")
    await owner.hears("몇 호")
    await owner.sends("102동 504호 박철수 010-2222-3333")
    summary = await owner.hears("이렇게 접수할까요")
    assert "102동 504호" in summary.text
    assert "박철수" in summary.text
    assert "010-2222-3333" in summary.text.replace(" ", "")


async def test_an_intake_is_cancelled_and_nothing_was_passed_on(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("거실 천장에서 물이 새요")
    await owner.hears("몇 호")
    await owner.sends("취소")
    await owner.hears("그만두었습니다")
    await owner.sends("/tickets")
    await owner.hears("아직 없습니다")
    assert not await town.sandbox.topics()


async def test_the_same_matter_is_added_to_instead_of_opened_twice(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    await owner.sends("거실 천장 누수가 더 심해졌어요")
    asked = await owner.hears("새로 접수할까요")
    assert "T-1001" in asked.text
    await owner.taps("T-1001에 덧붙이기")
    await owner.hears("덧붙여")
    await owner.sends("끝")
    await owner.hears("함께 살펴보겠습니다")
    await owner.sends("/tickets")
    assert "T-1002" not in (await owner.hears("T-1001")).text


async def test_five_lines_at_once_from_somebody_new_make_one_topic(paced_town: Town) -> None:
    town = paced_town
    owner = await town.sandbox.user("서둘러", started=True, language_code="ko")
    for line in ("저기요", "사람이랑 얘기하고 싶어요", "상담원 연결해주세요", "급해요", "아무도 없어요?"):
        await owner.sends(line)
    await owner.hears("번째")
    await town.sandbox.topic("서둘러")
    await owner.sends("듣고 계세요?")
    topics = [topic for topic in await town.sandbox.topics() if "서둘러" in topic["name"]]
    assert len(topics) == 1
    created = await town.sandbox.journal("createForumTopic")
    assert len([call for call in created if call["ok"]]) == 1


async def test_a_car_in_the_way_is_dispatched_at_once_and_closed_by_one_tap(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("차 좀 빼주세요 출차를 못 해요 103동 앞")
    receipt = await owner.hears("바로")
    assert "T-1001" in receipt.text
    await owner.taps("해결됐어요")
    await owner.hears("마쳤습니다")


async def test_adding_to_a_matter_ends_with_something_else_and_after_a_quiet_time(
    make_town: MakeTown,
) -> None:
    town: Town = await make_town(hurried=True)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    staff = await staff_with(town)
    await adds(owner)
    await owner.sends("벽지까지 다 젖었어요")
    await owner.hears("T-1001에 덧붙여")
    await owner.sends("승강기가 고장났어요")
    which = await owner.hears("방금 보내 주신 내용을 T-1001(누수)에 덧붙일까요")
    await owner.taps("새로 접수", which.id)
    await owner.hears("어느 승강기인지")
    await owner.sends("103동 안쪽 거요")
    await owner.hears("이렇게 접수할까요")
    await owner.taps("접수하기")
    await owner.hears("T-1002")

    await adds(owner)
    await owner.sends("관리비 언제까지 내야 돼요?")
    await owner.hears("T-1001에 덧붙이지 않고 따로 답해 드립니다")
    await owner.hears("출처")
    await adds(owner)
    await owner.sends("감사합니다")
    await owner.hears("함께 살펴보겠습니다")

    await adds(owner)
    await town.sandbox.advance(31 * 60)
    await owner.sends_media("photo")
    await owner.hears("방금 보내 주신 내용을 T-1001(누수)에 덧붙일까요")
    await owner.sends("네")
    await owner.hears("T-1001에 덧붙여")
    await staff.sees(lambda message: message.media is not None)
    words = "\n".join(message.text for message in await staff.messages())
    assert "벽지까지" in words
    assert "관리비" not in words


async def adds(owner: Person) -> None:
    """Opens T-1001 and taps that something is to be added."""
    await owner.sends("/tickets")
    await owner.hears("T-1001")
    await owner.taps("T-1001 누수")
    await owner.hears("적어 주신 내용")
    await owner.taps("내용 더하기")
    await owner.hears("T-1001")


async def test_a_report_waits_while_its_owner_talks_with_a_person_and_goes_on_afterwards(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("거실 천장에서 물이 새요")
    await owner.hears("몇 호")
    await owner.sends("/human")
    assert "'누수' 접수는 그대로 두었습니다" in (await owner.hears("번째 순서")).text
    staff = (await town.sandbox.user("이민수")).in_topic(await town.sandbox.topic("김영희"))
    await staff.sees("적던 접수: 누수")
    await staff.taps("맡기")
    await owner.hears("이민수")
    await owner.sends("급한데 누구와 이야기하면 되나요?")
    await staff.hears("누구와 이야기하면")
    await town.restart()
    await staff.sends("/bot")
    await owner.hears("자동 안내로 돌아왔습니다")
    assert (await owner.hears("이어서 하시겠어요?")).button_texts == ["이어서 접수하기", "접수 그만두기"]
    await owner.taps("이어서 접수하기")
    await tells_who(owner)
    assert "거실 천장에서 물이 새요" in (await owner.hears("이렇게 접수할까요")).text
    await owner.taps("접수하기")
    await owner.hears("T-1001")


async def test_nothing_that_is_told_in_the_middle_of_a_report_is_lost(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("우리집 난방이 어젯밤부터 안 돼요")
    await owner.hears("몇 호")
    await owner.sends("작은방이 제일 추워요")
    asked = await owner.hears("함께 적어 두었습니다")
    assert "몇 동 몇 호" in asked.text
    await owner.sends("엘리베이터도 고장났어요")
    asked = await owner.hears("이 접수를 마치는 대로 이어서 받겠습니다")
    await owner.sends("101동 1203호")
    await owner.hears("성함")
    await owner.sends("김영희입니다")
    await owner.hears("번호")
    await owner.sends("010-1234-5678")
    summary = await owner.hears("이렇게 접수할까요")
    assert "작은방이 제일 추워요" in summary.text
    assert "언제부터: 어젯밤부터" in summary.text
    assert "이어서 접수할 일: 승강기" in summary.text
    await owner.taps("접수하기")
    await owner.hears("T-1001")
    await owner.hears("어느 엘리베이터인지")
    await owner.sends("103동")
    summary = await owner.hears("장소: 103동 엘리베이터")
    await owner.sends("아니 됐어요 취소할게요")
    await owner.hears("그만두었습니다")
    staff = await staff_with(town, "101-1203 김영희")
    card = await staff.sees("상태: 접수됨")
    assert "작은방이 제일 추워요" in card.text


async def test_without_consent_the_place_is_asked_for_and_nobody_is_named(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await owner.starts()
    await owner.hears("언어")
    await owner.taps("한국어")
    await owner.hears("동의")
    await owner.sends("윗집이 너무 시끄러워요")
    asked = await owner.hears("텔레그램에 보이는 이름만")
    await owner.sends("밤마다 쿵쿵거려서 잠을 못 자요")
    await owner.hears("골라 주시겠어요")
    await owner.taps("동의 없이 접수", asked.id)
    await owner.hears("몇 호")
    await owner.sends("101동 1203호")
    summary = await owner.hears("이렇게 접수할까요")
    assert "밤마다 쿵쿵거려서" in summary.text
    assert "연락:" not in summary.text
    await owner.taps("접수하기")
    await owner.hears("접수번호")
    staff = await staff_with(town, "101-1203")
    assert "101동 1203호" in (await staff.sees("상태: 접수됨")).text
    await owner.sends("/me")
    assert "동·호수: 아직 없음" in (await owner.hears("남아 있는 정보")).text
    await owner.taps("내 정보 고치기")
    asked = await owner.hears("동의하시겠어요")
    await owner.taps("동의합니다", asked.id)
    await owner.hears("바꿀 내용")
    await owner.sends("102동 504호 김영희 010-1234-5678")
    await owner.hears("고쳤습니다")
    await town.sandbox.topic("102-504 김영희")
    await staff.sees(lambda message: "상태: 접수됨" in message.text and "010-1234-5678" in message.text)


async def test_an_angry_owner_is_served_and_then_handed_to_people(town: Town) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await owner.sends("시발 엘베 또 고장이야")
    await owner.hears("어느 엘베인지")
    await owner.hears("욕설이 계속되면")
    await owner.sends("야 이 개새끼들아")
    await owner.hears("담당 직원에게 전했습니다")
    await manager.hears("화가 많이 나셨습니다")
