"""Typed answers where a button would do: people type "네" or "2" instead of tapping (facts: it must not hang)."""

from collections.abc import Sequence
from enum import StrEnum

from bot.rules.phrases import Phrases, fold, made_of


class Reply(StrEnum):
    """The value is a kind of phrases."""

    YES = "yes"
    NO = "no"
    CANCEL = "cancel"
    SKIP = "skip"
    NONE = "none"
    DONE = "done"
    DONT_SUBMIT = "dont-submit"
    WAIT = "wait"
    MISTAKEN = "mistaken"


_POLITE = ("courtesy", "thanks", "beside-thanks")
"""What may stand beside a reply and changes nothing."""


def short_reply(text: str, phrases: Phrases, *, among: Sequence[Reply]) -> Reply | None:
    """Which of the expected replies the whole message is, the first of `among` that fits, perhaps said twice and with
    thanks ("네 접수해 주세요 감사합니다"); None for anything longer."""
    folded = fold(text)
    if not folded:
        return None
    exact = next((reply for reply in among if folded in map(fold, phrases(reply.value))), None)
    return exact or next((reply for reply in among if _is_made_of(folded, phrases, (reply,), reply)), None)


def summary_reply(text: str, phrases: Phrases) -> Reply | None:
    """What a whole message under the summary says, noes and second thoughts before a yes."""
    folded = fold(text)
    among = (Reply.YES, Reply.NO, Reply.DONT_SUBMIT, Reply.WAIT, Reply.MISTAKEN)
    firm = (Reply.WAIT, Reply.DONT_SUBMIT, Reply.MISTAKEN)
    return next((reply for reply in firm if _is_made_of(folded, phrases, among, reply)), None)


def gives_up(text: str, phrases: Phrases) -> bool:
    """Whether a message is nothing but noes, one of which calls it off: "아니 됐어요 취소할게요"."""
    return _is_made_of(fold(text), phrases, (Reply.NO, Reply.CANCEL), Reply.CANCEL)


def is_only(text: str, phrases: Phrases, among: Sequence[Reply]) -> bool:
    """Whether a message is nothing but such replies one after another ("네 꼭 부탁드려요")."""
    folded = fold(text)
    return any(_is_made_of(folded, phrases, among, reply) for reply in among)


def _is_made_of(folded: str, phrases: Phrases, among: Sequence[Reply], needed: Reply) -> bool:
    parts = {kind: phrases(kind) for kind in (*(reply.value for reply in among), *_POLITE)}
    return made_of(folded, parts, {needed.value})


def chosen_number(text: str, count: int, phrases: Phrases) -> int | None:
    """The number that the whole message is, bare or in a phrase of the catalogues ("number *"), as an index from 0
    when there are so many choices."""
    said = fold(text)
    patterns = ("*", *phrases("number"))
    for index in range(count):
        if said in {fold(pattern.replace("*", str(index + 1))) for pattern in patterns}:
            return index
    return None
