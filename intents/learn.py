"""A catalogue -> a trained `Model`. Only imported when there are no cached weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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
from intents.model import Model
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, Sparse, fit, primal, similarity

RIDGE = 0.1
_STEPS = 30
_LIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Prepared:
    """The examples of a catalogue as numbers: all that training and calibration need."""

    texts: list[str]
    languages: list[str]
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
    """Train and calibrate: seconds for some thousand examples, memory by their square (8,000: a quarter GB).

    The same catalogue gives the same model.
    """
    data = prepare(catalogue, lexicon)
    dual, bias = fit(data.kernel, data.labels, len(data.names), RIDGE, _STEPS)
    urgent = np.array([catalogue.intents[name].kind == "emergency" for name in data.names])[data.labels]
    alarm_dual, alarm_bias = fit_alarm(data.kernel, urgent, RIDGE, _STEPS)
    weights = primal(data.rows, np.hstack([dual, alarm_dual[:, None]]))
    kept = _kept(weights)
    return Model(
        labels=data.names,
        columns={gram: place for place, gram in enumerate(compress(data.columns, kept))},
        rarity=data.rarity[kept],
        weights=weights[kept].astype(np.float16),
        bias=np.append(bias, np.float32(alarm_bias)),
        words=_words(data.readings),
        calibration=calibrate(sample(data, kept, catalogue, lexicon), RIDGE),
    )


def prepare(catalogue: Catalogue, lexicon: Lexicon) -> Prepared:
    """Read every example and compare each with each."""
    texts, codes, labels, names = _examples(catalogue)
    readings = [features.read(next(language.readings(text)), lexicon, str) for text in texts]
    found = [features.blocks(reading) for reading in readings]
    columns, rarity, frequency = _vocabulary(found, labels, len(names))
    rows = _rows(found, columns, rarity)
    numbers = np.array(labels, dtype=np.int64)
    return Prepared(texts, codes, readings, found, columns, rarity, frequency, rows, similarity(rows), numbers, names)


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


def _kept(weights: Floats) -> npt.NDArray[np.bool_]:
    """The grams worth keeping: the lighter half says next to nothing (measured: no loss) and costs memory."""
    heaviness = np.sqrt(np.einsum("ij,ij->i", weights, weights))
    result: npt.NDArray[np.bool_] = heaviness >= np.quantile(heaviness, _LIGHT)
    return result


def _examples(catalogue: Catalogue) -> tuple[list[str], list[str], list[int], tuple[str, ...]]:
    """Examples and titles with language and label number; the title of an intent is one more example of it."""
    intents = [intent for intent in catalogue.intents.values() if any(intent.examples.values())]
    texts: list[str] = []
    codes: list[str] = []
    labels: list[int] = []
    for number, intent in enumerate(intents):
        for code, examples in intent.examples.items():
            title = [intent.titles[code]] if code in intent.titles and intent.id != OUT_OF_SCOPE else []
            texts += [*examples, *title]
            codes += [code] * (len(examples) + len(title))
            labels += [number] * (len(examples) + len(title))
    return texts, codes, labels, tuple(intent.id for intent in intents)


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
    return [features.known(blocks, elsewhere) for blocks in found]


def _words(readings: Sequence[Reading]) -> dict[str, int]:
    counts = Counter(
        token for reading in readings for line in reading.lines if line.language.spelt for token in line.tokens
    )
    return dict(counts)
