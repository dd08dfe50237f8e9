"""A killed sandbox goes on where it was; and it is quick enough to be measured against."""

import asyncio
import json
import sys
import time
from pathlib import Path

import pytest

from bot.sandbox.client import SandboxClient, running_sandbox
from bot.sandbox.process import ROOT, ServerProcess, free_port
from bot.sandbox.world import MANAGER_CHAT_ID, STAFF_CHAT_ID


async def test_everything_survives_a_kill() -> None:
    async with running_sandbox() as sandbox:
        owner = await sandbox.user("김영희")
        await owner.sends("하나")
        await owner.sends("둘")
        first = (await sandbox.call("getUpdates", limit=1))["result"][0]
        await sandbox.call("getUpdates", offset=first["update_id"] + 1)
        topic = (await sandbox.call("createForumTopic", chat_id=STAFF_CHAT_ID, name="101동"))["result"]
        buttons = {"inline_keyboard": [[{"text": "네", "callback_data": "y"}]]}
        sent = (await sandbox.call("sendMessage", chat_id=owner.id, text="?", reply_markup=buttons))["result"]
        photo = await owner.sends_media("photo")
        tap = await owner.taps("네")
        await sandbox.advance(3600)
        before = await sandbox.state()
        calls = len(await sandbox.journal())

        await sandbox.server.kill()
        await sandbox.server.start()

        after = await sandbox.state()
        assert after.pop("seq") > before.pop("seq")
        now, then = after["clock"].pop("now"), before["clock"].pop("now")
        assert after == before
        assert 0 <= now - then < 30
        pending = (await sandbox.call("getUpdates"))["result"]
        assert [next(iter(update.keys() - {"update_id"})) for update in pending] == [
            "message",
            "message",
            "callback_query",
        ]
        assert (await sandbox.call("answerCallbackQuery", callback_query_id=tap.callback_id))["ok"]
        following = (await sandbox.call("sendMessage", chat_id=owner.id, text="또"))["result"]
        assert following["message_id"] == photo[0] + 1 == sent["message_id"] + 2
        again = await sandbox.call(
            "sendMessage", chat_id=STAFF_CHAT_ID, text="그대로", message_thread_id=topic["message_thread_id"]
        )
        assert again["ok"]
        assert len(await sandbox.journal()) == calls + 4


async def test_two_sandboxes_never_share_a_folder(sandbox: SandboxClient, capfd: pytest.CaptureFixture[str]) -> None:
    intruder = ServerProcess(sandbox.server.data, free_port())
    with pytest.raises(RuntimeError):
        await intruder.start()
    await intruder.stop()
    assert "another sandbox uses this folder" in capfd.readouterr().err


async def test_the_clock_is_a_file_that_the_service_reads(sandbox: SandboxClient) -> None:
    file = Path(sandbox.server.data) / "clock.json"
    await sandbox.post("clock", {"offset_seconds": 90})
    assert json.loads(file.read_text(encoding="utf-8")) == {"offset_seconds": 90}
    await sandbox.advance(60)
    assert json.loads(file.read_text(encoding="utf-8")) == {"offset_seconds": 150}
    sent = (await sandbox.call("sendMessage", chat_id=MANAGER_CHAT_ID, text="늦었습니다"))["result"]
    assert 140 <= sent["date"] - time.time() <= 151


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"]
)
async def test_a_client_that_goes_away_in_the_middle_of_a_request_is_no_accident(tmp_path: Path, kind: str) -> None:
    port = free_port()
    command = ("-m", "bot.sandbox", "--port", str(port), "--data", str(tmp_path), "--token", "1:abc", "--seed")
    server = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert server.stdout is not None
    await server.stdout.readline()
    for path in ("/bot1:abc/sendMessage", "/sandbox/act"):
        _, leaver = await asyncio.open_connection("127.0.0.1", port)
        head = f"POST {path} HTTP/1.1\r\nHost: here\r\nContent-Type: {kind}\r\nContent-Length: 99\r\n\r\n"
        leaver.write(head.encode() + b"--x\r\n")
        await leaver.drain()
        leaver.close()
        async with SandboxClient(f"http://127.0.0.1:{port}") as another:
            await another.state()
    server.terminate()
    _, said = await server.communicate()
    assert b"Traceback" not in said, said.decode()
