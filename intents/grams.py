"""Grams as numbers. Every window over the letters of one text or of ten thousand is counted at once, and no gram ever
becomes a string: that is most of the time that a message takes, and much of what training takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.uint32]
Keys = npt.NDArray[np.int64]

_LONGEST = 5
"""Units; no gram is longer."""
_STEP = np.uint32(0x9E3779B3)
_SPREAD = np.uint32(0x85EBCA6B)
_HALF = np.uint32(15)
_POWERS = np.array([[pow(int(_STEP), size, 2**32)] for size in range(1, _LONGEST + 1)], dtype=np.uint32)
_SIZES = np.arange(1, _LONGEST + 1)[:, None]
_NUMBER_BITS = 32


@dataclass(frozen=True, slots=True)
class Run:
    """Grams of one sign: every window of `shortest` to `longest` units over each piece. The units of a piece that is a
    string are its characters, those of a list its words."""

    sign: str
    pieces: Sequence[Sequence[str]]
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class Block:
    """Runs whose grams together count with one weight. `letters` tells that they stand in the text itself."""

    weight: float
    runs: tuple[Run, ...]
    letters: bool = True


@dataclass(frozen=True, slots=True)
class Bag:
    """The distinct grams of one or several texts, block after block: their numbers, damped counts and blocks.

    `weights`, `letters` and `owners` (the text that each belongs to) are those of the blocks. Grams are known by a
    number of 32 bits alone: a table of numbers takes a twentieth of the memory of a table of strings, and two grams of
    a hundred thousand meet about once."""

    numbers: Numbers
    damped: Floats
    blocks: Places
    weights: Floats
    letters: Flags
    owners: Places


def bag(texts: Sequence[Sequence[Block]]) -> Bag:
    """Count the grams of each block of each text."""
    blocks = [(owner, block) for owner, found in enumerate(texts) for block in found]
    keys = np.sort(_keys([block for _, block in blocks]))
    differs = np.ones(len(keys) + 1, dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=differs[1:-1])
    bounds = np.flatnonzero(differs)
    distinct, counts = keys[bounds[:-1]], bounds[1:] - bounds[:-1]
    return Bag(
        numbers=distinct.astype(np.uint32),
        damped=(1.0 + np.log(counts.astype(np.float32))).astype(np.float32, copy=False),
        blocks=distinct >> _NUMBER_BITS,
        weights=np.array([block.weight for _, block in blocks], dtype=np.float32),
        letters=np.array([block.letters for _, block in blocks], dtype=np.bool_),
        owners=np.array([owner for owner, _ in blocks], dtype=np.intp),
    )


def numbers(run: Run) -> Numbers:
    """The number of every gram of a run, the same on every machine: shortest first, each size from the left."""
    return _keys([Block(1.0, (run,))]).astype(np.uint32)


def names(blocks: Sequence[Block]) -> dict[int, str]:
    """The grams by their numbers, for a person to read."""
    found: dict[int, str] = {}
    for run in chain.from_iterable(block.runs for block in blocks):
        windows = (
            piece[at : at + size]
            for size in range(run.shortest, run.longest + 1)
            for piece in run.pieces
            for at in range(len(piece) - size + 1)
        )
        written = (run.sign + (units if isinstance(units, str) else " ".join(units)) for units in windows)
        found.update(zip(numbers(run).tolist(), written, strict=True))
    return found


def _keys(blocks: Sequence[Block]) -> Keys:
    """Numbers of grams with the place of their block before them, so that one sort brings equal ones together.

    The number of a gram is a polynomial of its units; those of all windows from one unit on are sums of one column."""
    letters: list[Sequence[str]] = []
    words: list[Sequence[str]] = []
    of_letters: list[tuple[int, int, int, int]] = []
    of_words: list[tuple[int, int, int, int]] = []
    for place, block in enumerate(blocks):
        for run in block.runs:
            kind = place << _NUMBER_BITS, crc32(run.sign.encode()), run.shortest, run.longest
            spelt = bool(run.pieces) and isinstance(run.pieces[0], str)
            (letters if spelt else words).extend(run.pieces)
            (of_letters if spelt else of_words).extend([kind] * len(run.pieces))
    lengths = np.array([len(piece) for piece in chain(letters, words)], dtype=np.intp)
    kinds = np.array(of_letters + of_words, dtype=np.int64).reshape(-1, 4)
    piece = np.repeat(np.arange(len(lengths)), lengths)
    before, sign, shortest, longest = (column[piece] for column in kinds.T)
    left = np.cumsum(lengths)[piece] - np.arange(len(piece))
    found = _sums(_units("".join(map(str, letters)), list(chain.from_iterable(words)))) + sign.astype(np.uint32)
    wanted = (shortest <= _SIZES) & (np.minimum(left, longest) >= _SIZES)
    keys: Keys = np.add(before, found, dtype=np.int64)[wanted]
    return keys


def _units(letters: str, words: Sequence[str]) -> Numbers:
    """A number for each letter and then for each word, its bits well mixed."""
    plain = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if words:
        plain = np.concatenate([plain, np.array([crc32(word.encode()) for word in words], dtype=np.uint32)])
    mixed = plain * _SPREAD
    mixed ^= mixed >> _HALF
    mixed *= _STEP
    return mixed ^ (mixed >> _HALF)


def _sums(units: Numbers) -> Numbers:
    """A row for each size: the numbers of the windows that begin at each unit, and of those that reach too far."""
    width = len(units)
    padded = np.concatenate([units, np.zeros(_LONGEST - 1, dtype=np.uint32)])
    shifted = np.ndarray((_LONGEST, width), np.uint32, padded, strides=(padded.itemsize, padded.itemsize))
    return np.cumsum(shifted * _POWERS, axis=0, dtype=np.uint32)
