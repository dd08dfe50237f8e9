"""Several wishes in one message: its clauses are read one by one, and those that are clear on their own count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from intents import decide, features, language
from intents.features import Reading
from intents.lexicon import Lexicon
from intents.result import OUT_OF_SCOPE, Candidate

if TYPE_CHECKING:
    from intents.recognise import Recogniser

_END = re.compile(r"[.!?;~\n]+\s*|,\s+")
_LEAST = 0.05
"""So likely must the whole message make a second wish, unless a clause is beyond doubt."""
_MOST = 6
_SHORTEST = 4
_CLEAR = 0.97
_SUPPORTED = 0.5


def find(recogniser: Recogniser, reading: Reading, ranked: Sequence[Candidate], alarmed: bool) -> tuple[str, ...]:
    """The best intent of the whole, then every other that a clause states clearly, in the order of the message."""
    best = ranked[0].intent
    parts = list(clauses(reading.text, recogniser.lexicon))
    if len(parts) < 2:
        return (best,)
    likely = {candidate.intent for candidate in ranked[1:4] if candidate.score >= _LEAST}
    found = [best]
    for intent, chance in _read(recogniser, parts[:_MOST]):
        enough = _SUPPORTED if intent in likely else _CLEAR
        if intent == OUT_OF_SCOPE or chance < enough or any(related(intent, other) for other in found):
            continue
        # What the gate has weighed and found harmless is no wish either.
        if alarmed or not recogniser.is_emergency(intent):
            found.append(intent)
    return tuple(found)


def related(one: str, other: str) -> bool:
    """True for the same id, or a parent and its child."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def clauses(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The text cut at sentence ends and at joining words, without pieces too short to mean anything."""
    for sentence in _END.split(text):
        current: list[str] = []
        for word in sentence.split():
            current.append(word)
            if _joins(word, lexicon):
                yield from _long_enough(current)
                current = []
        yield from _long_enough(current)


def _long_enough(words: list[str]) -> Iterator[str]:
    piece = " ".join(words)
    if sum(map(str.isalnum, piece)) >= _SHORTEST:
        yield piece


def _joins(word: str, lexicon: Lexicon) -> bool:
    return any(
        word in found if language.LANGUAGES[code].spelt else word.endswith(tuple(found))
        for code, found in lexicon.joiners.items()
    )


def _read(recogniser: Recogniser, parts: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The likeliest intent of each clause with its probability. Letters are enough for a clause, and half the work."""
    readings = [features.read(part, None, str) for part in parts]
    for logits in recogniser.model.logits(readings):
        chance = decide.chances(logits)
        best = int(chance.argmax())
        yield recogniser.model.labels[best], float(chance[best])
