"""A catalogue -> a trained `Model`. Only imported when there are no cached weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt

from intents import features, language
from intents.calibrate import Sample, calibrate
from intents.catalogue import Catalogue
from intents.emergency import evidence
from intents.features import Reading
from intents.language import Blocks
from intents.lexicon import Lexicon
from intents.model import Model
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, Sparse, fit, primal, similarity

RIDGE = 0.1
_STEPS = 30
_LIGHT = 0.45


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
    weights = primal(rows, dual)
    kept = _kept(weights)
    sample = Sample(
        kernel=kernel,
        labels=numbers,
        names=names,
        known=_known_from_others(found, columns, frequency, kept),
        evidence=[evidence(reading, lexicon) for reading in readings],
        emergencies=frozenset(i.id for i in catalogue.intents.values() if i.kind == "emergency"),
    )
    return Model(
        labels=names,
        columns={gram: place for place, gram in enumerate(compress(columns, kept))},
        rarity=rarity[kept],
        weights=weights[kept].astype(np.float16),
        bias=bias,
        words=_words(readings),
        calibration=calibrate(sample, RIDGE),
    )


def _kept(weights: Floats) -> npt.NDArray[np.bool_]:
    """The grams worth keeping: the lighter half says next to nothing (measured: no loss) and costs memory."""
    heaviness = np.sqrt(np.einsum("ij,ij->i", weights, weights))
    result: npt.NDArray[np.bool_] = heaviness >= np.quantile(heaviness, _LIGHT)
    return result


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


def _vocabulary(found: Sequence[Blocks], labels: Sequence[int], classes: int) -> tuple[dict[str, int], Floats, list[int]]:
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
    rarity = np.array([math.log(1 + classes / len(intents)) for intents in seen], dtype=np.float32)
    return columns, rarity, frequency


def _rows(found: Sequence[Blocks], columns: dict[str, int], rarity: Floats) -> Sparse:
    starts = [0]
    places: list[Ints] = []
    values: list[Floats] = []
    for blocks in found:
        columns_of_row, values_of_row = features.weighted(blocks, columns, rarity)
        places.append(columns_of_row)
        values.append(values_of_row)
        starts.append(starts[-1] + len(columns_of_row))
    return Sparse(
        starts=np.array(starts, dtype=np.int64),
        columns=np.concatenate(places),
        values=np.concatenate(values),
        width=len(columns),
    )


def _known_from_others(
    found: Sequence[Blocks], columns: dict[str, int], frequency: list[int], kept: npt.NDArray[np.bool_]
) -> list[float]:
    """For each example the share of its grams that would be known if it were not an example."""
    elsewhere = {gram for gram, column in columns.items() if kept[column] and frequency[column] > 1}
    return [features.known(blocks, elsewhere) for blocks in found]


def _words(readings: Sequence[Reading]) -> dict[str, int]:
    counts = Counter(
        token for reading in readings for line in reading.lines if line.language.spelt for token in line.tokens
    )
    return dict(counts)
