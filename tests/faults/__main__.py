"""The service with a death foretold: `python -m tests.faults`, one life after another.

Each line on standard input is a plan in JSON: {"moment": "inside_transaction", "times": 2} kills the process with
SIGKILL at the second time of that moment, {} lets it live. The answers are "born PID" and "ended CODE".

A life is a process of its own with nothing open when it begins. It is forked off after the modules were imported,
because importing them two dozen times would take longer than everything else.
"""

import asyncio
import json
import os
import select
import signal
import sys
import traceback
from dataclasses import dataclass
from typing import NoReturn

from bot.app import Parts, run
from bot.delivery.limits import UNLIMITED
from bot.faults import Moment
from bot.settings import load_settings
from tests.journeys.remembered import SOURCES

_LOOK_SECONDS = 0.02


@dataclass(slots=True)
class Death:
    """Comes at the n-th time of a moment; without a moment never."""

    moment: str | None = None
    times: int = 1

    async def reached(self, moment: Moment) -> None:
        if moment == self.moment:
            self.times -= 1
            if self.times == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Until standard input ends; whatever lives then is killed."""
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            _live(Death(**json.loads(line)))
        print(f"born {child}", flush=True)
        print(f"ended {_end_of(child)}", flush=True)


def _live(death: Death) -> NoReturn:
    """Does not return into the parent's loop, whatever happens."""
    code = 0
    try:
        parts = Parts(limits=UNLIMITED, reached=death.reached, sources=SOURCES)
        asyncio.run(run(load_settings(os.environ), parts=parts))
    except BaseException:
        traceback.print_exc()
        code = 1
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end_of(child: int) -> int:
    """What it ended with (negative: a signal)."""
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if select.select([sys.stdin], [], [], _LOOK_SECONDS)[0]:  # between two plans that is its end
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
