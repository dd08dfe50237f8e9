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


def gives_up(text: str, phrases: Phrases) -> bool:
    """Whether a message is nothing but noes, one of which calls it off: "아니 됐어요 취소할게요"."""
    return made_of(text, phrases, (Reply.NO, Reply.CANCEL), needed=Reply.CANCEL)


def made_of(text: str, phrases: Phrases, among: Sequence[Reply], needed: Reply | None = None) -> bool:
    """Whether a message is nothing but such replies one after another ("네 꼭 부탁드려요"), `needed` among them."""
    said = _folded(text)
    known = frozenset().union(*(_folded_phrases(tuple(phrases(reply.value))) for reply in among))
    wanted = known if needed is None else _folded_phrases(tuple(phrases(needed.value)))
    ends = {0: False}  # up to where replies reach, and whether the needed one is among them
    for start in range(len(said)):
        for phrase in known if start in ends else ():
            if phrase and said.startswith(phrase, start):
                end = _after_signs(said, start + len(phrase))
                ends[end] = ends.get(end, False) or ends[start] or phrase in wanted
    return ends.get(len(said), False)


def _after_signs(said: str, at: int) -> int:
    while at < len(said) and not said[at].isalnum():
        at += 1
    return at


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
