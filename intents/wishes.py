"""Several wishes in one message: its clauses are read one by one, and those that are clear on their own count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from intents import decide, features
from intents.decide import Floats
from intents.features import Reading
from intents.lexicon import Lexicon, shipped_lexicon
from intents.result import OUT_OF_SCOPE, Candidate

if TYPE_CHECKING:
    from intents.recognise import Recogniser

_END = re.compile(r"[.!?;~\n]+\s*|,\s+")
_WORD = re.compile(r"\S+")
_LEAST = 0.05
"""So likely must the whole message make a second wish, unless a clause is beyond doubt."""
_MOST = 6
_SHORTEST = 4
_CLEAR = 0.97
_SUPPORTED = 0.5


def clauses(reading: Reading, lexicon: Lexicon) -> list[Reading]:
    """The clauses of a message that has several. Their letters are enough, and half the work."""
    spans = list(_spans(reading.text, lexicon))
    return [features.part(reading, start, end) for start, end in spans[:_MOST]] if len(spans) > 1 else []


def find(recogniser: Recogniser, asked: Floats, ranked: Sequence[Candidate], alarmed: bool) -> tuple[str, ...]:
    """The best intent of the whole, then every other that a clause states clearly, in the order of the message.
    `asked` holds the logits of the clauses."""
    likely = {candidate.intent for candidate in ranked[1:4] if candidate.score >= _LEAST}
    found = [ranked[0].intent]
    for logits in asked:
        chance = decide.chances(logits)
        best = int(chance.argmax())
        intent = recogniser.model.labels[best]
        enough = _SUPPORTED if intent in likely else _CLEAR
        if intent == OUT_OF_SCOPE or chance[best] < enough or any(related(intent, other) for other in found):
            continue
        # What the gate has weighed and found harmless is no wish either.
        if alarmed or not recogniser.is_emergency(intent):
            found.append(intent)
    return tuple(found)


def begins_another(text: str) -> bool:
    """Whether it begins with a word behind which another wish may come: "and also", "그리고"."""
    said = text.strip().lower()
    lexicon = shipped_lexicon()
    if said.startswith(tuple(end for end in lexicon.joining_ends if len(end) > 1)):
        return True
    return any(re.match(rf"{re.escape(word)}\b", said) for word in lexicon.joining_words)


def related(one: str, other: str) -> bool:
    """True for the same id, or a parent and its child."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _spans(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The text cut at sentence ends and at joining words, without pieces too short to mean anything."""
    for start, end in _sentences(text):
        begin = start
        for word in _WORD.finditer(text, start, end):
            joins = word[0] in lexicon.joining_words or word[0].endswith(lexicon.joining_ends)
            if joins or word.end() == end:
                if sum(map(str.isalnum, text[begin : word.end()])) >= _SHORTEST:
                    yield begin, word.end()
                begin = word.end()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for ending in _END.finditer(text):
        yield start, ending.start()
        start = ending.end()
    yield start, len(text)
