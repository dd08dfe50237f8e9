"""What several sandbox tests need."""

import telegram
from telegram.request import HTTPXRequest

from bot.sandbox.client import SandboxClient
from bot.sandbox.world import SANDBOX_TOKEN


def new_bot(sandbox: SandboxClient, read_timeout: float = 20.0) -> telegram.Bot:
    """python-telegram-bot's own Bot, pointed at the sandbox."""
    return telegram.Bot(
        SANDBOX_TOKEN,
        base_url=f"{sandbox.base_url}/bot",
        base_file_url=f"{sandbox.base_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=8, read_timeout=read_timeout, httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(read_timeout=read_timeout, httpx_kwargs={"trust_env": False}),
    )
