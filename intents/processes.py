"""The same function for several arguments, each in a process of its own where there are cores for it.

Plain child processes, not the multiprocessing module: that one runs the caller's main script again in every child.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")

_ROOT = str(Path(__file__).resolve().parent.parent)
# Processes that share the cores must not each start a thread for every core.
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def side_by_side(function: Callable[..., Result], calls: Sequence[tuple[Any, ...]]) -> list[Result]:
    """The results in the order of the calls. Function, arguments and results must be picklable."""
    workers = min(len(calls), os.cpu_count() or 1)
    if workers < 2:
        return [function(*call) for call in calls]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda call: _elsewhere(function, call), calls))


def _elsewhere(function: Callable[..., Result], call: tuple[Any, ...]) -> Result:
    path = os.pathsep.join(filter(None, [_ROOT, os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=pickle.dumps((function, call)),
        stdout=subprocess.PIPE,
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": path},
        check=True,
    )
    result: Result = pickle.loads(done.stdout)
    return result


def _serve() -> None:
    function, call = pickle.load(sys.stdin.buffer)
    pickle.dump(function(*call), sys.stdout.buffer)


if __name__ == "__main__":
    _serve()
