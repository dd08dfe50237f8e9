"""The service as `python -m bot run` starts it, but sending at once: a story about what is said need not keep the pace
of a message a second that Telegram asks for."""

import asyncio
import os
from pathlib import Path

from bot.app import Parts, run
from bot.delivery.limits import UNLIMITED
from bot.now import shifted_now
from bot.settings import load_settings


def main(clock: Path) -> int:
    """Until SIGTERM. Settings come from the environment."""
    parts = Parts(now=shifted_now(clock), limits=UNLIMITED, gather_seconds=0.0)
    asyncio.run(run(load_settings(os.environ), parts=parts))
    return 0
