"""How well owners are understood, beside plain fuzzy matching and a usual text classifier on the same data.

Labelled messages and BANKING77 lie outside the repository, in ../shared; without them time and memory are measured.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from intents import bench, evaluate, messages
from intents.catalogue import Catalogue, load_catalogue, shipped_catalogue_path
from intents.evaluate import Result
from intents.messages import Labelled
from intents.recognise import Recogniser
from intents.result import OUT_OF_SCOPE

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LABELLED = SHARED / "messages" / "dev.jsonl"
BANKING = SHARED / "datasets" / "banking77"
_WARM_UP = 50
_TIMED = 2000

_MEMORY = """
import resource, sys
import numpy, rapidfuzz, yaml
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
before = resident()
from pathlib import Path
from intents.cache import default_folder
from intents.catalogue import load_catalogue, shipped_catalogue_path
from intents.recognise import Recogniser
recogniser = Recogniser.train(load_catalogue(shipped_catalogue_path()), default_folder())
recogniser.match("x")
print(resident() - before)
"""


def lines() -> Iterator[str]:
    """Every figure with its bound, as it is measured."""
    catalogue = load_catalogue(shipped_catalogue_path())
    yield from _starts(catalogue)
    recogniser = Recogniser.train(catalogue, ROOT / ".cache" / "intents")
    yield from _speed(recogniser, catalogue)
    if LABELLED.is_file():
        yield from _labelled(recogniser, catalogue, messages.labelled(LABELLED))
    else:
        yield f"no labelled messages at {LABELLED.relative_to(ROOT.parent)}: accuracy is not measured"
    if BANKING.is_dir():
        yield from _banking()


def _starts(catalogue: Catalogue) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        Recogniser.train(catalogue, Path(folder))
        trained = time.perf_counter()
        Recogniser.train(load_catalogue(shipped_catalogue_path()), Path(folder))
        cached = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    trainers = f"each language in a process of {peak:.0f} MB at most"
    yield f"start without cache {trained - began:6.1f} s (at most 30), {trainers}"
    yield f"start with cache    {cached - trained:6.2f} s (at most 0.5)"
    done = subprocess.run([sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True, cwd=ROOT)
    yield f"memory it adds      {float(done.stdout):6.0f} MB (at most 80; numpy and rapidfuzz apart)"


def _speed(recogniser: Recogniser, catalogue: Catalogue) -> Iterator[str]:
    asked = messages.labelled(LABELLED) if LABELLED.is_file() else []
    texts = [message.text for message in asked] or [
        f"{text} {i}" for i, (text, _) in enumerate(bench.examples(catalogue))
    ]
    for text in texts[:_WARM_UP]:
        recogniser.match(text)
    yield f"{bench.timed(recogniser, texts[:_TIMED])}, at most 1.0 and 3.0"


def _labelled(recogniser: Recogniser, catalogue: Catalogue, asked: list[Labelled]) -> Iterator[str]:
    results = [Result(message, recogniser.match(message.text)) for message in asked]
    emergencies = {intent.id for intent in catalogue if intent.kind == "emergency"}
    yield f"{len(asked)} labelled messages"
    for name, value in evaluate.figures(results, emergencies).items():
        yield f"  {name:<34}{evaluate.percent(value)}"
    for name, loss in evaluate.robustness(asked, recogniser.match).items():
        yield f"  {name:<34}{evaluate.percent(loss, signed=True)}"
    inside = [message for message in asked if message.intents[0] != OUT_OF_SCOPE]
    pairs = [(text, intent) for text, intent in bench.examples(catalogue) if intent != OUT_OF_SCOPE]
    best = evaluate.percent(evaluate.share(results_inside(results), right))
    yield f"  {'this recogniser':<34}{best} best right, in scope"
    for line in bench.rivals(catalogue, inside):
        yield f"  {line}"
    yield f"  {'scikit-learn TF-IDF, linear SVM':<34}{_tfidf(pairs, inside):7.1%} best right"


def results_inside(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if not result.foreign]


def right(result: Result) -> bool:
    return result.accepts(result.found.candidates[0].intent)


def _tfidf(pairs: Sequence[tuple[str, str]], asked: Sequence[Labelled]) -> float:
    """The usual baseline: words and character grams weighted by TF-IDF, a linear machine."""
    model = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2, max_features=60_000),
        LinearSVC(class_weight="balanced"),
    )
    model.fit([text for text, _ in pairs], [intent for _, intent in pairs])
    found = model.predict([message.text for message in asked])
    accepted = [
        any(guess == label or guess.startswith(f"{label}.") for label in message.intents)
        for guess, message in zip(found, asked, strict=True)
    ]
    return sum(accepted) / len(accepted)


def _banking() -> Iterator[str]:
    """Ten examples an intent of something nobody here wrote, through an outside folder."""
    by_intent: dict[str, list[str]] = {}
    for line in (BANKING / "train10.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_intent.setdefault(row["intent"], []).append(row["text"])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "en"
        place.mkdir()
        content = {intent: {"examples": texts} for intent, texts in by_intent.items()}
        (place / "banking.yaml").write_text(json.dumps(content), encoding="utf-8")
        catalogue = load_catalogue(Path(folder))
        recogniser = Recogniser.train(catalogue, None)
    asked = messages.labelled(BANKING / "test.jsonl")
    hits = sum(recogniser.match(message.text).intent == message.intents[0] for message in asked)
    yield f"BANKING77, 10 examples an intent, {len(asked)} messages: top-1 {hits / len(asked):.1%} (at least 77)"
    for line in bench.rivals(catalogue, asked):
        yield f"  {line}"
    pairs = [(text, intent) for intent, texts in by_intent.items() for text in texts]
    yield f"  {'scikit-learn TF-IDF, linear SVM':<34}{_tfidf(pairs, asked):7.1%} best right"


def main() -> None:
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
