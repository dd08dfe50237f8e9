"""What lies between the desk and Telegram may break, refuse, move or send rubbish: nothing is lost, all comes once."""

import asyncio
import time

import httpx
import pytest

from bot.sandbox.world import STAFF_CHAT_ID
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import resolves, said_to
from tests.journeys.people import a_leak_is_reported, a_leak_is_taken_on, somebody_talks
from tests.journeys.town import Town

MINUTE, HOUR = 60, 3600
SECRET = "s3cret-of-this_test"
ONE_KIND = pytest.mark.parametrize("database_kind", ["sqlite"])  # the database has no part in these
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def test_a_webhook_takes_what_telegram_delivers_and_nothing_else_and_outlives_the_service(
    make_town: MakeTown,
) -> None:
    town: Town = await make_town(hurried=True, start=False)
    url = f"http://127.0.0.1:{town.port}/telegram/webhook"
    town.env |= {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET}
    await town.sandbox.limits(webhook_retry_seconds=0.2, webhook_retry_max_seconds=0.5)
    await town.start()
    talk = await somebody_talks(town)
    owner, staff = talk.owner, talk.minsu

    async with httpx.AsyncClient(trust_env=False, verify=False) as http:
        update = {"update_id": 1, "message": {"chat": {"id": owner.id}, "text": "위조"}}
        known = {SECRET_HEADER: SECRET}
        assert (await http.post(url, json=update)).status_code == 403
        assert (await http.post(url, json=update, headers={SECRET_HEADER: "guessed"})).status_code == 403
        assert (await http.post(url, content=b"{" * 2_000_000, headers=known)).status_code == 413
        assert (await http.post(url, content=b"no json", headers=known)).status_code == 400

    await town.kill()
    for line in ("하나", "둘", "셋", "넷", "다섯"):
        await owner.sends(line)
    await staff.sends("잠시만요")
    assert (await town.sandbox.state())["pending_updates"] == 6
    await town.start()
    await staff.sees("다섯")
    await owner.hears("잠시만요")
    heard = "\n".join(message.text for message in await staff.messages() if message.text.startswith("👤"))
    assert [line for line in heard.replace("👤", "").split() if line in ("하나", "둘", "셋", "넷", "다섯")] == [
        "하나",
        "둘",
        "셋",
        "넷",
        "다섯",
    ]
    assert "위조" not in heard
    assert (await town.sandbox.state())["pending_updates"] == 0


async def test_the_managers_group_becomes_a_supergroup_between_two_alerts(make_town: MakeTown) -> None:
    town: Town = await make_town(
        hurried=True, start=False, times={"unclaimed_alert": "30m", "alert_repeat": "10m", "takeover_lease": "12h"}
    )
    manager = await town.sandbox.user("박소장", started=True)
    old = await town.sandbox.new_chat("관리소장 모임", type="group", members=[{"user_id": manager.id}])
    town.env |= {"MANAGER_CHAT_ID": str(old), "MANAGER_USER_IDS": ""}
    await town.start()
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("사람이랑 얘기하고 싶어요")
    await owner.hears("첫 번째 순서입니다")
    await town.sandbox.advance(30 * MINUTE)
    await manager.in_group(old).hears("직원을 기다리는 입주민님이 계십니다")

    new = await town.sandbox.migrate(old)
    await town.sandbox.advance(10 * MINUTE)
    group = manager.in_group(new)
    await group.hears("다시 알립니다 (두 번째)")
    await town.sandbox.advance(10 * MINUTE)
    await group.hears("다시 알립니다 (세 번째)")
    await group.taps("확인했습니다")
    await group.sees("확인: 박소장")
    await group.sends("/queue")
    await group.hears("김영희")

    await town.restart()
    other = await town.sandbox.user("박철수", started=True)
    await other.sends("불이야!!")
    await group.hears("긴급 상황이 접수됐습니다")
    assert "cannot be written to" not in town.log()


async def test_the_staff_group_gets_another_id_in_the_middle_of_a_talk(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    talk = await a_leak_is_taken_on(town)
    owner, before = talk.owner, talk.minsu

    members = [{"user_id": before.person.id}]
    new = await town.sandbox.new_chat("해답아파트 직원", is_forum=True, members=members)
    moved = {"message_id": 9000, "date": int(time.time()), "migrate_to_chat_id": new}
    chat = {"id": STAFF_CHAT_ID, "type": "supergroup", "title": "해답아파트 관리사무소", "is_forum": True}
    sender = {"id": before.person.id, "is_bot": False, "first_name": "이민수"}
    await town.sandbox.raw_update({"message": {**moved, "chat": chat, "from": sender}})

    await owner.sends("지금도 물이 떨어져요")
    topic = await town.sandbox.topic("김영희", new)
    staff = before.person.in_topic(topic, new)
    await staff.sees("지금도 물이 떨어져요")
    assert "맡기" not in (await staff.sees("❗ T-1001")).button_texts
    await staff.sends("지금 올라갑니다.")
    await owner.hears("지금 올라갑니다.")
    other = await town.sandbox.user("박철수", started=True)
    await other.sends("사람이랑 얘기하고 싶어요")
    await town.sandbox.topic("박철수", new)
    assert not [topic for topic in await town.sandbox.topics() if "박철수" in topic["name"]]


async def test_while_telegram_is_down_everything_waits_and_then_comes_once(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"feedback_after": "1h"})
    talk = await a_leak_is_reported(town)
    owner = talk.owner
    await resolves(talk.minsu)

    await town.sandbox.faults({"fault": "down 3"})
    await town.sandbox.advance(HOUR)
    await owner.sends("관리비 언제까지 내야 돼요?")
    await is_ready(town, False)
    await owner.sees("해결됐나요?")
    await owner.sees("출처")
    await is_ready(town, True)
    await town.sandbox.server.kill()
    await is_ready(town, False)
    await town.sandbox.server.start()
    await is_ready(town, True)

    await town.sandbox.faults(
        {"method": "sendMessage", "times": 2, "fault": "error 502"},
        {"method": "answerCallbackQuery", "times": 1, "fault": "error 500"},
    )
    await owner.taps("네, 해결됐어요")
    await owner.hears("몇 점")
    for words in ("해결됐나요?", "출처", "몇 점"):
        assert len(await said_to(owner, words)) == 1, words


async def is_ready(town: Town, ready: bool) -> None:
    """Waits until /readyz says so; /healthz never doubts."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{town.port}", trust_env=False, verify=False) as http:
        for _ in range(600):
            assert (await http.get("/healthz")).status_code == 200
            if ((await http.get("/readyz")).status_code == 200) is ready:
                return
            await asyncio.sleep(0.05)
    raise AssertionError(f"ready did not become {ready}")


@ONE_KIND
async def test_flood_control_is_waited_out_for_the_chat_that_it_names(make_town: MakeTown) -> None:
    town: Town = await make_town()
    kim, park = await town.sandbox.user("김영희", started=True), await town.sandbox.user("박철수", started=True)
    await town.sandbox.faults({"method": "sendMessage", "chat": kim.id, "times": 1, "fault": "429 3"})
    await kim.sends("관리비 언제까지 내야 돼요?")
    await park.sends("관리비 언제까지 내야 돼요?")
    await park.hears("출처")
    assert not await said_to(kim, "")
    await kim.hears("출처")
    refused, *after = await town.sandbox.journal("sendMessage", kim.id)
    assert refused["error"]["error_code"] == 429
    assert after[0]["at"] - refused["at"] >= 3
    assert len(await said_to(kim, "출처")) == 1


@ONE_KIND
async def test_a_second_program_that_fetches_is_named_in_one_line_and_then_all_goes_on(make_town: MakeTown) -> None:
    town: Town = await make_town()
    owner = await town.sandbox.user("김영희", started=True)
    for _ in range(8):
        assert (await town.sandbox.call("getUpdates", timeout=0, offset=0))["ok"]
        await asyncio.sleep(0.2)
    await owner.sends("관리비 언제까지 내야 돼요?")
    await owner.hears("출처")
    told = [line for line in town.log().splitlines() if "another program fetches" in line]
    assert len(told) == 1
    assert "stop it, or give this service a bot of its own" in told[0]
    await is_ready(town, True)


async def test_what_nobody_can_read_is_put_aside_once_and_the_chat_goes_on(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    town.stumbles = True
    kim, park = await town.sandbox.user("김영희", started=True), await town.sandbox.user("박철수", started=True)
    manager = await town.sandbox.user("한소장")
    rubbish = {"update_id": 77, "message": {"message_id": 3, "date": 1, "chat": {"id": kim.id}, "text": 5}}
    await town.sandbox.raw_update(rubbish)
    await town.sandbox.raw_update(rubbish)
    await town.sandbox.faults({"method": "getUpdates", "times": 1, "fault": "malformed update"})
    await kim.sends("관리비 언제까지 내야 돼요?")
    await park.sends("관리비 언제까지 내야 돼요?")
    await park.hears("출처")
    sorry = await kim.hears("문제가 생겨서 담당 직원에게 전했습니다")
    assert "02-000-0100" in sorry.text
    await kim.hears("출처")
    alert = await manager.hears("입주민 대화")
    assert "처리하지 못한 메시지가 있습니다" in alert.text
    number = alert.text.split("오류 번호: ")[1].split()[0]
    assert f"error {number}" in town.log() or f"inbox row {number.removeprefix('E-')} " in town.log()
    assert len(await said_to(manager, "입주민 대화")) == len(await said_to(kim, "문제가 생겨서")) == 1


@ONE_KIND
async def test_a_webhook_address_with_another_path_is_named_at_the_start(make_town: MakeTown) -> None:
    town: Town = await make_town(start=False)
    url = f"http://127.0.0.1:{town.port}"
    town.env |= {"WEBHOOK_URL": f"{url}/hook", "WEBHOOK_SECRET": SECRET}
    await town.start()
    told = [line for line in town.log().splitlines() if "WEBHOOK_URL" in line]
    assert len(told) == 1
    assert "to the path /hook, but the service answers at /telegram/webhook" in told[0]
    _, lines = await town.tries("doctor")
    assert any("to the path /hook" in line for line in lines)

    await town.stop()
    town.env["WEBHOOK_URL"] = f"{url}/telegram/webhook"
    before = len(town.log())
    await town.start()
    assert "to the path" not in town.log()[before:]


@pytest.mark.parametrize("how", ["kicked", "silenced"])
async def test_the_bot_is_put_out_of_the_staff_group_and_what_was_said_meanwhile_arrives_in_order(
    town: Town, how: str
) -> None:
    talk = await a_leak_is_taken_on(town)
    owner, staff, manager = talk.owner, talk.minsu, await town.sandbox.user("한소장")
    refusal = "error 400 Bad Request: not enough rights to send text messages to the chat"
    if how == "kicked":
        await town.sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "kicked"})
        await manager.hears("직원 그룹(")
    else:
        await town.sandbox.faults({"chat": STAFF_CHAT_ID, "fault": refusal})
    await owner.sends("벽지도 젖었어요")
    if how == "silenced":
        await manager.hears("직원 그룹(")
    await owner.sends_media("photo")
    await owner.sends("언제 오시나요?")
    await owner.sends("/tickets")
    await owner.hears("T-1001")
    assert not [message for message in await staff.messages() if "벽지" in message.text]

    await town.sandbox.faults()
    mended = {"status": "administrator", "can_manage_topics": True, "can_pin_messages": True}
    await town.sandbox.patch_chat(STAFF_CHAT_ID, bot=mended)
    await staff.sees("언제 오시나요?")
    await manager.hears("다시 글을 쓸 수 있습니다")
    came = [message for message in await staff.messages() if message.text.startswith("👤") or message.media][-3:]
    assert ["벽지" in came[0].text, came[1].media is not None, "언제" in came[2].text] == [True, True, True]
    assert len([m for m in await manager.messages() if "직원 그룹(" in m.text]) == 1
