"""A message as the model sees it: reading chosen, tokens per language, concepts, blocks of grams."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations, repeat

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
_UNKNOWN = -1
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


def weighted(found: Blocks, columns: Mapping[str, int], rarity: Floats) -> tuple[Places, Floats]:
    """Columns and values of the known grams: damped count times rarity, each block scaled to its weight."""
    blocks_of = [(weight, Counter(grams)) for weight, grams in found]
    get = columns.get
    places = [place for _, counts in blocks_of for place in map(get, counts, repeat(_UNKNOWN))]
    counted = [count for _, counts in blocks_of for count in counts.values()]
    at = np.array(places, dtype=np.int64)
    values = (1.0 + np.log(np.array(counted, dtype=np.float32))) * rarity[at]
    values[at == _UNKNOWN] = 0.0
    start = 0
    for weight, counts in blocks_of:
        block = values[start : start + len(counts)]
        length = math.sqrt(float(block @ block))
        if length:
            block *= weight / length
        start += len(counts)
    known_only = at != _UNKNOWN
    return at[known_only], values[known_only].astype(np.float32, copy=False)


def known(found: Blocks, knows: Callable[[str], bool]) -> float:
    """The share of the distinct grams, concepts apart, that are known; 0 for a text without any."""
    grams = {gram for _, block in found if block and block[0][0] != CONCEPT_SIGN for gram in block}
    return sum(map(knows, grams)) / len(grams) if grams else 0.0
