"""What languages without dependable spaces share: their letters are the tokens, and terms are stretches of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from intents.grams import Run

Concepts = tuple[str, ...]
Found = tuple[Concepts, int, int]
"""The concepts of a term, its first token, the token after its last."""

_SIGN = "s"


def number(found: re.Match[str], calls: Mapping[str, str], place: re.Pattern[str]) -> str:
    """`0`, or the sign of its own of a number that is called for help, unless what follows makes it a place."""
    call = calls.get(found[0])
    return "0" if call is None or place.match(found.string, found.end()) else call


def short_grams(letters: str) -> tuple[Run, ...]:
    """Letters, and pairs of them with a sign for each end."""
    return Run(_SIGN, (letters,), 1, 1), Run(_SIGN, (f"^{letters}$",), 2, 2)


def pairs(line: Sequence[str]) -> Run:
    """The grams of every two neighbours, or of a single one: they tell whether letters make known words."""
    size = 2 if len(line) > 1 else 1
    return Run(_SIGN, ("".join(line),), size, size)


def terms(plain: str, folded: str, known: Mapping[str, Concepts]) -> list[Found]:
    """Every term of a lexicon in the text.

    Keys are stretches of the folded letters, and of the plain ones after `=`. Whatever begins a key is known too, if
    without concepts, so that a search stops where none can follow.
    """
    found = []
    for start in range(len(plain)):
        for written, sign in ((folded, ""), (plain, "=")):
            end = start + 1
            while (concepts := known.get(sign + written[start:end])) is not None:
                if concepts:
                    found.append((concepts, start, end))
                if end == len(written):
                    break
                end += 1
    return found
