"""Telegram offers the commands beside the field for writing: to owners in their language, to the office its own."""

from typing import Any

from bot.sandbox.world import MANAGER_CHAT_ID, MANAGER_ID, STAFF_CHAT_ID
from tests.journeys.conftest import MakeTown
from tests.journeys.town import Town

OWNERS = {"type": "all_private_chats"}


async def offered(town: Town, scope: dict[str, Any], language: str = "") -> dict[str, str]:
    """The commands of a scope, once they are there."""

    async def probe() -> dict[str, str] | None:
        answer = await town.sandbox.call("getMyCommands", scope=scope, language_code=language)
        return {command["command"]: command["description"] for command in answer["result"]} or None

    return await town.sandbox.eventually(probe)


async def test_everybody_is_offered_what_they_can_use_in_words_of_their_own(town: Town) -> None:
    owners = await offered(town, OWNERS)
    assert list(owners) == ["start", "help", "tickets", "new", "human", "cancel", "language", "me", "privacy"]
    assert owners["tickets"] == "접수한 민원 보기"
    assert (await offered(town, OWNERS, "ko")) == owners
    assert (await offered(town, OWNERS, "en"))["tickets"] == "My matters"
    assert (await offered(town, OWNERS, "zh"))["tickets"] == "我的登记"
    staff = await offered(town, {"type": "chat", "chat_id": STAFF_CHAT_ID})
    assert {"claim", "resolve", "queue", "duty"} <= staff.keys()
    assert "tickets" not in staff
    managers = await offered(town, {"type": "chat", "chat_id": MANAGER_CHAT_ID})
    assert list(managers) == ["queue", "report", "reload", "help"]
    assert "list of commands" not in town.log()


async def test_a_manager_without_a_manager_chat_has_both_lists(make_town: MakeTown) -> None:
    town: Town = await make_town(start=False)
    manager = await town.sandbox.user("한소장")
    assert manager.id == MANAGER_ID
    await manager.starts()
    town.env |= {"MANAGER_CHAT_ID": "", "MANAGER_USER_IDS": str(manager.id)}
    await town.start()
    assert {"report", "tickets"} <= (await offered(town, {"type": "chat", "chat_id": manager.id})).keys()


async def test_a_refusal_is_one_line_in_the_log_and_the_desk_serves(make_town: MakeTown) -> None:
    town: Town = await make_town(start=False)
    await town.sandbox.faults({"method": "setMyCommands", "fault": "error 400"})
    await town.start()
    owner = await town.sandbox.user("김영희", started=True)
    await owner.sends("/tickets")
    await owner.hears("아직")

    async def probe() -> list[str] | None:
        return [line for line in town.log().splitlines() if "list of commands" in line] or None

    assert len(await town.sandbox.eventually(probe)) == 1
