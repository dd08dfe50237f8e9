"""A message as the model sees it: reading chosen, tokens per language, concepts, blocks of grams."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

import numpy as np

from intents.grams import Bag, Block, Flags, Floats, Places, Run
from intents.language import LANGUAGES, Language, Token
from intents.lexicon import Hit, Lexicon

CONCEPT_SIGN = "@"
CONCEPT_WEIGHT = 0.25
"""How much the concepts count beside the letters, which count 1 (measured on messages of writers that neither examples
nor lexicon were written after: 0 and 0.5 lose one to two points, 1 loses five)."""
NOWHERE = -1
"""The row of a gram that is not known."""
_TINY = 1e-12
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
    """A cleaned text, its tokens by language, and the concepts in it.

    `shares` holds by code the share of each language in the letters; together 1, or 0 without any letters."""

    text: str
    lines: tuple[Line, ...]
    hits: tuple[Hit, ...]
    shares: Mapping[str, float]


def read(text: str, lexicon: Lexicon, snap: Callable[[str], str], parts: Callable[[str], list[str]]) -> Reading:
    """Take a cleaned text apart. `snap` gives a misspelt word its known spelling, other words themselves; `parts` gives
    the words that were written together as one, if it was several."""
    lines = []
    hits: list[Hit] = []
    for language in LANGUAGES.values():
        found = language.tokens(text)
        if len(found) > _MOST_TOKENS:
            found = found[: _MOST_TOKENS * 3 // 4] + found[-_MOST_TOKENS // 4 :]
        if not found:
            continue
        if language.spelt:
            found = [(snap(token), start, end) for word in found for token, start, end in _parted(word, parts)]
        tokens = [token for token, _, _ in found]
        line = Line(language, tokens, [(start, end) for _, start, end in found])
        lines.append(line)
        hits += lexicon.find(language, tokens, line.spans)
    return Reading(text, tuple(lines), tuple(hits), _shares(text, lines))


def _parted(word: Token, parts: Callable[[str], list[str]]) -> list[Token]:
    """The words in one, with the place of each; most often that word alone."""
    token, start, _ = word
    pieces = parts(token)
    places = accumulate(map(len, pieces), initial=start)
    return [(piece, *place) for piece, place in zip(pieces, pairwise(places), strict=True)] or [word]


def part(reading: Reading, start: int, end: int) -> Reading:
    """A stretch of a reading, without its concepts."""
    lines = []
    for line in reading.lines:
        first, after = bisect_left(line.spans, (start,)), bisect_left(line.spans, (end,))
        if first < after:
            spans = [(begin - start, stop - start) for begin, stop in line.spans[first:after]]
            lines.append(Line(line.language, line.tokens[first:after], spans))
    text = reading.text[start:end]
    return Reading(text, tuple(lines), (), _shares(text, lines))


def _shares(text: str, lines: Sequence[Line]) -> dict[str, float]:
    letters = {line.language.code: line.language.letters(text) for line in lines}
    total = sum(letters.values()) or 1
    return {code: count / total for code, count in letters.items()}


def blocks(reading: Reading) -> tuple[Block, ...]:
    """The grams of each language, weighed by its share of the letters, and the concepts."""
    result: list[Block] = []
    for line in reading.lines:
        share = math.sqrt(reading.shares[line.language.code])
        result += [Block(share * block.weight, block.runs) for block in line.language.grams(line.tokens)]
    concepts = list(dict.fromkeys(hit.concept for hit in reading.hits))[:_MOST_CONCEPTS]
    if concepts:
        pairs = [f"{a}+{b}" for a, b in combinations(sorted(concepts), 2)]
        concept_run = Run(CONCEPT_SIGN, [[concept] for concept in [*concepts, *pairs]], 1, 1)
        result.append(Block(CONCEPT_WEIGHT, (concept_run,), letters=False))
    return tuple(result)


def weighted(found: Bag, rows: Places, rarity: Floats) -> tuple[Places, Floats, Places]:
    """Rows, values and texts of the known grams: damped count times rarity, each block scaled to its weight."""
    is_known = np.flatnonzero(rows != NOWHERE)
    places, blocks = rows.take(is_known), found.blocks.take(is_known)
    values = found.damped.take(is_known) * rarity.take(places)
    lengths = np.sqrt(np.bincount(blocks, weights=values * values, minlength=len(found.weights)))
    scales = (found.weights / np.maximum(lengths, _TINY)).astype(np.float32)
    return places, values * scales.take(blocks), found.owners.take(blocks)


def known(found: Bag, is_known: Flags, text: int) -> float:
    """The share of the grams of one text, concepts apart, that are known; 0 for a text without any."""
    letters = (found.letters & (found.owners == text))[found.blocks]
    total = np.count_nonzero(letters)
    return np.count_nonzero(is_known & letters) / total if total else 0.0
