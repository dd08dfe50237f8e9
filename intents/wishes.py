"""Several wishes in one message: its clauses are read one by one, and those that are clear on their own count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intents import features, language
from intents.features import Reading
from intents.result import OUT_OF_SCOPE

if TYPE_CHECKING:
    from intents.recognise import Recogniser

_END = re.compile(r"[.!?;~\n]+\s*|,\s+")
_MOST = 6
_SHORTEST = 4
_CLEAR = 0.8


def find(recogniser: Recogniser, reading: Reading, best: str) -> tuple[str, ...]:
    """The best intent of the whole and every other that a clause states clearly, in the order of the message."""
    parts = clauses(reading.text, recogniser)
    if len(parts) < 2:
        return (best,)
    found: list[str] = []
    for part in parts[:_MOST]:
        intent, sure = recogniser.sure(features.read(part, recogniser.lexicon, lambda word: word))
        if sure >= _CLEAR and intent not in found and intent != OUT_OF_SCOPE and not related(intent, best):
            found.append(intent)
    return (best, *found)


def related(one: str, other: str) -> bool:
    """True for the same id, or a parent and its child."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def clauses(text: str, recogniser: Recogniser) -> list[str]:
    """The text cut at sentence ends and after or at joining words, without pieces too short to mean anything."""
    pieces: list[str] = []
    for sentence in _END.split(text):
        current: list[str] = []
        for word in sentence.split():
            if _joins(word, recogniser):
                if not language.LANGUAGES or not word.isascii():
                    current.append(word)
                pieces.append(" ".join(current))
                current = []
            else:
                current.append(word)
        pieces.append(" ".join(current))
    return [piece for piece in pieces if sum(map(str.isalnum, piece)) >= _SHORTEST]


def _joins(word: str, recogniser: Recogniser) -> bool:
    joiners = recogniser.lexicon.joiners
    return any(
        word in found if language.LANGUAGES[code].spelt else word.endswith(tuple(found))
        for code, found in joiners.items()
    )
