"""Danger: what to do now comes before any question, managers are woken until one of them has seen it."""

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, settles_in_english, staff_with
from tests.journeys.people import settles_in, somebody_talks
from tests.journeys.town import Town

MINUTE = 60
TIMES = {"alert_repeat": "10m"}
WAYS = (
    ("우리 집에 불이 났어요", "나오면서 현관문을 닫으세요."),
    ("다른 곳 불, 연기가 들어와요", "젖은 수건으로 문틈을 막으세요."),
    ("다른 곳 불, 연기는 없어요", "집 안에 머무르세요."),
)


async def test_fire_says_what_to_do_before_it_asks_and_each_of_its_three_ways_on(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("불이야!! 주방에 불났어요")
    first = await owner.hears()
    assert first.text.startswith("승강기를 타지 마세요.\n집 안에 있는 사람 모두에게 알리세요.\n119에 신고하세요.\n")
    assert "?" not in first.text
    which = await owner.hears()
    assert which.button_texts == [button for button, _ in WAYS]
    where = await owner.hears()
    assert "몇 동 몇 층" in where.text
    assert "T-1001" in where.text
    assert "주방에 불났어요" in (await manager.hears("긴급 상황이 접수됐습니다")).text
    for button, then in WAYS:
        await owner.taps(button)
        await owner.hears(then)

    await owner.sends("103동 702호예요 010-7020-7020")
    await owner.hears("당직자에게 바로 전했습니다")
    staff = await staff_with(town, "김영희")
    assert "🚨" in (await staff.sees("T-1001")).text
    await staff.sees(lambda message: message.text.startswith("🚨 T-1001") and "103동 702호" in message.text)
    await town.sandbox.advance(10 * MINUTE)
    late = await manager.hears("첫 답변 시한을 넘겼습니다")
    assert late.text.startswith("🚨 긴급 상황이 접수됐습니다.")
    assert "103동 702호" in late.text
    await staff.taps("맡기")
    await owner.hears("맡았습니다")
    await town.sandbox.advance(10 * MINUTE)
    await manager.hears("다시 알립니다 (두 번째)")
    await manager.taps("확인했습니다")
    await manager.sees("확인: 한소장")
    await owner.sends("불이야!! 더 커졌어요")
    await owner.hears("승강기를 타지 마세요.")
    await staff.hears("더 커졌어요")
    await town.sandbox.advance(20 * MINUTE)
    await staff.sends("소방차가 도착했습니다.")
    await owner.hears("소방차가 도착했습니다.")
    assert len(await said_to(manager, "긴급 상황이 접수됐습니다")) == 3


async def test_perhaps_danger_is_asked_by_one_tap_while_the_managers_know_already(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    kim, park = await town.sandbox.user("김영희", started=True), await town.sandbox.user("박철수", started=True)
    manager = await town.sandbox.user("한소장")
    await settles_in(kim)
    await kim.sends("승강기가 섰는데 안에 소리가 나요")
    asked = await kim.hears("지금 위험한 상황인가요?")
    assert asked.button_texts == ["네, 지금 위험해요", "아니요, 위험하지 않아요"]
    alert = await manager.hears("긴급 상황일 수 있습니다")
    assert "승강기가 섰는데 안에 소리가 나요" in alert.text
    assert alert.button_texts == ["확인했습니다"]
    await kim.taps("네, 지금 위험해요")
    assert "문을 억지로 열지 마세요." in (await kim.hears("비상 통화 단추")).text
    await manager.hears("긴급 상황이 접수됐습니다")
    await manager.sees(lambda message: message.id == alert.id and "해소" in message.text)
    await kim.sends("승강기가 섰는데 안에 소리가 나요")
    await kim.hears("당직자에게 바로 전했습니다")

    await park.sends("승강기가 섰는데 안에 소리가 나요")
    await park.hears("지금 위험한 상황인가요?")
    await park.sends("아니요")
    await park.hears("위험해지면 바로 적어 주세요")
    await park.hears("'승강기 고장' 건으로 접수해서")
    assert not await said_to(park, "비상 통화 단추")
    assert len(await said_to(manager, "긴급 상황일 수 있습니다")) == 2
    assert len(await said_to(manager, "긴급 상황이 접수됐습니다")) == 1


async def test_danger_is_answered_by_the_bot_even_while_a_person_holds_the_conversation(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    manager = await town.sandbox.user("한소장")
    talk = await somebody_talks(town)
    owner, staff = talk.owner, talk.minsu
    await owner.sends("관리비 언제까지 내야 돼요?")
    await staff.hears("관리비 언제까지 내야 돼요?")
    await staff.sends("말일까지입니다.")
    await owner.hears("말일까지입니다.")

    await owner.sends("잠깐만요 가스 냄새가 심하게 나요")
    await owner.hears("전등과 환풍기를 켜지도 끄지도 마세요.")
    await staff.hears("가스 냄새가 심하게 나요")
    await staff.sees("🚨")
    assert "가스 냄새" in (await manager.hears("긴급 상황이 접수됐습니다")).text
    await staff.sends("지금 바로 올라갑니다.")
    await owner.hears("지금 바로 올라갑니다.")
    assert not await said_to(owner, "출처")


async def test_emergencies_in_english(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner, manager = await town.sandbox.user("Alex"), await town.sandbox.user("한소장")
    await settles_in_english(owner)
    await owner.sends("Somebody fell on the stairs")
    possible = await owner.hears("Is somebody in danger right now?")
    await owner.taps("No, nobody is in danger", possible.id)
    await owner.hears("Write at once if it becomes dangerous.")
    await owner.hears()
    await owner.sends("I smell gas in my kitchen")
    assert (await owner.hears()).text.startswith("Do not switch lights or fans on or off.\nDo not light a flame.\n")
    assert "Once you are safe, write" in (await owner.hears("T-1001")).text
    assert "I smell gas in my kitchen" in (await manager.hears("긴급 상황이 접수됐습니다")).text
    await owner.sends("101-1203, 010-1234-5678")
    noted = await owner.hears("Passed on to the duty staff.")
    assert "call 119" in noted.text
    await owner.sends("Fire! There is fire in my kitchen")
    assert (await owner.hears("Do not take the lift.")).text.splitlines()[2] == "Call 119."
    await owner.hears("Tap what fits your situation.")
    await owner.taps("Fire in my home")
    await owner.hears("Close the front door behind you.")
    await owner.sends("Somebody fell on the stairs")
    await owner.hears("Passed on to the duty staff.")
    assert len(await said_to(manager, "긴급 상황이 접수됐습니다")) == 2


async def test_a_report_that_an_alarm_interrupts_waits_until_its_owner_is_calm(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={**TIMES, "draft_reminder": "40m"})
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("욕실 배수구가 막혔어요")
    await owner.hears("동의하시겠어요?")
    await owner.sends("불이야!! 주방에 불났어요")
    await owner.hears("119에 신고하세요.")
    await owner.hears("몇 동 몇 층")
    await owner.sends("103동 702호예요 010-7020-7020")
    await owner.hears("당직자에게 바로 전했습니다")
    kept = await owner.hears("접수는 그대로 있습니다")
    assert kept.button_texts == ["이어서 접수하기", "접수 그만두기"]
    await owner.sends("식구들은 다 나왔어요")
    await owner.hears("정말 다행입니다.")
    staff = await staff_with(town, "김영희")
    await staff.sees("식구들은 다 나왔어요")
    await owner.sends("관리사무소 전화번호 알려주세요")
    await owner.hears("02-000-0100")
    assert len(await said_to(owner, "동의하시겠어요?")) == 1

    await town.restart()
    await owner.taps("이어서 접수하기")
    await owner.hears("동의하시겠어요?")
    await owner.taps("동의합니다")
    await owner.hears("몇 호")
    await owner.sends("불이 다시 났어요!! 불이야")
    await owner.hears("승강기를 타지 마세요.")
    await owner.sends("이제 다 꺼졌어요")
    await owner.hears("접수는 그대로 있습니다")
    await town.sandbox.advance(41 * MINUTE)
    await owner.hears("아직 접수되지 않았습니다")
    await owner.hears("몇 호")
    await owner.sends("취소")
    await owner.hears("그만두었습니다")


async def test_whatever_is_said_in_a_fire_reaches_the_staff_and_stays_about_the_fire(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    kim, park = await town.sandbox.user("김영희", started=True), await town.sandbox.user("박철수", started=True)
    manager = await town.sandbox.user("한소장")
    await kim.sends("불났어요 101동")
    await kim.hears("몇 동 몇 층")
    await kim.taps("우리 집에 불이 났어요")
    await kim.hears("나오면서 현관문을 닫으세요.")
    staff = await staff_with(town, "김영희")
    await kim.sends("101동 5층 010-6767-7878")
    await kim.hears("당직자에게 바로 전했습니다")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "101동 5층" in m.text and "010-6767-7878" in m.text)
    alert = await manager.sees(lambda m: "긴급 상황이 접수됐습니다" in m.text and "전화: 010-6767-7878" in m.text)
    assert "있는 곳: 불났어요 101동 / 101동 5층" in alert.text
    await kim.sends("5층이에요 빨리요")
    assert "119에 전화하세요" in (await kim.hears("당직자에게 바로 전했습니다")).text
    await staff.hears("5층이에요 빨리요")
    await kim.sends("아래층에서도 연기가 나요")
    assert (await kim.hears()).text.startswith("승강기를 타지 마세요.")
    assert len((await kim.hears("지금 상황을 눌러 주세요")).button_texts) == 3
    await kim.sends_media("location")
    await kim.hears("당직자에게 바로 전했습니다")
    await kim.sends("밖으로 나왔어요")
    await kim.hears("정말 다행입니다.")
    await staff.hears("무사하다고 하십니다")
    await manager.hears('T-1001 화재·연기: 입주민님이 무사하다고 하십니다. "밖으로 나왔어요"')
    await kim.sends("불이 다시 났어요!! 불이야")
    await kim.hears("승강기를 타지 마세요.")
    await manager.hears("긴급 상황이 접수됐습니다")

    await park.sends("불이야")
    await park.hears("몇 동 몇 층")
    await park.taps("다른 곳 불, 연기가 들어와요")
    await park.hears("젖은 수건으로 문틈을 막으세요.")
    await park.sends("살려주세요")
    repeated = (await park.hears()).text
    assert "젖은 수건으로 문틈을 막으세요." in repeated
    assert repeated.endswith("당직자에게 바로 전했습니다.")
    await (await staff_with(town, "박철수")).sees("살려주세요")
    for owner in (kim, park):
        said = [m.text for m in await owner.messages()]
        assert not any("112" in text or "억지로" in text or "T-1003" in text for text in said)


async def test_whoever_is_trapped_is_heard_until_they_are_out_and_a_second_danger_is_taken_up(
    make_town: MakeTown,
) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("엘리베이터에 갇혔어요")
    await owner.hears("몇 동 몇 층")
    staff = await staff_with(town, "김영희")
    for words in ("103동 2호기요", "010-3333-4444", "배터리가 없어요"):
        await owner.sends(words)
        await owner.hears("당직자에게 바로 전했습니다")
        await staff.hears(words)
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "103동 2호기" in m.text and "010-3333-4444" in m.text)
    for words in ("무서워요 언제 와요?", "문 열어도 돼요?"):
        await owner.sends(words)
        guidance = await owner.hears("문을 억지로 열지 마세요.")
        assert not guidance.button_texts
        await staff.hears(words)
    await owner.sends("관리사무소 전화번호 알려주세요")
    await owner.hears("02-000-0100")
    await staff.hears("관리사무소 전화번호 알려주세요")

    await owner.sends("불도 났어요 연기가 들어와요")
    await owner.hears("승강기를 타지 마세요.")
    await owner.hears("T-1002")
    await manager.hears("화재·연기")
    await owner.sends("나왔어요 감사합니다")
    await owner.hears("정말 다행입니다.")
    await staff.sees("무사하다고 하십니다")
    await owner.sends("감사합니다")
    await owner.hears("고맙습니다")
    await staff.taps("맡기", (await staff.sees(lambda m: m.text.startswith("🚨 T-1001"))).id)
    await owner.hears("맡았습니다")
    await owner.sends("아직 연기가 나요 무서워요")
    await owner.hears("승강기를 타지 마세요.")
    await staff.hears("아직 연기가 나요")
    assert not await said_to(manager, "긴급 상황일 수 있습니다")
    assert not await said_to(owner, "위험한 상황인가요")


async def test_despair_is_answered_by_a_human_sentence_and_the_lifeline_first(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    kim, park = await town.sandbox.user("김영희", started=True), await town.sandbox.user("박철수", started=True)
    manager = await town.sandbox.user("한소장")
    await kim.sends("죽고싶어요")
    lines = (await kim.hears()).text.splitlines()
    assert lines[0] == "말씀해 주셔서 고맙습니다. 많이 힘드시지요."
    assert "109" in lines[2]
    assert "119" in lines[3]
    assert "조심스럽게 전했습니다" in (await kim.hears("T-1001")).text
    assert "먼저 듣고" in (await manager.hears("마음의 위기 (자살 위험)")).text
    staff = await staff_with(town, "김영희", seen="마음의 위기")
    await staff.sees("먼저 듣고")
    await kim.sends("괜찮아요")
    assert "109" in (await kim.hears("말씀을 당직자에게 전했습니다")).text
    await staff.hears("괜찮아요")
    await park.sends("자살하고 싶어요")
    asked = await park.hears("혼자 견디지 않으셔도 됩니다")
    assert "109" in asked.text
    await park.taps("네, 지금 위험해요")
    await park.hears("109")

    for name, words, first in (
        ("Alex", "I want to die", "Thank you for telling us."),
        ("陈伟", "我不想活了", "谢谢您告诉我们。"),
    ):
        other = await town.sandbox.user(name)
        await other.starts()
        await other.hears("언어")
        await other.taps("English" if name == "Alex" else "中文")
        await other.hears()
        await other.sends(words)
        told = (await other.hears(first)).text
        assert told.index("109") < told.index("119")
    for person in (kim, park):
        assert not await said_to(person, "가슴")


async def test_smoke_in_english_and_the_place_that_follows(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner, manager = await town.sandbox.user("Alex"), await town.sandbox.user("한소장")
    await settles_in_english(owner)
    await owner.sends("there is smoke in the hallway!!")
    await owner.hears("Once you are safe, write")
    await owner.sends("1203 building 101")
    await owner.hears("Passed on to the duty staff.")
    staff = await staff_with(town, "Alex")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "1203 building 101" in m.text)
    await manager.sees("있는 곳: there is smoke in the hallway!! / 1203 building 101")
    await owner.sends("help me")
    await owner.hears("Do not take the lift.")
    await owner.sends("I'm out")
    await owner.hears("What a relief.")
    await manager.hears("무사하다고 하십니다")
    await staff.sends("/claim")
    await staff.sends("/note 연기 없음")
    await staff.hears("조사 기록으로 남겼습니다")
    await staff.sends("/resolve The smoke came from a pan. All clear.")
    await owner.hears("The smoke came from a pan.")
    await staff.sends("/bot")
    await owner.sends("when is the fee due?")
    await owner.hears("Source")


async def test_a_photo_sent_just_before_the_cry_travels_with_the_emergency(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends_media("photo")
    await owner.hears("어떤 일인지")
    await owner.sends("불이야!! 주방에 불났어요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await staff.sees(lambda message: message.media is not None)
    await staff.sees(lambda message: message.text.startswith("🚨 T-1001") and "📎 사진·파일 1개" in message.text)
    await owner.sends("식구들은 다 나왔어요")
    await owner.hears("정말 다행입니다.")
    assert not await said_to(owner, "접수는 그대로 있습니다")


async def test_a_photo_of_something_else_stays_with_its_report(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times=TIMES)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends_media("photo", text="욕실 배수구가 막혔어요")
    await owner.hears("몇 호")
    await owner.sends("불이야!! 주방에 불났어요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await owner.sends("103동 702호예요")
    await owner.hears("접수는 그대로 있습니다")
    await staff.sees("103동 702호예요")
    assert not [message for message in await staff.messages() if message.media is not None]
