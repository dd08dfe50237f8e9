"""What nobody takes, answers or finishes in time reaches a manager: once for each step, and again until it is seen."""

from bot.sandbox.journey import Person
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import said_to, staff_with
from tests.journeys.people import reports, settles_in, somebody_waits
from tests.journeys.town import Town

MINUTE, HOUR = 60, 3600
TIMES = {"unclaimed_alert": "30m", "alert_repeat": "10m", "takeover_lease": "12h"}


async def first_alerts(manager: Person) -> list[str]:
    """The first line of every alert that is no repetition, in order."""
    lines = [message.text.splitlines()[0] for message in await said_to(manager, "T-1001")]
    return [line for line in lines if not line.startswith("다시 알립니다")]


async def test_each_clock_that_runs_out_alerts_once_and_repeats_until_somebody_has_seen_it(make_town: MakeTown) -> None:
    town = await make_town(hurried=True, times=TIMES)
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await settles_in(owner)
    await reports(owner, "집에 바퀴벌레가 자꾸 나와요")
    staff = await staff_with(town)

    await town.sandbox.advance(30 * MINUTE)
    alert = await manager.hears("아직 아무도 맡지 않은 접수")
    for part in ("T-1001", "김영희 · 101동 1203호 · 010-1234-5678", "바퀴벌레", "(3", "분째)", "담당: 아직 없음"):
        assert part in alert.text, part
    await town.sandbox.advance(10 * MINUTE)
    await manager.hears("다시 알립니다 (두 번째)")
    await town.sandbox.advance(10 * MINUTE)
    await manager.hears("다시 알립니다 (세 번째)")
    tap = await manager.taps("확인했습니다")
    assert "고맙습니다" in (await tap.answer())["text"]
    await manager.sees("확인: 한소장")

    await town.sandbox.advance(70 * MINUTE)
    missed = await manager.hears("첫 답변 시한을 넘겼습니다")
    await staff.sends("/claim")
    await staff.hears("맡았습니다")
    await manager.sees(lambda message: message.id == missed.id and "해소" in message.text)

    await owner.sends("언제 와 주시나요?")
    await staff.hears("언제 와 주시나요?")
    await town.sandbox.advance(4 * HOUR)
    await manager.hears("말씀에 답하지 않은 채 시한을 넘겼습니다")
    await staff.sends("내일 오전에 갑니다.")
    await owner.hears("내일 오전에 갑니다.")
    await town.sandbox.advance(18 * HOUR)
    await manager.hears("처리 시한을 넘겼습니다")
    assert len(await said_to(manager, "아직 아무도 맡지 않은 접수")) == 3
    assert await first_alerts(manager) == [
        "⏰ 아직 아무도 맡지 않은 접수가 있습니다.",
        "⏰ 첫 답변 시한을 넘겼습니다.",
        "⏰ 입주민님의 말씀에 답하지 않은 채 시한을 넘겼습니다.",
        "⏰ 처리 시한을 넘겼습니다.",
    ]


async def test_a_manager_who_never_pressed_start_is_warned_of_and_the_staff_hear_meanwhile(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, start=False, times=TIMES)
    manager = await town.sandbox.user("박소장")
    town.env |= {"MANAGER_CHAT_ID": str(manager.id), "MANAGER_USER_IDS": str(manager.id)}
    await town.start()
    assert f"MANAGER_CHAT_ID: the manager chat {manager.id} cannot be written to" in town.log()

    talk = await somebody_waits(town)
    general = talk.minsu.person.in_group()
    await town.sandbox.advance(30 * MINUTE)
    alert = await general.hears("직원을 기다리는 입주민님이 계십니다")
    assert "MANAGER_CHAT_ID" in alert.text

    await manager.starts()
    await town.sandbox.advance(10 * MINUTE)
    await manager.hears("다시 알립니다 (두 번째)")
    await talk.minsu.taps("맡기")
    await talk.owner.hears("시설팀 이민수입니다")
    await manager.sees("해소")
    await town.sandbox.advance(HOUR)
    await talk.minsu.sends("무엇을 도와드릴까요?")
    await talk.owner.hears("무엇을 도와드릴까요?")
    assert len(await said_to(manager, "직원을 기다리는 입주민님이 계십니다")) == 1
