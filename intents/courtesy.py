"""Greetings and thanks before what is meant. The patterns are data of the languages."""

from __future__ import annotations

from intents import normalise
from intents.lexicon import shipped_lexicon


def without_courtesy(text: str) -> str:
    """What stands behind a greeting or thanks; empty where none begins the message or nothing follows."""
    printed = normalise.printable(text)
    hit = shipped_lexicon().courtesies.match(printed)
    return printed[hit.end() :].strip() if hit is not None else ""
