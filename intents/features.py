"""A message as the model sees it: reading chosen, tokens per language, concepts, blocks of grams."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from intents.language import LANGUAGES, Blocks, Language
from intents.lexicon import Hit, Lexicon

CONCEPT_WEIGHT = 0.5
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


def blocks(reading: Reading) -> Blocks:
    """Blocks of (weight, grams): those of each language by its share of the letters, and the concepts."""
    letters = {line.language.code: line.language.letters(reading.text) for line in reading.lines}
    total = sum(letters.values()) or 1
    result: list[tuple[float, list[str]]] = []
    for line in reading.lines:
        share = math.sqrt(letters[line.language.code] / total)
        result += [(share * weight, grams) for weight, grams in line.language.grams(line.tokens)]
    concepts = list(dict.fromkeys(hit.concept for hit in reading.hits))[:_MOST_CONCEPTS]
    if concepts:
        pairs = [f"@{a}+{b}" for a, b in combinations(sorted(concepts), 2)]
        result.append((CONCEPT_WEIGHT, [f"@{concept}" for concept in concepts] + pairs))
    return tuple(result)


def weighted(found: Blocks, columns: Mapping[str, int], rarity: Mapping[int, float] | list[float]) -> Iterator[tuple[int, float]]:
    """(column, value) of every known gram: damped count times rarity, each block scaled to its weight."""
    for weight, grams in found:
        values = []
        for gram, count in Counter(grams).items():
            column = columns.get(gram)
            if column is not None:
                values.append((column, (1.0 + math.log(count)) * rarity[column]))
        length = math.sqrt(sum(value * value for _, value in values))
        if length:
            scale = weight / length
            for column, value in values:
                yield column, value * scale
