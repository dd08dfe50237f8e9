"""What is written where something else was asked: more about the matter, a matter of its own, or neither."""

from collections.abc import Sequence

from bot.rules.small_signs import sign_of
from intents.language import amount
from intents.result import Decision, Match

_CLEAR = 0.8
"""The share from which on a reading counts, sure or to be confirmed: the owner sees it again in the summary."""
_SURE = 0.8
"""So sure a reading must be where another matter is being told: a place or a detail reads like many a question."""
_BEYOND_DOUBT = 0.97
"""So sure a sentence is of a matter of its own, whatever stood before it."""
_A_WORD_OR_TWO = 10.0
"""In Latin letters: less beside an address or a number tells nothing."""
_POLITE = frozenset({"greeting", "thanks", "profile.update"})
_UNDERSTOOD = frozenset({Decision.ANSWER, Decision.CONFIRM})


def is_other_matter(intent: str, match: Match) -> bool:
    """Whether a message is clearly about something else than `intent`; parent and child are one family."""
    if intent in match.wishes or related(match.intent, intent):
        return False
    return is_surely_read(match) or is_clear(match)


def is_surely_read(match: Match) -> bool:
    """Whether a reading without danger holds in the middle of something else."""
    return match.decision is Decision.ANSWER and match.emergency is None and match.score >= _SURE


def is_clear(match: Match) -> bool:
    """Whether a reading that may have to be confirmed is clear enough where the summary shows it again."""
    likely = match.candidates[0].score if match.candidates else 0.0
    return match.decision in _UNDERSTOOD and likely >= _CLEAR


def is_beyond_doubt(match: Match) -> bool:
    """Whether a reading holds whatever else was told."""
    return match.decision is Decision.ANSWER and bool(match.candidates) and match.candidates[0].score >= _BEYOND_DOUBT


def related(one: str, other: str) -> bool:
    """The same matter, or a special case of it."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def tells_more(text: str, match: Match | None, beside: Sequence[str], *, answered: bool) -> bool:
    """Whether words belong to the report although a detail had been asked for. `beside`: what stands there beside
    addresses, names and numbers; `answered`: the detail was told too, so that what frames it is no news."""
    if match is None or sign_of(text) is not None or amount(" ".join(beside)) <= _A_WORD_OR_TWO:
        return False
    if match.decision in _UNDERSTOOD and match.intent in _POLITE:
        return False
    return not answered or (match.decision in _UNDERSTOOD and "." in match.intent)
