"""How the time of a piece of work grows with what it is given; compared with itself, since machines differ."""

import time
from collections.abc import Callable

_TIMES = 3
_UNMEASURABLE = 0.02
_QUADRUPLE = 9
"""Between four and sixteen: nearer to what grows with the length than to what grows with its square."""


def grows_with_length(work: Callable[[str], object], short: str, four_times_as_long: str) -> bool:
    """Whether the time grows with the length of the text, and not with its square."""
    little, much = (min(_taken(work, text) for _ in range(_TIMES)) for text in (short, four_times_as_long))
    return much < _QUADRUPLE * little + _UNMEASURABLE


def _taken(work: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    work(text)
    return time.perf_counter() - started
