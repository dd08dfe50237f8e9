"""The service with the dispatcher's limits lifted: what the machinery can do when Telegram sets no pace."""

import asyncio

from bot.app import Parts, run
from bot.delivery.limits import UNLIMITED
from bot.settings import load_settings

if __name__ == "__main__":
    asyncio.run(run(load_settings(), parts=Parts(limits=UNLIMITED)))
