"""A catalogue -> a trained `Model`. Only imported when there are no cached weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np
import numpy.typing as npt

from intents import features, language
from intents.calibrate import Sample, calibrate, fit_alarm
from intents.catalogue import Catalogue
from intents.emergency import evidence
from intents.features import Reading
from intents.language import Blocks
from intents.lexicon import Lexicon
from intents.model import Model, Part
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, Sparse, fit, primal, similarity

RIDGE = 0.1
_STEPS = 30
_LIGHT = 0.45
_NEVER = -20.0
"""The logit of an intent in a language in which it has no examples."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The examples of one language as numbers: all that training and calibration need. `names` are all intents of the
    catalogue that have examples in any language; `labels` are places in it."""

    texts: list[str]
    readings: list[Reading]
    found: list[Blocks]
    columns: dict[str, int]
    rarity: Floats
    frequency: list[int]
    rows: Sparse
    kernel: Floats
    labels: Ints
    names: tuple[str, ...]


def learn(catalogue: Catalogue, lexicon: Lexicon) -> Model:
    """Train and calibrate: seconds for some thousand examples, memory by the square of the most that one language has
    (8,000: a quarter GB). The same catalogue gives the same model.
    """
    parts: dict[str, Part] = {}
    samples: list[Sample] = []
    words: Counter[str] = Counter()
    for code in languages(catalogue):
        data = prepare(catalogue, lexicon, code)
        weights, bias = _fitted(data, catalogue)
        kept = _kept(weights)
        columns = {gram: place for place, gram in enumerate(compress(data.columns, kept))}
        parts[code] = Part(columns, data.rarity[kept], weights[kept].astype(np.float16), bias)
        samples.append(sample(data, kept, catalogue, lexicon))
        words.update(_words(data.readings))
    calibration, sharpness = calibrate(samples, RIDGE)
    sharpened = {code: _sharpened(part, scale) for (code, part), scale in zip(parts.items(), sharpness, strict=True)}
    return Model(_names(catalogue), sharpened, dict(words), calibration)


def prepare(catalogue: Catalogue, lexicon: Lexicon, code: str) -> Prepared:
    """Read every example of a language and compare each with each."""
    names = _names(catalogue)
    texts, labels = _examples(catalogue, names, code)
    readings = [features.read(next(language.readings(text)), lexicon, str) for text in texts]
    found = [features.blocks(reading) for reading in readings]
    columns, rarity, frequency = _vocabulary(found, labels, len(names))
    rows = _rows(found, columns, rarity)
    numbers = np.array(labels, dtype=np.int64)
    return Prepared(texts, readings, found, columns, rarity, frequency, rows, similarity(rows), numbers, names)


def sample(data: Prepared, kept: npt.NDArray[np.bool_] | None, catalogue: Catalogue, lexicon: Lexicon) -> Sample:
    """The examples as the calibration sees them; without `kept` all grams count as kept."""
    all_kept = np.ones(len(data.columns), dtype=np.bool_) if kept is None else kept
    return Sample(
        kernel=data.kernel,
        labels=data.labels,
        names=data.names,
        known=_known_from_others(data.found, data.columns, data.frequency, all_kept),
        evidence=[evidence(reading, lexicon) for reading in data.readings],
        emergencies=frozenset(i.id for i in catalogue.intents.values() if i.kind == "emergency"),
    )


def languages(catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of the languages that have examples, in the order of their registration."""
    have = {code for intent in catalogue.intents.values() for code, found in intent.examples.items() if found}
    return tuple(code for code in language.LANGUAGES if code in have)


def _fitted(data: Prepared, catalogue: Catalogue) -> tuple[Floats, Floats]:
    """Weights (grams x intents and danger) and biases; an intent without examples in the language is never meant."""
    present, numbers = np.unique(data.labels, return_inverse=True)
    dual, bias = fit(data.kernel, numbers, len(present), RIDGE, _STEPS)
    urgent = np.array([catalogue.intents[name].kind == "emergency" for name in data.names])[data.labels]
    alarm_dual, alarm_bias = fit_alarm(data.kernel, urgent, RIDGE, _STEPS)
    found = primal(data.rows, np.hstack([dual, alarm_dual[:, None]]))
    weights = np.zeros((len(found), len(data.names) + 1), dtype=np.float32)
    biases = np.full(len(data.names) + 1, _NEVER, dtype=np.float32)
    weights[:, [*present, -1]] = found
    biases[[*present, -1]] = np.append(bias, np.float32(alarm_bias))
    return weights, biases


def _sharpened(part: Part, scale: float) -> Part:
    """The part with its logits scaled; danger has a weighing of its own."""
    factor = np.full(len(part.bias), scale, dtype=np.float32)
    factor[-1] = 1.0
    weights = (part.weights.astype(np.float32) * factor).astype(np.float16)
    return replace(part, weights=weights, bias=part.bias * factor)


def _names(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(intent.id for intent in catalogue.intents.values() if any(intent.examples.values()))


def _kept(weights: Floats) -> npt.NDArray[np.bool_]:
    """The grams worth keeping: the lighter half says next to nothing (measured: no loss) and costs memory."""
    heaviness = np.sqrt(np.einsum("ij,ij->i", weights, weights))
    result: npt.NDArray[np.bool_] = heaviness >= np.quantile(heaviness, _LIGHT)
    return result


def _examples(catalogue: Catalogue, names: Sequence[str], code: str) -> tuple[list[str], list[int]]:
    """Examples and titles of a language with label numbers; the title of an intent is one more example of it."""
    texts: list[str] = []
    labels: list[int] = []
    for number, name in enumerate(names):
        intent = catalogue.intents[name]
        title = [intent.titles[code]] if code in intent.titles and name != OUT_OF_SCOPE else []
        found = [*intent.examples.get(code, ()), *title]
        texts += found
        labels += [number] * len(found)
    return texts, labels


def _vocabulary(
    found: Sequence[Blocks], labels: Sequence[int], classes: int
) -> tuple[dict[str, int], Floats, list[int]]:
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
    return [features.known(blocks, elsewhere.__contains__) for blocks in found]


def _words(readings: Sequence[Reading]) -> dict[str, int]:
    counts = Counter(
        token for reading in readings for line in reading.lines if line.language.spelt for token in line.tokens
    )
    return dict(counts)
