"""Typed answers where a button would do: people type "네" or "2" instead of tapping (facts: it must not hang)."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

_TAIL = re.compile(r"[\W_ㅎㅋㅠㅜ]+$")
"""Signs of any script, emoji, laughter and tears at the end say nothing here."""


class Reply(StrEnum):
    YES = "yes"
    NO = "no"
    CANCEL = "cancel"
    SKIP = "skip"
    NONE = "none"
    DONE = "done"


Phrases = Callable[[str], Sequence[str]]
"""A kind of reply to its phrases, in every language of the catalogues."""


def short_reply(text: str, phrases: Phrases, *, among: Sequence[Reply]) -> Reply | None:
    """Which of the expected replies the whole message is, the first of `among` that fits; None for anything longer."""
    said = _folded(text)
    if not said:
        return None
    for reply in among:
        if said in _folded_phrases(tuple(phrases(reply.value))):
            return reply
    return None


def chosen_number(text: str, count: int, phrases: Phrases) -> int | None:
    """The number that the whole message is, bare or in a phrase of the catalogues ("number *"), as an index from 0
    when there are so many choices."""
    said = _folded(text).rstrip(")")
    patterns = ("*", *phrases("number"))
    for index in range(count):
        if said in {_folded(pattern.replace("*", str(index + 1))) for pattern in patterns}:
            return index
    return None


@lru_cache(maxsize=64)
def _folded_phrases(phrases: tuple[str, ...]) -> frozenset[str]:
    """Phrases come from the catalogues: the same few lists for every message."""
    return frozenset(map(_folded, phrases))


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", _TAIL.sub("", text.strip().lower()))
