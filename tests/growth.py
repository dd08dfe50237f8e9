"""How the time of a piece of work (of the processor, not of the wall) grows with what it is given."""

import time
from collections.abc import Callable

_TIMES = 3
_UNMEASURABLE = 0.1
"""Seconds in which a machine with other work may differ from itself; a square takes many of them."""
_QUADRUPLE = 9
"""Between four and sixteen: nearer to what grows with the length than to what grows with its square."""


def grows_with_length(work: Callable[[str], object], short: str, four_times_as_long: str) -> bool:
    """Whether the time grows with the length of the text, and not with its square."""
    little, much = (min(_taken(work, text) for _ in range(_TIMES)) for text in (short, four_times_as_long))
    return much < _QUADRUPLE * little + _UNMEASURABLE


def _taken(work: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    work(text)
    return time.thread_time() - started
