"""What takes note and says nothing of the matter: "네", thanks, a sticker, "I'll send it later". It answers no question
of the staff, and opens nothing that was refused."""

import re
from collections.abc import Collection
from enum import StrEnum

from bot.rules.feedback import Reply, read_reply
from bot.rules.fragments import NOT_A_MATTER
from bot.rules.phrases import Phrases, fold, has, made_of
from bot.rules.small_signs import Sign, sign_of, weeps
from intents.language import amount

_SHORT = 40
"""Folded letters; longer messages tell a story of their own."""
_A_WORD_OR_TWO = 10.0
"""In Latin letters: "왜요?" is no objection yet."""
_NOTED = ("nod", "courtesy", "thanks")
_ACCEPTED = ("yes", *_NOTED, "resigned")
_BESIDE = ("beside-thanks", "beside-resigned")
_QUESTION = frozenset("?？")
_PAUSE = re.compile(r"[,.!?~…，。！？\n]+")


class ToRefusal(StrEnum):
    """What words say to a refusal; None where they object or tell something new."""

    ACCEPTED = "accepted"
    UNCLEAR = "unclear"


def is_mere_picture(text: str, kinds: Collection[str]) -> bool:
    """A sticker and the like, alone; a shared contact tells a number."""
    return not text.strip() and bool(kinds) and set(kinds) <= NOT_A_MATTER - {"contact"}


def leaves_waiting(text: str, kinds: Collection[str], phrases: Phrases) -> bool:
    """Whether staff who wait for the owner go on waiting: no more than a sign, a nod, thanks or a promise was given.
    "That's right" and "yes please" answer."""
    if kinds:
        return is_mere_picture(text, kinds)
    return sign_of(text) is not None or _is_made_of(fold(text), phrases, _NOTED) or _promises(text, phrases)


def to_refusal(text: str, kinds: Collection[str], phrases: Phrases) -> ToRefusal | None:
    """Whether a refusal is taken, or nobody can tell."""
    if kinds:
        return ToRefusal.ACCEPTED if is_mere_picture(text, kinds) else None
    folded = fold(text)
    if has(folded, (*phrases("objection-anywhere"), *phrases("repair-wish"))):
        return None
    sign = sign_of(text)
    if sign is not None:
        return ToRefusal.ACCEPTED if _is_kind(sign, text) else ToRefusal.UNCLEAR
    if _QUESTION & set(text):
        return ToRefusal.UNCLEAR if amount(text) <= _A_WORD_OR_TWO else None
    if _is_made_of(folded, phrases, ("wish", "urge")) or _promises(text, phrases):
        return ToRefusal.UNCLEAR
    if _is_made_of(folded, phrases, _ACCEPTED):
        return ToRefusal.ACCEPTED
    if amount(text) <= _A_WORD_OR_TWO or _is_made_of(folded, phrases, ("no",)):
        return ToRefusal.UNCLEAR
    read = read_reply(text, phrases)
    if (read is not None and read.reply is Reply.NOT_SOLVED) or _contrasts(text, phrases):
        return None
    lingers = has(folded, [phrase for kind in ("courtesy", "resigned", "thanks") for phrase in phrases(kind)])
    return ToRefusal.UNCLEAR if lingers else None


def _is_kind(sign: Sign, text: str) -> bool:
    """A thumb or laughter, and tears over a refusal; a question mark among them asks."""
    return (sign is Sign.KIND or weeps(text)) and not _QUESTION & set(text)


def _is_made_of(folded: str, phrases: Phrases, needed: Collection[str]) -> bool:
    """Whether it is nothing but such words and what stands beside them, one of these kinds among them."""
    beside = () if needed == _NOTED else _ACCEPTED
    parts = {kind: phrases(kind) for kind in dict.fromkeys((*needed, *beside, *_BESIDE))}
    return any(made_of(folded, parts, {kind}) for kind in needed)


def _contrasts(text: str, phrases: Phrases) -> bool:
    return any(word in text.lower() for word in phrases("contrast"))


def _promises(text: str, phrases: Phrases) -> bool:
    """ "I am at work, I'll send the picture tonight" and nothing that is told already."""
    if len(fold(text)) > _SHORT or _contrasts(text, phrases):
        return False
    said = [one for one in _sentences(text, phrases) if fold(one)]
    later = [one for one in said if has(fold(one), phrases("later-anywhere"))]
    return bool(later) and all(one in later or _is_made_of(fold(one), phrases, _NOTED) for one in said)


def _sentences(text: str, phrases: Phrases) -> list[str]:
    """Cut at its signs, and behind words that end a sentence where people leave the sign out."""
    ended = tuple(phrases("sentence-ending"))
    words = (f"{word}." if word.endswith(ended) else word for word in text.split())
    return _PAUSE.split(" ".join(words))
