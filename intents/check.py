"""Faults in the examples, found by a machine: too few, too alike, one frame over and over, under the wrong intent.

Faults must be mended; hints are places to look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from intents import calibrate, decide, learn, messages
from intents.calibrate import HeldOut
from intents.catalogue import Catalogue, Intent
from intents.lexicon import shipped_lexicon
from intents.likeness import letters
from intents.result import OUT_OF_SCOPE

FEWEST = 10
"""Fewer examples of an id in a language that has any are a fault."""
_ALIKE = 85.0
_ALIKE_ELSEWHERE = 92.0
_COPIED = 90.0
_COPY_FROM_LENGTH = 10
_FRAME_USES = 2
_CONFUSED_SHARE = 0.12
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, as lines."""

    faults: tuple[str, ...]
    hints: tuple[str, ...]
    summary: str

    def lines(self) -> list[str]:
        """The report for a person: faults first."""
        faults = [f"fault  {line}" for line in self.faults]
        return [*faults, *(f"hint   {line}" for line in self.hints), self.summary]


def check(catalogue: Catalogue, against: Path | None) -> CheckReport:
    """Look at every example. Raises MessageError when `against` cannot be read."""
    forbidden = [asked.text for asked in messages.labelled(against)] if against else []
    faults = [*_few(catalogue), *_alike_within(catalogue), *_frames(catalogue), *copies(catalogue, forbidden)]
    hints = [*_alike_across(catalogue), *_confusable(catalogue)]
    count = sum(len(sentences) for intent in catalogue.intents.values() for sentences in intent.examples.values())
    summary = f"{len(catalogue.intents)} intents, {count} examples, {len(faults)} faults, {len(hints)} hints"
    return CheckReport(tuple(faults), tuple(hints), summary)


def _few(catalogue: Catalogue) -> Iterator[str]:
    codes = {code for intent in catalogue.intents.values() for code in intent.examples}
    for intent in catalogue.intents.values():
        for code in sorted(codes):
            have = len(intent.examples.get(code, ()))
            if have < FEWEST:
                yield f"{intent.id} ({code}): {have} examples, at least {FEWEST} are needed; write more, as people type"


def _alike_within(catalogue: Catalogue) -> Iterator[str]:
    for intent, code, sentences in _groups(catalogue):
        plain = [_plain(sentence) for sentence in sentences]
        likeness = process.cdist(plain, plain, scorer=fuzz.ratio, score_cutoff=_ALIKE, dtype=np.uint8)
        for i, j in zip(*np.nonzero(np.triu(likeness, 1)), strict=True):
            if fuzz.ratio(plain[i], plain[j]) > _ALIKE:
                yield f"{intent.id} ({code}): nearly the same, drop one: '{sentences[i]}' / '{sentences[j]}'"


def _frames(catalogue: Catalogue) -> Iterator[str]:
    """One sentence with a word swapped: the words without one of them are equal, at the same place."""
    for intent, code, sentences in _groups(catalogue):
        uses: Counter[str] = Counter()
        for sentence in sentences:
            words = _WORD.findall(sentence.lower())
            if len(words) >= 4:
                uses.update({" ".join([*words[:i], "…", *words[i + 1 :]]) for i in range(len(words))})
        for frame, count in uses.items():
            if count > _FRAME_USES:
                yield f"{intent.id} ({code}): the frame '{frame}' is used {count} times; say it in other ways"


def copies(catalogue: Catalogue, forbidden: Sequence[str]) -> Iterator[str]:
    targets = [_plain(text) for text in forbidden]
    keep = [i for i, target in enumerate(targets) if len(target) >= _COPY_FROM_LENGTH]
    if not keep:
        return
    for intent, code, sentences in _groups(catalogue):
        plain = [_plain(sentence) for sentence in sentences]
        likeness = process.cdist(plain, [targets[i] for i in keep], scorer=fuzz.ratio, score_cutoff=_COPIED)
        for i, j in zip(*np.nonzero(likeness > _COPIED), strict=True):
            yield f"{intent.id} ({code}): copied from the labelled set: '{sentences[i]}' / '{forbidden[keep[j]]}'"


def _alike_across(catalogue: Catalogue) -> Iterator[str]:
    rows = [(intent.id, _plain(text), text) for intent, _, sentences in _groups(catalogue) for text in sentences]
    plain = [row[1] for row in rows]
    for at in range(0, len(rows), 512):
        likeness = process.cdist(plain[at : at + 512], plain[at:], scorer=fuzz.ratio, score_cutoff=_ALIKE_ELSEWHERE)
        for i, j in zip(*np.nonzero(likeness > _ALIKE_ELSEWHERE), strict=True):
            one, other = rows[at + i], rows[at + j]
            if i < j and one[0] != other[0]:
                yield f"{one[0]} and {other[0]} share a sentence: '{one[2]}' / '{other[2]}'"


def _confusable(catalogue: Catalogue) -> Iterator[str]:
    """Pairs that held-out examples are mixed up between, and ids that are suspiciously easy."""
    asked: Counter[str] = Counter()
    wrong: dict[tuple[str, str], list[str]] = {}
    for text, item in _unseen(catalogue):
        if item.hidden or item.meant == OUT_OF_SCOPE:
            continue
        taken = _best_inside(item)
        asked[item.meant] += 1
        if taken != item.meant and not taken.startswith(f"{item.meant}."):
            wrong.setdefault((item.meant, taken), []).append(text)
    for (meant, taken), texts in sorted(wrong.items(), key=lambda entry: -len(entry[1])):
        if len(texts) >= 3 and len(texts) / asked[meant] >= _CONFUSED_SHARE:
            yield f"{meant} is taken for {taken} ({len(texts)} of {asked[meant]} unseen): '{texts[0]}' / '{texts[1]}'"
    missed = Counter(meant for (meant, _), texts in wrong.items() for _ in texts)
    for meant, count in asked.items():
        if count >= 20 and not missed[meant]:
            yield f"{meant}: every one of {count} unseen examples is recognised; are they all of one kind?"


def _unseen(catalogue: Catalogue) -> Iterator[tuple[str, HeldOut]]:
    """Every example, scored by weights that have not seen it."""
    lexicon = shipped_lexicon()
    for code in learn.languages(catalogue):
        data = learn.prepare(catalogue, lexicon, code)
        sample = learn.sample(data, None, catalogue, lexicon)
        for fold in range(calibrate.FOLDS):
            for item in calibrate.held_out(sample, fold, learn.RIDGE):
                yield data.texts[item.row], item


def _best_inside(item: HeldOut) -> str:
    logits = item.logits.copy()
    out = decide.place_of(OUT_OF_SCOPE, item.labels)
    if out is not None:
        logits[out] = -np.inf
    return item.labels[int(logits.argmax())]


def _groups(catalogue: Catalogue) -> Iterator[tuple[Intent, str, tuple[str, ...]]]:
    for intent in catalogue.intents.values():
        for code, sentences in intent.examples.items():
            if sentences:
                yield intent, code, sentences


def _plain(text: str) -> str:
    """Letters and digits; a text without any as it is."""
    return letters(text) or text
