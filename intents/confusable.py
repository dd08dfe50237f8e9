"""Ids that examples do not tell apart, and ids whose examples are all of one kind: seen by weights that have not seen
the examples they are asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from intents import calibrate, decide, learn
from intents.calibrate import HeldOut
from intents.catalogue import Catalogue
from intents.lexicon import shipped_lexicon
from intents.result import OUT_OF_SCOPE

_CONFUSED = 3
"""So many examples taken for one other id are more than chance …"""
_CONFUSED_SHARE = 0.12
"""… if they are also such a share of those asked, about one in eight; single ones go astray everywhere."""
_SUSPICIOUS_FROM = 20
"""Fewer may be right by luck."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One unseen example with what it was taken for."""

    language: str
    text: str
    meant: str
    taken: str

    @property
    def right(self) -> bool:
        return self.taken == self.meant or self.taken.startswith(f"{self.meant}.")


def confusable(catalogue: Catalogue) -> Iterator[str]:
    """Pairs that unseen examples are mixed up between, and ids that are suspiciously easy in a language."""
    asked = list(_unseen(catalogue))
    wrong: dict[tuple[str, str], list[str]] = {}
    for one in asked:
        if not one.right:
            wrong.setdefault((one.meant, one.taken), []).append(one.text)
    of_each = Counter(one.meant for one in asked)
    for (meant, taken), texts in sorted(wrong.items(), key=lambda entry: -len(entry[1])):
        if len(texts) >= _CONFUSED and len(texts) / of_each[meant] >= _CONFUSED_SHARE:
            yield f"{meant} is taken for {taken} ({len(texts)} of {of_each[meant]} unseen): '{texts[0]}' / '{texts[1]}'"
    missed = {(one.meant, one.language) for one in asked if not one.right}
    for place, count in Counter((one.meant, one.language) for one in asked).items():
        if count >= _SUSPICIOUS_FROM and place not in missed:
            yield f"{place[0]} ({place[1]}): all {count} unseen examples are recognised; are they all of one kind?"


def _unseen(catalogue: Catalogue) -> Iterator[_Asked]:
    """Every example, but neither titles, which nobody types, nor what is out of scope, which is of every kind."""
    lexicon = shipped_lexicon()
    for code in learn.languages(catalogue):
        data = learn.prepare(catalogue, lexicon, code)
        sample = learn.sample(data, None, catalogue, lexicon)
        examples = {intent.id: frozenset(intent.examples.get(code, ())) for intent in catalogue}
        for fold in range(calibrate.FOLDS):
            for item in calibrate.held_out(sample, fold, learn.RIDGE):
                text = data.texts[item.row]
                if not item.hidden and item.meant != OUT_OF_SCOPE and text in examples[item.meant]:
                    yield _Asked(code, text, item.meant, _best_inside(item))


def _best_inside(item: HeldOut) -> str:
    """The best label of those in scope: the question is which of them are alike."""
    logits = item.logits.copy()
    out = decide.place_of(OUT_OF_SCOPE, item.labels)
    if out is not None:
        logits[out] = -np.inf
    return item.labels[int(logits.argmax())]
