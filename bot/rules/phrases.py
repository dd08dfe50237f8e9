"""Known phrases in what people write: compared folded, because spaces, signs, laughter and tears say nothing there."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

Phrases = Callable[[str], Sequence[str]]
"""A kind of phrase (the catalogues' `reply-<kind>`) to its phrases in every language."""
Ends = Callable[[str, int, str], Iterator[int]]
"""A text, a position in it and a phrase to where the phrase may end that begins there; its first sign stands there."""
_Parts = tuple[tuple[str, tuple[str, ...]], ...]
_SILENT = re.compile(r"[\W_ㅎㅋㅠㅜ]+")
_SHORT = 40
"""Characters: hardly a phrase of the catalogues is longer."""


def fold(text: str) -> str:
    """Letters and digits only, lower case. Nothing that is as long as a message with a story is kept in memory."""
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    return _SILENT.sub("", text.lower())


@lru_cache(maxsize=256)
def _fold_short(text: str) -> str:
    return _fold(text)


def begins(folded: str, known: Iterable[str]) -> bool:
    return folded.startswith(_fold_all(tuple(known)))


def has(folded: str, known: Iterable[str]) -> bool:
    return any(phrase in folded for phrase in _fold_all(tuple(known)))


def prefix(folded: str, known: Iterable[str]) -> str:
    """The longest phrase that the text begins with, folded; empty: none."""
    phrases = _fold_all(tuple(known))
    return max(filter(folded.startswith, phrases), key=len, default="") if folded.startswith(phrases) else ""


def strip(folded: str, known: Sequence[str]) -> str:
    """What is left when known phrases are taken off the beginning again and again."""
    while folded and (found := prefix(folded, known)):
        folded = folded[len(found) :]
    return folded


def exactly(text: str, at: int, phrase: str) -> Iterator[int]:
    """Where the phrase ends that begins there, if it does."""
    if text.startswith(phrase, at):
        yield at + len(phrase)


def made_of(
    folded: str,
    parts: Mapping[str, Iterable[str]],
    needed: Collection[str],
    *,
    written: Callable[[str], str] = str,
    ends: Ends = exactly,
) -> bool:
    """Whether a text is nothing but such phrases one after another, at least one of each kind that is needed.
    `written`: in what both are compared, as in keys; `ends`: where a phrase may end, also one that is mistyped."""
    known = _by_first_sign(tuple((kind, tuple(phrases)) for kind, phrases in parts.items()), written)
    folded = written(folded)
    reached: dict[int, set[frozenset[str]]] = {0: {frozenset()}}  # position -> the needed kinds that stand before it
    for at, sign in enumerate(folded):
        for phrase, kind in known.get(sign, ()) if at in reached else ():
            for after in ends(folded, at, phrase):
                found = {before | ({kind} & set(needed)) for before in reached[at]}
                reached.setdefault(after, set()).update(found)
    return frozenset(needed) in reached.get(len(folded), set())


# Phrases come from the catalogues: the same few lists for every message.
@lru_cache(maxsize=256)
def _fold_all(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(fold, phrases)))


@lru_cache(maxsize=256)
def _by_first_sign(parts: _Parts, written: Callable[[str], str]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Each phrase as it is compared, and its kind."""
    known: dict[str, list[tuple[str, str]]] = {}
    for kind, phrases in parts:
        for phrase in map(written, _fold_all(phrases)):
            known.setdefault(phrase[0], []).append((phrase, kind))
    return known
