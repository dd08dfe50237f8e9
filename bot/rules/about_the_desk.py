"""Questions and wishes about whoever answers: is this a person, and a word for the head of the office."""

from bot.rules.phrases import Phrases, fold, made_of


def asks_who_answers(text: str, phrases: Phrases) -> bool:
    """Nothing but "are you a bot?"."""
    return _is_made_of(text, phrases, {"are-you"}, "beside-are-you")


def wants_head_told(text: str, phrases: Phrases) -> bool:
    """Nothing but "tell the manager": only a person can."""
    return _is_made_of(text, phrases, {"head-of-office", "pass-on"}, "beside-pass-on")


def _is_made_of(text: str, phrases: Phrases, needed: set[str], beside: str) -> bool:
    parts = {kind: phrases(kind) for kind in (*needed, beside, "courtesy", "beside-thanks")}
    return made_of(fold(text), parts, needed)
