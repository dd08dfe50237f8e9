"""Time, memory and accuracy of the recogniser, beside plain fuzzy matching on the same data in the same run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process, utils

from intents import evaluate, messages
from intents.catalogue import Catalogue, load_catalogue
from intents.evaluate import Result
from intents.language import LANGUAGES
from intents.messages import Labelled
from intents.recognise import Recogniser
from intents.result import OUT_OF_SCOPE

_NEAREST = 3
"""Examples of an id that count in a fuzzy comparison: one alone may be like anything by chance."""
_TIMED = 2000
"""So many examples make both figures steady and take a few seconds."""
_RIVALS: dict[str, Callable[..., float]] = {
    "rapidfuzz token_sort_ratio": fuzz.token_sort_ratio,
    "rapidfuzz token_set_ratio": fuzz.token_set_ratio,
    "thefuzz's default (WRatio)": fuzz.WRatio,
}


def bench(folder: Path, file: Path | None) -> Iterator[str]:
    """Lines as they are measured. Without labelled messages examples are timed. Raises MessageError."""
    asked = messages.labelled(file) if file else []
    with tempfile.TemporaryDirectory() as cache:
        started = time.perf_counter()
        catalogue = load_catalogue(folder)
        loaded = time.perf_counter()
        if file is not None:
            messages.refuse_unknown(asked, file, catalogue.intents)
        Recogniser.train(catalogue, Path(cache))
        trained = time.perf_counter()
        recogniser = Recogniser.train(catalogue, Path(cache))
        cached = time.perf_counter()
    yield f"start without cache   {trained - started:7.2f} s"
    yield f"start with cache      {loaded - started + cached - trained:7.2f} s"
    texts = [message.text for message in asked] or [text for text, _ in examples(catalogue)][:_TIMED]
    yield timed(recogniser, texts)
    if asked:
        yield from _accuracy(recogniser, catalogue, asked)


def timed(recogniser: Recogniser, texts: Sequence[str]) -> str:
    """One line with the milliseconds that a message takes."""
    spent = []
    for text in texts:
        at = time.perf_counter()
        recogniser.match(text)
        spent.append(time.perf_counter() - at)
    middle, worst = np.quantile(spent, [0.5, 0.99]) * 1000
    return f"one message           p50 {middle:.2f} ms, p99 {worst:.2f} ms ({len(texts)} messages)"


def _accuracy(recogniser: Recogniser, catalogue: Catalogue, asked: list[Labelled]) -> Iterator[str]:
    results = [Result(message, recogniser.match(message.text)) for message in asked]
    emergencies = {intent.id for intent in catalogue.intents.values() if intent.kind == "emergency"}
    for name, value in evaluate.figures(results, emergencies).items():
        yield f"{name:<34}{evaluate.percent(value)}"
    inside = [message for message in asked if message.intents[0] != OUT_OF_SCOPE]
    yield from rivals(catalogue, inside)


def rivals(catalogue: Catalogue, inside: list[Labelled]) -> Iterator[str]:
    """One line for each fuzzy comparison that this recogniser is measured against, on messages in scope."""
    for name, scorer in _RIVALS.items():
        yield f"{name:<34}{evaluate.percent(fuzzy(catalogue, inside, scorer))} best right"


def fuzzy(catalogue: Catalogue, asked: list[Labelled], scorer: Callable[..., float]) -> float | None:
    """Mean of the best three examples of each intent; unspaced languages are compared without spaces. None where there
    is nothing to ask about, or nothing to compare with."""
    rows = [(_comparable(text), intent) for text, intent in examples(catalogue) if intent != OUT_OF_SCOPE]
    if not rows or not asked:
        return None
    owners = np.array([owner for _, owner in rows])
    names = sorted(set(owners.tolist()))
    members = [np.flatnonzero(owners == name) for name in names]
    likeness = process.cdist([_comparable(m.text) for m in asked], [text for text, _ in rows], scorer=scorer)
    right = 0
    for message, row in zip(asked, likeness, strict=True):
        best = [np.sort(row[places])[-_NEAREST:].mean() for places in members]
        found = names[int(np.argmax(best))]
        right += any(found == label or found.startswith(f"{label}.") for label in message.intents)
    return right / len(asked)


def _comparable(text: str) -> str:
    plain = utils.default_process(text)
    unspaced = max(LANGUAGES.values(), key=lambda language: language.letters(plain))
    return plain if unspaced.spelt else plain.replace(" ", "")


def examples(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every example with its intent."""
    for intent in catalogue.intents.values():
        for sentences in intent.examples.values():
            for sentence in sentences:
                yield sentence, intent.id
