"""A message as the model sees it: reading chosen, tokens per language, concepts, blocks of grams."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

import numpy as np
import numpy.typing as npt

from intents.language import LANGUAGES, Blocks, Language
from intents.lexicon import Hit, Lexicon

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

CONCEPT_SIGN = "@"
CONCEPT_WEIGHT = 0.25
"""How much the concepts count beside the letters, which count 1 (measured on messages of writers that neither examples
nor lexicon were written after: 0 and 0.5 lose one to two points, 1 loses five)."""
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


def read(text: str, lexicon: Lexicon, snap: Callable[[str], str]) -> Reading:
    """Take a cleaned text apart. `snap` gives a misspelt word its known spelling, other words themselves."""
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
    """The distinct grams of a message, block after block: their numbers, damped counts, and which are concepts.

    `sizes` and `weights` are those of the blocks. Grams are known by their CRC-32 alone: a table of numbers takes a
    twentieth of the memory of a table of strings, and two grams of a hundred thousand meet about once."""

    grams: tuple[str, ...]
    numbers: npt.NDArray[np.uint32]
    damped: Floats
    concepts: npt.NDArray[np.bool_]
    sizes: npt.NDArray[np.intp]
    weights: Floats


def bag(found: Blocks) -> Bag:
    """Count the grams of each block."""
    counted = [(weight, Counter(grams)) for weight, grams in found if grams]
    grams = tuple(gram for _, counts in counted for gram in counts)
    counts = [count for _, counts in counted for count in counts.values()]
    return Bag(
        grams=grams,
        numbers=numbers_of(grams),
        damped=(1.0 + np.log(np.array(counts, dtype=np.float32))).astype(np.float32),
        concepts=np.array([gram[0] == CONCEPT_SIGN for gram in grams], dtype=np.bool_),
        sizes=np.array([len(counts) for _, counts in counted], dtype=np.intp),
        weights=np.array([weight for weight, _ in counted], dtype=np.float32),
    )


def numbers_of(grams: Sequence[str]) -> npt.NDArray[np.uint32]:
    """The CRC-32 of each gram, the same on every machine."""
    return np.array([crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams], dtype=np.uint32)


def places_of(numbers: npt.NDArray[np.uint32], table: npt.NDArray[np.uint32]) -> tuple[Places, npt.NDArray[np.bool_]]:
    """Where the numbers stand in a sorted table, and which of them do."""
    places = np.searchsorted(table, numbers)
    np.minimum(places, len(table) - 1, out=places)
    return places, table[places] == numbers


def weighted(found: Bag, table: npt.NDArray[np.uint32], rarity: Floats) -> tuple[Places, Floats]:
    """Places in the table and values of the known grams: damped count times rarity, each block scaled to its weight."""
    if not len(found.numbers) or not len(table):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    places, is_known = places_of(found.numbers, table)
    values = found.damped * rarity[places] * is_known
    begins = np.cumsum(found.sizes) - found.sizes
    lengths = np.sqrt(np.add.reduceat(values * values, begins))
    scales = np.divide(found.weights, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    values *= np.repeat(scales, found.sizes)
    return places[is_known], values[is_known].astype(np.float32, copy=False)


def known(found: Bag, is_known: npt.NDArray[np.bool_]) -> float:
    """The share of the grams, concepts apart, that are known; 0 for a text without any."""
    letters = ~found.concepts
    total = int(letters.sum())
    return float((is_known & letters).sum()) / total if total else 0.0
