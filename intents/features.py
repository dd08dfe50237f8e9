"""A message as the model sees it: reading chosen, tokens per language, concepts, blocks of grams."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from zlib import crc32

import numpy as np
import numpy.typing as npt

from intents.language import LANGUAGES, Blocks, Language
from intents.lexicon import Hit, Lexicon

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.uint32]

CONCEPT_SIGN = "@"
CONCEPT_WEIGHT = 0.25
"""How much the concepts count beside the letters, which count 1 (measured on messages of writers that neither examples
nor lexicon were written after: 0 and 0.5 lose one to two points, 1 loses five)."""
_NOWHERE = -1
_MOST_TOKENS = 400
_MOST_CONCEPTS = 14


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one language in a text, with the span of characters of each."""

    language: Language
    tokens: list[str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A cleaned text, its tokens by language, and the concepts in it."""

    text: str
    lines: tuple[Line, ...]
    hits: tuple[Hit, ...]


def read(text: str, lexicon: Lexicon | None, snap: Callable[[str], str]) -> Reading:
    """Take a cleaned text apart. `snap` gives a misspelt word its known spelling, other words themselves. Without a
    lexicon no concepts are looked for."""
    lines = []
    hits: list[Hit] = []
    for language in LANGUAGES.values():
        found = language.tokens(text)
        if len(found) > _MOST_TOKENS:
            found = found[: _MOST_TOKENS * 3 // 4] + found[-_MOST_TOKENS // 4 :]
        if not found:
            continue
        tokens = [snap(token) if language.spelt else token for token, _, _ in found]
        line = Line(language, tokens, [(start, end) for _, start, end in found])
        lines.append(line)
        if lexicon is not None:
            hits += lexicon.find(language, tokens, line.spans)
    return Reading(text, tuple(lines), tuple(hits))


def shares(reading: Reading) -> dict[str, float]:
    """The share of each language in the letters of a reading, by its code; together 1, or 0 without any letters."""
    letters = {line.language.code: line.language.letters(reading.text) for line in reading.lines}
    total = sum(letters.values()) or 1
    return {code: count / total for code, count in letters.items()}


def blocks(reading: Reading) -> Blocks:
    """Blocks of (weight, grams): those of each language by its share of the letters, and the concepts."""
    share_of = shares(reading)
    result: list[tuple[float, list[str]]] = []
    for line in reading.lines:
        share = math.sqrt(share_of[line.language.code])
        result += [(share * weight, grams) for weight, grams in line.language.grams(line.tokens)]
    concepts = list(dict.fromkeys(hit.concept for hit in reading.hits))[:_MOST_CONCEPTS]
    if concepts:
        pairs = [f"{CONCEPT_SIGN}{a}+{b}" for a, b in combinations(sorted(concepts), 2)]
        result.append((CONCEPT_WEIGHT, [f"{CONCEPT_SIGN}{concept}" for concept in concepts] + pairs))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Bag:
    """The distinct grams of one or several texts, block after block: their numbers, damped counts, and which are
    concepts.

    `sizes`, `weights` and `owners` (the text that it belongs to) are those of the blocks. Grams are known by their
    CRC-32 alone: a table of numbers takes a twentieth of the memory of a table of strings, and two grams of a hundred
    thousand meet about once."""

    grams: tuple[str, ...]
    numbers: Numbers
    damped: Floats
    concepts: npt.NDArray[np.bool_]
    sizes: npt.NDArray[np.intp]
    weights: Floats
    owners: npt.NDArray[np.intp]

    def texts(self) -> npt.NDArray[np.intp]:
        """The text of every gram."""
        return np.repeat(self.owners, self.sizes)


def bag(texts: Sequence[Blocks]) -> Bag:
    """Count the grams of each block of each text."""
    counted = [(owner, weight, Counter(grams)) for owner, found in enumerate(texts) for weight, grams in found if grams]
    grams = tuple(chain.from_iterable(counts for _, _, counts in counted))
    counts = list(chain.from_iterable(counts.values() for _, _, counts in counted))
    return Bag(
        grams=grams,
        numbers=numbers_of(grams),
        damped=(1.0 + np.log(np.array(counts, dtype=np.float32))).astype(np.float32),
        concepts=np.fromiter((gram[0] == CONCEPT_SIGN for gram in grams), dtype=np.bool_, count=len(grams)),
        sizes=np.array([len(counts) for _, _, counts in counted], dtype=np.intp),
        weights=np.array([weight for _, weight, _ in counted], dtype=np.float32),
        owners=np.array([owner for owner, _, _ in counted], dtype=np.intp),
    )


def numbers_of(grams: Sequence[str]) -> Numbers:
    """The CRC-32 of each gram, the same on every machine."""
    return np.fromiter(map(crc32, map(str.encode, grams)), dtype=np.uint32, count=len(grams))


class GramTable:
    """Numbers of grams and the row of each, found at once: an open-addressed table, twice as large at least."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        size = 1 << max(4, (2 * len(numbers)).bit_length())
        self._mask = np.uint32(size - 1)
        self._rows = np.full(size, _NOWHERE, dtype=np.int32)
        waiting = np.arange(len(numbers), dtype=np.int32)
        slots = numbers & self._mask
        while len(waiting):
            free = self._rows[slots] == _NOWHERE
            self._rows[slots[free]] = waiting[free]
            # Of several that wanted the same slot one is in it now.
            out = self._rows[slots] != waiting
            waiting, slots = waiting[out], (slots[out] + np.uint32(1)) & self._mask

    def __len__(self) -> int:
        return len(self.numbers)

    def rows(self, numbers: Numbers) -> Places:
        """The row of each number, -1 where it is unknown."""
        if not len(self.numbers):
            return np.full(len(numbers), _NOWHERE, dtype=np.int64)
        slots = numbers & self._mask
        found: Places = self._rows[slots].astype(np.int64)
        # Few slots are taken by another number: only for those the next slot is looked at.
        other = np.flatnonzero((self.numbers[found] != numbers) & (found != _NOWHERE))
        while len(other):
            slots[other] = (slots[other] + np.uint32(1)) & self._mask
            found[other] = self._rows[slots[other]]
            other = other[(self.numbers[found[other]] != numbers[other]) & (found[other] != _NOWHERE)]
        return found


def weighted(found: Bag, rows: Places, rarity: Floats) -> tuple[Places, Floats]:
    """Rows and values of the known grams: damped count times rarity, each block scaled to its weight."""
    is_known = rows != _NOWHERE
    if not is_known.any():
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    values = found.damped * rarity[rows] * is_known
    begins = np.cumsum(found.sizes) - found.sizes
    lengths = np.sqrt(np.add.reduceat(values * values, begins))
    scales = np.divide(found.weights, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    values *= np.repeat(scales, found.sizes)
    return rows[is_known], values[is_known].astype(np.float32, copy=False)


def known(found: Bag, is_known: npt.NDArray[np.bool_]) -> float:
    """The share of the grams, concepts apart, that are known; 0 for a text without any."""
    letters = ~found.concepts
    total = int(letters.sum())
    return float((is_known & letters).sum()) / total if total else 0.0
