"""The same function for several arguments, each in a process of its own where there are cores for it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def side_by_side(function: Callable[..., Result], calls: Sequence[tuple[Any, ...]]) -> list[Result]:
    """The results in the order of the calls. Arguments and results must be picklable."""
    workers = min(len(calls), os.cpu_count() or 1)
    if workers < 2:
        return [function(*call) for call in calls]
    spawn = multiprocessing.get_context("spawn")
    with _one_thread_each(), ProcessPoolExecutor(workers, mp_context=spawn) as pool:
        return [future.result() for future in [pool.submit(function, *call) for call in calls]]


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes that share the cores must not each start a thread for every core; numpy reads this when imported."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
