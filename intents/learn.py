"""A catalogue -> a trained `Model`. Only imported when there are no cached weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from intents import features, language
from intents.calibrate import Sample, calibrate
from intents.catalogue import Catalogue
from intents.emergency import evidence
from intents.features import Reading
from intents.language import Blocks
from intents.lexicon import Lexicon
from intents.model import Model
from intents.result import OUT_OF_SCOPE
from intents.train import Sparse, fit, primal, similarity

RIDGE = 0.1
_STEPS = 30


def learn(catalogue: Catalogue, lexicon: Lexicon) -> Model:
    """Train and calibrate. Seconds for some thousand examples; the same catalogue gives the same model."""
    texts, labels, names = _examples(catalogue)
    readings = [features.read(next(language.readings(text)), lexicon, lambda word: word) for text in texts]
    found = [features.blocks(reading) for reading in readings]
    columns, rarity, frequency = _vocabulary(found, labels, len(names))
    rows = _rows(found, columns, rarity)
    kernel = similarity(rows)
    numbers = np.array(labels, dtype=np.int64)
    dual, bias = fit(kernel, numbers, len(names), RIDGE, _STEPS)
    sample = Sample(
        kernel=kernel,
        labels=numbers,
        names=names,
        known=[_known(blocks, columns, frequency) for blocks in found],
        evidence=[evidence(reading, lexicon) for reading in readings],
        emergencies=frozenset(i.id for i in catalogue.intents.values() if i.kind == "emergency"),
    )
    return Model(
        labels=names,
        columns=columns,
        rarity=rarity,
        weights=primal(rows, dual).astype(np.float16),
        bias=bias,
        words=_words(readings),
        calibration=calibrate(sample, RIDGE),
    )


def _examples(catalogue: Catalogue) -> tuple[list[str], list[int], tuple[str, ...]]:
    """Examples and titles with label numbers; the title of an intent is one more example of it."""
    intents = [intent for intent in catalogue.intents.values() if any(intent.examples.values())]
    texts, labels = [], []
    for number, intent in enumerate(intents):
        for code, examples in intent.examples.items():
            title = [intent.titles[code]] if code in intent.titles and intent.id != OUT_OF_SCOPE else []
            texts += [*examples, *title]
            labels += [number] * (len(examples) + len(title))
    return texts, labels, tuple(intent.id for intent in intents)


def _vocabulary(found: Sequence[Blocks], labels: Sequence[int], classes: int) -> tuple[dict[str, int], list[float], list[int]]:
    """Columns of grams, their rarity over intents (not examples), and in how many examples each stands."""
    columns: dict[str, int] = {}
    seen: list[set[int]] = []
    frequency: list[int] = []
    for blocks, label in zip(found, labels, strict=True):
        for gram in dict.fromkeys(gram for _, grams in blocks for gram in grams):
            column = columns.setdefault(gram, len(columns))
            if column == len(seen):
                seen.append(set())
                frequency.append(0)
            seen[column].add(label)
            frequency[column] += 1
    return columns, [math.log(1 + classes / len(intents)) for intents in seen], frequency


def _rows(found: Sequence[Blocks], columns: dict[str, int], rarity: list[float]) -> Sparse:
    starts, places, values = [0], [], []
    for blocks in found:
        row = dict(features.weighted(blocks, columns, rarity))
        places += row.keys()
        values += row.values()
        starts.append(len(places))
    return Sparse(
        starts=np.array(starts, dtype=np.int64),
        columns=np.array(places, dtype=np.int64),
        values=np.array(values, dtype=np.float32),
        width=len(columns),
    )


def _known(blocks: Blocks, columns: dict[str, int], frequency: list[int]) -> float:
    """The share of an example's grams that stand in another example too."""
    grams = [gram for _, block in blocks for gram in block if gram[0] != "@"]
    return sum(frequency[columns[gram]] > 1 for gram in grams) / max(len(grams), 1)


def _words(readings: Sequence[Reading]) -> dict[str, int]:
    counts = Counter(
        token for reading in readings for line in reading.lines if line.language.spelt for token in line.tokens
    )
    return dict(counts)
