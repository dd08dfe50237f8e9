"""A control client for journeys: people who send, tap, and hear, written as one tells a story.

    async with running_sandbox() as sandbox:
        owner = await sandbox.user("김영희")
        await owner.sends("엘리베이터가 멈췄어요")
        card = await owner.hears("접수")
        await owner.taps("네")

Everything that waits goes by the event stream, never by a fixed pause; what does not come fails with the transcript.
"""

import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, TypeVar

import httpx

from bot.sandbox.errors import Json
from bot.sandbox.journey import DEFAULT_SECONDS, Heard, Person, heard_from
from bot.sandbox.process import ServerProcess, free_port
from bot.sandbox.world import SANDBOX_TOKEN, STAFF_CHAT_ID

_POLL_SECONDS = 20.0
Found = TypeVar("Found")


class SandboxRefused(Exception):
    """The control API refused a wish: what a client would not let a person do, or a mistake in the test."""


class SandboxClient:
    """The control API, and the people and chats behind it. `server` is there when `running_sandbox` started it."""

    def __init__(self, base_url: str, server: ServerProcess | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self._server = server
        # Certificates take a moment to be read, and nothing is encrypted here.
        self._http = httpx.AsyncClient(
            base_url=self.base_url, timeout=_POLL_SECONDS + 40, trust_env=False, verify=False
        )

    async def __aenter__(self) -> "SandboxClient":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._http.aclose()

    @property
    def server(self) -> ServerProcess:
        """The process behind it, to be killed and started again."""
        if self._server is None:
            raise SandboxRefused("this client did not start the sandbox")
        return self._server

    async def get(self, path: str, **query: Any) -> Any:
        """GET under /sandbox; None values are left out."""
        params = {name: value for name, value in query.items() if value is not None}
        return _opened(await self._http.get(f"/sandbox/{path}", params=params))

    async def post(self, path: str, body: Any = None) -> Any:
        return _opened(await self._http.post(f"/sandbox/{path}", json=body if body is not None else {}))

    async def patch_chat(self, chat_id: int, **changes: Any) -> Json:
        """Change a group: bot={"can_manage_topics": False}, members=[…], is_forum=…, available_reactions=[…]."""
        return _object(_opened(await self._http.patch(f"/sandbox/chats/{chat_id}", json=changes)))

    async def migrate(self, chat_id: int) -> int:
        """Upgrade a basic group to a supergroup; the new chat's id."""
        return int((await self.patch_chat(chat_id, migrate=True))["id"])

    async def act(self, **wish: Any) -> Json:
        """One act of a person (see `acts`); `as_` is spelt so because `as` is a Python word."""
        wish["as"] = wish.pop("as_")
        return _object(await self.post("act", wish))

    async def state(self) -> Json:
        return _object(await self.get("state"))

    async def user(self, name: str, **fields: Any) -> Person:
        """The person of that name (a part of it is enough if only one has it), or a new one."""
        state = await self.state()
        people = state["users"]
        named = [person for person in people if person["name"] == name] or [p for p in people if name in p["name"]]
        if len(named) > 1:
            raise SandboxRefused(f"several people are called {name!r}")
        person = named[0] if named else await self.post("users", {"first_name": name, **fields})
        read_up_to = {chat["id"]: chat["last_message_id"] for chat in state["chats"]}
        return Person(self, person["id"], person["name"], read_up_to)

    async def new_chat(self, title: str, **fields: Any) -> int:
        """A new group (`type`, `is_forum`, `members`, `bot`); its id."""
        return int((await self.post("chats", {"title": title, **fields}))["id"])

    async def messages(self, chat_id: int, thread: int | str | None = None) -> list[Heard]:
        """What is in a chat (thread: one topic, "general": only General), oldest first, the last 1000."""
        found = await self.get(f"chats/{chat_id}/messages", thread=thread, limit=1000)
        return [heard_from(message) for message in found["messages"]]

    async def topics(self, chat_id: int = STAFF_CHAT_ID) -> list[Json]:
        """The living topics of a forum: {"thread", "name", "closed", …}, in the order of their creation."""
        chat = next((chat for chat in (await self.state())["chats"] if chat["id"] == chat_id), None)
        if chat is None:
            raise SandboxRefused(f"no chat {chat_id}")
        return list(chat["topics"])

    async def topic(self, name: str, chat_id: int = STAFF_CHAT_ID, seconds: float = DEFAULT_SECONDS) -> int:
        """Wait for a topic whose name contains `name`; its thread id (the newest, if several)."""

        async def probe() -> int | None:
            named = [topic["thread"] for topic in await self.topics(chat_id) if name in topic["name"]]
            return named[-1] if named else None

        async def failure() -> str:
            return f"no topic {name!r} came; there are {[topic['name'] for topic in await self.topics(chat_id)]}"

        return await self.eventually(probe, seconds, failure)

    async def journal(self, method: str | None = None, chat: int | None = None, since: int = 0) -> list[Json]:
        """Bot API calls in order (see `journal`)."""
        return list((await self.get("journal", method=method, chat=chat, since=since))["entries"])

    async def faults(self, *rules: Json) -> None:
        """Put a fault plan in place (see `faults`); without rules nothing goes wrong any more."""
        await self.post("faults", list(rules))

    async def limits(self, **values: Any) -> Json:
        """Change limits: enabled=False lifts flood control (see `limits.LimitSettings`)."""
        return _object(await self.post("limits", values))

    async def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        await self.post("clock", {"advance_seconds": seconds})

    async def raw_update(self, body: Any) -> int:
        return int((await self.post("raw_update", body))["update_id"])

    async def call(self, method: str, **params: Any) -> Any:
        """A Bot API call as the bot itself (its whole answer), for preparing and for looking."""
        token = (await self.state())["bot"]["token"]
        headers = {"Content-Type": "application/json"}
        return (await self._http.post(f"/bot{token}/{method}", content=json.dumps(params), headers=headers)).json()

    async def eventually(
        self,
        probe: Callable[[], Awaitable[Found | None]],
        seconds: float = DEFAULT_SECONDS,
        failure: Callable[[], Awaitable[str]] | None = None,
    ) -> Found:
        """Ask `probe` again after every event until it returns something; else AssertionError with `failure()`."""
        deadline = time.monotonic() + seconds
        seq = (await self.get("events"))["next"]
        while (found := await probe()) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(await failure() if failure else f"did not happen within {seconds} s")
            news = await self.get("events", since=seq, timeout=min(left, _POLL_SECONDS))
            seq = news["next"]
        return found


def _opened(response: httpx.Response) -> Any:
    body = response.json()
    if response.is_error:
        raise SandboxRefused(body.get("error", str(body)))
    return body


def _object(value: Any) -> Json:
    assert isinstance(value, dict)
    return value


@asynccontextmanager
async def running_sandbox(
    data: Path | None = None,
    *,
    seed: bool = True,
    limits: bool = False,
    token: str = SANDBOX_TOKEN,
    kind: type[ServerProcess] = ServerProcess,
) -> AsyncIterator[SandboxClient]:
    """Start a sandbox of one's own on a free port (in a folder that vanishes, unless `data` names one) and stop it.

    Flood control is off unless `limits` asks for it.
    """
    with TemporaryDirectory(prefix="haedap-sandbox-") as temporary:
        server = kind(data or Path(temporary), free_port(), token, seed)
        await server.start()
        try:
            async with SandboxClient(server.base_url, server) as client:
                await client.limits(enabled=limits)
                yield client
        finally:
            # What vanishes need not be put away first; a poll that still waits would hold the ending up.
            await (server.kill() if data is None else server.stop())
