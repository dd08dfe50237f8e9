"""Words that tell unasked that something has come right: "it works now, thanks", "이제 안 새요"."""

import re

from bot.rules.feedback import Reply, read_reply
from bot.rules.intake_replies import is_over_by_itself
from bot.rules.phrases import Phrases, fold, has, made_of
from bot.rules.waiting_words import asks_anything, comes_again

_MERELY = ("content", "fine", "yes", "no", "cancel", "courtesy", "thanks", "beside-thanks")
"""Of such words alone only a question says what they are about."""
_WORDS = re.compile(r"[\w']+")


def says_solved(text: str, phrases: Phrases) -> bool:
    """Whether a whole message tells that it is solved, in words that no question need have asked for: here and now, and
    neither as a condition nor from hearsay."""
    if not text or _tells_too_little(text, phrases) or _is_of_something_else(text, phrases):
        return False
    typed = read_reply(text, phrases)
    return typed is not None and typed.reply is Reply.SOLVED


def seems_solved(text: str, phrases: Phrases) -> bool:
    """Whether it is nothing but "it comes out now", "it moves": good news, unless it reports just that."""
    return bool(text) and not _tells_too_little(text, phrases) and is_over_by_itself(text, phrases)


def tells_of_change(text: str, phrases: Phrases) -> bool:
    """Whether it was otherwise before: "it comes out *now*"."""
    return has(fold(text), phrases("changed-anywhere"))


def _is_of_something_else(text: str, phrases: Phrases) -> bool:
    """Whether it asks in the end, waits for it, tells what somebody said, or means another home, time or part."""
    words = _WORDS.findall(text.lower().replace("’", "'"))
    said = f" {' '.join(words)} "
    folded = fold(text)
    named = phrases("solved-elsewhere-anywhere")
    return any(phrase in said if phrase.isascii() else fold(phrase) in folded for phrase in named)


def _tells_too_little(text: str, phrases: Phrases) -> bool:
    merely = {kind: phrases(kind) for kind in _MERELY}
    return made_of(fold(text), merely, ()) or asks_anything(text, phrases) or comes_again(text, phrases)
