"""`make run` without a token: the look-alike of Telegram and the service, two processes, their files in `.sandbox/`.

Either may be killed without the other noticing more than a pause; whichever dies is started again. When the page asks
for a new beginning, the service's own database in `.sandbox/` is emptied too.
"""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import socket
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.errors import SettingsError
from bot.operator_text import sentence
from bot.sandbox.world import MANAGER_CHAT_ID, MANAGER_USER_IDS, SANDBOX_TOKEN, STAFF_CHAT_ID
from bot.settings import PROJECT, Settings
from bot.supervised import Child, GaveUp

DEFAULT_DATA = PROJECT / ".sandbox"
_LOOPBACK, _EVERYWHERE = ("127.0.0.1", "localhost"), ("0.0.0.0",)
_PORTS_TRIED = 50
_POLL_SECONDS = 20.0
_AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything is. `database` is the service's SQLite file, or None when DATABASE_URL names another one."""

    data: Path
    host: str
    page_port: int
    service_port: int
    database: Path | None
    service_env: Mapping[str, str]

    @property
    def page_url(self) -> str:
        return f"http://{_near(self.host)}:{self.page_port}"

    @property
    def service_url(self) -> str:
        return f"http://{_near(self.host)}:{self.service_port}"


def launch(settings: Settings, data: Path = DEFAULT_DATA, env: Mapping[str, str] = os.environ) -> int:
    """Run both until Ctrl-C or SIGTERM (0), or until one of them cannot start at all (its exit code).

    Raises OperatorError when the folder or a port cannot be had.
    """
    return asyncio.run(_Launcher(make_plan(settings, data, env)).run())


def make_plan(settings: Settings, data: Path, env: Mapping[str, str]) -> Plan:
    """Ports that are free now, the folder, and the service's environment.

    Of `.env` only the address, the office and the logging count: a real bot's token, database and webhook are not
    touched by trying something out. Raises OperatorError when the folder or a port cannot be had.
    """
    host = settings.http_host
    if host not in (*_LOOPBACK, *_EVERYWHERE):
        raise SettingsError("http-host-unusable", where="HTTP_HOST", host=host)
    page_port = _checked_port(host, settings.http_port)
    service_port = _next_free_port(host, page_port)
    folder = _made_folder(data)
    own_database = folder / "haedap.db"
    database_url = env.get("DATABASE_URL")
    service_env = {
        **{name: value for name, value in env.items() if name.lower() not in Settings.model_fields},
        "TELEGRAM_BOT_TOKEN": SANDBOX_TOKEN,
        "TELEGRAM_API_URL": f"http://{_near(host)}:{page_port}",
        "STAFF_CHAT_ID": str(STAFF_CHAT_ID),
        "MANAGER_CHAT_ID": str(MANAGER_CHAT_ID),
        "MANAGER_USER_IDS": ",".join(map(str, MANAGER_USER_IDS)),
        "DATABASE_URL": database_url or f"sqlite+aiosqlite:///{own_database.as_posix()}",
        "OFFICE_DIR": str(settings.office_dir),
        "HTTP_HOST": host,
        "HTTP_PORT": str(service_port),
        "DATA_KEY": env.get("DATA_KEY") or _data_key(folder),
        "LOG_LEVEL": settings.log_level,
        "LOG_FORMAT": settings.log_format,
    }
    return Plan(folder, host, page_port, service_port, None if database_url else own_database, service_env)


class _Launcher:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._stop = asyncio.Event()

    async def run(self) -> int:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stop.set)
        look_alike = self._look_alike()
        work = (look_alike.run(), self._serve(look_alike), self._stop.wait())
        tasks: list[asyncio.Task[object]] = [asyncio.create_task(part) for part in work]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        # The service before its Telegram, so that it ends without missing it.
        for task in reversed(tasks):
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return _outcome(done)

    async def _serve(self, look_alike: Child) -> None:
        """Start the service once the look-alike answers; start it anew, empty, whenever the page asks for that."""
        await look_alike.ready.wait()
        for key, value in (("page", self._plan.page_url), ("service", self._plan.service_url)):
            _say(sentence(f"terminal-{key}", url=value))
        _say(sentence("terminal-kept", folder=self._plan.data))
        async with httpx.AsyncClient(
            base_url=self._plan.page_url, timeout=_POLL_SECONDS + 10, trust_env=False, verify=False
        ) as http:
            seen = await _position(http)
            while True:
                service = asyncio.create_task(self._child_service().run())
                asked = asyncio.create_task(_asked_for_new_beginning(http, seen))
                try:
                    done, _ = await asyncio.wait({service, asked}, return_when=asyncio.FIRST_COMPLETED)
                    if service in done:
                        await service
                finally:
                    for task in (service, asked):
                        task.cancel()
                    await asyncio.gather(service, asked, return_exceptions=True)
                seen = await self._empty(http)

    async def _empty(self, http: httpx.AsyncClient) -> int:
        """Forget the service's rows, and what it still said while it was being stopped; the position to go on from."""
        if self._plan.database is None:
            _say(sentence("terminal-not-emptied"))
            return await _position(http)
        _remove(self._plan.database)
        await _patiently(http, "POST", "/sandbox/reset", {"seed": True})
        _say(sentence("terminal-emptied"))
        return await _position(http)

    def _look_alike(self) -> Child:
        plan = self._plan
        arguments = ("bot.sandbox", "--host", plan.host, "--port", str(plan.page_port), "--data", str(plan.data))
        name = "terminal-name-look-alike"
        return Child(
            name,
            (*arguments, "--seed", "--service", plan.service_url),
            os.environ.copy(),
            PROJECT,
            _say,
            awaits_line=True,
        )

    def _child_service(self) -> Child:
        arguments = ("bot", "run", "--clock", str(self._plan.data / "clock.json"))
        return Child("terminal-name-service", arguments, self._plan.service_env, PROJECT, _say)


async def _asked_for_new_beginning(http: httpx.AsyncClient, since: int) -> None:
    """Wait until the page has reset the look-alike."""
    while True:
        news = (await _patiently(http, "GET", f"/sandbox/events?since={since}&timeout={_POLL_SECONDS}")).json()
        if any(event["kind"] == "reset" for event in news["events"]):
            return
        since = news["next"]


async def _position(http: httpx.AsyncClient) -> int:
    return int((await _patiently(http, "GET", "/sandbox/events")).json()["next"])


async def _patiently(http: httpx.AsyncClient, method: str, path: str, body: object = None) -> httpx.Response:
    """Ask again until the look-alike answers: it may have been killed and be on its way back."""
    while True:
        with suppress(httpx.HTTPError):
            return (await http.request(method, path, json=body)).raise_for_status()
        await asyncio.sleep(_AGAIN_SECONDS)


def _outcome(done: Iterable[asyncio.Task[object]]) -> int:
    """0 when it was told to stop, else what the process that could not start ended with."""
    for task in done:
        error = task.exception()
        if isinstance(error, GaveUp):
            sys.stderr.write(sentence("terminal-gave-up", name=sentence(error.name)) + "\n")
            return error.code if error.code > 0 else 1
        if error is not None:
            raise error
    _say(sentence("terminal-stopped"))
    return 0


def _checked_port(host: str, port: int) -> int:
    """`port`, or a free one for 0. Raises SettingsError when somebody else listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise SettingsError("http-port-taken", host=host, port=port) from None
        return int(probe.getsockname()[1])


def _next_free_port(host: str, taken: int) -> int:
    last = min(taken + _PORTS_TRIED, 65535)
    for port in range(taken + 1, last + 1):
        with suppress(SettingsError):
            return _checked_port(host, port)
    raise SettingsError("terminal-no-port", where="HTTP_PORT", first=taken + 1, last=last)


def _made_folder(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError("terminal-folder-unusable", folder=folder, reason=error.strerror) from None
    return folder


def _remove(database: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)


def _data_key(folder: Path) -> str:
    """The key of the encrypted fields, made once, readable by this user alone."""
    file = folder / "data.key"
    if not file.exists():
        new = folder / "data.key.new"
        new.touch(mode=0o600)
        new.write_bytes(base64.urlsafe_b64encode(os.urandom(32)))
        new.replace(file)
    return file.read_text(encoding="ascii").strip()


def _near(host: str) -> str:
    """An address on this machine that reaches whatever listens on `host`."""
    return "127.0.0.1" if host in _EVERYWHERE else host


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
