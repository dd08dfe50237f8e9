"""Ids that were probably meant to be one that is known."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_LONG = 8
"""From so many characters on, two slips are still the same id; in shorter ones two make another word."""


def nearest_id(asked: str, known: Iterable[str]) -> str | None:
    """The known id that differs by a slip of the finger or two, the nearest first; None for a child of a known one."""
    slips = 2 if len(asked) >= _LONG else 1
    ids = list(known)
    if any(asked.startswith(f"{other}.") for other in ids):
        return None
    distances = {other: OSA.distance(asked, other, score_cutoff=slips) for other in ids}
    best = min(distances, key=lambda other: distances[other], default=None)
    return best if best is not None and distances[best] <= slips else None
