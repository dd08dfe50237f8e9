"""Abusive words: whether a message holds any, and what it says without them. The patterns are data of the languages."""

from __future__ import annotations

from intents import normalise
from intents.lexicon import shipped_lexicon


def is_abusive(text: str) -> bool:
    """Whether somebody is sworn at. Coarse words for dirt alone do not count."""
    return shipped_lexicon().abuse.search(normalise.printable(text)) is not None


def without_abuse(text: str) -> str:
    """The rest of an abusive message: the matter in it, where there is one."""
    return " ".join(shipped_lexicon().abuse.sub(" ", normalise.printable(text)).split())
