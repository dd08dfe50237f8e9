"""Fragments: where, who, since when, or hardly a word. They say nothing of their own and belong to what is asked."""

from collections.abc import Mapping, Sequence

from bot.rules.phrases import Phrases, fold, made_of, strip
from bot.rules.small_signs import sign_of
from intents.result import Decision, Match

NOT_A_MATTER = frozenset({"sticker", "contact", "dice", "poll"})
"""Kinds of media that report nothing."""

ABOUT_ONESELF = "profile.update"
"""What somebody seems to want who does no more than say where they live."""

_WHO = frozenset({"building", "unit", "name", "phone"})
_LITTLE = 4  # letters beside a place or a number, as in "102동 앞에서요"
_HARDLY_A_WORD = 2
_UNDERSTOOD = frozenset({Decision.ANSWER, Decision.CONFIRM})


def tells_details(slots: Mapping[str, str], beside: Sequence[str]) -> bool:
    """Whether a message names places, people, numbers or times and hardly anything else; `beside`: its other words."""
    return bool(slots) and _letters(beside) <= _LITTLE


def tells_who(slots: Mapping[str, str]) -> bool:
    """Whether a message names a home, a person or a number."""
    return bool(slots.keys() & _WHO)


def is_not_yet(text: str, phrases: Phrases) -> bool:
    """Whether a whole message is "not yet": what is not yet so, only the question that it answers says."""
    folded = fold(text)
    return bool(folded) and not strip(folded, phrases("not-yet"))


def tells_nothing(text: str, phrases: Phrases) -> bool:
    """Whether a whole message says nothing that a report could hold: "not yet", "I am back"."""
    folded = fold(text)
    return bool(folded) and not strip(folded, (*phrases("not-yet"), *phrases("back-again")))


def is_courtesy(text: str, phrases: Phrases) -> bool:
    """Whether a whole message thanks or takes note, perhaps with a yes: nobody owes an answer to it."""
    parts = {kind: phrases(kind) for kind in ("courtesy", "thanks", "beside-thanks", "yes")}
    return made_of(fold(text), parts, {"courtesy"})


def is_fragment(text: str, match: Match, beside: Sequence[str]) -> bool:
    """Whether a message answers nothing and asks nothing, so that what was asked before it stays open."""
    if sign_of(text) is not None:
        return True
    if not match.slots:
        return match.decision is Decision.OUT_OF_SCOPE and _letters(beside) <= _HARDLY_A_WORD
    if not beside:
        return True
    unclear = match.decision not in _UNDERSTOOD
    hesitant = match.decision is Decision.CONFIRM and match.intent == ABOUT_ONESELF
    return (unclear or hesitant) and tells_details(match.slots, beside)


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))
