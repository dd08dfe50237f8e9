"""The service's health on the page's port: passed on as it is, and 503 while there is no service."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from bot.sandbox.process import free_port
from bot.sandbox.service import PATHS, ServiceWindow


async def through(url: str, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(Starlette(routes=[*ServiceWindow(url).routes()]))
    async with httpx.AsyncClient(transport=transport, base_url="http://page") as http:
        return await http.get(path)


@pytest.mark.parametrize("path", PATHS)
async def test_what_the_service_says_is_passed_on(path: str) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = (await reader.readuntil(b"\r\n\r\n")).split()[1]
        head = b"HTTP/1.1 418 -\r\nContent-Type: text/plain\r\nConnection: close\r\n"
        writer.write(head + b"Content-Length: %d\r\n\r\n" % len(asked) + asked)
        writer.close()

    async with await asyncio.start_server(say, "127.0.0.1", 0) as service:
        answer = await through(f"http://127.0.0.1:{service.sockets[0].getsockname()[1]}", path)
    assert (answer.status_code, answer.text) == (418, path)
    assert answer.headers["content-type"].startswith("text/plain")


async def test_without_a_service_nothing_is_alive() -> None:
    answer = await through(f"http://127.0.0.1:{free_port()}", "/healthz")
    assert (answer.status_code, answer.json()) == (503, {"alive": False})
