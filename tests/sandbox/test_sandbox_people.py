"""The control side: what people can and cannot do, and how a journey hears of it."""

import base64

import httpx
import pytest

from bot.sandbox.client import SandboxClient, SandboxRefused
from bot.sandbox.world import MANAGER_USER_IDS, OWNER_IDS, STAFF_CHAT_ID, STAFF_IDS


async def test_the_seeded_world(sandbox: SandboxClient) -> None:
    state = await sandbox.state()
    names = {user["id"]: user["name"] for user in state["users"]}
    assert [names[i] for i in (*OWNER_IDS, *STAFF_IDS, *MANAGER_USER_IDS)] == [
        "김영희",
        "Alex Kim",
        "박철수",
        "시설팀 이민수",
        "관리팀 정하늘",
        "한소장",
    ]
    assert all(user_id > 2**31 for user_id in names)
    staff = next(chat for chat in state["chats"] if chat["id"] == STAFF_CHAT_ID)
    assert staff["is_forum"]
    assert {member["user_id"] for member in staff["members"]} == {*STAFF_IDS, *MANAGER_USER_IDS}
    assert state["pending_updates"] == 0


async def test_a_journey_hears_only_what_is_new(sandbox: SandboxClient) -> None:
    owner = await sandbox.user("김영희")
    await owner.starts()
    await sandbox.call("sendMessage", chat_id=owner.id, text="첫 번째 안내")
    await sandbox.call("sendMessage", chat_id=owner.id, text="두 번째 안내")
    assert (await owner.hears("안내")).text == "첫 번째 안내"
    assert (await owner.hears("안내")).text == "두 번째 안내"
    with pytest.raises(AssertionError, match="did not hear '안내'"):
        await owner.hears("안내", seconds=0.2)
    newcomer = await sandbox.user("김영희")
    with pytest.raises(AssertionError, match="두 번째 안내"):
        await newcomer.hears(seconds=0.2)


async def test_who_may_not_do_what(sandbox: SandboxClient) -> None:
    owner, clerk = await sandbox.user("김영희"), await sandbox.user("정하늘")
    thread = (await sandbox.call("createForumTopic", chat_id=STAFF_CHAT_ID, name="101동"))["result"][
        "message_thread_id"
    ]
    for refused in (
        owner.in_group().sends("들어가도 될까요"),
        clerk.in_topic(thread).does("delete_topic"),
        clerk.in_topic(999).sends("없는 주제"),
        owner.taps("없는 단추"),
        owner.private.does("fly"),
    ):
        with pytest.raises(SandboxRefused):
            await refused
    boss = await sandbox.user("한소장")
    await boss.in_topic(thread).does("close_topic")
    with pytest.raises(SandboxRefused, match="closed"):
        await clerk.in_topic(thread).sends("닫혔나요")


async def test_a_very_long_text_becomes_several_messages(sandbox: SandboxClient) -> None:
    owner = await sandbox.user("김영희")
    done = await owner.private.does("text", text="가" * 9000)
    assert len(done["message_ids"]) == len(done["update_ids"]) == 3


async def test_files_come_as_base64_or_multipart(sandbox: SandboxClient) -> None:
    owner = await sandbox.user("김영희")
    encoded = base64.b64encode(b"%PDF-1.7 lease").decode()
    await owner.sends_media("document", files=[{"name": "계약서.pdf", "mime": "application/pdf", "content": encoded}])
    async with httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, verify=False) as http:
        wish = f'{{"as": {owner.id}, "chat": "private", "do": "video", "text": "누수"}}'
        answer = await http.post(
            "/sandbox/act", data={"act": wish}, files={"files": ("누수.mp4", b"moving pictures", "video/mp4")}
        )
        assert answer.status_code == 200
        document, video = [message.media for message in await owner.messages()]
        assert document is not None
        assert video is not None
        assert (document["file_name"], video["file_name"]) == ("계약서.pdf", "누수.mp4")
        shown = await http.get(video["url"])
        assert (shown.content, shown.headers["content-type"]) == (b"moving pictures", "video/mp4")


async def test_html_from_a_person_is_never_shown_in_place(sandbox: SandboxClient) -> None:
    owner = await sandbox.user("김영희")
    encoded = base64.b64encode(b"<script>alert(1)</script>").decode()
    await owner.sends_media("document", files=[{"name": "a.html", "mime": "text/html", "content": encoded}])
    media = (await owner.messages())[0].media
    assert media is not None
    async with httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, verify=False) as http:
        answer = await http.get(media["url"])
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


async def test_the_stream_tells_everything_that_happens(sandbox: SandboxClient) -> None:
    owner = await sandbox.user("김영희")
    since = (await sandbox.state())["seq"]
    message_id = await owner.sends("여보세요")
    await owner.private.reacts(message_id, "👍")
    async with (
        httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, verify=False) as http,
        http.stream("GET", "/sandbox/stream", params={"since": since}) as stream,
    ):
        kinds = []
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                kinds.append(line)
            if len(kinds) == 2:
                break
    assert '"kind": "message"' in kinds[0]
    assert '"kind": "reaction"' in kinds[1]


async def test_wrong_wishes_are_told_apart_from_broken_servers(sandbox: SandboxClient) -> None:
    async with httpx.AsyncClient(base_url=sandbox.base_url, trust_env=False, verify=False) as http:
        answers = [
            await http.post("/sandbox/act", content=b"not json"),
            await http.post("/sandbox/users", json={"first_name": "x", "colour": "red"}),
            await http.get("/sandbox/chats/7/messages"),
            await http.post("/sandbox/chats", json={"type": "group", "is_forum": True}),
        ]
    assert [(answer.status_code, "error" in answer.json()) for answer in answers] == [
        (400, True),
        (400, True),
        (404, True),
        (400, True),
    ]
