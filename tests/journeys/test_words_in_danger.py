"""What is said while an emergency is open: instructions are given once, help that comes and relief get a human word."""

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, settles_in_english, staff_with
from tests.journeys.town import Town


async def test_help_is_called_somebody_asks_who_comes_and_all_was_nothing(town: Town) -> None:
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("아버지가 쓰러지셨어요")
    await owner.hears("T-1001")
    told = len(await owner.messages())
    staff = await staff_with(town, "김영희")
    await owner.sends("119불렀어요")
    await owner.hears("걸려 오는 전화를 꼭 받아 주세요")
    await staff.hears("119불렀어요")
    await owner.sends("근데 누가 오긴 오나")
    await owner.hears("당직자와 관리소장에게 이미 알렸습니다")
    await staff.taps("맡기", (await staff.sees(lambda m: m.text.startswith("🚨 T-1001"))).id)
    await owner.hears("맡았습니다")
    await staff.sends("/bot")
    await owner.hears("자동 안내로 돌아왔습니다")
    await owner.sends("누가 와요?")
    await owner.hears("이민수 직원이 맡고 있습니다")
    await owner.sends("일어났어요 괜찮대요")
    await owner.hears("정말 다행입니다.")
    await manager.hears('무사하다고 하십니다. "일어났어요 괜찮대요"')
    assert not [m for m in (await owner.messages())[told:] if "구급대" in m.text and "심폐" in m.text]


async def test_the_same_in_english(town: Town) -> None:
    owner, manager = await town.sandbox.user("Alex"), await town.sandbox.user("한소장")
    await settles_in_english(owner)
    await owner.sends("Fire! There is fire in my kitchen")
    await owner.hears("T-1001")
    await owner.sends("I called 119, they are coming")
    await owner.hears("keep your telephone free")
    await owner.sends("Who pays when the alarm company comes?")
    await owner.hears("You will hear as soon as one of them has taken it")
    await owner.sends("we are out now, ambulance took him")
    await owner.hears("Thank you for telling us")
    await owner.sends("false alarm, neighbour burnt his toast. sorry!")
    await owner.hears("What a relief")
    await manager.hears("neighbour burnt his toast")
    assert len(await said_to(owner, "Do not take the lift")) == 1


async def test_who_told_their_home_just_before_the_alarm_is_found_there(town: Town) -> None:
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("101동 1203호 010-6767-7878")
    await owner.hears("적어 두었습니다")
    await owner.sends("엘리베이터에 갇혔어요 살려주세요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "1203호" in m.text and "010-6767-7878" in m.text)


async def test_a_doubt_that_nobody_answers_ends_when_the_same_is_an_emergency_or_a_report(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"alert_repeat": "10m"})
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("승강기가 섰는데 안에 소리가 나요")
    await owner.hears("지금 위험한 상황인가요?")
    doubt = await manager.hears("긴급 상황일 수 있습니다")
    await owner.sends("엘리베이터에 갇혔어요 살려주세요")
    await owner.hears("T-1001")
    await manager.hears("긴급 상황이 접수됐습니다")
    await town.sandbox.advance(11 * 60)
    await manager.sees(lambda m: m.id == doubt.id and "해소" in m.text)
    assert len(await said_to(manager, "긴급 상황일 수 있습니다")) <= 1


async def test_a_question_about_what_would_be_is_asked_about_and_raises_no_alarm(town: Town) -> None:
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("엘리베이터에 갇히면 어디로 전화해요?")
    await owner.hears("지금 위험한 상황인가요?")
    await owner.taps("네, 지금 위험해요")
    await owner.hears("T-1001")
    await manager.hears("긴급 상황이 접수됐습니다")


async def test_who_cries_again_reads_all_instructions_and_since_when_help_knows(town: Town) -> None:
    for name, cry, again, ask, first, later, told in (
        ("김영희", "불이야!! 주방에 불났어요", "불이야 살려주세요!", "어떻게 해요?",
         "승강기를 타지 마세요.", "상황실의 안내를 먼저 따르세요.", "에 당직자와 관리소장에게 알렸습니다."),
        ("Alex", "I smell gas in my kitchen", "help me, I smell gas", "I'm scared, what should I do",
         "Do not switch lights or fans on or off.", "Call from outside:", "have known since today"),
        ("陈伟", "电梯里有人被困了，救命", "救命啊", "怎么办",
         "不要硬开电梯门。", "119", "已通知值班人员和管理所长。"),
    ):  # fmt: skip
        owner = await town.sandbox.user(name, started=True)
        await owner.sends(cry)
        whole = (await owner.hears(first)).text
        await owner.hears("T-10")
        await owner.sends(again)
        repeated = (await owner.hears(first)).text
        assert (repeated.startswith(whole), later in repeated, told in repeated) == (True, True, True), repeated
        await owner.sends(ask)
        assert (await owner.hears(first)).text.startswith(whole)


async def test_a_plain_question_in_the_midst_of_an_alarm_gets_its_answer_and_no_instructions(town: Town) -> None:
    for name, cry, question, first, source in (
        ("김영희", "가스 냄새가 심하게 나요", "관리비 언제 내요?", "전등과 환풍기를 켜지도 끄지도 마세요.", "관리비"),
        ("Alex", "I smell gas in my kitchen", "when is the fee due?", "Do not switch lights", "fee"),
    ):
        owner = await town.sandbox.user(name, started=True)
        await owner.sends(cry)
        await owner.hears("T-10")
        await owner.sends(question)
        assert source in (await owner.hears(source)).text
        assert len(await said_to(owner, first)) == 1
