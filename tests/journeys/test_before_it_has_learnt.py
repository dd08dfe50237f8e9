"""The first half minute, in which the examples are still being learnt: whoever calls for help is served at once, and
everybody else as soon as the desk understands them."""

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, staff_with
from tests.journeys.town import Town

FIRE_FIRST = "승강기를 타지 마세요."
WAY_OUT = "우리 집에 불이 났어요"


async def learning_town(make_town: MakeTown) -> Town:
    town = await make_town(start=False, hurried=True)
    await town.begins_to_learn()
    return town


async def test_a_cry_is_served_before_the_desk_has_learnt_and_what_stood_before_it_after(make_town: MakeTown) -> None:
    town = await learning_town(make_town)
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("지하 주차장이 너무 더러워요 청소해 주세요")
    await owner.sends("불이야!! 주방에 불났어요")
    assert (await owner.hears()).text.startswith(FIRE_FIRST)
    await owner.hears("상황")
    assert "T-1001" in (await owner.hears("몇 동 몇 층")).text
    assert "주방에 불났어요" in (await manager.hears("긴급 상황이 접수됐습니다")).text
    staff = await staff_with(town)
    await staff.sees("🚨 T-1001")
    await owner.taps(WAY_OUT)
    await owner.hears("나오면서 현관문을 닫으세요.")
    assert not await town.ready()

    await owner.sends("101동 1203호예요")
    await town.has_learnt()
    await owner.hears("당직자에게 바로 전했습니다")
    await owner.hears("당직자에게 바로 전했습니다")
    card = await staff.sees(lambda message: message.text.startswith("🚨 T-1001") and "101동 1203호예요" in message.text)
    assert "주차장" not in card.text
    await staff.sees("👤 지하 주차장이 너무 더러워요 청소해 주세요")
    await owner.sends("다 나왔어요, 모두 무사해요")
    await owner.hears("정말 다행입니다")
    await owner.hears("따로 접수할까요?")
    assert len(await said_to(owner, FIRE_FIRST)) == 1
    assert len(await said_to(manager, "긴급 상황이 접수됐습니다")) == 1


async def test_whoever_is_in_no_danger_waits_until_it_has_learnt_and_is_answered_once(make_town: MakeTown) -> None:
    town = await learning_town(make_town)
    owner, neighbour = await town.sandbox.user("김영희", started=True), await town.sandbox.user("Alex", started=True)
    guest = await town.sandbox.user("박철수", started=True)
    await owner.sends("관리사무소 몇 시에 열어요?")
    await owner.sends("담배 연기가 베란다로 들어와요")
    await guest.sends("电梯里有人被困了，救命")
    await neighbour.sends("There is a fire in my kitchen")
    await neighbour.hears("Do not take the lift.")
    await guest.hears("不要")
    assert not [message for message in await owner.messages() if message.raw["sender"].get("is_bot")]
    await town.has_learnt()
    await owner.hears("출처")
    await owner.hears("흡연")
    assert len(await said_to(neighbour, "Do not take the lift.")) == 1


async def test_a_cry_that_was_served_while_learning_is_not_served_again_by_the_next_start(make_town: MakeTown) -> None:
    town = await learning_town(make_town)
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("안녕하세요")
    await owner.sends("가스 냄새가 심하게 나요")
    await owner.hears("전등과 환풍기를 켜지도 끄지도 마세요.")
    await manager.hears("긴급 상황이 접수됐습니다")
    await town.stop()
    await town.start()
    await owner.sends("103동 702호예요")
    await owner.hears("당직자에게 바로 전했습니다")
    assert len(await said_to(owner, "전등과 환풍기를 켜지도 끄지도 마세요.")) == 1
    assert len(await said_to(manager, "긴급 상황이 접수됐습니다")) == 1


async def test_a_service_that_is_stopped_while_it_learns_ends_in_order(make_town: MakeTown) -> None:
    town = await learning_town(make_town)
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("불이야")
    await owner.hears(FIRE_FIRST)
    assert await town.stop() == 0


async def test_who_says_that_somebody_is_in_danger_does_not_wait_for_what_is_learnt(make_town: MakeTown) -> None:
    town = await make_town(hurried=True)
    owner, manager = await town.sandbox.user("김영희", started=True), await town.sandbox.user("한소장")
    await owner.sends("엘리베이터에 갇히면 어디로 전화해요?")
    await owner.hears("지금 위험한 상황인가요?")
    await town.stop()
    await town.begins_to_learn()
    await owner.sends("관리사무소 몇 시에 열어요?")
    await owner.taps("네, 지금 위험해요")
    await owner.hears("T-1001")
    await manager.hears("긴급 상황이 접수됐습니다")
    assert not await town.ready()
    await town.has_learnt()
