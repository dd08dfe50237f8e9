"""Outside office hours the desk says when somebody comes and whom to call; at night nothing rings but emergencies."""

import pytest

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import resolves, said_to, settles_in_english, staff_with
from tests.journeys.people import reports, settles_in
from tests.journeys.town import FRIDAY, MONDAY, SATURDAY, Town

HOUR = 3600
TIMES = {"feedback_after": "1h", "unclaimed_alert": "30m", "takeover_lease": "12h"}


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(hurried=True, hours={"mon-fri": ["09:00-18:00"]}, quiet_hours="22:00-08:00", times=TIMES)


async def test_who_wants_a_person_on_saturday_learns_when_the_office_opens_and_the_duty_number(town: Town) -> None:
    await town.comes(SATURDAY, "20:00")
    kim, alex = await town.sandbox.user("김영희", started=True), await town.sandbox.user("Alex")
    manager = await town.sandbox.user("한소장")
    await settles_in_english(alex)
    await kim.sends("사람이랑 얘기하고 싶어요")
    told = await kim.hears("운영 시간이 아닙니다")
    assert "(월) 09:00에 문을 열면" in told.text
    assert "당직실 02-000-0119" in told.text
    await alex.sends("/human")
    told = await alex.hears("closed at the moment")
    assert "Mon" in told.text
    assert "09:00" in told.text
    assert "02-000-0119" in told.text
    staff = await staff_with(town, "김영희", seen="직원과 이야기하고 싶어")
    await staff.sees("(월) 09:00에 문을 열면 답을 드린다고 안내했습니다")
    await kim.sends("복도 전등이 나갔어요")
    await staff.hears("복도 전등이 나갔어요")
    await kim.sends("지금 아무도 없어요?")
    again = await kim.hears("(월) 09:00에 문을 열면")
    assert "당직실 02-000-0119" in again.text
    assert not await said_to(kim, "기다리시게 해서 죄송합니다")

    await town.comes(MONDAY, "09:31")
    late = await kim.hears("오래 기다리시게 해서 죄송합니다")
    assert "첫 번째 순서" in late.text
    assert "오늘 10:0" in late.text
    await alex.hears("You are number 2 in line")
    await staff.sees("답이 늦어진다고 입주민께 알렸습니다")
    await manager.hears("직원을 기다리는 입주민님이 계십니다")
    await manager.hears("직원을 기다리는 입주민님이 계십니다")
    assert len(await said_to(manager, "직원을 기다리는 입주민님이 계십니다")) == 2
    await town.comes(MONDAY, "10:02")
    await kim.hears("관리소장에게도 알렸고")
    await town.comes(MONDAY, "15:00")
    await staff.taps("맡기")
    await kim.hears("이민수입니다")
    assert len(await said_to(kim, "죄송합니다")) == 2


async def test_results_and_stages_wait_for_the_morning_and_emergencies_do_not(town: Town) -> None:
    await town.comes(FRIDAY, "17:00")
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    receipt = await reports(owner)
    assert "오늘 17:3" in receipt.text
    assert "(월) 1" in receipt.text
    staff = await staff_with(town)
    await town.comes(FRIDAY, "21:30")
    await resolves(staff)
    await owner.hears("이민수 직원이 맡았습니다")
    await town.comes(FRIDAY, "23:30")
    await owner.sends("관리비 언제까지 내야 돼요?")
    await owner.hears("출처")
    assert not await said_to(owner, "해결됐나요?")

    await town.comes(SATURDAY, "03:00")
    alex = await town.sandbox.user("Alex", started=True)
    await alex.sends("I smell gas in my kitchen")
    await alex.hears("Do not smoke.")
    await manager.hears("긴급 상황이 접수됐습니다")
    night = await staff_with(town, "Alex", "정하늘", seen="🚨")
    await night.taps("맡기")
    await night.sees("맡았습니다")
    assert not await said_to(owner, "해결됐나요?")

    await town.comes(SATURDAY, "08:00")
    await owner.hears("해결됐나요?")
    await owner.taps("네, 해결됐어요")
    await owner.hears("몇 점")


async def test_that_the_office_is_closed_is_said_once_an_evening(town: Town) -> None:
    await town.comes(FRIDAY, "19:00")
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    await owner.sends("차 좀 빼주세요 출차를 못 해요 103동 앞")
    await owner.hears("T-1002")
    closed = await said_to(owner, "관리사무소 운영 시간이 아닙니다")
    assert len(closed) == 1
    assert "이렇게 접수할까요" in closed[0].text
    await owner.sends("/human")
    await owner.hears("담당 직원이 답을 드립니다")

    staff = await staff_with(town, "101-1203 김영희", seen="직원과 이야기하고 싶어")
    await staff.taps("맡기")
    await staff.sends("/bot")
    await owner.hears("자동 안내로 돌아왔습니다")

    await town.comes(MONDAY, "19:00")
    so_far = len(await said_to(owner, "관리사무소 운영 시간이 아닙니다"))
    for _ in ("a new evening", "started anew on the same evening"):
        await owner.sends("101동 3층 복도 전등이 나갔어요")
        await owner.hears("이렇게 접수할까요")
        assert len(await said_to(owner, "관리사무소 운영 시간이 아닙니다")) == so_far + 1
        await owner.sends("/cancel")
        await owner.hears("그만두었습니다")
    park = await town.sandbox.user("박철수", started=True)
    await park.sends("/human")
    await park.hears("운영 시간이 아닙니다")
    await park.sends("차 좀 빼주세요 출차를 못 해요 103동 앞")
    assert len(await said_to(park, "운영 시간이 아닙니다")) == 1


async def test_a_promised_time_is_told_when_asked_for_and_its_passing_is_told_unasked(town: Town) -> None:
    await town.comes(MONDAY, "10:00")
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    staff = await staff_with(town)
    for question in ("언제 온대유?", "when will someone come?"):
        await owner.sends(question)
        shown = await owner.hears("T-1001 누수")
        assert "시설팀에서 오늘 10:3" in shown.text
    await owner.sends("/tickets")
    assert "까지 먼저 연락" in (await owner.hears("접수하신 민원입니다")).text
    await owner.sends("아직도 물이 떨어져요")
    offered = await owner.hears("거기에 덧붙일까요")
    assert offered.button_texts[0] == "T-1001에 덧붙이기"
    await owner.taps("T-1001에 덧붙이기")
    await staff.sees("👤 아직도 물이 떨어져요")
    await owner.hears("T-1001에 덧붙여")

    await town.comes(MONDAY, "10:40")
    late = await owner.hears("아직 연락드리지 못했습니다")
    assert "오늘 11:" in late.text
    await staff.sees("T-1001 건이 늦어진다고 입주민께 알렸습니다")
    await town.comes(MONDAY, "11:30")
    await owner.hears("아직 살펴볼 직원이 정해지지 않았습니다")
    await owner.sends("연락 준다더니 왜 안 와요")
    await owner.hears("기다리고 계신다고 시설팀에 다시 전했습니다")
    await staff.sees("T-1001 건이 언제 되는지 물었습니다")
    await town.sandbox.advance(25 * 24 * HOUR)
    await owner.sends("왜 아무 연락이 없나요?")
    assert "죄송합니다" in (await owner.hears("T-1001 누수")).text
    assert len(await said_to(owner, "살펴볼 직원이")) == 1


async def test_talks_that_lapse_in_one_night_are_told_of_once_and_without_a_matter_of_none(make_town: MakeTown) -> None:
    lease = {"takeover_lease": "30m", "feedback_after": "1h"}
    town = await make_town(hurried=True, hours="always", quiet_hours="22:00-08:00", times=lease)
    owner = await town.sandbox.user("김영희", started=True)
    await town.comes(FRIDAY, "21:00")
    await owner.sends("사람이랑 얘기하고 싶어요")
    await owner.hears("번째")
    staff = await staff_with(town, "김영희", seen="직원과 이야기하고 싶어")
    await town.comes(FRIDAY, "22:05")
    for said in range(3):
        await staff.sends("/claim")
        await staff.sees(lambda m: "맡았습니다" in m.text)
        await staff.sends(f"안녕하세요. 확인하고 있습니다. ({said})")
        await owner.hears(f"({said})")
        await town.sandbox.advance(31 * 60)
        await staff.hears("자동 안내로 돌")
    assert not await said_to(owner, "한동안 말씀이 없어")
    await town.comes(SATURDAY, "08:01")
    told = await owner.hears("한동안 말씀이 없어")
    assert "접수된 일" not in told.text
    await owner.sends("감사합니다")
    await owner.hears("고맙습니다")
    assert len(await said_to(owner, "한동안 말씀이 없어")) == 1


async def test_a_long_usual_wait_is_told_in_hours(make_town: MakeTown) -> None:
    town = await make_town(hurried=True)
    kim, alex = await town.sandbox.user("김영희", started=True), await town.sandbox.user("Alex")
    park = await town.sandbox.user("박철수", started=True)
    await settles_in_english(alex)
    await kim.sends("사람이랑 얘기하고 싶어요")
    await kim.hears("번째")
    staff = await staff_with(town, "김영희", seen="직원과 이야기하고 싶어")
    await town.sandbox.advance(837 * 60)
    await staff.sees(lambda message: "맡기" in message.button_texts)
    await staff.taps("맡기")
    await kim.hears("이민수")
    await park.sends("사람이랑 얘기하고 싶어요")
    await park.hears("보통 약 14시간 안에 답을 드립니다")
    await alex.sends("/human")
    await alex.hears("within about 2 days")
