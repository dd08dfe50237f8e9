"""Where somebody in danger is, in their own words: what names a place, and what is a whole sentence without one."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.rules.phrases import Phrases, fold, has
from bot.rules.plain_text import one_line
from intents.language import amount

Slots = Callable[[str], Mapping[str, str]]
"""Words to the places, names and numbers in them."""

_PLACE = frozenset({"area", "building", "floor", "line", "unit"})
_LIFT = "emergency.elevator"
_LONGEST_PLACE = 80
_PLACES = 3
_AND = " / "
_LONGEST_ANSWER = 60.0
"""In Latin letters: whoever writes more tells a story."""
_PHONE = re.compile(r"\+?\d[\d\s().-]{6,}\d")
_QUESTION = frozenset("?？")
_DIGIT = re.compile(r"\d")
_NUMBER = r"(?<!\d)\d++\s*+"


def tells_place(text: str, kind: str, phrases: Phrases, slots: Slots, *, asked: bool) -> bool:
    """Whether words tell where the writer is. A door that does not open is no place, nor the lift that they are
    trapped in, unless which one is said. `asked`: to somebody who was asked for it, "104, car 2" answers."""
    trapped = kind == _LIFT
    if trapped and _numbered(phrases("lift-number")).search(text):
        return True
    idle = (*phrases("no-place"), *(phrases("lift-itself") if trapped else ()))
    rest = _without(text, idle)
    if slots(rest).keys() & _PLACE:
        return True
    if not asked or amount(text) > _LONGEST_ANSWER or _QUESTION & set(text):
        return False
    if has(fold(text), phrases("no-answer-where")) or _is_sentence(text, phrases):
        return False
    numbers = _numbered(phrases("no-place-number")).sub(" ", _PHONE.sub(" ", text))
    return bool(_DIGIT.search(numbers)) or has(fold(rest), phrases("where-anywhere"))


def details_of(known: Mapping[str, Any], told: Mapping[str, str], text: str, *, place: bool) -> dict[str, Any]:
    """What is known of an emergency with what one more message tells: the latest home and number count, and every word
    of a place is kept as it was said ("lift 2", "on the stairs")."""
    details = {**known, **told}
    if place:
        said = [*filter(None, str(known.get("where") or "").split(_AND)), one_line(text, _LONGEST_PLACE)]
        details["where"] = _AND.join(list(dict.fromkeys(said))[-_PLACES:])
    return details


def _is_sentence(text: str, phrases: Phrases) -> bool:
    """Whether it ends like a sentence about something else than where somebody is ("…이에요", "…에 있어요")."""
    said = fold(text)
    is_there = next((end for end in map(fold, phrases("is-there")) if said.endswith(end)), "")
    return not is_there and said.endswith(tuple(map(fold, phrases("sentence-end"))))


def _numbered(known: Sequence[str]) -> re.Pattern[str]:
    """Phrases in which a star stands for a number; one is tried from its first digit on only, and taken whole."""
    forms = (r"\s*".join(map(re.escape, phrase.split())).replace(r"\*", _NUMBER) for phrase in known)
    return re.compile("|".join(sorted(forms, key=len, reverse=True)), re.IGNORECASE)


def _without(text: str, idle: Sequence[str]) -> str:
    """The text without such words, the longest first."""
    longest_first = sorted(idle, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), " ", text, flags=re.IGNORECASE)
