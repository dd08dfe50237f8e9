"""A catalogue -> a trained `Model`. Only imported when there are no cached weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from intents import features, grams, language
from intents.calibrate import HeldOut, Sample, calibrate_each, fit_alarm, unseen
from intents.catalogue import Catalogue
from intents.emergency import evidence
from intents.exact import Exact
from intents.features import Reading
from intents.grams import Bag, Numbers, Places
from intents.lexicon import Lexicon
from intents.model import Model, Part
from intents.processes import side_by_side
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, Products, fit, primal

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RIDGE = 0.03
_STEPS = 14
"""More change nothing that could be measured."""
_MOST_GRAMS = 70_000
_CODE_BYTES = 100_000_000
_EXAMPLE_BYTES = 40_000
_NEVER = -20.0
"""The logit of an intent in a language in which it has no examples."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The examples of one language as numbers: all that training and calibration need. A column of `rows`
    belongs to each of the `grams`, which are in order; `concepts` tells those that are no letters. `names` are all
    intents of the catalogue that have examples in any language; `labels` are places in it."""

    texts: list[str]
    readings: list[Reading]
    grams: Numbers
    concepts: npt.NDArray[np.bool_]
    rarity: Floats
    rows: csr_array
    labels: Ints
    names: tuple[str, ...]


def learn(catalogue: Catalogue, lexicon: Lexicon) -> Model:
    """Train and calibrate: some ten seconds and 400 MB for ten thousand examples of a language. The same catalogue
    gives the same model.
    """
    codes = languages(catalogue)
    learnt = side_by_side(learn_language, [(catalogue.as_json(), lexicon, code) for code in codes], _room(catalogue))
    words: Counter[str] = Counter()
    for one in learnt:
        words.update(one.words)
    names = _names(catalogue)
    return Model(
        labels=names,
        parts={code: one.part for code, one in zip(codes, learnt, strict=True)},
        words=dict(words),
        calibrations=calibrate_each(
            {code: one.held for code, one in zip(codes, learnt, strict=True)}, _emergencies(catalogue)
        ),
        exact=Exact.of(catalogue, names),
    )


def _room(catalogue: Catalogue) -> int:
    """Bytes that the language of most examples needs (measured: 40 KB an example beside what the code takes)."""
    counts: Counter[str] = Counter()
    for intent in catalogue:
        counts.update({code: len(found) for code, found in intent.examples.items()})
    return _CODE_BYTES + _EXAMPLE_BYTES * max(counts.values(), default=0)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What one language brings: its part of the model, its words, and its unseen examples for the calibration."""

    part: Part
    words: dict[str, int]
    held: list[HeldOut]


def learn_language(catalogue_json: str, lexicon: Lexicon, code: str) -> Learnt:
    """Train and score one language; may run in another process."""
    catalogue = Catalogue.of_json(catalogue_json)
    data = prepare(catalogue, lexicon, code)
    weights, bias = _fitted(data, catalogue)
    kept = _kept(weights)
    held, sharpness = unseen(sample(data, kept, catalogue, lexicon), RIDGE)
    sharper = np.append(np.full(len(data.names), sharpness), 1.0).astype(np.float32)  # danger has its own weighing
    part = Part.of(data.grams[kept], data.rarity[kept], weights[kept] * sharper, bias * sharper)
    return Learnt(part, _words(data.readings), held)


def prepare(catalogue: Catalogue, lexicon: Lexicon, code: str) -> Prepared:
    """Read every example of a language."""
    names = _names(catalogue)
    texts, labels = _examples(catalogue, names, code)
    readings = [features.read(next(language.readings(text)), lexicon, str, _whole) for text in texts]
    found = grams.bag([features.blocks(reading) for reading in readings])
    columns, places = np.unique(found.numbers, return_inverse=True)
    concepts = np.zeros(len(columns), dtype=np.bool_)
    concepts[places[~found.letters[found.blocks]]] = True
    numbers = np.array(labels, dtype=np.int64)
    rarity = _rarity(places, numbers[found.owners[found.blocks]], len(names), len(columns))
    rows = _rows(found, places, rarity, len(texts))
    return Prepared(texts, readings, columns, concepts, rarity, rows, numbers, names)


def _whole(_: str) -> list[str]:
    """No words are parted in examples: those written together are to be known by their letters."""
    return []


def sample(data: Prepared, kept: npt.NDArray[np.bool_] | None, catalogue: Catalogue, lexicon: Lexicon) -> Sample:
    """The examples as the calibration sees them; without `kept` all grams count as kept."""
    all_kept = np.ones(len(data.grams), dtype=np.bool_) if kept is None else kept
    return Sample(
        rows=data.rows,
        labels=data.labels,
        names=data.names,
        known=_known_from_others(data, all_kept),
        evidence=[evidence(reading, lexicon) for reading in data.readings],
        emergencies=_emergencies(catalogue),
    )


def languages(catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of the languages that have examples, in the order of their registration."""
    have = {code for intent in catalogue.intents.values() for code, found in intent.examples.items() if found}
    return tuple(code for code in language.LANGUAGES if code in have)


def _fitted(data: Prepared, catalogue: Catalogue) -> tuple[Floats, Floats]:
    """Weights (grams x intents and danger) and biases; an intent without examples in the language is never meant."""
    present, numbers = np.unique(data.labels, return_inverse=True)
    products = Products.of(data.rows)
    dual, bias = fit(products, numbers, len(present), RIDGE, _STEPS)
    urgent = np.array([catalogue.intents[name].kind == "emergency" for name in data.names])[data.labels]
    alarm_dual, alarm_bias = fit_alarm(products, urgent, RIDGE, _STEPS)
    found = primal(data.rows, np.column_stack([dual, alarm_dual]))
    weights = np.zeros((len(found), len(data.names) + 1), dtype=np.float32)
    biases = np.full(len(data.names) + 1, _NEVER, dtype=np.float32)
    weights[:, [*present, -1]] = found
    biases[[*present, -1]] = np.append(bias, np.float32(alarm_bias))
    return weights, biases


def _emergencies(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(intent.id for intent in catalogue.intents.values() if intent.kind == "emergency")


def _names(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(intent.id for intent in catalogue.intents.values() if any(intent.examples.values()))


def _kept(weights: Floats) -> npt.NDArray[np.bool_]:
    """The grams worth keeping: of very many the lighter ones say next to nothing (measured) and cost memory."""
    heaviness = np.sqrt(np.einsum("ij,ij->i", weights, weights))
    lightest = max(0.0, 1.0 - _MOST_GRAMS / max(len(heaviness), 1))
    if not len(heaviness):
        return np.zeros(0, dtype=np.bool_)  # examples of signs and numbers alone have no grams
    result: npt.NDArray[np.bool_] = heaviness >= np.quantile(heaviness, lightest)
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


def _rarity(places: Places, labels: Ints, classes: int, width: int) -> Floats:
    """In how few intents (not examples) each gram stands."""
    stands_in = np.sort(places * classes + labels)
    is_first = np.append(True, stands_in[1:] != stands_in[:-1])[: len(stands_in)]
    intents = np.bincount(stands_in[is_first] // classes, minlength=width)
    return np.log(1 + classes / np.maximum(intents, 1)).astype(np.float32)


def _rows(found: Bag, places: Places, rarity: Floats, height: int) -> csr_array:
    """The same arithmetic as in a match, over all examples at once."""
    # Only here, so that whoever puts together what other processes have learnt never loads it.
    from scipy.sparse import csr_array

    _, values, owners = features.weighted(found, places, rarity)
    filled = np.bincount(owners, minlength=height)
    starts = np.concatenate([[0], np.cumsum(filled)])
    return csr_array((values, places.astype(np.int32), starts.astype(np.int32)), shape=(height, len(rarity)))


def _known_from_others(data: Prepared, kept: npt.NDArray[np.bool_]) -> list[float]:
    """For each example the share of its grams that would be known if it were not an example."""
    is_letters = ~data.concepts
    frequency = np.bincount(data.rows.indices, minlength=data.rows.shape[1])
    elsewhere = kept & (frequency > 1) & is_letters
    stands = data.rows.astype(np.bool_).astype(np.float64)
    known, total = stands @ elsewhere, stands @ is_letters
    shares: list[float] = (known / np.maximum(total, 1)).tolist()
    return shares


def _words(readings: Sequence[Reading]) -> dict[str, int]:
    counts = Counter(
        token for reading in readings for line in reading.lines if line.language.spelt for token in line.tokens
    )
    return dict(counts)
