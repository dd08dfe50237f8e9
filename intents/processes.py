"""The same function for several arguments, each in a process of its own where there are cores for it.

Plain child processes, not the multiprocessing module: that one runs the caller's main script again in every child.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

Result = TypeVar("Result")

_ROOT = str(Path(__file__).resolve().parent.parent)
_PLENTY = 2**50
_LOOK_SECONDS = 0.5
_NO_MEMORY = 77
"""The exit code of a process that was refused memory."""
# Processes that share the cores must not each start a thread for every core.
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class ProcessError(Exception):
    """A process ended without a result; the text says how and what may help."""


def side_by_side(function: Callable[..., Result], calls: Sequence[tuple[Any, ...]], room: int = 0) -> list[Result]:
    """The results in the order of the calls. Function, arguments and results must be picklable. Each call needs `room`
    bytes of memory: where they would not fit at once, one follows the other. Raises ProcessError."""
    workers = min(len(calls), os.cpu_count() or 1, max(1, free_memory() // max(room, 1)))
    if workers < 2:
        return [function(*call) for call in calls]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda call: _elsewhere(function, call), calls))


def free_memory(root: Path = Path("/")) -> int:
    """Bytes that processes may still take: what the machine has left, at most what the container may have in all (files
    that it keeps at hand make room). Very many where nothing tells."""
    free = [_PLENTY]
    with suppress(OSError, ValueError, StopIteration):
        lines = (root / "proc/meminfo").read_text().splitlines()
        free.append(1024 * int(next(line.split()[1] for line in lines if line.startswith("MemAvailable:"))))
    with suppress(OSError, ValueError):  # of a container without a limit, "max" is no number
        free.append(int((root / "sys/fs/cgroup/memory.max").read_text()))
    return min(free)


def _elsewhere(function: Callable[..., Result], call: tuple[Any, ...]) -> Result:
    path = os.pathsep.join(filter(None, [_ROOT, os.environ.get("PYTHONPATH", "")]))
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, str(os.getpid())],
            input=pickle.dumps((function, call)),
            stdout=subprocess.PIPE,
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path},
            check=False,
        )
    except OSError as error:
        raise ProcessError(f"no process can be started ({error.strerror})") from None
    if done.returncode != 0:
        raise ProcessError(how_it_ended(done.returncode))
    result: Result = pickle.loads(done.stdout)
    return result


def how_it_ended(code: int) -> str:
    """What the exit code of a trainer tells."""
    if code == -signal.SIGKILL:
        return "the system ended a trainer, as it does when memory is short"
    if code == _NO_MEMORY:
        return "no memory was left for a trainer"
    return f"a trainer ended with exit code {code}"


def end_with(parent: int) -> None:
    """Ends this process soon after `parent`, which began it: when that is killed nobody waits for the result any more,
    and memory and cores are wanted by whoever comes next."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _serve() -> None:
    end_with(int(sys.argv[1]))
    function, call = pickle.load(sys.stdin.buffer)
    try:
        result = function(*call)
    except MemoryError:
        sys.exit(_NO_MEMORY)
    pickle.dump(result, sys.stdout.buffer)


if __name__ == "__main__":
    _serve()
