"""An owner takes an alarm back: whoever was woken by it learns of that, and it stays open until somebody of the office
closes it."""

import pytest

from tests.journeys.desk import said_to, settles_in_english, staff_with
from tests.journeys.people import settles_in
from tests.journeys.town import Town

LIFT = "승강기가 섰는데 안에 소리가 나요"


@pytest.mark.parametrize("way", ["tap", "words"])
async def test_no_after_yes_reaches_staff_and_managers(town: Town, way: str) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await owner.sends(LIFT)
    asked = await owner.hears("지금 위험한 상황인가요?")
    await owner.taps("네, 지금 위험해요")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    if way == "tap":
        await owner.taps("아니요, 위험하지 않아요", asked.id)
        await owner.hears("위험하지 않다고 당직자와 관리소장에게 전했습니다")
        await staff.hears("위험하지 않다고 하십니다")
        told = await manager.hears("위험하지 않다고 하십니다")
    else:
        await owner.sends("아니요, 위험하지 않아요")
        await owner.hears("당직자와 관리소장에게 전했습니다")
        await staff.hears("무사하다고 하십니다")
        told = await manager.hears("무사하다고 하십니다")
    assert "T-1001" in told.text
    assert "열려 있습니다" in told.text
    await owner.taps("아니요, 위험하지 않아요", asked.id)
    await owner.sends("/tickets")
    await owner.hears("T-1001 승강기 갇힘 - 접수됨")
    assert len(await said_to(manager, "위험하지 않다고 하십니다")) == (1 if way == "tap" else 0)


async def test_the_same_in_english(town: Town) -> None:
    owner, manager = await town.sandbox.user("Alex"), await town.sandbox.user("한소장")
    await settles_in_english(owner)
    await owner.sends("Somebody fell on the stairs")
    asked = await owner.hears("Is somebody in danger right now?")
    await owner.taps("Yes, right now")
    await owner.hears("T-1001")
    await owner.taps("No, nobody is in danger", asked.id)
    await owner.hears("know that nobody is in danger")
    await manager.hears("위험하지 않다고 하십니다")


async def test_an_alarm_that_is_taken_back_by_an_edit_is_told_too(town: Town) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    cry = await owner.sends("불이야")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await owner.edits(cry, "불고기 파티 하는 날이 언제예요")
    for place in (staff, manager):
        told = await place.hears("글을 고치셨습니다")
        assert "불이야" in told.text
        assert "불고기 파티" in told.text
    await owner.hears("고치신 글을 당직자와 관리소장에게 전했습니다")
    await staff.sees(lambda m: m.text.startswith("🚨 T-1001") and "상태: 접수됨" in m.text)


async def test_an_alarm_that_becomes_a_complaint_about_staff_is_told_and_its_new_words_to_managers_alone(
    town: Town,
) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    cry = await owner.sends("불이야")
    await owner.hears("T-1001")
    staff = await staff_with(town, "김영희")
    await owner.edits(cry, "경비원이 저한테 욕을 했어요")
    told = await staff.hears("글을 고치셨습니다")
    assert "불이야" in told.text
    read = await manager.hears("글을 고치셨습니다")
    assert "욕을 했어요" in read.text
    kept = await owner.hears("T-1001 접수는 열어 둡니다")
    assert "고치신 글은 관리소장만" in kept.text
    assert not [m for m in await staff.messages() if "욕을" in m.text]


async def test_an_edit_that_tells_where_takes_nothing_back(town: Town) -> None:
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    cry = await owner.sends("불이야")
    await owner.hears("T-1001")
    await owner.edits(cry, "102동 504호")
    await manager.sees("있는 곳: 102동 504호")
    assert not await said_to(manager, "글을 고치셨습니다")
