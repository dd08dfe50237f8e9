"""Where somebody in danger is stands on the card and at the head of the managers' alert, and who has the matter."""

import pytest

from bot.sandbox.journey import Heard
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, settles_in_english, staff_with
from tests.journeys.people import settles_in
from tests.journeys.town import Town

TRAPPED = "엘리베이터 문이 안 열리고 갇혔어요 도와주세요"


def head(alert: Heard) -> str:
    return next((line for line in alert.text.splitlines() if " · " in line), "")


@pytest.mark.parametrize("where", ["104동 2호기", "104, 2호기요"])
async def test_the_answer_is_the_place_and_the_cry_is_none(town: Town, where: str) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await owner.sends(TRAPPED)
    asked = await owner.hears("T-1001")
    assert "안전한 곳" not in asked.text
    assert "몇 동 몇 층" in asked.text
    alert = await manager.hears("긴급 상황이 접수됐습니다")
    assert TRAPPED not in head(alert)
    await owner.sends(where)
    await owner.hears("당직자에게 바로 전했습니다")
    staff = await staff_with(town, "김영희")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and f"장소: {where}" in m.text.splitlines())
    await manager.sees(lambda m: m.id == alert.id and where in head(m))


async def test_the_same_in_english(town: Town) -> None:
    owner, manager = await town.sandbox.user("Alex"), await town.sandbox.user("한소장")
    await settles_in_english(owner)
    await owner.sends("The lift doors won't open and I'm stuck, please help")
    asked = await owner.hears("T-1001")
    assert "Once you are safe" not in asked.text
    alert = await manager.hears("긴급 상황이 접수됐습니다")
    await owner.sends("104, car 2")
    await owner.hears("Passed on")
    await manager.sees(lambda m: m.id == alert.id and "104, car 2" in head(m))
    staff = await staff_with(town, "Alex")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "장소: 104, car 2" in m.text.splitlines())
    await owner.sends("my battery is at 3%")
    await owner.hears("Passed on")
    assert not [m for m in await staff.messages() if m.text.startswith("🚨") and "장소: 104, car 2 /" in m.text]


async def test_who_flees_is_told_to_get_safe_first(town: Town) -> None:
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("불이야!! 주방에 불났어요")
    await owner.hears("안전한 곳에 계시면")


async def test_who_is_trapped_in_a_fire_is_not_told_to_be_safe_first(town: Town) -> None:
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("불났는데 방에 갇혔어요 못 나가요")
    assert "안전한 곳" not in (await owner.hears("T-1001")).text


async def test_every_alert_of_an_emergency_names_who_has_it_now(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"alert_repeat": "3m"})
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await owner.sends("가스 냄새가 심하게 나요")
    await manager.hears("담당: 아직 없음")
    await town.sandbox.advance(3 * 60)
    await manager.hears("다시 알립니다 (두 번째)")
    staff = await staff_with(town, "김영희")
    await staff.sees(lambda message: "맡기" in message.button_texts)
    await staff.taps("맡기")
    await owner.hears("맡았습니다")

    async def none_is_stale() -> bool | None:
        told = await said_to(manager, "긴급 상황이 접수됐습니다")
        return True if all("이민수" in m.text and "담당: 아직 없음" not in m.text for m in told) else None

    await town.sandbox.eventually(none_is_stale)
