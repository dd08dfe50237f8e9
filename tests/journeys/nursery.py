"""Where processes are forked off, with everything imported that they need: to import it anew for every journey would
take more time than all else that happens in it."""

import multiprocessing

NURSERY = multiprocessing.get_context("forkserver")
NURSERY.set_forkserver_preload(
    [
        "bot.app",
        "bot.sandbox.__main__",
        "bot.sandbox.client",
        "tests.journeys.remembered",
        "tests.journeys.sandbox_process",
        "tests.journeys.service_process",
    ]
)
