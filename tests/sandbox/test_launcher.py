"""The launcher of the sandbox: both processes come back when killed, and go when it is told to stop."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.errors import SettingsError
from bot.sandbox.process import free_port
from bot.sandbox_launcher import make_plan
from bot.settings import load_settings
from bot.supervised import MUST_BE_MENDED, Child, GaveUp

SECONDS = 30.0
LEARNING = 240.0
"""The service's first start in a tree may have to learn the example sentences."""


async def until(probe: Callable[[], Awaitable[object]], seconds: float = SECONDS) -> None:
    """Wait until `probe` gives something true."""
    async with asyncio.timeout(seconds):
        while True:
            if await probe():
                return
            await asyncio.sleep(0.05)


def child(tmp_path: Path, code: str, said: list[str], **fields: bool) -> Child:
    """A child that runs `code`."""
    (tmp_path / "stand_in.py").write_text(code, encoding="utf-8")
    return Child("terminal-name-service", ("stand_in",), os.environ.copy(), tmp_path, said.append, **fields)


async def test_a_killed_child_comes_back_and_its_end_is_told(tmp_path: Path) -> None:
    said: list[str] = []
    stand_in = child(tmp_path, "import time; time.sleep(600)", said)
    running = asyncio.create_task(stand_in.run())

    async def alive() -> int | None:
        return stand_in.pid

    await until(alive)
    first = stand_in.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)

    async def another() -> bool:
        return stand_in.pid not in (None, first)

    await until(another)
    second = stand_in.pid
    assert second is not None
    assert len(said) == 1
    assert "SIGKILL" in said[0]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    with pytest.raises(ProcessLookupError):
        os.kill(second, 0)


async def test_what_a_person_must_mend_first_is_not_tried_again(tmp_path: Path) -> None:
    said: list[str] = []
    with pytest.raises(GaveUp) as gave_up:
        await child(tmp_path, f"raise SystemExit({MUST_BE_MENDED})", said).run()
    assert gave_up.value.code == MUST_BE_MENDED
    assert said == []


async def test_a_child_that_never_gets_ready_is_not_tried_again(tmp_path: Path) -> None:
    with pytest.raises(GaveUp):
        await child(tmp_path, "raise SystemExit(1)", [], awaits_line=True).run()


def test_a_port_in_use_is_said_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError) as refused:
            make_plan(load_settings({"HTTP_PORT": str(port)}), tmp_path, {})
    assert refused.value.key == "http-port-taken"


def test_trying_out_touches_nothing_of_a_real_bot(tmp_path: Path) -> None:
    real = {
        "TELEGRAM_BOT_TOKEN": "1234:AAreal",
        "WEBHOOK_URL": "https://desk.example.org/telegram/webhook",
        "WEBHOOK_SECRET": "s3cret",
        "DATABASE_URL": "postgresql+asyncpg://desk@db/desk",
        "STAFF_CHAT_ID": "-1009",
        "HTTP_PORT": "0",
    }
    plan = make_plan(load_settings(real), tmp_path, {"PATH": "/bin", "WEBHOOK_URL": real["WEBHOOK_URL"]})
    env = load_settings(plan.service_env)
    assert env.webhook_url is None
    assert env.telegram_api_url == plan.page_url
    assert str(tmp_path) in env.database_url
    assert set(plan.service_env.values()).isdisjoint(real.values())
    assert plan.service_env["PATH"] == "/bin"


def test_the_key_is_made_once_and_is_readable_by_its_user_alone(tmp_path: Path) -> None:
    settings = load_settings({"HTTP_PORT": "0"})
    first, second = (make_plan(settings, tmp_path, {}).service_env["DATA_KEY"] for _ in range(2))
    assert first == second
    assert (tmp_path / "data.key").stat().st_mode & 0o077 == 0
    assert load_settings({"DATA_KEY": first}).data_key is not None


@asynccontextmanager
async def launched(
    data: Path, port: int, errors: int = asyncio.subprocess.DEVNULL
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot sandbox` on a port of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "sandbox",
        "--data",
        str(data),
        env={**os.environ, "HTTP_PORT": str(port), "HTTP_HOST": "127.0.0.1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=errors,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="finds the look-alike's process in /proc")
async def test_the_page_comes_back_after_a_kill_and_stops_with_the_launcher(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with (
        launched(tmp_path, port) as launcher,
        httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http,
    ):

        async def answers() -> bool:
            try:
                return (await http.get("/page/")).status_code == 200
            except httpx.HTTPError:
                return False

        await until(answers)
        assert (await http.get("/healthz")).status_code in (200, 503), "the service's health is shown on this port too"
        os.kill(look_alike_of(launcher.pid), signal.SIGKILL)

        async def silent() -> bool:
            return not await answers()

        await until(silent)
        await until(answers)
        launcher.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(launcher.wait(), SECONDS) == 0
        assert await silent()


@pytest.mark.skipif(sys.platform != "linux", reason="a group of its own for what Ctrl-C reaches")
async def test_a_new_beginning_and_an_ordinary_end_raise_no_false_alarm(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with (tmp_path / "errors").open("w+b") as errors:
        async with (
            launched(tmp_path / "data", port, errors.fileno()) as launcher,
            httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http,
        ):

            async def listens() -> bool:
                try:
                    return bool((await http.get("/sandbox/state")).json()["polling"])
                except httpx.HTTPError:
                    return False

            await until(listens, LEARNING)
            async with http.stream("GET", "/sandbox/stream", timeout=None) as page:
                lines = page.aiter_lines()
                assert await anext(lines) == ": open"
                await http.post("/sandbox/reset", json={"seed": True})
                resets = 0
                while resets < 2:  # the page's, and the launcher's when the service has forgotten too
                    resets += '"kind": "reset"' in await anext(lines)
                await until(listens)
                launcher.send_signal(signal.SIGINT)
                async for _line in lines:
                    pass
            assert await asyncio.wait_for(launcher.wait(), SECONDS) == 0
        errors.seek(0)
        said = errors.read().decode()
    assert "another program" not in said, said
    assert "ERROR" not in said, said
    assert "Traceback" not in said, said
    assert "warning" not in said.lower(), said


def look_alike_of(parent: int) -> int:
    """The process id of the look-alike that this launcher started."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") for pid in children}
    return next(pid for pid, words in commands.items() if b"bot.sandbox" in words)
