"""The office mends an answer while the desk serves; a slip of the pen changes nothing and is told."""

from bot.sandbox.world import MANAGER_ID
from tests.journeys.conftest import MakeTown
from tests.journeys.people import reports, settles_in
from tests.journeys.town import write_office

ANSWER = """
{intent}:
  text: "{words}"
  source: 관리규약
  reviewed: 2026-11-01
"""


async def test_a_mended_answer_is_given_after_a_reload_and_a_broken_one_changes_nothing(make_town: MakeTown) -> None:
    town = await make_town()
    owner = await town.sandbox.user("김영희")
    manager = await town.sandbox.user("한소장")
    assert manager.id == MANAGER_ID
    await manager.starts()
    await settles_in(owner)
    answers = town.folder / "office" / "answers" / "ko"
    answers.mkdir(parents=True)
    (answers / "own.yaml").write_text(ANSWER.format(intent="office.hours", words="새벽 다섯 시에 엽니다."), "utf-8")
    await manager.sends("/reload")
    await manager.hears("새로 읽었습니다")
    await owner.sends("관리사무소 몇 시에 열어요?")
    await owner.hears("새벽 다섯 시")

    slip = ANSWER.format(intent="office.hours", words="자정에 엽니다.").replace("text:", "txet:")
    (answers / "own.yaml").write_text(slip, "utf-8")
    await manager.sends("/reload")
    assert "own.yaml:" in (await manager.hears("읽지 못했습니다")).text
    await owner.sends("관리사무소 몇 시에 열어요?")
    await owner.hears("새벽 다섯 시")


async def test_a_new_group_of_a_department_is_looked_at_before_it_is_taken_over(make_town: MakeTown) -> None:
    town = await make_town(hurried=True)
    owner, manager = await town.sandbox.user("김영희"), await town.sandbox.user("한소장")
    await manager.starts()
    await settles_in(owner)
    own = await town.sandbox.new_chat("시설팀", is_forum=True)
    rights = {"status": "administrator", "can_pin_messages": True, "can_manage_topics": False}
    await town.sandbox.patch_chat(own, bot=rights)
    write_office(town.folder / "office", departments={"facility": {"staff_chat": own}})
    await manager.sends("/reload")
    told = (await manager.hears("읽지 못했습니다")).text
    assert "departments.facility.staff_chat" in told
    assert "can_manage_topics" in told
    await reports(owner)
    await town.sandbox.topic("김영희")
    assert await town.sandbox.topics(own) == []

    await town.sandbox.patch_chat(own, bot={"can_manage_topics": True})
    await manager.sends("/reload")
    await manager.hears("새로 읽었습니다")
