"""Typing errors made on purpose, to measure how well they are borne. Made at the keys, where fingers make them."""

from __future__ import annotations

import random

from intents import jamo, keyboard

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {key: [*row[max(0, i - 1) : i], *row[i + 1 : i + 2]] for row in _ROWS for i, key in enumerate(row)}
_SHORTEST = 2
"""Keys; a shorter word is left alone."""


def mistyped(text: str, share: float, seed: int = 7) -> str:
    """The text with an error in each word with that chance; always the same for the same text and seed."""
    chance = random.Random(f"{seed} {text}".encode("utf-8", "surrogatepass"))
    return " ".join(_with_error(word, chance) if chance.random() < share else word for word in text.split(" "))


def unspaced(text: str) -> str:
    """The text without any space."""
    return "".join(text.split())


def _with_error(word: str, chance: random.Random) -> str:
    keys = list(keyboard.keys_of(word))
    able = [place for place, key in enumerate(keys) if key.lower() in _NEIGHBOURS]
    if len(able) < _SHORTEST:
        return word
    at = chance.choice(able)
    kind = chance.choice(("neighbour", "neighbour", "missing", "swapped", "double"))
    if kind == "neighbour":
        keys[at] = chance.choice(_NEIGHBOURS[keys[at].lower()])
    elif kind == "missing":
        del keys[at]
    elif kind == "swapped" and at + 1 < len(keys):
        keys[at], keys[at + 1] = keys[at + 1], keys[at]
    else:
        keys.insert(at, keys[at])
    typed = "".join(keys)
    return keyboard.to_korean(typed) if any(map(jamo.is_syllable, word)) else typed
