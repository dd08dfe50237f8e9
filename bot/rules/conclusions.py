"""Whether a conclusion tells the owner anything: cause, measure, what next (korean.md 10), or hardly a word."""

from bot.rules.phrases import Phrases, fold, strip

_SENTENCE, _BESIDE = 7, 5  # letters of a whole sentence, and beside "it is done"
_HAN = range(0x3400, 0x9FFF + 1)
"""Characters that each say as much as two letters of another script."""


def says_too_little(text: str, phrases: Phrases) -> bool:
    """ "Done.", or shorter than any sentence."""
    folded = fold(text)
    if not folded:
        return False  # a picture alone, or nothing: somebody else asks for words
    return _length(folded) < _SENTENCE or _length(strip(folded, phrases("bare-conclusion"))) < _BESIDE


def _length(folded: str) -> int:
    return sum(2 if ord(char) in _HAN else 1 for char in folded)
